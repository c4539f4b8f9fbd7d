"""What a leader does with a measure of the year plan: change, move, tick, leave out, delete."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TypedDict

from sqlalchemy import select
from typing_extensions import Unpack

from kitadesk.base.errors import UserError
from kitadesk.base.text import shorten
from kitadesk.domain.dates import check_day, check_order, check_past
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.plan_rule_reading import parse_rule
from kitadesk.domain.plan_rules import words
from kitadesk.domain.plan_template import computed_days, stored_days
from kitadesk.queries.year_plan import cohort_card, measure_title, plan_row
from kitadesk.services.desk import Desk
from kitadesk.services.year_plan import year_of
from kitadesk.storage.models.transition import Measure
from kitadesk.storage.writer import Writer

_MOST_LABEL = 40
PLANNED_ON, PLANNED_UNTIL, DONE_ON = "Am, oder von", "Bis", "Erledigt am"
_LINES = {
    "short_title": "Kurzname",
    "place": "Ort",
    "participants": "Beteiligte",
    "paper_id": "Papier",
}
_TEXTS = {"note": "Notiz", "evaluation": "Auswertung"}
_LABELS = {
    "title": "Titel",
    "rule": "Regel",
    "is_per_child": "Für jedes Kind",
    "is_binding": "Verbindlich",
    "responsible_institution_id": "Zuständig",
    "responsible_person_id": "Zuständig",
    **_LINES,
    **_TEXTS,
}


class MeasureFields(TypedDict, total=False):
    """The fields of a measure that can be changed one by one; its days have services of their own.

    A new rule gives the measure its days again, even if a hand had moved it.
    """

    title: str
    short_title: str
    rule: str
    is_per_child: bool
    is_binding: bool
    responsible_institution_id: uuid.UUID | None
    responsible_person_id: uuid.UUID | None
    place: str
    participants: str
    paper_id: str
    note: str
    evaluation: str


def change_measure(desk: Desk, measure_id: uuid.UUID, **fields: Unpack[MeasureFields]) -> None:
    """Change what is named; raises UserError ``rule_not_understood`` for a rule without a day."""
    names = sorted(fields)
    checked = {name: _checked(name, value) for name, value in fields.items()}
    label = " und ".join(dict.fromkeys(_LABELS[name] for name in names[:2]))
    merge_key = f"measure:{measure_id}:{','.join(names)}"
    with desk.write(f"{label} {_title(desk, measure_id)}", merge_key=merge_key) as w:
        measure = w.get(Measure, measure_id)
        old_rule = measure.rule
        for name, value in checked.items():
            setattr(measure, name, value)
        if measure.rule != old_rule:
            _follow(w, measure)


def move_measure(
    desk: Desk, measure_id: uuid.UUID, planned_on: date | None, planned_until: date | None = None
) -> None:
    """Give a measure days by hand; it no longer follows its rule. Only `planned_until` is "bis".

    Refused with ``day_follows_event`` while the day of an event leads: that is moved as an evening.
    """
    check_day(planned_on, PLANNED_ON)
    check_day(planned_until, PLANNED_UNTIL)
    check_order(planned_on, planned_until)
    if desk.read(plan_row, measure_id, desk.clock.today()).event_on is not None:
        raise UserError("day_follows_event")
    label = f"{_title(desk, measure_id)} verschoben"
    with desk.write(label, merge_key=f"measure_days:{measure_id}") as w:
        measure = w.get(Measure, measure_id)
        is_one_day = planned_until == planned_on
        measure.planned_on, measure.planned_until = (
            planned_on,
            None if is_one_day else planned_until,
        )
        measure.is_moved_by_hand = True
        measure.is_not_needed = False


def follow_rule(desk: Desk, measure_id: uuid.UUID) -> None:
    """Let the rule hold again; where it has no day, the day of the hand stays."""
    with desk.write(f"{_title(desk, measure_id)} wieder nach der Regel") as w:
        _follow(w, w.get(Measure, measure_id))


def set_measure_done(desk: Desk, measure_id: uuid.UUID, done_on: date | None) -> None:
    """Note the day a measure was done, or that it is open again."""
    check_past(done_on, desk.clock.today(), DONE_ON)
    state = "wieder offen" if done_on is None else "erledigt"
    with desk.write(f"{_title(desk, measure_id)} {state}") as w:
        measure = w.get(Measure, measure_id)
        measure.done_on = done_on
        if done_on is not None:
            measure.is_not_needed = False


def set_measure_not_needed(desk: Desk, measure_id: uuid.UUID, not_needed: bool) -> None:
    """Say "entfällt", or want the measure after all."""
    state = "entfällt" if not_needed else "doch nötig"
    with desk.write(f"{_title(desk, measure_id)} {state}") as w:
        measure = w.get(Measure, measure_id)
        measure.is_not_needed = not_needed
        if not_needed:
            measure.done_on = None


def reorder_measure(desk: Desk, measure_id: uuid.UUID, places: int) -> None:
    """Move a measure up (negative) or down in the order of its plan."""
    with desk.write(f"{_title(desk, measure_id)} umgestellt") as w:
        moved = w.get(Measure, measure_id)
        statement = select(Measure).where(Measure.cohort_id == moved.cohort_id)
        ordered = list(w.session.scalars(statement.order_by(Measure.position, Measure.id)))
        place = ordered.index(moved)
        ordered.insert(max(place + places, 0), ordered.pop(place))
        for position, measure in enumerate(ordered):
            if measure.position != position:
                measure.position = position


def delete_measure(desk: Desk, measure_id: uuid.UUID) -> None:
    """Delete a measure with the states of its children."""
    with desk.write(f"{_title(desk, measure_id)} gelöscht") as w:
        w.delete(w.get(Measure, measure_id))


def checked_rule(text: str) -> str:
    """Return a rule the way the program writes it; empty stays empty."""
    line = checked_line(text, _LABELS["rule"])
    return words(parse_rule(line)) if line else ""


def _follow(w: Writer, measure: Measure) -> None:
    year = year_of(w.session, cohort_card(w.session, measure.cohort_id))
    days = computed_days(measure.rule, year)
    if days is not None:
        measure.planned_on, measure.planned_until = stored_days(days)
        measure.is_moved_by_hand = False


def _checked(name: str, value: object) -> object:
    """Return a field's value as it is stored."""
    if name not in _LABELS:
        raise TypeError(f"no such field of a measure: {name}")
    if not isinstance(value, str):
        return value
    if name == "title":
        return checked_name(value, "Maßnahme")
    if name == "rule":
        return checked_rule(value)
    if name in _TEXTS:
        return checked_text(value, _TEXTS[name])
    return checked_line(value, _LINES[name])


def _title(desk: Desk, measure_id: uuid.UUID) -> str:
    return f"„{shorten(desk.read(measure_title, measure_id), _MOST_LABEL)}“"

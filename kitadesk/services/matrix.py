"""Setting cells of the matrix: one child or many, one measure or several, always one step."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural, shorten
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.dates import check_day, check_past
from kitadesk.domain.names import spoken_name
from kitadesk.domain.transition import MeasureState
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.transition import ChildMeasure, Measure
from kitadesk.storage.writer import Writer

Cell = tuple[uuid.UUID, uuid.UUID]
"""Child and measure."""

_MOST_TITLE = 30
_MANY = 200
"""From so many new rows on they are inserted at the driver's speed."""
_WORDS = {
    None: "offen",
    MeasureState.DONE: "erledigt",
    MeasureState.PLANNED: "geplant",
    MeasureState.NOT_NEEDED: "entfällt",
}


def set_cells(
    desk: Desk, cells: Iterable[Cell], state: MeasureState | None, *, on_date: date | None = None
) -> int:
    """Set the state of these children in these measures; None means open again, which needs no row.

    Done without a day is done today; a day belongs to what is done or planned. Measures that follow
    from the consent ledger are refused with `cell_from_ledger`, what is done on a day to come with
    `day_in_future`. Returns how many cells changed.
    """
    check_day(on_date, "Tag")
    if state is MeasureState.DONE:
        check_past(on_date, desk.clock.today(), "Tag")
    wanted = sorted(set(cells))
    if not wanted:
        return 0
    day = on_date
    if state is MeasureState.DONE and day is None:
        day = desk.clock.today()
    if state in (None, MeasureState.NOT_NEEDED):
        day = None
    with desk.write("Stand der Maßnahme") as w:
        measures = _measures(w, {measure for _child, measure in wanted})
        names = _names(w, {child for child, _measure in wanted})
        changed = _change(w, wanted, state, day)
        w.label = step_label(measures, names, state)
    return changed


def step_label(measures: Sequence[str], names: Sequence[str], state: MeasureState | None) -> str:
    """Return what people call the step: "Logopädie erledigt (12 Kinder)"."""
    what = measures[0] if len(measures) == 1 else plural(len(measures), "Maßnahme", "Maßnahmen")
    who = names[0] if len(names) == 1 else plural(len(names), "Kind", "Kinder")
    return f"{shorten(what, _MOST_TITLE)} {_WORDS[state]} ({who})"


def _change(w: Writer, wanted: Sequence[Cell], state: MeasureState | None, day: date | None) -> int:
    known = _known(w, wanted)
    changed = 0
    for record in known.values():
        if state is None:
            w.session.delete(record)  # Nothing refers to a state, so `Writer.delete` finds nothing.
        elif (record.state, record.on_date) == (state, day):
            continue
        else:
            record.state, record.on_date = state, day
        changed += 1
    if state is None:
        return changed
    new = [
        {"child_id": child, "measure_id": measure, "state": state, "on_date": day}
        for child, measure in wanted
        if (child, measure) not in known
    ]
    if len(new) >= _MANY:
        w.insert_many(ChildMeasure, new)
    else:
        w.session.add_all(ChildMeasure(**row) for row in new)
    return changed + len(new)


def _known(w: Writer, wanted: Sequence[Cell]) -> dict[Cell, ChildMeasure]:
    """Return the rows that are there already, asked for measure by measure."""
    children = {child for child, _measure in wanted}
    asked = set(wanted)
    found: dict[Cell, ChildMeasure] = {}
    for measure in {measure for _child, measure in wanted}:
        statement = select(ChildMeasure).where(ChildMeasure.measure_id == measure)
        if len(children) < _MANY:
            statement = statement.where(ChildMeasure.child_id.in_(children))
        for record in w.session.scalars(statement):
            cell = (record.child_id, record.measure_id)
            if cell in asked:
                found[cell] = record
    return found


def _measures(w: Writer, ids: set[uuid.UUID]) -> list[str]:
    """Return the names of the measures in the order of the plan; refuse those of the ledger."""
    rows = sorted((w.get(Measure, one) for one in ids), key=lambda row: (row.position, row.id))
    for row in rows:
        if row.step in CONSENT_STEPS:
            raise UserError("cell_from_ledger", measure=row.short_title or row.title)
    return [row.short_title or row.title for row in rows]


def _names(w: Writer, ids: set[uuid.UUID]) -> list[str]:
    """Return the name of one child; of several only one empty word for each, to be counted."""
    if len(ids) == 1:
        child = w.get(Child, next(iter(ids)))
        return [spoken_name(child.first_name, child.last_name)]
    statement = select(Child.id)
    if len(ids) < _MANY:
        statement = statement.where(Child.id.in_(ids))
    if ids.difference(w.session.scalars(statement)):
        raise UserError("record_gone")
    return [""] * len(ids)

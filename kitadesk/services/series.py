"""What a leader does with a series: propose dates, make it, add the next date, count visitors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import shorten
from kitadesk.domain.dates import check_day
from kitadesk.domain.entries import checked_line, checked_text
from kitadesk.domain.events import EventStatus
from kitadesk.domain.plan_conflicts import ConflictKind
from kitadesk.domain.replies import Answer, check_reply
from kitadesk.domain.series import MOST_DATES, days_after, days_until, parse_rule
from kitadesk.queries.day_checks import conflicts_of_days
from kitadesk.queries.events import event, event_title
from kitadesk.queries.replies import guests_of, persons_without
from kitadesk.queries.series import series_of
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import plan_tasks
from kitadesk.storage.models.events import AgendaItem, Event, EventSeries, EventText, Registration
from kitadesk.storage.writer import Writer

MOST_LINE = 300
VISITORS = "Gäste"
"""The label of the number of visitors, where the office has not given another one."""
FREE_KINDS = frozenset(
    {ConflictKind.PUBLIC_HOLIDAY, ConflictKind.SCHOOL_BREAK, ConflictKind.CLOSING_DAY}
)
"""On such days a series has no date, unless the office wants it."""
_MOST_LABEL = 40
_NEXT_TRIES = 40
_LABELS = {"title": "Name", "rule": "Regel", "host": "Gastgeber", "review": "Rückblick"}
_COPIED = (
    "institution_id", "cohort_id", "kind", "title", "starts_at", "ends_at", "doors_at", "room_id",
    "place", "has_childcare", "interpreter_languages", "fee", "audience", "is_joint",
    "reply_kind", "reply_question", "reply_choices",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """A day that the rule gives; `hint` names what is against it, then it is not taken at first."""

    day: date
    hint: str = ""
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """A further date of a series, with its own topic and host."""

    day: date
    topic: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class SeriesInput:
    """The event that a series begins with, its rule in words, and its further dates."""

    event_id: UUID
    rule: str
    dates: tuple[SeriesDate, ...]


class SeriesFields(TypedDict, total=False):
    """The fields of a series that can be changed one by one."""

    title: str
    rule: str
    host: str
    review: str


def propose_dates(desk: Desk, event_id: UUID, rule: str, until: date) -> tuple[ProposedDate, ...]:
    """Return the days of a rule after the event; free days are named, and meant to be skipped.

    Raises UserError ``series_rule_not_understood``.
    """
    check_day(until, "Bis")
    parsed = parse_rule(rule)
    row = desk.read(event, event_id)
    start = row.on_date or desk.clock.today()
    days = days_until(parsed, start, until)
    return _proposed(desk, sorted(set(days) - _days_of(desk, row.series_id)))


def make_series(desk: Desk, series: SeriesInput) -> UUID:
    """Make the further dates of an event as its series, in one step; each is an event of its own.

    The event itself stays as it is. An event that is in a series already gets further dates there.
    Raises UserError ``series_without_dates`` or ``series_rule_not_understood``.
    """
    if not series.dates:
        raise UserError("series_without_dates")
    rule = _cleaned("rule", series.rule)
    dates = [_checked(one) for one in series.dates[:MOST_DATES]]
    title = shorten(desk.read(event_title, series.event_id), _MOST_LABEL)
    with desk.write(f"Reihe {title}") as writer:
        first = writer.get(Event, series.event_id)
        if first.series_id is None:
            made = EventSeries(
                institution_id=first.institution_id,
                title=first.title,
                rule=rule,
                host=first.host,
            )
            first.series_id = writer.add(made).id
        else:
            writer.get(EventSeries, first.series_id).rule = rule
        for one in dates:
            _add_copy(writer, first, one, desk.clock.today())
        return first.series_id


def add_next_date(desk: Desk, series_id: UUID) -> UUID:
    """Add the next date by the rule, after the last one and on no free day; returns the event."""
    row = desk.read(series_of, series_id, desk.clock.today())
    with_day = [one for one in row.dates if one.on_date is not None]
    if not with_day:
        raise UserError("series_without_dates")
    last = with_day[-1]
    day = _next_day(desk, row.rule, last.on_date or desk.clock.today())
    with desk.write(f"Nächster Termin {shorten(row.title, _MOST_LABEL)}") as writer:
        model = writer.get(Event, last.event_id)
        return _add_copy(writer, model, SeriesDate(day, host=row.host), desk.clock.today())


def change_series(desk: Desk, series_id: UUID, **fields: Unpack[SeriesFields]) -> None:
    """Change name, rule, usual host or review of a series; its dates stay as they are."""
    row = desk.read(series_of, series_id, desk.clock.today())
    values = {name: _cleaned(name, str(value)) for name, value in fields.items()}
    label = " und ".join(_LABELS[name] for name in sorted(fields)[:2])
    merge_key = f"series:{series_id}:{','.join(sorted(fields))}"
    label = f"{label} {shorten(row.title, _MOST_LABEL)}"
    with desk.write(label, merge_key=merge_key) as writer:
        series = writer.get(EventSeries, series_id)
        for name, value in values.items():
            setattr(series, name, value)


def leave_series(desk: Desk, event_id: UUID) -> None:
    """Take one date out of its series; it stays as an event of its own."""
    title = shorten(desk.read(event_title, event_id), _MOST_LABEL)
    with desk.write(f"{title} aus der Reihe genommen") as writer:
        writer.get(Event, event_id).series_id = None


def set_visitors(desk: Desk, event_id: UUID, persons: int) -> None:
    """Note how many came in all; who did not reply is counted in the only line of guests.

    Raises UserError ``visitors_below_replies``: fewer can only be said by changing the replies.
    """
    check_reply(persons)
    guests = desk.read(guests_of, event_id)
    label = guests[0].label if len(guests) == 1 else VISITORS
    known = desk.read(persons_without, event_id, label)
    if persons < known:
        raise UserError("visitors_below_replies", persons=persons, known=known)
    persons -= known
    title = shorten(desk.read(event_title, event_id), _MOST_LABEL)
    query = select(Registration).where(
        Registration.event_id == event_id,
        Registration.household_id.is_(None),
        Registration.guest_label == label,
    )
    with desk.write(f"Besuch {title}", merge_key=f"visitors:{event_id}") as writer:
        found = writer.session.scalars(query).first()
        if found is not None:
            found.persons = persons
        else:
            house_id = writer.get(Event, event_id).institution_id
            writer.add(_visitors(house_id, event_id, label, persons))


def _visitors(house_id: UUID, event_id: UUID, label: str, persons: int) -> Registration:
    return Registration(
        institution_id=house_id,
        event_id=event_id,
        guest_label=label,
        answer=Answer.YES,
        persons=persons,
    )


def _days_of(desk: Desk, series_id: UUID | None) -> set[date]:
    if series_id is None:
        return set()
    dates = desk.read(series_of, series_id, desk.clock.today()).dates
    return {one.on_date for one in dates if one.on_date is not None}


def _proposed(desk: Desk, days: Iterable[date]) -> tuple[ProposedDate, ...]:
    found = desk.read(conflicts_of_days, days)
    return tuple(
        ProposedDate(
            day,
            ", ".join(conflict.text for conflict in conflicts),
            is_free=any(conflict.kind in FREE_KINDS for conflict in conflicts),
        )
        for day, conflicts in sorted(found.items())
    )


def _next_day(desk: Desk, rule: str, last: date) -> date:
    """Return the first day of the rule that is not free; at the end of the data simply the next."""
    days = tuple(islice(days_after(parse_rule(rule), last), _NEXT_TRIES))
    if not days:
        raise UserError("series_rule_not_understood", text=rule[:60])
    proposed = _proposed(desk, days)
    return next((one.day for one in proposed if not one.is_free), proposed[0].day)


def _add_copy(writer: Writer, model: Event, one: SeriesDate, today: date) -> UUID:
    """Add one date: what the evening is like is taken over, never its replies and its tasks."""
    values = {name: getattr(model, name) for name in _COPIED}
    distance: timedelta | None = None
    if model.on_date is not None and model.reply_until is not None:
        distance = model.on_date - model.reply_until
    added = writer.add(
        Event(
            **values,
            series_id=model.series_id,
            status=EventStatus.PLANNED,
            on_date=one.day,
            reply_until=one.day - distance if distance is not None else None,
            subtitle=one.topic,
            host=one.host,
        )
    )
    _copy_words(writer, model.id, added.id)
    plan_tasks(writer, added, today, known=frozenset())
    return added.id


def _copy_words(writer: Writer, model_id: UUID, event_id: UUID) -> None:
    """Take over the texts that the office changed, and the agenda."""
    for text in writer.session.scalars(select(EventText).where(EventText.event_id == model_id)):
        writer.add(EventText(event_id=event_id, block=text.block, text=text.text))
    items = writer.session.scalars(select(AgendaItem).where(AgendaItem.event_id == model_id))
    for item in items.all():
        writer.add(
            AgendaItem(
                event_id=event_id,
                position=item.position,
                minutes=item.minutes,
                title=item.title,
                who=item.who,
                material=item.material,
                goal=item.goal,
                internal_note=item.internal_note,
            )
        )


def _checked(one: SeriesDate) -> SeriesDate:
    check_day(one.day, "Datum")
    topic = checked_line(one.topic, "Thema", most=MOST_LINE)
    host = checked_line(one.host, _LABELS["host"], most=MOST_LINE)
    return SeriesDate(one.day, topic, host)


def _cleaned(name: str, typed: str) -> str:
    if name == "review":
        return checked_text(typed, _LABELS[name])
    line = checked_line(typed, _LABELS[name], most=MOST_LINE)
    if name == "rule":
        parse_rule(line)
    if name == "title" and not line:
        raise UserError("event_title_missing")
    return line

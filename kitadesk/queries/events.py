"""Events as lists and pages show them: summary, one event in full, rooms, tasks, agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, or_, select, true
from sqlalchemy.sql.selectable import ScalarSelect

from kitadesk.base.errors import UserError
from kitadesk.base.text import sort_key
from kitadesk.domain.event_hints import EventState, hint_of
from kitadesk.domain.events import EventKind, EventStatus, TextBlock, place_label
from kitadesk.domain.replies import ReplyKind
from kitadesk.queries.invited import households_of_event
from kitadesk.queries.reader import Reader, once
from kitadesk.storage.models.events import (
    AgendaItem,
    Event,
    EventSeries,
    EventText,
    Minutes,
    Registration,
    Task,
)
from kitadesk.storage.models.institutions import Room
from kitadesk.storage.models.transition import Cohort

MINUTES_STEP = "minutes"


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One event in the list; `hint` names what is odd.

    `invited` counts the households that the reply counters show, once one of them has answered.
    `more` counts further dates of its series that a list folds away behind it.
    """

    id: UUID
    kind: EventKind
    status: EventStatus
    title: str
    subtitle: str
    on_date: date | None
    until_date: date | None
    starts_at: time | None
    ends_at: time | None
    audience: str
    place_label: str
    host: str
    series_title: str
    is_joint: bool
    tasks_done: int
    tasks_total: int
    invited: int
    replied: int
    persons: int
    hint: str
    entry_year: int | None = None
    series_id: UUID | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in full; `texts` holds only the blocks that the office changed.

    With an `entry_year` it is meant for the families of that year's children only.
    """

    id: UUID
    institution_id: UUID
    series_id: UUID | None
    cohort_id: UUID | None
    kind: EventKind
    status: EventStatus
    title: str
    subtitle: str
    on_date: date | None
    until_date: date | None
    starts_at: time | None
    ends_at: time | None
    doors_at: time | None
    room_id: UUID | None
    place: str
    reply_until: date | None
    reply_kind: ReplyKind
    reply_question: str
    reply_choices: str
    has_childcare: bool
    interpreter_languages: str
    fee: str
    audience: str
    host: str
    is_joint: bool
    postponed_from: date | None
    cancel_reason: str
    note: str
    series_title: str
    room_name: str
    room_address: str
    room_capacity: int | None
    place_label: str
    texts: Mapping[TextBlock, str]
    entry_year: int | None = None


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room to choose from; `capacity` is how many persons fit, where somebody knows."""

    id: UUID
    name: str
    address: str
    capacity: int | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A step of an event's plan; a step that is not needed reads "entfällt"."""

    id: UUID
    title: str
    step: str
    due_on: date | None
    done_on: date | None
    is_not_needed: bool
    responsible: str
    paper_id: str
    position: int
    note: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of the agenda; its time follows from the minutes before it."""

    id: UUID
    position: int
    minutes: int
    title: str
    who: str
    material: str
    goal: str
    internal_note: str


def events(reader: Reader, today: date) -> tuple[EventSummary, ...]:
    """Return all events: what comes next first, undated ones after it, then the past backwards."""
    rows = [_summary(row, today) for row in reader.execute(_summary_query(today))]
    coming = [row for row in rows if row.on_date is None or row.on_date >= today]
    past = [row for row in rows if row.on_date is not None and row.on_date < today]
    coming.sort(key=_by_time)
    past.sort(key=_by_time, reverse=True)
    return (*coming, *past)


@once
def event(reader: Reader, event_id: UUID) -> EventRow:
    """Return one event in full; raises UserError ``record_gone`` when it is not there."""
    columns = [column for column in Event.__table__.columns if column.key != "version"]
    query = (
        select(
            *columns,
            func.coalesce(EventSeries.title, "").label("series_title"),
            func.coalesce(Room.name, "").label("room_name"),
            func.coalesce(Room.address, "").label("room_address"),
            Room.capacity.label("room_capacity"),
            Cohort.entry_year,
        )
        .select_from(Event)
        .outerjoin(Cohort, Cohort.id == Event.cohort_id)
        .outerjoin(EventSeries, EventSeries.id == Event.series_id)
        .outerjoin(Room, Room.id == Event.room_id)
        .where(Event.id == event_id)
    )
    found = reader.execute(query).mappings().one_or_none()
    if found is None:
        raise UserError("record_gone")
    values = {str(name): found[name] for name in found}
    label = place_label(found["room_name"], found["room_address"], found["place"])
    return EventRow(**values, place_label=label, texts=_texts_of(reader, event_id))


def event_title(reader: Reader, event_id: UUID) -> str:
    """Return the title of an event; raises UserError ``record_gone`` when it is not there."""
    found = reader.execute(select(Event.title).where(Event.id == event_id)).scalar()
    if found is None:
        raise UserError("record_gone")
    return found


def rooms(reader: Reader) -> tuple[RoomRow, ...]:
    """Return all rooms by name."""
    found = reader.execute(select(Room.id, Room.name, Room.address, Room.capacity))
    return tuple(sorted((RoomRow(*row) for row in found), key=lambda room: sort_key(room.name)))


def tasks_of(reader: Reader, event_id: UUID) -> tuple[TaskRow, ...]:
    """Return the steps of an event's plan in the order of their days.

    What is open for an event that is called off is not needed; held after all, it is what it was.
    """
    query = (
        select(
            Task.id,
            Task.title,
            Task.step,
            Task.due_on,
            Task.done_on,
            _is_not_needed().label("is_not_needed"),
            Task.responsible,
            Task.paper_id,
            Task.position,
            Task.note,
        )
        .join(Event, Event.id == Task.event_id)
        .where(Task.event_id == event_id)
        .order_by(Task.due_on.nulls_last(), Task.position, Task.id)
    )
    return tuple(TaskRow(**row) for row in reader.execute(query).mappings())


def agenda_of(reader: Reader, event_id: UUID) -> tuple[AgendaRow, ...]:
    """Return the agenda of an event in its order."""
    query = (
        select(
            AgendaItem.id,
            AgendaItem.position,
            AgendaItem.minutes,
            AgendaItem.title,
            AgendaItem.who,
            AgendaItem.material,
            AgendaItem.goal,
            AgendaItem.internal_note,
        )
        .where(AgendaItem.event_id == event_id)
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    return tuple(AgendaRow(*row) for row in reader.execute(query))


_SUMMARY_COLUMNS = tuple(
    one.name for one in fields(EventSummary) if one.name in Event.__table__.columns
)
_SUMMARY_ALSO = (
    "series_title",
    "tasks_done",
    "tasks_total",
    "invited",
    "replied",
    "persons",
    "entry_year",
)


def _summary_query(today: date) -> Select[*tuple[Any, ...]]:
    replied = select(func.count()).where(Registration.household_id.is_not(None))
    persons = select(func.coalesce(func.sum(Registration.persons), 0))
    return (
        select(
            *(Event.__table__.columns[name] for name in _SUMMARY_COLUMNS),
            Event.reply_until,
            Event.place,
            func.coalesce(EventSeries.title, "").label("series_title"),
            func.coalesce(Room.name, "").label("room_name"),
            func.coalesce(Room.address, "").label("room_address"),
            _steps(Task.done_on.is_not(None)).label("tasks_done"),
            _steps(true()).label("tasks_total"),
            _steps((Task.step == MINUTES_STEP) & Task.done_on.is_(None)).label("minutes_open"),
            _has_minutes(released=True).label("minutes_released"),
            _has_minutes(released=False).label("minutes_draft"),
            case((_is_answered(), _number(households_of_event(today))), else_=0).label("invited"),
            _number(replied.where(Registration.event_id == Event.id)).label("replied"),
            _number(persons.where(Registration.event_id == Event.id)).label("persons"),
            Cohort.entry_year,
        )
        .select_from(Event)
        .outerjoin(Cohort, Cohort.id == Event.cohort_id)
        .outerjoin(EventSeries, EventSeries.id == Event.series_id)
        .outerjoin(Room, Room.id == Event.room_id)
    )


def _is_answered() -> ColumnElement[bool]:
    """Return whether any household has answered: the list shows no number before."""
    mine = (Registration.event_id == Event.id) & Registration.household_id.is_not(None)
    return exists().where(mine).correlate(Event)


def _has_minutes(*, released: bool) -> ColumnElement[bool]:
    mine = (Minutes.event_id == Event.id) & (Minutes.is_released.is_(released))
    return exists().where(mine).correlate(Event)


def _number(query: Select[int]) -> ScalarSelect[int]:
    return query.correlate(Event).scalar_subquery()


def _steps(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    """Count the steps of the event that are wanted at all and meet the condition."""
    wanted = select(func.count()).where(Task.event_id == Event.id, ~_is_not_needed())
    return _number(wanted.where(condition))


def _is_not_needed() -> ColumnElement[bool]:
    """Return whether a step of an event is "entfällt": it says so, or its event is called off."""
    is_off = and_(Event.status == EventStatus.CANCELLED, Task.done_on.is_(None))
    return or_(Task.is_not_needed, is_off)


def _summary(row: Row[*tuple[Any, ...]], today: date) -> EventSummary:
    state = EventState(
        status=row.status,
        on_date=row.on_date,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reply_until=row.reply_until,
        has_open_minutes=row.minutes_open > 0 and not row.minutes_released,
        has_draft_minutes=row.minutes_draft,
        lacks_host=row.series_id is not None and not row.host,
        needs_date=row.kind is not EventKind.LETTER,
    )
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for the columns by name
    return EventSummary(
        **{name: found[name] for name in (*_SUMMARY_COLUMNS, *_SUMMARY_ALSO)},
        place_label=place_label(row.room_name, row.room_address, row.place),
        hint=hint_of(state, today),
    )


def _by_time(row: EventSummary) -> tuple[date, time, str]:
    return (row.on_date or date.max, row.starts_at or time.min, sort_key(row.title))


def _texts_of(reader: Reader, event_id: UUID) -> dict[TextBlock, str]:
    query = select(EventText.block, EventText.text).where(EventText.event_id == event_id)
    return {block: text for block, text in reader.execute(query)}  # noqa: C416  (rows are no pairs)

"""The page *Heute*: what is overdue, what this week brings, what comes later, the next event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select

from kitadesk.base.dates import week_of
from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventStatus, TaskArea
from kitadesk.queries.events import events, tasks_of
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, Task
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child

SHOWN = 5
NOT_NEEDED_DAYS = 14


@dataclass(frozen=True, slots=True)
class TodayItem:
    """A task or a note; what was done today stays visible, so that a tick can be taken back."""

    id: UUID
    kind: Literal["task", "note"]
    title: str
    area: TaskArea
    due_on: date | None
    event_id: UUID | None
    event_title: str
    paper_id: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class TodayGroup:
    """The first items of a group, and how many more there are ("+4 weitere")."""

    items: tuple[TodayItem, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next event with the state of its preparation; `next_step` is empty when all is done."""

    id: UUID
    title: str
    on_date: date
    starts_at: time | None
    place_label: str
    tasks_done: int
    tasks_total: int
    next_step: str


@dataclass(frozen=True, slots=True)
class TodayRows:
    """Everything on the page; without a house or children it shows the first papers instead."""

    overdue: TodayGroup
    this_week: TodayGroup
    later: TodayGroup
    not_needed: TodayGroup
    next_event: NextEvent | None
    has_house: bool
    has_children: bool


def today(reader: Reader, on: date, *, shown: int = SHOWN) -> TodayRows:
    """Return the page for a day; overdue is computed, "this week" runs until Sunday.

    Tasks of events that were called off are gone; "entfällt" is shown for two weeks around today.
    """
    items = [*_tasks(reader, on, is_not_needed=False), *_notes(reader, on)]
    items.sort(key=_by_day)
    sunday = week_of(on).last
    overdue = [item for item in items if _day(item) < on]
    week = [item for item in items if on <= _day(item) <= sunday]
    later = [item for item in items if _day(item) > sunday]
    fell_away = sorted(_tasks(reader, on, is_not_needed=True), key=_by_day)
    return TodayRows(
        overdue=_group(overdue, shown),
        this_week=_group(week, shown),
        later=_group(later, shown),
        not_needed=_group(fell_away, shown),
        next_event=next_event(reader, on),
        has_house=_has(reader, Institution.is_own.is_(True)),
        has_children=_has(reader, Child.id.is_not(None)),
    )


def next_event(reader: Reader, on: date) -> NextEvent | None:
    """Return the next event of the house that takes place; None when nothing is planned."""
    for row in events(reader, on):
        if row.on_date is None or row.on_date < on or row.status is not EventStatus.PLANNED:
            continue
        steps = (step for step in tasks_of(reader, row.id) if not step.is_not_needed)
        open_steps = [step.title for step in steps if step.done_on is None]
        return NextEvent(
            id=row.id,
            title=row.title,
            on_date=row.on_date,
            starts_at=row.starts_at,
            place_label=row.place_label,
            tasks_done=row.tasks_done,
            tasks_total=row.tasks_total,
            next_step=open_steps[0] if open_steps else "",
        )
    return None


def task_title(reader: Reader, task_id: UUID) -> str:
    """Return the title of a task; raises UserError ``record_gone`` when it is not there."""
    found = reader.execute(select(Task.title).where(Task.id == task_id)).scalar()
    if found is None:
        raise UserError("record_gone")
    return found


def note_text(reader: Reader, note_id: UUID) -> str:
    """Return the text of a note; raises UserError ``record_gone`` when it is not there."""
    found = reader.execute(select(Note.text).where(Note.id == note_id)).scalar()
    if found is None:
        raise UserError("record_gone")
    return found


def _tasks(reader: Reader, on: date, *, is_not_needed: bool) -> list[TodayItem]:
    query = (
        select(
            Task.id,
            Task.title,
            Task.area,
            Task.due_on,
            Task.event_id,
            func.coalesce(Event.title, ""),
            Task.paper_id,
            Task.done_on,
        )
        .outerjoin(Event, Event.id == Task.event_id)
        .where(or_(Task.done_on.is_(None), Task.done_on == on))
        .where(or_(Event.id.is_(None), Event.status != EventStatus.CANCELLED))
        .where(Task.is_not_needed == is_not_needed)
    )
    if is_not_needed:
        near = timedelta(days=NOT_NEEDED_DAYS)
        query = query.where(Task.due_on.between(on - near, on + near))
    return [
        TodayItem(row[0], "task", *row[1:7], is_done=row.done_on is not None)
        for row in reader.execute(query)
    ]


def _notes(reader: Reader, on: date) -> list[TodayItem]:
    query = select(Note.id, Note.text, Note.due_on, Note.event_id, Note.done_on).where(
        or_(Note.done_on.is_(None), Note.done_on == on)
    )
    return [
        TodayItem(
            id=row.id,
            kind="note",
            title=row.text,
            area=TaskArea.TODAY,
            due_on=row.due_on,
            event_id=row.event_id,
            event_title="",
            paper_id="",
            is_done=row.done_on is not None,
        )
        for row in reader.execute(query)
    ]


def _day(item: TodayItem) -> date:
    return item.due_on or date.max


def _by_day(item: TodayItem) -> tuple[date, bool, UUID]:
    return (_day(item), item.is_done, item.id)


def _group(items: list[TodayItem], shown: int) -> TodayGroup:
    return TodayGroup(tuple(items[:shown]), max(len(items) - shown, 0))


def _has(reader: Reader, condition: ColumnElement[bool]) -> bool:
    return bool(reader.execute(select(exists().where(condition))).scalar())

"""The page *Heute*: what is overdue, what this week brings, what comes later, the next event.

Asked in plain standard SQL through the bare driver (`desk.look`), because it is the first page:
SQLAlchemy and the models would take longer to import than all the rest of the start. Keys are
16 bytes there, days and times ISO text, words of an enum its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from kitadesk.base.dates import working_week
from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus, place_label
from kitadesk.queries.plain import PlainSql, first
from kitadesk.queries.planned_moves import group_changes
from kitadesk.queries.today_items import TodayItem, measures, notes, tasks, terms

SHOWN = 5
INVENTED_TOWN = "invented_town"
"""The setting that marks a file as the invented town, which somebody only looks at."""

NO_MEETING = (EventKind.LETTER.value, EventKind.CLOSING_DAY.value)
"""Kinds of events that nobody comes to."""


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


def today(reader: PlainSql, on: date, *, shown: int = SHOWN) -> TodayRows:
    """Return the page for a day; overdue is computed, "this week" runs until Sunday.

    On Saturday and Sunday that is the Sunday after: Monday is what somebody prepares then.

    Tasks of events that were called off are gone; "entfällt" is shown for two weeks around today.
    """
    items = [*tasks(reader, on, is_not_needed=False), *notes(reader, on)]
    items += [*measures(reader, on), *terms(reader, on), *group_changes(reader, on)]
    items.sort(key=_by_day)
    sunday = working_week(on).last
    overdue = [item for item in items if _day(item) < on]
    week = [item for item in items if on <= _day(item) <= sunday]
    later = [item for item in items if _day(item) > sunday]
    fell_away = sorted(tasks(reader, on, is_not_needed=True), key=_by_day)
    return TodayRows(
        overdue=_group(overdue, shown),
        this_week=_group(week, shown),
        later=_group(later, shown),
        not_needed=_group(fell_away, shown),
        next_event=next_event(reader, on),
        has_house=house_name(reader) is not None,
        has_children=first(reader, "SELECT 1 FROM child LIMIT 1") is not None,
    )


def house_name(reader: PlainSql) -> str | None:
    """Return the name of the own house; None before the first start is done."""
    found = first(reader, "SELECT name FROM institution WHERE is_own = 1")
    return None if found is None else str(found[0])


def is_invented_town(reader: PlainSql) -> bool:
    """Return whether the file is the invented town and nobody's own house."""
    return first(reader, "SELECT 1 FROM setting WHERE name = ?", (INVENTED_TOWN,)) is not None


def next_event(reader: PlainSql, on: date) -> NextEvent | None:
    """Return the next event of the house that takes place; None when nothing is planned."""
    found = first(reader, _NEXT_EVENT, (EventStatus.PLANNED.value, on.isoformat(), *NO_MEETING))
    if found is None:
        return None
    event_id, title, on_date, starts_at, room, address, place = found
    steps = list(reader.exec_driver_sql(_STEPS, (event_id,)))
    open_steps = [str(title) for title, done_on in steps if done_on is None]
    return NextEvent(
        id=UUID(bytes=event_id),
        title=title,
        on_date=date.fromisoformat(on_date),
        starts_at=None if starts_at is None else time.fromisoformat(starts_at),
        place_label=place_label(room or "", address or "", place),
        tasks_done=len(steps) - len(open_steps),
        tasks_total=len(steps),
        next_step=open_steps[0] if open_steps else "",
    )


def task_title(reader: PlainSql, task_id: UUID) -> str:
    """Return the title of a task; raises UserError ``record_gone`` when it is not there."""
    return _text(reader, "SELECT title FROM task WHERE id = ?", task_id)


def note_text(reader: PlainSql, note_id: UUID) -> str:
    """Return the text of a note; raises UserError ``record_gone`` when it is not there."""
    return _text(reader, "SELECT text FROM note WHERE id = ?", note_id)


_NEXT_EVENT = """
    SELECT event.id, event.title, event.on_date, event.starts_at, room.name, room.address,
           event.place
      FROM event LEFT JOIN room ON room.id = event.room_id
     WHERE event.status = ? AND event.on_date >= ? AND event.kind NOT IN (?, ?)
     ORDER BY event.on_date, coalesce(event.starts_at, ''), event.title, event.id LIMIT 1
"""
_STEPS = """
    SELECT title, done_on FROM task WHERE event_id = ? AND is_not_needed = 0
     ORDER BY due_on IS NULL, due_on, position, id
"""


def _day(item: TodayItem) -> date:
    return item.due_on or date.max


def _by_day(item: TodayItem) -> tuple[date, bool, UUID]:
    return (_day(item), item.is_done, item.id)


def _group(items: list[TodayItem], shown: int) -> TodayGroup:
    return TodayGroup(tuple(items[:shown]), max(len(items) - shown, 0))


def _text(reader: PlainSql, sql: str, row_id: UUID) -> str:
    found = first(reader, sql, (row_id.bytes,))
    if found is None:
        raise UserError("record_gone")
    return str(found[0])

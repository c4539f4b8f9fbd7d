"""Takes events over from a calendar file or a list: new, changed and unchanged, one step for all.

What a file does not name stays as it is. An event is known by its identity in the file, so the
same file again changes nothing, and our own file comes back to the same events.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.dates import parse_date, parse_time
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, fold, plural, shorten
from kitadesk.domain.calendar_entries import (
    OWN_UIDS,
    Action,
    CalendarEntry,
    kind_of,
    status_of,
)
from kitadesk.domain.dates import check_day
from kitadesk.domain.events import EventStatus
from kitadesk.domain.sheet import Cell, Sheet
from kitadesk.queries.event_exchange import EventRecord, event_records
from kitadesk.queries.house import own_house_id
from kitadesk.services.calendar_files import MOST_TITLE, read_calendar
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import replan
from kitadesk.services.parsing import parse_in_child
from kitadesk.storage.models.events import Event, Task
from kitadesk.storage.writer import Writer

CALENDAR_BEGIN = b"BEGIN:VCALENDAR"
_HEADERS = {
    "id": "id", "art": "kind", "titel": "title", "veranstaltung": "title", "betreff": "title",
    "untertitel": "subtitle", "datum": "first", "beginnt am": "first", "bis": "last",
    "endet am": "last", "beginn": "starts_at", "uhrzeit": "starts_at", "beginnt um": "starts_at",
    "ende": "ends_at", "endet um": "ends_at", "ort": "place", "stand": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventImportRow:
    """What happens to one entry of the file."""

    line: int
    action: Action
    reason: str
    title: str
    on_date: date | None


@dataclass(frozen=True, slots=True)
class EventImportPlan:
    """The rows in their order, and the entries that will be written."""

    rows: tuple[EventImportRow, ...]
    entries: tuple[CalendarEntry, ...]

    def count(self, action: Action) -> int:
        """Return how many rows have this action."""
        return sum(row.action == action for row in self.rows)


def read_events(data: bytes, name: str, today: date) -> tuple[CalendarEntry, ...]:
    """Return the entries of a calendar file or of a list; raises UserError."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[: len(CALENDAR_BEGIN)].upper() == CALENDAR_BEGIN:
        return read_calendar(data, name)
    return entries_of_sheet(parse_in_child(data, name), today)


def entries_of_sheet(sheet: Sheet, today: date) -> tuple[CalendarEntry, ...]:
    """Return the entries of a list with headers as our own export has them."""
    for number, row in enumerate(sheet.rows):
        fields = [_HEADERS.get(fold(str(cell)), "") for cell in row]
        if "title" in fields and "first" in fields:
            return tuple(
                _entry(dict(zip(fields, cells, strict=False)), line, today)
                for line, cells in enumerate(sheet.rows[number + 1 :], number + 2)
                if any(cell != "" for cell in cells)
            )
    raise UserError("events_without_columns")


def plan_events(desk: Desk, entries: tuple[CalendarEntry, ...]) -> EventImportPlan:
    """Compare the entries with the events of the house; nothing is written."""
    known = {record.id: record for record in desk.read(event_records)}
    rows, wanted = [], {}
    for entry in entries:
        action, reason = _action(entry, known.get(entry.key))
        if entry.key in wanted and action != "rejected":
            action, reason = "rejected", "Der Termin steht zweimal in der Datei."
        if action != "rejected":
            wanted[entry.key] = entry
        rows.append(EventImportRow(entry.line, action, reason, entry.title, entry.first))
    changed = [row.action in ("added", "updated") for row in rows]
    taken = [entry for entry, is_new in zip(entries, changed, strict=True) if is_new]
    return EventImportPlan(tuple(rows), tuple(taken))


def apply_events(desk: Desk, plan: EventImportPlan) -> int:
    """Write what is new or changed in one step; returns how many events that are."""
    if not plan.entries:
        return 0
    words = plural(len(plan.entries), "Termin", "Termine")
    with desk.write(f"{words} übernommen") as writer:
        house_id = own_house_id(writer.session)
        for entry in plan.entries:
            event = writer.session.get(Event, entry.key)
            if event is None:
                event = Event(id=entry.key, institution_id=house_id, title=entry.title)
                event.kind = entry.kind
                _fill(event, entry)
                writer.add(event)
            else:
                before = event.on_date
                _fill(event, entry)
                if event.on_date != before:
                    _follow(writer, event, before, desk.clock.today())
    return len(plan.entries)


def _fill(event: Event, entry: CalendarEntry) -> None:
    event.title = entry.title
    event.subtitle = entry.subtitle
    event.on_date = entry.first
    event.until_date = entry.last
    event.starts_at = entry.starts_at
    event.ends_at = entry.ends_at
    if entry.status is not None:
        event.status = entry.status
    if event.room_id is None:  # a room says the place in full already
        event.place = entry.place


def _follow(writer: Writer, event: Event, before: date | None, today: date) -> None:
    """Let the tasks of an event move along; one that waited for its day is planned again."""
    if before is None and event.status is EventStatus.POSTPONED:
        event.status = EventStatus.PLANNED
    has_plan = select(Task.id).where(Task.event_id == event.id).limit(1)
    if writer.session.scalar(has_plan) is not None:
        replan(writer, event, today)


def _action(entry: CalendarEntry, known: EventRecord | None) -> tuple[Action, str]:
    if entry.problem:
        return "rejected", entry.problem
    if known is None:
        return "added", entry.remark
    ours = known.entry
    place = ours.place if known.has_room else entry.place
    theirs = replace(
        entry,
        uid=ours.uid,
        kind=ours.kind,
        status=entry.status or ours.status,
        place=place,
        sequence=ours.sequence,
        line=0,
        remark="",
    )
    return ("unchanged" if theirs == ours else "updated"), entry.remark


def _entry(cells: dict[str, Cell], line: int, today: date) -> CalendarEntry:
    title = _text(cells, "title")
    own_id = _text(cells, "id")
    uid = f"{own_id}{OWN_UIDS}" if _is_key(own_id) else ""
    try:
        first, last = _day(cells.get("first"), today), _day(cells.get("last"), today)
        starts, ends = _time(cells.get("starts_at")), _time(cells.get("ends_at"))
    except UserError as error:
        return CalendarEntry(uid, title, line=line, problem=error.what)
    problem = "" if title else "Der Titel fehlt."
    if first is not None and last is not None and last < first:
        problem = "Der letzte Tag liegt vor dem ersten."
    return CalendarEntry(
        uid=uid or f"{first} {title}",
        title=title,
        first=first,
        last=last if last != first else None,
        starts_at=starts,
        ends_at=ends,
        place=_text(cells, "place"),
        subtitle=_text(cells, "subtitle"),
        kind=kind_of(_text(cells, "kind")),
        status=status_of(_text(cells, "status")),
        line=line,
        problem=problem,
    )


def _text(cells: dict[str, Cell], name: str) -> str:
    value = cells.get(name)
    return shorten(clean(str(value)), MOST_TITLE) if value is not None else ""


def _day(cell: Cell | None, today: date) -> date | None:
    if isinstance(cell, date):
        check_day(cell, "Datum")
        return cell
    text = "" if cell is None else str(cell).strip()
    return parse_date(text, today).date if text else None


def _time(cell: Cell | None) -> time | None:
    text = "" if cell is None else str(cell).strip()
    return parse_time(text) if text else None


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True

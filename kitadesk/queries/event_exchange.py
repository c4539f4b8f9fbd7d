"""Events in full, as they are handed to other programs and compared with what comes from them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.domain.calendar_entries import CalendarEntry, uid_of
from kitadesk.domain.events import place_label
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, Registration
from kitadesk.storage.models.institutions import Room


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as other programs get it, with what only our lists show."""

    id: UUID
    entry: CalendarEntry
    audience: str
    reply_until: str
    persons: int
    has_room: bool


def event_records(reader: Reader) -> tuple[EventRecord, ...]:
    """Return all events by day, those without a day at the end."""
    persons = (
        select(func.coalesce(func.sum(Registration.persons), 0))
        .where(Registration.event_id == Event.id)
        .correlate(Event)
        .scalar_subquery()
    )
    query = (
        select(Event.__table__, Room.name, Room.address, persons.label("persons"))
        .outerjoin(Room, Room.id == Event.room_id)
        .order_by(Event.on_date.nulls_last(), Event.starts_at, Event.id)
    )
    return tuple(
        EventRecord(
            id=row.id,
            entry=CalendarEntry(
                uid=uid_of(row.id),
                title=row.title,
                first=row.on_date,
                last=row.until_date,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                place=place_label(row.name or "", row.address or "", row.place),
                subtitle=row.subtitle,
                kind=row.kind,
                status=row.status,
                sequence=row.version,
            ),
            audience=row.audience,
            reply_until="" if row.reply_until is None else f"{row.reply_until:%d.%m.%Y}",
            persons=row.persons,
            has_room=row.room_id is not None,
        )
        for row in reader.execute(query)
    )

"""The moves of an event: from which day to which, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import select

from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import EventPostponement


@dataclass(frozen=True, slots=True)
class PostponementRow:
    """One move; without `to_date` the new day was still open then."""

    id: UUID
    made_at: datetime
    from_date: date | None
    from_starts_at: time | None
    to_date: date | None
    to_starts_at: time | None
    reason: str


def postponements_of(reader: Reader, event_id: UUID) -> tuple[PostponementRow, ...]:
    """Return the moves of an event, the newest first."""
    query = (
        select(
            EventPostponement.id,
            EventPostponement.made_at,
            EventPostponement.from_date,
            EventPostponement.from_starts_at,
            EventPostponement.to_date,
            EventPostponement.to_starts_at,
            EventPostponement.reason,
        )
        .where(EventPostponement.event_id == event_id)
        .order_by(EventPostponement.made_at.desc(), EventPostponement.id.desc())
    )
    return tuple(PostponementRow(*row) for row in reader.execute(query))

"""A series of events: its dates with topic, host and visitors, and what the numbers say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventStatus
from kitadesk.domain.series import trend_words
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, EventSeries, Registration


@dataclass(frozen=True, slots=True)
class SeriesDateRow:
    """One date of a series; `visitors` counts families and guests, None while nobody counted."""

    event_id: UUID
    on_date: date | None
    starts_at: time | None
    status: EventStatus
    topic: str
    host: str
    visitors: int | None
    is_past: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with all its dates in their order; `trend` compares the last visits in words."""

    id: UUID
    title: str
    rule: str
    host: str
    review: str
    dates: tuple[SeriesDateRow, ...]
    trend: str


def series_of(reader: Reader, series_id: UUID, today: date) -> SeriesRow:
    """Return a series; raises UserError ``record_gone`` when it is not there."""
    query = select(EventSeries.title, EventSeries.rule, EventSeries.host, EventSeries.review).where(
        EventSeries.id == series_id
    )
    found = reader.execute(query).one_or_none()
    if found is None:
        raise UserError("record_gone")
    dates = _dates(reader, series_id, today)
    visits = [one.visitors for one in dates if one.is_past and one.visitors is not None]
    return SeriesRow(series_id, *found, dates, trend_words(visits))


def _dates(reader: Reader, series_id: UUID, today: date) -> tuple[SeriesDateRow, ...]:
    counted = (
        select(func.sum(Registration.persons))
        .where(Registration.event_id == Event.id)
        .correlate(Event)
        .scalar_subquery()
    )
    query = (
        select(
            Event.id,
            Event.on_date,
            Event.starts_at,
            Event.status,
            Event.subtitle,
            Event.host,
            counted.label("visitors"),
        )
        .where(Event.series_id == series_id)
        .order_by(Event.on_date.nulls_last(), Event.starts_at, Event.id)
    )
    return tuple(
        SeriesDateRow(
            event_id=row.id,
            on_date=row.on_date,
            starts_at=row.starts_at,
            status=row.status,
            topic=row.subtitle,
            host=row.host,
            visitors=row.visitors,
            is_past=row.on_date is not None and row.on_date < today,
        )
        for row in reader.execute(query)
    )

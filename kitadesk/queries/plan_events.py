"""The events that a step of the year plan can be tied to."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event

_NO_DAY_OF_THE_PLAN = (EventKind.LETTER, EventKind.CLOSING_DAY)


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event to choose; without a day it still waits for one."""

    id: uuid.UUID
    title: str
    on_date: date | None
    is_off: bool


def events_for_plan(
    reader: Reader, begin: date, end: date, tied: uuid.UUID | None = None
) -> tuple[EventChoice, ...]:
    """Return the events in these days and those without a day; the tied one in any case."""
    is_offered: ColumnElement[bool] = (
        or_(Event.on_date.is_(None), Event.on_date.between(begin, end))
        & Event.kind.not_in(_NO_DAY_OF_THE_PLAN)
        & (Event.status != EventStatus.CANCELLED)
    )
    if tied is not None:
        is_offered |= Event.id == tied
    statement = (
        select(Event.id, Event.title, Event.on_date, Event.status)
        .where(is_offered)
        .order_by(Event.on_date.is_(None), Event.on_date, Event.starts_at, Event.id)
    )
    return tuple(
        EventChoice(event_id, title, on_date, status is EventStatus.CANCELLED)
        for event_id, title, on_date, status in reader.execute(statement)
    )

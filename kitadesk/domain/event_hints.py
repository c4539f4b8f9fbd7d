"""The one thing about an event that a leader should look at, in two or three words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from kitadesk.domain.events import EventStatus

_STATUS_HINTS = {EventStatus.CANCELLED: "abgesagt", EventStatus.POSTPONED: "verschoben"}


@dataclass(frozen=True, slots=True)
class EventState:
    """What decides on the hint; `lacks_host` only where the event is one of a series.

    A letter may do without a day (`needs_date`). Open minutes are wanted and not released.
    """

    status: EventStatus
    on_date: date | None
    starts_at: time | None = None
    ends_at: time | None = None
    reply_until: date | None = None
    has_open_minutes: bool = False
    has_draft_minutes: bool = False
    lacks_host: bool = False
    needs_date: bool = True


def hint_of(event: EventState, today: date) -> str:
    """Return the hint for the list; empty when nothing is odd."""
    if event.status in _STATUS_HINTS:
        return _STATUS_HINTS[event.status]
    if event.on_date is None:
        return "Datum fehlt" if event.needs_date else ""
    if event.on_date < today:
        return _minutes_hint(event) if event.has_open_minutes else ""
    if event.reply_until is not None and event.reply_until > event.on_date:
        return "Rückgabe nach der Veranstaltung"
    if ends_before_start(event.starts_at, event.ends_at):
        return "Ende vor Beginn"
    return "Gastgeber fehlt" if event.lacks_host else ""


def _minutes_hint(event: EventState) -> str:
    return "Protokoll im Entwurf" if event.has_draft_minutes else "Protokoll fehlt"


def ends_before_start(starts_at: time | None, ends_at: time | None) -> bool:
    """Return whether both times are known and the wrong way round."""
    return starts_at is not None and ends_at is not None and ends_at <= starts_at

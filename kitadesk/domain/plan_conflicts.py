"""What stands against a day of the year plan; it is shown and never moves anything by itself."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from kitadesk.domain.holidays_calendar import DayNoteKind, day_notes, public_holidays
from kitadesk.domain.land import Land

_ONE_DAY = dt.timedelta(days=1)
_MONDAY, _FRIDAY, _SATURDAY = 0, 4, 5


class ConflictKind(enum.Enum):
    """Why a day should be looked at again."""

    WEEKEND = "weekend"
    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_BREAK = "school_break"
    BRIDGE_DAY = "bridge_day"
    CLOSING_DAY = "closing_day"
    OTHER_EVENT = "other_event"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One reason, in words: "Herbstferien", "Schließtag: Teamtag", "auch: Elterncafé"."""

    kind: ConflictKind
    text: str


@dataclass(frozen=True, slots=True)
class TakenDays:
    """Days that the house has given away: a closing, or an event."""

    first: dt.date
    last: dt.date
    title: str
    is_closing: bool = False
    event_id: uuid.UUID | None = None


_KINDS = {
    DayNoteKind.PUBLIC_HOLIDAY: ConflictKind.PUBLIC_HOLIDAY,
    DayNoteKind.LOCAL_HOLIDAY: ConflictKind.PUBLIC_HOLIDAY,
    DayNoteKind.SCHOOL_FREE: ConflictKind.SCHOOL_BREAK,
    DayNoteKind.SCHOOL_BREAK: ConflictKind.SCHOOL_BREAK,
}


def conflicts_on(
    day: dt.date, land: Land | None, taken: Iterable[TakenDays] = ()
) -> tuple[Conflict, ...]:
    """Return everything that stands against a day: calendar first, then what the house planned."""
    found = [Conflict(ConflictKind.WEEKEND, "Wochenende")] if day.weekday() >= _SATURDAY else []
    if land is not None:
        found += [Conflict(_KINDS[note.kind], note.name) for note in day_notes(day, land)]
        if not found and is_bridge_day(day, land):
            found.append(Conflict(ConflictKind.BRIDGE_DAY, "Brückentag"))
    for one in taken:
        if one.first <= day <= one.last:
            kind = ConflictKind.CLOSING_DAY if one.is_closing else ConflictKind.OTHER_EVENT
            lead = "Schließtag" if one.is_closing else "am selben Tag"
            found.append(Conflict(kind, f"{lead}: {one.title}"))
    return tuple(found)


def is_bridge_day(day: dt.date, land: Land) -> bool:
    """Return whether one working day lies between a public holiday and the weekend."""
    if day.weekday() == _FRIDAY:
        neighbour = day - _ONE_DAY
    elif day.weekday() == _MONDAY:
        neighbour = day + _ONE_DAY
    else:
        return False
    return neighbour in {one.day for one in public_holidays(land, neighbour.year)}

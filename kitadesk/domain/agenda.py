"""Times of an agenda: each point begins when the one before it ends; how a length is typed.

Points have minutes, not clock times, so that a later begin or a longer talk moves all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from kitadesk.base.dates import clock_time
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, plural

LEAST_MINUTES = 1
MOST_MINUTES = 720
"""Twelve hours: a training day; a longer point is a typing slip."""
USUAL_MINUTES = 10
"""What a point takes whose minutes nobody has typed yet."""
USUAL_TITLE = "Punkt"
"""What a point is called while it has only minutes."""
_DAY = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:h|std\.?|stunden?)?")
_SPOKEN = re.compile(
    r"(?:(\d{1,2}(?:,\d{1,2})?)\s*(?:h|std\.?|stunden?))?\s*(?:(\d{1,4})\s*(?:m|min\.?|minuten?|')?)?"
)


@dataclass(frozen=True, slots=True)
class AgendaTimes:
    """When each point begins, when all is over, and what that is against the planned end.

    Without a begin of the event there are no times. `over` is minutes too long, negative for
    minutes that are left, None where no end is planned.
    """

    begins: tuple[time | None, ...]
    ends: time | None
    minutes: int
    over: int | None = None

    @property
    def words(self) -> str:
        """Say how it comes out: "Ende 21:06 · endet 6 Minuten zu spät"."""
        if self.ends is None:
            return f"zusammen {plural(self.minutes, 'Minute', 'Minuten')}"
        return " · ".join(part for part in (f"Ende {clock_time(self.ends)}", self.fit) if part)

    @property
    def fit(self) -> str:
        """Say how it fits: "endet 6 Minuten zu spät", "noch 10 Minuten frei", "passt genau"."""
        if self.over is None:
            return ""
        minutes = plural(abs(self.over), "Minute", "Minuten")
        if self.over == 0:
            return "passt genau"
        return f"endet {minutes} zu spät" if self.over > 0 else f"noch {minutes} frei"


def agenda_times(
    minutes: Sequence[int], *, starts_at: time | None, ends_at: time | None, doors_at: time | None
) -> AgendaTimes:
    """Return the time of every point and of the end.

    A first point that is exactly as long as the doors are open before the begin is the arrival, and
    begins with the doors. An end that is not after the begin says nothing and is left aside.
    """
    total = sum(minutes)
    if starts_at is None:
        return AgendaTimes((None,) * len(minutes), None, total)
    first = _minute_of(starts_at)
    if minutes and minutes[0] == arrival_minutes(starts_at, doors_at):
        first -= minutes[0]
    passed = [sum(minutes[:place]) for place in range(len(minutes))]
    over = None
    if ends_at is not None and ends_at > starts_at:
        over = first + total - _minute_of(ends_at)
    begins = tuple(_time_of(first + later) for later in passed)
    return AgendaTimes(begins, _time_of(first + total), total, over)


def arrival_minutes(starts_at: time | None, doors_at: time | None) -> int | None:
    """Return how long the doors are open before the begin; None where there is no such time."""
    if starts_at is None or doors_at is None or doors_at >= starts_at:
        return None
    return _minute_of(starts_at) - _minute_of(doors_at)


def checked_minutes(minutes: int) -> int:
    """Return a possible length; zero, negative and endless ones raise ``minutes_wrong``."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise UserError("minutes_wrong", text=minutes, most=MOST_MINUTES)
    return minutes


def parse_minutes(text: str) -> int:
    """Read a length: "15", "15 min", "1:30", "1,5 h", "1 Std. 30"; else ``minutes_wrong``."""
    typed = " ".join(clean(text).split()).casefold()
    found = _read_minutes(typed) if typed.isascii() else None
    if found is None or not LEAST_MINUTES <= found <= MOST_MINUTES:
        raise UserError("minutes_wrong", text=typed, most=MOST_MINUTES)
    return found


def _read_minutes(typed: str) -> int | None:
    clock = _CLOCK.fullmatch(typed)
    if clock is not None:
        hours, rest = int(clock[1]), int(clock[2])
        return hours * 60 + rest if rest < 60 else None
    spoken = _SPOKEN.fullmatch(typed)
    if spoken is None or not (spoken[1] or spoken[2]):
        return None
    hours_in_minutes = round(float((spoken[1] or "0").replace(",", ".")) * 60)
    return hours_in_minutes + int(spoken[2] or 0)


def _minute_of(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time_of(minute: int) -> time:
    hour, rest = divmod(minute % _DAY, 60)
    return time(hour, rest)

"""The clock as a value that is handed in, so that rules and tests choose their own today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


class Clock(Protocol):
    """What a moment needs: machine stamps in UTC, the calendar day as people in Germany see it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the calendar day in Europe/Berlin."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock; the zone is Berlin's whatever the computer is set to."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day in Europe/Berlin."""
        return local(self.now()).date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at a wall time in Berlin: for tests and for `--today`."""

    day: date
    wall_time: time = time(12)

    def now(self) -> datetime:
        """Return the fixed moment, aware, in UTC."""
        return datetime.combine(self.day, self.wall_time, BERLIN).astimezone(UTC)

    def today(self) -> date:
        """Return the fixed day."""
        return self.day


def local(moment: datetime) -> datetime:
    """Turn an aware moment into Berlin wall time, the form in which stamps are shown."""
    return moment.astimezone(BERLIN)

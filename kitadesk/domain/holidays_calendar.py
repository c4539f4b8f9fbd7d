"""Public holidays and school breaks of a Land, with German names.

The library `holidays` (data of the KMK for the school breaks, until summer 2029) is imported inside
functions only: it costs 0.1–0.2 s, which the start of the program must not pay. Its traps (field
3.1): without language="de" names follow the system; two holidays of one day come joined by "; ";
its category "school" yields single days, so the ranges are read from its table; that table names a
Christmas break in both of its years and merges names ("Oster-/Frühjahrsferien").
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
from dataclasses import dataclass

from kitadesk.domain.land import Land

SCHOOL_BREAKS_SOURCE = "Kultusministerkonferenz, Stand April 2026"
"""What screens show beside the school breaks; single free days of a school are not in the data."""

_ONE_DAY = dt.timedelta(days=1)
_NEAR_EASTER = dt.timedelta(days=14)
_SINGLE_DAY = "Schulfreier Tag"
_SUMMER = "Sommerferien"
_SATURDAY = 5
_WINTER_NAMES = {
    Land.HB: "Halbjahresferien",
    Land.NI: "Halbjahresferien",
    Land.SL: "Fastnachtsferien",
}


class DayNoteKind(enum.Enum):
    """Why a day is no ordinary day."""

    PUBLIC_HOLIDAY = "public_holiday"
    LOCAL_HOLIDAY = "local_holiday"
    SCHOOL_FREE = "school_free"
    SCHOOL_BREAK = "school_break"


@dataclass(frozen=True, slots=True)
class DayNote:
    """One reason to think twice about a day, as the date field shows it."""

    name: str
    kind: DayNoteKind


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """A public holiday of the whole Land."""

    day: dt.date
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A stretch of school breaks, both ends included; a single free day is one of one day."""

    start: dt.date
    end: dt.date
    name: str


def day_notes(day: dt.date, land: Land) -> tuple[DayNote, ...]:
    """Say what is special about a day in a Land: holidays first, then the school break."""
    notes = [
        DayNote(holiday.name, DayNoteKind.PUBLIC_HOLIDAY)
        for holiday in public_holidays(land, day.year)
        if holiday.day == day
    ]
    notes += [
        DayNote(f"{holiday.name} (nur in manchen Gemeinden)", DayNoteKind.LOCAL_HOLIDAY)
        for holiday in _holidays(land, day.year, "catholic")
        if holiday.day == day
    ]
    if land is Land.BY and day == _repentance_day(day.year):
        notes.append(DayNote("Buß- und Bettag (schulfrei)", DayNoteKind.SCHOOL_FREE))
    notes += [
        DayNote(found.name, DayNoteKind.SCHOOL_BREAK) for found in school_breaks(land, day, day)
    ]
    return tuple(notes)


def public_holidays(land: Land, year: int) -> tuple[PublicHoliday, ...]:
    """Give the holidays of the whole Land in a year (from 1991), in order of the day."""
    return _holidays(land, year, "public")


def school_breaks(land: Land, start: dt.date, end: dt.date) -> tuple[Break, ...]:
    """Give the school breaks that touch the days from `start` to `end`, in order."""
    years = range(start.year, end.year + 1)
    found = {one for year in years for one in _breaks_of_year(land, year)}
    return tuple(sorted(one for one in found if one.start <= end and one.end >= start))


def school_breaks_known_until(land: Land) -> dt.date:
    """Give the last day of the last break in the data; later breaks are simply not known."""
    from holidays.calendars.germany_school import GERMANY_SCHOOL_HOLIDAYS

    last_year = max(
        year for year, lands in GERMANY_SCHOOL_HOLIDAYS.items() if lands.get(land.value)
    )
    return max(one.end for one in _breaks_of_year(land, last_year))


def first_school_day_suggestion(land: Land, year: int) -> dt.date | None:
    """Give the first weekday after the summer break, or None if that break is not known.

    Only a suggestion: first-graders often start on another day, and portals contradict each other.
    """
    ends = [one.end for one in _breaks_of_year(land, year) if one.name == _SUMMER]
    if not ends:
        return None
    holidays = {holiday.day for holiday in public_holidays(land, year)}
    day = max(ends) + _ONE_DAY
    while day.weekday() >= _SATURDAY or day in holidays:
        day += _ONE_DAY
    return day


@functools.cache
def _holidays(land: Land, year: int, category: str) -> tuple[PublicHoliday, ...]:
    from holidays.countries.germany import Germany

    table = Germany(subdiv=land.value, years=year, language="de", categories=(category,))
    return tuple(
        PublicHoliday(day, name)
        for day, names in sorted(table.items())
        for name in str(names).split("; ")
    )


@functools.cache
def _breaks_of_year(land: Land, year: int) -> tuple[Break, ...]:
    from holidays.calendars.germany_school import GERMANY_SCHOOL_HOLIDAYS

    breaks = []
    for row in GERMANY_SCHOOL_HOLIDAYS.get(year, {}).get(land.value, ()):
        start = dt.date(year + row[0], row[1], row[2])
        end = dt.date(year + row[3], row[4], row[5])
        breaks.append(Break(start, end, _break_name(land, start, end, row[6])))
    return tuple(breaks)


def _break_name(land: Land, start: dt.date, end: dt.date, break_type: int) -> str:
    """Give the name that the calendars print, where the data has merged two of them."""
    from holidays.calendars import germany_school as data

    if start == end:
        return _SINGLE_DAY
    if break_type == data.EASTER_SPRING_BREAK:
        is_near = any(
            holiday.name == "Ostermontag"
            and start - _NEAR_EASTER <= holiday.day <= end + _NEAR_EASTER
            for holiday in public_holidays(land, start.year)
        )
        return "Osterferien" if is_near else "Frühjahrsferien"
    return {
        data.AUTUMN_BREAK: "Herbstferien",
        data.CHRISTMAS_BREAK: "Weihnachtsferien",
        data.WINTER_BREAK: _WINTER_NAMES.get(land, "Winterferien"),
        data.ASCENSION_WHIT_BREAK: "Pfingstferien",
        data.SUMMER_BREAK: _SUMMER,
    }[break_type]


def _repentance_day(year: int) -> dt.date:
    """Give Buß- und Bettag, the Wednesday before 23 November."""
    last = dt.date(year, 11, 22)
    return last - ((last.weekday() - 2) % 7) * _ONE_DAY

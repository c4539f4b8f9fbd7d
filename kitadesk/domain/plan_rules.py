"""Rules of the year plan, as plain German lines that both the program and the office can read.

A measure keeps its rule as such a line; `parse_rule` reads it, `words` writes it, and what `words`
writes `parse_rule` reads again. Real calendars of Kitas say "Dienstag vor den Faschingsferien" or
"2 Wochen nach den Osterferien" and never a date (field 1.1, consequence 1).

    2 Wochen vor den Herbstferien            3 Tage vor dem ersten Schultag
    Dienstag vor den Winterferien            Dienstag in der 2. Woche nach den Osterferien
    3. Donnerstag im Oktober                 letzter Freitag im Mai
    11. November                             bis 31. Januar
    1. August bis 15. September              November bis März
    12. bis 11. Monat vor Schulbeginn        Frist des Landes: Schulanmeldung

Days without a year lie in the school year before school starts (1 August to 31 July); ", Vorjahr"
or ", Folgejahr" at the end of a line moves it by a year. Also read: "M-12…M-11", "T0-6w".
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TypeAlias

from kitadesk.base.calendar_names import MONTHS, WEEKDAYS
from kitadesk.base.text import plural

LAST = -1
"""In place of a number: the last weekday of its month."""


class Anchor(enum.Enum):
    """What distances count from; the value is how a rule says it after "vor"."""

    FIRST_SCHOOL_DAY = "dem ersten Schultag"
    AUTUMN = "den Herbstferien"
    CHRISTMAS = "den Weihnachtsferien"
    WINTER = "den Winterferien"
    EASTER = "den Osterferien"
    WHITSUN = "den Pfingstferien"
    SUMMER = "den Sommerferien"


class Unit(enum.Enum):
    """Unit of a distance; the value is its length in days."""

    DAY = 1
    WEEK = 7


class Deadline(enum.Enum):
    """A date that the law of the Land sets; the value is how a rule says it."""

    REGISTRATION = "Schulanmeldung"
    SCHOOL_EXAM = "Schulärztliche Untersuchung"
    EARLY_ENTRY = "Antrag auf frühere Einschulung"
    POSTPONEMENT = "Aufschub der Einschulung"
    DEFERRAL = "Antrag auf Zurückstellung"
    LANGUAGE_CERTIFICATE = "Bescheinigung zum Sprachscreening"
    LANGUAGE_TEST = "Sprachscreening"


@dataclass(frozen=True, slots=True)
class Distance:
    """So many days or weeks before (negative) or after an anchor."""

    amount: int
    unit: Unit
    anchor: Anchor
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class WeekdayNear:
    """A weekday (0 = Monday) before or after an anchor: `week` −1 is the last one before it.

    The second week after the Ferien is `week` 2; with 1 and −1 the nearest such weekday counts.
    """

    weekday: int
    week: int
    anchor: Anchor
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The `number`-th weekday (0 = Monday) of a month; −1 is the last one."""

    number: int
    weekday: int
    month: int
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of the school year; `is_deadline` means any time until then."""

    day: int
    month: int
    is_deadline: bool = False
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class FixedSpan:
    """From a day to a day of the school year, both included."""

    first: FixedDay
    last: FixedDay
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class NamedMonths:
    """One or more whole months of the school year."""

    first: int
    last: int
    year_offset: int = 0


@dataclass(frozen=True, slots=True)
class CountedMonths:
    """Whole calendar months before (negative) or after the month of the first school day."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Statutory:
    """The date or window that the rules of the Land name."""

    deadline: Deadline


PlanRule: TypeAlias = (
    Distance
    | WeekdayNear
    | NthWeekday
    | FixedDay
    | FixedSpan
    | NamedMonths
    | CountedMonths
    | Statutory
)
"""Every kind of rule."""


def words(rule: PlanRule) -> str:
    """Return the rule as a line that `parse_rule` reads again."""
    if isinstance(rule, Statutory):
        return f"Frist des Landes: {rule.deadline.value}"
    if isinstance(rule, CountedMonths):
        return _counted_words(rule)
    return _line(rule) + {0: "", -1: ", Vorjahr", 1: ", Folgejahr"}[rule.year_offset]


def _line(
    rule: Distance | WeekdayNear | NthWeekday | FixedDay | FixedSpan | NamedMonths,
) -> str:
    """Return the rule without the word for its year."""
    match rule:
        case Distance(amount, unit, anchor):
            names = ("Tag", "Tage") if unit is Unit.DAY else ("Woche", "Wochen")
            return f"{plural(abs(amount), *names)} {_side(amount)} {anchor.value}"
        case WeekdayNear(weekday, week, anchor):
            which = "" if abs(week) == 1 else f" in der {abs(week)}. Woche"
            return f"{WEEKDAYS[weekday]}{which} {_side(week)} {anchor.value}"
        case NthWeekday(number, weekday, month):
            which = "letzter" if number == LAST else f"{number}."
            return f"{which} {WEEKDAYS[weekday]} im {MONTHS[month - 1]}"
        case FixedDay():
            return f"bis {_day(rule)}" if rule.is_deadline else _day(rule)
        case FixedSpan(first, last):
            return f"{_day(first)} bis {_day(last)}"
        case NamedMonths(first=begin, last=end):
            return " bis ".join(MONTHS[month - 1] for month in dict.fromkeys((begin, end)))


def _counted_words(rule: CountedMonths) -> str:
    first, last = rule.first, rule.last
    if first == last == 0:
        return "Monat des Schulbeginns"
    if first < 0 > last or first > 0 < last:
        which = f"{abs(first)}." if first == last else f"{abs(first)}. bis {abs(last)}."
        return f"{which} Monat {_side(first)} Schulbeginn"
    return f"M{first:+d} bis M{last:+d}"


def _day(day: FixedDay) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]}"


def _side(amount: int) -> str:
    return "vor" if amount < 0 else "nach"

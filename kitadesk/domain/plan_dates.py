"""Turns the rules of the year plan into days, with the Ferien and the deadlines of the Land.

The school year before school starts begins on 1 August; T0 is the first school day (field 1.1).
Where a rule has no day, `why_undated` says so in words: nothing is ever guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from kitadesk.domain.holidays_calendar import (
    Break,
    first_school_day_suggestion,
    school_breaks,
    school_breaks_known_until,
)
from kitadesk.domain.land import DayRange, Land, LandRules, YearDay
from kitadesk.domain.plan_rules import (
    LAST,
    Anchor,
    CountedMonths,
    Deadline,
    Distance,
    FixedDay,
    FixedSpan,
    NamedMonths,
    NthWeekday,
    PlanRule,
    Statutory,
    WeekdayNear,
)

SCHOOL_YEAR_STARTS_IN = 8
"""The month in which the school year and the Schulvorbereitungsjahr begin."""

_ONE_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(weeks=1)
_FRIDAY = 4
_SPRING, _FEBRUARY = "Frühjahrsferien", 2
_BREAK_NAMES = {
    Anchor.AUTUMN: frozenset({"Herbstferien"}),
    Anchor.CHRISTMAS: frozenset({"Weihnachtsferien"}),
    Anchor.WINTER: frozenset({"Winterferien", "Halbjahresferien", "Fastnachtsferien"}),
    Anchor.EASTER: frozenset({"Osterferien"}),
    Anchor.WHITSUN: frozenset({"Pfingstferien"}),
    Anchor.SUMMER: frozenset({"Sommerferien"}),
}


@dataclass(frozen=True, slots=True)
class PlanYear:
    """The year that a plan leads to: entry year, Land with its rules, and the first school day.

    `rules` is None while the house has no Land; then there are neither Ferien nor deadlines.
    """

    entry_year: int
    rules: LandRules | None
    first_school_day: dt.date | None = None

    @property
    def land(self) -> Land | None:
        """Return the Land whose Ferien and Feiertage count."""
        return None if self.rules is None else self.rules.land


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a measure, both included; without `first` it means any time until `last`."""

    first: dt.date | None
    last: dt.date

    @property
    def is_one_day(self) -> bool:
        """Return whether the measure happens on one day."""
        return self.first == self.last


def plan_year(entry_year: int, rules: LandRules | None, first: dt.date | None = None) -> PlanYear:
    """Return a year with its first school day: the given one, or what the Ferien suggest."""
    if first is None and rules is not None:
        first = first_school_day_suggestion(rules.land, entry_year)
    return PlanYear(entry_year, rules, first)


def days_of(rule: PlanRule, year: PlanYear) -> Days | None:
    """Return the days that a rule means in a year; None where something it counts from is open."""
    match rule:
        case Distance():
            return _distance(rule, year)
        case WeekdayNear():
            return _weekday_near(rule, year)
        case CountedMonths():
            return _counted_months(rule.first, rule.last, year)
        case Statutory():
            return _statutory(rule.deadline, year)
        case _:
            return _days_of_school_year(rule, year)


def why_undated(rule: PlanRule, year: PlanYear) -> str:
    """Say in one sentence why a rule has no day in a year; empty when it has one."""
    if days_of(rule, year) is not None:
        return ""
    if year.rules is None:
        return "Für die Kita ist noch kein Bundesland eingetragen."
    land = year.rules.land
    if isinstance(rule, Statutory):
        return f"Für {land.german_name} ist keine Frist „{rule.deadline.value}“ hinterlegt."
    if isinstance(rule, (Distance, WeekdayNear)) and rule.anchor is not Anchor.FIRST_SCHOOL_DAY:
        wanted = year.entry_year + rule.year_offset
        if wanted > school_breaks_known_until(land).year:
            return f"Die Ferien bis Sommer {wanted} sind noch nicht bekannt."
        name = rule.anchor.value.removeprefix("den ")
        return f"In {land.german_name} gibt es keine {name}."
    return "Der erste Schultag steht noch nicht fest."


def preparation_year(year: PlanYear) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the picture: 1 August to the first school day."""
    begin = dt.date(year.entry_year - 1, SCHOOL_YEAR_STARTS_IN, 1)
    return begin, year.first_school_day or dt.date(year.entry_year, SCHOOL_YEAR_STARTS_IN, 31)


def _days_of_school_year(
    rule: NthWeekday | FixedDay | FixedSpan | NamedMonths, year: PlanYear
) -> Days:
    offset = rule.year_offset
    match rule:
        case NthWeekday(number, weekday, month):
            first = dt.date(_calendar_year(month, year) + offset, month, 1)
            return _one(_nth_weekday(first, number, weekday))
        case FixedDay(is_deadline=is_deadline):
            day = _fixed(rule, year, offset)
            return Days(None if is_deadline else day, day)
        case FixedSpan(first=begin, last=end):
            ends = (_fixed(end, year, offset + more) for more in (0, 1))
            return _ordered(_fixed(begin, year, offset), *ends)
        case NamedMonths(first=start, last=stop):
            begin_month = dt.date(_calendar_year(start, year) + offset, start, 1)
            months = (
                dt.date(_calendar_year(stop, year) + offset + more, stop, 1) for more in (0, 1)
            )
            return _ordered(begin_month, *(_month_end(month) for month in months))


def _distance(rule: Distance, year: PlanYear) -> Days | None:
    """A computed day on a weekend goes to the Friday before, or the Monday after the anchor."""
    anchor = _anchor(rule.anchor, year, rule.year_offset)
    if anchor is None:
        return None
    start = anchor.start if rule.amount < 0 else anchor.end
    day = start + rule.amount * rule.unit.value * _ONE_DAY
    beyond = max(day.weekday() - _FRIDAY, 0)
    if beyond:
        day += -beyond * _ONE_DAY if rule.amount < 0 else (7 - day.weekday()) * _ONE_DAY
    return _one(day)


def _weekday_near(rule: WeekdayNear, year: PlanYear) -> Days | None:
    anchor = _anchor(rule.anchor, year, rule.year_offset)
    if anchor is None:
        return None
    if rule.week in (1, -1):
        return _one(_nearest(rule.weekday, rule.week, anchor))
    if rule.week > 0:
        monday = anchor.end + (7 - anchor.end.weekday()) * _ONE_DAY
        return _one(monday + (rule.week - 1) * _WEEK + rule.weekday * _ONE_DAY)
    monday = anchor.start - anchor.start.weekday() * _ONE_DAY
    return _one(monday + rule.week * _WEEK + rule.weekday * _ONE_DAY)


def _nearest(weekday: int, side: int, anchor: Break) -> dt.date:
    """Return the last such weekday before the anchor, or the first one after it."""
    if side < 0:
        eve = anchor.start - _ONE_DAY
        return eve - ((eve.weekday() - weekday) % 7) * _ONE_DAY
    morrow = anchor.end + _ONE_DAY
    return morrow + ((weekday - morrow.weekday()) % 7) * _ONE_DAY


def _anchor(anchor: Anchor, year: PlanYear, offset: int) -> Break | None:
    """Return what a distance counts from: T0, or the break in the year that ends with T0."""
    if anchor is Anchor.FIRST_SCHOOL_DAY:
        if year.first_school_day is None:
            return None
        day = _in_year(year.first_school_day, year.first_school_day.year + offset)
        return Break(day, day, "Erster Schultag")
    if year.land is None:
        return None
    end = year.first_school_day or dt.date(year.entry_year, SCHOOL_YEAR_STARTS_IN, 20)
    first, last = (_in_year(end, end.year + shift) for shift in (offset - 1, offset))
    found = school_breaks(year.land, first, last)
    return next((one for one in found if _is_meant(anchor, one) and first < one.start < last), None)


def _is_meant(anchor: Anchor, found: Break) -> bool:
    """Say whether a break is the one of the rule.

    The data calls two breaks "Frühjahrsferien": Bavaria's Faschingsferien in February, and the
    break in March that Hamburg has in place of the Osterferien.
    """
    if found.name == _SPRING:
        return anchor is (Anchor.WINTER if found.start.month <= _FEBRUARY else Anchor.EASTER)
    return found.name in _BREAK_NAMES[anchor]


def _nth_weekday(first: dt.date, number: int, weekday: int) -> dt.date:
    """Return the so-many-th weekday of the month that begins with `first`."""
    if number == LAST:
        last = _month_end(first)
        return last - ((last.weekday() - weekday) % 7) * _ONE_DAY
    return first + ((weekday - first.weekday()) % 7) * _ONE_DAY + (number - 1) * _WEEK


def _fixed(day: FixedDay, year: PlanYear, offset: int) -> dt.date:
    """Return the day in its school year; 29 February is the 28th in other years."""
    wanted = _calendar_year(day.month, year) + offset
    if (day.month, day.day) == (2, 29) and not calendar.isleap(wanted):
        return dt.date(wanted, 2, 28)
    return dt.date(wanted, day.month, day.day)


def _counted_months(begin: int, end: int, year: PlanYear) -> Days | None:
    if year.first_school_day is None:
        return None
    start = year.first_school_day.year * 12 + year.first_school_day.month - 1
    first, last = (dt.date(*_year_month(start + months), 1) for months in (begin, end))
    return Days(first, _month_end(last))


def _year_month(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def _statutory(deadline: Deadline, year: PlanYear) -> Days | None:
    if year.rules is None:
        return None
    window = _window(deadline, year.rules)
    if window is not None and window.end is not None:
        return Days(window.start.in_year(year.entry_year), window.end.in_year(year.entry_year))
    day = _last_day(deadline, year.rules)
    return None if day is None else Days(None, day.in_year(year.entry_year))


def _window(deadline: Deadline, rules: LandRules) -> DayRange | None:
    """Return from when until when something has to be done."""
    if deadline is Deadline.REGISTRATION:
        return rules.registration
    if deadline is Deadline.SCHOOL_EXAM:
        return rules.school_exam
    if deadline is Deadline.LANGUAGE_TEST and rules.language_screening is not None:
        return rules.language_screening.test
    return None


def _last_day(deadline: Deadline, rules: LandRules) -> YearDay | None:
    """Return the day by which something has to be handed in."""
    if deadline is Deadline.EARLY_ENTRY and rules.application is not None:
        return rules.application.deadline
    if deadline is Deadline.POSTPONEMENT and rules.postpone is not None:
        return rules.postpone.deadline
    if deadline is Deadline.DEFERRAL and rules.deferral is not None:
        return rules.deferral.deadline
    if deadline is Deadline.LANGUAGE_CERTIFICATE and rules.language_screening is not None:
        return rules.language_screening.kita_certificate_until
    return None


def _calendar_year(month: int, year: PlanYear) -> int:
    """Return the calendar year of a month in the school year before school starts."""
    return year.entry_year - (month >= SCHOOL_YEAR_STARTS_IN)


def _ordered(first: dt.date, last: dt.date, next_last: dt.date) -> Days:
    """Return a stretch of days; one that runs over the summer ends in the next school year."""
    return Days(first, last if last >= first else next_last)


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _in_year(day: dt.date, year: int) -> dt.date:
    is_leap_day = (day.month, day.day) == (2, 29) and not calendar.isleap(year)
    return dt.date(year, 2, 28) if is_leap_day else day.replace(year=year)


def _one(day: dt.date) -> Days:
    return Days(day, day)

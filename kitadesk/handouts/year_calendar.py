"""The Jahreskalender of an entry year as a picture and as a list; two papers are made of it.

One stays in the house and one goes to the parents (field 4, no. 13); who reads it decides what is
on it, so each has its own declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from kitadesk.domain.consent import CONSENT_STEPS, ConsentKind, ConsentState
from kitadesk.domain.holidays_calendar import public_holidays, school_breaks
from kitadesk.domain.measure_marks import due_day
from kitadesk.domain.plan_dates import PlanYear, plan_year, preparation_year
from kitadesk.handouts.entry_year import EntryYear
from kitadesk.handouts.facts import House
from kitadesk.queries.consents import consent_states
from kitadesk.queries.reader import Reader
from kitadesk.queries.year_plan import PlanRow, cohort_card, plan_rows, taken_days

DONE, LATE = "✓", "!"
"""Signs before a measure."""
_MONTHS_AFTER = 3
"""A measure after the first school day (feedback of the school) lengthens the picture so far."""
_BLANK_BEGIN, _BLANK_END = date(2001, 8, 1), date(2002, 8, 31)
_ONE_DAY = timedelta(days=1)


class FreeKind(Enum):
    """Why days stand behind the measures, in the order in which the texts name the kinds."""

    BREAK = "break"
    HOLIDAY = "holiday"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A measure; without `first` it is due until `last`, without both it has no day yet."""

    title: str
    short_title: str = ""
    first: date | None = None
    last: date | None = None
    place: str = ""
    participants: str = ""
    responsible: str = ""
    standing: str = ""
    sign: str = ""
    is_binding: bool = False


@dataclass(frozen=True, slots=True)
class FreeDays:
    """School breaks, a public holiday, or days on which the house is closed."""

    name: str
    first: date
    last: date
    kind: FreeKind


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The house, the year, its measures in their order, and what stands behind them."""

    house: House = field(default_factory=House)
    entry_year: int | None = None
    first_school_day: date | None = None
    lines: tuple[CalendarLine, ...] = ()
    free_days: tuple[FreeDays, ...] = ()
    today: date | None = None


def stretch_of(content: CalendarContent) -> tuple[date, date]:
    """Return whole months: from August to the first school day, or to the last measure after it."""
    if content.entry_year is None:
        return _BLANK_BEGIN, _BLANK_END
    begin, start = preparation_year(PlanYear(content.entry_year, None, content.first_school_day))
    latest = month_end(start, _MONTHS_AFTER)
    days = [line.last for line in content.lines if line.last is not None and line.last <= latest]
    return begin, month_end(max([start, *days]))


def month_end(day: date, months: int = 0) -> date:
    """Return the last day of the month, or of one so many months later."""
    number = day.year * 12 + day.month + months
    return date(number // 12, number % 12 + 1, 1) - _ONE_DAY


def read_calendar(reader: Reader, house: House, year: EntryYear, on: date) -> CalendarContent:
    """Read the plan of a year; before it is opened there are only the free days."""
    card = cohort_card(reader, year.cohort_id) if year.cohort_id else None
    plan = plan_year(year.year, year.rules, card.first_school_day if card else None)
    content = CalendarContent(house, year.year, plan.first_school_day, today=on)
    if year.cohort_id is not None:
        states = consent_states(reader, year.cohort_id)
        rows = plan_rows(reader, year.cohort_id, on)
        lines = tuple(_line(row, states, on) for row in rows if not row.is_not_needed)
        content = replace(content, lines=lines)
    begin, end = stretch_of(content)
    return replace(content, free_days=tuple(_free_days(reader, plan, begin, end)))


def _free_days(reader: Reader, plan: PlanYear, begin: date, end: date) -> Iterator[FreeDays]:
    for one in school_breaks(plan.land, begin, end) if plan.land else ():
        yield FreeDays(one.name, one.start, one.end, FreeKind.BREAK)
    for number in range(begin.year, end.year + 1) if plan.land else ():
        for holiday in public_holidays(plan.land, number) if plan.land else ():
            if begin <= holiday.day <= end:
                yield FreeDays(holiday.name, holiday.day, holiday.day, FreeKind.HOLIDAY)
    for taken in taken_days(reader, begin, end):
        if taken.is_closing:
            yield FreeDays(taken.title, taken.first, taken.last, FreeKind.CLOSED)


def _line(
    row: PlanRow, states: Mapping[tuple[UUID, ConsentKind], ConsentState], on: date
) -> CalendarLine:
    done, total = _progress(row, states)
    is_finished = row.done_on is not None or (row.is_per_child and 0 < total <= done)
    due = due_day(row.last, CONSENT_STEPS.get(row.step))
    is_late = not is_finished and due is not None and due < on
    return CalendarLine(
        title=row.title,
        short_title=row.short_title,
        first=row.first,
        last=row.last,
        place=row.place,
        participants=row.participants,
        responsible=row.responsible,
        standing=f"{done}/{total}" if row.is_per_child and not is_finished else "",
        sign=DONE if is_finished else LATE if is_late else "",
        is_binding=row.is_binding,
    )


def _progress(
    row: PlanRow, states: Mapping[tuple[UUID, ConsentKind], ConsentState]
) -> tuple[int, int]:
    """Return how many children have it of those who need it; an answer settles a consent."""
    kind = CONSENT_STEPS.get(row.step)
    if kind is None:
        return row.done, row.total
    answered = sum(of is kind and state.is_answer for (_, of), state in states.items())
    return min(answered, row.total), row.total

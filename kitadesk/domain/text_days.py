"""Days that stand in running text: does the weekday fit, and is the day over?

People write "Do 8.4.", "am Donnerstag, den 8. April 2027" or "bis 24.3.". A day without a year is
the one nearest to the day that the text is about: of two equally likely years the closer is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from kitadesk.base.calendar_names import MONTHS, WEEKDAYS, WEEKDAYS_SHORT

LONGEST_BACK = 366
"""Days; who names a day further back tells history or a birthday."""

_WEEKDAY_NUMBERS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(WEEKDAYS_SHORT)},
    "Sonnabend": 5,
}
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
}
_NAMED_DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAY_NUMBERS)})[s.]?,?\s+(?:de[nm]\s+)?)?"
    r"(?<![\d.:])(?P<day>\d{1,2})\.\s?"
    rf"(?:(?P<number>\d{{1,2}})\.|(?P<month>{'|'.join(_MONTH_NUMBERS)})\b\.?)"
    r"(?:\s?(?P<year>(?:19|20|21)\d\d)\b|(?<=\.)(?P<short>\d\d)(?![\d.:]))?"
)
_BARE_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b")
_TELLS_OF_BEFORE = re.compile(
    r"(?:\bseit|\bstand|\bvom|\bstatt|\bbisher\w*|\bbislang|\bletzten|gedruckt|\bgeb\.|geboren"
    r"|geplant(?: für)?|\*)[\s:]*(?:am|de[mnr]|war|der)?[\s:]*(?:[A-Za-zäöü]+,\s*)?$",
    re.IGNORECASE,
)
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as it stands in a text; `days` are the days it may mean, the likeliest first."""

    words: str
    weekday: int | None
    days: tuple[date, ...]
    has_year: bool
    before: str


def named_days(text: str, around: date) -> Iterator[NamedDay]:
    """Give the days that a text names; what cannot be a day, as "31.2.", is none."""
    for found in _NAMED_DAY.finditer(text):
        month = int(found["number"]) if found["number"] else _MONTH_NUMBERS[found["month"]]
        year = int(found["year"] or (f"20{found['short']}" if found["short"] else 0))
        days = _days(int(found["day"]), month, year, around)
        if days:
            weekday = _WEEKDAY_NUMBERS.get(found["weekday"]) if found["weekday"] else None
            before = text[max(0, found.start() - _CONTEXT) : found.start()]
            yield NamedDay(found[0].rstrip(), weekday, days, bool(year), before)


def wrong_weekdays(text: str, around: date, *, strict: bool = True) -> Iterator[str]:
    """Give the days of a text whose weekday is another one: "Mittwoch, 8. April 2027".

    Not strict, a day without a year may also be that of the neighbouring year, as in the calendar
    of a whole year.
    """
    for one in named_days(text, around):
        meant = one.days[:1] if strict else one.days
        if one.weekday is not None and all(day.weekday() != one.weekday for day in meant):
            yield one.words


def strange_weekdays(text: str, fitting: frozenset[int]) -> Iterator[str]:
    """Give the weekdays without a day that are none of the fitting ones (Monday is 0)."""
    for found in _BARE_WEEKDAY.finditer(_NAMED_DAY.sub("", text)):
        if WEEKDAYS.index(found[1]) not in fitting:
            yield found[1]


def past_days(text: str, today: date, besides: Collection[date] = ()) -> Iterator[str]:
    """Give the days of a text that are over, up to a year back; `besides` are known to be.

    Words that tell of something before do not count: "seit 1.9.", "Stand: 3.1.", "vom 12.1.", "geb.
    3.1.", "gedruckt am 24.1.".
    """
    for one in named_days(text, today):
        day = one.days[0]
        is_told = day in besides or _TELLS_OF_BEFORE.search(one.before) is not None
        if day < today and (today - day).days <= LONGEST_BACK and not is_told:
            yield one.words


def _days(day: int, month: int, year: int, around: date) -> tuple[date, ...]:
    """Return the day in its year, or the nearest ones before and after, the nearest first."""
    years = (year,) if year else range(around.year - 1, around.year + 2)
    found = [one for number in years if (one := _day(number, month, day)) is not None]
    return tuple(sorted(found, key=lambda one: abs((one - around).days))[:2])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

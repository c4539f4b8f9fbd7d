"""Series such as the monthly Elterncafé: the rule in words, the days it gives, the trend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kitadesk.base.dates import WEEKDAYS
from kitadesk.base.errors import UserError
from kitadesk.base.text import fold

MOST_DATES = 60
LAST = -1
LAST_YEAR = 9990
"""Python's calendar ends soon after."""
TREND_SPAN = 3
"""How many numbers are compared with as many before them; one café says little."""
_DAYS_OF_A_WEEK = 7
_MOST_WEEKS = 52
_PLACES = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "letzt": LAST,
}
_NUMBERS = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "acht": 8}
_DAY = "|".join(WEEKDAYS)
_NTH = re.compile(
    rf"(?:jeden?r?\s+|am\s+)?(?:(\d)\.|({'|'.join(_PLACES)})e[nrsm]?)\s+({_DAY})s?(?![a-zäöüß])",
    re.IGNORECASE,
)
_WEEKS = re.compile(rf"alle\s+(\d+|{'|'.join(_NUMBERS)})\s+Wochen", re.IGNORECASE)
_EVERY_WEEK = re.compile(r"jede\s+Woche|wöchentlich", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """The n-th weekday of each month (`place`, LAST for the last), or every so many weeks."""

    place: int = 0
    weekday: int = 0
    weeks: int = 0

    @property
    def words(self) -> str:
        """Return the rule as people write it: "jeden ersten Mittwoch", "alle 4 Wochen"."""
        if self.weeks:
            return "jede Woche" if self.weeks == 1 else f"alle {self.weeks} Wochen"
        ordinal = next(word for word, place in _PLACES.items() if place == self.place)
        return f"jeden {ordinal}en {WEEKDAYS[self.weekday]}"


def parse_rule(text: str) -> SeriesRule:
    """Read a rule such as "jeden ersten Mittwoch" or "alle 4 Wochen"; the time does not matter.

    Raises UserError ``series_rule_not_understood``.
    """
    nth = _NTH.search(text)
    if nth is not None:
        digit, word, day = nth.groups()
        place = int(digit) if digit else _PLACES[word.casefold()]
        if place in _PLACES.values():
            weekday = next(n for n, name in enumerate(WEEKDAYS) if fold(name) == fold(day))
            return SeriesRule(place=place, weekday=weekday)
    if _EVERY_WEEK.search(text):
        return SeriesRule(weeks=1)
    weeks = _WEEKS.search(text)
    if weeks is not None:
        found = weeks[1].casefold()
        count = _NUMBERS[found] if found in _NUMBERS else int(found[:3])
        if 1 <= count <= _MOST_WEEKS:
            return SeriesRule(weeks=count)
    raise UserError("series_rule_not_understood", text=text.strip()[:60])


def rules_for(day: date) -> tuple[SeriesRule, ...]:
    """Return the rules that fit a day: its place in the month, and every 1, 2 and 4 weeks."""
    place = (day.day - 1) // _DAYS_OF_A_WEEK + 1
    is_last = (day + timedelta(days=_DAYS_OF_A_WEEK)).month != day.month
    places = [place] if place in _PLACES.values() else []
    if is_last:
        places.append(LAST)
    monthly = (SeriesRule(place=one, weekday=day.weekday()) for one in places)
    return (*monthly, *(SeriesRule(weeks=weeks) for weeks in (1, 2, 4)))


def days_after(rule: SeriesRule, start: date) -> Iterator[date]:
    """Give the days of a rule after a day; a rule by weeks counts from that day."""
    if rule.weeks:
        day = start
        while day.year <= LAST_YEAR:
            day += timedelta(weeks=rule.weeks)
            yield day
        return
    month = start.year * 12 + start.month - 1
    while month < LAST_YEAR * 12 + 12:
        day = _nth_day(rule, month // 12, month % 12 + 1)
        if day > start:
            yield day
        month += 1


def days_until(rule: SeriesRule, start: date, until: date) -> tuple[date, ...]:
    """Return the days of a rule after a day up to another one, at most MOST_DATES."""
    found: list[date] = []
    if until.year > LAST_YEAR:
        until = until.replace(year=LAST_YEAR, day=min(until.day, 28))
    for day in days_after(rule, start):
        if day > until or len(found) == MOST_DATES:
            break
        found.append(day)
    return tuple(found)


def _nth_day(rule: SeriesRule, year: int, month: int) -> date:
    if rule.place == LAST:
        next_month = date(year + month // 12, month % 12 + 1, 1)
        last = next_month - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - rule.weekday) % _DAYS_OF_A_WEEK)
    first = date(year, month, 1)
    ahead = (rule.weekday - first.weekday()) % _DAYS_OF_A_WEEK
    return first + timedelta(days=ahead + _DAYS_OF_A_WEEK * (rule.place - 1))


def trend_words(numbers: Sequence[int]) -> str:
    """Say how the last visits compare with those before: "zuletzt mehr: 12 statt 8 im Schnitt".

    Empty while there are not yet two numbers before the last ones, for that would be a guess.
    """
    span = min(TREND_SPAN, len(numbers) // 2)
    if span < 2:
        return ""
    last, before = numbers[-span:], numbers[-2 * span : -span]
    now, then = round(sum(last) / span), round(sum(before) / span)
    if now == then:
        return f"gleich geblieben: im Schnitt {now}"
    word = "mehr" if now > then else "weniger"
    return f"zuletzt {word}: im Schnitt {now} statt {then}"

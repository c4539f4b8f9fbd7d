"""Series such as the monthly Elterncafé: the rule in words, the days it gives, the trend."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kitadesk.base.calendar_names import WEEKDAYS, WEEKDAYS_SHORT
from kitadesk.base.date_parsing import LAST_YEAR
from kitadesk.base.errors import UserError
from kitadesk.base.text import fold

MOST_DATES = 60
LAST = -1
TREND_SPAN = 3
"""How many numbers are compared with as many before them; one café says little."""
_DAYS_OF_A_WEEK = 7
_MOST_WEEKS = 52
_LONGEST_MONTH = 31
_MOST_TEXT = 100
"""Characters that are read; a longer text is no rule."""
_PLACES = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "letzt": LAST,
}
# Everything below is compared after `fold`: lower case, no marks.
_NUMBERS = {"zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "acht": 8, "zehn": 10}
_DAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name.lower(): number for number, name in enumerate(WEEKDAYS_SHORT)},
    "sonnabend": 5,
}
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?: ?uhr)?|\d{1,2} ?uhr)\b"
_TIME = re.compile(
    rf"\b(?:(?:um|von|ab) )?(?:\d{{1,2}}|{_CLOCK}) ?(?:bis|-) ?{_CLOCK}|\b(?:(?:um|ab) )?{_CLOCK}"
)
_GLUED = re.compile(r"(\d\.)(?=[a-z])")
_FILLING = re.compile(
    r"\b(?:(?:ausser|nicht)(?: in den)? (?:schul)?ferien|immer|jeweils|nachmittags?|vormittags?|"
    r"mittags|abends?|morgens|am|im|in|des|der|den|dem|eines?|einmal|1x)\b"
    r"|[,;()/]|(?<![0-9a-z])-|-(?![0-9a-z])"
)
_DAY = rf"(?P<day>{'|'.join(sorted(_DAY_NUMBERS, key=len, reverse=True))})s?\.?"
_LONG_DAY = "|".join(name for name in _DAY_NUMBERS if len(name) > 2)
_PLACE = rf"(?:(?P<digit>[1-4])\.|(?P<place>{'|'.join(_PLACES)})e[nrsm]?)"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_MONTH = r"(?:(?:jede[ns] )?monats?|monatlich|pro monat)"
_TWO = r"jede zweite woche|14-?tagig|14-?taglich|vierzehntagig|2-?wochentlich|zweiwochentlich"
_WEEKS = (
    rf"(?:(?:jede|alle) {_COUNT} wo(?:chen|\.)?|alle (?P<days>\d{{1,3}}) tage"
    rf"|(?P<one>jede woche|wochentlich)|(?P<two>{_TWO}))"
)
_NTH = re.compile(rf"(?:{_MONTH} )?(?:jede[nrs]? )?{_PLACE} {_DAY}(?: {_MONTH})?")
_NTH_DAY = re.compile(
    rf"(?:{_MONTH} |jede[nr]? )(?P<number>\d{{1,2}})\.?(?: {_MONTH})?"
    rf"|(?P<first>\d{{1,2}})\. {_MONTH}"
)
_EVERY = re.compile(rf"{_WEEKS}(?: {_DAY})?")
_EVERY_DAY_FIRST = re.compile(rf"{_DAY} {_WEEKS}")
_WEEKDAY = re.compile(rf"jede[nrs]? {_DAY}|(?P<name>{_LONG_DAY})s")
_MONTHLY = re.compile(_MONTH)


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """What repeats: one of four kinds.

    The n-th `weekday` of each month (`place`, LAST for the last); every so many `weeks`, on a
    weekday or on that of the date before; a `day` of each month, its last one where it is shorter;
    or `is_monthly`: in the place of its month where the date before is.
    """

    place: int = 0
    weekday: int | None = None
    weeks: int = 0
    day: int = 0
    is_monthly: bool = False

    @property
    def words(self) -> str:
        """Return the rule as people write it: "jeden ersten Mittwoch", "alle 4 Wochen"."""
        if self.is_monthly:
            return "jeden Monat"
        if self.day:
            return f"jeden Monat am {self.day}."
        name = WEEKDAYS[self.weekday] if self.weekday is not None else ""
        if self.weeks == 1:
            return f"jeden {name}" if name else "jede Woche"
        if self.weeks:
            return f"alle {self.weeks} Wochen" + (f" {name.lower()}s" if name else "")
        ordinal = next(word for word, place in _PLACES.items() if place == self.place)
        return f"jeden {ordinal}en {name}"


def parse_rule(text: str) -> SeriesRule:
    """Read a rule as a leader types it: "jeden ersten Mittwoch", "alle zwei Wochen (Mi)".

    All of the text has to be understood, but for the time of day. Raises UserError
    ``series_rule_not_understood``.
    """
    line = _plain(text) if len(text) <= _MOST_TEXT else ""
    for read in (_nth_weekday, _nth_day, _every_weeks, _every_weekday):
        rule = read(line)
        if rule is not None:
            return rule
    if _MONTHLY.fullmatch(line):
        return SeriesRule(is_monthly=True)
    raise UserError("series_rule_not_understood", text=text.strip()[:60])


def _plain(text: str) -> str:
    """Return the words that say how often: no time of day, no filling words, no brackets."""
    line = _TIME.sub(" ", _GLUED.sub(r"\1 ", fold(text).replace("–", "-")))
    return " ".join(_FILLING.sub(" ", line).split())


def _nth_weekday(line: str) -> SeriesRule | None:
    found = _NTH.fullmatch(line)
    if found is None:
        return None
    place = int(found["digit"]) if found["digit"] else _PLACES[found["place"]]
    return SeriesRule(place=place, weekday=_DAY_NUMBERS[found["day"]])


def _nth_day(line: str) -> SeriesRule | None:
    found = _NTH_DAY.fullmatch(line)
    day = int(found["number"] or found["first"]) if found else 0
    return SeriesRule(day=day) if 1 <= day <= _LONGEST_MONTH else None


def _every_weeks(line: str) -> SeriesRule | None:
    found = _EVERY.fullmatch(line) or _EVERY_DAY_FIRST.fullmatch(line)
    weeks = _weeks(found) if found else 0
    if found is None or not 1 <= weeks <= _MOST_WEEKS:
        return None
    return SeriesRule(weeks=weeks, weekday=_DAY_NUMBERS[found["day"]] if found["day"] else None)


def _weeks(found: re.Match[str]) -> int:
    """Return how many weeks were said; 0 for days that are no weeks."""
    if found["days"]:
        weeks, rest = divmod(int(found["days"]), _DAYS_OF_A_WEEK)
        return 0 if rest else weeks
    if found["count"]:
        return _NUMBERS.get(found["count"]) or int(found["count"])
    return 1 if found["one"] else 2


def _every_weekday(line: str) -> SeriesRule | None:
    found = _WEEKDAY.fullmatch(line)
    return (
        SeriesRule(weeks=1, weekday=_DAY_NUMBERS[found["day"] or found["name"]]) if found else None
    )


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
    """Give the days of a rule after a day; a rule without a weekday goes by that day."""
    if start.year > LAST_YEAR:
        return
    if rule.weeks:
        yield from _weekly(rule, start)
        return
    if rule.is_monthly:
        rule = rules_for(start)[0]
    month = start.year * 12 + start.month - 1
    while month < LAST_YEAR * 12 + 12:
        day = _day_in(rule, month // 12, month % 12 + 1)
        if day > start:
            yield day
        month += 1


def days_until(rule: SeriesRule, start: date, until: date) -> tuple[date, ...]:
    """Return the days of a rule after a day up to another one, at most MOST_DATES."""
    found: list[date] = []
    for day in days_after(rule, start):
        if day > until or len(found) == MOST_DATES:
            break
        found.append(day)
    return tuple(found)


def _weekly(rule: SeriesRule, start: date) -> Iterator[date]:
    """Give the days every so many weeks; on another weekday than the start they begin with it."""
    ahead = 0 if rule.weekday is None else (rule.weekday - start.weekday()) % _DAYS_OF_A_WEEK
    day = start + (timedelta(days=ahead) or timedelta(weeks=rule.weeks))
    while day.year <= LAST_YEAR:
        yield day
        day += timedelta(weeks=rule.weeks)


def _day_in(rule: SeriesRule, year: int, month: int) -> date:
    """Return the day of a monthly rule in one month."""
    last = date(year, month, monthrange(year, month)[1])
    if rule.day:
        return last.replace(day=min(rule.day, last.day))
    weekday = rule.weekday or 0
    if rule.place == LAST:
        return last - timedelta(days=(last.weekday() - weekday) % _DAYS_OF_A_WEEK)
    first = last.replace(day=1)
    ahead = (weekday - first.weekday()) % _DAYS_OF_A_WEEK
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

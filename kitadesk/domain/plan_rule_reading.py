"""Reads a line of the year plan as a rule: the language of `domain.plan_rules`, forgivingly."""

from __future__ import annotations

import re
from collections.abc import Callable

from kitadesk.base.calendar_names import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, fold
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
    Unit,
    WeekdayNear,
)

MOST_DAYS = 400
"""A distance beyond this is a typing slip."""
MOST_MONTHS = 36
"""The earliest measure of the field lies 30 months before school starts."""
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_WEEKS = 20
_NUMBER_WORDS = {
    "ein": 1, "eine": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5,
    "sechs": 6,
}  # fmt: skip
_ORDINAL_WORDS = {
    "erster": 1, "erste": 1, "ersten": 1, "zweiter": 2, "zweiten": 2, "dritter": 3, "dritten": 3,
    "vierter": 4, "vierten": 4, "letzter": LAST, "letzten": LAST,
}  # fmt: skip
_BREAKS = {
    "herbst": Anchor.AUTUMN,
    "weihnachts": Anchor.CHRISTMAS,
    "winter": Anchor.WINTER,
    "faschings": Anchor.WINTER,
    "fastnachts": Anchor.WINTER,
    "halbjahres": Anchor.WINTER,
    "oster": Anchor.EASTER,
    "fruhjahrs": Anchor.EASTER,
    "pfingst": Anchor.WHITSUN,
    "sommer": Anchor.SUMMER,
}
_WEEKDAYS = {
    fold(name): number for names in (WEEKDAYS, WEEKDAYS_SHORT) for number, name in enumerate(names)
}
_MONTHS = {
    fold(name): number
    for names in (MONTHS, MONTHS_SHORT)
    for number, name in enumerate(names, start=1)
}
_DEADLINES = {fold(one.value): one for one in Deadline}

_AMOUNT = rf"(\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_ORDINAL = rf"(\d{{1,2}}\.|{'|'.join(_ORDINAL_WORDS)})"
_WEEKDAY = rf"({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})"
_MONTH = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_ANCHOR = (
    rf"((?:dem )?(?:ersten schultag|schulbeginn|schulanfang)|t0|"
    rf"(?:den )?(?:{'|'.join(_BREAKS)})ferien)"
)
_DAY = rf"(\d{{1,2}})\. ?(?:{_MONTH}|(\d{{1,2}})\.?)"
_COUNTED = r"m ?([+-] ?\d{1,2})"

_Reader = Callable[[re.Match[str], int], PlanRule]


class _NoRuleError(ValueError):
    """The line has the form of a rule, but a number in it cannot be."""


def parse_rule(text: str) -> PlanRule:
    """Read a rule; raises UserError ``rule_not_understood``."""
    line = fold(" ".join(clean(text).split())).replace("–", "-").replace("…", "...").strip()
    line, year_offset = _without_year(line)
    for pattern, read in _FORMS:
        found = pattern.fullmatch(line)
        if found is not None:
            try:
                return read(found, year_offset)
            except _NoRuleError as error:
                raise UserError("rule_not_understood", text=text) from error
    raise UserError("rule_not_understood", text=text)


def readable_rule(text: str) -> PlanRule | None:
    """Read a rule, or return None for a line in the office's own words."""
    try:
        return parse_rule(text)
    except UserError:
        return None


def _without_year(line: str) -> tuple[str, int]:
    """Take "Vorjahr" or "Folgejahr" off the end of a line."""
    for word, offset in (("vorjahr", -1), ("folgejahr", 1)):
        found = re.fullmatch(rf"(.+?)(?:,| im| des)? {word}(?:e?s)?", line)
        if found is not None:
            return found[1], offset
    return line, 0


def _distance(found: re.Match[str], year: int) -> PlanRule:
    unit = Unit.DAY if found[2].startswith("tag") else Unit.WEEK
    return _distance_of(_amount(found[1]), unit, found[3], _anchor(found[4]), year)


def _short_distance(found: re.Match[str], year: int) -> PlanRule:
    side = "vor" if found[1] == "-" else "nach"
    unit = Unit.WEEK if found[3] == "w" else Unit.DAY
    return _distance_of(int(found[2]), unit, side, Anchor.FIRST_SCHOOL_DAY, year)


def _distance_of(amount: int, unit: Unit, side: str, anchor: Anchor, year: int) -> Distance:
    if not 1 <= amount * unit.value <= MOST_DAYS:
        raise _NoRuleError
    return Distance(_signed(amount, side), unit, anchor, year)


def _weekday_near(found: re.Match[str], year: int) -> PlanRule:
    week = int(found[2]) if found[2] else 1
    if not 1 <= week <= _MOST_WEEKS:
        raise _NoRuleError
    return WeekdayNear(_WEEKDAYS[found[1]], _signed(week, found[3]), _anchor(found[4]), year)


def _nth_weekday(found: re.Match[str], year: int) -> PlanRule:
    number = _ORDINAL_WORDS.get(found[1]) or int(found[1].rstrip("."))
    if number not in (LAST, 1, 2, 3, 4):
        raise _NoRuleError
    return NthWeekday(number, _WEEKDAYS[found[2]], _MONTHS[found[3]], year)


def _fixed_day(found: re.Match[str], year: int) -> PlanRule:
    return _day_of(found[2], found[3], found[4], year, is_deadline=bool(found[1]))


def _fixed_span(found: re.Match[str], year: int) -> PlanRule:
    first = _day_of(found[1], found[2], found[3], 0)
    return FixedSpan(first, _day_of(found[4], found[5], found[6], 0), year)


def _day_of(
    day: str, name: str | None, number: str | None, year: int, *, is_deadline: bool = False
) -> FixedDay:
    month = _MONTHS[name] if name else int(number or 0)
    if not 1 <= month <= len(MONTHS) or not 1 <= int(day) <= _MONTH_DAYS[month - 1]:
        raise _NoRuleError
    return FixedDay(int(day), month, is_deadline=is_deadline, year_offset=year)


def _named_months(found: re.Match[str], year: int) -> PlanRule:
    first = _MONTHS[found[1]]
    return NamedMonths(first, _MONTHS[found[2]] if found[2] else first, year)


def _counted(found: re.Match[str], _year: int) -> PlanRule:
    first = int(found[1].replace(" ", ""))
    return _months(first, int(found[2].replace(" ", "")) if found[2] else first)


def _counted_words(found: re.Match[str], _year: int) -> PlanRule:
    first, last = int(found[1]), int(found[2] or found[1])
    return _months(_signed(first, found[3]), _signed(last, found[3]))


def _months(first: int, last: int) -> CountedMonths:
    """Return the months in the order of time, whichever way round they were written."""
    if max(abs(first), abs(last)) > MOST_MONTHS:
        raise _NoRuleError
    return CountedMonths(min(first, last), max(first, last))


def _statutory(found: re.Match[str], _year: int) -> PlanRule:
    deadline = _DEADLINES.get(found[1])
    if deadline is None:
        raise _NoRuleError
    return Statutory(deadline)


def _anchor(text: str) -> Anchor:
    stem = text.removeprefix("den ").removesuffix("ferien")
    return _BREAKS.get(stem, Anchor.FIRST_SCHOOL_DAY)


def _amount(text: str) -> int:
    return _NUMBER_WORDS.get(text) or (int(text) if text.isdecimal() else 0)


def _signed(amount: int, side: str) -> int:
    return -amount if side == "vor" else amount


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{_AMOUNT} (tage?n?|wochen?) (vor|nach) {_ANCHOR}", _distance),
        (r"t0 ?([+-]) ?(\d{1,3}) ?([wd])", _short_distance),
        (
            rf"(?:am )?{_WEEKDAY}(?: in der (\d{{1,2}})\. woche)? (vor|nach) {_ANCHOR}",
            _weekday_near,
        ),
        (rf"(?:am )?{_ORDINAL} {_WEEKDAY} im {_MONTH}", _nth_weekday),
        (rf"(bis (?:zum )?)?(?:am )?{_DAY}", _fixed_day),
        (rf"(?:vom )?{_DAY} ?(?:bis|-) ?(?:zum )?{_DAY}", _fixed_span),
        (rf"(?:im |von )?{_MONTH}(?: ?(?:bis|-) ?{_MONTH})?", _named_months),
        (rf"{_COUNTED}(?: ?(?:\.\.\.|bis|-) ?{_COUNTED})?", _counted),
        (
            r"(\d{1,2})\.(?: bis (\d{1,2})\.)? monat (vor|nach) (?:dem )?schulbeginn",
            _counted_words,
        ),
        (r"(?:im )?monat des schulbeginns", lambda _found, _year: CountedMonths(0, 0)),
        (r"frist des landes: (.+)", _statutory),
    )
)

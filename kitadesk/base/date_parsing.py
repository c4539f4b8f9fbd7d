"""Dates and times as people type them: "8.4.", "Do 8. April", "morgen", "in 2 Wochen", "19.30"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from kitadesk.base.calendar_names import MONTHS, WEEKDAYS, WEEKDAYS_SHORT
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""Other years are typing errors or stand for "unknown" in other programs (31.12.9999)."""

# Everything below is compared after `_normal`: lower case, umlauts spelled out.
_DAYS_FROM_TODAY = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "uebermorgen": 2}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "ein eine einem einer", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht",
         "neun", "zehn", "elf", "zwoelf")
    )
    for word in words.split()
}  # fmt: skip
_WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name.lower(): number for number, name in enumerate(WEEKDAYS_SHORT)},
    "sonnabend": 5,
}
_MONTH_NUMBERS = {
    **{name.lower().replace("ä", "ae"): number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower().replace("ä", "ae"): number for number, name in enumerate(MONTHS, start=1)},
    "mrz": 3,
    "marz": 3,
    "jaenner": 1,
    "feber": 2,
    "sept": 9,
}
_WEEKDAY = re.compile(
    r"(?:am )?(?:(?:naechste|kommende|diese)[nrms]? )?"
    rf"({'|'.join(_WEEKDAY_NUMBERS)})\b\.? ?,? ?(?:(?:den|dem) )?(.*)"
)
_YEAR = r"(\d{4}|\d{2})"
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_NUMERIC = re.compile(rf"(\d\d?) ?([./-]) ?(\d\d?)(?: ?\2 ?{_YEAR}?)?\.?")
_NAMED = re.compile(rf"(\d\d?) ?\.? ?({'|'.join(_MONTH_NUMBERS)})\b\.? ?{_YEAR}?")
_DISTANCE = re.compile(r"(in|vor) (\d{1,4}|[a-z]+) (tag|woche|monat|jahr)(?:e|en|n)?")
_TIME = re.compile(r"(\d\d?)(?: ?[:.h]? ?(\d\d))?(?: ?(?:uhr|h))?")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """The date that was meant; `weekday_mismatch` names the typed weekday that does not fit it."""

    date: date
    weekday_mismatch: str | None = None


def parse_date(text: str, today: date) -> ParsedDate:
    """Read a date as people in Germany type it; `date_not_understood` if there is none.

    Without a year it is the next such date, today included; a weekday alone is the next one, today
    excluded; two digits mean 1970 to 2069. Years outside 1900 to 2199 are taken for typing errors.
    """
    try:
        return _read(_normal(text), today)
    except (ValueError, OverflowError):
        raise UserError("date_not_understood", text=text) from None


def parse_time(text: str) -> time:
    """Read "19", "19:00", "19.30", "1930", "19 Uhr", "19:30 Uhr"; else `time_not_understood`."""
    found = _TIME.fullmatch(_normal(text))
    try:
        if found is None:
            raise ValueError
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise UserError("time_not_understood", text=text) from None


def _normal(text: str) -> str:
    line = " ".join(clean(text).casefold().split())
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        line = line.replace(umlaut, letters)
    return line.strip(" ,")


def _read(line: str, today: date) -> ParsedDate:
    found = _WEEKDAY.fullmatch(line)
    if found is None:
        return ParsedDate(_within_range(_day(line, today)))
    weekday, rest = _WEEKDAY_NUMBERS[found[1]], found[2]
    if not rest:
        return ParsedDate(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    day = _within_range(_day(rest, today))
    return ParsedDate(day, None if day.weekday() == weekday else WEEKDAYS[weekday])


def _within_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError
    return day


def _day(line: str, today: date) -> date:
    if line in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[line])
    if found := _DISTANCE.fullmatch(line):
        number = int(found[2]) if found[2].isdecimal() else _NUMBERS.get(found[2], 0)
        return _at_distance(today, number if found[1] == "in" else -number, found[3])
    if found := _ISO.fullmatch(line):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(line):
        return _with_year(int(found[1]), int(found[3]), found[4], today)
    if found := _NAMED.fullmatch(line):
        return _with_year(int(found[1]), _MONTH_NUMBERS[found[2]], found[3], today)
    raise ValueError


def _at_distance(today: date, number: int, unit: str) -> date:
    if number == 0:
        raise ValueError
    if unit in ("tag", "woche"):
        return today + timedelta(days=number * (7 if unit == "woche" else 1))
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "jahr" else 1)
    year, month = months // 12, months % 12 + 1
    # 31 January plus one month is the last day of February.
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _with_year(day: int, month: int, typed: str | None, today: date) -> date:
    if typed is None:
        return _next(day, month, today)
    year = int(typed)
    if len(typed) == 2:
        year += 2000 if year < 70 else 1900
    return date(year, month, day)


def _next(day: int, month: int, today: date) -> date:
    """Return the next such date from today; 29 February may be up to eight years away."""
    date(2000, month, day)  # raises for a day that no year has
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError

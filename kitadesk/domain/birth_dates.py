"""Birth dates as they stand in lists: real dates, 3.4.2021, 03.04.21, serial numbers of Excel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kitadesk.base.date_parsing import FIRST_YEAR, LAST_YEAR
from kitadesk.base.text import fold, shorten
from kitadesk.domain.sheet import Cell, cell_text

OLDEST_AGE = 12
"""A Kita with its Hort has children up to the end of primary school, in years."""

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"[2-7]\d{4}(?:,0+)?$")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,9})\.?\s+(\d{4}|\d{2})")
_BEFORE = re.compile(r"^(?:geb(?:oren)?\.?(?: am)?|am|\*)[:\s]*")
_AFTER = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?: uhr)?$", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


@dataclass(frozen=True, slots=True)
class BirthDate:
    """The date, or None, and a German sentence when something is odd about it."""

    day: date | None
    problem: str = ""


def read_birth_date(cell: Cell, today: date) -> BirthDate:
    """Read one cell; what is no date leaves the date empty and says so, the child is taken."""
    text = cell_text(cell)
    if not text or set(text) <= set("-–—?./ "):
        return BirthDate(None)
    day = cell if isinstance(cell, date) else _read(text, today)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return BirthDate(None, f"{shorten(text, 40)} ist kein Datum")
    if day > today:
        problem = f"Das Geburtsdatum {day:%d.%m.%Y} liegt in der Zukunft und bleibt deshalb leer"
        return BirthDate(None, problem)
    if (today.year - day.year, today.month, today.day) > (OLDEST_AGE, day.month, day.day):
        return BirthDate(day, f"Geboren am {day:%d.%m.%Y}, also älter als {OLDEST_AGE} Jahre")
    return BirthDate(day)


def _read(text: str, today: date) -> date | None:
    if _SERIAL.match(text):
        return _EXCEL_DAY_ZERO + timedelta(days=int(text[:5]))
    plain = _AFTER.sub("", _BEFORE.sub("", fold(text)))
    if found := _ISO.fullmatch(plain):
        return _day(found[1], found[2], found[3], today)
    if found := _NUMBERS.fullmatch(plain):
        return _day(found[3], found[2], found[1], today)
    if found := _WORDS.fullmatch(plain):
        name = found[2].replace("maerz", "mar")[:3]
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
        return _day(found[3], str(month), found[1], today)
    return None


def _day(year: str, month: str, day: str, today: date) -> date | None:
    """Two digits of a year mean the last hundred years, the next year still counts as now."""
    number = int(year)
    if len(year) == 2:
        number += today.year // 100 * 100
        number -= 100 if number > today.year + 1 else 0
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None

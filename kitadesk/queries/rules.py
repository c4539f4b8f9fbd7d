"""The rules of a Land from `resources/laender`, checked, so that a typing slip is named.

Papers read them too, so they stand here and not with the services.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Callable, Mapping
from typing import TypeVar

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.land import (
    DayAfter,
    DayRange,
    Deferral,
    Land,
    LandRules,
    LanguageScreening,
    YearDay,
    parse_year_day,
)
from kitadesk.queries.house import own_house
from kitadesk.queries.reader import Reader

_T = TypeVar("_T")
_DATE_FORMAT = "%d.%m.%Y"


def house_rules(reader: Reader) -> LandRules | None:
    """Return the rules of the Land of the own house; None while it has none."""
    house = own_house(reader)
    known = {land.value for land in Land}
    return land_rules(Land(house.land)) if house is not None and house.land in known else None


@functools.cache
def land_rules(land: Land) -> LandRules:
    """Give the shipped rules of a Land; raises `UserError` naming the file and the field."""
    file = f"{land.value.lower()}.toml"
    return parse_land_rules((resources_dir() / "laender" / file).read_bytes(), file, land)


def parse_land_rules(content: bytes, file: str, land: Land) -> LandRules:
    """Read one rules file; a missing, unknown or wrong field raises `rules_file_wrong`."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise _wrong(file, "TOML", str(error)) from error
    root = _Section(table, file)
    if root.text("land") != land.value:
        raise _wrong(file, "land", str(table["land"]))
    root.text("name")
    due = root.required_section("due")
    rules = LandRules(
        land=land,
        law=root.text("law"),
        source=root.text("source"),
        source_note=root.optional_text("source_note"),
        checked_on=root.checked_on(),
        cutoff=due.day("cutoff"),
        day_after=due.value("day_after", DayAfter),
        registration=_range(root.required_section("registration")),
        postpone=root.part("postpone", _range),
        opt_in=root.part("opt_in", _range),
        application=root.part("application", _range),
        exception=root.part("exception", _range),
        school_exam=root.part("school_exam", _range),
        deferral=root.part("deferral", _deferral),
        language_screening=root.part("language_screening", _screening),
    )
    due.finish()
    root.finish()
    return rules


class _Section:
    """One table of the file; it notes what was read, so that an unknown field is found."""

    def __init__(self, table: Mapping[str, object], file: str, path: str = "") -> None:
        self._table = table
        self._file = file
        self._path = path
        self._read: set[str] = set()

    def has(self, key: str) -> bool:
        return key in self._table

    def text(self, key: str) -> str:
        """Give a text that must be there and say something."""
        text = self.optional_text(key)
        if not text:
            raise self.wrong(key)
        return text

    def optional_text(self, key: str) -> str:
        self._read.add(key)
        found = self._table.get(key, "")
        if not isinstance(found, str):
            raise self.wrong(key)
        return found.strip()

    def value(self, key: str, read: Callable[[str], _T]) -> _T:
        text = self.text(key)
        try:
            return read(text)
        except ValueError as error:
            raise self.wrong(key) from error

    def day(self, key: str) -> YearDay:
        return self.value(key, parse_year_day)

    def optional_day(self, key: str) -> YearDay | None:
        return self.day(key) if self.optional_text(key) else None

    def flag(self, key: str) -> bool:
        self._read.add(key)
        found = self._table.get(key, False)
        if not isinstance(found, bool):
            raise self.wrong(key)
        return found

    def checked_on(self) -> dt.date | None:
        key = "checked_on"
        return self.value(key, _read_date) if self.optional_text(key) else None

    def required_section(self, key: str) -> _Section:
        self._read.add(key)
        found = self._table.get(key)
        if not isinstance(found, dict):
            raise self.wrong(key)
        return _Section(found, self._file, f"{key}.")

    def part(self, key: str, read: Callable[[_Section], _T]) -> _T | None:
        """Read a table of its own, where the Land has one."""
        return read(self.required_section(key)) if self.has(key) else None

    def finish(self) -> None:
        """Refuse a field that nobody read: it is a slip of the pen and would be lost silently."""
        for key in self._table.keys() - self._read:
            raise self.wrong(key)

    def wrong(self, key: str) -> UserError:
        return _wrong(self._file, f"{self._path}{key}", str(self._table.get(key, "")))


def _range(section: _Section) -> DayRange:
    days = _days(section)
    section.finish()
    return days


def _days(section: _Section) -> DayRange:
    days = DayRange(
        start=section.day("from"),
        end=section.optional_day("to"),
        deadline=section.optional_day("deadline"),
        note=section.optional_text("note"),
    )
    if days.end is not None and days.end.in_year(2001) < days.start.in_year(2001):
        raise section.wrong("to")
    return days


def _deferral(section: _Section) -> Deferral:
    days = _days(section) if section.has("from") else None
    deferral = Deferral(
        deadline=section.optional_day("deadline"),
        sixth_birthday=days,
        note=section.optional_text("note"),
        needs_kita_paper=section.flag("kita_paper"),
    )
    section.finish()
    return deferral


def _screening(section: _Section) -> LanguageScreening:
    until = section.day("kita_certificate_until")
    return LanguageScreening(kita_certificate_until=until, test=_range(section))


def _read_date(text: str) -> dt.date:
    return dt.datetime.strptime(text, _DATE_FORMAT).replace(tzinfo=dt.UTC).date()


def _wrong(file: str, field: str, found: str) -> UserError:
    return UserError("rules_file_wrong", file=file, field=field, found=found)

"""The files of the invented town and the rows that become of them, the same for every seed."""

from __future__ import annotations

import tomllib
import uuid
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import cast

from kitadesk.base.date_parsing import parse_time
from kitadesk.base.paths import resources_dir
from kitadesk.domain.holidays_calendar import day_notes
from kitadesk.domain.land import Land
from kitadesk.storage.models.base import Record
from kitadesk.storage.writer import Writer

LAND = Land.SN
_IDS_PER_MILLISECOND = 4096


class Entry:
    """One table of a demo file, read by field and type; what is not there is empty."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self._table = table

    def text(self, name: str) -> str:
        """Return a text; an empty one when the field is missing."""
        return cast("str", self._table.get(name, ""))

    def flag(self, name: str) -> bool:
        """Return a yes or no; no when the field is missing."""
        return bool(self._table.get(name, False))

    def number(self, name: str) -> int | None:
        """Return a whole number, if there is one."""
        return cast("int | None", self._table.get(name))

    def share(self, name: str) -> float:
        """Return a part of one; 0 when the field is missing."""
        return cast("float", self._table.get(name, 0.0))

    def moment(self, name: str) -> time | None:
        """Return a wall time, if there is one."""
        return parse_time(self.text(name)) if self.text(name) else None

    def texts(self, name: str) -> list[str]:
        """Return a list of texts."""
        return cast("list[str]", self._table.get(name, []))

    def numbers(self, name: str) -> list[int]:
        """Return a list of whole numbers."""
        return cast("list[int]", self._table.get(name, []))

    def rows(self, name: str) -> list[list[str]]:
        """Return a list of short lists; numbers in them come as text."""
        found = cast("list[list[object]]", self._table.get(name, []))
        return [[str(cell) for cell in row] for row in found]

    def pairs(self, name: str) -> dict[str, int]:
        """Return a table of names and numbers."""
        return cast("dict[str, int]", self._table.get(name, {}))

    def words(self, name: str) -> dict[str, str]:
        """Return a table of names and texts."""
        return cast("dict[str, str]", self._table.get(name, {}))

    def entry(self, name: str) -> Entry:
        """Return a table in this one."""
        return Entry(cast("Mapping[str, object]", self._table[name]))

    def entries(self, name: str) -> list[Entry]:
        """Return the tables of a list."""
        return [Entry(one) for one in cast("list[Mapping[str, object]]", self._table.get(name, []))]


@cache
def source(name: str) -> Entry:
    """Read one file of the invented town."""
    content = (resources_dir() / "demo" / f"{name}.toml").read_text(encoding="utf-8")
    return Entry(tomllib.loads(content))


def logo(name: str) -> bytes:
    """Return a drawn sign of the town, "house" or "alliance", as a PNG for letterheads."""
    return (resources_dir() / "demo" / "logos" / f"{name}.png").read_bytes()


class TownRows:
    """Collects rows by table; keys are UUIDv7 from seed and day, so that two runs are alike."""

    def __init__(self, rng: Random, today: date) -> None:
        self.rng = rng
        self.today = today
        self._rows: defaultdict[type[Record], list[dict[str, object]]] = defaultdict(list)
        self._made = 0
        midnight = datetime.combine(today, time(), UTC)
        self._start = int(midnight.timestamp() * 1000)

    def add(self, model: type[Record], **values: object) -> uuid.UUID:
        """Note a row and return its key."""
        row_id = values["id"] = self._new_id()
        self._rows[model].append(values)
        return row_id

    def values_of(self, model: type[Record], name: str, **wanted: object) -> list[object]:
        """Return one column of the rows noted so far that hold these values."""
        return [
            row[name]
            for row in self._rows[model]
            if all(row.get(key) == value for key, value in wanted.items())
        ]

    def write(self, w: Writer) -> None:
        """Write all rows, table by table, and let go of them."""
        for model in tuple(self._rows):
            w.insert_many(model, self._rows.pop(model))

    def _new_id(self) -> uuid.UUID:
        """Return the next key: RFC 9562, version 7, a counter where others have chance."""
        milliseconds, counter = divmod(self._made, _IDS_PER_MILLISECOND)
        self._made += 1
        head = (self._start + milliseconds) << 16 | 7 << 12 | counter
        return uuid.UUID(int=head << 64 | 2 << 62 | self.rng.getrandbits(62))

    def chance(self, share: float) -> bool:
        """Throw the dice: true for that share of all throws."""
        return self.rng.random() < share

    def day_between(self, first: date, last: date) -> date:
        """Return a random day of the range; weekends move to the Monday after, if it fits."""
        day = first + timedelta(days=self.rng.randint(0, max((last - first).days, 0)))
        monday = day + timedelta(days=(7 - day.weekday()) % 7)
        return monday if day.weekday() > 4 and monday <= last else day


def in_term(day: date, *, back: bool = False) -> date:
    """Return the day, or the same weekday some weeks on (or back) that is no holiday and no break.

    The breaks are known for some years only; then the day stays.
    """
    step = timedelta(weeks=-1 if back else 1)
    for weeks in range(9):
        candidate = day + weeks * step
        if not day_notes(candidate, LAND):
            return candidate
    return day

"""The entry years to choose from, and all children of the house with the year they start in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.domain.entry_class import entry_year_in_preparation, entry_year_of
from kitadesk.domain.land import LandRules
from kitadesk.domain.names import listed_name
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.queries.matrix import cohort_ids
from kitadesk.queries.people import ChildRow, children, coming_children
from kitadesk.queries.rules import house_rules
from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class EntryYear:
    """An entry year to choose; without `cohort_id` its children follow from their birth dates."""

    year: int
    cohort_id: UUID | None


@dataclass(frozen=True, slots=True)
class HouseChild:
    """A child of the house with the year in which it goes to school, noted or computed."""

    row: ChildRow
    entry_year: int | None
    is_computed: bool
    comes_on: date | None = None

    @property
    def name(self) -> str:
        """Return the name as lists show it, with the first day of who is not here yet."""
        name = listed_name(self.row.last_name, self.row.first_name)
        return name if self.comes_on is None else f"{name} · kommt am {self.comes_on:%d.%m.%Y}"


def entry_years(desk: Desk) -> tuple[EntryYear, ...]:
    """Return the years to choose, the running one among them even before it was put together."""
    known = desk.look(cohort_ids)
    running = entry_year_in_preparation(desk.clock.today())
    return tuple(EntryYear(year, known.get(year)) for year in sorted({*known, running}))


def running_year(years: Sequence[EntryYear], today: date) -> EntryYear:
    """Return the year whose preparation runs on that day."""
    running = entry_year_in_preparation(today)
    return next(one for one in years if one.year == running)


def house_children(desk: Desk) -> tuple[HouseChild, ...]:
    """Return all children who are here, then those who come, with the year of school entry."""
    today = desk.clock.today()
    return _with_years(desk, (*desk.read(children, today), *desk.read(coming_children, today)))


def first_children(desk: Desk, count: int) -> tuple[HouseChild, ...]:
    """Return so many of the children who are here, to be shown while all are read."""
    return _with_years(desk, desk.read(children, desk.clock.today(), first=count))


def _with_years(desk: Desk, rows: Sequence[ChildRow]) -> tuple[HouseChild, ...]:
    rules, today = desk.read(house_rules), desk.clock.today()
    return tuple(_house_child(row, rules, today) for row in rows)


def _house_child(row: ChildRow, rules: LandRules | None, today: date) -> HouseChild:
    comes_on = row.entered_on if stay_of(row, today) is Stay.COMING else None
    if row.entry_year is not None or row.birth_date is None or rules is None:
        return HouseChild(row, row.entry_year, is_computed=False, comes_on=comes_on)
    year = entry_year_of(row.birth_date, rules)
    return HouseChild(row, year, is_computed=True, comes_on=comes_on)

"""The entry years to choose from, and all children of the house with the year they start in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.domain.entry_class import entry_year_in_preparation, entry_year_of
from kitadesk.domain.land import Land, LandRules
from kitadesk.domain.names import listed_name
from kitadesk.queries.house import own_house
from kitadesk.queries.matrix import cohort_ids
from kitadesk.queries.people import ChildRow, children
from kitadesk.services.desk import Desk
from kitadesk.services.rules import land_rules


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

    @property
    def name(self) -> str:
        """Return the name as lists show it."""
        return listed_name(self.row.last_name, self.row.first_name)


def entry_years(desk: Desk) -> tuple[EntryYear, ...]:
    """Return the years to choose, the running one among them even before it was put together."""
    known = desk.look(cohort_ids)
    running = entry_year_in_preparation(desk.clock.today())
    return tuple(EntryYear(year, known.get(year)) for year in sorted({*known, running}))


def running_year(years: Sequence[EntryYear], today: date) -> EntryYear:
    """Return the year whose preparation runs on that day."""
    running = entry_year_in_preparation(today)
    return next(one for one in years if one.year == running)


def house_rules(desk: Desk) -> LandRules | None:
    """Return the rules of the Land of the house; None while it has none."""
    house = desk.read(own_house)
    codes = {land.value for land in Land}
    return land_rules(Land(house.land)) if house is not None and house.land in codes else None


def house_children(desk: Desk) -> tuple[HouseChild, ...]:
    """Return all children who are here, with the year of their school entry."""
    rules = house_rules(desk)
    return tuple(_house_child(row, rules) for row in desk.read(children, desk.clock.today()))


def _house_child(row: ChildRow, rules: LandRules | None) -> HouseChild:
    if row.entry_year is not None or row.birth_date is None or rules is None:
        return HouseChild(row, row.entry_year, is_computed=False)
    return HouseChild(row, entry_year_of(row.birth_date, rules), is_computed=True)

"""Keeps one part of the own house in step with its fields; each field saves one value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kitadesk.queries.house import HouseRow, own_house
from kitadesk.services.house import HouseInput, change_house

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


def house_input(row: HouseRow) -> HouseInput:
    """Return what stands now, to change a part of it."""
    return HouseInput(
        name=row.name,
        postcode=row.postcode,
        town=row.town,
        land=row.land,
        street=row.street,
        phone=row.phone,
        email=row.email,
        letterhead_lines=row.letterhead_lines,
        partner_name=row.partner_name,
        parents_council=row.parents_council,
    )


def change_values(desk: Desk, **values: object) -> None:
    """Change some values of the own house and leave the others as they stand now."""
    row = desk.read(own_house)
    if row is not None:
        now = house_input(row)
        then = replace(now, **values)  # type: ignore[arg-type]  # names of fields of HouseInput
        if then != now:
            change_house(desk, then)


class HouseSaver:
    """Stores one value of the own house; its `save` goes to `Field.save_with`."""

    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self.name = name

    def save(self, value: Any) -> None:
        """Store the value, with an empty text for nothing."""
        change_values(self._desk, **{self.name: value or ""})

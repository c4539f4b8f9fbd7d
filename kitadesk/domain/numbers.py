"""The door for whole numbers that are stored: places of a room, entry years."""

from __future__ import annotations

from kitadesk.base.errors import UserError

FIRST_ENTRY_YEAR, LAST_ENTRY_YEAR = 2000, 2100
"""The rules of the Länder were made for our time."""
MOST_PLACES = 9999
"""Places of the largest hall of a town."""


def check_number(number: int | None, *, least: int, most: int) -> None:
    """Refuse a number outside the bounds; raises UserError ``number_out_of_range``."""
    if number is not None and not least <= number <= most:
        raise UserError("number_out_of_range", text=number, least=least, most=most)


def check_entry_year(year: int) -> None:
    """Refuse a year in which nobody here starts school."""
    check_number(year, least=FIRST_ENTRY_YEAR, most=LAST_ENTRY_YEAR)


def check_places(places: int | None) -> None:
    """Refuse a room for nobody, or one larger than any hall; unknown is allowed."""
    check_number(places, least=1, most=MOST_PLACES)

"""A list of children is told from an address book by the age of those in it."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.children_or_contacts import are_children
from kitadesk.domain.sheet import Cell, rectangle

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("heading", ["Geburtsdatum", "geb. am", "geboren"])
@pytest.mark.parametrize("day", [date(2021, 4, 3), "03.04.21"])
def test_young_people_with_birth_dates_are_children(heading: str, day: Cell) -> None:
    rows = rectangle([("Gruppe Frösche",), ("Name", heading), ("Muster, Mia", day)])
    assert are_children(rows, TODAY)


def test_names_with_parents_beside_them_are_children() -> None:
    rows = rectangle([("Name, Vorname", "Gruppe", "Eltern"), ("Muster, Mia", "Igel", "Jo Muster")])
    assert are_children(rows, TODAY)


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Elternvertretung", "Igel"),
        ("Geburtsdatum", "3.4.1981"),
        ("seit", "3.4.2021"),
        ("Geburtsdatum", ""),
        ("Telefon", "5551"),
    ],
)
def test_staff_with_birth_dates_and_days_of_other_kinds_are_contacts(
    heading: str, day: str
) -> None:
    assert not are_children(rectangle([("Name", heading), ("Muster, Anna", day)]), TODAY)

"""The door for whole numbers: places of a room, entry years."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.numbers import check_entry_year, check_places


@pytest.mark.parametrize("places", [None, 1, 9999])
def test_a_room_has_places_or_nobody_has_counted(places: int | None) -> None:
    check_places(places)


@pytest.mark.parametrize("places", [-1, 0, 10_000])
def test_impossible_rooms_are_refused(places: int) -> None:
    with pytest.raises(UserError) as refused:
        check_places(places)
    assert refused.value.do == "Bitte eine ganze Zahl von 1 bis 9999 eingeben."


@pytest.mark.parametrize(
    ("year", "fits"), [(1999, False), (2000, True), (2100, True), (2101, False)]
)
def test_entry_years_are_of_our_time(year: int, fits: bool) -> None:
    if fits:
        check_entry_year(year)
        return
    with pytest.raises(UserError) as refused:
        check_entry_year(year)
    assert refused.value.code == "number_out_of_range"

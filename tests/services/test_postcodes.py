"""The shipped table of postcodes."""

from __future__ import annotations

import pytest

from kitadesk.base.paths import resources_dir
from kitadesk.domain.land import Land
from kitadesk.domain.postcodes import Place
from kitadesk.services.postcodes import places_of


def test_the_likeliest_town_of_a_postcode_comes_first() -> None:
    assert places_of("09661")[0] == Place("Hainichen", Land.SN)


def test_a_town_carries_its_full_name() -> None:
    assert places_of("60311") == (Place("Frankfurt am Main", Land.HE),)


def test_a_postcode_in_two_laender_gives_both() -> None:
    assert {place.land for place in places_of("69412")} == {Land.BW, Land.HE}


def test_an_unknown_postcode_gives_nothing() -> None:
    assert places_of("00001") == ()


@pytest.mark.parametrize("land", Land)
def test_every_land_has_postcodes(land: Land) -> None:
    text = (resources_dir() / "postcodes" / "postcodes.csv").read_text(encoding="utf-8")

    assert f";{land.value}\n" in text

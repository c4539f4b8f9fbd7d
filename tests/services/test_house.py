"""The own house: begin it, change it, logo and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.house import HouseRow, own_house, own_house_id, setting
from kitadesk.services.desk import Desk
from kitadesk.services.house import (
    MOST_LOGO_BYTES,
    HouseInput,
    begin_house,
    change_house,
    set_logo,
    set_partner_logo,
    set_setting,
)

HOUSE = HouseInput(
    name=" Kita Sonnenschein\n",
    postcode="09661",
    town="Hainichen",
    land="SN",
    phone="037207 555-0",
    letterhead_lines=("Gartenweg 4", " ", "09661 Hainichen"),
    parents_council="Elternrat",
)
PNG = b"\x89PNG\r\n\x1a\n..."


def house_of(desk: Desk) -> HouseRow:
    found = desk.read(own_house)
    assert found is not None
    return found


def test_before_the_first_start_there_is_no_house(desk: Desk) -> None:
    assert desk.read(own_house) is None
    with pytest.raises(UserError) as refused:
        desk.read(own_house_id)
    assert refused.value.code == "house_missing"


def test_a_begun_house_is_as_it_was_entered(desk: Desk) -> None:
    house_id = begin_house(desk, HOUSE)

    house = house_of(desk)
    assert (house.id, house.name, house.town, house.land) == (
        house_id,
        "Kita Sonnenschein",
        "Hainichen",
        "SN",
    )
    assert house.letterhead_lines == ("Gartenweg 4", "09661 Hainichen")
    assert (house.phone, house.email, house.parents_council) == ("037207 555-0", "", "Elternrat")
    assert desk.undo_label == "Kita Sonnenschein angelegt"


def test_all_that_begins_a_house_is_one_step(desk: Desk) -> None:
    begin_house(desk, HOUSE)

    desk.undo()

    assert desk.read(own_house) is None
    assert desk.undo_label is None


def test_a_change_replaces_adds_and_takes_away(desk: Desk) -> None:
    begin_house(desk, HOUSE)

    change_house(desk, HouseInput("Kita Neu", "09661", "Hainichen", "SN", email="k@example.org"))

    house = house_of(desk)
    assert (house.name, house.phone, house.email) == ("Kita Neu", "", "k@example.org")
    assert (house.letterhead_lines, house.parents_council) == ((), "Elternbeirat")


@pytest.mark.parametrize(
    ("name", "code"), [(" \u202e", "house_name_missing"), ("x" * 10_000, "value_too_long")]
)
def test_a_house_needs_a_name_that_fits_on_paper(desk: Desk, name: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        begin_house(desk, HouseInput(name, "09661", "Hainichen", "SN"))

    assert refused.value.code == code


def test_a_logo_comes_and_goes(desk: Desk) -> None:
    begin_house(desk, HOUSE)

    set_logo(desk, PNG)
    assert house_of(desk).logo == PNG
    set_logo(desk, None)
    assert house_of(desk).logo is None
    desk.undo()
    assert house_of(desk).logo == PNG


def test_name_and_logo_of_the_alliance_stand_beside_the_own_ones(desk: Desk) -> None:
    begin_house(desk, replace(HOUSE, partner_name=" Bündnis\nHainichen "))
    set_logo(desk, PNG)
    set_partner_logo(desk, PNG + b"2")

    found = house_of(desk)
    assert (found.partner_name, found.partner_logo) == ("Bündnis Hainichen", PNG + b"2")
    assert found.logo == PNG
    desk.undo()
    assert house_of(desk).partner_logo is None


@pytest.mark.parametrize("put", [set_logo, set_partner_logo])
@pytest.mark.parametrize(
    ("image", "code"),
    [(b"GIF89a", "logo_not_readable"), (PNG + b"x" * MOST_LOGO_BYTES, "logo_too_large")],
)
def test_what_is_no_small_picture_is_refused(
    desk: Desk, image: bytes, code: str, put: Callable[[Desk, bytes], None]
) -> None:
    begin_house(desk, HOUSE)

    with pytest.raises(UserError) as refused:
        put(desk, image)

    assert refused.value.code == code


def test_a_setting_has_a_default_and_keeps_what_was_set(desk: Desk) -> None:
    assert desk.read(setting, "role", "leader") == "leader"

    set_setting(desk, "role", "coordinator")
    set_setting(desk, "role", "both")

    assert desk.read(setting, "role", "leader") == "both"
    assert desk.undo_label is None

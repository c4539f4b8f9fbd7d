"""A reading asks the file once for what its parts ask for again and again."""

from __future__ import annotations

from kitadesk.queries.house import HouseRow, own_house
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.storage.models.institutions import Institution
from tests.support.factories import make_house


def name_of(house: HouseRow | None) -> str:
    return house.name if house is not None else ""


def twice(reader: Reader) -> tuple[HouseRow | None, HouseRow | None]:
    return own_house(reader), own_house(reader)


def test_a_question_is_answered_once_in_a_reading(desk: Desk) -> None:
    make_house(desk)
    first, second = desk.read(twice)
    assert first is not None
    assert first is second


def test_another_reading_sees_what_was_saved_meanwhile(desk: Desk) -> None:
    make_house(desk)
    before = desk.read(own_house)
    with desk.write("Name") as writer:
        writer.session.get_one(Institution, before.id).name = "Kita Regenbogen"
    assert name_of(desk.read(own_house)) == "Kita Regenbogen" != name_of(before)


def test_inside_the_write_door_every_question_is_asked_anew(desk: Desk) -> None:
    make_house(desk)
    with desk.write("Name") as writer:
        house = own_house(writer.session)
        writer.session.get_one(Institution, house.id).name = "Kita Regenbogen"
        assert name_of(own_house(writer.session)) == "Kita Regenbogen" != name_of(house)

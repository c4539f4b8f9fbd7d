"""Sums and seats of the lists."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.services.bodies import BodyInput, add_body, add_seat, start_term
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from kitadesk.ui.tabs.contacts.contact_rows import (
    AddressBook,
    ContactRow,
    Kind,
    Section,
    addresses,
    foot_words,
    read_book,
)


def row(number: int, kind: Kind = Kind.PERSON, place: str = "", email: str = "") -> ContactRow:
    return ContactRow((kind, UUID(int=number)), UUID(int=number), "Name", "", place, "", "", email)


def members(book: AddressBook, title: str) -> tuple[ContactRow, ...]:
    section = next(one for one in book.sections if one.title == title)
    assert section.body_id is not None
    return book.members[section.body_id]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "0 Mitglieder"),
        ((row(1),), "1 Mitglied"),
        ((row(1, place="A"), row(2, place="A")), "2 Mitglieder aus 1 Einrichtung"),
        (
            (row(1, place="A"), row(2, place="B"), row(3, Kind.VACANT, "C")),
            "2 Mitglieder aus 2 Einrichtungen · 1 Platz frei",
        ),
        ((row(1, Kind.VACANT), row(2, Kind.VACANT)), "0 Mitglieder · 2 Plätze frei"),
    ],
)
def test_the_sums_of_a_body(rows: tuple[ContactRow, ...], words: str) -> None:
    assert foot_words(rows, is_body=True) == words


def test_the_sums_of_a_list() -> None:
    rows = (row(1), row(2), row(3, Kind.INSTITUTION))
    assert foot_words(rows, is_body=False) == "2 Personen · 1 Einrichtung"
    assert foot_words((), is_body=False) == ""


def test_an_address_is_copied_once_and_who_has_none_is_counted() -> None:
    rows = [row(1, email="a@example.org"), row(2, email="a@example.org"), row(3)]
    assert addresses([*rows, row(4, Kind.VACANT)]) == (("a@example.org",), 1)


def test_the_town_parents_council_has_a_vacant_seat(town: Desk) -> None:
    rows = members(read_book(town), "Stadtelternbeirat")
    assert [one.place for one in rows if one.name == "1 Platz unbesetzt"] == ["Kita Zwergenland"]
    assert foot_words(rows, is_body=True) == "9 Mitglieder aus 5 Einrichtungen · 1 Platz frei"


def test_the_sections_count_without_reading_the_lists(town: Desk) -> None:
    counted = {
        one.title: one.count for one in read_book(town).sections if one.kind is not Kind.BODY
    }
    assert counted["Alle"] == counted["Einrichtungen"] + counted["Personen"] == 61


@pytest.mark.usefixtures("house")
def test_a_term_that_ends_soon_is_told(desk: Desk) -> None:
    body = add_body(desk, BodyInput(BodyKind.PARENTS_COUNCIL, "Elternbeirat"))
    for number, last_day in enumerate((date(2027, 7, 27), date(2027, 7, 28))):
        seat = add_seat(desk, body, SeatRole.CHAIR if number == 0 else SeatRole.MEMBER)
        start_term(desk, seat, add_person(desk, PersonInput(f"P{number}")), to_date=last_day)
    roles = [one.function for one in members(read_book(desk), "Elternbeirat")]
    assert roles == ["Vorsitz (bis 27.07.2027)", "Mitglied"]


def test_nobody_but_the_own_house_is_an_empty_book(desk: Desk, house: UUID) -> None:
    assert read_book(desk).is_empty
    add_person(desk, PersonInput("Vogel"))
    book = read_book(desk)
    assert not book.is_empty
    assert Section(Kind.PERSON, "Personen", 1) in book.sections
    assert book.section_of(Kind.PERSON, house) == Section(Kind.PERSON, "Personen", 1)

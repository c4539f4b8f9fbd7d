"""Lists, sums and addresses of the address book."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.services.bodies import BodyInput, add_body, add_seat, start_term
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_person,
)
from kitadesk.ui.tabs.contacts.card_text import institution_text, person_text
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


def section(book: AddressBook, title: str) -> Section:
    return next(one for one in book.sections if one.title == title)


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
    assert foot_words(Section(Kind.BODY, "Beirat", 0, UUID(int=9)), rows) == words


def test_the_sums_of_a_list() -> None:
    rows = (row(1), row(2), row(3, Kind.INSTITUTION))
    assert foot_words(Section(Kind.ALL, "Alle", 3), rows) == "2 Personen · 1 Einrichtung"
    assert foot_words(Section(Kind.ALL, "Alle", 0), ()) == ""


def test_an_address_is_copied_once_and_who_has_none_is_counted() -> None:
    rows = [row(1, email="a@example.org"), row(2, email="a@example.org"), row(3)]
    vacant = row(4, Kind.VACANT)
    assert addresses([*rows, vacant]) == (("a@example.org",), 1)


def test_the_town_parents_council_has_a_vacant_seat(town: Desk) -> None:
    book = read_book(town)
    council = section(book, "Stadtelternbeirat")
    rows = book.rows_of(council)
    assert council.count == 9
    assert [one.place for one in rows if one.name == "1 Platz unbesetzt"] == ["Kita Zwergenland"]
    assert foot_words(council, rows) == "9 Mitglieder aus 5 Einrichtungen · 1 Platz frei"


def test_people_and_institutions_stand_together_by_name(town: Desk) -> None:
    book = read_book(town)
    names = [one.name for one in book.rows_of(section(book, "Alle"))]
    assert names.index("Engel, Marlies") < names.index("Familienberatungsstelle")
    assert names.index("Familienberatungsstelle") < names.index("Franke, Ulrike")


@pytest.mark.usefixtures("house")
def test_a_term_that_ends_soon_is_told(desk: Desk) -> None:
    body = add_body(desk, BodyInput(BodyKind.PARENTS_COUNCIL, "Elternbeirat"))
    for number, last_day in enumerate((date(2027, 7, 27), date(2027, 7, 28))):
        seat = add_seat(desk, body, SeatRole.CHAIR if number == 0 else SeatRole.MEMBER)
        start_term(desk, seat, add_person(desk, PersonInput(f"P{number}")), to_date=last_day)
    book = read_book(desk)
    roles = [one.function for one in book.rows_of(section(book, "Elternbeirat"))]
    assert roles == ["Vorsitz (bis 27.07.2027)", "Mitglied"]


def test_the_card_of_a_person_says_role_ways_and_term(desk: Desk, house: UUID) -> None:
    body = add_body(desk, BodyInput(BodyKind.TOWN_PARENTS_COUNCIL, "Stadtelternbeirat"))
    seat = add_seat(desk, body, SeatRole.CHAIR, institution_id=house)
    person = add_person(desk, PersonInput("Albrecht", "Jana"))
    start_term(desk, seat, person, from_date=date(2026, 9, 1), to_date=date(2028, 8, 31))
    add_contact_way(
        desk,
        ContactWayInput(ContactKind.MOBILE, "0151 5550009", person, visibility=Visibility.MEMBERS),
    )
    text = person_text(desk, person)
    assert (text.title, text.subtitle) == (
        "Jana Albrecht",
        "Vorsitz Stadtelternbeirat · Kita Sonnenschein",
    )
    found = {line.label: (line.value, line.visibility) for line in text.lines}
    assert found["Mobil"] == ("0151 5550009", Visibility.MEMBERS)
    assert found["Amtszeit"] == ("09/2026 – 08/2028", None)


def test_the_card_of_an_institution_names_its_people(town: Desk) -> None:
    book = read_book(town)
    school = next(one for one in book.institutions if one.name == "Grundschule Hainichen")
    assert school.record_id is not None
    text = institution_text(town, school.record_id)
    assert text.subtitle == "Grundschule"
    assert ("Anschrift", "Friedrichstraße 22, 09661 Hainichen") in [
        (line.label, line.value) for line in text.lines
    ]
    assert ("Seidel, Petra", "Schulleitung") in [(one.name, one.function) for one in text.people]

"""The address book shows institutions and people with how to reach them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries import institutions as rows
from kitadesk.services import institutions as book
from kitadesk.services.desk import Desk
from kitadesk.storage.types import new_id
from tests.support.factories import make_family

pytestmark = pytest.mark.usefixtures("house")


def _school(desk: Desk) -> UUID:
    school = book.InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, "Ahornschule", town="Hainichen")
    return book.add_institution(desk, school)


def test_the_own_house_stands_first_then_the_others_by_name(desk: Desk) -> None:
    _school(desk)
    book.add_institution(desk, book.InstitutionInput(InstitutionKind.LIBRARY, "Bücherei"))
    names = [(row.name, row.is_own) for row in desk.read(rows.institutions)]
    assert names == [("Kita Sonnenschein", True), ("Ahornschule", False), ("Bücherei", False)]


def test_an_institution_shows_its_first_number_and_counts_people(desk: Desk) -> None:
    school = _school(desk)
    for value in ("037207 555-1", "037207 555-2"):
        way = book.ContactWayInput(ContactKind.PHONE, value, institution_id=school)
        book.add_contact_way(desk, way)
    person = book.add_person(desk, book.PersonInput("Damm", "Stefan"))
    for function in ("Leitung", "Kooperationslehrer"):
        book.add_function(desk, person, school, function)
    row = desk.read(rows.institutions)[1]
    assert (row.phone, row.email, row.people) == ("037207 555-1", "", 1)


def test_contacts_are_people_of_the_address_book_and_not_parents(desk: Desk) -> None:
    make_family(desk, parents=("Anna",))
    school = _school(desk)
    person = book.add_person(desk, book.PersonInput("Damm", "Stefan"))
    book.add_function(desk, person, school, "Leitung")
    mail = book.ContactWayInput(ContactKind.EMAIL, "damm@example.org", person)
    book.add_contact_way(desk, mail)
    assert desk.read(rows.contact_people) == (
        rows.PersonRow(
            person, "Damm, Stefan", "Leitung", "Ahornschule", "", "", "damm@example.org"
        ),
    )
    assert desk.read(rows.people_of, school) == desk.read(rows.contact_people)


def test_a_card_shows_all_of_a_person(desk: Desk) -> None:
    school = _school(desk)
    person = book.add_person(desk, book.PersonInput("Damm", "Eva", "Dr.", best_time="vormittags"))
    book.add_function(desk, person, school, "Leitung", from_date=date(2024, 8, 1))
    book.add_contact_way(desk, book.ContactWayInput(ContactKind.MOBILE, "0151 555123", person))
    card = desk.read(rows.contact_card, person)
    assert (card.name, card.best_time) == ("Dr. Eva Damm", "vormittags")
    assert [(f.name, f.institution, f.from_date) for f in card.functions] == [
        ("Leitung", "Ahornschule", date(2024, 8, 1))
    ]
    assert [(way.value, way.visibility) for way in card.ways] == [
        ("0151 555123", Visibility.INTERNAL)
    ]


def test_a_card_of_nobody_says_so(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.read(rows.contact_card, new_id())


def test_people_stay_when_their_institution_goes(desk: Desk) -> None:
    school = _school(desk)
    person = book.add_person(desk, book.PersonInput("Damm", "Stefan"))
    book.add_function(desk, person, school, "Leitung")
    book.delete_institution(desk, school)
    assert [row.functions for row in desk.read(rows.contact_people)] == [""]
    book.delete_person(desk, person)
    assert desk.read(rows.contact_people) == ()

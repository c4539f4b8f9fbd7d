"""Each circle of readers gets what was opened for it, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.domain.visibility import seen_by
from kitadesk.queries.address_book import BookPerson, address_book, emails, phones
from kitadesk.queries.people_ways import ways_of_people
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    InstitutionInput,
    PersonInput,
    add_contact_way,
    add_function,
    add_institution,
    add_person,
)
from tests.support.factories import TODAY

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def jana(desk: Desk) -> UUID:
    person = add_person(
        desk, PersonInput("Albrecht", "Jana", note="mag Anrufe", best_time="abends")
    )
    for kind, value, level in (
        (ContactKind.PHONE, "037207 555-1", Visibility.PUBLIC),
        (ContactKind.MOBILE, "0151 555 2", Visibility.MEMBERS),
        (ContactKind.EMAIL, "jana@example.org", Visibility.INTERNAL),
    ):
        add_contact_way(desk, ContactWayInput(kind, value, person, visibility=level))
    return person


def _people(desk: Desk, audience: Visibility) -> tuple[BookPerson, ...]:
    return desk.read(address_book, TODAY, audience).people


@pytest.mark.parametrize(
    ("audience", "numbers", "mails"),
    [
        (Visibility.INTERNAL, ("037207 555-1", "0151 555 2"), ("jana@example.org",)),
        (Visibility.MEMBERS, ("037207 555-1", "0151 555 2"), ()),
        (Visibility.PUBLIC, ("037207 555-1",), ()),
    ],
)
def test_a_list_shows_the_ways_of_its_circle(
    desk: Desk,
    jana: UUID,
    audience: Visibility,
    numbers: tuple[str, ...],
    mails: tuple[str, ...],
) -> None:
    (person,) = _people(desk, audience)
    assert (phones(person.ways), emails(person.ways)) == (numbers, mails)
    assert desk.read(ways_of_people, [jana], audience)[jana] == (*numbers, *mails)


@pytest.mark.usefixtures("jana")
@pytest.mark.parametrize(
    ("audience", "note", "best_time"),
    [
        (Visibility.INTERNAL, "mag Anrufe", "abends"),
        (Visibility.MEMBERS, "", "abends"),
        (Visibility.PUBLIC, "", ""),
    ],
)
def test_notes_never_leave_the_house(
    desk: Desk, audience: Visibility, note: str, best_time: str
) -> None:
    (person,) = _people(desk, audience)
    assert (person.note, person.best_time) == (note, best_time)


@pytest.mark.parametrize("audience", [Visibility.MEMBERS, Visibility.PUBLIC])
def test_who_opened_nothing_stands_on_no_list_that_leaves_the_house(
    desk: Desk, audience: Visibility
) -> None:
    person = add_person(desk, PersonInput("Privat", "Paula"))
    add_contact_way(desk, ContactWayInput(ContactKind.MOBILE, "0151 555 3", person))
    assert _people(desk, audience) == ()
    assert [one.last_name for one in _people(desk, Visibility.INTERNAL)] == ["Privat"]


def test_a_function_that_is_over_or_only_comes_is_not_told(desk: Desk, jana: UUID) -> None:
    school = add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, "Grundschule"))
    add_function(desk, jana, school, "Leitung", to_date=TODAY - timedelta(days=1))
    add_function(desk, jana, school, "Lehrerin", from_date=TODAY + timedelta(days=1))
    add_function(desk, jana, school, "Beraterin", from_date=TODAY, to_date=TODAY)
    book = desk.read(address_book, TODAY)
    assert [job.name for job in book.people[0].functions] == ["Beraterin"]
    at = book.people_by_place()
    assert [one.last_name for one in at[school]] == ["Albrecht"]
    assert None not in at


def test_parents_who_are_no_contacts_are_not_in_the_address_book(desk: Desk) -> None:
    add_person(desk, PersonInput("Müller", "Anna", is_contact=False))
    assert _people(desk, Visibility.INTERNAL) == ()


def test_the_circles_hold_each_other() -> None:
    assert seen_by(Visibility.PUBLIC) < seen_by(Visibility.MEMBERS) < seen_by(Visibility.INTERNAL)

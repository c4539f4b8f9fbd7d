"""The list of contacts: found by parts, in German order, page by page."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries.contacts import (
    ContactQuery,
    Which,
    contact_counts,
    contact_places,
    find_contacts,
    institution_kinds,
    mail_addresses,
)
from kitadesk.services.contacts import end_function
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

TODAY = date(2027, 1, 27)


@pytest.fixture
def book(desk: Desk, house: object) -> Desk:
    """A small address book beside the own house."""
    school = add_institution(
        desk,
        InstitutionInput(
            InstitutionKind.PRIMARY_SCHOOL, "Grundschule am Markt", town="Hainichen",
            district="Riechberg",
        ),
    )  # fmt: skip
    mueller = add_person(desk, PersonInput("Müller", "Jana"))
    add_person(desk, PersonInput("Muller-Öz", "Ben"))
    add_person(desk, PersonInput("Zeiler", "Ute"))
    add_function(desk, mueller, school, "Schulleitung")
    add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "0371 555-12", mueller))
    add_contact_way(desk, ContactWayInput(ContactKind.EMAIL, "privat@example.org", mueller))
    add_contact_way(
        desk,
        ContactWayInput(
            ContactKind.EMAIL, "schule@example.org", mueller, visibility=Visibility.PUBLIC
        ),
    )
    return desk


def names(desk: Desk, text: str = "", **narrowed: object) -> list[str]:
    query = ContactQuery(TODAY, text, **narrowed)  # type: ignore[arg-type]
    return [line.name for line in desk.look(find_contacts, query).lines]


@pytest.mark.parametrize(
    "typed",
    ["müller", "MULLER j", "mueller", "55512", "0371 555-12", "+49 371 555 12", "leitung",
     "schulleitung müller", "markt jana", "Müller, J", "ja", "privat@"],
)  # fmt: skip
def test_a_contact_is_found_by_any_part_of_it(book: Desk, typed: str) -> None:
    assert "Müller, Jana" in names(book, typed)


@pytest.mark.parametrize("typed", ["jana zeiler", "55513", "xyz", "leitung zeiler"])
def test_all_words_must_belong_to_one_contact(book: Desk, typed: str) -> None:
    assert names(book, typed) == []


def test_one_letter_finds_where_names_begin(book: Desk) -> None:
    assert names(book, "z") == ["Zeiler, Ute"]


def test_people_and_institutions_stand_in_one_german_order(book: Desk) -> None:
    found = names(book)
    assert found.index("Grundschule am Markt") < found.index("Müller, Jana")
    assert found.index("Müller, Jana") < found.index("Muller-Öz, Ben") < found.index("Zeiler, Ute")


def test_the_list_comes_in_pages(book: Desk) -> None:
    first = book.look(find_contacts, ContactQuery(TODAY), 0, 2)
    rest = book.look(find_contacts, ContactQuery(TODAY), 2, 60)
    assert (len(first.lines), first.has_more, rest.has_more) == (2, True, False)
    assert [line.name for line in (*first.lines, *rest.lines)] == names(book)


def test_a_page_begins_where_the_one_before_ended(book: Desk) -> None:
    seen: list[str] = []
    page = book.look(find_contacts, ContactQuery(TODAY), 0, 2)
    seen += [line.name for line in page.lines]
    while page.has_more:
        page = book.look(find_contacts, ContactQuery(TODAY), 0, 2, after=page.end)
        seen += [line.name for line in page.lines]
    assert seen == names(book)


def test_first_and_last_name_are_found_in_any_order_among_many(book: Desk) -> None:
    for number in range(400):
        add_person(book, PersonInput(f"Jana{number}", "Ute"))
        if number == 0:
            add_person(book, PersonInput("Zander", "Jana"))
    assert names(book, "jana zander")[0] == names(book, "zander jana")[0] == "Zander, Jana"


def test_kind_and_place_narrow_to_houses_and_their_people(book: Desk) -> None:
    wanted = ["Grundschule am Markt", "Müller, Jana"]
    assert names(book, kind=InstitutionKind.PRIMARY_SCHOOL) == wanted
    assert names(book, place="Riechberg") == wanted
    assert names(book, "jana", place="Riechberg", which=Which.PEOPLE) == wanted[1:]
    assert "Riechberg" in book.look(contact_places)
    assert InstitutionKind.PRIMARY_SCHOOL in book.look(institution_kinds)


def test_a_former_function_no_longer_brings_a_person_to_a_place(book: Desk) -> None:
    with book.store.read() as session:
        from kitadesk.storage.models.people import PersonFunction  # noqa: PLC0415

        job = session.query(PersonFunction.id).scalar()
    end_function(book, job, date(2026, 12, 31))
    assert names(book, place="Riechberg") == ["Grundschule am Markt"]


def test_the_most_open_address_is_copied(book: Desk) -> None:
    mails = book.look(mail_addresses, ContactQuery(TODAY, which=Which.PEOPLE))
    assert (mails.addresses, mails.without, mails.internal) == (("schule@example.org",), 2, 0)


def test_whoever_was_never_checked_is_counted(book: Desk) -> None:
    counts = book.look(contact_counts, date(2026, 1, 1))
    assert (counts.people, counts.institutions, counts.unchecked) == (3, 2, 5)

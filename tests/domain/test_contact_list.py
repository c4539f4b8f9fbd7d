"""Address lists are understood by header or form; every row is a contact or has a reason."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.contact_columns import guess_contact_columns
from kitadesk.domain.contact_difference import KnownContact, match_contacts
from kitadesk.domain.contact_fields import (
    CONTACT_LABELS,
    ContactField,
    contact_field_by_name,
    contact_header,
)
from kitadesk.domain.contact_list import (
    ContactDraft,
    ContactListDraft,
    InstitutionDraft,
    WayDraft,
    institution_kind,
    is_body_name,
    read_contacts,
    way_key,
)
from kitadesk.domain.institutions import InstitutionKind, kind_in_name
from kitadesk.domain.people import ContactKind, Salutation
from kitadesk.domain.sheet import Rows, rectangle

JANA = UUID(int=1)
PHONE = WayDraft(ContactKind.PHONE, "037207 555-1")


def read(*rows: tuple[str, ...], **overrides: ContactField) -> ContactListDraft:
    table: Rows = rectangle(rows)
    return read_contacts(table, guess_contact_columns(table, overrides))


def one(*rows: tuple[str, ...]) -> ContactDraft:
    (draft,) = read(*rows).contacts
    return draft


@pytest.mark.parametrize("field", [field for field in ContactField if field.value != "ignore"])
def test_every_field_is_known_by_its_label(field: ContactField) -> None:
    assert contact_header(CONTACT_LABELS[field]) is field
    assert contact_field_by_name(field.value) is field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ansprechpartner/in", ContactField.FULL_NAME),
        ("Straße und Hausnummer", ContactField.STREET),
        ("E-Mail 2", ContactField.EMAIL),
        ("Tel.", ContactField.PHONE),
        ("Handy", ContactField.MOBILE),
        ("Firma", ContactField.INSTITUTION),
    ],
)
def test_usual_headers_are_understood(header: str, field: ContactField) -> None:
    assert contact_header(header) is field


def test_a_list_without_header_is_understood_by_its_form() -> None:
    guess = guess_contact_columns(
        (
            ("Kita Nord", "Vogel, Jens", "037207 555-1", "jens@example.org", "Markt 1", "09661"),
            ("Grundschule", "Roth, Ina", "0151 5550123", "ina@example.org", "Am Bad 2", "09661"),
        )
    )
    assert [column.field for column in guess.readings()] == [
        ContactField.INSTITUTION,
        ContactField.FULL_NAME,
        ContactField.PHONE,
        ContactField.EMAIL,
        ContactField.STREET,
        ContactField.POSTCODE,
    ]


def test_a_header_may_stand_below_a_title() -> None:
    guess = guess_contact_columns(
        (("Adressen des Bündnisses", "", ""), ("Einrichtung", "Name", "Telefon"), ("A", "B", "1"))
    )
    assert (guess.header_row_index, guess.first_data_row) == (1, 2)


def test_name_beside_first_name_is_the_last_name() -> None:
    draft = one(("Name", "Vorname", "Ort"), ("Vogel", "Jens", ""))
    assert (draft.last_name, draft.first_name) == ("Vogel", "Jens")


def test_a_column_can_be_set_by_hand() -> None:
    draft = read(("X", "Telefon"), ("Jens Vogel", "1 23 45"), X=ContactField.FULL_NAME).contacts[0]
    assert (draft.last_name, draft.first_name) == ("Vogel", "Jens")


def test_a_column_that_does_not_exist_is_named() -> None:
    with pytest.raises(UserError) as refused:
        guess_contact_columns((("Name", "Ort"),), {"Foo": ContactField.NOTE})
    assert refused.value.code == "column_unknown"


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        read(("PLZ", "Ort"), ("09661", "Hainichen"))
    assert refused.value.code == "no_contact_column"


@pytest.mark.parametrize(
    ("cell", "title", "first", "last", "salutation"),
    [
        ("Lindner, Dr. Eva", "Dr.", "Eva", "Lindner", Salutation.NONE),
        ("Frau Petra Seidel", "", "Petra", "Seidel", Salutation.FRAU),
        ("Herr Vogel", "", "", "Vogel", Salutation.HERR),
        ("Paul-Georg Richter", "", "Paul-Georg", "Richter", Salutation.NONE),
        ("Richter", "", "", "Richter", Salutation.NONE),
        ("Eva von der Heide", "", "Eva", "von der Heide", Salutation.NONE),
    ],
)
def test_a_name_in_one_cell_is_taken_apart(
    cell: str, title: str, first: str, last: str, salutation: Salutation
) -> None:
    draft = one(("Einrichtung", "Ansprechpartner"), ("Amt", cell))
    assert (draft.title, draft.first_name, draft.last_name) == (title, first, last)
    assert draft.salutation is salutation


def test_a_general_mailbox_belongs_to_the_institution_and_the_number_to_the_person() -> None:
    draft = one(
        ("Einrichtung", "Name", "Telefon", "E-Mail", "E-Mail 2"),
        ("Hort", "Jens Vogel", "555-1", "info@example.org", "jens@example.org"),
    )
    assert [way.value for way in draft.ways] == ["555-1", "jens@example.org"]
    assert draft.institution is not None
    assert [way.value for way in draft.institution.ways] == ["info@example.org"]


def test_a_row_without_a_person_is_an_institution() -> None:
    draft = one(("Einrichtung", "Telefon", "Anschrift"), ("Hort", "555-1", "Markt 1, 09661 Ort"))
    assert draft.last_name == ""
    assert draft.institution is not None
    assert (draft.institution.address.town, len(draft.institution.ways)) == ("Ort", 1)


def test_several_numbers_in_a_cell_are_several_numbers() -> None:
    draft = one(("Name", "Telefon"), ("Vogel", "555-1; 555-2 oder 555-1"))
    assert [way.value for way in draft.ways] == ["555-1", "555-2"]


def test_an_organisation_that_is_a_body_gives_a_seat_sent_by_the_unit() -> None:
    draft = one(
        ("Nachname", "Einrichtung", "Abteilung", "Funktion"),
        ("Albrecht", "Stadtelternbeirat Hainichen", "Kita Nord", "Vorsitz"),
    )
    assert (draft.body, draft.function) == ("Stadtelternbeirat Hainichen", "Vorsitz")
    assert draft.institution == InstitutionDraft("Kita Nord")


def test_rows_that_say_nothing_or_too_much_are_rejected_with_a_reason() -> None:
    found = read(
        ("Name", "Ort", "Telefon"), ("", "Hainichen", ""), ("x" * 300, "", ""), ("A", "", "")
    )
    assert [(row.line, row.reason[:10]) for row in found.rejected] == [
        (2, "Weder Name"),
        (3, "Der Text „"),
    ]


def test_the_same_person_at_the_same_place_is_taken_once() -> None:
    head = ("Name", "Einrichtung", "Funktion")
    found = read(
        head, ("Vogel", "Hort", "Leitung"), ("Vogel", "hort", "Leitung"), ("Vogel", "Amt", "")
    )
    assert [row.duplicate_of for row in found.rejected] == [2]
    assert found.contacts[1].problems == ("Gleicher Name wie in Zeile 2",)


def test_a_repeated_header_is_no_contact() -> None:
    assert len(read(("Name", "Ort"), ("Vogel", ""), ("Name", "Ort"), ("Roth", "")).contacts) == 2


@pytest.mark.parametrize(
    ("one_way", "other"),
    [("+49 37207 555-1", "037207/5551"), ("0049 (0)37207 5551", "037207 555 1")],
)
def test_numbers_are_equal_however_they_are_written(one_way: str, other: str) -> None:
    assert way_key(ContactKind.PHONE, one_way) == way_key(ContactKind.MOBILE, other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hort an der Grundschule", InstitutionKind.AFTER_SCHOOL_CARE),
        ("Hort", InstitutionKind.AFTER_SCHOOL_CARE),
        ("Eltern-Kind-Zentrum Regenbogen", InstitutionKind.FAMILY_CENTRE),
        ("Grundschule Hainichen", InstitutionKind.PRIMARY_SCHOOL),
        ("Stadtbücherei", InstitutionKind.LIBRARY),
        ("Bäckerei Muster", InstitutionKind.OTHER),
    ],
)
def test_the_name_of_an_institution_tells_its_kind(name: str, kind: InstitutionKind) -> None:
    assert kind_in_name(name) is kind


def test_the_kind_in_a_column_comes_first() -> None:
    assert institution_kind("Beratung") is InstitutionKind.COUNSELLING
    assert institution_kind("Kita") is InstitutionKind.DAYCARE
    assert institution_kind("Bäckerei") is None


@pytest.mark.parametrize(
    ("name", "is_body"),
    [("Elternbeirat", True), ("Kita-Leitungsrunde", True), ("Stadtverwaltung", False)],
)
def test_bodies_are_told_from_institutions(name: str, is_body: bool) -> None:
    assert is_body_name(name) is is_body


KNOWN = KnownContact(
    JANA, "Albrecht", "Jana", frozenset({"hort"}), frozenset({PHONE.key}), is_contact=True
)
DRAFT = ContactDraft(2, "Albrecht", "Jana")


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, ways=(WayDraft(ContactKind.PHONE, "+49 37207 5551"),)),
        replace(DRAFT, institution=InstitutionDraft("Hort")),
        replace(DRAFT, last_name="ALBRECHT", institution=InstitutionDraft("Hort Hainichen")),
        replace(DRAFT, body="Hort"),
    ],
)
def test_name_and_number_or_name_and_place_are_the_same_person(draft: ContactDraft) -> None:
    assert match_contacts([draft], [KNOWN])[0].known_id == JANA


def test_a_name_alone_is_a_question() -> None:
    (match,) = match_contacts([DRAFT], [KNOWN])
    assert (match.known_id, match.doubtful) == (None, JANA)
    assert match.reason == "Jana Albrecht gibt es schon als Kontakt"


def test_a_known_name_without_place_and_number_is_the_same_person() -> None:
    bare = replace(KNOWN, places=frozenset(), ways=frozenset())
    assert match_contacts([DRAFT], [bare])[0].known_id == JANA


def test_a_parent_of_that_name_is_a_question_unless_the_number_says_it() -> None:
    parent = replace(KNOWN, is_contact=False)
    there = replace(DRAFT, institution=InstitutionDraft("Hort"))
    assert match_contacts([there], [parent])[0].reason.endswith("als Elternteil")
    assert match_contacts([replace(DRAFT, ways=(PHONE,))], [parent])[0].known_id == JANA


def test_another_last_name_with_the_same_number_is_a_question() -> None:
    (match,) = match_contacts([replace(DRAFT, last_name="Neumann", ways=(PHONE,))], [KNOWN])
    assert (match.doubtful, match.known_id) == (JANA, None)


def test_a_colleague_on_the_same_line_is_somebody_else() -> None:
    (match,) = match_contacts([ContactDraft(2, "Vogel", "Jens", ways=(PHONE,))], [KNOWN])
    assert (match.doubtful, match.known_id) == (None, None)


def test_two_rows_with_one_number_are_one_new_person() -> None:
    draft = replace(DRAFT, ways=(PHONE,))
    assert [match.same_as for match in match_contacts([draft, draft], [])] == [None, 0]

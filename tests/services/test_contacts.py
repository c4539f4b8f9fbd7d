"""The card's services: people, functions, numbers and notes, each one step."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries.contact_card import institution_card, institution_names, notes_about
from kitadesk.queries.institutions import contact_card
from kitadesk.services import contacts
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_function,
    add_person,
)
from tests.support.factories import TODAY


@pytest.fixture
def jana(desk: Desk, house: UUID) -> UUID:
    """A person of the address book."""
    return add_person(desk, PersonInput("Albrecht", "Jana"))


def test_a_person_is_changed_and_sorted_anew(desk: Desk, jana: UUID) -> None:
    contacts.change_person(desk, jana, last_name="Zeiler", best_time="nach 16 Uhr")
    card = desk.read(contact_card, jana)
    assert (card.name, card.best_time) == ("Jana Zeiler", "nach 16 Uhr")
    assert desk.undo_label == "Angaben Jana Zeiler"


def test_a_person_keeps_a_last_name(desk: Desk, jana: UUID) -> None:
    with pytest.raises(UserError):
        contacts.change_person(desk, jana, last_name="  ")
    assert desk.read(contact_card, jana).last_name == "Albrecht"


def test_a_colleague_without_a_function_is_the_contact(desk: Desk, house: UUID) -> None:
    made = contacts.add_colleague(desk, contacts.ColleagueInput(house, "Vogel"))
    assert [job.name for job in desk.read(contact_card, made).functions] == ["Ansprechperson"]


def test_a_function_at_a_place_that_is_not_known_makes_the_place(desk: Desk, jana: UUID) -> None:
    contacts.add_function_at_new(desk, jana, "Hort am Ring", "Leitung", from_date=TODAY)
    job = desk.read(contact_card, jana).functions[0]
    assert (job.name, job.institution, job.from_date) == ("Leitung", "Hort am Ring", TODAY)
    place = desk.read(institution_names)["Hort am Ring"]
    assert desk.read(institution_card, place).kind.label == "Hort"
    desk.undo()
    assert "Hort am Ring" not in desk.read(institution_names)


def test_a_function_moves_to_a_place_that_is_not_known(desk: Desk, jana: UUID, house: UUID) -> None:
    job = add_function(desk, jana, house, "Erzieherin")
    contacts.move_function_to_new(desk, job, "Kita Mond")
    assert desk.read(contact_card, jana).functions[0].institution == "Kita Mond"
    desk.undo()
    assert desk.read(contact_card, jana).functions[0].institution != "Kita Mond"


def test_a_function_ends_not_before_it_began(desk: Desk, jana: UUID, house: UUID) -> None:
    job = add_function(desk, jana, house, "Leitung", from_date=TODAY)
    with pytest.raises(UserError, match="Tag"):
        contacts.end_function(desk, job, date(2026, 1, 1))
    contacts.end_function(desk, job, TODAY)
    assert desk.read(contact_card, jana).functions[0].to_date == TODAY


def test_a_number_is_changed_shown_to_others_and_deleted(desk: Desk, jana: UUID) -> None:
    way = add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "0371 555-1", jana))
    contacts.change_contact_way(desk, way, value="0371 555-2", visibility=Visibility.PUBLIC)
    shown = desk.read(contact_card, jana).ways[0]
    assert (shown.value, shown.visibility) == ("0371 555-2", Visibility.PUBLIC)
    contacts.delete_contact_way(desk, way)
    assert desk.read(contact_card, jana).ways == ()


def test_a_note_is_kept_written_anew_and_deleted(desk: Desk, jana: UUID) -> None:
    note = contacts.add_contact_note(desk, " Ruft zurück ", person_id=jana)
    contacts.change_contact_note(desk, note, "Hat zugesagt")
    assert [one.text for one in desk.read(notes_about, jana)] == ["Hat zugesagt"]
    contacts.delete_contact_note(desk, note)
    assert desk.read(notes_about, jana) == ()


@pytest.mark.parametrize(("text", "code"), [("  ", "note_empty"), ("x" * 2001, "value_too_long")])
def test_a_note_is_neither_empty_nor_endless(desk: Desk, jana: UUID, text: str, code: str) -> None:
    with pytest.raises(UserError) as raised:
        contacts.add_contact_note(desk, text, person_id=jana)
    assert raised.value.code == code


def test_a_function_that_would_end_before_it_begins_is_not_added(
    desk: Desk, jana: UUID, house: UUID
) -> None:
    days = {"from_date": TODAY, "to_date": date(2027, 1, 24)}
    with pytest.raises(UserError) as refused:
        add_function(desk, jana, house, "Leitung", **days)
    assert refused.value.code == "days_in_wrong_order"
    assert desk.read(contact_card, jana).functions == ()

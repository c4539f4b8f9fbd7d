"""Random calls of the services of a contact's card: people, functions, numbers, notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.services import contacts, institutions
from kitadesk.services.desk import Desk
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction
from tests.support.dice import Dice


def _person_fields(dice: Dice) -> contacts.PersonFields:
    choices: tuple[contacts.PersonFields, ...] = (
        {"last_name": dice.one("Albrecht", "Öztürk"), "first_name": dice.one("", "Jana")},
        {"title": dice.one("", "Dr."), "salutation": dice.one(*Salutation)},
        {"language": "Polnisch", "best_time": "vormittags", "note": dice.word()},
        {"checked_on": dice.maybe_day(), "is_contact": dice.flag()},
    )
    return dice.one(*choices)


def _institution_fields(dice: Dice) -> institutions.InstitutionFields:
    choices: tuple[institutions.InstitutionFields, ...] = (
        {"name": dice.word() or "Kita", "kind": dice.one(*InstitutionKind)},
        {"street": "Markt 1", "postcode": "09661", "town": "Hainichen", "district": dice.word()},
        {"provider": "Stadt Hainichen", "short_name": "", "checked_on": dice.maybe_day()},
    )
    return dice.one(*choices)


def _function_fields(dice: Dice) -> contacts.FunctionFields:
    choices: tuple[contacts.FunctionFields, ...] = (
        {"name": dice.one("Leitung", "Stellvertretung")},
        {"institution_id": dice.id_of(Institution)},
        {"from_date": None, "to_date": dice.maybe_day()},
    )
    return dice.one(*choices)


def _way_fields(dice: Dice) -> contacts.ContactWayFields:
    choices: tuple[contacts.ContactWayFields, ...] = (
        {"value": "037207 555-9", "kind": dice.one(*ContactKind)},
        {"label": dice.one("", "dienstlich"), "visibility": dice.one(*Visibility)},
    )
    return dice.one(*choices)


CONTACT_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "contacts.change_person": lambda desk, dice: contacts.change_person(
        desk, dice.id_of(Person), **_person_fields(dice)
    ),
    "contacts.add_colleague": lambda desk, dice: contacts.add_colleague(
        desk, contacts.ColleagueInput(dice.id_of(Institution), "Vogel", "", dice.one("", "Hort"))
    ),
    "contacts.add_function_at_new": lambda desk, dice: contacts.add_function_at_new(
        desk, dice.id_of(Person), "Bücherei am Ring", "Leitung"
    ),
    "contacts.move_function_to_new": lambda desk, dice: contacts.move_function_to_new(
        desk, dice.id_of(PersonFunction), dice.one("Hort am Ring", "Verein für alle")
    ),
    "contacts.change_function": lambda desk, dice: contacts.change_function(
        desk, dice.id_of(PersonFunction), **_function_fields(dice)
    ),
    "contacts.end_function": lambda desk, dice: contacts.end_function(
        desk, dice.id_of(PersonFunction), dice.day() + timedelta(days=3650)
    ),
    "contacts.delete_function": lambda desk, dice: contacts.delete_function(
        desk, dice.id_of(PersonFunction)
    ),
    "contacts.change_contact_way": lambda desk, dice: contacts.change_contact_way(
        desk, dice.id_of(ContactWay), **_way_fields(dice)
    ),
    "contacts.delete_contact_way": lambda desk, dice: contacts.delete_contact_way(
        desk, dice.id_of(ContactWay)
    ),
    "contacts.add_contact_note": lambda desk, dice: contacts.add_contact_note(
        desk, dice.one("Rückruf am Montag", "Raum zugesagt"), person_id=dice.maybe(Person)
    ),
    "contacts.change_contact_note": lambda desk, dice: contacts.change_contact_note(
        desk, dice.id_of(Note), dice.one("Rückruf am Dienstag", "Raum abgesagt")
    ),
    "contacts.delete_contact_note": lambda desk, dice: contacts.delete_contact_note(
        desk, dice.id_of(Note)
    ),
    "institutions.change_institution": lambda desk, dice: institutions.change_institution(
        desk, dice.id_of(Institution), **_institution_fields(dice)
    ),
}
"""Services whose step is undone and done again, by name."""

"""The card of a contact: changing people, what they are, how to reach them, and notes on them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from typing_extensions import Unpack

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten, sort_key
from kitadesk.domain.dates import check_fields, check_order
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.institutions import kind_in_name
from kitadesk.domain.names import name_sort_key, spoken_name
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.services.tasks import MOST_NOTE
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction

_MOST_LABEL = 40
DAYS = {"checked_on": "Geprüft am", "from_date": "Von", "to_date": "Bis"}


class PersonFields(TypedDict, total=False):
    """What can be changed about a person; fields that are not named stay as they are."""

    last_name: str
    first_name: str
    title: str
    salutation: Salutation
    is_contact: bool
    language: str
    best_time: str
    note: str
    checked_on: date | None


class FunctionFields(TypedDict, total=False):
    """What can be changed about a function."""

    name: str
    institution_id: uuid.UUID
    from_date: date | None
    to_date: date | None


class ContactWayFields(TypedDict, total=False):
    """What can be changed about a number or address."""

    kind: ContactKind
    value: str
    label: str
    visibility: Visibility


def change_person(desk: Desk, person_id: uuid.UUID, **fields: Unpack[PersonFields]) -> None:
    """Change what is named; typing in one field becomes one step."""
    checked = _checked_person(fields)
    merge_key = f"person:{person_id}:{','.join(sorted(checked))}"
    with desk.write("Kontakt", merge_key=merge_key) as w:
        person = w.get(Person, person_id)
        for name, value in checked.items():
            setattr(person, name, value)
        person.sort_key = name_sort_key(person.last_name, person.first_name)
        w.label = f"Angaben {spoken_name(person.first_name, person.last_name)}"


@dataclass(frozen=True, slots=True)
class ColleagueInput:
    """Somebody new who has a function in an institution."""

    institution_id: uuid.UUID
    last_name: str
    first_name: str = ""
    function: str = ""


def add_colleague(desk: Desk, entered: ColleagueInput) -> uuid.UUID:
    """Add a person and the function in one step; without a function she is "Ansprechperson"."""
    last_name = checked_name(entered.last_name, "Nachname")
    first_name = checked_line(entered.first_name, "Vorname")
    function = checked_line(entered.function, "Funktion") or "Ansprechperson"
    with desk.write(f"Neuer Kontakt {spoken_name(first_name, last_name)}") as w:
        w.get(Institution, entered.institution_id)
        person = w.add(
            Person(
                last_name=last_name,
                first_name=first_name,
                sort_key=name_sort_key(last_name, first_name),
                is_contact=True,
            )
        )
        w.add(
            PersonFunction(
                person_id=person.id, institution_id=entered.institution_id, name=function
            )
        )
        return person.id


def add_function_at_new(
    desk: Desk, person_id: uuid.UUID, house: str, name: str, *, from_date: date | None = None
) -> uuid.UUID:
    """Say what somebody is in an institution that is not known yet: both in one step."""
    house, name = checked_name(house, "Einrichtung"), checked_name(name, "Funktion")
    check_fields({"from_date": from_date}, DAYS)
    with desk.write(f"Neue Einrichtung {shorten(house, _MOST_LABEL)}") as w:
        w.get(Person, person_id)
        place = w.add(_institution(house))
        return w.add(
            PersonFunction(
                person_id=person_id, institution_id=place.id, name=name, from_date=from_date
            )
        ).id


def move_function_to_new(desk: Desk, function_id: uuid.UUID, house: str) -> uuid.UUID:
    """Say that a function is held in an institution that is not known yet: both in one step."""
    house = checked_name(house, "Einrichtung")
    with desk.write(f"Neue Einrichtung {shorten(house, _MOST_LABEL)}") as w:
        function = w.get(PersonFunction, function_id)
        place = w.add(_institution(house))
        function.institution_id = place.id
        return place.id


def change_function(desk: Desk, function_id: uuid.UUID, **fields: Unpack[FunctionFields]) -> None:
    """Change a function; raises UserError ``days_in_wrong_order`` when it would end too early."""
    checked = fields.copy()
    check_fields(checked, DAYS)
    if "name" in checked:
        checked["name"] = checked_name(checked["name"], "Funktion")
    merge_key = f"function:{function_id}:{','.join(sorted(checked))}"
    with desk.write("Funktion", merge_key=merge_key) as w:
        function = w.get(PersonFunction, function_id)
        if "institution_id" in checked:
            w.get(Institution, checked["institution_id"])
        for name, value in checked.items():
            setattr(function, name, value)
        check_order(function.from_date, function.to_date)
        w.label = f"Funktion {function.name}"


def end_function(desk: Desk, function_id: uuid.UUID, to_date: date) -> None:
    """Say on which day somebody was this last; the card keeps it as a former function."""
    check_fields({"to_date": to_date}, DAYS)
    with desk.write("Funktion beendet") as w:
        function = w.get(PersonFunction, function_id)
        check_order(function.from_date, to_date)
        function.to_date = to_date
        w.label = f"Funktion {function.name} beendet"


def delete_function(desk: Desk, function_id: uuid.UUID) -> None:
    """Delete a function that was entered by mistake; one that is over is ended instead."""
    with desk.write("Funktion gelöscht") as w:
        w.delete(w.get(PersonFunction, function_id))


def change_contact_way(desk: Desk, way_id: uuid.UUID, **fields: Unpack[ContactWayFields]) -> None:
    """Change a number or address, its label, its kind, or who may see it."""
    checked = fields.copy()
    if "value" in checked:
        checked["value"] = checked_name(checked["value"], "Nummer oder Adresse")
    if "label" in checked:
        checked["label"] = checked_line(checked["label"], "Bezeichnung")
    merge_key = f"way:{way_id}:{','.join(sorted(checked))}"
    with desk.write("Kontakt", merge_key=merge_key) as w:
        way = w.get(ContactWay, way_id)
        for name, value in checked.items():
            setattr(way, name, value)
        w.label = f"Kontakt {shorten(way.value, _MOST_LABEL)}"


def delete_contact_way(desk: Desk, way_id: uuid.UUID) -> None:
    """Delete a number or address."""
    with desk.write("Kontakt gelöscht") as w:
        way = w.get(ContactWay, way_id)
        w.label = f"{shorten(way.value, _MOST_LABEL)} gelöscht"
        w.delete(way)


def add_contact_note(
    desk: Desk,
    text: str,
    *,
    person_id: uuid.UUID | None = None,
    institution_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Keep what was said with somebody: a note that is done at once, so it is no task on Heute."""
    typed = _note(text)
    with desk.write(f"Notiz „{shorten(typed, _MOST_LABEL)}“") as w:
        if person_id is not None:
            w.get(Person, person_id)
        if institution_id is not None:
            w.get(Institution, institution_id)
        return w.add(
            Note(
                institution_id=own_house_id(w.session),
                text=typed,
                made_at=desk.clock.now(),
                done_on=desk.clock.today(),
                person_id=person_id,
                about_institution_id=institution_id,
            )
        ).id


def change_contact_note(desk: Desk, note_id: uuid.UUID, text: str) -> None:
    """Write a note anew; an empty one is refused with ``note_empty``."""
    typed = _note(text)
    with desk.write(f"Notiz „{shorten(typed, _MOST_LABEL)}“", merge_key=f"note:{note_id}") as w:
        w.get(Note, note_id).text = typed


def delete_contact_note(desk: Desk, note_id: uuid.UUID) -> None:
    """Delete a note."""
    with desk.write("Notiz gelöscht") as w:
        w.delete(w.get(Note, note_id))


def _institution(name: str) -> Institution:
    """Return an institution of which only the name is known; the name tells its kind."""
    return Institution(kind=kind_in_name(name), name=name, sort_key=sort_key(name))


def _note(text: str) -> str:
    typed = clean(text).strip()
    if not typed:
        raise UserError("note_empty")
    if len(typed) > MOST_NOTE:
        raise UserError("value_too_long", field="Notiz", most=MOST_NOTE)
    return typed


def _checked_person(fields: PersonFields) -> PersonFields:
    checked = fields.copy()
    check_fields(checked, DAYS)
    if "last_name" in checked:
        checked["last_name"] = checked_name(checked["last_name"], "Nachname")
    if "first_name" in checked:
        checked["first_name"] = checked_line(checked["first_name"], "Vorname")
    if "title" in checked:
        checked["title"] = checked_line(checked["title"], "Titel")
    if "language" in checked:
        checked["language"] = checked_line(checked["language"], "Sprache")
    if "best_time" in checked:
        checked["best_time"] = checked_line(checked["best_time"], "Erreichbar")
    if "note" in checked:
        checked["note"] = checked_text(checked["note"], "Notiz")
    return checked

"""The address book: institutions, people, what they are, and how to reach them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.base.errors import UserError
from kitadesk.base.text import sort_key
from kitadesk.domain.dates import check_fields, check_order
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.institutions import InstitutionKind, ProviderType
from kitadesk.domain.names import name_sort_key, spoken_name
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.services.desk import Desk
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction


@dataclass(frozen=True, slots=True)
class InstitutionInput:
    """A partner: another Kita, a school, an office; never the own house."""

    kind: InstitutionKind
    name: str
    short_name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    district: str = ""
    land: str = ""
    provider: str = ""
    provider_type: ProviderType = ProviderType.UNKNOWN
    note: str = ""


class InstitutionFields(TypedDict, total=False):
    """What can be changed about an institution; fields that are not named stay as they are."""

    kind: InstitutionKind
    name: str
    short_name: str
    street: str
    postcode: str
    town: str
    district: str
    provider: str
    provider_type: ProviderType
    note: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class PersonInput:
    """A person of the address book; a salutation only where somebody gave one."""

    last_name: str
    first_name: str = ""
    title: str = ""
    salutation: Salutation = Salutation.NONE
    is_contact: bool = True
    language: str = ""
    best_time: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContactWayInput:
    """A number or address of exactly one owner: a person, or an institution."""

    kind: ContactKind
    value: str
    person_id: uuid.UUID | None = None
    institution_id: uuid.UUID | None = None
    label: str = ""
    visibility: Visibility = Visibility.INTERNAL


def add_institution(desk: Desk, entered: InstitutionInput) -> uuid.UUID:
    """Add a partner to the address book and return its key."""
    name = checked_name(entered.name, "Einrichtung")
    with desk.write(f"Neue Einrichtung {name}") as w:
        return w.add(
            Institution(
                kind=entered.kind,
                name=name,
                sort_key=sort_key(name),
                short_name=checked_line(entered.short_name, "Kurzname"),
                street=checked_line(entered.street, "Straße"),
                postcode=checked_line(entered.postcode, "Postleitzahl"),
                town=checked_line(entered.town, "Ort"),
                district=checked_line(entered.district, "Ortsteil"),
                land=checked_line(entered.land, "Bundesland"),
                provider=checked_line(entered.provider, "Träger"),
                provider_type=entered.provider_type,
                note=checked_text(entered.note, "Notiz"),
            )
        ).id


def change_institution(
    desk: Desk, institution_id: uuid.UUID, **fields: Unpack[InstitutionFields]
) -> None:
    """Change what is named; typing in one field becomes one step."""
    checked = _checked_institution(fields)
    merge_key = f"institution:{institution_id}:{','.join(sorted(checked))}"
    with desk.write("Einrichtung", merge_key=merge_key) as w:
        institution = w.get(Institution, institution_id)
        for name, value in checked.items():
            setattr(institution, name, value)
        institution.sort_key = sort_key(institution.name)
        w.label = f"Angaben {institution.name}"


def add_person(desk: Desk, entered: PersonInput) -> uuid.UUID:
    """Add a person and return the key."""
    last_name = checked_name(entered.last_name, "Nachname")
    first_name = checked_line(entered.first_name, "Vorname")
    with desk.write(f"Neuer Kontakt {spoken_name(first_name, last_name)}") as w:
        return w.add(
            Person(
                last_name=last_name,
                first_name=first_name,
                title=checked_line(entered.title, "Titel"),
                salutation=entered.salutation,
                sort_key=name_sort_key(last_name, first_name),
                is_contact=entered.is_contact,
                language=checked_line(entered.language, "Sprache"),
                best_time=checked_line(entered.best_time, "Erreichbar"),
                note=checked_text(entered.note, "Notiz"),
            )
        ).id


def add_function(
    desk: Desk,
    person_id: uuid.UUID,
    institution_id: uuid.UUID,
    name: str,
    *,
    from_date: date | None = None,
    to_date: date | None = None,
) -> uuid.UUID:
    """Say what a person is in an institution, such as "Leitung"; ``days_in_wrong_order``."""
    name = checked_name(name, "Funktion")
    check_fields({"from_date": from_date, "to_date": to_date}, _DAYS)
    check_order(from_date, to_date)
    with desk.write(f"Funktion {name}") as w:
        w.get(Person, person_id)
        w.get(Institution, institution_id)
        return w.add(
            PersonFunction(
                person_id=person_id,
                institution_id=institution_id,
                name=name,
                from_date=from_date,
                to_date=to_date,
            )
        ).id


def add_contact_way(desk: Desk, entered: ContactWayInput) -> uuid.UUID:
    """Add a number or address behind the others of its owner; private until said otherwise."""
    value = checked_name(entered.value, "Nummer oder Adresse")
    is_persons = entered.person_id is not None
    column = ContactWay.person_id if is_persons else ContactWay.institution_id
    owner_id = entered.person_id if is_persons else entered.institution_id
    with desk.write(f"Kontakt {value}") as w:
        count = select(func.count(ContactWay.id)).where(column == owner_id)
        return w.add(
            ContactWay(
                person_id=entered.person_id,
                institution_id=entered.institution_id,
                kind=entered.kind,
                value=value,
                label=checked_line(entered.label, "Bezeichnung"),
                visibility=entered.visibility,
                position=w.session.scalar(count) or 0,
            )
        ).id


def delete_institution(desk: Desk, institution_id: uuid.UUID) -> None:
    """Delete a partner with its functions and numbers; the people stay, the own house too."""
    with desk.write("Einrichtung gelöscht") as w:
        institution = w.get(Institution, institution_id)
        if institution.is_own:
            raise UserError("record_in_use")
        w.label = f"{institution.name} gelöscht"
        w.delete(institution)


def delete_person(desk: Desk, person_id: uuid.UUID) -> None:
    """Delete a person with functions, numbers, terms and ties."""
    with desk.write("Kontakt gelöscht") as w:
        person = w.get(Person, person_id)
        w.label = f"{spoken_name(person.first_name, person.last_name)} gelöscht"
        w.delete(person)


_DAYS = {"checked_on": "Geprüft am", "from_date": "Von", "to_date": "Bis"}
_LINES = (
    ("short_name", "Kurzname"),
    ("street", "Straße"),
    ("postcode", "Postleitzahl"),
    ("town", "Ort"),
    ("district", "Ortsteil"),
    ("provider", "Träger"),
)


def _checked_institution(fields: InstitutionFields) -> dict[str, object]:
    checked: dict[str, object] = dict(fields)
    check_fields(checked, _DAYS)
    if "name" in fields:
        checked["name"] = checked_name(fields["name"], "Einrichtung")
    for name, caption in _LINES:
        if name in checked:
            checked[name] = checked_line(str(checked[name]), caption)
    if "note" in fields:
        checked["note"] = checked_text(fields["note"], "Notiz")
    return checked

"""The address book: institutions, and the people that the office calls or writes to."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from kitadesk.base.errors import UserError
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.names import listed_name, spoken_name
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction

Condition = ColumnElement[bool] | InstrumentedAttribute[bool]
Ways = dict[uuid.UUID, dict[ContactKind, str]]


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """An institution with its first phone number and address, and how many people are known."""

    id: uuid.UUID
    kind: InstitutionKind
    name: str
    street: str
    postcode: str
    town: str
    provider: str
    phone: str
    email: str
    people: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A contact person: "Albrecht, Jana", what she is, where, and how to reach her."""

    id: uuid.UUID
    name: str
    functions: str
    institution: str
    phone: str
    mobile: str
    email: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """One phone number or address on a card."""

    id: uuid.UUID
    kind: ContactKind
    value: str
    label: str
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """What a person is in an institution; an open end means today."""

    id: uuid.UUID
    name: str
    institution_id: uuid.UUID
    institution: str
    from_date: date | None
    to_date: date | None


@dataclass(frozen=True, slots=True)
class ContactCard:
    """All that is known about a person, as the card shows it."""

    id: uuid.UUID
    name: str
    functions: tuple[FunctionRow, ...]
    ways: tuple[WayRow, ...]
    language: str
    best_time: str
    note: str
    checked_on: date | None
    title: str = ""
    first_name: str = ""
    last_name: str = ""
    salutation: Salutation = Salutation.NONE


def institutions(reader: Reader) -> tuple[InstitutionRow, ...]:
    """Return all institutions, the own house first, then by name."""
    ways = _ways_of(reader, ContactWay.institution_id)
    people = select(PersonFunction.institution_id, func.count(PersonFunction.person_id.distinct()))
    counted = reader.execute(people.group_by(PersonFunction.institution_id)).all()
    count_of = {row[0]: row[1] for row in counted}
    statement = select(
        Institution.id,
        Institution.kind,
        Institution.name,
        Institution.street,
        Institution.postcode,
        Institution.town,
        Institution.provider,
        Institution.is_own,
    ).order_by(Institution.is_own.desc(), Institution.sort_key)
    return tuple(
        InstitutionRow(
            *row[:7],
            phone=_phone(ways.get(row.id, {})),
            email=ways.get(row.id, {}).get(ContactKind.EMAIL, ""),
            people=count_of.get(row.id, 0),
            is_own=row.is_own,
        )
        for row in reader.execute(statement)
    )


def contact_people(reader: Reader) -> tuple[PersonRow, ...]:
    """Return the people of the address book by name; parents are in it only as contacts."""
    return _people(reader, Person.is_contact)


def people_of(reader: Reader, institution_id: uuid.UUID) -> tuple[PersonRow, ...]:
    """Return the people who have a function in an institution, by name."""
    is_there = select(PersonFunction.person_id).where(
        PersonFunction.institution_id == institution_id
    )
    return _people(reader, Person.id.in_(is_there))


def way_rows(reader: Reader, is_owner: ColumnElement[bool]) -> tuple[WayRow, ...]:
    """Return the numbers and addresses of one owner in their order."""
    query = (
        select(
            ContactWay.id,
            ContactWay.kind,
            ContactWay.value,
            ContactWay.label,
            ContactWay.visibility,
        )
        .where(is_owner)
        .order_by(ContactWay.position, ContactWay.id)
    )
    return tuple(WayRow(*row) for row in reader.execute(query))


def contact_card(reader: Reader, person_id: uuid.UUID) -> ContactCard:
    """Return the card of a person; raises UserError ``record_gone``."""
    statement = select(
        Person.title,
        Person.first_name,
        Person.last_name,
        Person.language,
        Person.best_time,
        Person.note,
        Person.checked_on,
        Person.salutation,
    ).where(Person.id == person_id)
    row = reader.execute(statement).one_or_none()
    if row is None:
        raise UserError("record_gone")
    functions = _functions(reader, PersonFunction.person_id == person_id)
    return ContactCard(
        id=person_id,
        name=spoken_name(row.first_name, row.last_name, row.title),
        functions=tuple(functions.get(person_id, ())),
        ways=way_rows(reader, ContactWay.person_id == person_id),
        language=row.language,
        best_time=row.best_time,
        note=row.note,
        checked_on=row.checked_on,
        title=row.title,
        first_name=row.first_name,
        last_name=row.last_name,
        salutation=row.salutation,
    )


def _people(reader: Reader, condition: Condition) -> tuple[PersonRow, ...]:
    ways = _ways_of(reader, ContactWay.person_id)
    functions = _functions(reader, PersonFunction.person_id.in_(select(Person.id).where(condition)))
    statement = (
        select(Person.id, Person.last_name, Person.first_name)
        .where(condition)
        .order_by(Person.sort_key, Person.id)
    )
    rows = []
    for person_id, last_name, first_name in reader.execute(statement):
        roles = functions.get(person_id, [])
        mine = ways.get(person_id, {})
        rows.append(
            PersonRow(
                id=person_id,
                name=listed_name(last_name, first_name),
                functions=_joined(role.name for role in roles),
                institution=_joined(role.institution for role in roles),
                phone=mine.get(ContactKind.PHONE, ""),
                mobile=mine.get(ContactKind.MOBILE, ""),
                email=mine.get(ContactKind.EMAIL, ""),
            )
        )
    return tuple(rows)


def _functions(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[uuid.UUID, list[FunctionRow]]:
    statement = (
        select(
            PersonFunction.person_id,
            PersonFunction.id,
            PersonFunction.name,
            Institution.id,
            Institution.name,
            PersonFunction.from_date,
            PersonFunction.to_date,
        )
        .join(Institution, Institution.id == PersonFunction.institution_id)
        .where(condition)
        .order_by(Institution.sort_key, PersonFunction.id)
    )
    found: dict[uuid.UUID, list[FunctionRow]] = defaultdict(list)
    for row in reader.execute(statement):
        found[row[0]].append(FunctionRow(*row[1:]))
    return found


def _ways_of(reader: Reader, owner: InstrumentedAttribute[uuid.UUID | None]) -> Ways:
    """Return the first contact way of each kind by its owner."""
    statement = (
        select(owner, ContactWay.kind, ContactWay.value)
        .where(owner.is_not(None))
        .order_by(ContactWay.position, ContactWay.id)
    )
    found: Ways = defaultdict(dict)
    for owner_id, kind, value in reader.execute(statement):
        if owner_id is not None:
            found[owner_id].setdefault(kind, value)
    return found


def _phone(ways: dict[ContactKind, str]) -> str:
    return ways.get(ContactKind.PHONE) or ways.get(ContactKind.MOBILE, "")


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))

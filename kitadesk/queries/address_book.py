"""The whole address book as lists, labels and exports show it, for one circle of readers."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.domain.visibility import seen_by
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction

_PHONES = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class BookWay:
    """A number or address that these readers may see."""

    kind: ContactKind
    value: str
    label: str
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class BookFunction:
    """What somebody is in an institution on that day."""

    name: str
    institution_id: uuid.UUID
    institution: str


@dataclass(frozen=True, slots=True)
class BookInstitution:
    """An institution with the ways to reach it."""

    id: uuid.UUID
    kind: InstitutionKind
    name: str
    street: str
    postcode: str
    town: str
    district: str
    provider: str
    is_own: bool
    note: str
    ways: tuple[BookWay, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPerson:
    """A contact with functions and ways; note and best time are for the house and its members."""

    id: uuid.UUID
    last_name: str
    first_name: str
    title: str
    salutation: Salutation
    best_time: str
    note: str
    functions: tuple[BookFunction, ...] = ()
    ways: tuple[BookWay, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Institutions, the own house first, and contacts by name."""

    institutions: tuple[BookInstitution, ...] = ()
    people: tuple[BookPerson, ...] = ()

    def people_by_place(self) -> dict[uuid.UUID | None, list[BookPerson]]:
        """Return who has a function where, by name; under None stand those who have none."""
        found: dict[uuid.UUID | None, list[BookPerson]] = {}
        for one in self.people:
            for place in dict.fromkeys(job.institution_id for job in one.functions) or (None,):
                found.setdefault(place, []).append(one)
        return found


def phones(ways: Sequence[BookWay]) -> tuple[str, ...]:
    """Return the numbers to call, in their order."""
    return tuple(way.value for way in ways if way.kind in _PHONES)


def emails(ways: Sequence[BookWay]) -> tuple[str, ...]:
    """Return the mail addresses, in their order."""
    return tuple(way.value for way in ways if way.kind is ContactKind.EMAIL)


def address_book(
    reader: Reader, on: date, audience: Visibility = Visibility.INTERNAL
) -> AddressBook:
    """Return what these readers may see on that day.

    The house sees every contact. Everybody else sees only people with a way that was opened for
    them, no notes, and the public no best times either.
    """
    is_inside = audience is Visibility.INTERNAL
    return AddressBook(
        _institutions(reader, audience, is_inside=is_inside),
        _people(reader, on, audience, is_inside=is_inside),
    )


def _institutions(
    reader: Reader, audience: Visibility, *, is_inside: bool
) -> tuple[BookInstitution, ...]:
    ways = _ways(reader, ContactWay.institution_id, audience)
    statement = select(
        Institution.id,
        Institution.kind,
        Institution.name,
        Institution.street,
        Institution.postcode,
        Institution.town,
        Institution.district,
        Institution.provider,
        Institution.is_own,
        Institution.note,
    ).order_by(Institution.is_own.desc(), Institution.sort_key, Institution.id)
    return tuple(
        BookInstitution(*row[:9], row.note if is_inside else "", tuple(ways.get(row.id, ())))
        for row in reader.execute(statement)
    )


def _people(
    reader: Reader, on: date, audience: Visibility, *, is_inside: bool
) -> tuple[BookPerson, ...]:
    ways = _ways(reader, ContactWay.person_id, audience)
    functions = _functions(reader, on)
    statement = (
        select(
            Person.id,
            Person.last_name,
            Person.first_name,
            Person.title,
            Person.salutation,
            Person.best_time,
            Person.note,
        )
        .where(Person.is_contact)
        .order_by(Person.sort_key, Person.id)
    )
    return tuple(
        BookPerson(
            *row[:5],
            "" if audience is Visibility.PUBLIC else row.best_time,
            row.note if is_inside else "",
            tuple(functions.get(row.id, ())),
            tuple(ways.get(row.id, ())),
        )
        for row in reader.execute(statement)
        if is_inside or row.id in ways
    )


def _functions(reader: Reader, on: date) -> dict[uuid.UUID, list[BookFunction]]:
    statement = (
        select(PersonFunction.person_id, PersonFunction.name, Institution.id, Institution.name)
        .join(Institution, Institution.id == PersonFunction.institution_id)
        .where(or_(PersonFunction.from_date.is_(None), PersonFunction.from_date <= on))
        .where(or_(PersonFunction.to_date.is_(None), PersonFunction.to_date >= on))
        .order_by(Institution.sort_key, PersonFunction.id)
    )
    found: dict[uuid.UUID, list[BookFunction]] = defaultdict(list)
    for person_id, name, institution_id, institution in reader.execute(statement):
        found[person_id].append(BookFunction(name, institution_id, institution))
    return found


def _ways(
    reader: Reader, owner: InstrumentedAttribute[uuid.UUID | None], audience: Visibility
) -> dict[uuid.UUID, list[BookWay]]:
    statement = (
        select(owner, ContactWay.kind, ContactWay.value, ContactWay.label, ContactWay.visibility)
        .where(owner.is_not(None), ContactWay.visibility.in_(seen_by(audience)))
        .order_by(ContactWay.position, ContactWay.id)
    )
    found: dict[uuid.UUID, list[BookWay]] = defaultdict(list)
    for owner_id, kind, value, label, visibility in reader.execute(statement):
        if owner_id is not None:
            found[owner_id].append(BookWay(kind, value, label, visibility))
    return dict(found)

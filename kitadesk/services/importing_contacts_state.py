"""What the house knows before contacts are read in: people, institutions, bodies with seats."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from kitadesk.base.text import fold
from kitadesk.domain.bodies import SeatRole, is_same_body
from kitadesk.domain.contact_difference import KnownContact, WayKey
from kitadesk.domain.contact_list import way_key
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import Salutation
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person, PersonFunction


@dataclass(slots=True)
class InstitutionState:
    """An institution as it is, or as the list makes it; `values` are its columns by name."""

    id: uuid.UUID
    name: str
    kind: InstitutionKind
    is_own: bool
    values: dict[str, str]
    ways: set[WayKey] = field(default_factory=set)


@dataclass(slots=True)
class PersonState:
    """A person with running functions by institution, and the bodies of running terms."""

    id: uuid.UUID
    last_name: str
    first_name: str
    title: str
    salutation: Salutation
    is_contact: bool
    values: dict[str, str]
    functions: dict[uuid.UUID, list[tuple[uuid.UUID, str]]] = field(default_factory=dict)
    bodies: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    ways: set[WayKey] = field(default_factory=set)


@dataclass(slots=True)
class SeatState:
    """A seat; `holder` is who has it today."""

    id: uuid.UUID
    role: SeatRole
    institution_id: uuid.UUID | None
    holder: uuid.UUID | None = None
    is_new: bool = False


@dataclass(slots=True)
class BodyState:
    """A body that is not dissolved, with its seats in their order."""

    id: uuid.UUID
    name: str
    seats: list[SeatState] = field(default_factory=list)


@dataclass(slots=True)
class BookState:
    """All of it by key; `by_name` finds institutions by their folded full and short names."""

    institutions: dict[uuid.UUID, InstitutionState] = field(default_factory=dict)
    by_name: dict[str, uuid.UUID] = field(default_factory=dict)
    people: dict[uuid.UUID, PersonState] = field(default_factory=dict)
    bodies: dict[uuid.UUID, BodyState] = field(default_factory=dict)

    def body_named(self, name: str) -> BodyState | None:
        """Return the body that a name means; the exact one before one with the town behind it."""
        fits = [body for body in self.bodies.values() if is_same_body(body.name, name)]
        exact = [body for body in fits if fold(body.name) == fold(name)]
        return next(iter([*exact, *fits]), None)

    def known(self) -> tuple[KnownContact, ...]:
        """Return everybody in the form in which lists are compared."""
        return tuple(self._known(person) for person in self.people.values())

    def _known(self, person: PersonState) -> KnownContact:
        places = {fold(self.institutions[key].name) for key in person.functions}
        places |= {fold(self.bodies[key].name) for key in person.bodies}
        return KnownContact(
            person.id,
            person.last_name,
            person.first_name,
            frozenset(places),
            frozenset(person.ways),
            person.is_contact,
        )


def load_book(reader: Reader, today: date) -> BookState:
    """Read people, institutions and bodies as they are on that day."""
    book = BookState()
    _load_institutions(reader, book)
    _load_people(reader, book, today)
    _load_bodies(reader, book, today)
    _load_ways(reader, book)
    return book


def _load_institutions(reader: Reader, book: BookState) -> None:
    statement = select(
        Institution.id,
        Institution.name,
        Institution.short_name,
        Institution.kind,
        Institution.is_own,
        Institution.street,
        Institution.postcode,
        Institution.town,
        Institution.district,
        Institution.provider,
    ).order_by(Institution.is_own.desc(), Institution.sort_key, Institution.id)
    for row in reader.execute(statement):
        values = {
            "street": row.street,
            "postcode": row.postcode,
            "town": row.town,
            "district": row.district,
            "provider": row.provider,
        }
        book.institutions[row.id] = InstitutionState(row.id, row.name, row.kind, row.is_own, values)
        for name in (row.name, row.short_name):
            if name:
                book.by_name.setdefault(fold(name), row.id)


def _load_people(reader: Reader, book: BookState, today: date) -> None:
    statement = select(
        Person.id,
        Person.last_name,
        Person.first_name,
        Person.title,
        Person.salutation,
        Person.is_contact,
        Person.best_time,
        Person.note,
    ).order_by(Person.is_contact.desc(), Person.sort_key, Person.id)
    for row in reader.execute(statement):
        values = {"best_time": row.best_time, "note": row.note}
        book.people[row.id] = PersonState(*row[:6], values)
    jobs = select(
        PersonFunction.id,
        PersonFunction.person_id,
        PersonFunction.institution_id,
        PersonFunction.name,
    ).where(_runs(PersonFunction, today))
    for function_id, person_id, institution_id, name in reader.execute(jobs):
        mine = book.people[person_id].functions
        mine.setdefault(institution_id, []).append((function_id, name))


def _load_bodies(reader: Reader, book: BookState, today: date) -> None:
    bodies = (
        select(Body.id, Body.name)
        .where(or_(Body.ended_on.is_(None), Body.ended_on > today))
        .order_by(Body.sort_key, Body.id)
    )
    for body_id, name in reader.execute(bodies):
        book.bodies[body_id] = BodyState(body_id, name)
    seats = (
        select(Seat.body_id, Seat.id, Seat.role, Seat.institution_id, SeatTerm.person_id)
        .add_columns(SeatTerm.id)
        .outerjoin(SeatTerm, and_(SeatTerm.seat_id == Seat.id, _runs(SeatTerm, today)))
        .order_by(Seat.position, Seat.id)
    )
    for body_id, seat_id, role, institution_id, holder, term_id in reader.execute(seats):
        body = book.bodies.get(body_id)
        if body is None:
            continue
        body.seats.append(SeatState(seat_id, role, institution_id, holder))
        if holder is not None and term_id is not None:
            book.people[holder].bodies[body_id] = term_id


def _load_ways(reader: Reader, book: BookState) -> None:
    statement = select(
        ContactWay.person_id, ContactWay.institution_id, ContactWay.kind, ContactWay.value
    )
    for person_id, institution_id, kind, value in reader.execute(statement):
        key = way_key(kind, value)
        if person_id is not None:
            book.people[person_id].ways.add(key)
        elif institution_id is not None:
            book.institutions[institution_id].ways.add(key)


def _runs(model: type[PersonFunction] | type[SeatTerm], today: date) -> ColumnElement[bool]:
    has_begun = or_(model.from_date.is_(None), model.from_date <= today)
    return and_(has_begun, or_(model.to_date.is_(None), model.to_date >= today))

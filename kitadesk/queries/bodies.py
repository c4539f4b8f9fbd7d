"""Bodies of the house and the alliance, their seats, and who sits on them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import ENDS_SOON, BodyKind, SeatRole
from kitadesk.domain.names import listed_name
from kitadesk.domain.people import ContactKind
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import (
    Child,
    ContactWay,
    Custody,
    Person,
    PersonFunction,
)

_CALLED = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body with its members on a day, its vacant seats, and how many terms end soon.

    A body that is dissolved has no vacant seats.
    """

    id: uuid.UUID
    name: str
    kind: BodyKind
    members: int
    vacant: int
    ending: int = 0
    rhythm: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class BodyCard:
    """All that is known about a body itself; without an institution it is the alliance's."""

    id: uuid.UUID
    name: str
    kind: BodyKind
    institution_id: uuid.UUID | None
    institution: str
    purpose: str
    rhythm: str
    founded_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A seat and who holds it; a vacant seat has no person and no name."""

    seat_id: uuid.UUID
    role_label: str
    person_id: uuid.UUID | None
    person_name: str
    institution: str
    phone: str
    until: date | None
    email: str = ""
    role: SeatRole = SeatRole.MEMBER
    institution_id: uuid.UUID | None = None
    term_id: uuid.UUID | None = None
    from_date: date | None = None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody's term on a seat, whether past, running or coming."""

    term_id: uuid.UUID
    seat_id: uuid.UUID
    role_label: str
    institution: str
    person_id: uuid.UUID
    person_name: str
    from_date: date | None
    to_date: date | None


@dataclass(frozen=True, slots=True)
class EndingTermRow:
    """A term that ends soon, for what is to do: an election, a new delegate."""

    body_id: uuid.UUID
    body: str
    seat_id: uuid.UUID
    role_label: str
    person_id: uuid.UUID
    person_name: str
    to_date: date


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who could take a seat: "Albrecht, Jana" and where she belongs."""

    id: uuid.UUID
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class TermRow:
    """A seat that somebody holds, for the card of the person."""

    body_id: uuid.UUID
    body: str
    role_label: str
    institution: str
    from_date: date | None
    until: date | None


def bodies(reader: Reader, on: date | None = None) -> tuple[BodyRow, ...]:
    """Return the bodies by name, with the members of a day (without one: all open terms)."""
    held = _held(reader, on)
    soon = date.max if on is None else on + ENDS_SOON
    seats: dict[uuid.UUID, list[uuid.UUID]] = {}
    for body_id, seat_id in reader.execute(select(Seat.body_id, Seat.id)):
        seats.setdefault(body_id, []).append(seat_id)
    statement = select(Body.id, Body.name, Body.kind, Body.rhythm, Body.ended_on).order_by(
        Body.sort_key, Body.id
    )
    rows = []
    for body_id, name, kind, rhythm, ended_on in reader.execute(statement):
        mine = seats.get(body_id, [])
        taken = [seat for seat in mine if seat in held]
        ending = sum((held[seat] or date.max) <= soon for seat in taken) if on else 0
        is_over = ended_on is not None and on is not None and ended_on < on
        vacant = 0 if is_over else len(mine) - len(taken)
        rows.append(BodyRow(body_id, name, kind, len(taken), vacant, ending, rhythm, ended_on))
    return tuple(rows)


def body_card(reader: Reader, body_id: uuid.UUID) -> BodyCard:
    """Return one body; raises UserError ``record_gone``."""
    statement = (
        select(
            Body.id,
            Body.name,
            Body.kind,
            Body.institution_id,
            Institution.name,
            Body.purpose,
            Body.rhythm,
            Body.founded_on,
            Body.ended_on,
        )
        .outerjoin(Institution, Institution.id == Body.institution_id)
        .where(Body.id == body_id)
    )
    row = reader.execute(statement).one_or_none()
    if row is None:
        raise UserError("record_gone")
    return BodyCard(*row[:4], row[4] or "", *row[5:])


def members_of(reader: Reader, body_id: uuid.UUID, on: date) -> tuple[MemberRow, ...]:
    """Return the seats of a body in their order, with who holds them on that day."""
    statement = (
        select(
            Seat.id,
            Seat.role,
            Person.id,
            Person.last_name,
            Person.first_name,
            Institution.id,
            Institution.name,
            SeatTerm.id,
            SeatTerm.from_date,
            SeatTerm.to_date,
        )
        .outerjoin(SeatTerm, and_(SeatTerm.seat_id == Seat.id, _holds(on)))
        .outerjoin(Person, Person.id == SeatTerm.person_id)
        .outerjoin(Institution, Institution.id == Seat.institution_id)
        .where(Seat.body_id == body_id)
        .order_by(Seat.position, Seat.id, SeatTerm.from_date)
    )
    rows = reader.execute(statement).all()
    people = [row[2] for row in rows if row[2]]
    phones = _ways(reader, people, _CALLED)
    emails = _ways(reader, people, (ContactKind.EMAIL,))
    found: dict[uuid.UUID, MemberRow] = {}
    for seat_id, role, person_id, last, first, place_id, place, term_id, begin, until in rows:
        found[seat_id] = MemberRow(
            seat_id=seat_id,
            role_label=role.label,
            person_id=person_id,
            person_name=listed_name(last or "", first or ""),
            institution=place or "",
            phone=phones.get(person_id, "") if person_id else "",
            until=until,
            email=emails.get(person_id, "") if person_id else "",
            role=role,
            institution_id=place_id,
            term_id=term_id,
            from_date=begin,
        )
    return tuple(found.values())


def holders_of(reader: Reader, body_id: uuid.UUID) -> tuple[HolderRow, ...]:
    """Return everybody who ever had, has or will have a seat of a body, newest term first."""
    statement = (
        select(
            SeatTerm.id,
            Seat.id,
            Seat.role,
            Institution.name,
            Person.id,
            Person.last_name,
            Person.first_name,
            SeatTerm.from_date,
            SeatTerm.to_date,
        )
        .join(Seat, Seat.id == SeatTerm.seat_id)
        .join(Person, Person.id == SeatTerm.person_id)
        .outerjoin(Institution, Institution.id == Seat.institution_id)
        .where(Seat.body_id == body_id)
    )
    rows = [
        HolderRow(
            term_id, seat_id, role.label, place or "", person_id,
            listed_name(last, first), begin, end,
        )
        for term_id, seat_id, role, place, person_id, last, first, begin, end in reader.execute(
            statement
        )
    ]  # fmt: skip
    rows.sort(key=lambda row: (row.to_date or date.max, row.from_date or date.min), reverse=True)
    return tuple(rows)


def ending_terms(reader: Reader, on: date) -> tuple[EndingTermRow, ...]:
    """Return the running terms that end within six weeks of a day, the first to end first."""
    statement = (
        select(
            Body.id,
            Body.name,
            Seat.id,
            Seat.role,
            Person.id,
            Person.last_name,
            Person.first_name,
            SeatTerm.to_date,
        )
        .join(Seat, Seat.body_id == Body.id)
        .join(SeatTerm, SeatTerm.seat_id == Seat.id)
        .join(Person, Person.id == SeatTerm.person_id)
        .where(_holds(on), SeatTerm.to_date <= on + ENDS_SOON)
        .where(or_(Body.ended_on.is_(None), Body.ended_on > on))
        .order_by(SeatTerm.to_date, Body.sort_key, Seat.position, Seat.id)
    )
    return tuple(
        EndingTermRow(
            body_id, body, seat_id, role.label, person_id, listed_name(last, first), until
        )
        for body_id, body, seat_id, role, person_id, last, first, until in reader.execute(statement)
        if until is not None
    )


def people_for_seats(reader: Reader) -> tuple[PersonChoice, ...]:
    """Return everybody who could take a seat, contacts and parents, by name."""
    places: dict[uuid.UUID, str] = {}
    jobs = (
        select(PersonFunction.person_id, Institution.name)
        .join(Institution, Institution.id == PersonFunction.institution_id)
        .order_by(PersonFunction.id)
    )
    for person_id, place in reader.execute(jobs):
        places.setdefault(person_id, place)
    children = (
        select(Custody.person_id, Child.first_name)
        .join(Child, Child.id == Custody.child_id)
        .order_by(Child.sort_key, Child.id)
    )
    for person_id, child in reader.execute(children):
        places.setdefault(person_id, f"von {child}")
    statement = select(Person.id, Person.last_name, Person.first_name).order_by(
        Person.sort_key, Person.id
    )
    return tuple(
        PersonChoice(person_id, listed_name(last, first), places.get(person_id, ""))
        for person_id, last, first in reader.execute(statement)
    )


def terms_of(reader: Reader, person_id: uuid.UUID, on: date) -> tuple[TermRow, ...]:
    """Return the seats that a person holds on that day, by body."""
    statement = (
        select(
            Body.id, Body.name, Seat.role, Institution.name, SeatTerm.from_date, SeatTerm.to_date
        )
        .join(Seat, Seat.body_id == Body.id)
        .join(SeatTerm, SeatTerm.seat_id == Seat.id)
        .outerjoin(Institution, Institution.id == Seat.institution_id)
        .where(SeatTerm.person_id == person_id, _holds(on))
        .order_by(Body.sort_key, Seat.position, Seat.id)
    )
    return tuple(
        TermRow(body_id, body, role.label, institution or "", begin, until)
        for body_id, body, role, institution, begin, until in reader.execute(statement)
    )


def _held(reader: Reader, on: date | None) -> dict[uuid.UUID, date | None]:
    """Return the seats that are taken, each with the last day of its term."""
    condition = SeatTerm.to_date.is_(None) if on is None else _holds(on)
    rows = reader.execute(select(SeatTerm.seat_id, SeatTerm.to_date).where(condition))
    return {row.seat_id: row.to_date for row in rows}


def _holds(on: date) -> ColumnElement[bool]:
    """A term counts from its first to its last day; an open end goes on."""
    has_begun = or_(SeatTerm.from_date.is_(None), SeatTerm.from_date <= on)
    return and_(has_begun, or_(SeatTerm.to_date.is_(None), SeatTerm.to_date >= on))


def _ways(
    reader: Reader, people: list[uuid.UUID], kinds: tuple[ContactKind, ...]
) -> dict[uuid.UUID, str]:
    """Return the first contact way of these kinds by person."""
    statement = (
        select(ContactWay.person_id, ContactWay.value)
        .where(ContactWay.person_id.in_(people), ContactWay.kind.in_(kinds))
        .order_by(ContactWay.position.desc(), ContactWay.id.desc())
    )
    return {person_id: value for person_id, value in reader.execute(statement) if person_id}

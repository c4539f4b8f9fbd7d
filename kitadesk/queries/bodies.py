"""Bodies of the house and the alliance, their seats, and who sits on them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from kitadesk.domain.bodies import BodyKind
from kitadesk.domain.names import listed_name
from kitadesk.domain.people import ContactKind
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay, Person

_CALLED = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body with its members on a day and its vacant seats."""

    id: uuid.UUID
    name: str
    kind: BodyKind
    members: int
    vacant: int


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
    seats: dict[uuid.UUID, list[bool]] = {}
    for body_id, seat_id in reader.execute(select(Seat.body_id, Seat.id)):
        seats.setdefault(body_id, []).append(seat_id in held)
    statement = select(Body.id, Body.name, Body.kind).order_by(Body.sort_key, Body.id)
    return tuple(
        BodyRow(*row, sum(seats.get(row.id, ())), seats.get(row.id, []).count(False))
        for row in reader.execute(statement)
    )


def members_of(reader: Reader, body_id: uuid.UUID, on: date) -> tuple[MemberRow, ...]:
    """Return the seats of a body in their order, with who holds them on that day."""
    statement = (
        select(
            Seat.id,
            Seat.role,
            Person.id,
            Person.last_name,
            Person.first_name,
            Institution.name,
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
    for seat_id, role, person_id, last_name, first_name, institution, until in rows:
        found[seat_id] = MemberRow(
            seat_id=seat_id,
            role_label=role.label,
            person_id=person_id,
            person_name=listed_name(last_name or "", first_name or ""),
            institution=institution or "",
            phone=phones.get(person_id, "") if person_id else "",
            until=until,
            email=emails.get(person_id, "") if person_id else "",
        )
    return tuple(found.values())


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


def _held(reader: Reader, on: date | None) -> set[uuid.UUID]:
    condition = SeatTerm.to_date.is_(None) if on is None else _holds(on)
    return set(reader.scalars(select(SeatTerm.seat_id).where(condition)))


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

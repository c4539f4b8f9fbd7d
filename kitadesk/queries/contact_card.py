"""What the card of a contact shows beside names and numbers: an institution, notes, ties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.institutions import InstitutionKind, ProviderType
from kitadesk.queries.institutions import WayRow, way_rows
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.house import Note
from kitadesk.storage.models.institutions import Institution, Room
from kitadesk.storage.models.people import Child, ContactWay, Custody, Person, PersonFunction


@dataclass(frozen=True, slots=True)
class InstitutionCard:
    """All that is known about an institution, but its people."""

    id: UUID
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
    is_own: bool
    ways: tuple[WayRow, ...] = ()
    rooms: tuple[tuple[str, int | None], ...] = ()
    bodies: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ContactNote:
    """A note on somebody, and when it was made."""

    id: UUID
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Ties:
    """What goes with a contact when it is deleted; `children` keep a person from being deleted."""

    ways: int = 0
    functions: int = 0
    terms: int = 0
    notes: int = 0
    children: tuple[str, ...] = ()


def institution_card(reader: Reader, institution_id: UUID) -> InstitutionCard:
    """Return the card of an institution; raises UserError ``record_gone``."""
    statement = select(
        Institution.id,
        Institution.kind,
        Institution.name,
        Institution.short_name,
        Institution.street,
        Institution.postcode,
        Institution.town,
        Institution.district,
        Institution.provider,
        Institution.provider_type,
        Institution.note,
        Institution.checked_on,
        Institution.is_own,
    )
    row = reader.execute(statement.where(Institution.id == institution_id)).one_or_none()
    if row is None:
        raise UserError("record_gone")
    rooms = select(Room.name, Room.capacity).where(Room.institution_id == institution_id)
    bodies = select(Body.id, Body.name).where(Body.institution_id == institution_id)
    return InstitutionCard(
        id=row.id,
        kind=row.kind,
        name=row.name,
        short_name=row.short_name,
        street=row.street,
        postcode=row.postcode,
        town=row.town,
        district=row.district,
        provider=row.provider,
        provider_type=row.provider_type,
        note=row.note,
        checked_on=row.checked_on,
        is_own=row.is_own,
        ways=way_rows(reader, ContactWay.institution_id == institution_id),
        rooms=tuple((name, seats) for name, seats in reader.execute(rooms.order_by(Room.name))),
        bodies=tuple((key, name) for key, name in reader.execute(bodies.order_by(Body.sort_key))),
    )


def notes_about(reader: Reader, contact_id: UUID) -> tuple[ContactNote, ...]:
    """Return the notes on a person or an institution, the newest first."""
    about = (Note.person_id == contact_id) | (Note.about_institution_id == contact_id)
    statement = select(Note.id, Note.text, Note.made_at).where(about)
    return tuple(
        ContactNote(note_id, text, made_at)
        for note_id, text, made_at in reader.execute(statement.order_by(Note.made_at.desc()))
    )


def ties_of_person(reader: Reader, person_id: UUID) -> Ties:
    """Return what goes with a person."""
    children = (
        select(Child.first_name, Child.last_name)
        .join(Custody, Custody.child_id == Child.id)
        .where(Custody.person_id == person_id)
        .order_by(Child.sort_key)
    )
    return Ties(
        _number(reader, ContactWay, ContactWay.person_id == person_id),
        _number(reader, PersonFunction, PersonFunction.person_id == person_id),
        _number(reader, SeatTerm, SeatTerm.person_id == person_id),
        _number(reader, Note, Note.person_id == person_id),
        tuple(first or last for first, last in reader.execute(children)),
    )


def can_leave_contacts(reader: Reader, person_id: UUID) -> bool:
    """Return whether there is a contact to take away; a parent in a body may be none."""
    is_parent = select(Custody.id).where(Custody.person_id == person_id).exists()
    statement = select(Person.id).where(Person.id == person_id, Person.is_contact | ~is_parent)
    return reader.execute(statement).first() is not None


def ties_of_institution(reader: Reader, institution_id: UUID) -> Ties:
    """Return what goes with an institution; the people stay."""
    return Ties(
        _number(reader, ContactWay, ContactWay.institution_id == institution_id),
        _number(reader, PersonFunction, PersonFunction.institution_id == institution_id),
        _number(reader, Seat, Seat.institution_id == institution_id),
        _number(reader, Note, Note.about_institution_id == institution_id),
    )


def institution_names(reader: Reader) -> dict[str, UUID]:
    """Return all institutions by name, to choose one where somebody works."""
    statement = select(Institution.name, Institution.id).order_by(Institution.sort_key)
    return dict(reader.execute(statement).all())


def function_names(reader: Reader) -> tuple[str, ...]:
    """Return the functions that occur, the most frequent first, to be offered while typing."""
    statement = (
        select(PersonFunction.name)
        .group_by(PersonFunction.name)
        .order_by(func.count().desc(), PersonFunction.name)
        .limit(30)
    )
    return tuple(reader.scalars(statement))


def _number(reader: Reader, model: type[object], condition: object) -> int:
    statement = select(func.count()).select_from(model).where(condition)  # type: ignore[arg-type]
    return reader.scalar(statement) or 0

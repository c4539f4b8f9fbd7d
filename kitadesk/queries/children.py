"""One child with everything its card shows: family, households, the adults and what they are."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from kitadesk.base.errors import UserError
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import ContactKind, CustodyAnswer
from kitadesk.queries.people import ChildRow, FamilyRow, child, family
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, ContactWay, Custody, Group, Person

_SCHOOLS = (InstitutionKind.PRIMARY_SCHOOL,)
_CALLED = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class AdultRow:
    """An adult of a child; `has_custody` is never guessed, unknown is an answer of its own."""

    person_id: uuid.UUID
    first_name: str
    last_name: str
    has_custody: CustodyAnswer
    lives_with: bool
    may_share_address: bool
    phone: str


@dataclass(frozen=True, slots=True)
class ChildCard:
    """What is known about a child; `siblings` are the other children of the family, also gone.

    With `next_group_on` a change into `next_group` is planned, empty for no group.
    """

    child: ChildRow
    school_id: uuid.UUID | None
    cohort_id: uuid.UUID | None
    entered_on: date | None
    next_group: str
    next_group_on: date | None
    note: str
    family: FamilyRow
    adults: tuple[AdultRow, ...]

    @property
    def siblings(self) -> tuple[ChildRow, ...]:
        """Return the other children of the family, oldest first."""
        return tuple(row for row in self.family.children if row.id != self.child.id)


def child_card(reader: Reader, child_id: uuid.UUID) -> ChildCard:
    """Return the card of a child; raises UserError ``record_gone``."""
    row = child(reader, child_id)
    more = reader.execute(
        select(
            Child.school_id,
            Child.cohort_id,
            Child.entered_on,
            Child.next_group_on,
            Child.note,
            func.coalesce(Group.name, "").label("next_group"),
        )
        .outerjoin(Group, Group.id == Child.next_group_id)
        .where(Child.id == child_id)
    ).one_or_none()
    if more is None:
        raise UserError("record_gone")
    return ChildCard(
        child=row,
        school_id=more.school_id,
        cohort_id=more.cohort_id,
        entered_on=more.entered_on,
        next_group=more.next_group,
        next_group_on=more.next_group_on,
        note=more.note,
        family=family(reader, row.family_id),
        adults=adults_of(reader, child_id),
    )


def adults_of(reader: Reader, child_id: uuid.UUID) -> tuple[AdultRow, ...]:
    """Return the adults of a child in the order of the list, each with the first number."""
    statement = (
        select(
            Custody.person_id,
            Person.first_name,
            Person.last_name,
            Custody.has_custody,
            Custody.lives_with,
            Custody.may_share_address,
        )
        .join(Person, Person.id == Custody.person_id)
        .where(Custody.child_id == child_id)
        .order_by(Custody.position, Person.sort_key)
    )
    found = reader.execute(statement).all()
    phones = _phones(reader, [row.person_id for row in found])
    return tuple(AdultRow(*row, phone=phones.get(row.person_id, "")) for row in found)


def schools(reader: Reader) -> tuple[tuple[uuid.UUID, str], ...]:
    """Return the schools that a child can go to, by name: primary schools, and those chosen."""
    is_chosen = Institution.id.in_(select(Child.school_id).where(Child.school_id.is_not(None)))
    statement = (
        select(Institution.id, Institution.name)
        .where(or_(Institution.kind.in_(_SCHOOLS), is_chosen))
        .order_by(Institution.sort_key)
    )
    return tuple((school_id, name) for school_id, name in reader.execute(statement))


def person_name(reader: Reader, person_id: uuid.UUID) -> str:
    """Return the name of a person as letters say it; raises UserError ``record_gone``."""
    query = select(Person.first_name, Person.last_name).where(Person.id == person_id)
    found = reader.execute(query).one_or_none()
    if found is None:
        raise UserError("record_gone")
    return spoken_name(found.first_name, found.last_name)


def _phones(reader: Reader, people: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    statement = (
        select(ContactWay.person_id, ContactWay.value)
        .where(ContactWay.person_id.in_(people), ContactWay.kind.in_(_CALLED))
        .order_by(ContactWay.position.desc(), ContactWay.id.desc())
    )
    return {person_id: value for person_id, value in reader.execute(statement) if person_id}

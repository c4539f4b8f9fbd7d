"""Households as addressees: who lives there, where, and how they want their paper."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select

from kitadesk.domain.addressees import Member, letter_names
from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import (
    Child,
    Custody,
    Family,
    Household,
    HouseholdMember,
    Person,
)

_LIVES_WITH = case((Custody.lives_with.is_(True), 1), (Custody.lives_with.is_(False), 0))


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """An addressee of a family; position 0 is the first, every further one gets its own letter.

    `members` are all who are kept here; `letter_names` are those whom its letters name.
    """

    id: uuid.UUID
    family_id: uuid.UUID
    position: int
    name: str
    members: tuple[str, ...]
    street: str
    postcode: str
    town: str
    delivery: DeliveryWay
    no_post: bool
    no_reminder: bool
    address_is_blocked: bool
    letter_names: tuple[str, ...] = ()


def households_of(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[uuid.UUID, tuple[HouseholdRow, ...]]:
    """Return the households by family for the families that meet the condition."""
    members = members_of_households(reader, condition)
    statement = (
        select(
            Household.id,
            Household.family_id,
            Household.position,
            Household.name,
            Household.street,
            Household.postcode,
            Household.town,
            Household.delivery,
            Household.no_post,
            Household.no_reminder,
            Household.address_is_blocked,
        )
        .join(Family, Family.id == Household.family_id)
        .where(condition)
        .order_by(Household.position, Household.id)
    )
    found: dict[uuid.UUID, list[HouseholdRow]] = defaultdict(list)
    for row in reader.execute(statement):
        people: Sequence[Member] = members.get(row.id, ())
        names = (spoken_name(one.first_name, one.last_name, one.title) for one in people)
        found[row.family_id].append(
            HouseholdRow(
                id=row.id,
                family_id=row.family_id,
                position=row.position,
                name=row.name,
                members=tuple(names),
                street=row.street,
                postcode=row.postcode,
                town=row.town,
                delivery=row.delivery,
                no_post=row.no_post,
                no_reminder=row.no_reminder,
                address_is_blocked=row.address_is_blocked,
                letter_names=letter_names(row.name, people),
            )
        )
    return {family_id: tuple(rows) for family_id, rows in found.items()}


def members_of_households(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[uuid.UUID, list[Member]]:
    """Return who is kept in each household; who has no tie to a child lives where it is kept."""
    apart = _apart(reader)
    statement = (
        select(
            HouseholdMember.household_id,
            Household.family_id,
            Person.id,
            Person.last_name,
            Person.first_name,
            Person.title,
            Person.salutation,
        )
        .join(Person, Person.id == HouseholdMember.person_id)
        .join(Household, Household.id == HouseholdMember.household_id)
        .join(Family, Family.id == Household.family_id)
        .where(condition)
        .order_by(HouseholdMember.position, Person.sort_key)
    )
    found: dict[uuid.UUID, list[Member]] = defaultdict(list)
    for home, family, person, last, first, title, salutation in reader.execute(statement):
        lives_here = (family, person) not in apart
        found[home].append(Member(last, first, title, salutation, lives_here, person))
    return found


def _apart(reader: Reader) -> set[tuple[uuid.UUID, uuid.UUID]]:
    """Return (family, person) where the person lives with none of the family's children.

    That is said of few; asked beside each of 60,000 members it would take half of the time.
    """
    statement = (
        select(Child.family_id, Custody.person_id)
        .join(Child, Child.id == Custody.child_id)
        .where(Custody.lives_with.is_not(None))
        .group_by(Child.family_id, Custody.person_id)
        .having(func.max(_LIVES_WITH) == 0)
    )
    return {(family, person) for family, person in reader.execute(statement)}

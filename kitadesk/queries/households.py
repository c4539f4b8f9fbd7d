"""Households as addressees: who lives there, where, and how they want their paper."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Family, Household, HouseholdMember, Person


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """An addressee of a family; position 0 is the first, every further one gets its own letter."""

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


def households_of(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[uuid.UUID, tuple[HouseholdRow, ...]]:
    """Return the households by family for the families that meet the condition."""
    members = _members(reader, condition)
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
        names: Sequence[str] = members.get(row.id, ())
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
            )
        )
    return {family_id: tuple(rows) for family_id, rows in found.items()}


def _members(reader: Reader, condition: ColumnElement[bool]) -> dict[uuid.UUID, list[str]]:
    statement = (
        select(HouseholdMember.household_id, Person.first_name, Person.last_name, Person.title)
        .join(Person, Person.id == HouseholdMember.person_id)
        .join(Household, Household.id == HouseholdMember.household_id)
        .join(Family, Family.id == Household.family_id)
        .where(condition)
        .order_by(HouseholdMember.position, Person.sort_key)
    )
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for household_id, first_name, last_name, title in reader.execute(statement):
        found[household_id].append(spoken_name(first_name, last_name, title))
    return found

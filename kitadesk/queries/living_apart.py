"""Custodians who live apart and whom no letter names: they have no household of their own."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kitadesk.domain.addressees import Member, has_own_letter
from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.households import members_of_households
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Child, Custody, Family, Household, Person


@dataclass(frozen=True, slots=True)
class ApartRow:
    """A custodian without a letter, and the child on whose card the household is entered."""

    family_id: uuid.UUID
    child_id: uuid.UUID
    name: str


def custodians_without_letter(reader: Reader, on: date) -> tuple[ApartRow, ...]:
    """Return who lives apart from a child here, has a say or may have, and gets no letter.

    Who has no custody is not written to; unknown custody is no reason to leave somebody out.
    """
    statement = (
        select(Child.family_id, Child.id, Person.id, Person.first_name, Person.last_name)
        .join(Custody, Custody.child_id == Child.id)
        .join(Person, Person.id == Custody.person_id)
        .where(
            is_here(on),
            Custody.lives_with.is_(False),
            Custody.has_custody != CustodyAnswer.NO,
        )
        .order_by(Person.sort_key, Child.sort_key)
    )
    apart = reader.execute(statement).all()
    homes = _homes(reader, {row.family_id for row in apart})
    found: dict[tuple[uuid.UUID, uuid.UUID], ApartRow] = {}
    for family_id, child_id, person_id, first_name, last_name in apart:
        if not has_own_letter(person_id, homes[family_id]):
            row = ApartRow(family_id, child_id, spoken_name(first_name, last_name))
            found.setdefault((family_id, person_id), row)
    return tuple(found.values())


def _homes(
    reader: Reader, family_ids: set[uuid.UUID]
) -> defaultdict[uuid.UUID, list[list[Member]]]:
    """Return the members of each household by family."""
    is_theirs = Family.id.in_(family_ids)
    members = members_of_households(reader, is_theirs)
    statement = select(Household.id, Household.family_id).where(Household.family_id.in_(family_ids))
    homes: defaultdict[uuid.UUID, list[list[Member]]] = defaultdict(list)
    for household_id, family_id in reader.execute(statement):
        homes[family_id].append(members.get(household_id, []))
    return homes

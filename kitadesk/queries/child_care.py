"""Who asked for child care at an event: the slips that say so, with children and phone numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import exists, or_, select

from kitadesk.domain.child_care import CareChild, CareRequest
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.queries.contact_ways import contacts_of_children, phones_of_people
from kitadesk.queries.households import members_of_households
from kitadesk.queries.people import ChildRow, children_of_families, oldest_first
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, Registration
from kitadesk.storage.models.people import Family, Household


def care_requests(reader: Reader, event_id: UUID, on: date) -> tuple[CareRequest, ...]:
    """Return the households that asked for child care; their children are who is here on the day.

    A brother who is not of the entry year that was invited is meant as well. Numbers are those of
    the household that gave the slip back, and only where none is kept there, of the child's adults.
    """
    query = (
        select(
            Registration.household_id,
            Registration.childcare_children,
            Household.family_id,
            Family.name,
            Event.on_date,
        )
        .join(Household, Household.id == Registration.household_id)
        .join(Family, Family.id == Household.family_id)
        .join(Event, Event.id == Registration.event_id)
        .where(Registration.event_id == event_id, Registration.childcare_children > 0)
        .order_by(Family.sort_key, Household.position, Household.id)
    )
    found = reader.execute(query).all()
    day = (found[0].on_date or on) if found else on
    siblings = _siblings(reader, {row.family_id for row in found}, day)
    phones = _phones(reader, {row.household_id: siblings[row.family_id] for row in found})
    return tuple(
        CareRequest(
            family_name=row.name,
            children=tuple(_child(child) for child in siblings[row.family_id]),
            asked=row.childcare_children,
            phones=phones[row.household_id],
            child_id=next((child.id for child in siblings[row.family_id]), None),
        )
        for row in found
    )


def is_care_wanted(reader: Reader, event_id: UUID) -> bool:
    """Return whether an event offers child care, or a slip asked for it all the same."""
    asked = exists().where(Registration.event_id == Event.id, Registration.childcare_children > 0)
    query = select(Event.id).where(Event.id == event_id, or_(Event.has_childcare, asked))
    return reader.execute(query).one_or_none() is not None


def _siblings(
    reader: Reader, family_ids: Collection[UUID], day: date
) -> defaultdict[UUID, list[ChildRow]]:
    """Return the children here by family; a family whose children all left is named by them."""
    found: defaultdict[UUID, list[ChildRow]] = defaultdict(list)
    for child in children_of_families(reader, family_ids):
        found[child.family_id].append(child)
    for family_id, rows in found.items():
        here = [row for row in rows if stay_of(row, day) is Stay.HERE]
        found[family_id] = oldest_first(here or rows)
    return found


def _phones(
    reader: Reader, children: dict[UUID, list[ChildRow]]
) -> defaultdict[UUID, tuple[str, ...]]:
    """Return the numbers by household."""
    members = members_of_households(reader, Household.id.in_(children))
    people = {one.person_id for group in members.values() for one in group if one.person_id}
    of_person = phones_of_people(reader, people)
    of_child = contacts_of_children(reader, [row.id for rows in children.values() for row in rows])
    found: defaultdict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for household_id, rows in children.items():
        adults = members.get(household_id, ())
        own = [n for one in adults if one.person_id for n in of_person.get(one.person_id, ())]
        others = [n for row in rows if row.id in of_child for n in of_child[row.id].phones]
        found[household_id] = tuple(dict.fromkeys(own if adults else others))
    return found


def _child(row: ChildRow) -> CareChild:
    return CareChild(row.last_name, row.first_name, row.group_name, row.birth_date)

"""Who is in the house: groups, children, families with their households.

"Here on a day" means: the child has not left by then. Who leaves on a day is gone on that day.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from kitadesk.base.errors import UserError
from kitadesk.domain.names import parents_label
from kitadesk.queries.households import HouseholdRow, households_of
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import (
    Child,
    Custody,
    Family,
    Group,
    Household,
    Person,
)
from kitadesk.storage.models.transition import Cohort


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with the number of its children here, and of their families."""

    id: uuid.UUID
    name: str
    symbol: str
    children: int
    families: int


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A child as lists show it; `entry_year` is the cohort it was put into, if any."""

    id: uuid.UUID
    last_name: str
    first_name: str
    birth_date: date | None
    group_id: uuid.UUID | None
    group_name: str
    family_id: uuid.UUID
    family_name: str
    school_name: str
    entry_year: int | None
    parents: str
    sort_key: str
    left_on: date | None = None
    entered_on: date | None = None


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family with its children, oldest first, and its households."""

    id: uuid.UUID
    name: str
    children: tuple[ChildRow, ...]
    households: tuple[HouseholdRow, ...]


@dataclass(frozen=True, slots=True)
class HouseCounts:
    """The numbers of the house on a day."""

    children: int
    families: int
    groups: int
    households: int
    multi_child_families: int


Day = date | ColumnElement[date] | ColumnElement[date | None]


def is_here(on: Day) -> ColumnElement[bool]:
    """Return the condition that a child is here on that day: the rule of `domain.stay`."""
    return is_ours(on) & or_(Child.entered_on.is_(None), Child.entered_on <= on)


def is_ours(on: Day) -> ColumnElement[bool]:
    """Return the condition that a child is here or will come: it has not left by that day."""
    return or_(Child.left_on.is_(None), Child.left_on > on)


def groups(reader: Reader, on: date) -> tuple[GroupRow, ...]:
    """Return all groups in the order of the house, also those without children."""
    is_member = (Child.group_id == Group.id) & is_here(on)
    statement = (
        select(
            Group.id,
            Group.name,
            Group.symbol,
            func.count(Child.id),
            func.count(Child.family_id.distinct()),
        )
        .outerjoin(Child, is_member)
        .group_by(Group.id)
        .order_by(Group.position, Group.sort_key)
    )
    return tuple(GroupRow(*row) for row in reader.execute(statement))


def children(
    reader: Reader,
    on: date,
    *,
    group_id: uuid.UUID | None = None,
    cohort_id: uuid.UUID | None = None,
    first: int | None = None,
) -> tuple[ChildRow, ...]:
    """Return the children who are here on that day, of one group or entry year or all, by name.

    With `first` only so many are read: a large list shows its first page while the rest comes.
    """
    condition = is_here(on)
    if group_id is not None:
        condition &= Child.group_id == group_id
    if cohort_id is not None:
        condition &= Child.cohort_id == cohort_id
    if first is not None:
        page = select(Child.id).where(condition).order_by(Child.sort_key, Child.id).limit(first)
        condition = Child.id.in_(page)
    return _children(reader, condition)


def children_of_families(reader: Reader, family_ids: Collection[uuid.UUID]) -> tuple[ChildRow, ...]:
    """Return all children of these families, by name, also those who left or are still to come."""
    return _children(reader, Child.family_id.in_(family_ids))


def coming_children(reader: Reader, on: date) -> tuple[ChildRow, ...]:
    """Return the children who were entered for a later day, by name: no list has them yet."""
    return _children(reader, is_ours(on) & ~is_here(on))


def child(reader: Reader, child_id: uuid.UUID) -> ChildRow:
    """Return one child, also one who left; raises UserError ``record_gone``."""
    found = _children(reader, Child.id == child_id)
    if not found:
        raise UserError("record_gone")
    return found[0]


def families(reader: Reader, on: date) -> tuple[FamilyRow, ...]:
    """Return the families that have a child here on that day, by name."""
    has_child = Family.id.in_(select(Child.family_id).where(is_here(on)))
    return _families(reader, has_child, is_here(on))


def family(reader: Reader, family_id: uuid.UUID) -> FamilyRow:
    """Return one family with all its children; raises UserError ``record_gone``."""
    found = _families(reader, Family.id == family_id, Child.family_id == family_id)
    if not found:
        raise UserError("record_gone")
    return found[0]


def house_counts(reader: Reader, on: date) -> HouseCounts:
    """Return the numbers that the office knows by heart; only children here count."""
    per_family = Counter(reader.scalars(select(Child.family_id).where(is_here(on))))
    households = Household.family_id.in_(select(Child.family_id).where(is_here(on)))
    return HouseCounts(
        children=per_family.total(),
        families=len(per_family),
        groups=reader.scalar(select(func.count()).select_from(Group)) or 0,
        households=reader.scalar(select(func.count(Household.id)).where(households)) or 0,
        multi_child_families=sum(number > 1 for number in per_family.values()),
    )


def is_anybody_here(reader: Reader, on: date) -> bool:
    """Return whether the house has a child; not counted, for every preview asks."""
    return bool(reader.scalar(select(exists().where(is_here(on)))))


def oldest_first(siblings: Iterable[ChildRow]) -> list[ChildRow]:
    """Return siblings by age; who has no birth date stands first, twins stand by name."""
    return sorted(siblings, key=lambda row: (row.birth_date or date.min, row.sort_key))


def _children(reader: Reader, condition: ColumnElement[bool]) -> tuple[ChildRow, ...]:
    parents = _parents(reader, condition)
    return tuple(
        ChildRow(
            id=row.id,
            last_name=row.last_name,
            first_name=row.first_name,
            birth_date=row.birth_date,
            group_id=row.group_id,
            group_name=row.group_name or "",
            family_id=row.family_id,
            family_name=row.family_name,
            school_name=row.school_name or "",
            entry_year=row.entry_year,
            parents=parents_label(parents.get(row.id, ())),
            sort_key=row.sort_key,
            left_on=row.left_on,
            entered_on=row.entered_on,
        )
        for row in reader.execute(_child_statement().where(condition))
    )


def _child_statement() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Child.id,
            Child.last_name,
            Child.first_name,
            Child.birth_date,
            Child.group_id,
            Group.name.label("group_name"),
            Child.family_id,
            Family.name.label("family_name"),
            Institution.name.label("school_name"),
            Cohort.entry_year,
            Child.sort_key,
            Child.left_on,
            Child.entered_on,
        )
        .join(Family, Family.id == Child.family_id)
        .outerjoin(Group, Group.id == Child.group_id)
        .outerjoin(Institution, Institution.id == Child.school_id)
        .outerjoin(Cohort, Cohort.id == Child.cohort_id)
        .order_by(Child.sort_key, Child.id)
    )


def _parents(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[uuid.UUID, list[tuple[str, str]]]:
    """Return last and first names of the adults of each child, in the order of the list."""
    statement = (
        select(Custody.child_id, Person.last_name, Person.first_name)
        .join(Person, Person.id == Custody.person_id)
        .join(Child, Child.id == Custody.child_id)
        .where(condition)
        .order_by(Custody.position, Person.sort_key)
    )
    found: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for child_id, last_name, first_name in reader.execute(statement):
        found[child_id].append((last_name, first_name))
    return found


def _families(
    reader: Reader, condition: ColumnElement[bool], of_child: ColumnElement[bool]
) -> tuple[FamilyRow, ...]:
    members: dict[uuid.UUID, list[ChildRow]] = defaultdict(list)
    for row in _children(reader, of_child):
        members[row.family_id].append(row)
    homes = households_of(reader, condition)
    statement = select(Family.id, Family.name).where(condition).order_by(Family.sort_key, Family.id)
    return tuple(
        FamilyRow(
            family_id, name, tuple(oldest_first(members[family_id])), homes.get(family_id, ())
        )
        for family_id, name in reader.execute(statement)
    )

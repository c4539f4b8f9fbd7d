"""Who gets a letter: one for each household, in the order in which they are handed out."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from kitadesk.base.text import sort_key
from kitadesk.domain.names import siblings_label
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries.households import HouseholdRow, households_of
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Child, Family, Group, Household


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter to one household; a second household never sees the address of the first.

    Every household gets its paper: `no_post` only says that nothing may come by post.
    """

    household_id: uuid.UUID
    family_id: uuid.UUID
    family_name: str
    child_first_names: tuple[str, ...]
    label: str
    group_id: uuid.UUID | None
    group_name: str
    is_second: bool
    members: tuple[str, ...]
    street: str
    postcode: str
    town: str
    delivery: DeliveryWay
    no_post: bool
    no_reminder: bool
    address_is_blocked: bool
    letter_names: tuple[str, ...] = ()

    @property
    def addressed_to(self) -> tuple[str, ...]:
        """Return the lines over an address: who is named there, or the family of the children."""
        return self.letter_names or (f"Familie {self.family_name}",)

    @property
    def goes_by_post(self) -> bool:
        """Return whether the paper is put into an envelope; otherwise a person hands it over."""
        return self.delivery is DeliveryWay.POST and not self.no_post


class _Named(NamedTuple):
    """A child as its letter names it; read without all that lists of children show."""

    family_id: uuid.UUID
    last_name: str
    first_name: str
    group_id: uuid.UUID | None


def letters(
    reader: Reader,
    on: date,
    *,
    group_id: uuid.UUID | None = None,
    cohort_id: uuid.UUID | None = None,
    household_id: uuid.UUID | None = None,
) -> tuple[LetterRow, ...]:
    """Return the letters in the order of distribution: by group, then by label.

    A family gets its sheet in the group of the youngest child; families without a group come last.
    With an entry year only its children are meant: no other child is named or brings a letter.
    With a household only its letter is read.
    """
    is_meant = is_here(on)
    if cohort_id is not None:
        is_meant &= Child.cohort_id == cohort_id
    if household_id is not None:
        its_family = select(Household.family_id).where(Household.id == household_id)
        is_meant &= Child.family_id.in_(its_family)
    has_child = Family.id.in_(select(Child.family_id).where(is_meant))
    found = _letters(reader, has_child, is_meant)
    return tuple(
        row
        for row in found
        if group_id in (None, row.group_id) and household_id in (None, row.household_id)
    )


def letters_to(
    reader: Reader, household_ids: Collection[uuid.UUID], on: date
) -> tuple[LetterRow, ...]:
    """Return the letters of these households, also where all children have left by that day.

    A family that still has children here is named by them, otherwise by all it had.
    """
    wanted = select(Household.family_id).where(Household.id.in_(household_ids))
    in_house = select(Child.family_id).where(is_here(on))
    is_named = Child.family_id.in_(wanted) & (is_here(on) | Child.family_id.not_in(in_house))
    found = _letters(reader, Family.id.in_(wanted), is_named)
    return tuple(row for row in found if row.household_id in household_ids)


def in_stack_order(reader: Reader, rows: Iterable[LetterRow]) -> tuple[LetterRow, ...]:
    """Return letters by group in the order of the house, then by label."""
    statement = select(Group.id).order_by(Group.position, Group.sort_key)
    order = {found: place for place, found in enumerate(reader.scalars(statement))}

    def place(row: LetterRow) -> tuple[int, str]:
        last = len(order)
        return (order.get(row.group_id, last) if row.group_id else last, sort_key(row.label))

    return tuple(sorted(rows, key=place))


def _letters(
    reader: Reader, condition: ColumnElement[bool], of_child: ColumnElement[bool]
) -> tuple[LetterRow, ...]:
    named = _named(reader, of_child)
    groups = {row.id: row.name for row in reader.execute(select(Group.id, Group.name))}
    homes = households_of(reader, condition)
    statement = select(Family.id, Family.name).where(condition).order_by(Family.sort_key, Family.id)
    found: list[LetterRow] = []
    for family_id, name in reader.execute(statement):
        children = named.get(family_id, ())
        found += _of_family(name, children, groups, homes.get(family_id, ()))
    return in_stack_order(reader, found)


def _named(reader: Reader, of_child: ColumnElement[bool]) -> dict[uuid.UUID, list[_Named]]:
    """Return the children of each family, oldest first; who has no birth date stands first."""
    age = (Child.birth_date.nulls_first(), Child.sort_key, Child.id)
    columns = (Child.family_id, Child.last_name, Child.first_name, Child.group_id)
    found: dict[uuid.UUID, list[_Named]] = defaultdict(list)
    for row in reader.execute(select(*columns).where(of_child).order_by(*age)):
        found[row[0]].append(_Named(*row))
    return found


def _of_family(
    family_name: str,
    children: Collection[_Named],
    groups: dict[uuid.UUID, str],
    homes: Iterable[HouseholdRow],
) -> Iterable[LetterRow]:
    label = siblings_label([(row.last_name, row.first_name) for row in children]) or family_name
    first_names = tuple(row.first_name or row.last_name for row in children)
    group_id = next((row.group_id for row in reversed([*children]) if row.group_id), None)
    for home in homes:
        yield LetterRow(
            household_id=home.id,
            family_id=home.family_id,
            family_name=family_name,
            child_first_names=first_names,
            label=label,
            group_id=group_id,
            group_name=groups[group_id] if group_id else "",
            is_second=home.position > 0,
            members=home.members,
            street=home.street,
            postcode=home.postcode,
            town=home.town,
            delivery=home.delivery,
            no_post=home.no_post,
            no_reminder=home.no_reminder,
            address_is_blocked=home.address_is_blocked,
            letter_names=home.letter_names,
        )

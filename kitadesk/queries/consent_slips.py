"""Consent forms: who gets which sheet, and the number on it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select, true

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_forms import Custodian, FormSheet, Home, sheets_of
from kitadesk.domain.institutions import ProviderType
from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import CustodyAnswer, DeliveryWay
from kitadesk.queries.consent_answers import (
    standing_of,
    standings_here,
    unsigned_here,
    unsigned_of,
)
from kitadesk.queries.households import HouseholdRow, households_of
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import (
    Child,
    Custody,
    Family,
    Group,
    Household,
    HouseholdMember,
    Person,
)
from kitadesk.storage.models.privacy import ConsentSlip
from kitadesk.storage.models.transition import Cohort


@dataclass(frozen=True, slots=True)
class FormChild:
    """A child that a form is about; `entry_year` is None before it is put into one."""

    id: uuid.UUID
    family_id: uuid.UUID
    first_name: str
    last_name: str
    birth_date: date | None
    group_name: str
    cohort_id: uuid.UUID | None
    entry_year: int | None
    school_id: uuid.UUID | None
    school_name: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """One sheet: the child, who signs on it, its number once one is taken; never an address.

    `members` are the people it is handed to; `has_others` that other custodians sign their own.
    `lacks_address` says that a sheet which does not come with the child cannot be posted either.
    """

    child: FormChild
    members: tuple[str, ...]
    signers: tuple[str, ...]
    has_others: bool
    is_second: bool
    by_post: bool
    number: int | None
    household_id: uuid.UUID | None = None
    lacks_address: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known about the children of a run, by child and by family."""

    custodians: Mapping[uuid.UUID, list[Custodian]]
    homes: Mapping[uuid.UUID, tuple[HouseholdRow, ...]]
    members: Mapping[uuid.UUID, frozenset[uuid.UUID]]
    numbers: Mapping[uuid.UUID, int]


def form_children(
    reader: Reader, kind: ConsentKind, on: date, *, cohort_id: uuid.UUID
) -> tuple[FormChild, ...]:
    """Return the children of an entry year who lack this consent, by group and name.

    Who answered, with yes, no or a revocation, is not asked again: a "nein" is final.
    """
    found = standings_here(reader.connection(), on, cohort_id)
    rows = _children(reader, (Child.cohort_id == cohort_id) & is_here(on))
    states = {key: one.state for key, one in found.items()}
    return tuple(
        row
        for row in rows
        if states.get((row.id.bytes, kind), ConsentState.OPEN) is ConsentState.OPEN
    )


def form_child(reader: Reader, child_id: uuid.UUID) -> FormChild | None:
    """Return one child; None if it is gone."""
    return next(iter(_children(reader, Child.id == child_id)), None)


def form_rows(
    reader: Reader, kind: ConsentKind, on: date, *, cohort_id: uuid.UUID, reminder: bool = False
) -> tuple[FormRow, ...]:
    """Return the sheets of an entry year: for each child without this consent, one per home.

    A home where all have signed gets none; a reminder leaves out who asked for none.
    """
    children = form_children(reader, kind, on, cohort_id=cohort_id)
    of_year = Child.cohort_id == cohort_id
    missing = unsigned_here(reader.connection(), on, cohort_id)
    known = _known(reader, of_year, kind)
    return tuple(
        row
        for child in children
        for row in _rows(child, known, missing.get((child.id.bytes, kind)), reminder=reminder)
    )


def form_rows_of_child(
    reader: Reader, kind: ConsentKind, child_id: uuid.UUID
) -> tuple[FormRow, ...]:
    """Return the sheets of one child, whatever was answered before: somebody asks for them.

    Raises UserError ``record_gone``.
    """
    child = _child(reader, child_id)
    known = _known(reader, Child.id == child_id, kind)
    return tuple(_rows(child, known, None, reminder=False))


def form_reminders_of_child(
    reader: Reader, kind: ConsentKind, child_id: uuid.UUID
) -> tuple[FormRow, ...]:
    """Return the sheets that remind the homes of one child whose signature is missing.

    An answer is final, also a "nein": ``consent_answered``. Who wants no reminder gets none.
    """
    child = _child(reader, child_id)
    if standing_of(reader.connection(), child_id, kind).state.is_answer:
        raise UserError("consent_answered", name=child.first_name or child.last_name)
    known = _known(reader, Child.id == child_id, kind)
    missing = unsigned_of(reader.connection(), child_id).get(kind)
    return tuple(_rows(child, known, missing, reminder=True))


def _child(reader: Reader, child_id: uuid.UUID) -> FormChild:
    found = form_child(reader, child_id)
    if found is None:
        raise UserError("record_gone")
    return found


def form_numbers(
    reader: Reader, kind: ConsentKind, child_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, int]:
    """Return the numbers that these children's forms for their school bear already."""
    wanted = set(child_ids)
    found = _numbers(reader, true(), kind)
    return {child_id: number for child_id, number in found.items() if child_id in wanted}


def own_provider(reader: Reader) -> ProviderType:
    """Return the kind of Träger of the own house."""
    query = select(Institution.provider_type).where(Institution.is_own)
    return reader.execute(query).scalar() or ProviderType.UNKNOWN


def _rows(
    child: FormChild, known: _Known, missing: tuple[str, ...] | None, *, reminder: bool
) -> list[FormRow]:
    """Return the sheets of a child; `missing` names who has not signed yet, None is everybody."""
    people = known.custodians.get(child.id, [])
    homes = known.homes.get(child.family_id, ())
    by_id = {home.id: home for home in homes}
    signed = {one.name for one in people} - set(missing) if missing is not None else set()
    rows = []
    for sheet in sheets_of(people, [_home(home, known) for home in homes], signed=signed):
        home = by_id.get(sheet.household_id) if sheet.household_id else None
        if reminder and home is not None and home.no_reminder:
            continue
        rows.append(
            FormRow(
                child=child,
                members=home.letter_names if home else sheet.signers,
                signers=sheet.signers,
                has_others=sheet.has_others,
                is_second=_is_second(home, sheet),
                by_post=home is not None and _goes_by_post(home),
                number=known.numbers.get(child.id),
                household_id=home.id if home else None,
                lacks_address=_lacks_address(home, sheet),
            )
        )
    return rows


def _is_second(home: HouseholdRow | None, sheet: FormSheet) -> bool:
    """Return whether a sheet does not come with the child: its home is another, or not known."""
    return sheet.has_others if home is None else home.position > 0


def _lacks_address(home: HouseholdRow | None, sheet: FormSheet) -> bool:
    if home is None:
        return _is_second(home, sheet)
    is_sent = (_is_second(home, sheet) or _goes_by_post(home)) and not home.no_post
    return is_sent and not (home.street and home.town)


def _goes_by_post(home: HouseholdRow) -> bool:
    return home.delivery is DeliveryWay.POST and not home.no_post


def _home(home: HouseholdRow, known: _Known) -> Home:
    return Home(home.id, known.members.get(home.id, frozenset()))


def _known(reader: Reader, of_child: ColumnElement[bool], kind: ConsentKind) -> _Known:
    has_child = Family.id.in_(select(Child.family_id).where(of_child))
    return _Known(
        custodians=_custodians(reader, of_child),
        homes=households_of(reader, has_child),
        members=_members(reader, has_child),
        numbers=_numbers(reader, of_child, kind),
    )


def _children(reader: Reader, condition: ColumnElement[bool]) -> tuple[FormChild, ...]:
    statement = (
        select(
            Child.id,
            Child.family_id,
            Child.first_name,
            Child.last_name,
            Child.birth_date,
            Group.name,
            Child.cohort_id,
            Cohort.entry_year,
            Child.school_id,
            Institution.name,
        )
        .outerjoin(Group, Group.id == Child.group_id)
        .outerjoin(Cohort, Cohort.id == Child.cohort_id)
        .outerjoin(Institution, Institution.id == Child.school_id)
        .where(condition)
        .order_by(
            Group.position.is_(None), Group.position, Group.sort_key, Child.sort_key, Child.id
        )
    )
    return tuple(
        FormChild(*row[:5], row[5] or "", row[6], row[7], row[8], row[9] or "")
        for row in reader.execute(statement)
    )


def _custodians(
    reader: Reader, of_child: ColumnElement[bool]
) -> Mapping[uuid.UUID, list[Custodian]]:
    """Return whose signatures count, in the order of the family: never one without custody."""
    statement = (
        select(
            Custody.child_id,
            Custody.person_id,
            Person.first_name,
            Person.last_name,
            Custody.lives_with,
        )
        .join(Person, Person.id == Custody.person_id)
        .join(Child, Child.id == Custody.child_id)
        .where(of_child, Custody.has_custody != CustodyAnswer.NO)
        .order_by(Custody.position, Person.sort_key)
    )
    found: dict[uuid.UUID, list[Custodian]] = defaultdict(list)
    for child_id, person_id, first_name, last_name, lives_with in reader.execute(statement):
        name = spoken_name(first_name, last_name)
        found[child_id].append(Custodian(person_id, name, lives_apart=not lives_with))
    return found


def _members(
    reader: Reader, has_child: ColumnElement[bool]
) -> Mapping[uuid.UUID, frozenset[uuid.UUID]]:
    statement = (
        select(HouseholdMember.household_id, HouseholdMember.person_id)
        .join(Household, Household.id == HouseholdMember.household_id)
        .join(Family, Family.id == Household.family_id)
        .where(has_child)
    )
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for household_id, person_id in reader.execute(statement):
        found[household_id].add(person_id)
    return {household_id: frozenset(people) for household_id, people in found.items()}


def _numbers(
    reader: Reader, of_child: ColumnElement[bool], kind: ConsentKind
) -> dict[uuid.UUID, int]:
    """Return the newest number by child; a form for another school than today's has its own."""
    statement = (
        select(ConsentSlip.child_id, ConsentSlip.number)
        .join(Child, Child.id == ConsentSlip.child_id)
        .where(
            of_child,
            ConsentSlip.kind == kind,
            ConsentSlip.recipient_id.is_not_distinct_from(Child.school_id),
        )
        .order_by(ConsentSlip.number)
    )
    return {child_id: number for child_id, number in reader.execute(statement)}  # noqa: C416

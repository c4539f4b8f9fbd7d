"""What the house knows before an import: families with their people, groups, schools."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from kitadesk.base.text import fold
from kitadesk.domain.addresses import PostalAddress
from kitadesk.domain.child_drafts import ChildDraft, CustodianDraft, HouseholdDraft
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.list_difference import KnownChild
from kitadesk.domain.people import ContactKind, CustodyAnswer, Salutation
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import (
    Child,
    ContactWay,
    Custody,
    Family,
    Group,
    Household,
    HouseholdMember,
    Person,
)

_PHONES = frozenset({ContactKind.PHONE, ContactKind.MOBILE})


@dataclass(slots=True)
class PersonState:
    """An adult of a family; `is_seen` once the list has named the person."""

    id: uuid.UUID
    first_name: str
    last_name: str
    language: str = ""
    title: str = ""
    salutation: Salutation = Salutation.NONE
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    is_seen: bool = False


@dataclass(slots=True)
class HouseholdState:
    """A household; `is_seen` once the list has given its address.

    `members` maps each person to the row of the membership.
    """

    id: uuid.UUID
    position: int
    address: PostalAddress = field(default_factory=PostalAddress)
    members: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    is_seen: bool = False


@dataclass(slots=True)
class CustodyState:
    """A tie between a child and a person."""

    id: uuid.UUID
    has_custody: CustodyAnswer
    lives_with: bool


@dataclass(slots=True)
class FamilyState:
    """A family as it stands, or as it will stand once the planned rows are written."""

    id: uuid.UUID
    households: list[HouseholdState] = field(default_factory=list)
    people: dict[uuid.UUID, PersonState] = field(default_factory=dict)
    custody: dict[tuple[uuid.UUID, uuid.UUID], CustodyState] = field(default_factory=dict)
    has_language_of_list: bool = False


@dataclass(slots=True)
class ChildState:
    """A child that is known: here, to come, or gone."""

    known: KnownChild
    family_id: uuid.UUID
    note: str
    stay: Stay


@dataclass(slots=True)
class HouseState:
    """All that an import compares with; groups and schools by folded name."""

    children: dict[uuid.UUID, ChildState]
    families: dict[uuid.UUID, FamilyState]
    groups: dict[str, tuple[uuid.UUID, str]]
    schools: dict[str, tuple[uuid.UUID, str]]


def load_house(reader: Reader, today: date) -> HouseState:
    """Read the whole house in seven questions, however large it is."""
    children = _children(reader, today)
    families = {row: FamilyState(row) for row in reader.scalars(select(Family.id))}
    people = _people(reader)
    _fill_households(reader, families, people)
    _fill_custody(reader, families, people, children)
    groups = reader.execute(select(Group.name, Group.id))
    return HouseState(
        children,
        families,
        {fold(name): (group_id, name) for name, group_id in groups},
        _schools(reader),
    )


def draft_of(child: ChildState, family: FamilyState) -> ChildDraft:
    """Return a known child in the form of a list, so that new siblings find it."""
    ties = [
        person for (child_id, person), _ in family.custody.items() if child_id == child.known.id
    ]
    custodians = tuple(
        CustodianDraft(
            family.people[person].first_name,
            family.people[person].last_name,
            phones=tuple(family.people[person].phones),
            emails=tuple(family.people[person].emails),
        )
        for person in ties
    )
    address = family.households[0].address if family.households else PostalAddress()
    return ChildDraft(
        line=0,
        last_name=child.known.last_name,
        first_name=child.known.first_name,
        group=child.known.group,
        birth_date=child.known.birth_date,
        custodians=custodians,
        households=(HouseholdDraft(1, address),),
    )


def _children(reader: Reader, today: date) -> dict[uuid.UUID, ChildState]:
    statement = (
        select(
            Child.id,
            Child.last_name,
            Child.first_name,
            Child.birth_date,
            Group.name.label("group"),
            Institution.name.label("school"),
            Child.family_id,
            Child.note,
            Child.entered_on,
            Child.left_on,
        )
        .outerjoin(Group, Group.id == Child.group_id)
        .outerjoin(Institution, Institution.id == Child.school_id)
        .order_by(Child.sort_key, Child.id)
    )
    return {
        row.id: ChildState(
            KnownChild(
                row.id,
                row.last_name,
                row.first_name,
                row.birth_date,
                row.group or "",
                row.school or "",
            ),
            row.family_id,
            row.note,
            stay_of(row, today),
        )
        for row in reader.execute(statement)
    }


def _people(reader: Reader) -> dict[uuid.UUID, PersonState]:
    statement = select(
        Person.id,
        Person.first_name,
        Person.last_name,
        Person.language,
        Person.title,
        Person.salutation,
    )
    people = {row.id: PersonState(*row) for row in reader.execute(statement)}
    ways = select(ContactWay.person_id, ContactWay.kind, ContactWay.value)
    for person_id, kind, value in reader.execute(ways.order_by(ContactWay.position)):
        if person_id in people and kind in _PHONES:
            people[person_id].phones.append(value)
        elif person_id in people and kind is ContactKind.EMAIL:
            people[person_id].emails.append(value)
    return people


def _fill_households(
    reader: Reader,
    families: dict[uuid.UUID, FamilyState],
    people: dict[uuid.UUID, PersonState],
) -> None:
    members: dict[uuid.UUID, dict[uuid.UUID, uuid.UUID]] = defaultdict(dict)
    of_households = select(
        HouseholdMember.household_id, HouseholdMember.person_id, HouseholdMember.id
    ).order_by(HouseholdMember.position)
    for household_id, person_id, member_id in reader.execute(of_households):
        members[household_id][person_id] = member_id
    statement = select(
        Household.family_id,
        Household.id,
        Household.position,
        Household.street,
        Household.postcode,
        Household.town,
    ).order_by(Household.position)
    for family_id, household_id, position, street, postcode, town in reader.execute(statement):
        family = families[family_id]
        home = HouseholdState(household_id, position, PostalAddress(street, postcode, town))
        home.members = members[household_id]
        family.households.append(home)
        family.people.update({person_id: people[person_id] for person_id in home.members})


def _fill_custody(
    reader: Reader,
    families: dict[uuid.UUID, FamilyState],
    people: dict[uuid.UUID, PersonState],
    children: dict[uuid.UUID, ChildState],
) -> None:
    statement = select(
        Custody.child_id, Custody.person_id, Custody.id, Custody.has_custody, Custody.lives_with
    ).order_by(Custody.position)
    for child_id, person_id, tie_id, has_custody, lives_with in reader.execute(statement):
        family = families[children[child_id].family_id]
        family.custody[child_id, person_id] = CustodyState(tie_id, has_custody, lives_with)
        family.people[person_id] = people[person_id]


def _schools(reader: Reader) -> dict[str, tuple[uuid.UUID, str]]:
    statement = select(Institution.id, Institution.name, Institution.short_name).where(
        Institution.kind == InstitutionKind.PRIMARY_SCHOOL
    )
    found: dict[str, tuple[uuid.UUID, str]] = {}
    for school_id, name, short_name in reader.execute(statement):
        for known in filter(None, (name, short_name)):
            found.setdefault(fold(known), (school_id, name))
    return found

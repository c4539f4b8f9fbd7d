"""Children, families and households of the invented town as rows of the file."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from kitadesk.base.text import fold, sort_key
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import (
    ContactKind,
    CustodyAnswer,
    DeliveryWay,
    Visibility,
)
from kitadesk.services.demo_plans import (
    ChildPlan,
    FamilyPlan,
    Parent,
    family_plans,
    give_birth_dates,
    give_groups,
)
from kitadesk.services.demo_sources import Entry, TownRows, source
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


@dataclass(frozen=True, slots=True)
class Starter:
    """A child of the entry year, with the adults who sign for it and the households to write to."""

    child_id: uuid.UUID
    first_name: str
    last_name: str
    kind: str
    custodians: tuple[uuid.UUID, ...]
    households: tuple[uuid.UUID, ...]


@dataclass(slots=True)
class Families:
    """What the other parts of the town refer to."""

    starters: list[Starter] = field(default_factory=list)
    children: list[tuple[uuid.UUID, uuid.UUID]] = field(default_factory=list)
    households: list[uuid.UUID] = field(default_factory=list)
    parent_of: dict[str, uuid.UUID] = field(default_factory=dict)
    family_of: dict[str, uuid.UUID] = field(default_factory=dict)
    rolled_parents: list[uuid.UUID] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that children refer to."""

    house_id: uuid.UUID
    cohort_id: uuid.UUID
    school_id: uuid.UUID
    free_school_id: uuid.UUID
    entry_year: int


def add_families(rows: TownRows, keys: Keys, scale: int) -> Families:
    """Add `scale` times 92 children in 78 families in four groups."""
    town = Families()
    for block in range(scale):
        groups = _add_groups(rows, keys.house_id, block)
        plans = family_plans(rows.rng, with_fixed=block == 0)
        give_birth_dates(rows, plans, keys.entry_year)
        give_groups(rows.rng, plans, list(groups))
        for plan in plans:
            _add_family(rows, keys, plan, groups, town)
    return town


def _add_groups(rows: TownRows, house_id: uuid.UUID, block: int) -> dict[str, uuid.UUID]:
    groups = {}
    for position, entry in enumerate(source("house").entries("groups")):
        name = entry.text("name") + (f" {block + 1}" if block else "")
        groups[entry.text("name")] = rows.add(
            Group,
            institution_id=house_id,
            name=name,
            sort_key=sort_key(name),
            symbol=entry.text("symbol"),
            position=block * 4 + position,
        )
    return groups


def _add_family(
    rows: TownRows, keys: Keys, plan: FamilyPlan, groups: dict[str, uuid.UUID], town: Families
) -> None:
    family_id = rows.add(
        Family, institution_id=keys.house_id, name=plan.name, sort_key=sort_key(plan.name)
    )
    parents = [_add_parent(rows, parent) for parent in plan.parents]
    households = _add_households(rows, plan, family_id, parents)
    if plan.key:
        town.parent_of[plan.key] = parents[0]
    else:
        town.rolled_parents.append(parents[0])
    town.family_of.setdefault(plan.name, family_id)
    town.households += households
    for child in plan.children:
        child_id = _add_child(rows, keys, plan, child, family_id, groups[child.group])
        _add_custody(rows, plan, child_id, parents)
        town.children.append((child_id, parents[0]))
        if child.starter:
            signing = parents[:1] if plan.apart == "blocked" else parents
            town.starters.append(
                Starter(
                    child_id,
                    child.first_name,
                    plan.name,
                    child.starter,
                    tuple(signing),
                    tuple(households),
                )
            )


def _add_child(
    rows: TownRows,
    keys: Keys,
    plan: FamilyPlan,
    child: ChildPlan,
    family_id: uuid.UUID,
    group_id: uuid.UUID,
) -> uuid.UUID:
    school_id = keys.free_school_id if child.starter == "overdue" else keys.school_id
    return rows.add(
        Child,
        institution_id=keys.house_id,
        family_id=family_id,
        group_id=group_id,
        last_name=plan.name,
        first_name=child.first_name,
        sort_key=name_sort_key(plan.name, child.first_name),
        birth_date=child.birth_date,
        school_id=school_id if child.starter else None,
        cohort_id=keys.cohort_id if child.starter else None,
        entered_on=min(child.birth_date + timedelta(days=rows.rng.randint(365, 900)), rows.today),
    )


def _add_parent(rows: TownRows, parent: Parent) -> uuid.UUID:
    """Add an adult with a mobile number; two of three have an e-mail address."""
    person_id = rows.add(
        Person,
        last_name=parent.last_name,
        first_name=parent.first_name,
        salutation=parent.salutation,
        sort_key=name_sort_key(parent.last_name, parent.first_name),
        language=parent.language,
    )
    number = rows.rng.randint(1000, 9999)
    add_way(rows, ContactKind.MOBILE, f"0151 555{number}", person_id=person_id)
    if rows.chance(0.65):
        address = mail_address(parent.first_name, parent.last_name)
        add_way(rows, ContactKind.EMAIL, address, person_id=person_id, position=1)
    return person_id


def _add_households(
    rows: TownRows, plan: FamilyPlan, family_id: uuid.UUID, parents: list[uuid.UUID]
) -> list[uuid.UUID]:
    """Add the first household, and the second where the parents live apart."""
    addresses = source("names").entry("addresses")
    postcode, town = rows.rng.choice(addresses.rows("places"))
    first = rows.add(
        Household,
        family_id=family_id,
        street=_street(rows.rng, addresses),
        postcode=postcode,
        town=town,
        no_reminder=plan.no_reminder,
        no_post=plan.no_post,
        address_is_blocked=plan.is_blocked,
    )
    members = parents[:1] if plan.apart else parents
    for position, person_id in enumerate(members):
        rows.add(HouseholdMember, household_id=first, person_id=person_id, position=position)
    if not plan.apart:
        return [first]
    return [first, _add_second_household(rows, plan, family_id, parents[1])]


def _add_second_household(
    rows: TownRows, plan: FamilyPlan, family_id: uuid.UUID, person_id: uuid.UUID
) -> uuid.UUID:
    addresses = source("names").entry("addresses")
    postcode, town = rows.rng.choice(addresses.rows("second_places"))
    is_known = plan.apart != "unknown"
    second = rows.add(
        Household,
        family_id=family_id,
        position=1,
        street=_street(rows.rng, addresses) if is_known else "",
        postcode=postcode if is_known else "",
        town=town if is_known else "",
        delivery=DeliveryWay.PERSONAL if plan.apart == "personal" else DeliveryWay.POST,
        address_is_blocked=plan.apart == "blocked",
    )
    rows.add(HouseholdMember, household_id=second, person_id=person_id)
    return second


def _street(rng: Random, addresses: Entry) -> str:
    return f"{rng.choice(addresses.texts('streets'))} {rng.randint(1, 78)}"


def _add_custody(
    rows: TownRows, plan: FamilyPlan, child_id: uuid.UUID, parents: list[uuid.UUID]
) -> None:
    """Tie the adults to the child; of parents apart, one has no custody and one is not known."""
    apart = {"blocked": CustodyAnswer.NO, "unknown": CustodyAnswer.UNKNOWN}
    for position, person_id in enumerate(parents):
        is_away = position > 0 and plan.apart != ""
        rows.add(
            Custody,
            child_id=child_id,
            person_id=person_id,
            has_custody=apart.get(plan.apart, CustodyAnswer.YES) if is_away else CustodyAnswer.YES,
            lives_with=not is_away,
            position=position,
        )


def add_way(
    rows: TownRows,
    kind: ContactKind,
    value: str,
    *,
    person_id: uuid.UUID | None = None,
    institution_id: uuid.UUID | None = None,
    visibility: Visibility = Visibility.INTERNAL,
    position: int = 0,
) -> None:
    """Add a way of contact of a person or of an institution."""
    rows.add(
        ContactWay,
        person_id=person_id,
        institution_id=institution_id,
        kind=kind,
        value=value,
        visibility=visibility,
        position=position,
    )


def mail_address(first_name: str, last_name: str) -> str:
    """Return an address at example.org: Ayşe Şahin → ayse.sahin@example.org."""
    parts = fold(f"{first_name}.{last_name}")
    return "".join(char for char in parts if char.isalnum() or char in ".-") + "@example.org"

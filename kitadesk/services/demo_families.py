"""Children, families and households of the invented town, thrown with dice and fixed numbers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kitadesk.base.text import fold, sort_key
from kitadesk.domain.names import name_sort_key
from kitadesk.domain.people import (
    ContactKind,
    CustodyAnswer,
    DeliveryWay,
    Salutation,
    Visibility,
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

FAMILIES = 78
TWO_CHILD_FAMILIES = 14
DUE_STARTERS = 16
_APART = 5
_LEAST_GAP = timedelta(days=320)


@dataclass(frozen=True, slots=True)
class Parent:
    """An adult to be: name, language and, where it is given, the form of address."""

    last_name: str
    first_name: str
    salutation: Salutation = Salutation.NONE
    language: str = ""


@dataclass(slots=True)
class _ChildPlan:
    first_name: str
    starter: str = ""
    group: str = ""
    birth_date: date = date.min


@dataclass(slots=True)
class _FamilyPlan:
    name: str
    parents: list[Parent]
    children: list[_ChildPlan]
    key: str = ""
    apart: str = ""
    no_reminder: bool = False
    no_post: bool = False
    is_blocked: bool = False


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
        plans = _family_plans(rows.rng, with_fixed=block == 0)
        _give_birth_dates(rows, plans, keys.entry_year)
        _give_groups(rows.rng, plans, list(groups))
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


def _family_plans(rng: Random, *, with_fixed: bool) -> list[_FamilyPlan]:
    """Return 78 families, 14 of them with two children, with flags on a few."""
    names = source("names")
    fixed = [_fixed(entry) for entry in names.entries("fixed")] if with_fixed else []
    rolled = [
        _rolled(rng, origin, name) for origin in names.entries("origins") for name in _names(origin)
    ]
    rng.shuffle(rolled)
    german = names.entries("origins")[0]
    while len(fixed) + len(rolled) < FAMILIES:
        rolled.append(_rolled(rng, german, rng.choice(german.texts("family_names"))))
    missing = TWO_CHILD_FAMILIES - sum(len(plan.children) > 1 for plan in fixed)
    origin_of = {
        name: origin for origin in names.entries("origins") for name in origin.texts("family_names")
    }
    for plan in rng.sample(rolled, missing):
        second = _child_name(rng, origin_of[plan.name], plan.children[0].first_name)
        plan.children.append(_ChildPlan(second))
    _give_starters(rng, fixed, rolled)
    _give_flags(rng, rolled)
    return [*fixed, *rolled]


def _names(origin: Entry) -> list[str]:
    listed = origin.texts("family_names")
    return [listed[place % len(listed)] for place in range(origin.number("share") or 0)]


def _fixed(entry: Entry) -> _FamilyPlan:
    """Return a family that is named in the file."""
    name, language = entry.text("name"), entry.text("language")
    return _FamilyPlan(
        name,
        [
            Parent(name, first, Salutation(salutation), language)
            for first, salutation in entry.rows("parents")
        ],
        [
            _ChildPlan(one.text("name"), "due" if one.flag("starter") else "", one.text("group"))
            for one in entry.entries("children")
        ],
        key=entry.text("key"),
    )


def _rolled(rng: Random, origin: Entry, name: str) -> _FamilyPlan:
    language = origin.text("language") if rng.random() < 0.6 else ""
    mother_name = origin.words("feminine").get(name, name)
    if rng.random() < 0.12:
        mother_name = rng.choice(source("names").entries("origins")[0].texts("family_names"))
    mother = Parent(mother_name, rng.choice(origin.texts("mothers")), language=language)
    father = Parent(name, rng.choice(origin.texts("fathers")), language=language)
    parents = [mother] if rng.random() < 0.14 else [mother, father]
    return _FamilyPlan(name, parents, [_ChildPlan(_child_name(rng, origin, ""))])


def _child_name(rng: Random, origin: Entry, taken: str) -> str:
    pool = [*origin.texts("girls"), *origin.texts("boys")]
    return rng.choice([name for name in pool if name != taken])


def _give_starters(rng: Random, fixed: list[_FamilyPlan], rolled: list[_FamilyPlan]) -> None:
    """Choose the oldest children who start school: 16 due, a Kann-Kind, one deferred last year."""
    missing = DUE_STARTERS - sum(child.starter != "" for plan in fixed for child in plan.children)
    kinds = ["due"] * missing + ["opt_in", "overdue"]
    for plan, kind in zip(rng.sample(rolled, len(kinds)), kinds, strict=True):
        plan.children[0].starter = kind


def _give_flags(rng: Random, rolled: list[_FamilyPlan]) -> None:
    """Let five pairs of parents live apart, and note on a few how they want to be written to."""
    pairs = [plan for plan in rolled if len(plan.parents) == 2]
    apart = rng.sample(pairs, _APART)
    for plan, kind in zip(apart, ("post", "post", "blocked", "personal", "unknown"), strict=True):
        plan.apart = kind
    others = [plan for plan in rolled if not plan.apart]
    for place, plan in enumerate(rng.sample(others, 5)):
        plan.no_reminder = place < 3
        plan.no_post = place == 3
        plan.is_blocked = place == 4


def _give_birth_dates(rows: TownRows, plans: Iterable[_FamilyPlan], entry_year: int) -> None:
    """Give each child a birth date that fits its class in Saxony (cut-off 30 June)."""
    for plan in plans:
        previous = date.min
        for child in plan.children:
            first, last = _born_between(child.starter, entry_year, rows.today)
            if previous > date.min:
                first = max(first, previous + _LEAST_GAP)
            previous = child.birth_date = _random_day(rows.rng, first, max(first, last))
            if len(plan.children) > 1 and not child.starter and child is plan.children[0]:
                half = first + (last - _LEAST_GAP - first) / 2
                previous = child.birth_date = _random_day(rows.rng, first, half)


def _born_between(starter: str, entry_year: int, today: date) -> tuple[date, date]:
    """Return first and last birth date of a class; the others are one to five years old."""
    born = entry_year - 6
    if starter == "due":
        return date(born - 1, 7, 1), date(born, 6, 30)
    if starter == "opt_in":
        return date(born, 7, 1), date(born, 9, 30)
    if starter == "overdue":
        return date(born - 1, 4, 1), date(born - 1, 6, 30)
    return date(born, 7, 1), today - timedelta(days=400)


def _random_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, (last - first).days))


def _give_groups(rng: Random, plans: Iterable[_FamilyPlan], groups: Sequence[str]) -> None:
    """Fill the four groups evenly; who starts school is in one of the last two."""
    children = [child for plan in plans for child in plan.children]
    places = {group: len(children) // len(groups) for group in groups}
    for child in children:
        if child.group:
            places[child.group] -= 1
    starters = [child for child in children if child.starter and not child.group]
    others = [child for child in children if not child.starter and not child.group]
    rng.shuffle(others)
    for place, child in enumerate(starters):
        child.group = groups[2 + place % 2]
        places[child.group] -= 1
    free = [group for group in groups for _ in range(places[group])]
    for child, group in zip(others, free, strict=True):
        child.group = group


def _add_family(
    rows: TownRows, keys: Keys, plan: _FamilyPlan, groups: dict[str, uuid.UUID], town: Families
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
    plan: _FamilyPlan,
    child: _ChildPlan,
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
    rows: TownRows, plan: _FamilyPlan, family_id: uuid.UUID, parents: list[uuid.UUID]
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
    rows: TownRows, plan: _FamilyPlan, family_id: uuid.UUID, person_id: uuid.UUID
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
    rows: TownRows, plan: _FamilyPlan, child_id: uuid.UUID, parents: list[uuid.UUID]
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

"""The families of the invented town before they are written: names, ages, groups, by dice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kitadesk.domain.people import Salutation
from kitadesk.services.demo_sources import Entry, TownRows, source

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
class ChildPlan:
    """A child to be; `starter` is due, opt_in or overdue for who starts school."""

    first_name: str
    starter: str = ""
    group: str = ""
    birth_date: date = date.min


@dataclass(slots=True)
class FamilyPlan:
    """A family to be; `apart` says how a second household is written to, if there is one."""

    name: str
    parents: list[Parent]
    children: list[ChildPlan]
    key: str = ""
    apart: str = ""
    no_reminder: bool = False
    no_post: bool = False
    is_blocked: bool = False


def family_plans(rng: Random, *, with_fixed: bool) -> list[FamilyPlan]:
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
        plan.children.append(ChildPlan(second))
    _give_starters(rng, fixed, rolled)
    _give_flags(rng, rolled)
    return [*fixed, *rolled]


def _names(origin: Entry) -> list[str]:
    listed = origin.texts("family_names")
    return [listed[place % len(listed)] for place in range(origin.number("share") or 0)]


def _fixed(entry: Entry) -> FamilyPlan:
    """Return a family that is named in the file."""
    name, language = entry.text("name"), entry.text("language")
    return FamilyPlan(
        name,
        [
            Parent(name, first, Salutation(salutation), language)
            for first, salutation in entry.rows("parents")
        ],
        [
            ChildPlan(one.text("name"), "due" if one.flag("starter") else "", one.text("group"))
            for one in entry.entries("children")
        ],
        key=entry.text("key"),
    )


def _rolled(rng: Random, origin: Entry, name: str) -> FamilyPlan:
    language = origin.text("language") if rng.random() < 0.6 else ""
    mother_name = origin.words("feminine").get(name, name)
    if rng.random() < 0.12:
        mother_name = rng.choice(source("names").entries("origins")[0].texts("family_names"))
    mother = Parent(mother_name, rng.choice(origin.texts("mothers")), language=language)
    father = Parent(name, rng.choice(origin.texts("fathers")), language=language)
    parents = [mother] if rng.random() < 0.14 else [mother, father]
    return FamilyPlan(name, parents, [ChildPlan(_child_name(rng, origin, ""))])


def _child_name(rng: Random, origin: Entry, taken: str) -> str:
    pool = [*origin.texts("girls"), *origin.texts("boys")]
    return rng.choice([name for name in pool if name != taken])


def _give_starters(rng: Random, fixed: list[FamilyPlan], rolled: list[FamilyPlan]) -> None:
    """Choose the oldest children who start school: 16 due, a Kann-Kind, one deferred last year."""
    missing = DUE_STARTERS - sum(child.starter != "" for plan in fixed for child in plan.children)
    kinds = ["due"] * missing + ["opt_in", "overdue"]
    for plan, kind in zip(rng.sample(rolled, len(kinds)), kinds, strict=True):
        plan.children[0].starter = kind


def _give_flags(rng: Random, rolled: list[FamilyPlan]) -> None:
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


def give_birth_dates(rows: TownRows, plans: Iterable[FamilyPlan], entry_year: int) -> None:
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


def give_groups(rng: Random, plans: Iterable[FamilyPlan], groups: Sequence[str]) -> None:
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

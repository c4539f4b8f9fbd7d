"""Child care during an evening: which children the slips with child care may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.text import and_list, sort_key
from kitadesk.domain.names import listed_name

_OR = "oder"
_SMALL = 3
"""Years; younger children are told with their months."""


@dataclass(frozen=True, slots=True)
class CareChild:
    """A child of a family that asked for child care."""

    last_name: str
    first_name: str
    group_name: str = ""
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class CareRequest:
    """What a household wrote on its slip: for how many of the family's children.

    `phones` reach the adults of that household and nobody else; `child_id` is the oldest child, on
    whose card they stand.
    """

    family_name: str
    children: tuple[CareChild, ...]
    asked: int
    phones: tuple[str, ...] = ()
    child_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CarePlace:
    """One place: a child for certain, one of several siblings, or one that no list knows."""

    family_name: str
    children: tuple[CareChild, ...]
    phones: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return "Muster, Mia" or "Muster, Mia oder Jonas"; empty where nobody is known."""
        last_names = tuple(dict.fromkeys(child.last_name for child in self.children))
        if len(last_names) == 1:
            firsts = [child.first_name for child in self.children if child.first_name]
            return listed_name(last_names[0], and_list(firsts, word=_OR))
        names = [listed_name(child.last_name, child.first_name) for child in self.children]
        return and_list(names, word=_OR)

    @property
    def groups(self) -> str:
        """Return the group, or the groups that it may be."""
        return and_list(_once(child.group_name for child in self.children), word=_OR)

    def ages(self, on: date | None) -> str:
        """Return the age in years on a day: "4", "4 oder 6"; empty where a birth date is missing.

        Children under three are told with their months, because carers prepare for them: "2;7".
        """
        if on is None or not self.children:
            return ""
        known = [age_words(c.birth_date, on) for c in self.children if c.birth_date]
        return and_list(_once(known), word=_OR) if len(known) == len(self.children) else ""


def age_words(birth_date: date, on: date) -> str:
    """Return the age on a day: "4", under three with months "2;7"; empty before the birth."""
    months = (on.year - birth_date.year) * 12 + on.month - birth_date.month
    months -= on.day < birth_date.day
    if months < 0:
        return ""
    years, rest = divmod(months, 12)
    return f"{years};{rest}" if years < _SMALL else str(years)


def care_places(requests: Iterable[CareRequest]) -> tuple[CarePlace, ...]:
    """Return one place for each child that was asked for, by name.

    A slip names a number, not the children: as many as there are siblings means each of them, fewer
    means one of them, more means a child that is not in the house. Two households of a family that
    both mean all its children mean the same ones.
    """
    certain: dict[tuple[str, CareChild], tuple[str, ...]] = {}
    others: list[CarePlace] = []
    for one in requests:
        known, count = one.children, len(one.children)
        if one.asked < count:
            others += [CarePlace(one.family_name, known, one.phones)] * one.asked
            continue
        for child in known:
            key = (one.family_name, child)
            certain[key] = tuple(dict.fromkeys((*certain.get(key, ()), *one.phones)))
        others += [CarePlace(one.family_name, (), one.phones)] * (one.asked - count)
    named = (CarePlace(family, (child,), phones) for (family, child), phones in certain.items())
    return tuple(sorted((*named, *others), key=_place))


def _place(place: CarePlace) -> tuple[str, bool, str]:
    """Order by family, the known children first."""
    name = place.name or place.family_name
    return sort_key(name.partition(",")[0]), not place.children, sort_key(name)


def _once(texts: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(text for text in texts if text))

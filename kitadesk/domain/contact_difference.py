"""Finds the contacts of a list among the people who are known, and says where that is in doubt.

A name alone never makes two records one: people share names. Name and number, or name and place,
do; everything else is a question for the person who reads the list in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kitadesk.base.text import fold
from kitadesk.domain.contact_list import ContactDraft

WayKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KnownContact:
    """Somebody who is known: name, folded names of institutions and bodies, keys of numbers.

    `is_contact` tells contacts from parents, who are in the house for their children.
    """

    id: UUID
    last_name: str
    first_name: str
    places: frozenset[str] = frozenset()
    ways: frozenset[WayKey] = frozenset()
    is_contact: bool = True

    @property
    def name(self) -> str:
        """The name as one says it."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def name_key(self) -> tuple[str, str]:
        """Last and first name for comparison."""
        return fold(self.last_name), fold(self.first_name)


@dataclass(frozen=True, slots=True)
class ContactMatch:
    """Who a draft is: somebody known, the same new person as an earlier draft, or somebody new.

    `doubtful` is somebody known whom the draft might be, and `reason` says why that is unclear.
    """

    index: int
    known_id: UUID | None = None
    same_as: int | None = None
    doubtful: UUID | None = None
    reason: str = ""


def match_contacts(
    drafts: Sequence[ContactDraft], known: Sequence[KnownContact]
) -> tuple[ContactMatch, ...]:
    """Return one match per draft that names a person, in their order."""
    by_name: dict[tuple[str, str], list[KnownContact]] = defaultdict(list)
    by_way: dict[WayKey, list[KnownContact]] = defaultdict(list)
    for one in known:
        by_name[one.name_key].append(one)
        for key in one.ways:
            by_way[key].append(one)
    fresh: dict[tuple[str, str], list[int]] = defaultdict(list)
    found: list[ContactMatch] = []
    for index, draft in enumerate(drafts):
        if not draft.last_name:
            continue
        match = _match(index, draft, by_name[draft.name_key], by_way)
        if match.known_id is None:
            twins = (one for one in fresh[draft.name_key] if _share_way(draft, drafts[one]))
            match = ContactMatch(index, None, next(twins, None), match.doubtful, match.reason)
            fresh[draft.name_key].append(index)
        found.append(match)
    return tuple(found)


def _match(
    index: int,
    draft: ContactDraft,
    namesakes: Sequence[KnownContact],
    by_way: dict[WayKey, list[KnownContact]],
) -> ContactMatch:
    ways = {way.key for way in draft.ways}
    places = _places(draft)
    with_way = [one for one in namesakes if ways & one.ways]
    there = [one for one in namesakes if one.is_contact and _is_at(one, places)]
    # A contact without a place and a number says nothing against being the one of the list.
    bare = [one for one in namesakes if one.is_contact and not one.places and not one.ways]
    for sure in (with_way, there, bare):
        if len(sure) == 1:
            return ContactMatch(index, sure[0].id)
    if namesakes:
        first = namesakes[0]
        what = "als Kontakt" if first.is_contact else "als Elternteil"
        return ContactMatch(index, None, None, first.id, f"{first.name} gibt es schon {what}")
    for key in sorted(ways):
        for other in by_way.get(key, ()):
            if fold(other.first_name) == fold(draft.first_name) and draft.first_name:
                reason = f"gleiche Nummer oder Adresse wie {other.name}"
                return ContactMatch(index, None, None, other.id, reason)
    return ContactMatch(index)


def _places(draft: ContactDraft) -> frozenset[str]:
    institution = draft.institution.name if draft.institution else ""
    return frozenset(fold(name) for name in (institution, draft.body) if name)


def _is_at(known: KnownContact, places: Iterable[str]) -> bool:
    return any(
        place == own or place.startswith(f"{own} ") or own.startswith(f"{place} ")
        for place in places
        for own in known.places
    )


def _share_way(one: ContactDraft, other: ContactDraft) -> bool:
    return bool({way.key for way in one.ways} & {way.key for way in other.ways})

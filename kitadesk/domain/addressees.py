"""Whom the letter of a household names.

Who lives apart is never named together with the other: a joint letter would carry the other's
address. Frau and Herr stand only where the office was told so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import Salutation

_BEFORE_NAMES = {Salutation.FRAU: "Frau", Salutation.HERR: "Herrn"}


@dataclass(frozen=True, slots=True)
class Member:
    """An adult of a household; `lives_here` is False only where every child lives elsewhere."""

    last_name: str
    first_name: str = ""
    title: str = ""
    salutation: Salutation = Salutation.NONE
    lives_here: bool = True
    person_id: UUID | None = None


def addressed_name(
    first_name: str, last_name: str, title: str = "", salutation: Salutation = Salutation.NONE
) -> str:
    """Return the name in the form of an address: "Herrn Dr. Jan Kunz", "Ewa Łukasiewicz"."""
    name = spoken_name(first_name, last_name, title)
    return f"{_BEFORE_NAMES.get(salutation, '')} {name}".strip()


def letter_names(name_on_letter: str, members: Sequence[Member]) -> tuple[str, ...]:
    """Return whom the letter names: what the office typed, or else who lives there.

    A household that nobody shares with the children is the own one of those who live apart.
    """
    if name_on_letter:
        return (name_on_letter,)
    named = [member for member in members if member.lives_here] or members
    return tuple(
        addressed_name(one.first_name, one.last_name, one.title, one.salutation) for one in named
    )


def has_own_letter(person_id: UUID, homes: Iterable[Sequence[Member]]) -> bool:
    """Return whether the letter of one of these households names a person who lives apart."""
    for members in homes:
        ours = next((one for one in members if one.person_id == person_id), None)
        if ours and (ours.lives_here or not any(member.lives_here for member in members)):
            return True
    return False

"""Which families a quick note may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from kitadesk.domain.names import siblings_label
from kitadesk.domain.quick_note import NamedFamily
from kitadesk.queries.people import is_ours
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Child, Family

MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class FamilyChoice:
    """A family to choose: "Albrecht, Mia und Jonas"."""

    id: UUID
    label: str
    named: NamedFamily


def families_with_word(reader: Reader, words: Sequence[str], on: date) -> tuple[FamilyChoice, ...]:
    """Return the families here or coming whose name begins with one of these folded words."""
    if not words:
        return ()
    begins = [
        Family.sort_key.startswith(f"{word}{end}", autoescape=True)
        for word in words[:MOST_WORDS]
        for end in ("\t", " ")
    ]
    query = (
        select(Family.id, Family.name, Child.last_name, Child.first_name)
        .join(Child, Child.family_id == Family.id)
        .where(is_ours(on), or_(*begins))
        .order_by(Family.sort_key, Family.id, Child.birth_date, Child.sort_key)
    )
    names: dict[UUID, str] = {}
    children: dict[UUID, list[tuple[str, str]]] = {}
    for family_id, name, last_name, first_name in reader.execute(query):
        names[family_id] = name
        children.setdefault(family_id, []).append((last_name, first_name))
    return tuple(
        FamilyChoice(
            family_id,
            siblings_label(children[family_id]),
            NamedFamily(name, tuple(first for _last, first in children[family_id])),
        )
        for family_id, name in names.items()
    )

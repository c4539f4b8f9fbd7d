"""Compares a children list with the children that are already there."""

from __future__ import annotations

import enum
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from kitadesk.base.text import fold
from kitadesk.domain.child_drafts import ChildDraft
from kitadesk.domain.child_fields import FIELD_LABELS, Field

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class KnownChild:
    """A child as it stands in the data now."""

    id: UUID
    last_name: str
    first_name: str
    birth_date: date | None = None
    group: str = ""
    school: str = ""
    language: str = ""


class ListAction(enum.Enum):
    """What reading the list does with a child; the values stand in the report of `import`."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that the list changes."""

    field: Field
    before: str | date | None
    after: str | date

    @property
    def label(self) -> str:
        """German name of the field."""
        return FIELD_LABELS[self.field]


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """What happens with draft number `index`; `known` is the child it was found to be."""

    index: int
    action: ListAction
    known: KnownChild | None = None
    changes: tuple[FieldChange, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ListDifference:
    """One outcome per draft, in their order, and the known children that are not in the list."""

    outcomes: tuple[DraftOutcome, ...]
    missing: tuple[KnownChild, ...]

    def count(self, action: ListAction) -> int:
        """Return how many drafts have this outcome."""
        return sum(outcome.action is action for outcome in self.outcomes)


def compare(drafts: Sequence[ChildDraft], known: Sequence[KnownChild]) -> ListDifference:
    """Find each draft among the known children.

    First by name and birth date, then by name and group and at last by name alone, both only when
    one side has no birth date. Several candidates are never decided: the draft counts as new and
    says so. What the list leaves empty changes nothing; nobody is removed.
    """
    match = _Match(drafts, known)
    match.by(
        lambda draft: (*_name(draft), draft.birth_date) if draft.birth_date else None,
        lambda child: (*_name(child), child.birth_date) if child.birth_date else None,
    )
    match.by(_name_and_group, _name_and_group)
    match.by(_name, _name)
    outcomes = tuple(match.outcome(index) for index in range(len(drafts)))
    missing = tuple(child for child in known if child.id not in match.taken)
    return ListDifference(outcomes, missing)


def _name(child: ChildDraft | KnownChild) -> tuple[str, str]:
    return fold(child.last_name), fold(child.first_name)


def _name_and_group(child: ChildDraft | KnownChild) -> tuple[str, str, str] | None:
    return (*_name(child), fold(child.group)) if child.group else None


class _Match:
    """Takes pairs out of two lists, the surest first."""

    def __init__(self, drafts: Sequence[ChildDraft], known: Sequence[KnownChild]) -> None:
        self.drafts = drafts
        self.known = known
        self.found: dict[int, KnownChild] = {}
        self.taken: set[UUID] = set()
        self.by_name = _grouped(known, _name)

    def by(
        self,
        draft_key: Callable[[ChildDraft], Hashable | None],
        known_key: Callable[[KnownChild], Hashable | None],
    ) -> None:
        """Match all that are alone with their key on both sides."""
        free = _grouped([child for child in self.known if child.id not in self.taken], known_key)
        open_drafts = [n for n in range(len(self.drafts)) if n not in self.found]
        wanted = _grouped(open_drafts, lambda n: draft_key(self.drafts[n]))
        for key, indices in wanted.items():
            candidates = free.get(key, [])
            if len(indices) == 1 and len(candidates) == 1:
                draft, child = self.drafts[indices[0]], candidates[0]
                if not _contradicts(draft, child):
                    self.found[indices[0]] = child
                    self.taken.add(child.id)

    def outcome(self, index: int) -> DraftOutcome:
        """Return what happens with one draft after all matching."""
        draft = self.drafts[index]
        child = self.found.get(index)
        if child is None:
            return DraftOutcome(index, ListAction.ADDED, problem=self._why_not(draft))
        changes = tuple(_changes(draft, child))
        action = ListAction.UPDATED if changes else ListAction.UNCHANGED
        return DraftOutcome(index, action, child, changes)

    def _why_not(self, draft: ChildDraft) -> str:
        same_name = self.by_name.get(_name(draft), [])
        candidates = [child for child in same_name if child.id not in self.taken]
        name = f"{draft.first_name} {draft.last_name}"
        if not candidates:
            return ""
        if all(_contradicts(draft, child) for child in candidates):
            return f"{name} gibt es schon mit anderem Geburtsdatum, bitte prüfen"
        return f"{name} gibt es schon und ist nicht eindeutig zuzuordnen, bitte prüfen"


def _grouped(
    items: Iterable[_Item], key: Callable[[_Item], Hashable | None]
) -> dict[Hashable, list[_Item]]:
    groups: dict[Hashable, list[_Item]] = {}
    for item in items:
        value = key(item)
        if value is not None:
            groups.setdefault(value, []).append(item)
    return groups


def _contradicts(draft: ChildDraft, child: KnownChild) -> bool:
    return bool(draft.birth_date and child.birth_date and draft.birth_date != child.birth_date)


def _changes(draft: ChildDraft, child: KnownChild) -> Iterable[FieldChange]:
    """Yield what the list writes differently; empty cells of the list leave the value alone."""
    pairs: tuple[tuple[Field, str | date | None, str | date | None], ...] = (
        (Field.LAST_NAME, child.last_name, draft.last_name),
        (Field.FIRST_NAME, child.first_name, draft.first_name),
        (Field.BIRTH_DATE, child.birth_date, draft.birth_date),
        (Field.GROUP, child.group, draft.group),
        (Field.SCHOOL, child.school, draft.school),
        (Field.LANGUAGE, child.language, draft.language),
    )
    for field, before, after in pairs:
        if after and after != before:
            yield FieldChange(field, before, after)

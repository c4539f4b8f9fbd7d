"""A run of letters read once: who gets one, and the letters of some of them or of nobody.

Any paper whose content lists households takes part; it declares nothing for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from kitadesk.handouts.family_letters import Household, in_order
from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.spec import Handout, HandoutSpec, Privacy, SubjectKind, parse_params
from kitadesk.queries.reader import Reader

P = TypeVar("P")
C = TypeVar("C")
_SINGLE_SHEETS = {"edition": "families", "separators": "nein", "probe": "nein"}
"""What letters for a screen never have: slips to cut, separators of stacks, a trial sheet only."""
_ONE_CHILD = frozenset({SubjectKind.CHILD, SubjectKind.FAMILY, SubjectKind.PERSON})


@dataclass(frozen=True, slots=True)
class FamilyRun(Generic[P, C]):
    """The content of one run with what was chosen; letters are made from it without reading."""

    spec: HandoutSpec[P, C]
    content: C
    params: P

    @property
    def households(self) -> tuple[Household, ...]:
        """Return who gets a letter, in the order of the stacks; who has no id is invented."""
        found = {one.household_id: one for one in households_in(self.content) if one.household_id}
        return tuple(in_order(tuple(found.values())))

    def letters_for(self, household_ids: Collection[UUID]) -> Document | None:
        """Return the letters of these households, None where the run has none of them."""
        wanted = [one for one in self.households if one.household_id in household_ids]
        if not wanted:
            return None
        return self.spec.document(_kept(self.content, frozenset(household_ids)), self.params)

    def without_names(self) -> Document:
        """Return the letter for everybody: the master copy with an empty slip, no family named."""
        return self.spec.document(_kept(self.content, frozenset()), self.params)


def read_run(
    reader: Reader, paper: Handout, subject_id: UUID | None, values: Mapping[str, str], on: date
) -> FamilyRun[object, object] | None:
    """Read a run, to make letters of some of it; None for papers that have no addressees.

    The registry types papers by protocol; every one of them is a HandoutSpec.
    """
    if not isinstance(paper, HandoutSpec) or not goes_to_families(paper):
        return None
    params = parse_params(paper, values)
    return FamilyRun(paper, paper.gather(reader, subject_id, params, on), params)


def goes_to_families(paper: Handout) -> bool:
    """Return whether a paper is a run of letters to many families.

    What is about a single child never goes by plain e-mail (guidance on data protection in
    day care), so a paper for one child or one family is no such run.
    """
    if not isinstance(paper, HandoutSpec) or paper.subject in _ONE_CHILD:
        return False
    content, _params = paper.sample()
    return paper.privacy is Privacy.FAMILY and any(households_in(content))


def single_sheets(paper: Handout, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of the print form for letters that are sent: a whole one for each."""
    known = {line.name for line in paper.fields}
    fixed = {name: value for name, value in _SINGLE_SHEETS.items() if name in known}
    return {**values, **fixed}


def households_in(content: object) -> Iterator[Household]:
    """Find the addressees in a content: households, or records that each hold one."""
    if not is_dataclass(content):
        return
    for item in fields(content):
        value = getattr(content, item.name)
        if isinstance(value, tuple):
            yield from (found for one in value if (found := _household_of(one)) is not None)


def _kept(content: C, ids: frozenset[UUID]) -> C:
    """Return the content with these households only, wherever it lists any."""
    if not is_dataclass(content) or isinstance(content, type):
        return content
    parts = {}
    for item in fields(content):
        value = getattr(content, item.name)
        if isinstance(value, tuple) and any(_household_of(one) is not None for one in value):
            parts[item.name] = tuple(one for one in value if _is_kept(one, ids))
    return replace(content, **parts)


def _is_kept(one: object, ids: frozenset[UUID]) -> bool:
    household = _household_of(one)
    return household is None or household.household_id in ids


def _household_of(one: object) -> Household | None:
    found = one if isinstance(one, Household) else getattr(one, "household", None)
    return found if isinstance(found, Household) else None

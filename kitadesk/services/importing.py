"""Takes a children list over into the house: first a plan to look at, then one step for all of it.

The plan says for every row what happens with it. Children who are not in the list are named, and
only ended when that is asked for. What the list leaves empty changes nothing.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold, plural
from kitadesk.domain.child_columns import ColumnReading, guess_columns
from kitadesk.domain.child_drafts import ChildDraft, RejectedRow
from kitadesk.domain.child_fields import Field
from kitadesk.domain.child_list import read_children
from kitadesk.domain.list_difference import DraftOutcome, ListAction, compare
from kitadesk.domain.names import listed_name
from kitadesk.domain.sheet import Sheet
from kitadesk.domain.siblings import (
    DoubtfulPair,
    FamilyDraft,
    FamilyProposal,
    propose_families,
)
from kitadesk.domain.stay import Stay
from kitadesk.queries.house import own_house_id
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.families import join_families
from kitadesk.services.importing_state import ChildState, HouseState, draft_of, load_house
from kitadesk.services.importing_work import ImportWork, united
from kitadesk.storage.models.people import Child
from kitadesk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the report; `action` is added, updated, unchanged, missing or rejected.

    `line` counts from 1 as in the file; a missing child stands in no line and has 0.
    """

    line: int
    action: str
    reason: str
    name: str
    group: str
    birth_date: date | None


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """The sums under the preview; groups and families are those of the list."""

    children: int
    added: int
    updated: int
    unchanged: int
    missing: int
    rejected: int
    groups: int
    families: int
    multi_child_families: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a list means for the house; `apply_import` does it.

    `families` and `doubtful` hold places in `children`; children of the house who are not in the
    list stand behind those of the list, so that a new child finds its sibling.
    """

    name: str
    columns: tuple[ColumnReading, ...]
    rows: tuple[ImportRow, ...]
    families: tuple[FamilyDraft, ...]
    doubtful: tuple[DoubtfulPair, ...]
    counts: ImportCounts
    notes: tuple[str, ...]
    children: tuple[ChildDraft, ...]
    outcomes: tuple[DraftOutcome, ...]
    missing: tuple[uuid.UUID, ...]

    @property
    def known(self) -> dict[int, uuid.UUID]:
        """Return which of `children` are which children of the house."""
        return _known(self.outcomes, self.missing)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; groups and families are those of the list."""

    children_added: int
    updated: int
    unchanged: int
    families: int
    groups: int
    multi_child_families: int
    ended: int = 0


def plan_import(
    desk: Desk, sheet: Sheet, overrides: Mapping[str, Field] | None = None
) -> ImportPlan:
    """Say what the list would do; raises UserError without a usable column or a house."""
    return desk.read(_plan, sheet, overrides or {}, desk.clock.today())


def apply_import(
    desk: Desk,
    plan: ImportPlan,
    *,
    merge: frozenset[int] = frozenset(),
    drop_missing: bool = False,
) -> ImportResult:
    """Do what the plan says in one step, so that one undo takes all of it back.

    `merge` names the doubtful pairs (by place) that are one family after all.
    """
    today = desk.clock.today()
    chosen = [plan.doubtful[place] for place in sorted(merge)]
    ended = plan.missing if drop_missing else ()
    label = f"Liste übernommen ({plural(plan.counts.children, 'Kind', 'Kinder')})"
    with desk.write(label) as w:
        _join_known_families(w, plan, chosen, today)
        house = load_house(w.session, today)
        work = ImportWork(house, plan.children, plan.outcomes, plan.known)
        work.collect(own_house_id(w.session), united(plan.families, chosen))
        for child_id in ended:
            work.rows.update(Child, child_id, left_on=today)
        work.rows.write(w)
    families = Counter(work.family_of.values())
    return ImportResult(
        children_added=plan.counts.added,
        updated=plan.counts.updated,
        unchanged=plan.counts.unchanged,
        families=len(families),
        groups=plan.counts.groups,
        multi_child_families=sum(number > 1 for number in families.values()),
        ended=len(ended),
    )


def _plan(reader: Reader, sheet: Sheet, overrides: Mapping[str, Field], today: date) -> ImportPlan:
    house_id = own_house_id(reader)
    guess = guess_columns(sheet.rows, overrides)
    read = read_children(sheet.rows, guess, today=today)
    if not read.children and not read.rejected:
        raise UserError("sheet_empty")  # a header and nothing below it
    house = load_house(reader, today)
    drafts = _in_words_of_the_house(read.children, house)
    outcomes, missing = _compare(drafts, house)
    others = [house.children[child_id] for child_id in missing]
    everyone = (*drafts, *(draft_of(one, house.families[one.family_id]) for one in others))
    proposal = propose_families(everyone)
    known = _known(outcomes, missing)
    doubtful = _doubtful(proposal, known, house, len(drafts))
    work = ImportWork(house, everyone, outcomes, known)
    work.collect(house_id, proposal.families)
    outcomes = tuple(_with_family(outcome, work) for outcome in outcomes)
    rows = [_row(drafts[outcome.index], outcome, work) for outcome in outcomes]
    rows += [_rejected(row) for row in read.rejected]
    rows.sort(key=lambda row: row.line)
    rows += [_missing(child) for child in others]
    return ImportPlan(
        name=sheet.name,
        columns=guess.readings(),
        rows=tuple(rows),
        families=proposal.families,
        doubtful=doubtful,
        counts=_counts(drafts, rows, work),
        notes=sheet.notes,
        children=everyone,
        outcomes=outcomes,
        missing=missing,
    )


def _in_words_of_the_house(drafts: Sequence[ChildDraft], house: HouseState) -> list[ChildDraft]:
    """Write groups and schools as the house, or else the list, writes them first."""
    groups = {key: name for key, (_, name) in house.groups.items()}
    schools = {key: name for key, (_, name) in house.schools.items()}
    return [
        replace(
            draft,
            group=groups.setdefault(fold(draft.group), draft.group),
            school=schools.setdefault(fold(draft.school), draft.school),
        )
        for draft in drafts
    ]


def _compare(
    drafts: Sequence[ChildDraft], house: HouseState
) -> tuple[tuple[DraftOutcome, ...], tuple[uuid.UUID, ...]]:
    """Find the children of the list; who left comes back when name and birth date are the same.

    Who was entered for a later day is known, and not missing on a list of those who are here.

    The language belongs to the parents and is compared with the family.
    """
    bare = [replace(draft, language="") for draft in drafts]
    ours = [child for child in house.children.values() if child.stay is not Stay.GONE]
    gone = [child.known for child in house.children.values() if child.stay is Stay.GONE]
    found = compare(bare, [child.known for child in ours])
    coming = {child.known.id for child in ours if child.stay is Stay.COMING}
    outcomes = list(found.outcomes)
    new = [one.index for one in outcomes if one.action is ListAction.ADDED]
    for back in compare([bare[index] for index in new], gone).outcomes:
        index = new[back.index]
        if back.known and back.known.birth_date and bare[index].birth_date:
            outcomes[index] = replace(back, index=index, action=ListAction.UPDATED)
    missing = (child.id for child in found.missing if child.id not in coming)
    return tuple(outcomes), tuple(missing)


def _known(outcomes: Sequence[DraftOutcome], missing: Sequence[uuid.UUID]) -> dict[int, uuid.UUID]:
    known = {outcome.index: outcome.known.id for outcome in outcomes if outcome.known}
    known.update(enumerate(missing, start=len(outcomes)))
    return known


def _doubtful(
    proposal: FamilyProposal, known: Mapping[int, uuid.UUID], house: HouseState, listed: int
) -> tuple[DoubtfulPair, ...]:
    """Keep pairs with a new child, and ask about known ones that the list shows as siblings."""
    pairs = [pair for pair in proposal.doubtful if not (pair.a in known and pair.b in known)]
    for family in proposal.families:
        first: dict[uuid.UUID, int] = {}
        for index in family.children:
            if index in known:
                first.setdefault(house.children[known[index]].family_id, index)
        one, *others = first.values() or (0,)
        if family.children[0] < listed:
            pairs += [DoubtfulPair(one, other, family.reason) for other in others]
    return tuple(pairs)


def _join_known_families(
    w: Writer, plan: ImportPlan, chosen: Sequence[DoubtfulPair], today: date
) -> None:
    """Join families of the house where both children of a chosen pair have one already."""
    if not chosen:
        return
    house = load_house(w.session, today)
    work = ImportWork(house, plan.children, plan.outcomes, plan.known)
    family_of: dict[int, uuid.UUID] = {}
    for family in plan.families:
        states = {index: work.known_child(index) for index in family.children}
        first = next((state.family_id for state in states.values() if state), None)
        for index, state in states.items():
            if first is not None:
                family_of[index] = state.family_id if state else first
    joined: dict[uuid.UUID, uuid.UUID] = {}
    for pair in chosen:
        keep, other = (_end_of(joined, family_of.get(index)) for index in (pair.a, pair.b))
        if keep and other and keep != other:
            join_families(w, keep, other)
            joined[other] = keep


def _end_of(joined: Mapping[uuid.UUID, uuid.UUID], family_id: uuid.UUID | None) -> uuid.UUID | None:
    while family_id is not None and family_id in joined:
        family_id = joined[family_id]
    return family_id


def _with_family(outcome: DraftOutcome, work: ImportWork) -> DraftOutcome:
    """Call a child changed when the list changes anything about its parents."""
    if outcome.action is ListAction.UNCHANGED and work.family_changes[outcome.index]:
        return replace(outcome, action=ListAction.UPDATED)
    return outcome


def _row(draft: ChildDraft, outcome: DraftOutcome, work: ImportWork) -> ImportRow:
    reasons = list(draft.problems)
    if outcome.problem:
        reasons.append(outcome.problem)
    if outcome.known:
        state = work.known_child(outcome.index)
        if state and state.stay is Stay.GONE:
            reasons.append("ist wieder da")
        reasons += [
            f"{change.label}: {_shown(change.before)} → {_shown(change.after)}"
            for change in outcome.changes
        ]
        if changed := work.family_changes[outcome.index]:
            reasons.append(f"neu: {', '.join(changed)}")
    elif draft.language and not draft.custodians:
        reasons.append("Sprache der Einladung nicht übernommen: kein Elternteil genannt")
    return ImportRow(
        draft.line,
        outcome.action.value,
        "; ".join(reasons),
        listed_name(draft.last_name, draft.first_name),
        draft.group,
        draft.birth_date,
    )


def _shown(value: str | date | None) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return value or "leer"


def _rejected(row: RejectedRow) -> ImportRow:
    return ImportRow(row.line, "rejected", row.reason, "", "", None)


def _missing(child: ChildState) -> ImportRow:
    known = child.known
    name = listed_name(known.last_name, known.first_name)
    return ImportRow(0, "missing", "", name, known.group, known.birth_date)


def _counts(
    drafts: Sequence[ChildDraft], rows: Iterable[ImportRow], work: ImportWork
) -> ImportCounts:
    actions = Counter(row.action for row in rows)
    families = Counter(work.family_of.values())
    return ImportCounts(
        children=len(drafts),
        added=actions["added"],
        updated=actions["updated"],
        unchanged=actions["unchanged"],
        missing=actions["missing"],
        rejected=actions["rejected"],
        groups=len({draft.group for draft in drafts if draft.group}),
        families=len(families),
        multi_child_families=sum(number > 1 for number in families.values()),
    )

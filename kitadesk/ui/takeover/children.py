"""A list of children that is taken over: its words, its rows, its pairs of siblings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.domain.child_columns import guess_columns
from kitadesk.domain.child_fields import FIELD_LABELS, Field
from kitadesk.domain.sheet import Sheet
from kitadesk.services.importing import (
    ImportPlan,
    ImportResult,
    ImportRow,
    apply_import,
    plan_import,
)
from kitadesk.services.parsing import Contents
from kitadesk.ui.takeover.columns_page import ColumnView, meanings_of
from kitadesk.ui.takeover.list_kind import (
    ROW_KINDS,
    Decisions,
    ListKind,
    ListWords,
    OddWords,
    Overrides,
    column_views,
    new_and_changed,
)
from kitadesk.ui.takeover.rows_page import CHILD_WORDS, RowView
from kitadesk.ui.takeover.siblings_page import FAMILIES, PairView
from kitadesk.ui.takeover.source_page import CHILDREN

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


class ChildrenList(ListKind[ImportPlan, ImportResult]):
    """Children with their groups and families."""

    words = ListWords(
        title="Liste übernehmen",
        source=CHILDREN,
        meanings=meanings_of(FIELD_LABELS, Field.IGNORE),
        rows=CHILD_WORDS,
        pairs=FAMILIES,
        pages=("Kinder", "Geschwister"),
        odd=OddWords(
            pair=("unklares Geschwisterpaar", "unklare Geschwisterpaare"),
            missing=("Kind fehlt", "Kinder fehlen"),
        ),
        contents=Contents.CHILDREN,
    )

    @override
    def plan(self, desk: Desk, sheet: Sheet, overrides: Overrides) -> ImportPlan:
        return plan_import(desk, sheet, _fields(overrides))

    @override
    def columns(self, sheet: Sheet, overrides: Overrides) -> tuple[ColumnView, ...]:
        guess = guess_columns(sheet.rows, _fields(overrides))
        return column_views(guess.readings(), sheet.rows[guess.first_data_row :])

    @override
    def apply(self, desk: Desk, plan: ImportPlan, decided: Decisions) -> ImportResult:
        return apply_import(desk, plan, merge=decided.same, drop_missing=decided.drop_missing)

    @override
    def number_of(self, plan: ImportPlan) -> int:
        return plan.counts.children

    @override
    def summary(self, plan: ImportPlan, same: frozenset[int]) -> str:
        """Say what the list holds: "92 Kinder, 4 Gruppen, 14 Familien mit je 2 Kindern → 78 …".

        `same` names the doubtful pairs that the person took as one family.
        """
        counts = plan.counts
        if not counts.children:
            return "In dieser Liste ist kein Kind zu erkennen"
        parts = [plural(counts.children, "Kind", "Kinder")]
        if counts.groups:
            parts.append(plural(counts.groups, "Gruppe", "Gruppen"))
        before, after = _sizes(plan, frozenset()), _sizes(plan, same)
        parts += _large_families(after)
        families = counts.families - (len(before) - len(after))
        head = "" if counts.added or counts.updated else "Nichts Neues: "
        return f"{head}{', '.join(parts)} → {plural(families, 'Familie', 'Familien')}"

    @override
    def button_words(self, plan: ImportPlan, decided: Decisions) -> str:
        number = plan.counts.added + plan.counts.updated
        if number:
            return f"{plural(number, 'Kind', 'Kinder')} übernehmen"
        if decided.drop_missing and plan.counts.missing and plan.counts.children:
            return f"{plural(plan.counts.missing, 'Kind', 'Kinder')} abmelden"
        return "Familien zusammenführen" if decided.same else ""

    @override
    def done_words(self, result: ImportResult) -> tuple[str, str]:
        number = result.children_added + result.updated
        parts = list(new_and_changed(result.children_added, result.updated))
        groups = f" in {plural(result.groups, 'Gruppe', 'Gruppen')}" if result.groups else ""
        parts.append(f"{plural(result.families, 'Familie', 'Familien')}{groups}")
        if result.ended:
            parts.append(f"{plural(result.ended, 'Kind', 'Kinder')} abgemeldet")
        title = f"{plural(number, 'Kind', 'Kinder')} übernommen" if number else "Übernommen"
        return title, ", ".join(parts) + "."

    @override
    def row_views(self, plan: ImportPlan) -> tuple[RowView, ...]:
        rows = plan.rows if plan.counts.children else (row for row in plan.rows if row.line)
        return tuple(_row_view(number, row) for number, row in enumerate(rows))

    @override
    def pair_views(self, plan: ImportPlan, answers: Mapping[int, bool]) -> tuple[PairView, ...]:
        views = []
        for number, pair in enumerate(plan.doubtful):
            names = " und ".join(_child(plan, index) for index in (pair.a, pair.b))
            reason = pair.reason.removeprefix(names).removeprefix(":").strip()
            is_one = answers.get(number, False)
            views.append(PairView(number, names, reason, is_one, number in answers))
        return tuple(views)

    @override
    def pair_keys(self, plan: ImportPlan) -> tuple[tuple[object, object], ...]:
        return tuple((pair.a, pair.b) for pair in plan.doubtful)


def _fields(overrides: Overrides) -> dict[str, Field]:
    return {name: field for name, field in overrides.items() if isinstance(field, Field)}


def _row_view(number: int, row: ImportRow) -> RowView:
    birth = f"{row.birth_date:%d.%m.%Y}" if row.birth_date else ""
    return RowView(
        number, row.line or None, ROW_KINDS[row.action], row.name, row.group, birth, row.reason
    )


def _child(plan: ImportPlan, index: int) -> str:
    child = plan.children[index]
    group = f" ({child.group})" if child.group else ""
    return f"{child.last_name}, {child.first_name}{group}"


def _sizes(plan: ImportPlan, merge: frozenset[int]) -> list[int]:
    """Return how many children of the list each family has, after joining the chosen pairs."""
    listed = len(plan.outcomes)
    family_of: dict[int, int] = {}
    members: dict[int, set[int]] = {}
    for number, family in enumerate(plan.families):
        members[number] = {index for index in family.children if index < listed}
        family_of.update(dict.fromkeys(family.children, number))
    for place in merge:
        pair = plan.doubtful[place]
        keep, other = family_of[pair.a], family_of[pair.b]
        if keep != other:
            members[keep] |= members.pop(other)
            family_of = {index: keep if at == other else at for index, at in family_of.items()}
    return [len(children) for children in members.values() if children]


def _large_families(sizes: Sequence[int]) -> list[str]:
    """Word the families with siblings, smallest first; more than two kinds become one sum."""
    counted = sorted((size, number) for size, number in Counter(sizes).items() if size > 1)
    if len(counted) > 2:
        number = sum(number for _size, number in counted)
        return [f"{plural(number, 'Familie', 'Familien')} mit Geschwistern"]
    words = []
    for size, number in counted:
        each = "je " if number > 1 else ""
        words.append(f"{plural(number, 'Familie', 'Familien')} mit {each}{size} Kindern")
    return words

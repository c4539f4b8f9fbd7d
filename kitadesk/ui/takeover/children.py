"""What a plan says in German, and its rows as the pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kitadesk.base.text import plural, shorten
from kitadesk.domain.child_columns import guess_columns
from kitadesk.domain.child_fields import Field
from kitadesk.domain.sheet import cell_text
from kitadesk.services.importing import ImportPlan, ImportResult, ImportRow
from kitadesk.ui.takeover.columns_page import ColumnView
from kitadesk.ui.takeover.reading import Reading
from kitadesk.ui.takeover.rows_page import RowKind, RowView
from kitadesk.ui.takeover.siblings_page import PairView

_EXAMPLES = 4
_LONGEST_EXAMPLE = 40
_KINDS = {
    "added": RowKind.ADDED,
    "updated": RowKind.UPDATED,
    "unchanged": RowKind.UNCHANGED,
    "missing": RowKind.MISSING,
    "rejected": RowKind.REJECTED,
}


def summary(plan: ImportPlan, merge: frozenset[int]) -> str:
    """Say what the list holds: "92 Kinder, 4 Gruppen, 14 Familien mit je 2 Kindern → 78 Familien".

    `merge` names the doubtful pairs that the person took as one family.
    """
    counts = plan.counts
    if not counts.children:
        return "In dieser Liste ist kein Kind zu erkennen"
    parts = [plural(counts.children, "Kind", "Kinder")]
    if counts.groups:
        parts.append(plural(counts.groups, "Gruppe", "Gruppen"))
    before, after = _sizes(plan, frozenset()), _sizes(plan, merge)
    parts += _large_families(after)
    families = counts.families - (len(before) - len(after))
    head = "" if counts.added or counts.updated else "Nichts Neues: "
    return f"{head}{', '.join(parts)} → {plural(families, 'Familie', 'Familien')}"


def odd_parts(plan: ImportPlan, open_pairs: int) -> list[str]:
    """Name what wants a look: rejected rows, open pairs, missing children."""
    counts = plan.counts
    parts: list[str] = []
    if counts.rejected:
        lines = plural(counts.rejected, "Zeile wird", "Zeilen werden")
        parts.append(f"{lines} nicht übernommen")
    if open_pairs:
        parts.append(plural(open_pairs, "unklares Geschwisterpaar", "unklare Geschwisterpaare"))
    if counts.missing and counts.children:
        missing = plural(counts.missing, "Kind fehlt", "Kinder fehlen")
        parts.append(f"{missing} in der Liste")
    return parts


def button_words(plan: ImportPlan, merge: frozenset[int], *, drop_missing: bool) -> str:
    """Name the deed on the button; empty if there is nothing to do."""
    number = plan.counts.added + plan.counts.updated
    if number:
        return f"{plural(number, 'Kind', 'Kinder')} übernehmen"
    if drop_missing and plan.counts.missing and plan.counts.children:
        return f"{plural(plan.counts.missing, 'Kind', 'Kinder')} abmelden"
    return "Familien zusammenführen" if merge else ""


def done_words(result: ImportResult) -> tuple[str, str]:
    """Say what happened, as title and sentence."""
    number = result.children_added + result.updated
    parts = []
    if result.children_added and result.updated:
        parts.append(f"{result.children_added} neu, {result.updated} geändert")
    groups = f" in {plural(result.groups, 'Gruppe', 'Gruppen')}" if result.groups else ""
    parts.append(f"{plural(result.families, 'Familie', 'Familien')}{groups}")
    if result.ended:
        parts.append(f"{plural(result.ended, 'Kind', 'Kinder')} abgemeldet")
    title = f"{plural(number, 'Kind', 'Kinder')} übernommen" if number else "Übernommen"
    return title, ", ".join(parts) + "."


def column_views(reading: Reading) -> tuple[ColumnView, ...]:
    """Return the columns with their first filled cells, from the rows below the header."""
    first = guess_columns(reading.sheet.rows).first_data_row
    rows = reading.sheet.rows[first:]
    return tuple(
        ColumnView(
            column.column,
            column.header,
            column.field,
            _examples(cell_text(row[column.column]) for row in rows),
        )
        for column in reading.columns
    )


def row_views(plan: ImportPlan) -> tuple[RowView, ...]:
    """Return all rows for the table; a list without any child makes nobody missing."""
    rows = plan.rows if plan.counts.children else (row for row in plan.rows if row.line)
    return tuple(_row_view(number, row) for number, row in enumerate(rows))


def pair_views(plan: ImportPlan, answers: Mapping[int, bool]) -> tuple[PairView, ...]:
    """Return the doubtful pairs with the answers so far."""
    views = []
    for number, pair in enumerate(plan.doubtful):
        names = " und ".join(_child(plan, index) for index in (pair.a, pair.b))
        reason = pair.reason.removeprefix(names).removeprefix(":").strip()
        views.append(PairView(number, names, reason, answers.get(number, False), number in answers))
    return tuple(views)


def overrides_of(changed: Mapping[int, Field]) -> dict[str, Field]:
    """Name columns by their number: two may have the same header."""
    return {f"Spalte {number + 1}": field for number, field in changed.items()}


def _row_view(number: int, row: ImportRow) -> RowView:
    birth = f"{row.birth_date:%d.%m.%Y}" if row.birth_date else ""
    return RowView(
        number, row.line or None, _KINDS[row.action], row.name, row.group, birth, row.reason
    )


def _child(plan: ImportPlan, index: int) -> str:
    child = plan.children[index]
    group = f" ({child.group})" if child.group else ""
    return f"{child.last_name}, {child.first_name}{group}"


def _examples(cells: Iterable[str]) -> str:
    found: dict[str, None] = {}
    for cell in cells:
        if cell:
            found.setdefault(shorten(cell, _LONGEST_EXAMPLE), None)
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)


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

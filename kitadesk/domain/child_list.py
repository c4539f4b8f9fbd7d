"""A children list into drafts: every row is a child, or rejected with a German reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold
from kitadesk.domain.child_columns import ColumnGuess
from kitadesk.domain.child_drafts import ChildDraft, ChildListDraft, RejectedRow
from kitadesk.domain.child_fields import Field
from kitadesk.domain.child_row import RowRejected, read_row
from kitadesk.domain.sheet import Row, Rows, cell_text

_GROUP_TITLE = re.compile(r"(?:gruppe|group)[\s:]+(?P<after>\S.*)$|(?P<before>\S.*)gruppe$", re.I)


def read_children(rows: Rows, guess: ColumnGuess, *, today: date) -> ChildListDraft:
    """Read all rows below the header; raises UserError("no_usable_column") without any names.

    A title row such as "Gruppe Bienen" names the group of the rows below it when the list has no
    column for it. A header that is repeated on each page is skipped.
    """
    if not guess.is_usable:
        raise UserError("no_usable_column")
    children: list[ChildDraft] = []
    rejected: list[RejectedRow] = []
    has_groups = bool(guess.columns_of(Field.GROUP))
    group = ""
    for index in range(guess.first_data_row, len(rows)):
        row = rows[index]
        if not any(row) or _is_header(row, guess):
            continue
        if not has_groups and (title := _group_title(row)):
            group = title
            continue
        try:
            child = read_row(row, index + 1, guess, today)
        except RowRejected as problem:
            rejected.append(RejectedRow(index + 1, str(problem)))
        else:
            children.append(child if has_groups else replace(child, group=group))
    unique, doubled = _without_duplicates(children)
    return ChildListDraft(
        tuple(unique), tuple(sorted(rejected + doubled, key=lambda each: each.line))
    )


def _is_header(row: Row, guess: ColumnGuess) -> bool:
    texts = [cell_text(cell) for cell in row]
    return guess.header_row_index >= 0 and all(
        not text or text == header for text, header in zip(texts, guess.headers, strict=True)
    )


def _group_title(row: Row) -> str:
    texts = [cell_text(cell) for cell in row if cell]
    found = _GROUP_TITLE.match(texts[0]) if len(texts) == 1 and len(texts[0]) < 60 else None
    if not found:
        return ""
    return (found["after"] or texts[0]).strip()


def _without_duplicates(
    children: list[ChildDraft],
) -> tuple[list[ChildDraft], list[RejectedRow]]:
    """Keep the first of the same child: same name and birth date, or name and group without one."""
    seen: dict[tuple[str, str], list[ChildDraft]] = {}
    unique: list[ChildDraft] = []
    doubled: list[RejectedRow] = []
    for child in children:
        same_name = seen.setdefault((fold(child.last_name), fold(child.first_name)), [])
        first = next((other for other in same_name if _is_same(child, other)), None)
        if first is None:
            if same_name:
                problem = f"Gleicher Name wie in Zeile {same_name[0].line}"
                child = replace(child, problems=(*child.problems, problem))  # noqa: PLW2901
            same_name.append(child)
            unique.append(child)
            continue
        name = f"{child.first_name} {child.last_name}"
        reason = f"Doppelt: {name} steht schon in Zeile {first.line}{_difference(child, first)}"
        doubled.append(RejectedRow(child.line, reason, first.line))
    return unique, doubled


def _is_same(child: ChildDraft, other: ChildDraft) -> bool:
    if child.birth_date and other.birth_date:
        return child.birth_date == other.birth_date
    return fold(child.group) == fold(other.group)


def _difference(child: ChildDraft, first: ChildDraft) -> str:
    if child.group != first.group:
        return f", dort in der Gruppe „{first.group}“"
    return ""

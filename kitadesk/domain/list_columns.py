"""What all lists share, whatever they hold: finding the header, and columns that people name."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence

from kitadesk.base.errors import UserError
from kitadesk.domain.child_fields import header_words
from kitadesk.domain.sheet import Rows

_HEADER_WITHIN = 25
_DIGIT = re.compile(r"\d")


def find_header(
    rows: Rows,
    known: Callable[[str], Hashable | None],
    enough_alone: frozenset[Hashable],
    named: Iterable[str] = (),
) -> int:
    """Return the row with the most known headers, or -1; headers the person names are known too.

    One known header is enough when it speaks of names and no cell beside it holds a number.
    """
    said_names = {header_words(name) for name in named}
    best, best_count = -1, 0
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        texts = [cell for cell in row if isinstance(cell, str)]
        meanings = [found for text in texts if (found := known(text)) is not None]
        said = sum(bool(text) and header_words(text) in said_names for text in texts)
        about_names = not enough_alone.isdisjoint(meanings)
        plain = len(texts) == len(row) and not any(map(_DIGIT.search, texts))
        count = len(meanings) + said
        if (len(set(meanings)) + said >= 2 or (about_names and plain)) and count > best_count:
            best, best_count = index, count
    return best


def column_by_name(headers: Sequence[str], name: str) -> int:
    """Return the column a person means: its header, "Spalte 3" or a letter.

    Raises UserError ``column_unknown``.
    """
    words = header_words(name)
    for column, header in enumerate(headers):
        if words in {header_words(header), f"spalte {column + 1}"}:
            return column
    if len(name.strip()) == 1 and ord(words or "~") - ord("a") in range(len(headers)):
        return ord(words) - ord("a")
    raise UserError("column_unknown", column=name, columns=", ".join(headers))


def first_row_like_data(rows: Rows) -> int:
    """Skip title rows: the first row that fills more than half of the usual number of cells."""
    counts = sorted(sum(map(bool, row)) for row in rows if any(row))
    usual = counts[len(counts) // 2] if counts else 0
    for index, row in enumerate(rows):
        if sum(map(bool, row)) * 2 > usual:
            return index
    return 0

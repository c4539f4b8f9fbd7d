"""A table as it came from a file or the clipboard: plain values, nothing understood yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kitadesk.base.text import clean

Cell = str | date
"""Text as a person reads it on the screen, or a real date."""
Row = tuple[Cell, ...]
Rows = tuple[Row, ...]

MOST_ROWS = 20_000
"""No Kita list is longer; a longer file is something else or an attack (safety.md 2f)."""
MOST_COLUMNS = 200
"""No Kita list is wider; Excel itself allows 16,384 columns."""
MOST_LETTERS = 32_767
"""No cell of Excel holds more; a longer one is no cell of a list."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; all rows are equally wide, rows and columns at the end that are empty are gone.

    `notes` are German sentences about what was odd while reading, to be shown with the preview.
    `encoding` and `delimiter` are empty for workbooks.
    """

    name: str
    rows: Rows
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[str, ...] = ()


def cell_text(cell: Cell) -> str:
    """Return the cell as a person reads it, on one line: dates as 03.04.2021."""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return " ".join(cell.split())


def clean_cell(text: str) -> str:
    """Return the text as typed without control characters and without blanks around it."""
    return clean(text).strip()


def rectangle(rows: Iterable[Iterable[Cell]]) -> Rows:
    """Return the rows equally wide, without empty rows and columns at the end.

    Empty rows at the start and in between stay, so that line numbers are those of the file.
    """
    table = [tuple(row) for row in rows]
    while table and not any(table[-1]):
        table.pop()
    width = max((_used_width(row) for row in table), default=0)
    return tuple(row[:width] + ("",) * (width - len(row)) for row in table)


def _used_width(row: Row) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell), default=0)

"""Blocks of a list: columns, rows under repeated heads, figures at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from kitadesk.handouts.kit.text_blocks import Align


class CellKind(Enum):
    """What a table column holds: text, a box to tick, or room to write above the row's rule."""

    TEXT = "text"
    TICK = "tick"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Column:
    """One table column. Width in mm, or None for a share of what is left over.

    A header that is wider than its column stands upright.
    """

    header: str
    width: float | None = None
    align: Align = Align.START
    kind: CellKind = CellKind.TEXT
    bold: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class GroupBreak:
    """A row that starts a new group of rows, optionally on a new page."""

    title: str
    new_page: bool = False


Row: TypeAlias = "tuple[str, ...] | GroupBreak"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that are repeated on every page.

    A tick cell is pre-ticked by any text in it. `blank_rows` empty rows follow for writing in.
    `grid` draws lines between columns; `numbered` counts the rows in a first column; `dense` sets
    a list of the office smaller and closer, where that saves a page.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    row_height: float = 8.0
    blank_rows: int = 0
    grid: bool = False
    numbered: bool = False
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Big figures side by side at the foot of a list, (label, value); an empty value is a blank."""

    items: tuple[tuple[str, str], ...]

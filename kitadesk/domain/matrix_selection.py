"""Which cells of the matrix are chosen: a rectangle from the anchor to the cursor, and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple


class Spot(NamedTuple):
    """A cell by row and measure."""

    row: int
    column: int


_FIRST = Spot(0, 0)


@dataclass(frozen=True, slots=True)
class MatrixSelection:
    """The cursor, where the rectangle began, and single cells that were clicked with Strg.

    `is_lifted` means that the cell of the cursor itself was taken out again.
    """

    cursor: Spot = _FIRST
    anchor: Spot = _FIRST
    extra: frozenset[Spot] = frozenset()
    is_lifted: bool = False

    @property
    def row_range(self) -> range:
        """Return the rows of the rectangle."""
        low, high = sorted((self.anchor.row, self.cursor.row))
        return range(low, high + 1)

    @property
    def column_range(self) -> range:
        """Return the measures of the rectangle."""
        low, high = sorted((self.anchor.column, self.cursor.column))
        return range(low, high + 1)

    @property
    def is_several(self) -> bool:
        """Return whether more than the cell of the cursor is chosen."""
        return bool(self.extra) or self.anchor != self.cursor

    def __contains__(self, spot: object) -> bool:
        if not isinstance(spot, tuple):
            return False
        if spot in self.extra:
            return True
        if self.is_lifted:
            return False
        return spot[0] in self.row_range and spot[1] in self.column_range

    def spots(self) -> Iterator[Spot]:
        """Return all chosen cells, row by row, each once."""
        found = set(self.extra)
        if not self.is_lifted:
            found |= {Spot(row, column) for row in self.row_range for column in self.column_range}
        yield from sorted(found)

    def to(self, spot: Spot, *, extend: bool = False) -> MatrixSelection:
        """Return the cursor on a cell; with `extend` the rectangle grows from where it began."""
        if extend:
            return replace(self, cursor=spot, is_lifted=False)
        return MatrixSelection(spot, spot)

    def toggled(self, spot: Spot) -> MatrixSelection:
        """Return one cell more or less, as Strg and a click do; the others stay."""
        kept = frozenset(self.spots())
        is_out = spot in kept
        return MatrixSelection(spot, spot, kept - {spot} if is_out else kept | {spot}, is_out)

    def within(self, rows: int, columns: int) -> MatrixSelection:
        """Return it inside a matrix of this size."""
        cursor, anchor = (_inside(spot, rows, columns) for spot in (self.cursor, self.anchor))
        extra = frozenset(s for s in self.extra if s.row < rows and s.column < columns)
        return MatrixSelection(cursor, anchor, extra, self.is_lifted)


def moved(spot: Spot, down: int, right: int, rows: int, columns: int) -> Spot:
    """Return the cell that many rows further down and measures to the right, within bounds."""
    return _inside(Spot(spot.row + down, spot.column + right), rows, columns)


def _inside(spot: Spot, rows: int, columns: int) -> Spot:
    return Spot(
        min(max(0, spot.row), max(0, rows - 1)), min(max(0, spot.column), max(0, columns - 1))
    )

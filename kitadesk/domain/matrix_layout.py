"""Where the cells of the matrix lie: pure arithmetic in pixels, no toolkit.

The head and the fixed columns at the left stand still; everything else scrolls below them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

MOST_FIXED = 0.42
"""Share of the width that fixed columns may take before the less important ones are left out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the view."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Return the first pixel behind it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Return the first pixel below it."""
        return self.y + self.height


@dataclass(frozen=True)  # No slots: the edges are computed once and kept.
class MatrixLayout:
    """All places of a matrix of so many rows; `left` and `top` are how far it is scrolled."""

    rows: int
    fixed: tuple[int, ...]
    widths: tuple[int, ...]
    row_height: int
    head_height: int
    view_width: int
    view_height: int
    left: int = 0
    top: int = 0

    @cached_property
    def fixed_edges(self) -> tuple[int, ...]:
        """Return the left edge of each fixed column, and the right edge of the last."""
        return tuple(accumulate(self.fixed, initial=0))

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Return the left edges of the measures as if nothing was scrolled, from 0."""
        return tuple(accumulate(self.widths, initial=0))

    @property
    def fixed_width(self) -> int:
        """Return how much stands still at the left."""
        return self.fixed_edges[-1]

    @property
    def most_left(self) -> int:
        """Return how far it can scroll sideways."""
        return max(0, self.edges[-1] - max(0, self.view_width - self.fixed_width))

    @property
    def most_top(self) -> int:
        """Return how far it can scroll down."""
        return max(0, self.rows * self.row_height - max(0, self.view_height - self.head_height))

    @property
    def page_rows(self) -> int:
        """Return how many whole rows are seen at once, at least one."""
        return max(1, (self.view_height - self.head_height) // self.row_height)

    def scrolled(self, left: int, top: int) -> MatrixLayout:
        """Return the same matrix scrolled there, within its bounds."""
        moved = replace(
            self, left=min(max(0, left), self.most_left), top=min(max(0, top), self.most_top)
        )
        for name in ("fixed_edges", "edges"):  # Neither depends on where it is scrolled to.
            moved.__dict__[name] = getattr(self, name)
        return moved

    def visible_rows(self) -> range:
        """Return the rows that are seen, if only in part."""
        if self.view_height <= self.head_height:
            return range(0)
        first = self.top // self.row_height
        below = self.top + self.view_height - self.head_height
        return range(min(first, self.rows), min(self.rows, -(-below // self.row_height)))

    def visible_columns(self) -> range:
        """Return the measures that are seen, if only in part."""
        room = self.view_width - self.fixed_width
        if room <= 0 or not self.widths:
            return range(0)
        first = bisect_right(self.edges, self.left) - 1
        last = bisect_right(self.edges, self.left + room - 1)
        return range(min(first, len(self.widths)), min(last, len(self.widths)))

    def cell_box(self, row: int, column: int) -> Box:
        """Return where a cell lies now, also outside of what is seen."""
        x = self.fixed_width + self.edges[column] - self.left
        return Box(x, self._row_y(row), self.widths[column], self.row_height)

    def fixed_box(self, row: int, number: int) -> Box:
        """Return where a cell of a fixed column lies now."""
        return Box(self.fixed_edges[number], self._row_y(row), self.fixed[number], self.row_height)

    def head_box(self, column: int) -> Box:
        """Return the head of a measure."""
        x = self.fixed_width + self.edges[column] - self.left
        return Box(x, 0, self.widths[column], self.head_height)

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of the view; None on the head and below the last row."""
        if y < self.head_height:
            return None
        row = (y - self.head_height + self.top) // self.row_height
        return row if row < self.rows else None

    def column_at(self, x: int) -> int | None:
        """Return the measure; None on the fixed columns and beside the last one."""
        if x < self.fixed_width:
            return None
        column = bisect_right(self.edges, x - self.fixed_width + self.left) - 1
        return column if column < len(self.widths) else None

    def fixed_at(self, x: int) -> int | None:
        """Return the fixed column; None beside them."""
        if not 0 <= x < self.fixed_width:
            return None
        return bisect_right(self.fixed_edges, x) - 1

    def nearest(self, x: int, y: int) -> tuple[int, int]:
        """Return row and measure nearest to a point, for dragging beyond the edge."""
        row = (y - self.head_height + self.top) // self.row_height
        column = bisect_right(self.edges, max(0, x - self.fixed_width) + self.left) - 1
        most = max(0, len(self.widths) - 1)
        return min(max(0, row), max(0, self.rows - 1)), min(max(0, column), most)

    def showing(self, row: int, column: int | None) -> MatrixLayout:
        """Return it scrolled as little as is needed to see this cell whole."""
        seen = self.view_height - self.head_height
        start = row * self.row_height
        top = (
            min(self.top, start)
            if start < self.top
            else max(self.top, start - seen + self.row_height)
        )
        left = self.left
        if column is not None and self.widths:
            room = self.view_width - self.fixed_width
            left = max(left, self.edges[column + 1] - room)
            left = min(left, self.edges[column])
        return self.scrolled(left, min(top, start))

    def _row_y(self, row: int) -> int:
        return self.head_height + row * self.row_height - self.top


def chosen_columns(
    wanted: Sequence[int], ranks: Sequence[int], measures: int, view: int
) -> list[int]:
    """Return which fixed columns are shown: by rank, while measures or half the room are left.

    `wanted` are their widths, `measures` is what the measures take. The first in rank is always
    there; the numbers come back in the order of the screen.
    """
    order = sorted(range(len(wanted)), key=lambda number: ranks[number])
    chosen, taken = order[:1], wanted[order[0]]
    for number in order[1:]:
        width = taken + wanted[number]
        if width + measures > view and width > view * MOST_FIXED:
            break
        chosen.append(number)
        taken = width
    return sorted(chosen)


def shared(widths: Sequence[int], room: int, most: int) -> tuple[int, ...]:
    """Return the widths with what is left shared evenly, none beyond `most` unless it was."""
    found, spare = list(widths), room - sum(widths)
    if spare <= 0 or not found:
        return tuple(found)
    each, rest = divmod(spare, len(found))
    for number, width in enumerate(found):
        found[number] = max(width, min(width + each + (number < rest), most))
    return tuple(found)

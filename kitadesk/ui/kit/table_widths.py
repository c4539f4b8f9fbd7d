"""How wide the columns of a table stand: by what they say, and what is left over is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QFont, QFontMetrics

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table_delegate import CELL_PADDING
from kitadesk.ui.kit.table_model import Align, Column

SAMPLE = 40
"""Rows that are measured: as many as a page shows, so that a long list costs no more."""
WIDEST = 320
"""px at 100 % that a long text may ask for."""
LEAST_NAME, LEAST_TEXT = 144, 88
"""px at 100 % that stay of a column whose text is longer, of the name and of the others."""


@dataclass(frozen=True, slots=True)
class Need:
    """px of one column: what it likes, what it can do with, and its share of what is left over."""

    usual: int
    least: int
    grows: int


def shared(room: int, needs: Sequence[Need]) -> list[int]:
    """Return a width for each column; more than `room` in all only where each has its least."""
    if not needs:
        return []
    usual = sum(need.usual for need in needs)
    spare = room - usual
    if spare >= 0:
        parts = [need.grows for need in needs]
        if not any(parts):
            parts[-1] = 1
        widths = [
            need.usual + spare * part // sum(parts) for need, part in zip(needs, parts, strict=True)
        ]
    else:
        gives = [need.usual - need.least for need in needs]
        taken = min(-spare, sum(gives))
        widths = [
            need.usual - -(-taken * give // max(sum(gives), 1))
            for need, give in zip(needs, gives, strict=True)
        ]
    rest = room - sum(widths)
    if 0 < rest <= len(widths):  # What rounding left over.
        widths[0] += rest
    return widths


def need_of(column: Column[Any], rows: Sequence[Any], font: QFont, beside: int = 0) -> Need:
    """Measure a column; `beside` px stand beside its heading."""
    now = theme.current()
    edges = now.px(2 * CELL_PADDING) + 1
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    bold = QFontMetrics(strong)
    metrics = bold if column.is_strong else QFontMetrics(font)
    texts = {" ".join(column.text(row).split()) for row in rows[:SAMPLE]}
    content = max((metrics.horizontalAdvance(text) for text in texts), default=0) + edges
    content = min(content, now.px(WIDEST))
    head = bold.horizontalAdvance(column.title) + edges + beside
    wanted = max(content, head)
    if not column.width:
        least = now.px(LEAST_NAME if column.is_strong else LEAST_TEXT)
        return Need(wanted, min(wanted, max(least, head)), 2)
    usual = max(now.px(column.width), wanted)
    is_text = bool(column.title) and column.align is Align.LEFT
    return Need(usual, min(usual, wanted), 1 if is_text else 0)


def larger(one: Need | None, other: Need) -> Need:
    """Return what fits both, so that no column jumps while a filter is typed."""
    if one is None:
        return other
    return Need(max(one.usual, other.usual), max(one.least, other.least), other.grows)

"""Fonts, widths and heights of the matrix: from what stands in it to a layout in pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from PySide6.QtGui import QFont, QFontMetrics

from kitadesk.base.dates import day_month
from kitadesk.domain.matrix_cells import MatrixCount
from kitadesk.domain.matrix_layout import MatrixLayout, chosen_columns, shared
from kitadesk.queries.matrix import MatrixMeasure
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import CELL_PADDING
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows
from kitadesk.ui.tabs.transition.starters import StarterLine, kinds_of

NARROWEST, WIDEST, ROOMIEST = 60, 128, 168
"""px at 100 % of a measure: at least, as its heading wants, and where there is room to spare."""
_MEASURED = 12
"""How many of the longest texts of a column are measured: the longest need not be the widest."""
HEAD_PADDING, TIGHT_PADDING = 7, 3
"""px at 100 % above and below a heading; the second where the view is low."""
LOW, LOW_ROW = 290, 28
"""px at 100 %: in a view lower than this the rows are so high, to show two more of them."""


@dataclass(frozen=True)  # No slots: it holds functions.
class FixedColumn:
    """What is known of a child; `rank` says what is left out first where room is short."""

    title: str
    text: Callable[[StarterLine], str]
    most: int
    rank: int
    is_strong: bool = False


FIXED = (
    FixedColumn("Kind", lambda line: line.name, 248, 0, is_strong=True),
    FixedColumn("Geboren", lambda line: words.birth_words(line.birth_date), 112, 4),
    FixedColumn("Gruppe", lambda line: line.group_name, 136, 1),
    FixedColumn("Schule", lambda line: line.school_name, 176, 3),
    FixedColumn("Schulpflicht", words.duty_words, 168, 2),
)


@dataclass(frozen=True, slots=True)
class Look:
    """The three fonts of the matrix, made from the one of the program."""

    plain: QFont
    strong: QFont
    small: QFont

    @classmethod
    def of(cls, font: QFont) -> Look:
        """Return the look for a font."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        small = QFont(font)
        small.setPointSizeF(theme.current().small_points)
        return cls(QFont(font), strong, small)


def natural_layout(
    rows: MatrixRows, look: Look, width: int, height: int
) -> tuple[MatrixLayout, tuple[FixedColumn, ...]]:
    """Return where everything lies in a view of this size, and which fixed columns are shown."""
    now = theme.current()
    wanted = fixed_widths(rows, look)
    measures = [_measure_width(one, look) for one in rows.measures]
    numbers = chosen_columns(wanted, [one.rank for one in FIXED], sum(measures), width)
    fixed = [wanted[number] for number in numbers]
    widths = shared(measures, width - sum(fixed), now.px(ROOMIEST))
    spare = width - sum(fixed) - sum(widths)
    if spare > 0:
        fixed = _filled(fixed, spare)
    is_low = height < now.px(LOW)
    row_height = now.px(LOW_ROW) if is_low else now.row_height
    padding = now.px(TIGHT_PADDING if is_low else HEAD_PADDING)
    head = head_height(rows, look, padding)
    layout = MatrixLayout(rows.count, tuple(fixed), widths, row_height, head, width, height)
    return layout, tuple(FIXED[number] for number in numbers)


def head_height(rows: MatrixRows, look: Look, padding: int) -> int:
    """Return how high the head is: two lines and a count, or one line without measures."""
    now = theme.current()
    if not rows.measures:
        return now.row_height + now.px(2)
    lines = 2 * QFontMetrics(look.strong).height() + QFontMetrics(look.small).height()
    return lines + 2 * padding


def remark(measure: MatrixMeasure, count: MatrixCount | None, today: date) -> str:
    """Return how far a measure is: "11/12", or its day while it lies ahead."""
    if count is None:
        return "…"
    planned = measure.planned_on
    if count.done == 0 and planned is not None and planned > today:
        day = day_month(planned)
        return day if measure.last_day == planned else f"ab {day.split()[-1]}"
    return f"{count.done}/{count.total}"


def fixed_widths(rows: MatrixRows, look: Look) -> list[int]:
    """Return how wide the fixed columns want to be; counted once for each year and font."""
    now = theme.current()
    metrics = QFontMetrics(look.strong)
    known = rows.widths.get(look.strong.key())
    if known is not None:
        return known
    starters = rows.starters
    longest = (
        nlargest(_MEASURED, (line.name for line in starters), key=len),
        ["28.08.2020"] if starters else [],
        {line.group_name for line in starters},
        {line.school_name for line in starters},
        {words.duty_words(line) for line, _count in kinds_of(starters)},
    )
    found = []
    for column, texts in zip(FIXED, longest, strict=True):
        widest = max(metrics.horizontalAdvance(text) for text in (f"{column.title} ⌄", *texts))
        found.append(min(widest + now.px(2 * CELL_PADDING + 2), now.px(column.most)))
    rows.widths[look.strong.key()] = found
    return found


def _measure_width(measure: MatrixMeasure, look: Look) -> int:
    now = theme.current()
    metrics = QFontMetrics(look.strong)
    parts = [metrics.horizontalAdvance(line) for line in words.heading(measure.label).split("\n")]
    wanted = max(parts) + now.px(16)
    return max(now.px(NARROWEST), min(wanted, now.px(WIDEST)))


def _filled(fixed: Sequence[int], spare: int) -> list[int]:
    """Share what even the measures do not need among the fixed columns."""
    each, rest = divmod(spare, len(fixed))
    return [width + each + (number < rest) for number, width in enumerate(fixed)]

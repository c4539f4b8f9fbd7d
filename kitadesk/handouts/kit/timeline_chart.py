"""What stands behind every line of a year as a picture: months, breaks, columns of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kitadesk.base.calendar_names import MONTHS_SHORT
from kitadesk.handouts.kit.blocks import Timeline
from kitadesk.handouts.kit.page import Room
from kitadesk.handouts.kit.styles import MM, Style
from kitadesk.handouts.kit.text import Line, single_line

PAD = 1.2 * MM
SIGN = 5 * MM
_MONTH_SIZES = (1.0, 0.9, 0.8)
"""How much smaller the name of a month may be before only its first letter is left."""
_ONE_DAY = timedelta(days=1)

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Month:
    """A column: its left edge and its label, both from the left edge of the picture."""

    left: float
    label: Line
    style: Style


@dataclass(frozen=True, slots=True)
class Chart:
    """What stands behind every row: lengths in points from the left edge of the picture.

    Labels begin after the `indent`, where the signs stand.
    """

    begin: date
    days: int
    indent: float
    left: float
    right: float
    months: tuple[Month, ...]
    hatched: tuple[Span, ...]
    dotted: tuple[float, ...]
    today: float | None

    def at(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or ends; what lies outside stands at the edge."""
        share = ((day - self.begin).days + after) / self.days
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def chart_of(block: Timeline, room: Room) -> Chart:
    """Measure the picture of a block in a room."""
    days = max((block.last - block.first).days + 1, 1)
    indent, left = PAD + _sign_width(block), (block.names + sum(block.columns)) * MM
    empty = Chart(block.first, days, indent, left, room.width, (), (), (), None)
    spans = [
        (empty.at(one.first), empty.at(one.last, after=True))
        for one in block.shades
        if not one.is_day and one.first <= block.last and one.last >= block.first
    ]
    dotted = {
        (empty.at(one.first) + empty.at(one.first, after=True)) / 2
        for one in block.shades
        if one.is_day and block.first <= one.first <= block.last
    }
    today = block.today
    is_shown = today is not None and block.first <= today <= block.last
    return Chart(
        begin=block.first,
        days=days,
        indent=indent,
        left=empty.left,
        right=empty.right,
        months=tuple(_months(block, empty, room)),
        hatched=tuple(_merged(spans)),
        dotted=tuple(sorted(dotted)),
        today=empty.at(today) if today is not None and is_shown else None,
    )


def column_edges(block: Timeline, chart: Chart) -> tuple[Span, ...]:
    """Where the texts of each column begin and end: the label after the signs, then the cells."""
    spans, left = [(chart.indent, block.names * MM - PAD)], block.names * MM
    for width in block.columns:
        spans.append((left + PAD, left + width * MM - PAD))
        left += width * MM
    return tuple(spans)


def years_of(block: Timeline, chart: Chart, style: Style) -> Iterator[tuple[float, Line]]:
    """Give the years above the months, where these are too narrow to name them."""
    if not block.has_years or not _is_narrow(block, chart, style):
        return
    later = range(block.first.year + 1, block.last.year + 1)
    for day in (block.first, *(date(year, 1, 1) for year in later)):
        label = single_line(str(day.year), style.face, style.size)
        left = chart.at(day) + 0.4 * MM
        if left + label.width <= chart.right:
            yield left, label


def _is_narrow(block: Timeline, chart: Chart, style: Style) -> bool:
    """Return whether a month has no room for its name and its year."""
    month = (chart.right - chart.left) / chart.days * 28
    return single_line("Mär 00", style.face, style.size).width > month


def _sign_width(block: Timeline) -> float:
    return SIGN if any(row.sign for row in block.rows) else 0.0


def _months(block: Timeline, chart: Chart, room: Room) -> Iterator[Month]:
    """Months with the year where one begins; narrow columns have less, at least a letter."""
    style = room.styles.table_head
    narrowest = (chart.right - chart.left) / chart.days * 28 - 0.6 * MM
    sizes = (style.size * share for share in _MONTH_SIZES)
    fitting = (size for size in sizes if _longest_month(style.sized(size)) <= narrowest)
    size = next(fitting, 0.0)
    has_years = block.has_years and not _is_narrow(block, chart, style)
    style = style.sized(size or style.size)
    first = block.first.replace(day=1)
    while first <= block.last:
        left = chart.at(first)
        name = MONTHS_SHORT[first.month - 1] if size else MONTHS_SHORT[first.month - 1][:1]
        is_named = has_years and (first.month == 1 or left <= chart.left)
        text = f"{name} {first.year % 100:02d}" if is_named else name
        yield Month(left, single_line(text, style.face, style.size), style)
        first = (first + 31 * _ONE_DAY).replace(day=1)


def _longest_month(style: Style) -> float:
    return max(single_line(name, style.face, style.size).width for name in MONTHS_SHORT)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Join stretches that touch, so that nothing is hatched twice."""
    left, right = 0.0, -1.0
    for start, end in sorted(spans):
        if start > right:
            if right > left:
                yield left, right
            left, right = start, end
        right = max(right, end)
    if right > left:
        yield left, right

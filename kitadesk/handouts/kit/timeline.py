"""A year as a picture in vectors: months as columns, breaks hatched, bars and diamonds in front.

Hatching and outlines instead of greys: they survive the black-and-white copier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kitadesk.base.calendar_names import MONTHS_SHORT
from kitadesk.handouts.kit.blocks import TextStyle, Timeline, TimelineRow
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import FRAME, HAIRLINE, MM, RULE, Style
from kitadesk.handouts.kit.text import Line, shortened_line, single_line

_PAD = 1.2 * MM
_SIGN = 5 * MM
_HATCH = 1.9 * MM
_HATCH_WIDTH = 0.25
_BAR = 2.6 * MM
_DIAMOND = 1.7 * MM
_LEAST_BAR = 1.6 * MM
_BLANK_ROW = 8.0 * MM
_TODAY = "heute"
_ONE_DAY = timedelta(days=1)

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Month:
    """A column: its left edge and its label, both from the left edge of the picture."""

    left: float
    label: Line


@dataclass(frozen=True, slots=True)
class _Chart:
    """What stands behind every row: lengths in points from the left edge of the picture.

    Labels begin after the `indent`, where the signs stand.
    """

    begin: date
    days: int
    indent: float
    left: float
    right: float
    months: tuple[_Month, ...]
    hatched: tuple[Span, ...]
    dotted: tuple[float, ...]
    today: float | None

    def at(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or ends; what lies outside stands at the edge."""
        share = ((day - self.begin).days + after) / self.days
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def timeline(block: Timeline, room: Room) -> Iterator[Piece]:
    """The head with months and breaks, repeated on every page, and a piece for each line."""
    chart = _chart(block, room)
    head = _head(block, chart, room)
    yield head
    style = room.styles.table
    height = max(block.row_height * MM, style.line_height + 0.8 * MM)
    for number, row in enumerate(block.rows):
        sign, label, words = _texts(row, block, room)
        draw = partial(_draw_row, row, (sign, label, words), chart, height, room)
        ends = number == len(block.rows) - 1
        yield Piece(height, draw, head=head, keep_with_next=ends)
    for _ in range(block.blank_rows):
        height = max(height, _BLANK_ROW)
        yield Piece(height, partial(_draw_ground, chart, height), head=head, optional=True)


def _texts(row: TimelineRow, block: Timeline, room: Room) -> tuple[Line, Line, Line]:
    """Sign, label and words of a line; a label that is too long ends in a noted "…"."""
    style, small = room.styles.table, room.styles.text[TextStyle.SMALL]
    width = block.names * MM - 2 * _PAD - _sign_width(block)
    label, is_cut = shortened_line(row.label, style.face, style.size, width)
    if is_cut:
        room.notes.shortened.append(row.label)
    words, _ = shortened_line(row.words, small.face, small.size, room.width / 4)
    sign, _ = shortened_line(row.sign, style.face, style.size, _SIGN)
    return sign, label, words


def _sign_width(block: Timeline) -> float:
    return _SIGN if any(row.sign for row in block.rows) else 0.0


def _chart(block: Timeline, room: Room) -> _Chart:
    days = max((block.last - block.first).days + 1, 1)
    indent, left = _PAD + _sign_width(block), block.names * MM
    empty = _Chart(block.first, days, indent, left, room.width, (), (), (), None)
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
    return _Chart(
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


def _months(block: Timeline, chart: _Chart, room: Room) -> Iterator[_Month]:
    """Months with the year where one begins; a narrow column has less, at least a letter."""
    style = room.styles.table_head
    first = block.first.replace(day=1)
    while first <= block.last:
        following = (first + 31 * _ONE_DAY).replace(day=1)
        left = chart.at(first)
        name = MONTHS_SHORT[first.month - 1]
        has_year = block.has_years and (first.month == 1 or left <= chart.left)
        names = [f"{name} {first.year % 100:02d}"] if has_year else []
        labels = [single_line(one, style.face, style.size) for one in (*names, name, name[:1])]
        room_here = chart.at(following) - left - 0.6 * MM
        yield _Month(left, next((one for one in labels if one.width <= room_here), labels[-1]))
        first = following


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


def _head(block: Timeline, chart: _Chart, room: Room) -> Piece:
    style, small = room.styles.table_head, room.styles.foot
    names = tuple(_break_names(block, chart, small))
    above = style.line_height + 1.2 * MM
    height = above + (small.line_height if names else 0) + 0.8 * MM
    draw = partial(_draw_head, chart, names, (style, small), above, height)
    return Piece(height, draw, keep_with_next=True)


def _break_names(block: Timeline, chart: _Chart, style: Style) -> Iterator[tuple[float, Line]]:
    """The names of the breaks in the middle of them, left out where two would meet."""
    wanted = [
        ((chart.at(one.first) + chart.at(one.last, after=True)) / 2, one.name)
        for one in block.shades
        if one.name and not one.is_day and one.first <= block.last and one.last >= block.first
    ]
    if chart.today is not None:
        wanted.insert(0, (chart.today, _TODAY))
    taken: list[Span] = []
    for middle, name in wanted:
        line, _ = shortened_line(name, style.face, style.size, 24 * MM)
        left = min(max(middle - line.width / 2, chart.left), chart.right - line.width)
        right = left + line.width + 0.8 * MM
        if any(left < end and right > start for start, end in taken):
            continue
        taken.append((left, right))
        yield left, line


def _draw_head(
    chart: _Chart,
    names: tuple[tuple[float, Line], ...],
    styles: tuple[Style, Style],
    above: float,
    height: float,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    for month in chart.months:
        draw_line(pen, month.label, styles[0], x + month.left + 0.4 * MM, y + 0.6 * MM)
        pen.rule((x + month.left, y), (x + month.left, y + height), HAIRLINE)
    pen.rule((x + chart.right, y), (x + chart.right, y + height), HAIRLINE)
    for left, line in names:
        draw_line(pen, line, styles[1], x + left, y + above)
    pen.rule((x, y + height), (x + chart.right, y + height), RULE)


def _draw_ground(chart: _Chart, height: float, pen: Pen, x: float, y: float) -> None:
    """Breaks, holidays, months and the rule below: what every row stands on."""
    for left, right in chart.hatched:
        pen.lines(tuple(_hatching(x + left, x + right, y, y + height)), _HATCH_WIDTH)
    for left in chart.dotted:
        pen.rule((x + left, y), (x + left, y + height), HAIRLINE, dash=(0.6, 1.6))
    for month in chart.months:
        pen.rule((x + month.left, y), (x + month.left, y + height), HAIRLINE)
    pen.rule((x + chart.right, y), (x + chart.right, y + height), HAIRLINE)
    pen.rule((x, y + height), (x + chart.right, y + height), HAIRLINE)
    if chart.today is not None:
        pen.rule((x + chart.today, y), (x + chart.today, y + height), FRAME)


def _hatching(
    left: float, right: float, top: float, bottom: float
) -> Iterator[tuple[float, float, float, float]]:
    """Slanted lines of a rectangle at fixed places of the page, so that rows join."""
    at = _HATCH * ((left + top) // _HATCH + 1)
    while at < right + bottom:
        x1, x2 = max(left, at - bottom), min(right, at - top)
        if x2 > x1:
            yield x1, at - x1, x2, at - x2
        at += _HATCH


def _draw_row(
    row: TimelineRow,
    texts: tuple[Line, Line, Line],
    chart: _Chart,
    height: float,
    room: Room,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    _draw_ground(chart, height, pen, x, y)
    sign, label, words = texts
    style = room.styles.table
    top = y + (height - style.line_height) / 2
    if sign.runs:
        draw_line(pen, sign, style, x + _PAD, top)
    start = chart.left - _PAD - label.width if label.right_to_left else chart.indent
    draw_line(pen, label, style, x + start, top)
    if row.last is None:
        return
    ends = _draw_mark(row, row.last, chart, y + height / 2, pen, x)
    _draw_words(words, ends, chart, (y, height), room, pen, x)


def _draw_mark(
    row: TimelineRow, last: date, chart: _Chart, middle: float, pen: Pen, x: float
) -> Span:
    """Draw bar, diamond or arrow; returns where it begins and ends."""
    right = x + chart.at(last, after=True)
    if row.first is not None and row.first != last:
        left = x + chart.at(row.first)
        right = max(right, left + _LEAST_BAR)
        points = _box(left, right, middle)
    elif row.first is None:
        left = right - 2 * _DIAMOND
        points = [(left, middle - _DIAMOND), (right, middle), (left, middle + _DIAMOND)]
    else:
        centre = (x + chart.at(last) + right) / 2
        left, right = centre - _DIAMOND, centre + _DIAMOND
        points = [(left, middle), (centre, middle - _DIAMOND), (right, middle),
                  (centre, middle + _DIAMOND)]  # fmt: skip
    pen.outline(points, RULE, is_filled=row.is_strong)
    return left, right


def _box(left: float, right: float, middle: float) -> list[tuple[float, float]]:
    top, bottom = middle - _BAR / 2, middle + _BAR / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _draw_words(
    words: Line,
    mark: Span,
    chart: _Chart,
    row: Span,
    room: Room,
    pen: Pen,
    x: float,
) -> None:
    """Set the words at the right of the mark, or at its left where the picture ends."""
    if not words.runs:
        return
    style = room.styles.text[TextStyle.SMALL]
    gap = 0.8 * MM
    left = mark[1] + gap
    if left + words.width > x + chart.right:
        left = mark[0] - gap - words.width
    y, height = row
    pen.clear(left - 0.3 * MM, y + HAIRLINE, words.width + 0.6 * MM, height - 2 * HAIRLINE)
    draw_line(pen, words, style, left, y + (height - style.line_height) / 2)

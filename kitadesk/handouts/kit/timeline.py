"""A year as a picture in vectors: months as columns, breaks hatched, bars and diamonds in front.

Hatching and outlines instead of greys: they survive the black-and-white copier.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from kitadesk.handouts.kit.blocks import TextStyle, Timeline, TimelineRow
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import BASE_PT, FRAME, HAIRLINE, MM, RULE, Style
from kitadesk.handouts.kit.text import (
    Line,
    shortened_line,
    shortened_lines,
    single_line,
    widest_word,
)
from kitadesk.handouts.kit.timeline_chart import (
    PAD,
    SIGN,
    Chart,
    Span,
    chart_of,
    column_edges,
    years_of,
)

_HATCH = 1.9 * MM
_HATCH_WIDTH = 0.25
_BAR = 2.6 * MM
_DIAMOND = 1.7 * MM
_LEAST_BAR = 1.6 * MM
_BLANK_ROW = 8.0 * MM
_MOST_LINES = 3
_SMALLEST = 8.5
_TODAY = "heute"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A text of a column: its left edge from the left edge of the picture, lines, their style."""

    left: float
    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> float:
        """Height of its lines in points."""
        return len(self.lines) * self.style.line_height


@dataclass(frozen=True, slots=True)
class _Texts:
    """What stands on one line beside its mark; the first cell is the label."""

    sign: Line
    words: Line
    cells: tuple[_Cell, ...]


def timeline(block: Timeline, room: Room) -> Iterator[Piece]:
    """The head with months and breaks, repeated on every page, and a piece for each line."""
    chart = chart_of(block, room)
    head = _head(block, chart, room)
    yield head
    style = _style_of(block, room)
    least = max(block.row_height * MM, style.line_height + 0.2 * MM)
    for number, row in enumerate(block.rows):
        texts = _texts(row, block, chart, room)
        height = max(least, *(cell.height + 0.8 * MM for cell in texts.cells))
        draw = partial(_draw_row, row, texts, chart, height, room)
        ends = number == len(block.rows) - 1
        yield Piece(height, draw, head=head, keep_with_next=ends)
    for _ in range(block.blank_rows):
        height = max(least, _BLANK_ROW)
        yield Piece(height, partial(_draw_ground, chart, height), head=head, optional=True)


def _texts(row: TimelineRow, block: Timeline, chart: Chart, room: Room) -> _Texts:
    """Sign, label, cells and words of a line."""
    style, small = room.styles.table, room.styles.text[TextStyle.SMALL]
    words, _ = shortened_line(row.words, small.face, small.size, room.width / 4)
    sign, _ = shortened_line(row.sign, style.face, style.size, SIGN)
    edges = column_edges(block, chart)
    usual, least = _style_of(block, room), block.least * style.size / BASE_PT
    cells = tuple(
        _cell(text, (left, right), usual, least, room)
        for text, (left, right) in zip((row.label, *row.cells), edges, strict=False)
    )
    return _Texts(sign, words, cells)


def _style_of(block: Timeline, room: Room) -> Style:
    """The style of labels and cells; the large edition enlarges them as it does tables."""
    usual = room.styles.table
    return usual.sized(block.largest * usual.size / BASE_PT)


def _cell(text: str, edges: Span, style: Style, least: float, room: Room) -> _Cell:
    """A text of a column: smaller, then on more lines, and only then with a noted "…"."""
    left, right = edges
    size = style.size
    while size >= least:
        line = single_line(text, style.face, size)
        if line.width <= right - left:
            start = right - line.width if line.right_to_left else left
            return _Cell(start, (line,) if text else (), style.sized(size))
        size -= 0.5
    wide = widest_word(text, style.face, least)
    size = max(min(least, least * (right - left) / max(wide, 1)), min(_SMALLEST, least))
    style = replace(style.sized(size), leading=1.15)
    lines, is_cut = shortened_lines(text, style.face, style.size, right - left, _MOST_LINES)
    if is_cut:
        room.notes.shortened.append(text)
    return _Cell(left, lines, style)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the lines: lengths in points from the left or the top edge of the head."""

    names: tuple[tuple[float, Line], ...]
    years: tuple[tuple[float, Line], ...]
    heads: tuple[tuple[float, Line], ...]
    months_at: float
    names_at: float
    height: float


def _head(block: Timeline, chart: Chart, room: Room) -> Piece:
    style, small = room.styles.table_head, room.styles.foot
    names = tuple(_break_names(block, chart, small))
    years = tuple(years_of(block, chart, style))
    months_at = (style.line_height if years else 0.0) + 0.6 * MM
    names_at = months_at + style.line_height + 0.6 * MM
    height = names_at + (small.line_height if names else 0) + 0.8 * MM
    titles = (
        (left, shortened_line(text, style.face, style.size, right - left)[0])
        for text, (left, right) in zip(block.heads, column_edges(block, chart), strict=False)
    )
    head = _Head(names, years, tuple(titles), months_at, names_at, height)
    return Piece(height, partial(_draw_head, chart, head, (style, small)), keep_with_next=True)


def _break_names(block: Timeline, chart: Chart, style: Style) -> Iterator[tuple[float, Line]]:
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
    chart: Chart, head: _Head, styles: tuple[Style, Style], pen: Pen, x: float, y: float
) -> None:
    style, small = styles
    bottom = y + head.height
    # Lines through the names of the breaks would cross their letters.
    top, end = y + head.months_at, y + head.names_at if head.names else bottom
    for left, line in head.years:
        draw_line(pen, line, style, x + left, y)
    for month in chart.months:
        at = x + month.left
        draw_line(pen, month.label, month.style, at + 0.4 * MM, top)
        pen.rule((at, top), (at, end), HAIRLINE)
    pen.rule((x + chart.right, top), (x + chart.right, end), HAIRLINE)
    for left, line in head.names:
        draw_line(pen, line, small, x + left, y + head.names_at)
    for left, line in head.heads:
        draw_line(pen, line, style, x + left, bottom - style.line_height - 0.8 * MM)
    pen.rule((x, bottom), (x + chart.right, bottom), RULE)


def _draw_ground(chart: Chart, height: float, pen: Pen, x: float, y: float) -> None:
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
    texts: _Texts,
    chart: Chart,
    height: float,
    room: Room,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    _draw_ground(chart, height, pen, x, y)
    style = room.styles.table
    if texts.sign.runs:
        draw_line(pen, texts.sign, style, x + PAD, y + (height - style.line_height) / 2)
    for cell in texts.cells:
        top = y + (height - cell.height) / 2
        for number, line in enumerate(cell.lines):
            draw_line(pen, line, cell.style, x + cell.left, top + number * cell.style.line_height)
    if row.last is None:
        return
    ends = _draw_mark(row, row.last, chart, y + height / 2, pen, x)
    _draw_words(texts.words, ends, chart, (y, height), room, pen, x)


def _draw_mark(
    row: TimelineRow, last: date, chart: Chart, middle: float, pen: Pen, x: float
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
    chart: Chart,
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

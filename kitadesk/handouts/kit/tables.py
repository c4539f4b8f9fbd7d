"""Tables: columns that share the width, heads repeated on every page, rows a hand can write in.

A header wider than its column stands upright. Names shrink before they wrap; a row may be as tall
as it likes, for it is divided by lines (trap R5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kitadesk.handouts.kit.blocks import Align, CellKind, Column, GroupBreak, Table
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, RULE, TICK_MM, Style
from kitadesk.handouts.kit.text import (
    Line,
    break_lines,
    shortened_line,
    shortened_lines,
    single_line,
    widest_word,
)

_PAD = 1.6 * MM
_UPRIGHT_MOST = 42 * MM
_NARROWEST = 6 * MM
_SMALLEST = 8.5
_DENSE = 10 / 11
_TOGETHER = 3
"""Rows at the end of a table that are not parted."""
_AIR, _DENSE_AIR = 1.6 * MM, 0.7 * MM
_ABOVE_GROUP, _DENSE_ABOVE_GROUP = 2.4 * MM, 1.0 * MM
# A head shrinks so far before it stands upright.
_HEAD_SHRINKS = 0.8
# Heads stand on every page; a text of more lines would leave no room for rows.
_MOST_HEAD_LINES = 8
_NUMBER = Column("Nr.", width=10, align=Align.END)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns with their left edges and widths in points."""

    columns: tuple[Column, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    lines: bool

    @property
    def width(self) -> float:
        """Width of the whole table."""
        return self.lefts[-1] + self.widths[-1]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A laid-out cell."""

    lines: tuple[Line, ...]
    style: Style


def table(block: Table, room: Room) -> Iterator[Piece]:
    """Head, rows and blank rows of a table."""
    full = replace(block, rows=(*block.rows, *_blank_rows(block)), blank_rows=0)
    numbered = _numbered(full) if block.numbered else full
    grid = _grid(numbered, room)
    head = _head(grid, room)
    yield head
    for index, row in enumerate(numbered.rows):
        if isinstance(row, GroupBreak):
            yield from _group(row, grid, head, room, dense=block.dense)
        else:
            pieces = _row(row, numbered, grid, head, room)
            # The last rows go along with what follows: sums never stand alone on a page.
            ends = index >= len(numbered.rows) - _TOGETHER
            is_blank = index >= len(block.rows)
            yield from (replace(piece, keep_with_next=ends, optional=is_blank) for piece in pieces)


def _numbered(block: Table) -> Table:
    """The same table with a first column that counts its rows, the blank ones too."""
    rows: list[tuple[str, ...] | GroupBreak] = []
    count = 0
    for row in block.rows:
        if isinstance(row, GroupBreak):
            rows.append(row)
        else:
            count += 1
            rows.append((str(count), *row))
    return replace(block, columns=(_NUMBER, *block.columns), rows=tuple(rows))


def _blank_rows(block: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(("",) * len(block.columns) for _ in range(block.blank_rows))


def _grid(block: Table, room: Room) -> _Grid:
    widths = _widths(block, room)
    lefts = tuple(sum(widths[:index]) for index in range(len(widths)))
    return _Grid(block.columns, lefts, widths, block.grid)


def _widths(block: Table, room: Room) -> tuple[float, ...]:
    """Fixed columns as asked; the others by what they hold, then by their share of the rest."""
    wanted = [
        column.width * MM if column.width is not None else _natural(block, index, room)
        for index, column in enumerate(block.columns)
    ]
    free = [index for index, column in enumerate(block.columns) if column.width is None]
    rest = room.width - sum(wanted)
    if rest > 0 and free:
        shares = sum(block.columns[index].share for index in free)
        for index in free:
            wanted[index] += rest * block.columns[index].share / shares
    elif rest < 0:
        least = {index: _least(block, index, room) for index in free}
        wanted = _narrowed(wanted, least, room.width)
    return tuple(wanted)


def _natural(block: Table, index: int, room: Room) -> float:
    """Width of the longest text of a column, between 15 mm and half the table."""
    style = _style_of(block.columns[index], block, room)
    texts = (row[index] for row in block.rows if not isinstance(row, GroupBreak))
    title = room.styles.table_head
    head = widest_word(block.columns[index].header, title.face, title.size)
    widest = max((_longest(text, style) for text in texts), default=0.0)
    return min(max(widest, head, 12 * MM) + 2 * _PAD, room.width / 2)


def _least(block: Table, index: int, room: Room) -> float:
    """Width in which neither head nor usual words of a column break, at most 45 mm."""
    column = block.columns[index]
    style, head = _style_of(column, block, room), room.styles.table_head
    widest = max(
        (
            widest_word(row[index][:80], style.face, style.size)
            for row in block.rows
            if not isinstance(row, GroupBreak)
        ),
        default=0.0,
    )
    widest = max(widest, widest_word(column.header, head.face, head.size), 12 * MM)
    return min(widest + 2 * _PAD + 0.5, 45 * MM)


def _longest(text: str, style: Style) -> float:
    """Width of a text on one line; of a very long one only the beginning is measured."""
    return single_line(text[:80], style.face, style.size).width


def _narrowed(wanted: list[float], least: dict[int, float], width: float) -> list[float]:
    """Take what is too much from the free columns, and if that is not enough from all alike."""
    over = sum(wanted) - width
    can_give = {index: max(wanted[index] - least[index], 0.0) for index in least}
    total = sum(can_give.values())
    if total >= over:
        return [
            value - over * can_give.get(index, 0.0) / total for index, value in enumerate(wanted)
        ]
    tight = [value - can_give.get(index, 0.0) for index, value in enumerate(wanted)]
    scale = width / sum(tight)
    return [value * scale for value in tight]


def _style_of(column: Column, block: Table, room: Room) -> Style:
    style = room.styles.table_bold if column.bold else room.styles.table
    return style.sized(style.size * _DENSE) if block.dense else style


def _head(grid: _Grid, room: Room) -> Piece:
    """The heads of the columns above a rule; upright where the column is too narrow."""
    style = room.styles.table_head
    flat: dict[int, _Cell] = {}
    upright: dict[int, Line] = {}
    too_narrow = _too_narrow(grid, style)
    for index, column in enumerate(grid.columns):
        inner = max(grid.widths[index] - 2 * _PAD, _NARROWEST)
        if not column.header or round(grid.widths[index]) not in too_narrow:
            shown = _shrunk(column.header, style, inner, style.size * _HEAD_SHRINKS)
            lines = break_lines(column.header, shown.face, shown.size, inner)
            if len(lines) > _MOST_HEAD_LINES:
                words = (column.header, shown.face, shown.size, inner, _MOST_HEAD_LINES)
                lines, _ = shortened_lines(*words)
                room.notes.shortened.append(column.header)
            flat[index] = _Cell(lines, shown)
        else:
            line, cut = shortened_line(column.header, style.face, style.size, _UPRIGHT_MOST)
            upright[index] = line
            if cut:
                room.notes.shortened.append(column.header)
    tallest = max((len(cell.lines) for cell in flat.values()), default=1) * style.line_height
    longest = max((line.width for line in upright.values()), default=0.0)
    is_bare = not any(column.header for column in grid.columns)
    height = (0.0 if is_bare else max(tallest, longest)) + 2.6 * MM
    draw = partial(_draw_head, grid, flat, upright, height)
    return Piece(height, draw, keep_with_next=True)


def _too_narrow(grid: _Grid, style: Style) -> frozenset[int]:
    """Widths of columns whose head does not fit; equal columns then all stand upright."""
    size = max(style.size * _HEAD_SHRINKS, _SMALLEST)
    return frozenset(
        round(width)
        for column, width in zip(grid.columns, grid.widths, strict=True)
        if widest_word(column.header, style.face, size) > max(width - 2 * _PAD, _NARROWEST)
    )


def _group(
    row: GroupBreak, grid: _Grid, head: Piece, room: Room, *, dense: bool
) -> Iterator[Piece]:
    style = room.styles.group
    air = _DENSE_ABOVE_GROUP if dense else _ABOVE_GROUP
    lines = break_lines(row.title, style.face, style.size, grid.width - 2 * _PAD)
    for index, line in enumerate(lines):
        yield Piece(
            style.line_height + (air if index == 0 else 0),
            partial(_draw_group, line, style, air if index == 0 else 0, grid),
            keep_with_next=index > len(lines) - 3,
            head=head,
            break_before=row.new_page and index == 0,
        )


def _row(
    row: tuple[str, ...], block: Table, grid: _Grid, head: Piece, room: Room
) -> Iterator[Piece]:
    """One row, in several pieces if a cell is very long; only the last one has the rule below."""
    cells = tuple(
        _cell(text, column, _style_of(column, block, room), width)
        for text, column, width in zip(row, grid.columns, grid.widths, strict=True)
    )
    leading = max(cell.style.line_height for cell in cells)
    most = max(int(room.most / leading), 1)
    count = max(len(cell.lines) for cell in cells)
    for start in range(0, max(count, 1), most):
        part = tuple(_Cell(cell.lines[start : start + most], cell.style) for cell in cells)
        last = start + most >= count
        lines = max((len(cell.lines) for cell in part), default=1)
        air = _DENSE_AIR if block.dense else _AIR
        height = max(lines * leading + air, block.row_height * MM if start == 0 else 0)
        draw = partial(_draw_row, part, row if start == 0 else (), grid, height, last)
        yield Piece(height, draw, head=head)


def _cell(text: str, column: Column, style: Style, width: float) -> _Cell:
    """A text in its column: shrunk until its longest word fits, then broken."""
    if column.kind is CellKind.TICK or not text:
        return _Cell((), style)
    inner = max(width - 2 * _PAD, _NARROWEST)
    style = _shrunk(text, style, inner, _SMALLEST)
    return _Cell(break_lines(text, style.face, style.size, inner, listed=True), style)


def _shrunk(text: str, style: Style, inner: float, least: float) -> Style:
    """Return the style in the size in which the longest word fits, not below the least one."""
    wide = widest_word(text, style.face, style.size)
    if wide <= inner:
        return style
    return style.sized(max(style.size * inner / wide - 0.05, least, _SMALLEST))


def _offset(line: Line, width: float, align: Align) -> float:
    """Left end of a line in its cell."""
    if align is Align.CENTER:
        return (width - line.width) / 2
    if align is Align.END:
        return width - _PAD - line.width
    return _PAD


def _draw_head(
    grid: _Grid,
    flat: dict[int, _Cell],
    upright: dict[int, Line],
    height: float,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    bottom = y + height - 1.4 * MM
    for index, cell in flat.items():
        top = bottom - len(cell.lines) * cell.style.line_height
        for step, line in enumerate(cell.lines):
            left = x + grid.lefts[index]
            left += _offset(line, grid.widths[index], grid.columns[index].align)
            draw_line(pen, line, cell.style, left, top + step * cell.style.line_height)
    for index, line in upright.items():
        middle = x + grid.lefts[index] + grid.widths[index] / 2 + line.size * 0.33
        pen.upright(line, middle, bottom)
    _draw_verticals(grid, height, pen, x, y)
    if grid.lines:
        pen.rule((x, y), (x + grid.width, y), HAIRLINE)
    pen.rule((x, y + height), (x + grid.width, y + height), RULE)


def _draw_group(
    line: Line, style: Style, above: float, grid: _Grid, pen: Pen, x: float, y: float
) -> None:
    draw_line(pen, line, style, x + _PAD, y + above)
    below = y + above + style.line_height
    pen.rule((x, below), (x + grid.width, below), RULE)


def _draw_row(
    cells: tuple[_Cell, ...],
    texts: tuple[str, ...],
    grid: _Grid,
    height: float,
    last: bool,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    for index, cell in enumerate(cells):
        column, left, width = grid.columns[index], x + grid.lefts[index], grid.widths[index]
        if column.kind is CellKind.TICK and texts:
            _draw_tick(bool(texts[index].strip()), left + width / 2, y + height / 2, pen)
        top = y + (height - len(cell.lines) * cell.style.line_height) / 2
        for step, line in enumerate(cell.lines):
            at = left + _offset(line, width, column.align)
            draw_line(pen, line, cell.style, at, top + step * cell.style.line_height)
    _draw_verticals(grid, height, pen, x, y)
    if last:
        pen.rule((x, y + height), (x + grid.width, y + height), HAIRLINE)


def _draw_tick(ticked: bool, x: float, y: float, pen: Pen) -> None:
    side = TICK_MM * MM
    pen.box(x - side / 2, y - side / 2, side, side, RULE)
    if ticked:
        pen.rule((x - side * 0.3, y), (x - side * 0.08, y + side * 0.26), 1.4)
        pen.rule((x - side * 0.08, y + side * 0.26), (x + side * 0.34, y - side * 0.3), 1.4)


def _draw_verticals(grid: _Grid, height: float, pen: Pen, x: float, y: float) -> None:
    if not grid.lines:
        return
    for left in (*grid.lefts, grid.width):
        pen.rule((x + left, y), (x + left, y + height), HAIRLINE)

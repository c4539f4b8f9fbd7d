"""Label sheets: each address inside its label, the first one where the used ones end.

A text that does not fit its label even in small letters ends in a visible "…"; the whole of it
follows on a plain sheet, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kitadesk.handouts.kit.blocks import LabelGeometry, LabelSheet
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_line, single_line

_LARGEST, _SMALLEST, _STEP = 11.5, 8.5, 0.5
_SENDER_SIZES = (8.0, 7.5, 7.0, 6.5)
"""DIN 5008 sets the return line in 8 pt, and in 6 pt at least."""
_EDGE_MM = 5.0
"""What printers leave free."""
_MARK_MM = 8.0
_LONGEST = 600
"""Characters of an address; a longer text is not measured in every size."""


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The lines of one label with their styles, and whether something was left out."""

    rows: tuple[tuple[Line, Style], ...]
    is_cut: bool


def label_sheet(block: LabelSheet, room: Room) -> Iterator[Piece]:
    """One sheet of labels, drawn from the edge of the paper; then what fitted no label."""
    fitted = [_fit(lines, block, room) for lines in block.labels]
    yield Piece(0, partial(_draw_sheet, block, tuple(fitted), room), fixed_top=0.0)
    is_first = True
    for lines, one in zip(block.labels, fitted, strict=True):
        if one.is_cut:
            room.notes.shortened.append(lines[0] if lines else "")
            yield from whole_text(lines, room, break_before=is_first)
            is_first = False


def whole_text(lines: tuple[str, ...], room: Room, *, break_before: bool) -> Iterator[Piece]:
    """The full text of a label on plain paper, line by line."""
    style = room.styles.table
    for text in lines:
        for line in break_lines(text, style.face, style.size, room.width, listed=True):
            draw = partial(_draw_row, line, style)
            yield Piece(style.line_height, draw, break_before=break_before)
            break_before = False
    yield Piece(style.line_height, gap=True)


def _fit(lines: tuple[str, ...], block: LabelSheet, room: Room) -> _Fitted:
    """The largest size in which all lines stand on the label; else cut lines in the smallest."""
    geometry = block.geometry
    width = (geometry.width - 2 * geometry.inset_x) * MM
    sender = _sender(block.sender, width, room) if lines else ()
    height = (geometry.height - 2 * geometry.inset_y) * MM
    height -= sum(style.line_height * 1.3 for _, style in sender)
    usual = room.styles.table
    size = _LARGEST
    while size >= _SMALLEST and sum(map(len, lines)) <= _LONGEST:
        style = usual.sized(size)
        rows = [
            line
            for text in lines
            for line in break_lines(text, style.face, size, width, listed=True)
        ]
        if len(rows) * style.line_height <= height:
            return _Fitted((*sender, *((line, style) for line in rows)), is_cut=False)
        size -= _STEP
    style = usual.sized(_SMALLEST)
    most = max(1, int(height / style.line_height))
    cut = tuple(
        (shortened_line(text, style.face, _SMALLEST, width)[0], style) for text in lines[:most]
    )
    return _Fitted((*sender, *cut), is_cut=True)


def _sender(text: str, width: float, room: Room) -> tuple[tuple[Line, Style], ...]:
    if not text:
        return ()
    foot = room.styles.foot
    sizes = (size for size in _SENDER_SIZES if single_line(text, foot.face, size).width <= width)
    style = foot.sized(next(sizes, _SENDER_SIZES[-1]))
    return ((shortened_line(text, style.face, style.size, width)[0], style),)


def _draw_sheet(
    block: LabelSheet, fitted: tuple[_Fitted, ...], room: Room, pen: Pen, _x: float, _y: float
) -> None:
    geometry = block.geometry
    draw_grid(pen, geometry, room, frames=block.frames)
    for offset, one in enumerate(fitted):
        _draw_label(pen, geometry, block.start - 1 + offset, one)


def _draw_label(pen: Pen, geometry: LabelGeometry, place: int, one: _Fitted) -> None:
    """Set the lines at the left, in the middle of the label's height."""
    left, top = geometry.corner_of(place)
    height = sum(style.line_height for _, style in one.rows)
    x = (left + geometry.inset_x) * MM
    y = top * MM + (geometry.height * MM - height) / 2
    for line, style in one.rows:
        draw_line(pen, line, style, x, y)
        y += style.line_height


def draw_grid(pen: Pen, geometry: LabelGeometry, room: Room, *, frames: bool) -> None:
    """What stands on a sheet besides its labels: the frames of a probe, marks to cut along."""
    if frames:
        for place in range(geometry.per_sheet):
            _draw_frame(pen, geometry, place, room)
    if geometry.cut_marks:
        for start, end in _cut_marks(geometry, room):
            pen.rule(start, end, HAIRLINE)


def _cut_marks(
    geometry: LabelGeometry, room: Room
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """A short line outside of all labels for every cut: as long as the edge of the paper allows."""
    last_left, last_top = geometry.corner_of(geometry.per_sheet - 1)
    sides = [geometry.corner_of(place)[0] for place in range(geometry.columns)]
    levels = [geometry.corner_of(place * geometry.columns)[1] for place in range(geometry.rows)]
    xs = sorted({*sides, *(side + geometry.width for side in sides)})
    ys = sorted({*levels, *(level + geometry.height for level in levels)})
    width, height = room.page_width / MM, room.page_height / MM
    above = (max(_EDGE_MM, geometry.top - 1 - _MARK_MM), geometry.top - 1)
    bottom = last_top + geometry.height + 1
    below = (bottom, min(height - _EDGE_MM, bottom + _MARK_MM))
    before = (max(_EDGE_MM, geometry.left - 1 - _MARK_MM), geometry.left - 1)
    right = last_left + geometry.width + 1
    behind = (right, min(width - _EDGE_MM, right + _MARK_MM))
    for start, end in (above, below):
        yield from (((x * MM, start * MM), (x * MM, end * MM)) for x in xs)
    for start, end in (before, behind):
        yield from (((start * MM, y * MM), (end * MM, y * MM)) for y in ys)


def _draw_frame(pen: Pen, geometry: LabelGeometry, place: int, room: Room) -> None:
    """The edge of a label and its number, to be held against the sheet of labels."""
    left, top = geometry.corner_of(place)
    pen.box(left * MM, top * MM, geometry.width * MM, geometry.height * MM, HAIRLINE)
    style = room.styles.foot
    number = single_line(str(place + 1), style.face, style.size)
    right = (left + geometry.width - geometry.inset_x) * MM
    inset = max(geometry.inset_y, 1.0) * MM
    pen.text(number, right - number.width, top * MM + inset + style.size)


def _draw_row(line: Line, style: Style, pen: Pen, x: float, y: float) -> None:
    draw_line(pen, line, style, x, y)

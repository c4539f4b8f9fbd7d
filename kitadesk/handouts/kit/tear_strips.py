"""Strips to tear off at the foot of a notice: written upwards, each with a cut at its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kitadesk.handouts.kit.blocks import TearStrip, TearStrips, TextStyle
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import HAIRLINE, MM, RULE, Style
from kitadesk.handouts.kit.text import Line, shortened_lines, single_line

HEIGHT_MM = 78.0
_EDGE = 8 * MM
"""What printers leave free, and a little more; the strips share what lies between."""
_ABOVE, _BELOW = 4 * MM, 7 * MM
_PAD = 2.2 * MM
_MOST_TITLE, _MOST_LINES = 3, 2
_HAND = 9 * MM
_ASCENT = 0.76
_DASH = (4, 3)


@dataclass(frozen=True, slots=True)
class _Strip:
    """The lines of a strip with their styles, and whether there is one to write on."""

    rows: tuple[tuple[Line, Style], ...]
    blank_after: int | None


def tear_strips(block: TearStrips, room: Room) -> Iterator[Piece]:
    """All strips of a sheet, pinned to its foot; what is too many for one begins a new page."""
    per_sheet = max(block.per_sheet, 1)
    for start in range(0, len(block.strips), per_sheet):
        chosen = block.strips[start : start + per_sheet]
        width = (room.page_width - 2 * _EDGE) / per_sheet
        measured = tuple(_measure(one, width, room) for one in chosen)
        draw = partial(_draw, measured, width, room)
        yield Piece(HEIGHT_MM * MM, draw, pinned=True)


def _measure(strip: TearStrip, width: float, room: Room) -> _Strip:
    """Break the texts to the length of a strip; as many lines as its width has room for."""
    small, strong = room.styles.text[TextStyle.SMALL], room.styles.table_bold
    left = width - 2 * _PAD
    rows: list[tuple[Line, Style]] = []
    blank_after = None
    parts = [(strip.over, small, 1), (strip.title, strong, _MOST_TITLE)]
    parts += [(text, small, _MOST_LINES) for text in strip.lines]
    for place, (text, style, most) in enumerate(parts):
        if place == 1 and not text:
            blank_after = len(rows)
            left -= _HAND
            continue
        fitting = min(most, int(left / style.line_height))
        lines = _lines(text, style, fitting, room)
        rows += [(line, style) for line in lines]
        left -= len(lines) * style.line_height
    return _Strip(tuple(rows), blank_after)


def _lines(text: str, style: Style, most: int, room: Room) -> tuple[Line, ...]:
    if not text.strip():
        return ()
    if most < 1:
        room.notes.shortened.append(text)
        return ()
    length = HEIGHT_MM * MM - _ABOVE - _BELOW
    lines, cut = shortened_lines(text, style.face, style.size, length, most)
    if cut:
        room.notes.shortened.append(text)
    return lines


def _draw(
    strips: tuple[_Strip, ...], width: float, room: Room, pen: Pen, _x: float, y: float
) -> None:
    """From the left edge of the paper: where to tear, where to cut, and the words between."""
    bottom = y + HEIGHT_MM * MM
    right = _EDGE + len(strips) * width
    pen.rule((_EDGE, y), (right, y), HAIRLINE, dash=(1, 2))
    for number in range(len(strips) + 1):
        x = _EDGE + number * width
        scissors = single_line("✂", Face.REGULAR, 11)
        pen.upright(scissors, x + 3.8, bottom - _EDGE + 2 * MM)
        top = bottom - _EDGE + 1 * MM - scissors.width
        pen.rule((x, y), (x, top), RULE, dash=_DASH)
    for number, strip in enumerate(strips):
        _draw_strip(strip, _EDGE + number * width, width, bottom - _BELOW, y + _ABOVE, room, pen)


def _draw_strip(
    strip: _Strip, left: float, width: float, bottom: float, top: float, room: Room, pen: Pen
) -> None:
    hand = _HAND if strip.blank_after is not None else 0.0
    height = sum(style.line_height for _, style in strip.rows) + hand
    x = left + max((width - height) / 2, _PAD / 2)
    for number, (line, style) in enumerate(strip.rows):
        if number == strip.blank_after:
            x = _draw_blank(pen, x, bottom, top)
        pen.upright(line, x + style.size * _ASCENT + (style.line_height - style.size) / 2, bottom)
        x += style.line_height
    if strip.blank_after == len(strip.rows):
        _draw_blank(pen, x, bottom, top)


def _draw_blank(pen: Pen, x: float, bottom: float, top: float) -> float:
    """A line to write on, as high as a hand needs; returns where the next line begins."""
    at = x + _HAND - 1.2 * MM
    pen.rule((at, bottom), (at, top), HAIRLINE)
    return x + _HAND

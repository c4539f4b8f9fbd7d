"""The number of a sheet that is given back whole: to read aloud and, as bars, for a scanner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kitadesk.handouts.kit.blocks import NumberMark, TextStyle
from kitadesk.handouts.kit.codes import MODULE, Bars, bars_width, code128_bars, on_pixel
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line, text_pieces
from kitadesk.handouts.kit.styles import MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_line

_NUMBER_SIZE = 19.0
_CODE_GAP = 2.6 * MM
_CODE_HEIGHT = 8.5 * MM
_HEIGHT = _NUMBER_SIZE + _CODE_GAP + _CODE_HEIGHT + 2 * MM
_MOST_DIGITS = 12
_BESIDE = 8 * MM

Beside = tuple[tuple[Line, Style], ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A measured number with its bars, both flush right."""

    number: Line | None
    bars: Bars

    @property
    def width(self) -> float:
        """Room that it takes from the words beside it."""
        if self.number is None:
            return 0.0
        return max(self.number.width, bars_width(self.bars)) + _BESIDE


def number_mark(block: NumberMark, room: Room) -> Iterator[Piece]:
    """Words at the left, the number at the right; words that are many go on below."""
    mark = _mark(block, room)
    strong, body = room.styles.text[TextStyle.STRONG], room.styles.text[TextStyle.BODY]
    parts = [(block.title, strong), (block.caption, body)]
    beside: Beside = tuple(
        (line, style)
        for text, style in parts
        if text
        for line in break_lines(text, style.face, style.size, room.width - mark.width)
    )
    height = sum(style.line_height for _, style in beside)
    least = _HEIGHT if mark.number is not None else 0.0
    if height > max(least, room.most / 2):
        yield Piece(least, partial(_draw, mark, (), room.width), keep_with_next=True)
        for text, style in parts:
            yield from text_pieces(text, style, room) if text else ()
    else:
        yield Piece(max(height, least), partial(_draw, mark, beside, room.width))
    yield Piece(3 * MM, gap=True)


def _mark(block: NumberMark, room: Room) -> _Mark:
    """Measure the number; a real one is short, anything else ends in a visible …"""
    if not block.number:
        return _Mark(None, ())
    line, cut = shortened_line(f"Nr. {block.number}", Face.BOLD, _NUMBER_SIZE, room.width / 3)
    if cut:
        room.notes.shortened.append(block.number)
    digits = "".join(char for char in block.number if char in "0123456789")
    return _Mark(line, code128_bars(digits) if 0 < len(digits) <= _MOST_DIGITS else ())


def _draw(mark: _Mark, beside: Beside, width: float, pen: Pen, x: float, y: float) -> None:
    top = y
    for line, style in beside:
        draw_line(pen, line, style, x, top)
        top += style.line_height
    if mark.number is None:
        return
    right = x + width
    baseline = y + 0.8 * _NUMBER_SIZE
    pen.text(mark.number, right - mark.number.width, baseline)
    if mark.bars:
        start = on_pixel(right - bars_width(mark.bars))
        pen.bars(mark.bars, start, baseline + _CODE_GAP, MODULE, _CODE_HEIGHT)

"""The reply slip: the bottom third of a letter, or three to a sheet for the master copy.

Everything on a slip stands below the dashed line, so the scissors never meet a word. The number
is big enough to be read while typing with the other hand; its code is for a scanner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from kitadesk.handouts.kit.blocks import Slip, SlipSheet
from kitadesk.handouts.kit.codes import MODULE, Bars, bars_width, code128_bars, on_pixel
from kitadesk.handouts.kit.cut_lines import draw_cut_across, draw_cut_down
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.slip_lines import SlipPart, draw_parts, slip_parts
from kitadesk.handouts.kit.styles import (
    BASE_PT,
    LARGE_PT,
    MM,
    SLIP_HEIGHT_MM,
    TIGHT_SLIP_MM,
    Closeness,
    Style,
)
from kitadesk.handouts.kit.text import (
    Line,
    break_lines,
    shortened_line,
    shortened_lines,
)

SLIPS_PER_SHEET = 3
_TOP = 7 * MM
_FOOT = 9 * MM
_HAND = 8.4 * MM
_HEAD_GAP = 0.6 * MM
_CODE_HEIGHT = 8.5 * MM
_SMALLEST = 8.5
_LONGEST_HEAD = 500
_MOST_DIGITS = 12
_BESIDE = 12 * MM
"""Edge of a slip that is half a sheet; its top lies lower, where the letter's text begins."""
_BESIDE_TOP = 6 * MM
_NUMBER_SIZE = 19.0
_NUMBER_TOP = _TOP - 1.2 * MM
_CODE_GAP = 2.6 * MM
_NUMBERED = _NUMBER_SIZE + 2 * MM
_CODED = _NUMBER_SIZE + _CODE_GAP + _CODE_HEIGHT + 1 * MM
"""How far a number reaches down, without its bars and with them."""


Head: TypeAlias = "tuple[tuple[Line, Style], ...]"


@dataclass(frozen=True, slots=True)
class _Form:
    """What all slips of a run have in common: head lines with their styles, lines to fill in."""

    head: Head
    lines: tuple[tuple[SlipPart, ...], ...]
    foot: Line | None


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is a family's own: its line, the number, and the number as bars."""

    family: Head
    number: Line | None
    bars: Bars


_NO_MARK = _Mark((), None, ())


@dataclass(frozen=True, slots=True)
class _Measured:
    """A slip ready to draw: the form of the run and the mark of the family in it."""

    form: _Form
    mark: _Mark

    @property
    def head_height(self) -> float:
        """Height of all head lines, the family's with them."""
        head = (*self.form.head, *self.mark.family)
        return sum(style.line_height + _HEAD_GAP for _, style in head)


def slip(block: Slip, room: Room) -> Iterator[Piece]:
    """The slip at the foot of the letter, pinned; a sheet lower than A4 gives it a third.

    What is equal on all slips of a run is one shared piece, so that it is stored once.
    """
    if room.cut is not None:
        yield from _slip_beside(block, room, room.cut)
        return
    measured = _measure(block, room)
    height = min(SLIP_HEIGHT_MM * MM, room.page_height / 3)
    if room.closeness:
        least = TIGHT_SLIP_MM * MM if room.closeness is Closeness.TIGHT else 0.0
        height = min(max(least, _least_height(measured)), height)
    lines_top = _lines_top(measured)
    draw = partial(_draw_cut_form, measured.form, room, height, lines_top)
    key = ("slip", id(measured.form), height, lines_top)
    yield room.common.once(key, partial(Piece, height, draw, pinned=True, shared=True))
    if measured.mark != _NO_MARK:
        draw_mark = partial(_draw_mark, measured, room)
        yield Piece(0, draw_mark, fixed_top=room.page_height - height)


def _slip_beside(block: Slip, room: Room, cut: float) -> Iterator[Piece]:
    """The slip on the right half of the sheet: an A5 page of its own beyond the cut line."""
    width = room.page_width - cut - 2 * _BESIDE
    half = replace(room, left=cut + _BESIDE, width=width)
    measured = _measure(block, half)
    lines_top = _lines_top(measured)
    draw = partial(_draw_half, measured.form, half, (cut, lines_top))
    key = ("slip beside", id(measured.form), lines_top)
    yield room.common.once(key, partial(Piece, 0, draw, fixed_top=0.0, shared=True))
    if measured.mark != _NO_MARK:
        yield Piece(0, partial(_draw_mark, measured, half), fixed_top=_BESIDE_TOP)


def slip_sheet(block: SlipSheet, room: Room) -> Iterator[Piece]:
    """Three slips to a sheet, equal thirds, cut lines between them.

    The whole pile is cut at once: its upper third, middle and lower third, laid on one another in
    this order, are the slips in order.
    """
    sheets = -(-len(block.slips) // SLIPS_PER_SHEET)
    for sheet in range(sheets):
        three = tuple(_measure(item, room) for item in block.slips[sheet::sheets])
        draw = partial(_draw_sheet, three, room)
        yield Piece(room.height, break_before=True)
        yield Piece(0, draw, fixed_top=0.0)


def _least_height(slip_: _Measured) -> float:
    """Height in which every line still leaves a hand its room."""
    form = slip_.form
    return _TOP + slip_.head_height + len(form.lines) * _HAND + _FOOT + (3 * MM if form.foot else 0)


def _measure(block: Slip, room: Room) -> _Measured:
    """Lines of a slip: long texts shrink, then end in a visible … and are noted."""
    slip_bold = room.styles.slip_bold
    number = _number_line(block, room) if block.number else None
    digits = "".join(char for char in block.number if char in "0123456789")
    bars = code128_bars(digits) if 0 < len(digits) <= _MOST_DIGITS else ()
    reserved = max(number.width if number else 0, bars_width(bars))
    width = room.width - (reserved + 8 * MM if reserved else 0)
    family = slip_bold.sized(12.5 * room.styles.slip.size / BASE_PT)
    form = (block.deadline, block.event, block.when, block.lines, block.foot)
    return _Measured(
        form=room.common.once((form, width), partial(_form, block, width, room)),
        mark=_Mark(
            family=tuple(_fitted(block.family, family, width, 2, room)) if block.family else (),
            number=number,
            bars=bars,
        ),
    )


def _form(block: Slip, width: float, room: Room) -> _Form:
    """The part of a slip that names nobody; measured once for all that are equal."""
    styles = room.styles
    k = styles.slip.size / BASE_PT
    is_roomy = room.closeness is not Closeness.DENSE
    what = styles.slip if k > 1 and is_roomy else styles.slip.sized(10.5 * k)
    head = [
        *_fitted(block.deadline, styles.slip_bold.sized(13 * k), width, 1, room),
        *_title(block.event, what, width, room),
        *(_fitted(block.when, what, width, 1, room) if block.when else ()),
    ]
    foot = styles.foot
    return _Form(
        head=tuple(head),
        lines=tuple(slip_parts(line, styles.slip.size, room) for line in block.lines),
        foot=_fitted(block.foot, foot, room.width, 1, room)[0][0] if block.foot else None,
    )


def _title(text: str, style: Style, width: float, room: Room) -> list[tuple[Line, Style]]:
    """The event on one line if a little smaller is enough, so that no last word stands alone.

    The 14-pt edition takes two lines rather than smaller letters, unless its letter has no room.
    """
    for less in (0.0, 0.5, 1.0, 1.5) if style.size < LARGE_PT else (0.0,):
        size = style.size - less
        lines = break_lines(text[:_LONGEST_HEAD], style.face, size, width, listed=True)
        if len(lines) == 1 and len(text) <= _LONGEST_HEAD:
            return [(lines[0], style.sized(size))]
    return _fitted(text, style, width, 2, room)


def _number_line(block: Slip, room: Room) -> Line:
    """The number in its corner; a real one is short, anything else ends in a visible …"""
    line, cut = shortened_line(f"Nr. {block.number}", Face.BOLD, _NUMBER_SIZE, room.width / 3)
    if cut:
        room.notes.shortened.append(block.number)
    return line


def _fitted(
    text: str, style: Style, width: float, most: int, room: Room
) -> list[tuple[Line, Style]]:
    """A text in at most so many lines: smaller, and only then with a visible …"""
    size = style.size
    while size > _SMALLEST and len(text) <= _LONGEST_HEAD:
        lines = break_lines(text, style.face, size, width, listed=True)
        if len(lines) <= most:
            return [(line, style.sized(size)) for line in lines]
        size -= 0.75
    lines, cut = shortened_lines(text, style.face, _SMALLEST, width, most)
    if cut:
        room.notes.shortened.append(text)
    return [(line, style.sized(_SMALLEST)) for line in lines]


def _draw_cut_form(
    form: _Form, room: Room, height: float, lines_top: float, pen: Pen, _x: float, y: float
) -> None:
    draw_cut_across(pen, room.page_width, y)
    _draw_form(pen, form, room, y, height, lines_top)


def _draw_half(
    form: _Form, half: Room, places: tuple[float, float], pen: Pen, _x: float, _y: float
) -> None:
    cut, lines_top = places
    draw_cut_down(pen, cut, half.page_height)
    height = half.page_height - _BESIDE_TOP
    _draw_form(pen, form, half, _BESIDE_TOP, height, lines_top)


def _draw_sheet(slips: tuple[_Measured, ...], room: Room, pen: Pen, _x: float, _y: float) -> None:
    height = room.page_height / SLIPS_PER_SHEET
    for index, measured in enumerate(slips):
        if index:
            draw_cut_across(pen, room.page_width, index * height)
        _draw_form(pen, measured.form, room, index * height, height, _lines_top(measured))
        _draw_mark(measured, room, pen, 0, index * height)
    if len(slips) < SLIPS_PER_SHEET:
        draw_cut_across(pen, room.page_width, len(slips) * height)


def _lines_top(slip_: _Measured) -> float:
    """How far below the cut line the lines to fill in may begin: below head, number and bars."""
    y = _TOP + slip_.head_height
    if slip_.mark.number is None:
        return y
    return max(y, _NUMBER_TOP + (_CODED if slip_.mark.bars else _NUMBERED))


def _draw_form(
    pen: Pen, form: _Form, room: Room, top: float, height: float, lines_top: float
) -> None:
    """Head at the left, fill-in lines spread over what is left below it."""
    left, right = room.left, room.left + room.width
    y = top + _TOP
    for line, style in form.head:
        draw_line(pen, line, style, left, y)
        y += style.line_height + _HEAD_GAP
    y = top + lines_top
    bottom = top + height - _FOOT
    if form.foot:
        draw_line(pen, form.foot, room.styles.foot, left, bottom - 1 * MM)
        bottom -= 3 * MM
    pitch = min((bottom - y) / max(len(form.lines), 1), 13 * MM)
    for index, parts in enumerate(form.lines):
        baseline = y + (index + 1) * pitch - 1.8 * MM
        draw_parts(pen, parts, left, right, baseline)


def _draw_mark(slip_: _Measured, room: Room, pen: Pen, _x: float, top: float) -> None:
    """The family below the head; number above its bars in the corner, both flush right."""
    y = top + _TOP + sum(style.line_height + _HEAD_GAP for _, style in slip_.form.head)
    for line, style in slip_.mark.family:
        draw_line(pen, line, style, room.left, y)
        y += style.line_height + _HEAD_GAP
    number, bars = slip_.mark.number, slip_.mark.bars
    if number is None:
        return
    right = room.left + room.width
    baseline = top + _NUMBER_TOP + _NUMBER_SIZE
    pen.text(number, right - number.width, baseline)
    if bars:
        start = on_pixel(right - bars_width(bars))
        pen.bars(bars, start, baseline + _CODE_GAP, MODULE, _CODE_HEIGHT)

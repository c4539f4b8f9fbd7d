"""The head of a letter: name and logo of the house, beside them those of the alliance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    LetterForm,
    Letterhead,
    NewSheet,
)
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.pictures import Picture, picture
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines

LOGO_WIDTH = 52 * MM
LOGO_HEIGHT = 20 * MM
_PARTNER_WIDTH = 40 * MM
_BETWEEN = 6 * MM
_HEAD_TOP = {LetterForm.A: 6 * MM, LetterForm.B: 9 * MM}
_HEAD_END = 3 * MM
"""Free height between a letterhead and the window address."""
_STEPS = (1.0, 0.88, 0.76, 0.64, 0.54)
"""How much smaller a head is set until it keeps to its height."""
_LEAST = 7.0
_MOST_CHARACTERS = 1500
_MOST_PARTNER = 150


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands at the right: a logo, and the name below it."""

    logo: Picture | None
    rows: tuple[tuple[Line, Style], ...]
    width: float

    @property
    def height(self) -> float:
        """Height of logo and name in points."""
        name = sum(style.line_height for _, style in self.rows)
        return (self.logo.height + (1 * MM if self.rows else 0) if self.logo else 0) + name


@dataclass(frozen=True, slots=True)
class _Head:
    """A letterhead ready to draw: rows at the left, marks from left to right at the right."""

    rows: tuple[tuple[Line, Style], ...]
    marks: tuple[_Mark, ...]

    @property
    def height(self) -> float:
        """The higher of rows and marks, in points."""
        return max(self.text_height, *(mark.height for mark in self.marks), 0.0)

    @property
    def text_height(self) -> float:
        """Height of the rows alone."""
        return sum(style.line_height for _, style in self.rows)


def letterhead(block: Letterhead, room: Room) -> Iterator[Piece]:
    """Name and address at the left, logos at the right, a hairline below."""
    if len(block.partner_name) > _MOST_PARTNER:
        # No name, but a text: below a logo it would run off the sheet.
        block = replace(block, lines=(*block.lines, block.partner_name), partner_name="")
    fixed = _fixed(block, block.form, room) if block.form else None
    if fixed:
        yield fixed
        return
    head = _measured(block, room, 1.0)
    if head.text_height > room.most:
        # Far more than a letterhead: the logos stand above lines that may be divided.
        marks = head.marks
        for row in head.rows:
            one = _Head((row,), marks)
            yield Piece(one.height, partial(_draw_head, one, room.width))
            marks = ()
    else:
        yield Piece(head.height, partial(_draw_head, head, room.width))
    yield Piece(2 * MM, partial(_draw_rule, room.width, HAIRLINE, 2 * MM))
    yield Piece(9 * MM, gap=True)


def in_letter_form(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tell the letterheads of window letters their form: they must not reach into the window."""
    if not any(isinstance(block, AddressField) for block in blocks):
        return blocks
    dressed: list[Block] = []
    form: LetterForm | None = None
    for block in reversed(blocks):
        if isinstance(block, AddressField):
            form = block.form
        elif isinstance(block, NewSheet):
            form = None
        dressed.append(replace(block, form=form) if isinstance(block, Letterhead) else block)
    return tuple(reversed(dressed))


def _fixed(block: Letterhead, form: LetterForm, room: Room) -> Piece | None:
    """The head inside the height of its form, smaller if need be; None if nothing helps."""
    top = _HEAD_TOP[form]
    most = form.value * MM - top - _HEAD_END
    if len(block.name) + sum(map(len, block.lines)) > _MOST_CHARACTERS:
        return None
    for k in _STEPS:
        head = _measured(block, room, k)
        if head.height + 2 * MM <= most:
            draw = partial(_draw_fixed, head, (room.left, room.width))
            return Piece(most, draw, fixed_top=top)
    return None


def _measured(block: Letterhead, room: Room, k: float) -> _Head:
    """The head with logos and letters of one size."""
    marks = tuple(_marks(block, room, k))
    width = room.width - sum(mark.width + _BETWEEN for mark in marks)
    house, small = (_smaller(style, k) for style in (room.styles.house, room.styles.house_lines))
    rows = [(line, house) for line in break_lines(block.name, house.face, house.size, width)]
    rows += [(line, small) for line in _packed(block.lines, small, width)]
    return _Head(tuple(rows), marks)


def _packed(lines: tuple[str, ...], style: Style, width: float) -> Iterator[Line]:
    """The typed lines beside each other as far as they fit; no row ends with the dot between."""
    row = ""
    for line in filter(str.strip, lines):
        longer = f"{row} · {line}" if row else line
        if row and len(break_lines(longer, style.face, style.size, width)) > 1:
            yield from break_lines(row, style.face, style.size, width)
            longer = line
        row = longer
    if row:
        yield from break_lines(row, style.face, style.size, width)


def _marks(block: Letterhead, room: Room, k: float) -> Iterator[_Mark]:
    """The own logo, then the partner's with its name; two share the place of one."""
    has_partner = bool(block.partner_logo or block.partner_name.strip())
    box = (LOGO_WIDTH * k, LOGO_HEIGHT * k)
    if has_partner:
        box = (_PARTNER_WIDTH * k, LOGO_HEIGHT * 0.85 * k)
    if block.logo:
        own = picture(block.logo, *box)
        yield _Mark(own, (), own.width)
    if has_partner:
        logo = picture(block.partner_logo, *box) if block.partner_logo else None
        style = _smaller(room.styles.house_lines, k * 0.92)
        lines = break_lines(block.partner_name, style.face, style.size, _PARTNER_WIDTH)
        rows = tuple((line, style) for line in lines) if block.partner_name.strip() else ()
        width = max(line.width for line, _ in rows) if rows else 0.0
        yield _Mark(logo, rows, max(width, logo.width if logo else 0.0))


def _smaller(style: Style, k: float) -> Style:
    return style.sized(max(style.size * k, min(style.size, _LEAST)))


def _draw_head(head: _Head, width: float, pen: Pen, x: float, y: float) -> None:
    right = x + width
    for mark in reversed(head.marks):
        left = right - mark.width
        _draw_mark(mark, pen, left, y)
        right = left - _BETWEEN
    for line, style in head.rows:
        draw_line(pen, line, style, x, y)
        y += style.line_height


def _draw_mark(mark: _Mark, pen: Pen, x: float, y: float) -> None:
    """Logo above name, both in the middle of the mark."""
    if mark.logo:
        pen.image(mark.logo, x + (mark.width - mark.logo.width) / 2, y)
        y += mark.logo.height + 1 * MM
    for line, style in mark.rows:
        draw_line(pen, line, style, x + (mark.width - line.width) / 2, y)
        y += style.line_height


def _draw_fixed(head: _Head, place: tuple[float, float], pen: Pen, _x: float, y: float) -> None:
    """A head that is placed from the edge of the paper: with the left edge of the text."""
    left, width = place
    _draw_head(head, width, pen, left, y)
    _draw_rule(width, HAIRLINE, head.height + 2 * MM, pen, left, y)


def _draw_rule(length: float, width: float, below: float, pen: Pen, x: float, y: float) -> None:
    pen.rule((x, y + below), (x + length, y + below), width)

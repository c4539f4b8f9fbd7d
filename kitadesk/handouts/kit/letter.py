"""The head of a letter: name and logo of the house, the window address of DIN 5008."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kitadesk.handouts.kit.blocks import AddressField, Letterhead
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen, Picture, picture
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_line

LOGO_WIDTH = 52 * MM
LOGO_HEIGHT = 20 * MM
_FOLD_MARK = (6 * MM, 10 * MM)
_UPPER_FOLD = 105 * MM
# The information block of DIN 5008 form B begins at 125 mm; its last line is the date.
_DATE_AT = (125 * MM, 88 * MM)
_WINDOW_END = 107 * MM


def letterhead(block: Letterhead, room: Room) -> Iterator[Piece]:
    """Name and address at the left, logo at the right, a hairline below."""
    logo = picture(block.logo, LOGO_WIDTH, LOGO_HEIGHT) if block.logo else None
    text_width = room.width - (logo.width + 6 * MM if logo else 0)
    house, small = room.styles.house, room.styles.house_lines
    joined = " · ".join(line for line in block.lines if line.strip())
    rows = [(line, house) for line in break_lines(block.name, house.face, house.size, text_width)]
    if joined:
        rows += [(line, small) for line in break_lines(joined, small.face, small.size, text_width)]
    height = sum(style.line_height for _, style in rows)
    if height > room.most:
        # Far more than a letterhead: the logo stands alone above lines that may be divided.
        for line, style in rows:
            yield Piece(
                max(style.line_height, logo.height if logo else 0),
                partial(_draw_rows, ((line, style),), logo, room.width),
            )
            logo = None
    else:
        height = max(height, logo.height if logo else 0)
        yield Piece(height, partial(_draw_rows, tuple(rows), logo, room.width))
    yield Piece(2 * MM, partial(_draw_rule, room.width, HAIRLINE, 2 * MM))
    yield Piece(9 * MM, gap=True)


def address_field(block: AddressField, room: Room) -> Iterator[Piece]:
    """DIN 5008 form B: window field at 20/45 mm, 85 × 45 mm, text inside 25 to 103 mm.

    Nothing else stands in the window; a small mark at the edge says where to fold.
    """
    small, body = room.styles.foot, room.styles.table
    width = 78 * MM
    rows: list[tuple[Line, Style]] = []
    for text in block.lines[:6]:
        line, cut = shortened_line(text, body.face, body.size, width)
        if cut:
            room.notes.shortened.append(text)
        rows.append((line, body))
    sender, _ = shortened_line(block.return_line, small.face, 8, width)
    # The address zone begins 17.7 mm below the field's top edge, the return line just above it.
    # A long town reaches further to the left, but never into the window.
    right = room.left + room.width
    day, cut = shortened_line(block.date_line, body.face, body.size, right - _WINDOW_END)
    if cut:
        room.notes.shortened.append(block.date_line)
    day_at = min(_DATE_AT[0], right - day.width)
    yield Piece(
        45 * MM, partial(_draw_address, sender, tuple(rows), (day, day_at)), fixed_top=45 * MM
    )
    yield Piece(8 * MM, gap=True)


def _draw_rows(
    rows: tuple[tuple[Line, Style], ...],
    logo: Picture | None,
    width: float,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    if logo:
        pen.image(logo, x + width - logo.width, y)
    for line, style in rows:
        draw_line(pen, line, style, x, y)
        y += style.line_height


def _draw_rule(length: float, width: float, below: float, pen: Pen, x: float, y: float) -> None:
    pen.rule((x, y + below), (x + length, y + below), width)


def _draw_address(
    sender: Line,
    rows: tuple[tuple[Line, Style], ...],
    day: tuple[Line, float],
    pen: Pen,
    x: float,
    y: float,
) -> None:
    left = x + 25 * MM
    pen.text(sender, left, y + 16.2 * MM)
    pen.rule((left, y + 17.2 * MM), (left + 78 * MM, y + 17.2 * MM), HAIRLINE)
    top = y + 18.2 * MM
    for line, style in rows:
        draw_line(pen, line, style, left, top)
        top += style.line_height
    pen.text(day[0], day[1], y - 45 * MM + _DATE_AT[1])
    fold = y - 45 * MM + _UPPER_FOLD
    pen.rule((_FOLD_MARK[0], fold), (_FOLD_MARK[1], fold), HAIRLINE)

"""Name badges: the first name is read from two metres, the rest while shaking hands.

A long name gets smaller letters and then initials; what even so has no room ends in a visible "…"
and follows in full on a plain sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kitadesk.handouts.kit.blocks import Badge, BadgeSheet, LabelGeometry
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.labels import draw_grid, whole_text
from kitadesk.handouts.kit.names import fitted_name
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_lines, single_line

_FULL_HEIGHT = 44 * MM
"""Room of a badge 50 mm high; lower ones have smaller letters."""
_FIRST_ALONE = Style(Face.BOLD, 46, 1.15)
_FIRST = Style(Face.BOLD, 34, 1.15)
_LAST = Style(Face.REGULAR, 19, 1.25)
_ROLE = Style(Face.REGULAR, 12, 1.25)
_HOUSE = Style(Face.REGULAR, 8.5, 1.3)
_LEAST_FIRST, _LEAST_LAST, _LEAST_ROLE = 17.0, 11.0, 8.5
_ROLE_STEPS = ((12.0, 1), (11.0, 1), (10.5, 1), (12.0, 2), (11.0, 2), (10.0, 2), (9.0, 2), (8.5, 2))
"""Size and number of lines, best first."""
_LONGEST_ROLE = 300

Rows = tuple[tuple[Line, Style], ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A badge ready to draw: its rows, its sign, whether a text was cut, whether it has a name."""

    rows: Rows
    symbol: Line | None = None
    is_cut: bool = False
    is_named: bool = True


def badge_sheet(block: BadgeSheet, room: Room) -> Iterator[Piece]:
    """One sheet of badges, drawn from the edge of the paper; then what fitted no badge."""
    measured = tuple(_measure(badge, block.geometry, room) for badge in block.badges)
    yield Piece(0, partial(_draw_sheet, block, measured, room), fixed_top=0.0)
    is_first = True
    for badge, one in zip(block.badges, measured, strict=True):
        if one.is_cut:
            texts = (badge.first_name, badge.last_name, badge.role)
            shown = tuple(text for text in texts if text.strip())
            yield from whole_text(shown, room, break_before=is_first)
            is_first = False


def _measure(badge: Badge, geometry: LabelGeometry, room: Room) -> _Measured:
    """The lines of one badge, each as large as its width allows."""
    height = (geometry.height - 2 * geometry.inset_y) * MM
    k = min(1.0, height / _FULL_HEIGHT)
    symbol = single_line(badge.symbol[:1], Face.BOLD, 46 * k) if badge.symbol.strip() else None
    width = (geometry.width - 2 * geometry.inset_x) * MM - _symbol_width(symbol)
    is_alone = not badge.last_name.strip() and not badge.role.strip()
    first = _FIRST_ALONE if is_alone else _FIRST
    rows: list[tuple[Line, Style]] = []
    is_cut = False
    for name, style, least in (
        (badge.first_name, first, _LEAST_FIRST),
        (badge.last_name, _LAST, _LEAST_LAST),
    ):
        if name.strip():
            line, used, cut = fitted_name(name, style.sized(style.size * k), width, least * k, room)
            rows.append((line, used))
            is_cut = is_cut or cut
    role, role_is_cut = _role(badge.role, width, room)
    return _Measured((*rows, *role), symbol, is_cut or role_is_cut, is_named=bool(rows))


def _symbol_width(symbol: Line | None) -> float:
    return symbol.width + 4 * MM if symbol else 0.0


def _role(text: str, width: float, room: Room) -> tuple[Rows, bool]:
    """Role and institution on at most two lines; smaller, and only then with a visible "…"."""
    if not text.strip():
        return (), False
    for size, most in _ROLE_STEPS if len(text) <= _LONGEST_ROLE else ():
        lines = break_lines(text, _ROLE.face, size, width, listed=True)
        if len(lines) <= most:
            return tuple((line, _ROLE.sized(size)) for line in lines), False
    lines, cut = shortened_lines(text, _ROLE.face, _LEAST_ROLE, width, 2)
    if cut:
        room.notes.shortened.append(text)
    return tuple((line, _ROLE.sized(_LEAST_ROLE)) for line in lines), cut


def _draw_sheet(
    block: BadgeSheet, measured: tuple[_Measured, ...], room: Room, pen: Pen, _x: float, _y: float
) -> None:
    draw_grid(pen, block.geometry, room, frames=block.frames)
    house = _house(block, room)
    for offset, one in enumerate(measured):
        place = block.start - 1 + offset
        if house:
            _draw_house(pen, block.geometry, place, house)
        _draw_badge(pen, block.geometry, place, one)


def _house(block: BadgeSheet, room: Room) -> Line | None:
    width = (block.geometry.width - 2 * block.geometry.inset_x) * MM
    if not block.house.strip():
        return None
    lines, cut = shortened_lines(block.house, _HOUSE.face, _HOUSE.size, width, 1)
    if cut:
        room.notes.shortened.append(block.house)
    return lines[0]


def _draw_house(pen: Pen, geometry: LabelGeometry, place: int, house: Line) -> None:
    left, top = geometry.corner_of(place)
    x = left * MM + (geometry.width * MM - house.width) / 2
    draw_line(pen, house, _HOUSE, x, (top + geometry.inset_y) * MM)


def _draw_badge(pen: Pen, geometry: LabelGeometry, place: int, one: _Measured) -> None:
    """Everything in the middle, a sign at the left; a line, the role below, where no name is."""
    left, top = (length * MM for length in geometry.corner_of(place))
    inset, width = geometry.inset_x * MM, geometry.width * MM
    middle = top + geometry.height * MM / 2
    start = left + inset + _symbol_width(one.symbol)
    is_open = not one.is_named and one.symbol is None
    line_y = middle + (2 if one.rows else 5) * MM
    if is_open:
        pen.rule((left + inset + 4 * MM, line_y), (left + width - inset - 4 * MM, line_y), HAIRLINE)
    if one.symbol:
        pen.text(one.symbol, left + inset, middle + 0.36 * one.symbol.size)
    room = left + width - inset - start
    height = sum(style.line_height for _, style in one.rows)
    y = line_y + 2 * MM if is_open else middle - height / 2
    for line, style in one.rows:
        draw_line(pen, line, style, start + (room - line.width) / 2, y)
        y += style.line_height

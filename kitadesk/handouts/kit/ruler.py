"""The ruler page: a cross in each corner and rulers in mm along all edges, to measure a printer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kitadesk.handouts.kit.blocks import RulerSheet
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import HAIRLINE, MM
from kitadesk.handouts.kit.text import single_line

_ARM_MM = 6.0
_TICKS_MM = {10: 5.0, 5: 3.5}
_EDGE_MM = 8.0
"""What every printer reaches; the ticks begin there and point inwards."""
_SIZE = 7.0
_BOLD = 0.8


def ruler_sheet(block: RulerSheet, room: Room) -> Iterator[Piece]:
    """One sheet, drawn from the edge of the paper."""
    yield Piece(0, partial(_draw, block, room), fixed_top=0.0)


def _draw(block: RulerSheet, room: Room, pen: Pen, _x: float, _y: float) -> None:
    width, height = room.page_width, room.page_height
    cross = block.cross_mm * MM
    for x in (cross, width - cross):
        for y in (cross, height - cross):
            arm = _ARM_MM * MM
            pen.rule((x - arm, y), (x + arm, y), _BOLD)
            pen.rule((x, y - arm), (x, y + arm), _BOLD)
    pen.lines([*_level_ticks(width, height), *_upright_ticks(width, height)], HAIRLINE)
    _draw_numbers(room, pen, width, height)


def _millimetres(length: float) -> range:
    """Return the mm that get a tick; the corners belong to the crosses."""
    return range(40, round(length / MM) - 39)


def _tick(number: int) -> float:
    return next((long for step, long in _TICKS_MM.items() if number % step == 0), 2.0) * MM


def _level_ticks(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Ticks along the upper and the lower edge, counted from the left."""
    edge = _EDGE_MM * MM
    for number in _millimetres(width):
        x, long = number * MM, _tick(number)
        yield (x, edge, x, edge + long)
        yield (x, height - edge, x, height - edge - long)


def _upright_ticks(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Ticks along both sides, counted from above."""
    edge = _EDGE_MM * MM
    for number in _millimetres(height):
        y, long = number * MM, _tick(number)
        yield (edge, y, edge + long, y)
        yield (width - edge, y, width - edge - long, y)


def _draw_numbers(room: Room, pen: Pen, width: float, height: float) -> None:
    inwards = (_EDGE_MM + 6) * MM
    face = room.styles.table.face
    for number in range(40, round(width / MM) - 39, 10):
        line = single_line(str(number), face, _SIZE)
        pen.text(line, number * MM - line.width / 2, inwards + _SIZE)
    for number in range(40, round(height / MM) - 39, 10):
        line = single_line(str(number), face, _SIZE)
        pen.text(line, inwards, number * MM + _SIZE / 3)

"""Dashed lines with scissors: where a sheet is cut."""

from __future__ import annotations

from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import MM, RULE
from kitadesk.handouts.kit.text import single_line

_EDGE = 6 * MM
_SIZE = 13.0
_DASH = (4, 3)


def draw_cut_across(pen: Pen, width: float, y: float) -> None:
    """Dashes from edge to edge, with scissors at the left."""
    scissors = single_line("✂", Face.REGULAR, _SIZE)
    pen.text(scissors, _EDGE, y + 4.6)
    start = _EDGE + scissors.width + 1.5 * MM
    pen.rule((start, y), (width - _EDGE, y), RULE, dash=_DASH)


def draw_cut_down(pen: Pen, x: float, height: float) -> None:
    """Dashes from bottom to top, with scissors at the bottom."""
    scissors = single_line("✂", Face.REGULAR, _SIZE)
    bottom = height - _EDGE
    pen.upright(scissors, x + 4.6, bottom)
    pen.rule((x, _EDGE), (x, bottom - scissors.width - 1.5 * MM), RULE, dash=_DASH)

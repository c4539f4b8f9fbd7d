"""A line over evenings or years: from zero on, so that a small change does not look large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from kitadesk.handouts.kit.blocks import TextStyle, TrendLine, TrendPoint
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line, text_pieces
from kitadesk.handouts.kit.styles import FRAME, HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, single_line

_HEIGHT = 40 * MM
_HEAD = 8 * MM
_MARK = 1.1 * MM
_MOST_POINTS = 14
_MOST_LINES = 3
_STEPS = (1, 2, 2.5, 5, 10)


def trend_line(block: TrendLine, room: Room) -> Iterator[Piece]:
    """The picture with a figure at each point; more points than fit are told as lines of text."""
    style = room.styles.text[TextStyle.SMALL]
    if not block.points:
        return
    width = room.width / len(block.points)
    labels = [
        break_lines(p.label[:200], style.face, style.size, width - 1 * MM, listed=True)
        for p in block.points
    ]
    figures = tuple(
        single_line(figure_of(p, block.unit), style.face, style.size) for p in block.points
    )
    is_wide = any(len(lines) > _MOST_LINES for lines in labels)
    is_wide = is_wide or any(figure.width > width for figure in figures)
    if is_wide or len(block.points) > _MOST_POINTS:
        for point in block.points:
            yield from text_pieces(f"{point.label}: {figure_of(point, block.unit)}", style, room)
        return
    below = max(len(lines) for lines in labels) * style.line_height
    draw = partial(_draw, block.points, tuple(labels), figures, style, room.width)
    yield Piece(_HEAD + _HEIGHT + below + 2 * MM, draw)
    yield Piece(3 * MM, gap=True)


def top_of(values: Sequence[float]) -> float:
    """A round number at or above all values: 1, 2, 2.5 or 5 times a power of ten."""
    most = max((*values, 0.0))
    if most <= 0:
        return 1.0
    power = 1.0
    while power * 10 <= most:
        power *= 10
    while power > most:
        power /= 10
    return next(step * power for step in _STEPS if step * power >= most)


def figure_of(point: TrendPoint, unit: str) -> str:
    """A value as Germans write it: "4,2", "41 %"; no decimals where there are none."""
    number = f"{point.value:.1f}".removesuffix(".0").replace(".", ",")
    return f"{number} {unit}".strip()


def _draw(
    points: tuple[TrendPoint, ...],
    labels: tuple[tuple[Line, ...], ...],
    figures: tuple[Line, ...],
    style: Style,
    width: float,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    floor = y + _HEAD + _HEIGHT
    pen.rule((x, floor), (x + width, floor), FRAME)
    top = top_of([point.value for point in points])
    for part in (0.5, 1.0):
        level = floor - part * _HEIGHT
        pen.rule((x, level), (x + width, level), HAIRLINE, dash=(1, 2))
    step = width / len(points)
    spots = [
        (x + (at + 0.5) * step, floor - max(point.value, 0.0) / top * _HEIGHT)
        for at, point in enumerate(points)
    ]
    for start, end in pairwise(spots):
        pen.rule(start, end, FRAME)
    for (across, up), figure, lines in zip(spots, figures, labels, strict=True):
        diamond = (
            (across - _MARK, up),
            (across, up - _MARK),
            (across + _MARK, up),
            (across, up + _MARK),
        )
        pen.outline(diamond, HAIRLINE, is_filled=True)
        left = across - figure.width / 2
        pen.clear(left, up - _MARK - style.line_height, figure.width, style.line_height - 0.4 * MM)
        draw_line(pen, figure, style, left, up - _MARK - style.line_height)
        at = floor + 1 * MM
        for line in lines:
            draw_line(pen, line, style, across - line.width / 2, at)
            at += style.line_height


def _diamond(x: float, y: float) -> list[tuple[float, float]]:
    return [(x - _MARK, y), (x, y - _MARK), (x + _MARK, y), (x, y + _MARK)]

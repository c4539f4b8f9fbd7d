"""Charts for evaluations: bars with count and share, stacked scales; hatching instead of colour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kitadesk.handouts.kit.blocks import BarChart, ChartBar, ScaleChart, ScaleRow, TextStyle
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line, text_pieces
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_line, single_line

_BAR = 4.6 * MM
_ROW = 7.5 * MM
_GAP = 2.5 * MM
_MOST_LABEL = 0.42
"""Share of the width for the words; longer ones stand above their bar."""
_MOST_LABEL_LINES = 4
_FIGURES = 24 * MM
_KEY = 5 * MM
# Distance of the lines of a hatching in points, from light to dark; None is white, 0 black.
_TONES: tuple[tuple[float | None, bool], ...] = (
    (None, False), (4.5, False), (2.6, False), (2.6, True), (0.0, False),
)  # fmt: skip


def bar_chart(block: BarChart, room: Room) -> Iterator[Piece]:
    """A row for each answer; the longest bar takes the whole width."""
    total = total_of(block)
    most = max((bar.count for bar in block.bars), default=0)
    labels = _label_width([bar.label for bar in block.bars], room)
    for bar in block.bars:
        figures = _line(share_of(bar, total), room.styles.table_bold)
        draw = partial(_draw_bar, max(bar.count, 0) / most if most else 0.0, figures, labels, room)
        yield from _row(bar.label, labels, draw, room)
    yield Piece(_GAP, gap=True)


def total_of(block: BarChart) -> int:
    """Of how many the shares are: the sheets that came back, else all answers."""
    return block.total if block.total is not None else sum(max(b.count, 0) for b in block.bars)


def share_of(bar: ChartBar, total: int) -> str:
    """The figures behind a bar: "12 (34 %)"; without any answers only the count."""
    return f"{bar.count} ({round(bar.count / total * 100)} %)" if total > 0 else str(bar.count)


def scale_chart(block: ScaleChart, room: Room) -> Iterator[Piece]:
    """What the tones mean, then a stacked bar for each question with mean and answers."""
    steps = max((len(row.counts) for row in block.rows), default=0)
    if not steps:
        return
    labels = _label_width([row.label for row in block.rows], room)
    yield from _key(block, steps, room)
    for row in block.rows:
        draw = partial(_draw_scale, row, steps, labels, room)
        yield from _row(row.label, labels, draw, room)
    yield Piece(_GAP, gap=True)


def mean_of(row: ScaleRow) -> str:
    """The mean step as Germans write it: "Ø 4,2"; says so where nobody answered."""
    return "keine Antwort" if row.mean is None else f"Ø {row.mean:.1f}".replace(".", ",")


def tone_of(step: int, steps: int) -> int:
    """The tone of a step from 0 (white) to 4 (black): the lowest is white, the highest black."""
    return round(step * (len(_TONES) - 1) / max(steps - 1, 1))


def fill_tone(pen: Pen, box: tuple[float, float, float, float], tone: int) -> None:
    """Fill a rectangle (x, y, width, height) with one of the five tones, and frame it."""
    x, y, width, height = box
    distance, crossed = _TONES[tone]
    points = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    pen.outline(points, HAIRLINE, is_filled=distance == 0.0)
    if distance:
        lines = list(_slanted(box, distance))
        if crossed:
            middle = 2 * x + width
            lines += [(middle - a, b, middle - c, d) for a, b, c, d in lines]
        if lines:
            pen.lines(lines, HAIRLINE)


def _slanted(
    box: tuple[float, float, float, float], distance: float
) -> Iterator[tuple[float, float, float, float]]:
    """Lines from bottom left to top right that end at the edges of the box."""
    x, y, width, height = box
    at = distance
    while at < width + height:
        x1, y1 = (x, y + at) if at <= height else (x + at - height, y + height)
        x2, y2 = (x + at, y) if at <= width else (x + width, y + at - width)
        yield x1, y1, x2, y2
        at += distance


def _label_width(labels: list[str], room: Room) -> float:
    """Width of the words: of the longest, at most two fifths of the text."""
    style = room.styles.table
    widest = max((_line(label[:80], style).width for label in labels), default=0.0)
    return min(widest + _GAP, room.width * _MOST_LABEL)


def _line(text: str, style: Style) -> Line:
    return single_line(text, style.face, style.size)


def _row(label: str, width: float, draw: partial[None], room: Room) -> Iterator[Piece]:
    """Words and bar side by side, or the words above where they are long."""
    style = room.styles.table
    lines = break_lines(label, style.face, style.size, width - _GAP, listed=True)
    if len(lines) > _MOST_LABEL_LINES:
        yield from text_pieces(label, style, room, keep=True)
        lines = ()
    height = max(_ROW, len(lines) * style.line_height + 1.5 * MM)
    yield Piece(height, partial(_draw_row, lines, style, height, draw))


def _draw_row(
    lines: tuple[Line, ...], style: Style, height: float, draw: partial[None],
    pen: Pen, x: float, y: float,
) -> None:  # fmt: skip
    at = y + (height - len(lines) * style.line_height) / 2
    for line in lines:
        draw_line(pen, line, style, x, at)
        at += style.line_height
    draw(pen, x, y + (height - _BAR) / 2)


def _draw_bar(
    share: float, figures: Line, labels: float, room: Room, pen: Pen, x: float, y: float
) -> None:
    left = x + labels
    most = room.width - labels - max(_FIGURES, figures.width + 2 * MM)
    width = max(share * most, 0.0)
    pen.rule((left, y - 1 * MM), (left, y + _BAR + 1 * MM), HAIRLINE)
    if width:
        fill_tone(pen, (left, y, width, _BAR), 2)
    style = room.styles.table_bold
    draw_line(pen, figures, style, left + width + 1.5 * MM, y + (_BAR - style.line_height) / 2)


def _draw_scale(
    row: ScaleRow, steps: int, labels: float, room: Room, pen: Pen, x: float, y: float
) -> None:
    """The steps as shares of the whole width; each figure on white, so that it can be read."""
    style, bold = room.styles.text[TextStyle.SMALL], room.styles.table_bold
    words = mean_of(row)
    answers = f"n = {row.answers}" if row.answers else ""
    left, most = x + labels, room.width - labels - 2 * _FIGURES * 0.9
    at = left
    for step, count in enumerate(row.counts):
        width = most * count / row.answers if row.answers else 0.0
        if width:
            fill_tone(pen, (at, y, width, _BAR), tone_of(step, steps))
            _draw_figure(pen, str(count), style, (at, y, width))
        at += width
    middle = y + (_BAR - bold.line_height) / 2
    draw_line(pen, _line(words, bold), bold, left + most + 2 * MM, middle)
    n = _line(answers, style)
    draw_line(pen, n, style, x + room.width - n.width, y + (_BAR - style.line_height) / 2)


def _draw_figure(pen: Pen, text: str, style: Style, place: tuple[float, float, float]) -> None:
    """A count in the middle of its segment, if there is room for it."""
    x, y, width = place
    line = single_line(text, style.face, 8.5)
    if line.width + 1.4 * MM > width:
        return
    left = x + (width - line.width) / 2
    pen.clear(left - 0.5 * MM, y + 0.5 * MM, line.width + 1 * MM, _BAR - 1 * MM)
    pen.text(line, left, y + _BAR / 2 + 0.33 * line.size)


def _key(block: ScaleChart, steps: int, room: Room) -> Iterator[Piece]:
    """The tones with their numbers between the words for both ends; long words stand above."""
    style = room.styles.text[TextStyle.SMALL]
    boxes = steps * (_KEY + 5 * MM)
    share = (room.width - boxes) / 2 - _GAP
    ends = [shortened_line(text, style.face, style.size, share) for text in block.ends]
    if any(cut for _, cut in ends):
        for text, number in zip(block.ends, (1, steps), strict=True):
            yield from text_pieces(f"{number} = {text}", style, room, keep=True)
        ends = [(single_line("", style.face, style.size), False)] * 2
    words = (ends[0][0], ends[1][0])
    yield Piece(_ROW, partial(_draw_key, words, steps, style), keep_with_next=True)


def _draw_key(
    ends: tuple[Line, Line], steps: int, style: Style, pen: Pen, x: float, y: float
) -> None:
    top = y + (_ROW - style.line_height) / 2
    draw_line(pen, ends[0], style, x, top)
    at = x + ends[0].width + (_GAP if ends[0].runs else 0)
    for step in range(steps):
        number = _line(str(step + 1), style)
        draw_line(pen, number, style, at, top)
        side = _KEY * 0.7
        at += number.width + 1 * MM
        fill_tone(pen, (at, y + (_ROW - side) / 2, side, side), tone_of(step, steps))
        at += side + 2.5 * MM
    draw_line(pen, ends[1], style, at, top)

"""Pieces of running text: titles, paragraphs, the box of key facts, lines to fill in and sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kitadesk.handouts.kit.blocks import (
    Align,
    Counts,
    FactsBox,
    FillIn,
    Heading,
    Paragraph,
    SignatureLines,
    TextStyle,
)
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import BASE_PT, FRAME, HAIRLINE, MM, RULE, Style
from kitadesk.handouts.kit.text import Line, break_lines, shortened_line, widest_word

_BOX_PAD = 4.5 * MM
_COUNT_BLANK = 16 * MM
_COUNT_GAP = 9 * MM
# A title shrinks before it gets more lines; the last size takes as many as it needs.
_TITLE_LINES = (2, 2, 3, 3, 4)
_POSTER_LINES = (3, 4, 5, 5, 6, 7, 9)


def draw_line(pen: Pen, line: Line, style: Style, x: float, y: float) -> None:
    """Set a line whose line box begins at y; capitals stand in the middle of the box."""
    pen.text(line, x, y + style.line_height / 2 + 0.33 * line.size)


def heading(block: Heading, room: Room) -> Iterator[Piece]:
    """A title that stays with what follows; level 1 shrinks before it wraps, and is never cut."""
    if block.over:
        over = room.styles.over
        yield from text_pieces(block.over, over, room, keep=True)
    if block.level > 1:
        yield from text_pieces(block.text, room.styles.heading, room, keep=True)
        yield Piece(1.6 * MM, gap=True, keep_with_next=True)
        return
    steps = {1: room.styles.titles, 0: room.styles.stacks, -1: room.styles.posters}[block.level]
    most = _POSTER_LINES if block.level < 0 else _TITLE_LINES
    style, lines = fit_title(block.text, steps, room.width, most)
    yield from _line_pieces(lines, style, room, keep=True)
    yield Piece(5.5 * MM, gap=True, keep_with_next=True)


def paragraph(block: Paragraph, room: Room) -> Iterator[Piece]:
    """Running text; short paragraphs are never divided, long ones by lines."""
    style = room.styles.text[block.style]
    yield from text_pieces(block.text, style, room, align=block.align, keep=block.keep)
    yield Piece(style.after * MM, gap=True, keep_with_next=block.keep)


def facts_box(block: FactsBox, room: Room) -> Iterator[Piece]:
    """A frame around the key facts, first line bold; divided by lines if it is very long."""
    first, rest = room.styles.facts_first, room.styles.facts
    inner = room.width - 2 * _BOX_PAD
    rows = [(line, first) for line in _wrap(block.first, first, inner)] if block.first else []
    for text in block.lines:
        rows += [(line, rest) for line in _wrap(text, rest, inner)]
    above = _BOX_PAD * (0.45 if room.closeness else 0.8)
    height = sum(style.line_height for _, style in rows) + 2 * above
    yield Piece(2.4 * MM, gap=True)
    if height <= room.most:
        yield Piece(height, partial(_draw_box, tuple(rows), (room.width, height), above))
    else:
        for line, style in rows:
            draw = partial(_draw_sided, line, style, room.width)
            yield Piece(style.line_height, draw)
    yield Piece(6 * MM, gap=True)


def fill_in(block: FillIn, room: Room) -> Iterator[Piece]:
    """Label and writing line; the lines begin below one another, 10 mm apart."""
    style = room.styles.text[TextStyle.BODY]
    lines = [_noted(text, style, room.width / 3, room) for text in block.labels]
    widest = max((line.width for line in lines), default=0.0)
    start = widest + 3 * MM if widest else 0.0  # Lines without labels begin at the edge.
    for line in lines:
        yield Piece(10 * MM, partial(_draw_fill_in, line, start, room.width))
    yield Piece(6 * MM, gap=True)


def signature_lines(block: SignatureLines, room: Room) -> Iterator[Piece]:
    """Lines side by side to sign on, 12 mm high, each with its label below."""
    k = room.styles.slip.size / BASE_PT
    style = room.styles.foot.sized(room.styles.foot.size * k)
    gap = 8 * MM
    width = (room.width - gap * (len(block.labels) - 1)) / max(len(block.labels), 1)
    labels = tuple(_noted(label, style.sized(9 * k), width, room) for label in block.labels)
    height = 12 * MM + style.line_height
    yield Piece(height, partial(_draw_signatures, labels, width, gap, style))


def counts(block: Counts, room: Room) -> Iterator[Piece]:
    """Label and figure side by side; without a value a line to write on."""
    style = room.styles.figure
    pieces: list[tuple[Line, Line | None]] = []
    share = room.width / max(len(block.items), 1) - _COUNT_GAP
    for label, value in block.items:
        name = _noted(label, style, share - _COUNT_BLANK, room)
        number = _noted(value, style, _COUNT_BLANK, room) if value else None
        pieces.append((name, number))
    yield Piece(3 * MM, gap=True)
    # A note below explains the list: it goes along.
    yield Piece(9 * MM, partial(_draw_counts, tuple(pieces), style), keep_with_next=True)
    yield Piece(2 * MM, gap=True)


def _noted(text: str, style: Style, width: float, room: Room) -> Line:
    """A text on one line; one that is too long ends in "…", which is told before printing."""
    line, cut = shortened_line(text, style.face, style.size, width)
    if cut:
        room.notes.shortened.append(text)
    return line


def fit_title(
    text: str, steps: tuple[Style, ...], width: float, most_lines: tuple[int, ...] = _TITLE_LINES
) -> tuple[Style, tuple[Line, ...]]:
    """The largest size in which no word breaks and few lines result; lines of even length."""
    for style, most in zip(steps, most_lines, strict=False):
        if widest_word(text, style.face, style.size) > width:
            continue
        lines = _wrap(text, style, width)
        if len(lines) <= most:
            return style, _balanced(text, style, width, lines)
    return steps[-1], _wrap(text, steps[-1], width)


def _balanced(text: str, style: Style, width: float, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The same number of lines in the narrowest width: no single word is left over."""
    if len(lines) == 1:
        return lines
    narrow = max(widest_word(text, style.face, style.size), width * 0.55)
    for step in range(1, 10):
        tried = _wrap(text, style, width - (width - narrow) * step / 9)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _wrap(text: str, style: Style, width: float) -> tuple[Line, ...]:
    return break_lines(text, style.face, style.size, width)


def text_pieces(
    text: str, style: Style, room: Room, *, keep: bool = False, align: Align = Align.START
) -> Iterator[Piece]:
    """The lines of a text over the whole width, divided where they are many."""
    return _line_pieces(_wrap(text, style, room.width), style, room, keep=keep, align=align)


def _line_pieces(
    lines: tuple[Line, ...],
    style: Style,
    room: Room,
    *,
    keep: bool = False,
    align: Align = Align.START,
) -> Iterator[Piece]:
    """One piece, or, if that would be too tall, pieces of single lines with two kept together."""
    height = style.line_height
    if height * len(lines) <= room.most:
        draw = partial(_draw_lines, lines, style, room.width, align)
        yield Piece(height * len(lines), draw, keep_with_next=keep)
        return
    last_pair = {0, len(lines) - 2}
    for index, line in enumerate(lines):
        draw = partial(_draw_lines, (line,), style, room.width, align)
        yield Piece(height, draw, keep_with_next=index in last_pair)


def _start_of(line: Line, width: float, align: Align) -> float:
    """Offset of a line in its box; right-to-left lines start at the right."""
    if align is Align.CENTER:
        return (width - line.width) / 2
    at_right = line.right_to_left if align is Align.START else not line.right_to_left
    return width - line.width if at_right else 0.0


def _draw_lines(
    lines: tuple[Line, ...], style: Style, width: float, align: Align, pen: Pen, x: float, y: float
) -> None:
    for index, line in enumerate(lines):
        left = x + _start_of(line, width, align)
        draw_line(pen, line, style, left, y + index * style.line_height)


def _draw_box(
    rows: tuple[tuple[Line, Style], ...],
    size: tuple[float, float],
    above: float,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    width, height = size
    pen.box(x, y, width, height, FRAME)
    top = y + above
    for line, style in rows:
        inner = width - 2 * _BOX_PAD
        left = x + _BOX_PAD + _start_of(line, inner, Align.START)
        draw_line(pen, line, style, left, top)
        top += style.line_height


def _draw_sided(line: Line, style: Style, width: float, pen: Pen, x: float, y: float) -> None:
    bottom = y + style.line_height
    pen.rule((x, y), (x, bottom), FRAME)
    left = x + _BOX_PAD + _start_of(line, width - 2 * _BOX_PAD, Align.START)
    draw_line(pen, line, style, left, y)


def _draw_signatures(
    labels: tuple[Line, ...], width: float, gap: float, style: Style, pen: Pen, x: float, y: float
) -> None:
    for index, label in enumerate(labels):
        left = x + index * (width + gap)
        pen.rule((left, y + 12 * MM), (left + width, y + 12 * MM), RULE)
        draw_line(pen, label, style, left, y + 12.4 * MM)


def _draw_fill_in(line: Line, start: float, width: float, pen: Pen, x: float, y: float) -> None:
    pen.text(line, x, y + 8.6 * MM)
    pen.rule((x + start, y + 9 * MM), (x + width, y + 9 * MM), HAIRLINE)


def _draw_counts(
    pieces: tuple[tuple[Line, Line | None], ...],
    style: Style,
    pen: Pen,
    x: float,
    y: float,
) -> None:
    top = y + (9 * MM - style.line_height) / 2
    left = x
    for name, number in pieces:
        draw_line(pen, name, style, left, top)
        left += name.width + 2 * MM
        if number:
            draw_line(pen, number, style, left, top)
        else:
            pen.rule((left, y + 7.2 * MM), (left + _COUNT_BLANK, y + 7.2 * MM), HAIRLINE)
        left += _COUNT_BLANK + _COUNT_GAP

"""QR codes as rectangles of whole printer pixels, with the quiet zone that scanners ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

import segno
from segno.encoder import DataOverflowError

from kitadesk.handouts.kit.blocks import QrCode
from kitadesk.handouts.kit.codes import PIXEL, on_pixel
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line, text_pieces
from kitadesk.handouts.kit.styles import MM, Style
from kitadesk.handouts.kit.text import Line, break_lines, safe_text

QUIET_MODULES = 4
_LEAST_PIXELS = 4
"""Modules of a third of a millimetre are the smallest that telephones read from plain paper."""
_LONGEST = 1000
"""Characters; more make a code larger than a hand, which nobody scans."""
_BESIDE = 4 * MM

QrRows = tuple[tuple[tuple[int, int], ...], ...]


@lru_cache(maxsize=64)
def qr_rows(text: str) -> QrRows | None:
    """The rows of a code, each as black stretches (offset, width) in modules; None if too long."""
    if not text or len(text) > _LONGEST:
        return None
    try:
        code = segno.make(text, error="m", micro=False)
    except DataOverflowError:
        return None
    return tuple(tuple(_stretches(row)) for row in code.matrix)


def _stretches(row: bytearray) -> Iterator[tuple[int, int]]:
    start = None
    for at, dot in enumerate((*row, 0)):
        if dot and start is None:
            start = at
        elif not dot and start is not None:
            yield start, at - start
            start = None


def qr_code(block: QrCode, room: Room) -> Iterator[Piece]:
    """Code at the left, caption in the middle beside it; a long caption goes on below."""
    style = room.styles.text[block.style]
    text = safe_text(block.text).strip()
    rows = qr_rows(text)
    if rows is None:
        yield from text_pieces(block.caption, style, room) if block.caption else ()
        yield from text_pieces(block.text, style, room) if text else ()
        return
    module = _module(len(rows), block.size_mm, room)
    side = len(rows) * module
    quiet = QUIET_MODULES * module
    lines = break_lines(
        block.caption, style.face, style.size, max(room.width - side - quiet - _BESIDE, 30 * MM)
    )
    beside = lines if len(lines) * style.line_height <= side else ()
    height = side + 2 * quiet
    yield Piece(height, partial(_draw, rows, module, (beside, style)), keep_with_next=not beside)
    if not beside:
        yield from text_pieces(block.caption, style, room)


def _module(count: int, size_mm: float, room: Room) -> float:
    """A module in points: whole pixels, at least four, in all no wider than the text."""
    most = int(room.width / (count + 2 * QUIET_MODULES) / PIXEL)
    wanted = int(size_mm * MM / count / PIXEL)
    return max(min(max(wanted, _LEAST_PIXELS), most), 1) * PIXEL


def _draw(
    rows: QrRows,
    module: float,
    caption: tuple[tuple[Line, ...], Style],
    pen: Pen,
    x: float,
    y: float,
) -> None:
    """From the left edge of the text: white paper lies beyond it, so the code stands flush."""
    quiet = QUIET_MODULES * module
    left, top = on_pixel(x), on_pixel(y + quiet)
    pen.dots(rows, left, top, module)
    lines, style = caption
    side = len(rows) * module
    at = top + (side - len(lines) * style.line_height) / 2
    for line in lines:
        draw_line(pen, line, style, left + side + quiet + _BESIDE / 2, at)
        at += style.line_height

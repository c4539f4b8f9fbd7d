"""The window address of DIN 5008 with what stands around it: information block, fold marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kitadesk.handouts.kit.blocks import AddressField, LetterForm
from kitadesk.handouts.kit.page import Piece, Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.running_text import draw_line
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Style
from kitadesk.handouts.kit.text import Line, shortened_line, single_line

HOLE_MARK_MM = 148.5
_WIDTH = 78 * MM
"""From 25 to 103 mm: the sheet slides in its envelope, whose window ends at 110 mm."""
_LEFT = 25 * MM
_ZONE_MM = 17.7
"""The address zone begins so far below the top of the field; return line and notes end there."""
_NOTE_LINE = 3.54 * MM
_ADDRESS_ROOM = 24.3 * MM
"""What shows in the window even if the sheet slides: down to 43 mm below the field's top."""
_MOST_LINES, _MOST_NOTES, _MOST_INFO = 8, 4, 10
_NOTE_SIZES = (8.0, 7.5, 7.0, 6.5, 6.0)
_LEAST = 8.0
_INFO_LEFT, _INFO_WIDTH, _INFO_HEIGHT = 125 * MM, 75 * MM, 36 * MM
_INFO_TOP_MM = 5.0
"""The information block begins 5 mm below the top of the address field."""
_WINDOW_END = 107 * MM
_CLOSE_MM = 47.0
_DATE_MM = 43.0
_FOLD_MARK = (5.5 * MM, 9.5 * MM)
_HOLE_MARK = (5.5 * MM, 11.5 * MM)

Rows = tuple[tuple[Line, Style], ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """Everything ready to draw; heights in points from the top of the sheet."""

    form: LetterForm
    notes: tuple[Line, ...]
    rows: Rows
    info: tuple[tuple[Line, Line], ...]
    info_style: Style
    day: Line
    day_left: float


def address_field(block: AddressField, room: Room) -> Iterator[Piece]:
    """The field at 20 mm from the left, 27 or 45 mm from the top, and the marks to fold along.

    The text begins exactly 53.46 mm below the top of the field, however airy the letter is set;
    only a letter that would take a second sheet otherwise begins right below the window.
    """
    measured = _measure(block, room)
    top = block.form.value
    height = (_CLOSE_MM if room.closeness else block.form.text_top - top) * MM
    draw = partial(_draw, measured)
    yield Piece(height, draw, fixed_top=top * MM, clear=True)


def _measure(block: AddressField, room: Room) -> _Measured:
    body = room.styles.table
    right = room.left + room.width
    # A long town reaches further to the left, but never into the window.
    day = _noted(block.date_line, body, right - _WINDOW_END, room)[0]
    info_style, info = _info(block, room)
    return _Measured(
        form=block.form,
        notes=_notes(block, room),
        rows=_address_rows(block.lines, body, room),
        info=info,
        info_style=info_style,
        day=day,
        day_left=min(_INFO_LEFT, right - day.width),
    )


def _notes(block: AddressField, room: Room) -> tuple[Line, ...]:
    """Return line above, notes below it: together they end where the address zone begins."""
    texts = [block.return_line, *(note for note in block.notes if note.strip())]
    room.notes.shortened += texts[_MOST_NOTES + 1 :]
    return tuple(_small(text, room) for text in texts[: _MOST_NOTES + 1])


def _small(text: str, room: Room) -> Line:
    """8 pt, down to the 6 pt that DIN 5008 still allows, then a visible "…"."""
    face = room.styles.foot.face
    for size in _NOTE_SIZES:
        line = single_line(text, face, size)
        if line.width <= _WIDTH:
            return line
    line, cut = shortened_line(text, face, _NOTE_SIZES[-1], _WIDTH)
    if cut:
        room.notes.shortened.append(text)
    return line


def _address_rows(lines: Sequence[str], style: Style, room: Room) -> Rows:
    """Six lines and more share the height of the window; each is as large as its width allows."""
    shown = [line for line in lines if line.strip()]
    room.notes.shortened += shown[_MOST_LINES:]
    shown = shown[:_MOST_LINES]
    if not shown:
        return ()
    pitch = min(style.line_height, _ADDRESS_ROOM / len(shown))
    used = Style(style.face, min(style.size, pitch / 1.06), 1)
    used = Style(style.face, used.size, pitch / used.size)
    return tuple(_noted(line, used, _WIDTH, room) for line in shown)


def _noted(text: str, style: Style, width: float, room: Room) -> tuple[Line, Style]:
    """A line in its style, or smaller, or with a visible "…" that is noted; same line height."""
    whole = single_line(text, style.face, style.size).width
    size = style.size if whole <= width else max(style.size * width / whole * 0.999, _LEAST)
    line, cut = shortened_line(text, style.face, size, width)
    if cut:
        room.notes.shortened.append(text)
    return line, Style(style.face, size, style.line_height / size)


def _info(block: AddressField, room: Room) -> tuple[Style, tuple[tuple[Line, Line], ...]]:
    """Labels and values in two columns; what has no room is noted."""
    foot, body = room.styles.foot, room.styles.table
    rows = [(label, value) for label, value in block.info if value.strip()]
    room.notes.shortened += [value for _, value in rows[_MOST_INFO:]]
    rows = rows[:_MOST_INFO]
    pitch = min(body.line_height, _INFO_HEIGHT / max(len(rows), 1))
    size = min(body.size, 10.0, pitch / 1.06)
    style = Style(body.face, size, pitch / size)
    labels = [shortened_line(label, foot.face, foot.size, _INFO_WIDTH / 2)[0] for label, _ in rows]
    column = max((label.width for label in labels), default=0.0) + 2.5 * MM
    room_right = _INFO_WIDTH - column
    values = [_noted(value, style, room_right, room)[0] for _, value in rows]
    return style, tuple(zip(labels, values, strict=True))


def _draw(measured: _Measured, pen: Pen, _x: float, y: float) -> None:
    zone = y + _ZONE_MM * MM
    top = zone - len(measured.notes) * _NOTE_LINE - 0.5 * MM
    for place, note in enumerate(measured.notes):
        baseline = top + place * _NOTE_LINE + 2.6 * MM
        pen.text(note, _LEFT, baseline)
        if not place:
            under = baseline + 0.9 * MM
            pen.rule((_LEFT, under), (_LEFT + _WIDTH, under), HAIRLINE)
    at = zone + 0.5 * MM
    for line, style in measured.rows:
        draw_line(pen, line, style, _LEFT, at)
        at += style.line_height
    _draw_info(measured, pen, y)
    pen.text(measured.day, measured.day_left, y + _DATE_MM * MM)
    _draw_marks(measured.form, pen)


def _draw_info(measured: _Measured, pen: Pen, y: float) -> None:
    at = y + _INFO_TOP_MM * MM
    style = measured.info_style
    column = max((label.width for label, _ in measured.info), default=0.0) + 2.5 * MM
    for label, value in measured.info:
        baseline = at + style.line_height / 2 + 0.33 * value.size
        pen.text(label, _INFO_LEFT, baseline)
        pen.text(value, _INFO_LEFT + column, baseline)
        at += style.line_height


def _draw_marks(form: LetterForm, pen: Pen) -> None:
    """Two short lines to fold along, a longer one for the punch in the middle of the sheet."""
    for fold in form.folds:
        pen.rule((_FOLD_MARK[0], fold * MM), (_FOLD_MARK[1], fold * MM), HAIRLINE)
    hole = HOLE_MARK_MM * MM
    pen.rule((_HOLE_MARK[0], hole), (_HOLE_MARK[1], hole), HAIRLINE)

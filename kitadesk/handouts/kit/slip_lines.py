"""The lines of a slip that a hand fills in: boxes to tick, blanks, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.handouts.kit.blocks import SlipField
from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.page import Room
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import HAIRLINE, MM, RULE, TICK_MM
from kitadesk.handouts.kit.text import Line, shortened_line, single_line

_SMALLEST = 8.5
_GAP = 7 * MM
_INSET = 1.6 * MM
_TICK = TICK_MM * MM


@dataclass(frozen=True, slots=True)
class SlipPart:
    """A field of a fill-in line, measured: tick box, text, blank of a width, text."""

    tick: bool
    before: Line
    blank: float | None
    after: Line

    @property
    def width(self) -> float:
        """Width in points; a blank to the end of the line counts as nothing."""
        texts = self.before.width + self.after.width
        tick = _TICK + _INSET if self.tick else 0.0
        blank = 0.0 if self.blank is None else self.blank + _INSET
        return tick + texts + blank + (_INSET if self.after.runs else 0.0)


def slip_parts(fields: tuple[SlipField, ...], size: float, room: Room) -> tuple[SlipPart, ...]:
    """The fields of one line in the size in which all of them fit; blanks keep their width."""
    tried = size
    while tried > _SMALLEST:
        parts = tuple(_part(item, tried) for item in fields)
        if _line_width(parts) <= room.width:
            return parts
        tried -= 0.5
    return _shortened_parts(fields, room)


def _shortened_parts(fields: tuple[SlipField, ...], room: Room) -> tuple[SlipPart, ...]:
    """Texts of a line that is too long even small, each cut to its share with a visible …"""
    empty = tuple(_part(SlipField("", f.blank, "", f.tick), _SMALLEST) for f in fields)
    free = max(room.width - _line_width(empty), 0.0) - len(fields) * _INSET
    share = max(free / max(2 * len(fields), 1), 4 * MM)
    parts: list[SlipPart] = []
    for item in fields:
        before, cut_before = shortened_line(item.before, Face.REGULAR, _SMALLEST, share)
        after, cut_after = shortened_line(item.after, Face.REGULAR, _SMALLEST, share)
        room.notes.shortened += [
            text for text, cut in ((item.before, cut_before), (item.after, cut_after)) if cut
        ]
        blank = None if item.blank is None else item.blank * MM
        parts.append(SlipPart(item.tick, before, blank, after))
    return tuple(parts)


def _part(item: SlipField, size: float) -> SlipPart:
    return SlipPart(
        tick=item.tick,
        before=single_line(item.before, Face.REGULAR, size),
        blank=None if item.blank is None else item.blank * MM,
        after=single_line(item.after, Face.REGULAR, size),
    )


def _line_width(parts: tuple[SlipPart, ...]) -> float:
    return sum(part.width for part in parts) + _GAP * max(len(parts) - 1, 0)


def draw_parts(
    pen: Pen, parts: tuple[SlipPart, ...], left: float, right: float, baseline: float
) -> None:
    """Draw one line on its baseline; a blank to its end reaches the right edge."""
    x = left
    for part in parts:
        if part.tick:
            pen.box(x, baseline - _TICK + 0.6 * MM, _TICK, _TICK, RULE)
            x += _TICK + _INSET
        pen.text(part.before, x, baseline)
        x += part.before.width
        if part.blank is not None:
            start = x + (_INSET if part.before.runs else 0)
            x = start + part.blank if part.blank else right - part.after.width
            pen.rule((start, baseline + 1), (x, baseline + 1), HAIRLINE)
        if part.after.runs:
            pen.text(part.after, x + _INSET, baseline)
            x += _INSET + part.after.width
        x += _GAP

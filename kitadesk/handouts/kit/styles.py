"""Named measures of all papers: sizes in points, lengths in millimetres.

Black-and-white copiers first: rules and weight, no fills. Parents read 11 pt or more, the large
edition 14 pt; lines for handwriting are at least 8 mm high, tick boxes 4.5 mm (field.md 4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from kitadesk.handouts.kit.fonts import Face
from kitadesk.handouts.kit.text_blocks import TextStyle

MM = 72 / 25.4

BASE_PT = 11.0
LARGE_PT = 14.0
LEAST_SCALED_PT = 10.5

HAIRLINE = 0.4
RULE = 0.8
FRAME = 1.1

TICK_MM = 4.5
HAND_LINE_MM = 8.0
SLIP_HEIGHT_MM = 99.0
FOOT_MM = 9.0
# The lower fold of a window letter (DIN 5008) is 87 mm above its foot: there a slip is torn off.
TIGHT_SLIP_MM = 87.0


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set a line: cut, size in pt, leading as a multiple of size, air after in mm."""

    face: Face
    size: float
    leading: float = 1.36
    after: float = 0.0

    @property
    def line_height(self) -> float:
        """Distance of two baselines in points."""
        return self.size * self.leading

    def sized(self, size: float) -> Style:
        """The same style in another size."""
        return self if size == self.size else replace(self, size=size)


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of one edition."""

    text: dict[TextStyle, Style]
    house: Style
    house_lines: Style
    over: Style
    titles: tuple[Style, ...]
    stacks: tuple[Style, ...]
    posters: tuple[Style, ...]
    heading: Style
    facts_first: Style
    facts: Style
    table_head: Style
    table: Style
    table_bold: Style
    group: Style
    slip: Style
    slip_bold: Style
    slip_number: Style
    figure: Style
    foot: Style


def scaled(usual: Styles, k: float) -> Styles:
    """All styles for a larger or smaller sheet; what is read in the hand stays large enough."""

    def one(style: Style) -> Style:
        return _scaled_style(style, k)

    def steps(group: tuple[Style, ...]) -> tuple[Style, ...]:
        return tuple(one(style) for style in group)

    return Styles(
        text={name: one(style) for name, style in usual.text.items()},
        house=one(usual.house),
        house_lines=one(usual.house_lines),
        over=one(usual.over),
        titles=steps(usual.titles),
        stacks=steps(usual.stacks),
        posters=steps(usual.posters),
        heading=one(usual.heading),
        facts_first=one(usual.facts_first),
        facts=one(usual.facts),
        table_head=one(usual.table_head),
        table=one(usual.table),
        table_bold=one(usual.table_bold),
        group=one(usual.group),
        slip=one(usual.slip),
        slip_bold=one(usual.slip_bold),
        slip_number=one(usual.slip_number),
        figure=one(usual.figure),
        foot=one(usual.foot),
    )


def _scaled_style(style: Style, k: float) -> Style:
    """A style for another sheet; smaller only down to what its reader needs."""
    size = max(style.size * k, min(style.size, LEAST_SCALED_PT))
    return replace(style, size=size, after=style.after * k)


class Closeness(IntEnum):
    """How close a letter is set so that it fits one sheet; its text keeps its least size."""

    USUAL = 0
    TIGHT = 1
    DENSE = 2


def styles(*, large_print: bool, closeness: Closeness = Closeness.USUAL) -> Styles:
    """The styles of the ordinary or the 14-pt edition; small print never under 8 pt."""
    k = LARGE_PT / BASE_PT if large_print else 1.0
    usual = _usual(k)
    if closeness is Closeness.USUAL:
        return usual
    tight = _tightened(usual, k)
    return tight if closeness is Closeness.TIGHT else _dense(tight)


def _dense(tight: Styles) -> Styles:
    """The same sizes with the least leading in which lines still part: a long letter by post."""
    text = {name: replace(style, leading=1.2) for name, style in tight.text.items()}
    return replace(
        tight,
        text=text,
        over=replace(tight.over, leading=1.2),
        titles=tight.titles[1:],
        facts_first=replace(tight.facts_first, leading=1.24),
        facts=replace(tight.facts, leading=1.22),
        slip=replace(tight.slip, leading=1.2),
        slip_bold=replace(tight.slip_bold, leading=1.2),
    )


def _tightened(usual: Styles, k: float) -> Styles:
    """Letter text closer together, never smaller than parents may get it."""
    text = {
        TextStyle.BODY: Style(Face.REGULAR, BASE_PT * k, 1.3, after=2.2),
        TextStyle.STRONG: Style(Face.BOLD, BASE_PT * k, 1.3, after=2.2),
        TextStyle.POSTER: Style(Face.REGULAR, 15, 1.26, after=2),
        TextStyle.POSTER_STRONG: Style(Face.BOLD, 20, 1.2, after=2),
    }
    return replace(
        usual,
        text={**usual.text, **text},
        posters=usual.posters[2:],
        over=Style(Face.REGULAR, BASE_PT * k, 1.3, after=0.6),
        titles=usual.titles[2:],
        facts_first=Style(Face.BOLD, 12.5 * k, 1.32),
        facts=Style(Face.REGULAR, BASE_PT * k, 1.34),
    )


def _usual(k: float) -> Styles:
    """All styles, texts by the factor of the edition."""
    regular, bold = Face.REGULAR, Face.BOLD
    return Styles(
        text={
            TextStyle.BODY: Style(regular, 11.5 * k, 1.42, after=2.6),
            TextStyle.LEAD: Style(regular, 13 * k, 1.4, after=3),
            TextStyle.STRONG: Style(bold, 11.5 * k, 1.42, after=2.6),
            TextStyle.SMALL: Style(regular, 9.5 * k, 1.36, after=1.6),
            TextStyle.NOTE: Style(Face.ITALIC, 11 * k, 1.36, after=1.6),
            TextStyle.POSTER: Style(regular, 20, 1.3, after=3),
            TextStyle.POSTER_STRONG: Style(bold, 28, 1.22, after=3),
        },
        house=Style(bold, 13, 1.3),
        house_lines=Style(regular, 9.5, 1.35),
        over=Style(regular, 11.5 * k, 1.4, after=0.8),
        titles=tuple(Style(bold, size, 1.18) for size in (23, 21, 19, 17, 15.5, 14.5)),
        stacks=tuple(Style(bold, size, 1.15) for size in (44, 36, 30, 24, 19, 15)),
        posters=tuple(Style(bold, size, 1.12) for size in (48, 42, 38, 34, 30, 26, 22, 18)),
        heading=Style(bold, 13 * k, 1.3, after=1.6),
        facts_first=Style(bold, 13.5 * k, 1.42),
        facts=Style(regular, 11.5 * k, 1.48),
        table_head=Style(bold, 9.5 * k, 1.25),
        table=Style(regular, 11 * k, 1.25),
        table_bold=Style(bold, 11 * k, 1.25),
        group=Style(bold, 12 * k, 1.3),
        slip=Style(regular, 11 * k, 1.3),
        slip_bold=Style(bold, 11.5 * k, 1.3),
        slip_number=Style(bold, 19, 1.2),
        figure=Style(bold, 11 * k, 1.3),
        foot=Style(regular, 8.5, 1.3),
    )

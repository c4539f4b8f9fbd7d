"""Blocks of running text, and where one sheet ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Align(Enum):
    """Where a line stands in its box. START is left, for right-to-left text the right side."""

    START = "start"
    CENTER = "center"
    END = "end"


class TextStyle(Enum):
    """Named text styles; sizes and leading stand in kit.styles. POSTER is read from afar."""

    BODY = "body"
    LEAD = "lead"
    STRONG = "strong"
    SMALL = "small"
    NOTE = "note"
    POSTER = "poster"
    POSTER_STRONG = "poster_strong"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a paper (level 1, shrinks before it wraps), of a part (2), of a stack (0).

    Level −1 is the title of a poster: the largest of all, over as many lines as it takes.
    """

    text: str
    level: int = 1
    over: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept. `keep` says that it stays with what follows."""

    text: str
    style: TextStyle = TextStyle.BODY
    align: Align = Align.START
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height in mm; a letter that must fit one sheet may shrink it, `fixed` forbids that."""

    height: float
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text width."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page of the same letter or list."""


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A new letter or list begins: new page, page count from 1, an entry in the PDF outline.

    `footer` overrides the page setup for this sheet; a letter of two pages counts them, unless
    `footer` is False.
    `fit` spreads or tightens its air so that it fills one page well; with a slip that is so anyway.
    """

    bookmark: str = ""
    footer: bool | None = None
    fit: bool = False

"""The one safe door for text on paper: typed characters in, lines of drawable runs out.

No markup exists behind this door, so nothing a person types can be lost or understood as an
instruction (traps R1–R3). Each character gets the first bundled font that has it, or a visible □;
long words are broken, line breaks kept; right-to-left lines are broken in logical order first and
then shaped and ordered line by line (safety.md 2g).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional, combining

from bidi.algorithm import get_display  # the pure version: the compiled one leaves "(" unmirrored

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.handouts.kit.fonts import PLAIN, REPLACEMENT, Face, Typeface, typeface
from kitadesk.handouts.kit.hyphens import places

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

# A typed field has at most 20,000 characters (checked at entry); a paper may join several.
LONGEST_TEXT = 100_000
ELLIPSIS = "…"
_LONGEST_LINE = 400

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile("[^\\W\\d_]")
_BRACKETS = re.compile("[()\\[\\]{}«»<>]")
_BRACKET_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "<": ">"}
_NO_BREAK = "\u00a0"
_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# Spaces at which no line ends (DIN 5008): 28. Januar, 19 Uhr, Nr. 4821-7, § 5, z. B., Markt 1
_BINDING_SPACE = re.compile(
    rf"(?<=\d\.) (?=(?:{_MONTH})\b)"
    r"|(?<=\d) (?=(?:Uhr|Euro|Minuten|[%€])(?!\w))"
    r"|(?:(?<=§)|(?<=\bNr\.)|(?<=\bAbs\.)|(?<=\bArt\.)) (?=\d)"
    r"|(?<=\bTel\.) (?=[\d+(])|(?<=\bDr\.) (?=\w)"
    r"|(?<=\b[A-Za-z]\.) (?=[A-Za-z]\.)"
    r"|(?<=[a-zäöüß.]) (?=\d{1,3}[a-z]?(?:[,;)]| ·|$))"
)
_TELEPHONE = re.compile(r"(?<!\w)(?:\+|\(?0)\d*(?:[ /()-]{1,3}\d+){1,6}")
_LEFT_MARK = "\u200e"
_RIGHT_MARK = "\u200f"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters of one font, in the order they are drawn."""

    font: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line ready to draw: runs from left to right, width in points."""

    runs: tuple[Run, ...]
    size: float
    width: float
    right_to_left: bool


def break_lines(
    text: str, face: Face, size: float, width: float, *, listed: bool = False
) -> tuple[Line, ...]:
    """Break a text into lines of at most `width` points.

    An empty line stays an empty line. A word wider than the line is divided at a syllable, where
    it has none that fits between characters.
    `listed` says that it is an entry of a German list, see `is_right_to_left`.
    """
    glyphs = typeface(face)
    lines: list[Line] = []
    for part in safe_text(text).split("\n"):
        backwards = is_right_to_left(part, listed=listed)
        pieces = _wrapped(part, glyphs, size, width)
        lines.extend([_line(piece, glyphs, size, right_to_left=backwards) for piece in pieces])
    return tuple(lines)


def single_line(text: str, face: Face, size: float) -> Line:
    """The whole text on one line, however wide."""
    words = " ".join(safe_text(text).split())
    backwards = is_right_to_left(words, listed=True)
    return _line(words, typeface(face), size, right_to_left=backwards)


def shortened_line(text: str, face: Face, size: float, width: float) -> tuple[Line, bool]:
    """The text on one line, ending in a visible "…" where it is too long; True if so."""
    whole = single_line(text, face, size)
    if whole.width <= width:
        return whole, False
    glyphs = typeface(face)
    words = " ".join(safe_text(text).split())
    room = width - glyphs.width(ELLIPSIS, size)
    kept = _fitting(words, glyphs, size, room)
    cut = words[:kept].rstrip() + ELLIPSIS
    return _line(cut, glyphs, size, right_to_left=whole.right_to_left), True


def shortened_lines(
    text: str, face: Face, size: float, width: float, most: int
) -> tuple[tuple[Line, ...], bool]:
    """The text on at most so many lines, ending in a visible "…" where it is longer; True if so."""
    words = " ".join(safe_text(text).split())
    tried_words = words[: most * _LONGEST_LINE]
    whole = break_lines(tried_words, face, size, width, listed=True)
    if len(whole) <= most and tried_words == words:
        return whole, False
    low, high = 0, len(tried_words)
    while low + 1 < high:
        middle = (low + high) // 2
        tried = break_lines(words[:middle].rstrip() + ELLIPSIS, face, size, width, listed=True)
        low, high = (middle, high) if len(tried) <= most else (low, middle)
    return break_lines(words[:low].rstrip() + ELLIPSIS, face, size, width, listed=True), True


def widest_word(text: str, face: Face, size: float) -> float:
    """Width in points of the widest word: a column or title narrower than this breaks it."""
    glyphs = typeface(face)
    return max((_width(word, glyphs, size) for word in safe_text(text).split()), default=0.0)


def bound(text: str) -> str:
    """The text with no-break spaces where a line must not end, in phone numbers too.

    Only `_wrapped` asks; what is drawn has ordinary spaces again.
    """
    if " " not in text:
        return text
    if "0" in text or "+" in text:
        text = _TELEPHONE.sub(lambda found: found[0].replace(" ", _NO_BREAK), text)
    return _BINDING_SPACE.sub(_NO_BREAK, text)


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters no bundled font has; they print as □, so the form warns while typing."""
    glyphs = typeface(Face.REGULAR)
    return tuple(
        dict.fromkeys(
            char for char in _shaped(safe_text(text)).replace("\n", " ") if glyphs[char].missing
        )
    )


def safe_text(text: str) -> str:
    """Cleaned text of bounded length; tabs become spaces, for paper has no tab stops."""
    if len(text) > LONGEST_TEXT:
        raise UserError("value_too_long", field=text[:30], most=LONGEST_TEXT)
    return clean(text).replace("\t", "    ")


def is_right_to_left(text: str, *, listed: bool = False) -> bool:
    """Whether the first letter belongs to a script written from right to left.

    An entry of a German list ("خان, Mia · Frösche") does so only if it has no other letters.
    """
    letters = _LETTER.findall(text) if _RTL.search(text) else []
    if listed:
        return bool(letters) and all(_RTL.match(letter) for letter in letters)
    return bool(letters) and _RTL.match(letters[0]) is not None


def _line(text: str, glyphs: Typeface, size: float, *, right_to_left: bool) -> Line:
    """Runs of one broken line, in visual order; the direction is that of its paragraph."""
    runs = tuple(_runs(_visual(text, right_to_left=right_to_left), glyphs))
    return Line(runs, size, _width(text, glyphs, size), right_to_left)


def _runs(text: str, glyphs: Typeface) -> Iterator[Run]:
    """Neighbouring characters of one font; a space stays in the run it follows."""
    if text and PLAIN.fullmatch(text):
        yield Run(glyphs.name, text)
        return
    font, start = "", ""
    for char in text:
        glyph = glyphs[char]
        if glyph.font != font and start and not (glyph.text == " " or not glyph.text):
            yield Run(font, start)
            start = ""
        if not start:
            font = glyph.font
        start += glyph.text
    if start:
        yield Run(font, start)


def _width(text: str, glyphs: Typeface, size: float) -> float:
    return glyphs.width(_shaped(text), size)


def _wrapped(text: str, glyphs: Typeface, size: float, room: float) -> Iterator[str]:
    """Greedy lines in logical order; widths are those of the shaped words."""
    if len(text) <= _LONGEST_LINE and _width(text, glyphs, size) <= room:
        yield text.replace(_NO_BREAK, " ").rstrip(" ")
        return
    space = glyphs.width(" ", size)
    words: list[str] = []
    used = 0.0
    for word in _units(text, glyphs, size, room):
        width = _width(word, glyphs, size)
        if words and used + space + width > room:
            yield " ".join(words)
            words, used = [], 0.0
        if width > room:
            *full, word = _broken(word, glyphs, size, room)  # noqa: PLW2901  # the rest is the word
            yield from full
            width = _width(word, glyphs, size)
        used += width + (space if words else 0.0)
        words.append(word)
    yield " ".join(words).rstrip(" ") if words else ""


def _units(text: str, glyphs: Typeface, size: float, room: float) -> Iterator[str]:
    """Words, and words bound together as far as a line can hold them."""
    for unit in bound(text).split(" "):
        whole = unit.replace(_NO_BREAK, " ")
        if whole is unit or _width(whole, glyphs, size) <= room:
            yield whole
        else:
            yield from whole.split(" ")


def _broken(word: str, glyphs: Typeface, size: float, room: float) -> Iterator[str]:
    """The pieces of a word that is wider than a line: at syllables, else between characters."""
    start, known = 0, places(word)
    while start < len(word):
        end = start + _fitting(word[start : start + _LONGEST_LINE], glyphs, size, room)
        piece = word[start:end]
        for at, sign in reversed(known) if end < len(word) else ():
            if start < at <= end and _width(word[start:at] + sign, glyphs, size) <= room:
                end, piece = at, word[start:at] + sign
                break
        yield piece
        start = end


def _fitting(word: str, glyphs: Typeface, size: float, room: float) -> int:
    """How many characters of a word fit; at least one, and marks stay with their letter."""
    used, kept = 0.0, 0
    for index, char in enumerate(word):
        used += glyphs[char].width * size / 1000
        if used > room:
            break
        kept = index + 1
    while 1 < kept < len(word) and combining(word[kept]):
        kept -= 1
    return max(kept, 1)


def _shaped(text: str) -> str:
    """Arabic letters in their joined forms; other text as it is."""
    if not _RTL.search(text):
        return text
    shaped: str = _reshaper().reshape(text)
    return shaped


def _visual(text: str, *, right_to_left: bool) -> str:
    """One broken line as it is drawn; brackets are pinned, as the algorithm has no pairs.

    Characters that Python's Unicode does not know would stop it; they print as a box anyway.
    """
    if not _RTL.search(text):
        return text
    base = "R" if right_to_left else "L"
    known = "".join(char if bidirectional(char) else REPLACEMENT for char in text)
    pinned = _pinned(known, right_to_left=right_to_left)
    drawn: str = get_display(_shaped(pinned), base_dir=base)
    return drawn.replace(_RIGHT_MARK, "").replace(_LEFT_MARK, "")


def _pinned(text: str, *, right_to_left: bool) -> str:
    """Give every bracket the direction that rule N0 of UAX #9 would: the algorithm lacks it."""
    marks = {
        index: _RIGHT_MARK if right_to_left else _LEFT_MARK
        for index, char in enumerate(text)
        if _BRACKETS.match(char)
    }
    if not right_to_left:
        for start in list(marks):
            end = text.find(_BRACKET_PAIRS.get(text[start], "\0"), start + 1)
            if end > 0 and _inside_is_foreign(text[:start], text[start:end]):
                marks[start] = marks[end] = _RIGHT_MARK
    return "".join(
        f"{marks[index]}{char}{marks[index]}" if index in marks else char
        for index, char in enumerate(text)
    )


def _inside_is_foreign(before: str, inside: str) -> bool:
    """Brackets in a German line belong to the Arabic word before them if all in them is Arabic."""
    letters = _LETTER.findall(before)
    follows = bool(letters) and _RTL.match(letters[-1]) is not None
    return follows and is_right_to_left(inside, listed=True)


@cache
def _reshaper() -> ArabicReshaper:
    """Loaded when the first Arabic letter comes: its tables cost start-up time."""
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False})

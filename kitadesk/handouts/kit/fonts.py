"""The bundled fonts: registered once, then asked which of them can show a character.

Source Sans 3 carries the text, DejaVu Sans stands behind it for what it lacks (Arabic, Hebrew,
symbols). The toolkit embeds glyf TrueType only and has no fallback of its own (trap L7, R2).
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from kitadesk.base.paths import resources_dir

REPLACEMENT = "□"
_REGISTRATION = Lock()
_MOST_WIDTHS = 20_000
_LONGEST_WORD = 60


class Face(Enum):
    """The cuts papers use; the value is the name the toolkit knows the font by."""

    REGULAR = "KitaText"
    BOLD = "KitaTextBold"
    ITALIC = "KitaTextItalic"


_TEXT_FILES = {
    Face.REGULAR: "SourceSans3-Regular.ttf",
    Face.BOLD: "SourceSans3-SemiBold.ttf",
    Face.ITALIC: "SourceSans3-Italic.ttf",
}
_FALLBACK_NAMES = {
    Face.REGULAR: "KitaFallback",
    Face.BOLD: "KitaFallbackBold",
    Face.ITALIC: "KitaFallback",
}
_MAP_OF_TOOLKIT = ttfonts.makeToUnicodeCMap
_BEYOND_16_BITS = re.compile("<([0-9A-F]{5,6})>")
_FALLBACK_FILES = {"KitaFallback": "DejaVuSans.ttf", "KitaFallbackBold": "DejaVuSans-Bold.ttf"}


PLAIN = re.compile("[ -~ÄÖÜäöüß„“–…·]*")
"""Texts of characters that every text font has as they are: no need to ask one by one."""


class Glyph:
    """How one character is drawn: by which font, as which text, how wide (thousandths of size)."""

    __slots__ = ("font", "missing", "text", "width")

    def __init__(self, font: str, text: str, width: float, *, missing: bool = False) -> None:
        self.font = font
        self.text = text
        self.width = width
        self.missing = missing


class Typeface(dict[str, Glyph]):
    """The glyphs of one face with its fallback; looked up once per character, then kept."""

    def __init__(self, text_font: TTFont, fallback: TTFont) -> None:
        super().__init__()
        self.name: str = text_font.fontName
        self._fonts = (text_font, fallback)
        self._word_widths: dict[str, float] = {}
        self._advances = _Advances(self)

    def __missing__(self, char: str) -> Glyph:
        glyph = self[char] = self._find(char)
        return glyph

    def width(self, text: str, size: float) -> float:
        """The advance width of a text in points; words repeat, so their widths are kept."""
        known = self._word_widths.get(text)
        if known is None:
            known = sum(map(self._advances.__getitem__, text))
            if len(self._word_widths) > _MOST_WIDTHS:
                self._word_widths.clear()
            if len(text) <= _LONGEST_WORD:
                self._word_widths[text] = known
        return known * size / 1000

    def _find(self, char: str) -> Glyph:
        """The first font that has the character; format characters show nothing, others a box."""
        if unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
            return Glyph(self.name, "", 0)
        shown = " " if unicodedata.category(char) == "Zs" else char
        for font in self._fonts:
            if ord(shown) in font.face.charToGlyph:
                return Glyph(font.fontName, shown, _width(font, shown))
        if "\U0001f3fb" <= char <= "\U0001f3ff":  # skin tones belong to the sign before them
            return Glyph(self.name, "", 0)
        box_font = self._fonts[1]
        return Glyph(box_font.fontName, REPLACEMENT, _width(box_font, REPLACEMENT), missing=True)


class _Advances(dict[str, float]):
    """The widths of the glyphs of a face, in thousandths of its size."""

    def __init__(self, glyphs: Typeface) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, char: str) -> float:
        width = self[char] = self._glyphs[char].width
        return width


_registered: dict[Face, Typeface] = {}


def typeface(face: Face) -> Typeface:
    """The glyphs of a face; registers the bundled fonts at the first call, for all threads."""
    if face not in _registered:
        with _REGISTRATION:
            if face not in _registered:
                _registered.update(_register(resources_dir() / "fonts"))
    return _registered[face]


def _width(font: TTFont, char: str) -> float:
    width: float = font.face.charWidths.get(ord(char), font.face.defaultWidth)
    return width


def _register(folder: Path) -> dict[Face, Typeface]:
    """Load every file once; the toolkit's font table is global, so this must not run twice."""
    ttfonts.makeToUnicodeCMap = _text_map
    fallbacks = {name: TTFont(name, folder / file) for name, file in _FALLBACK_FILES.items()}
    texts = {face: TTFont(face.value, folder / file) for face, file in _TEXT_FILES.items()}
    for font in (*fallbacks.values(), *texts.values()):
        pdfmetrics.registerFont(font)
    return {face: Typeface(texts[face], fallbacks[_FALLBACK_NAMES[face]]) for face in Face}


def _text_map(font_name: str, subset: list[int]) -> str:
    """The toolkit's map from glyphs to text, with pairs where a character has more than 16 bits.

    It writes U+1F600 as five digits, and readers copy another letter out of the paper.
    """
    written: str = _MAP_OF_TOOLKIT(font_name, subset)
    return _BEYOND_16_BITS.sub(
        lambda found: f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>", written
    )

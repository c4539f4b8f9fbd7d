"""Reads a printed PDF back as a person would: text per page, places of words in mm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_float, c_ushort
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72


@dataclass(frozen=True)
class Stretch:
    """A stretch of text and its box in mm from the top left of the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """One page: size in mm, its text, its stretches of text."""

    width: float
    height: float
    text: str
    stretches: tuple[Stretch, ...]

    def find(self, text: str) -> Stretch:
        """Return the first stretch that holds a text."""
        return next(item for item in self.stretches if text in item.text)


def read_pdf(data: bytes, *, words: bool = True) -> list[Sheet]:
    """Return every page of a PDF; without `words` the stretches have a place but no text."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_sheet(document[index], words=words) for index in range(len(document))]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return a text without white space: a paper may break it anywhere."""
    return re.sub(r"\s+", "", text)


def all_text(data: bytes) -> str:
    """Return the text of all pages without white space."""
    return squeezed("".join(sheet.text for sheet in read_pdf(data, words=False)))


def _sheet(page: pypdfium2.PdfPage, *, words: bool) -> Sheet:
    width, height = page.get_size()
    content = page.get_textpage()
    stretches = []
    for index in range(content.count_rects()):
        left, bottom, right, top = content.get_rect(index)
        text = content.get_text_bounded(left, bottom, right, top) if words else ""
        box = (left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
        stretches.append(Stretch(text, *box))
    return Sheet(width * MM, height * MM, content.get_text_bounded(), tuple(stretches))


def read_letters(data: bytes) -> list[tuple[str, float]]:
    """Return every piece of text of a PDF with the size of its letters in points."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [found for page in document for found in _letters(page)]
    finally:
        document.close()


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    words = page.get_textpage()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=4):
        size = c_float()
        raw.FPDFTextObj_GetFontSize(item.raw, size)
        length = raw.FPDFTextObj_GetText(item.raw, words.raw, None, 0)
        letters = (c_ushort * (length // 2))()
        raw.FPDFTextObj_GetText(item.raw, words.raw, letters, length)
        text = bytes(letters).decode("utf-16-le").split("\0")[0]
        matrix = item.get_matrix()
        yield text, size.value * max(abs(matrix.a), abs(matrix.b))


def read_paths(data: bytes) -> list[list[Stretch]]:
    """Return per page the boxes in mm of everything drawn as lines, boxes and bars."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_paths(document[index]) for index in range(len(document))]
    finally:
        document.close()


def _paths(page: pypdfium2.PdfPage) -> list[Stretch]:
    height = page.get_height()
    found = []
    for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        box = (left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
        found.append(Stretch("", *box))
    return found

"""The toolkit's canvas, made quick for runs of many pages.

A letter of a run has little of its own: two or three lines of text, a code as bars, and its page in
the file. The toolkit writes these with much that is the same each time; here they are written as
short as the PDF format (ISO 32000-1) allows, and what pages have in common is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument, PDFPage, PDFResourceDictionary
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from kitadesk.handouts.kit.text import Run

Place: TypeAlias = "tuple[float, float]"
"""Points from the lower left corner of the sheet, as PDF counts."""


class RunCanvas(Canvas):  # type: ignore[misc]  # the toolkit has no types
    """Draws text and filled shapes shortly, and states forms and sheet size once for all pages."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._codes: dict[str, _Codes] = {}
        self._resources: dict[tuple[str, ...], _SharedResources] = {}
        self._boxes: dict[Place, bytes] = {}

    def write(self, runs: Iterable[Run], size: float, start: Place) -> None:
        """Set characters side by side, the baseline of the first beginning at `start`."""
        shown = " ".join(part for run in runs for part in self._codes_of(run.font).show(run, size))
        self.addLiteral(f"BT 1 0 0 1 {start[0]:.4f} {start[1]:.4f} Tm {shown} ET")

    def stroke(self, path: str, width: float, dash: tuple[float, float] | None = None) -> None:
        """Draw a path of PDF operators in points as a black line, whole or dashed (on, off)."""
        line = f"{width:.4f} w {path} S"
        self.addLiteral(f"[{dash[0]:.4f} {dash[1]:.4f}] 0 d {line} [] 0 d" if dash else line)

    def fill(self, path: str, scale: Place, origin: Place) -> None:
        """Fill a path of PDF operators with black; it has units and an origin of its own."""
        placed = f"{scale[0]:.6f} 0 0 {scale[1]:.6f} {origin[0]:.4f} {origin[1]:.4f} cm"
        self.addLiteral(f"q {placed} {path} f Q")

    @override
    def _setXObjects(self, thing: object) -> None:
        """Complete a page or form: the toolkit calls this for each."""
        super()._setXObjects(thing)
        if isinstance(thing, PDFPage):
            thing.Resources = self._resources_of(tuple(dict.fromkeys(self._formsinuse)))
            thing.MediaBox = self._box_of((thing.pagewidth, thing.pageheight))
            thing.Rotate = thing.Trans = None

    def _codes_of(self, font: str) -> _Codes:
        known = self._codes.get(font)
        if known is None:
            known = self._codes[font] = _Codes(pdfmetrics.getFont(font), self._doc)
        return known

    def _resources_of(self, forms: tuple[str, ...]) -> _SharedResources:
        known = self._resources.get(forms)
        if known is None:
            known = self._resources[forms] = _SharedResources()
            known.basicFonts()
            known.allProcs()
            known.XObject = self._doc.xobjDict(forms)
        return known

    def _box_of(self, size: Place) -> bytes:
        known = self._boxes.get(size)
        if known is None:
            known = self._boxes[size] = PDFArray([0, 0, *size]).format(self._doc)
        return known


class _Codes(dict[str, str]):
    """How one file writes the characters of one font: each by its code in a subset of the font.

    A subset has 256 codes at most; the toolkit opens another where a file needs more characters.
    """

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self._subsets: dict[str, int] = {}

    def __missing__(self, char: str) -> str:
        ((subset, code),) = self._font.splitString(char, self._document)
        self._subsets[char] = subset
        self[char] = written = _escaped(code[0])
        return written

    def show(self, run: Run, size: float) -> Iterator[str]:
        """Give the operators that choose a subset and show the characters it has."""
        written = "".join([self[char] for char in run.text])
        subsets = {self._subsets[char] for char in run.text}
        if len(subsets) == 1:
            yield self._shown(subsets.pop(), size, written)
            return
        for subset, chars in groupby(run.text, key=self._subsets.__getitem__):
            yield self._shown(subset, size, "".join([self[char] for char in chars]))

    def _shown(self, subset: int, size: float, written: str) -> str:
        name = self._font.getSubsetInternalName(subset, self._document)
        return f"{name} {size:.6g} Tf ({written}) Tj"


class _SharedResources(PDFResourceDictionary):  # type: ignore[misc]
    """Fonts and forms as an object of its own in the file, which pages refer to."""

    __RefOnly__ = 1


def _escaped(code: int) -> str:
    """One byte of a string in PDF: what would end or bend the string is escaped."""
    char = chr(code)
    if char in "\\()":
        return f"\\{char}"
    return char if " " <= char <= "~" else f"\\{code:03o}"

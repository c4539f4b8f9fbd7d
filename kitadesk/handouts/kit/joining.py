"""Several papers in one file, one behind the other, each as often as wanted.

They are drawn on one canvas, not joined from finished files: fonts and pictures are stored once,
bookmarks need no second library, and sides of different sizes stand behind each other as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from kitadesk.handouts.kit.blocks import Document
from kitadesk.handouts.kit.canvas import RunCanvas
from kitadesk.handouts.kit.pdf import Drawing, open_canvas

OnCopy = Callable[[int, int], object]
MANY_SHEETS = 12
"""More bookmarks than these below one paper are folded."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of the file: its bookmark, what it is, and how often it comes."""

    title: str
    document: Document
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Extent:
    """What one copy takes: printed sides, and sheets of paper."""

    sides: int
    sheets: int

    def times(self, copies: int) -> Extent:
        """Return what so many copies take."""
        return Extent(self.sides * copies, self.sheets * copies)


@dataclass(frozen=True, slots=True)
class Joined:
    """The file, and what each part takes with all of its copies."""

    pdf: bytes
    extents: tuple[Extent, ...]


def extent_of(document: Document, *, both_sides: bool = False) -> Extent:
    """Return what one copy takes; printed on both sides each letter still begins on a front."""
    return _Part(Part("", document), None, "", both_sides=both_sides).extent


def join(
    parts: Sequence[Part],
    title: str,
    *,
    author: str = "",
    printed_on: date | None = None,
    both_sides: bool = False,
    invariant: bool = False,
    on_copy: OnCopy | None = None,
) -> Joined:
    """Draw the parts in their order; `on_copy(number, count)` is called before each copy.

    With `both_sides` every letter or list begins on the front of a sheet: where the one before it
    ends on a front, its back stays empty.
    """
    target = BytesIO()
    canvas = open_canvas(target, title, author, invariant=invariant)
    count, done = sum(part.copies for part in parts), 0
    extents = []
    for number, part in enumerate(parts):
        laid_out = _Part(part, printed_on, f"d{number}.", both_sides=both_sides)
        extents.append(laid_out.extent.times(part.copies))
        for copy in range(part.copies):
            if on_copy is not None:
                on_copy(done, count)
            laid_out.draw(canvas, copy)
            done += 1
    canvas.showOutline()
    canvas.save()
    return Joined(target.getvalue(), tuple(extents))


class _Part:
    """One paper laid out once; every copy is drawn from it."""

    def __init__(self, part: Part, printed_on: date | None, name: str, *, both_sides: bool) -> None:
        self._part = part
        self._name = name
        self._drawing = Drawing(part.document, printed_on, name)
        self._order = tuple(self._on_fronts() if both_sides else range(len(self._drawing.sides)))
        backs = sum(side is None for side in self._order)
        sheets = -(-len(self._order) // 2) if both_sides else len(self._order)
        self.extent = Extent(len(self._order) - backs, sheets)

    def draw(self, canvas: RunCanvas, copy: int) -> None:
        """Draw a copy; the first has the bookmarks of its sheets, the others one each."""
        has_sheets = copy == 0 and self._marks() > 1
        key = f"{self._name}copy{copy}"
        canvas.bookmarkPage(key)
        if copy == 0:
            canvas.addOutlineEntry(self._part.title, key, 0, closed=self._marks() > MANY_SHEETS)
        else:
            canvas.addOutlineEntry(f"{copy + 1}. Exemplar", key, 1)
        for side in self._order:
            if side is None:
                canvas.showPage()
            else:
                self._drawing.draw_side(canvas, side, bookmarks=has_sheets, level=1)

    def _marks(self) -> int:
        return sum(bool(page.bookmark) for pages in self._drawing.sides for page in pages)

    def _on_fronts(self) -> Iterator[int | None]:
        """Give the sides with empty backs (None) between them; the last sheet is whole too."""
        at = 0
        for side in range(len(self._drawing.sides)):
            if at % 2 and self._drawing.begins_letter(side):
                yield None
                at += 1
            yield side
            at += 1
        if at % 2:
            yield None

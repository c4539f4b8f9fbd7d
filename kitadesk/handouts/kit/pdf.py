"""Document in, PDF out; nothing is read from disk or net while drawing, nothing is written.

Blocks that come again in a document (serial letters) are measured once and drawn once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

from reportlab import rl_config

from kitadesk.base.dates import numeric_date
from kitadesk.handouts.kit.blocks import (
    Document,
    PageSetup,
    PaperSize,
    TwoUp,
)
from kitadesk.handouts.kit.canvas import RunCanvas
from kitadesk.handouts.kit.codes import on_pixel
from kitadesk.handouts.kit.cut_lines import draw_cut_down
from kitadesk.handouts.kit.fonts import Face, typeface
from kitadesk.handouts.kit.layout import Report, inspect, lay_out, page_count
from kitadesk.handouts.kit.page import Page, Room, Run
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.styles import HAIRLINE, MM
from kitadesk.handouts.kit.text import shortened_line, single_line

__all__ = [
    "Drawing",
    "Drawn",
    "Report",
    "draw",
    "inspect",
    "open_canvas",
    "page_count",
    "render",
]

rl_config.trustedSchemes = []
rl_config.trustedHosts = []
rl_config.useA85 = 0  # plain binary streams: a fifth smaller, and faster to write
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF and how many sides of paper it has."""

    pdf: bytes
    sides: int


def render(document: Document, *, printed_on: date | None = None, invariant: bool = False) -> bytes:
    """Draw a document; `printed_on` stands in the foot, `invariant` gives equal bytes (tests)."""
    return draw(document, printed_on=printed_on, invariant=invariant).pdf


def draw(document: Document, *, printed_on: date | None = None, invariant: bool = False) -> Drawn:
    """Draw a document as `render` does and count its sides, so that it is laid out once."""
    drawing = Drawing(document, printed_on)
    target = BytesIO()
    canvas = open_canvas(target, document.title, document.author, invariant=invariant)
    for side in range(len(drawing.sides)):
        drawing.draw_side(canvas, side, bookmarks=True)
    canvas.save()
    return Drawn(target.getvalue(), len(drawing.sides))


def open_canvas(target: BytesIO, title: str, author: str, *, invariant: bool = False) -> RunCanvas:
    """Begin a file; every side that is drawn brings its own size."""
    typeface(Face.REGULAR)
    canvas = RunCanvas(
        target,
        pageCompression=1,
        invariant=int(invariant),
        initialFontName=Face.REGULAR.value,
        lang="de-DE",
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("KitaDesk")
    return canvas


class Drawing:
    """A document laid out, side of paper by side, to be drawn as often as wanted.

    Several drawings may stand in one file; `name` keeps what they share with themselves apart.
    """

    def __init__(self, document: Document, printed_on: date | None = None, name: str = "") -> None:
        self._document = document
        self._printed_on = printed_on
        self._name = name
        pages, self._room = lay_out(document)
        self.sides = _sheets(pages, document.page.two_up)
        self.size = (_sheet_width(document.page, self._room), self._room.page_height)
        self._pen: Pen | None = None

    def begins_letter(self, side: int) -> bool:
        """Whether a letter or list of its own begins on this side."""
        return any(page.number == 1 for page in self.sides[side])

    def draw_side(self, canvas: RunCanvas, side: int, *, bookmarks: bool, level: int = 0) -> None:
        """Draw one side and end the page; always into the same file."""
        if self._pen is None:
            self._pen = Pen(canvas, self._room.page_height, self._name)
        width, height = self.size
        canvas.setPageSize(self.size)
        middle = on_pixel(width / 2)
        for half, page in enumerate(self.sides[side]):
            if page.bookmark and bookmarks:
                key = f"{self._name}sheet{side}.{half}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(page.bookmark, key, level)
            with self._pen.moved(half * middle):
                _draw_page(self._pen, page, self._room, self._document, self._printed_on)
        if self._document.page.two_up is not TwoUp.NO:
            draw_cut_down(self._pen, width / 2, height)
        canvas.showPage()


def _sheet_width(setup: PageSetup, room: Room) -> float:
    """Width of the paper; two A5 pages lie on an A4 sheet, which is 1 mm wider than both."""
    if setup.two_up is TwoUp.NO:
        return room.page_width
    height = round(room.page_height / MM)
    known = (size.value[1] * MM for size in PaperSize if round(size.value[0]) == height)
    return max(2 * room.page_width, *known)


def _sheets(pages: list[Page], two_up: TwoUp) -> list[tuple[Page, ...]]:
    """Which pages lie side by side on a sheet; the last right half may stay empty."""
    if two_up is TwoUp.NO:
        return [(page,) for page in pages]
    if two_up is TwoUp.TWICE:
        return [(page, page) for page in pages]
    half = -(-len(pages) // 2)
    left, right = pages[:half], pages[half:]
    return [(page, *right[at : at + 1]) for at, page in enumerate(left)]


def _draw_page(
    pen: Pen, page: Page, room: Room, document: Document, printed_on: date | None
) -> None:
    for run in page.runs:
        if run.shared:
            pen.stamp(run, room.page_width, partial(_draw_run, run))
        else:
            _draw_run(run, pen)
    if page.head and any(page.head):
        _draw_head(pen, page.head, room)
    if page.counted:
        _draw_footer(pen, page, room, document, printed_on)


def _draw_run(run: Run, pen: Pen) -> None:
    for item in run.items:
        if item.piece.draw:
            item.piece.draw(pen, item.x, item.y)


def _draw_head(pen: Pen, head: tuple[str, str], room: Room) -> None:
    """House at the left, addressee or paper at the right, a line below, above the text area."""
    style = room.styles.foot
    y = room.top - 5 * MM
    most = room.width / 2 - 3 * MM
    house, about = (shortened_line(text, style.face, style.size, most)[0] for text in head)
    pen.text(house, room.left, y)
    pen.text(about, room.left + room.width - about.width, y)
    pen.rule((room.left, y + 1.2 * MM), (room.left + room.width, y + 1.2 * MM), HAIRLINE)


def _draw_footer(
    pen: Pen, page: Page, room: Room, document: Document, printed_on: date | None
) -> None:
    """Paper name, print date, page of pages; a letter of several pages has only the last."""
    style = room.styles.foot
    y = _foot_of(page, room)
    left, right = room.left, room.left + room.width
    count = single_line(f"Seite {page.number} von {page.total}", style.face, style.size)
    pen.text(count, right - count.width, y)
    if not page.footer:
        return
    stamp = f"gedruckt am {numeric_date(printed_on)}" if printed_on else ""
    printed = single_line(stamp, style.face, style.size)
    most = (room.width - printed.width) / 2 - 4 * MM
    name, _ = shortened_line(document.foot or document.title, style.face, style.size, most)
    pen.text(name, left, y)
    pen.text(printed, left + (room.width - printed.width) / 2, y)


def _foot_of(page: Page, room: Room) -> float:
    """Baseline of the foot line; above a slip, for the slip is cut off and full to its edge."""
    slips = [item.y for run in page.runs for item in run.items if item.piece.pinned]
    return min(slips) - 2.5 * MM if slips else room.bottom + 6.5 * MM

"""Document in, PDF out; nothing is read from disk or net while drawing, nothing is written.

Blocks that come again in a document (serial letters) are measured once and drawn once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import TypeAlias

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from kitadesk.base.dates import numeric_date
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    Letterhead,
    NewSheet,
    texts_of,
)
from kitadesk.handouts.kit.fonts import Face, typeface
from kitadesk.handouts.kit.letter import in_letter_form
from kitadesk.handouts.kit.page import Page, Piece, Placed, Room, paginate, room_of
from kitadesk.handouts.kit.pen import Pen
from kitadesk.handouts.kit.pieces import pieces_of
from kitadesk.handouts.kit.styles import HAIRLINE, MM, Closeness
from kitadesk.handouts.kit.text import missing_glyphs, shortened_line, single_line

rl_config.trustedSchemes = []
rl_config.trustedHosts = []
rl_config.useA85 = 0  # plain binary streams: a fifth smaller, and faster to write
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a document comes to: its pages, texts shortened with "…", characters shown as "□".

    `long_letters` names the letters that should fit one sheet, and do not.
    """

    pages: int
    shortened: tuple[str, ...]
    missing: tuple[str, ...]
    long_letters: tuple[str, ...] = ()


def render(document: Document, *, printed_on: date | None = None, invariant: bool = False) -> bytes:
    """Draw a document; `printed_on` stands in the foot, `invariant` gives equal bytes (tests)."""
    pages, room = _lay_out(document)
    target = BytesIO()
    typeface(Face.REGULAR)
    canvas = Canvas(
        target,
        pagesize=(room.page_width, room.page_height),
        pageCompression=1,
        invariant=int(invariant),
        initialFontName=Face.REGULAR.value,
        lang="de-DE",
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setCreator("KitaDesk")
    pen = Pen(canvas, room.page_height)
    for index, page in enumerate(pages):
        if page.bookmark:
            key = f"sheet{index}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(page.bookmark, key)
        _draw_page(pen, page, room, document, printed_on)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def page_count(document: Document) -> int:
    """How many sides of paper the document takes."""
    return len(_lay_out(document)[0])


def inspect(document: Document) -> Report:
    """What to look at before printing; nothing is drawn."""
    pages, room = _lay_out(document)
    missing = (char for text in texts_of(document) for char in missing_glyphs(text))
    return Report(
        pages=len(pages),
        shortened=tuple(dict.fromkeys(room.notes.shortened)),
        missing=tuple(dict.fromkeys(missing)),
        long_letters=tuple(page.bookmark for page in pages if page.is_long_letter),
    )


def _lay_out(document: Document) -> tuple[list[Page], Room]:
    """All pages of a document; a letter that is a little too long is set closer together."""
    document = replace(document, blocks=in_letter_form(document.blocks))
    uses = Counter(document.blocks)
    usual, *closer = (_Measurer(room_of(document.page, closeness=way), uses) for way in Closeness)
    pages: list[Page] = []
    for start, blocks in _sheets(document):
        pieces = usual.pieces_of(blocks)
        sheet = paginate(pieces, usual.room, fit=start.fit)
        is_letter = start.fit or any(piece.pinned for piece in pieces)
        if is_letter and len(sheet) > 1:
            sheet = _on_one_sheet(closer, blocks, start) or sheet
            sheet[0].is_long_letter = len(sheet) > 1
        sheet[0].bookmark = start.bookmark
        footer = document.page.footer if start.footer is None else start.footer
        for page in sheet:
            page.footer = footer
            page.counted = footer or (len(sheet) > 1 and start.footer is None)
        if not footer and start.footer is None:
            _head_following(sheet[1:], blocks, document)
        pages += sheet
    return pages, usual.room


def _head_following(pages: list[Page], blocks: list[Block], document: Document) -> None:
    """The following pages of a letter say whose letter to whom they belong to."""
    house = next((block.name for block in blocks if isinstance(block, Letterhead)), "")
    people = next((block.lines[:1] for block in blocks if isinstance(block, AddressField)), ())
    for page in pages:
        page.head = (house, people[0] if people else document.foot or document.title)


def _on_one_sheet(
    closer: list[_Measurer], blocks: list[Block], start: NewSheet
) -> list[Page] | None:
    """The letter set as little closer as it takes to fit one sheet; None if nothing helps."""
    for measurer in closer:
        sheet = paginate(measurer.pieces_of(blocks), measurer.room, fit=start.fit)
        if len(sheet) == 1:
            return sheet
    return None


class _Measurer:
    """Makes blocks to pieces in one room; a block equal to an earlier one shares its pieces."""

    def __init__(self, room: Room, uses: Counter[Block]) -> None:
        self.room = room
        self._uses = uses
        self._known: dict[Block, tuple[Piece, ...]] = {}

    def pieces_of(self, blocks: list[Block]) -> list[Piece]:
        """Give the pieces of one letter or list."""
        return [piece for block in blocks for piece in self._of(block)]

    def _of(self, block: Block) -> tuple[Piece, ...]:
        if block not in self._known:
            drawn = tuple(pieces_of(block, self.room))
            if self._uses[block] > 1:
                drawn = tuple(replace(piece, shared=piece.draw is not None) for piece in drawn)
            self._known[block] = drawn
        return self._known[block]


def _sheets(document: Document) -> Iterator[tuple[NewSheet, list[Block]]]:
    """The letters or lists of a document; without any NewSheet it is one."""
    start, blocks = NewSheet(), list[Block]()
    for block in document.blocks:
        if isinstance(block, NewSheet):
            if blocks:
                yield start, blocks
            start, blocks = block, []
        else:
            blocks.append(block)
    yield start, blocks


Run: TypeAlias = "tuple[Placed, ...]"
"""Pieces that follow each other on a page: all shared with other pages, or none of them."""


def _runs(page: Page) -> list[Run]:
    """The pieces of a page in reading order, those in common parted from the page's own."""
    drawn = (item for item in page.items if item.piece.draw)
    return [tuple(run) for _, run in groupby(drawn, key=lambda item: item.piece.shared)]


def _key(run: Run) -> Hashable:
    """What makes two runs equal: the same pieces at the same places."""
    return tuple((id(item.piece), item.x, item.y) for item in run)


def _draw_page(
    pen: Pen, page: Page, room: Room, document: Document, printed_on: date | None
) -> None:
    for run in _runs(page):
        if run[0].piece.shared:
            pen.stamp(_key(run), room.page_width, partial(_draw_run, run))
        else:
            _draw_run(run, pen)
    if page.head and any(page.head):
        _draw_head(pen, page.head, room)
    if page.counted:
        _draw_footer(pen, page, room, document, printed_on)


def _draw_run(run: Run, pen: Pen) -> None:
    for item in run:
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
    slips = [item.y for item in page.items if item.piece.pinned]
    return min(slips) - 2.5 * MM if slips else room.bottom + 6.5 * MM

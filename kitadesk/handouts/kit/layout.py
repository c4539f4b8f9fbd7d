"""From blocks to pages: each letter or list on its sheets, and what to know before printing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    Letterhead,
    NewSheet,
    Slip,
    TwoUp,
    texts_of,
)
from kitadesk.handouts.kit.letter import in_letter_form
from kitadesk.handouts.kit.page import Page, Piece, Room, paginate, room_of
from kitadesk.handouts.kit.pieces import pieces_of
from kitadesk.handouts.kit.styles import Closeness
from kitadesk.handouts.kit.text import missing_glyphs

_MONTHS = "Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
_DAY = re.compile(rf"\b(\d{{1,2}})\.\s?(\d{{1,2}}\.|(?:{_MONTHS})\w*)")

_MOST_DRAWN_TOGETHER = 3
"""Pages; a letter that takes more cannot fit one sheet, however close it is set."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a document comes to: its sides of paper, texts shortened, characters shown as "□".

    `long_letters` names the letters that should fit one sheet, and do not; `only_on_slips` the days
    that stand on a slip and not in its letter: who gives the slip back has lost them.
    """

    pages: int
    shortened: tuple[str, ...]
    missing: tuple[str, ...]
    long_letters: tuple[str, ...] = ()
    only_on_slips: tuple[str, ...] = ()


def page_count(document: Document) -> int:
    """How many sides of paper the document takes."""
    return _sides(len(lay_out(document)[0]), document.page.two_up)


def inspect(document: Document) -> Report:
    """What to look at before printing; nothing is drawn."""
    pages, room = lay_out(document)
    missing = (char for text in texts_of(document) for char in missing_glyphs(text))
    return Report(
        pages=_sides(len(pages), document.page.two_up),
        shortened=tuple(dict.fromkeys(room.notes.shortened)),
        missing=tuple(dict.fromkeys(missing)),
        long_letters=tuple(page.bookmark for page in pages if page.is_long_letter),
        only_on_slips=tuple(dict.fromkeys(_only_on_slips(document))),
    )


def _sides(pages: int, two_up: TwoUp) -> int:
    """How many sides of paper so many pages take."""
    return -(-pages // 2) if two_up is TwoUp.STACKED else pages


def _only_on_slips(document: Document) -> Iterator[str]:
    """Days on a slip that its letter does not name; the slip is cut off and given back."""
    for _, blocks in _sheets(document):
        slips = tuple(block for block in blocks if isinstance(block, Slip))
        if not slips:
            continue
        letter = tuple(block for block in blocks if not isinstance(block, Slip))
        known = _days(letter)
        for day, words in _days(slips).items():
            if day not in known:
                yield words


def _days(blocks: object) -> dict[tuple[str, str], str]:
    """The days named in texts: (day, first letters of the month) and how they stand there."""
    found: dict[tuple[str, str], str] = {}
    for text in texts_of(blocks):
        for match in _DAY.finditer(text):
            found.setdefault((match[1], _month(match[2])), match[0])
    return found


def _month(words: str) -> str:
    """The month of "24.3.", "24. Mär" and "24. März" as one and the same."""
    number = words.rstrip(".")
    names = _MONTHS.split("|")
    if number.isdecimal():
        return names[int(number) - 1] if 1 <= int(number) <= len(names) else number
    return words[:3]


def lay_out(document: Document) -> tuple[list[Page], Room]:
    """All pages of a document; a letter that is a little too long is set closer together."""
    document = replace(document, blocks=_interned(in_letter_form(document.blocks)))
    uses = Counter(id(block) for block in document.blocks)
    usual, *closer = (_Measurer(room_of(document.page, closeness=way), uses) for way in Closeness)
    pages: list[Page] = []
    for start, blocks in _sheets(document):
        has_slip = any(isinstance(block, Slip) for block in blocks)
        fit = start.fit or (has_slip and usual.room.cut is not None)
        sheet = paginate(usual.pieces_of(blocks), usual.room, fit=fit)
        is_letter = fit or has_slip
        if is_letter and len(sheet) > 1:
            if len(sheet) <= _MOST_DRAWN_TOGETHER:
                sheet = _on_one_sheet(closer, blocks, fit=fit) or sheet
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


def _on_one_sheet(closer: list[_Measurer], blocks: list[Block], *, fit: bool) -> list[Page] | None:
    """The letter set as little closer as it takes to fit one sheet; None if nothing helps."""
    for measurer in closer:
        sheet = paginate(measurer.pieces_of(blocks), measurer.room, fit=fit)
        if len(sheet) == 1:
            return sheet
    return None


def _interned(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with equal ones as one object: looked at by value once, by identity from then."""
    first: dict[Block, Block] = {}
    return tuple(first.setdefault(block, block) for block in blocks)


class _Measurer:
    """Makes interned blocks to pieces in one room; a block that comes again shares its pieces."""

    def __init__(self, room: Room, uses: Counter[int]) -> None:
        self.room = room
        self._uses = uses
        self._known: dict[int, tuple[Piece, ...]] = {}

    def pieces_of(self, blocks: list[Block]) -> list[Piece]:
        """Give the pieces of one letter or list."""
        return [piece for block in blocks for piece in self._of(block)]

    def _of(self, block: Block) -> tuple[Piece, ...]:
        known = self._known.get(id(block))
        if known is None:
            known = tuple(pieces_of(block, self.room))
            if self._uses[id(block)] > 1:
                known = tuple(replace(piece, shared=piece.draw is not None) for piece in known)
            self._known[id(block)] = known
        return known


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

"""Places pieces on pages: where a page ends, what moves together, what is pinned to the foot.

Every block becomes pieces, each no taller than a third of a page, so nothing a person types can be
too large for the paper. A letter with a slip is spread or drawn together so that it fits one sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar, cast

from kitadesk.handouts.kit.blocks import Margins, PageSetup
from kitadesk.handouts.kit.pen import DrawAt
from kitadesk.handouts.kit.styles import FOOT_MM, MM, Closeness, Styles, scaled, styles

T = TypeVar("T")

# Air of a letter that has to fit one sheet, widest first: the first that fits is taken.
_SPREADS = (1.5, 1.25, 1.0, 0.75, 0.5, 0.35)
# A letter without a slip has the whole sheet, and may fill it.
_WIDE_SPREADS = (2.4, 2.0, *_SPREADS)
# So many blank rows may give way where that saves a page: no sheet for one empty line.
_MOST_GIVEN_UP = 4

_CLEAR_OF_SLIP = 5 * MM


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a page that is never divided; height in points.

    `gap` is air that vanishes at the top of a page and may be spread; `head` is repeated where the
    piece begins a page; `pinned` stands at the foot of the sheet, `fixed_top` at a distance from
    its top edge; both are drawn from the left paper edge. `clear` asks for a new page if something
    stands there already. `optional` is a blank row for writing in.
    """

    height: float
    draw: DrawAt | None = None
    gap: bool = False
    keep_with_next: bool = False
    head: Piece | None = None
    break_before: bool = False
    pinned: bool = False
    fixed_top: float | None = None
    shared: bool = False
    optional: bool = False
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place, top left corner in points from the top left of the sheet."""

    piece: Piece
    x: float
    y: float


@dataclass(slots=True)
class Page:
    """One side of paper, and which page of how many of its letter or list it is.

    `head` stands above the following pages of a letter: from which house, to whom or about what.
    """

    items: list[Placed] = field(default_factory=list)
    number: int = 1
    total: int = 1
    bookmark: str = ""
    counted: bool = False
    footer: bool = False
    is_long_letter: bool = False
    head: tuple[str, str] | None = None


@dataclass(slots=True)
class Notes:
    """What the person should see before printing: texts that end in … because of their place."""

    shortened: list[str] = field(default_factory=list)


class Common:
    """What many blocks of a document have in common, made once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for an equal key before, or make it."""
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """The measures of a document in points, its styles, and what was noticed while laying out.

    `closeness` sets letter and slip closer where a letter would take two pages otherwise. `cut` is
    the middle of a sheet whose right half is the reply slip.
    """

    page_width: float
    page_height: float
    left: float
    top: float
    width: float
    bottom: float
    styles: Styles
    closeness: Closeness = Closeness.USUAL
    notes: Notes = field(default_factory=Notes)
    common: Common = field(default_factory=Common)
    cut: float | None = None

    @property
    def height(self) -> float:
        """Height of the text area of a page."""
        return self.bottom - self.top

    @property
    def most(self) -> float:
        """The tallest a piece may be that could also be divided."""
        return self.height / 3


def room_of(setup: PageSetup, *, closeness: Closeness = Closeness.USUAL) -> Room:
    """The text area of a page setup; the foot line stands below it in the bottom margin."""
    width, height = setup.size.value
    if setup.landscape:
        width, height = height, width
    k = setup.scale
    edges = _scaled_edges(setup.margins, k)
    usual = styles(large_print=setup.large_print, closeness=closeness)
    text_width = (width / 2 if setup.slip_beside else width) - edges.left - edges.right
    foot = FOOT_MM if setup.footer else 0
    return Room(
        page_width=width * MM,
        page_height=height * MM,
        left=edges.left * MM,
        top=edges.top * MM,
        width=text_width * MM,
        bottom=(height - edges.bottom - foot) * MM,
        styles=usual if k == 1 else scaled(usual, k),
        closeness=closeness,
        cut=width / 2 * MM if setup.slip_beside else None,
    )


def _scaled_edges(edges: Margins, k: float) -> Margins:
    return Margins(edges.top * k, edges.right * k, edges.bottom * k, edges.left * k)


def paginate(pieces: Sequence[Piece], room: Room, *, fit: bool = False) -> list[Page]:
    """Place the pieces of one letter or list; one with a slip gets the widest air that fits.

    Letters of a run differ in a name and are placed alike: where they stand is found out once.
    """
    has_slip = any(piece.pinned for piece in pieces)
    if not fit and not has_slip:
        return _with_fewer_blank_rows(pieces, room)
    spreads = _SPREADS if has_slip else _WIDE_SPREADS
    if any(piece.head for piece in pieces):
        return _fitted(pieces, room, spreads)
    shape = ("places", spreads, *map(_shape, pieces))
    places = room.common.once(shape, partial(_places, pieces, room, spreads))
    return [
        Page([Placed(pieces[at], x, y) for at, x, y in page], number, len(places))
        for number, page in enumerate(places, 1)
    ]


def _shape(piece: Piece) -> Hashable:
    """All of a piece that decides where it and the others stand."""
    return (
        piece.height,
        piece.gap,
        piece.keep_with_next,
        piece.break_before,
        piece.pinned,
        piece.fixed_top,
        piece.clear,
    )


def _places(
    pieces: Sequence[Piece], room: Room, spreads: Sequence[float]
) -> list[list[tuple[int, float, float]]]:
    """Which piece stands where, page by page: (number of the piece, x, y)."""
    single = [replace(piece) for piece in pieces]  # the same piece may come twice
    numbers = {id(piece): number for number, piece in enumerate(single)}
    return [
        [(numbers[id(item.piece)], item.x, item.y) for item in page.items]
        for page in _fitted(single, room, spreads)
    ]


def _fitted(pieces: Sequence[Piece], room: Room, spreads: Sequence[float]) -> list[Page]:
    """The pages with the widest air that gives one page, else with the usual air."""
    solid = sum(p.height for p in pieces if not (p.gap or p.pinned or p.fixed_top is not None))
    for spread in spreads if solid <= room.height else ():
        pages = _placed(pieces, room, spread)
        if len(pages) == 1:
            return pages
    return _placed(pieces, room, 1.0)


def _with_fewer_blank_rows(pieces: Sequence[Piece], room: Room) -> list[Page]:
    """Place a list; a few of its last blank rows give way if that saves a page."""
    pages = _placed(pieces, room, 1.0)
    kept = list(pieces)
    for _ in range(_MOST_GIVEN_UP if len(pages) > 1 else 0):
        last = next((at for at in reversed(range(len(kept))) if kept[at].optional), None)
        if last is None:
            break
        gone = kept.pop(last)
        if last and gone.keep_with_next:
            kept[last - 1] = replace(kept[last - 1], keep_with_next=True)
        fewer = _placed(kept, room, 1.0)
        if len(fewer) < len(pages):
            return fewer
    return pages


def _placed(pieces: Sequence[Piece], room: Room, spread: float) -> list[Page]:
    flow = _Flow(room, spread)
    for index, piece in enumerate(pieces):
        if piece.pinned:
            flow.pin(piece)
        elif piece.gap:
            flow.leave(piece.height * spread)
        else:
            flow.add(piece, _chain_height(pieces, index))
    for page in flow.pages:
        page.total = len(flow.pages)
    return flow.pages


def _chain_height(pieces: Sequence[Piece], index: int) -> float:
    """Height of a piece with all that must stay on its page; the air between counts in full."""
    height = pieces[index].height
    while _stays(pieces[index]) and index + 1 < len(pieces):
        index += 1
        height += pieces[index].height
    return height


def _stays(piece: Piece) -> bool:
    return piece.keep_with_next or piece.gap


class _Flow:
    """The state of placing: pages so far and the height reached on the last one."""

    def __init__(self, room: Room, spread: float) -> None:
        self._room = room
        self._spread = spread
        self._y = room.top
        self._fresh = True
        self.pages = [Page()]

    def leave(self, height: float) -> None:
        """Leave air, unless the page has just begun."""
        if not self._fresh:
            self._y += height

    def add(self, piece: Piece, chain: float) -> None:
        """Place a piece below the last one, or on a new page if its chain does not fit here."""
        room = self._room
        if piece.fixed_top is not None:
            if piece.clear and self._y > piece.fixed_top:
                self._new_page()
            self.pages[-1].items.append(Placed(piece, 0, piece.fixed_top))
            self._y = max(self._y, piece.fixed_top + piece.height)
            self._fresh = False
            return
        if not self._fresh and (piece.break_before or self._y + chain > room.bottom + 0.01):
            self._new_page()
            if piece.head is not None:
                self._put(piece.head)
        self._put(piece)

    def pin(self, piece: Piece) -> None:
        """Place a piece at the foot of the sheet, on a new page if the text reaches into it."""
        top = self._room.page_height - piece.height
        if self._y > top - _CLEAR_OF_SLIP:
            self._new_page()
        self.pages[-1].items.append(Placed(piece, 0, top))
        self._y = self._room.bottom
        self._fresh = False

    def _put(self, piece: Piece) -> None:
        self.pages[-1].items.append(Placed(piece, self._room.left, self._y))
        self._y += piece.height
        self._fresh = False

    def _new_page(self) -> None:
        self.pages.append(Page(number=len(self.pages) + 1))
        self._y = self._room.top
        self._fresh = True

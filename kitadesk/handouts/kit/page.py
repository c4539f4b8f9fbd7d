"""Places pieces on pages: where a page ends, what moves together, what is pinned to the foot.

Every block becomes pieces, each no taller than a third of a page, so nothing a person types can be
too large for the paper. A letter with a slip is spread or drawn together so that it fits one sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import TypeAlias, TypeVar, cast

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


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Pieces that follow each other on a page: all in common with other pages, or none of them.

    What pages have in common is one and the same run on all of them.
    """

    items: tuple[Placed, ...]
    shared: bool = False


@dataclass(slots=True)
class Page:
    """One side of paper, and which page of how many of its letter or list it is.

    `head` stands above the following pages of a letter: from which house, to whom or about what.
    """

    runs: list[Run]
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


Sheet: TypeAlias = "list[Placed]"
"""The pieces of a page, from top to bottom."""
_Places: TypeAlias = "tuple[tuple[int, float, float], ...]"
"""Where pieces of a letter's own stand: (number of the piece in the letter, x, y)."""


def paginate(pieces: Sequence[Piece], room: Room, *, fit: bool = False) -> list[Page]:
    """Place the pieces of one letter or list; one with a slip gets the widest air that fits.

    Letters of a run differ in a name and are placed alike: where they stand is found out once.
    """
    has_slip = any(piece.pinned for piece in pieces)
    if not fit and not has_slip:
        return _pages(_with_fewer_blank_rows(pieces, room), room)
    spreads = _SPREADS if has_slip else _WIDE_SPREADS
    if any(piece.head for piece in pieces):
        return _pages(_fitted(pieces, room, spreads), room)
    shape = ("places", spreads, *map(_shape, pieces))
    patterns = room.common.once(shape, partial(_patterns, pieces, room, spreads))
    return [
        Page([_filled(part, pieces) for part in pattern], number, len(patterns))
        for number, pattern in enumerate(patterns, 1)
    ]


def _shape(piece: Piece) -> Hashable:
    """All of a piece that decides which pieces are drawn and where; what is shared is itself."""
    if piece.shared:
        return piece
    return (
        piece.height,
        piece.gap,
        piece.keep_with_next,
        piece.break_before,
        piece.pinned,
        piece.fixed_top,
        piece.clear,
        piece.draw is None,
    )


def _patterns(
    pieces: Sequence[Piece], room: Room, spreads: Sequence[float]
) -> list[list[Run | _Places]]:
    """The pages of all letters of this shape: the runs in common, and places for their own."""
    single = [replace(piece) for piece in pieces]  # the same piece may come twice
    numbers = {id(piece): number for number, piece in enumerate(single)}
    return [
        list(_pattern(((numbers[id(item.piece)], item.x, item.y) for item in sheet), pieces, room))
        for sheet in _fitted(single, room, spreads)
    ]


def _pattern(
    places: Iterable[tuple[int, float, float]], pieces: Sequence[Piece], room: Room
) -> Iterator[Run | _Places]:
    drawn = (place for place in places if pieces[place[0]].draw)
    for shared, group in groupby(drawn, key=lambda place: pieces[place[0]].shared):
        own = tuple(group)
        yield _common(_filled(own, pieces).items, room) if shared else own


def _filled(part: Run | _Places, pieces: Sequence[Piece]) -> Run:
    """A part of a pattern with the pieces of one letter."""
    if isinstance(part, Run):
        return part
    return Run(tuple([Placed(pieces[number], x, y) for number, x, y in part]))


def _pages(sheets: Sequence[Sheet], room: Room) -> list[Page]:
    return [
        Page(list(_runs(sheet, room)), number, len(sheets))
        for number, sheet in enumerate(sheets, 1)
    ]


def _runs(sheet: Sheet, room: Room) -> Iterator[Run]:
    """What is drawn of a page, the pieces in common parted from the page's own."""
    drawn = (item for item in sheet if item.piece.draw)
    for shared, group in groupby(drawn, key=lambda item: item.piece.shared):
        items = tuple(group)
        yield _common(items, room) if shared else Run(items)


def _common(items: tuple[Placed, ...], room: Room) -> Run:
    """The run that shows the same pieces at the same places, on whatever page."""
    key = ("run", *((item.piece, item.x, item.y) for item in items))
    return room.common.once(key, partial(Run, items, shared=True))


def _fitted(pieces: Sequence[Piece], room: Room, spreads: Sequence[float]) -> list[Sheet]:
    """The pages with the widest air that gives one page, else with the usual air."""
    solid = sum(p.height for p in pieces if not (p.gap or p.pinned or p.fixed_top is not None))
    for spread in spreads if solid <= room.height else ():
        sheets = _placed(pieces, room, spread)
        if len(sheets) == 1:
            return sheets
    return _placed(pieces, room, 1.0)


def _with_fewer_blank_rows(pieces: Sequence[Piece], room: Room) -> list[Sheet]:
    """Place a list; a few of its last blank rows give way if that saves a page."""
    sheets = _placed(pieces, room, 1.0)
    kept = list(pieces)
    for _ in range(_MOST_GIVEN_UP if len(sheets) > 1 else 0):
        last = next((at for at in reversed(range(len(kept))) if kept[at].optional), None)
        if last is None:
            break
        gone = kept.pop(last)
        if last and gone.keep_with_next:
            kept[last - 1] = replace(kept[last - 1], keep_with_next=True)
        fewer = _placed(kept, room, 1.0)
        if len(fewer) < len(sheets):
            return fewer
    return sheets


def _placed(pieces: Sequence[Piece], room: Room, spread: float) -> list[Sheet]:
    flow = _Flow(room, spread)
    for index, piece in enumerate(pieces):
        if piece.pinned:
            flow.pin(piece)
        elif piece.gap:
            flow.leave(piece.height * spread)
        else:
            flow.add(piece, _chain_height(pieces, index))
    return flow.sheets


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
        self.sheets: list[Sheet] = [[]]

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
            self.sheets[-1].append(Placed(piece, 0, piece.fixed_top))
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
        self.sheets[-1].append(Placed(piece, 0, top))
        self._y = self._room.bottom
        self._fresh = False

    def _put(self, piece: Piece) -> None:
        self.sheets[-1].append(Placed(piece, self._room.left, self._y))
        self._y += piece.height
        self._fresh = False

    def _new_page(self) -> None:
        self.sheets.append([])
        self._y = self._room.top
        self._fresh = True

"""Letters of a run are placed once for all of a shape, and each keeps what is its own."""

from __future__ import annotations

from kitadesk.handouts.kit.blocks import PageSetup
from kitadesk.handouts.kit.page import Page, Piece, paginate, room_of
from kitadesk.handouts.kit.pen import Pen


def draws(_pen: Pen, _x: float, _y: float) -> None:
    """Stand for anything that is drawn."""


HEAD = Piece(40, draws, shared=True)
FOOT = Piece(90, draws, pinned=True, shared=True)


def own(height: float = 20) -> Piece:
    return Piece(height, draws)


def pieces_of(page: Page) -> list[Piece]:
    return [item.piece for run in page.runs for item in run.items]


def test_what_letters_share_is_one_run_on_all_their_pages() -> None:
    room = room_of(PageSetup())
    first, second = own(), own()
    pages = [paginate([HEAD, piece, FOOT], room)[0] for piece in (first, second)]
    assert [pieces_of(page) for page in pages] == [[HEAD, first, FOOT], [HEAD, second, FOOT]]
    assert pages[0].runs[0] is pages[1].runs[0]
    assert pages[0].runs[2] is pages[1].runs[2]


def test_letters_of_another_height_share_what_stands_at_the_same_place() -> None:
    room = room_of(PageSetup())
    low, high = (paginate([HEAD, own(height), FOOT], room)[0] for height in (20, 33))
    assert low.runs[0] is high.runs[0]
    assert low.runs[1].items[0].y == high.runs[1].items[0].y


def test_air_in_one_letter_does_not_hide_what_another_has_there() -> None:
    room = room_of(PageSetup())
    words = own()
    paginate([HEAD, Piece(20), FOOT], room)
    assert words in pieces_of(paginate([HEAD, words, FOOT], room)[0])


def test_the_same_piece_may_come_twice_in_a_letter() -> None:
    (page,) = paginate([HEAD, own(), HEAD, FOOT], room_of(PageSetup()))
    places = [item.y for run in page.runs for item in run.items if item.piece is HEAD]
    assert places[1] - places[0] == HEAD.height + 20


def test_two_pieces_of_a_letter_may_be_one_and_the_same_in_another() -> None:
    room = room_of(PageSetup())
    twice, first, second = own(), own(), own()
    paginate([twice, twice, FOOT], room)
    assert pieces_of(paginate([first, second, FOOT], room)[0]) == [first, second, FOOT]

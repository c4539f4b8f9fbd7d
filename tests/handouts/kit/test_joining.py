"""Several papers in one file: order, copies, bookmarks, sizes, fronts and backs, read back."""

from __future__ import annotations

import pypdfium2
import pytest

from kitadesk.handouts.kit.blocks import (
    Document,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    TwoUp,
)
from kitadesk.handouts.kit.joining import MANY_SHEETS, Extent, Part, extent_of, join
from kitadesk.handouts.kit.pdf import render
from tests.support.reading import read_pdf

LONG = Paragraph("Ein Satz, der immer wieder kommt. " * 400)
Mark = tuple[int, str, int]


def plain(text: str, *, landscape: bool = False) -> Document:
    return Document(text, (Paragraph(text),), PageSetup(landscape=landscape))


def run(*names: str, last: Paragraph | None = None) -> Document:
    """Letters, each on a sheet of its own; the first may be followed by a long text."""
    blocks = [block for name in names for block in (NewSheet(name), Paragraph(f"An {name}"))]
    return Document("Briefe", (*blocks, *([last] if last else ())), PageSetup())


def texts(pdf: bytes) -> list[str]:
    return [sheet.text.split("\n")[0].strip() for sheet in read_pdf(pdf)]


def marks(pdf: bytes) -> list[Mark]:
    """Return level, title and page from 0 of every bookmark."""
    document = pypdfium2.PdfDocument(pdf)
    return [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]


def test_papers_stand_behind_each_other_in_their_order() -> None:
    parts = (Part("Plan", plain("Ablauf")), Part("Liste", plain("Namen")))
    assert texts(join(parts, "Mappe").pdf) == ["Ablauf", "Namen"]


def test_a_paper_comes_as_often_as_wanted() -> None:
    joined = join((Part("Plan", plain("Ablauf"), copies=3), Part("L", plain("Namen"))), "Mappe")
    assert texts(joined.pdf) == ["Ablauf", "Ablauf", "Ablauf", "Namen"]
    assert joined.extents == (Extent(3, 3), Extent(1, 1))


def test_each_paper_has_a_bookmark_and_below_it_those_of_its_sheets() -> None:
    parts = (Part("Plan", plain("Ablauf")), Part("Briefe", run("Bären", "Frösche")))
    assert marks(join(parts, "Mappe").pdf) == [
        (0, "Plan", 0),
        (0, "Briefe", 1),
        (1, "Bären", 1),
        (1, "Frösche", 2),
    ]


def test_a_paper_of_one_sheet_has_one_bookmark() -> None:
    assert marks(join((Part("Aushang", run("Aushang")),), "Mappe").pdf) == [(0, "Aushang", 0)]


def test_each_further_copy_is_found_by_its_number() -> None:
    joined = join((Part("Briefe", run("Bären", "Frösche"), copies=2),), "Mappe")
    assert marks(joined.pdf)[-2:] == [(1, "Frösche", 1), (1, "2. Exemplar", 2)]


def test_many_bookmarks_below_one_paper_are_folded() -> None:
    names = tuple(f"Familie {number}" for number in range(MANY_SHEETS + 1))
    many, few = (join((Part("Briefe", run(*one)),), "Mappe").pdf for one in (names, names[:-1]))
    is_open = [next(pypdfium2.PdfDocument(pdf).get_toc()).get_count() > 0 for pdf in (many, few)]
    assert is_open == [False, True]


def test_every_side_keeps_its_size() -> None:
    small = Document("A5", (Paragraph("klein"),), PageSetup(size=PaperSize.A5))
    parts = [Part("", one) for one in (plain("hoch"), plain("quer", landscape=True), small)]
    sizes = [(round(one.width), round(one.height)) for one in read_pdf(join(parts, "M").pdf)]
    assert sizes == [(210, 297), (297, 210), (148, 210)]


def test_what_two_papers_stamp_is_not_mixed_up() -> None:
    def stamped(word: str) -> Document:
        blocks = [block for name in "ab" for block in (NewSheet(name), Paragraph(word))]
        return Document(word, tuple(blocks), PageSetup(footer=False))

    parts = (Part("", stamped("eins")), Part("", stamped("zwei")))
    assert texts(join(parts, "Mappe").pdf) == ["eins", "eins", "zwei", "zwei"]


@pytest.mark.parametrize(
    ("document", "sides", "sheets"),
    [
        (plain("kurz"), 1, 1),
        (Document("lang", (LONG,), PageSetup()), 4, 2),
        (run("Bären", "Frösche", "Igel"), 3, 3),
        (run("Bären", "Frösche", last=LONG), 5, 3),
        (Document("x2", (Paragraph("halb"),), PageSetup(PaperSize.A5, two_up=TwoUp.TWICE)), 1, 1),
    ],
)
def test_on_both_sides_each_letter_begins_on_a_front(
    document: Document, sides: int, sheets: int
) -> None:
    assert extent_of(document, both_sides=True) == Extent(sides, sheets)
    assert extent_of(document) == Extent(sides, sides)


def test_an_empty_back_stands_between_two_papers() -> None:
    parts = (Part("Plan", plain("Ablauf"), copies=2), Part("Liste", plain("Namen")))
    joined = join(parts, "Mappe", both_sides=True)
    assert texts(joined.pdf) == ["Ablauf", "", "Ablauf", "", "Namen", ""]
    assert joined.extents == (Extent(2, 2), Extent(1, 1))


def test_the_bookmarks_count_the_empty_backs() -> None:
    parts = (Part("Plan", plain("Ablauf")), Part("Briefe", run("Bären", "Frösche")))
    pages = [page for _, _, page in marks(join(parts, "Mappe", both_sides=True).pdf)]
    assert pages == [0, 2, 2, 4]


def test_who_watches_is_told_before_each_copy() -> None:
    told: list[tuple[int, int]] = []
    parts = (Part("Plan", plain("Ablauf"), copies=2), Part("Liste", plain("Namen")))
    join(parts, "Mappe", on_copy=lambda *state: told.append(state))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_fonts_are_stored_once() -> None:
    one = len(render(plain("Ablauf")))
    parts = [Part("Plan", plain("Ablauf")) for _ in range(10)]
    assert len(join(parts, "Mappe").pdf) < 2 * one


def test_the_same_folder_gives_the_same_bytes() -> None:
    parts = (Part("Plan", plain("Ablauf"), copies=2), Part("Briefe", run("Bären", "Frösche")))
    first, second = (join(parts, "Mappe", invariant=True).pdf for _ in range(2))
    assert first == second

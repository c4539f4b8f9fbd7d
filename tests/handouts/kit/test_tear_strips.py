"""Strips to tear off: side by side at the foot, readable, with room to write where nothing is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    NewSheet,
    PageSetup,
    Paragraph,
    TearStrip,
    TearStrips,
)
from kitadesk.handouts.kit.docx import can_be_changed_in_word
from kitadesk.handouts.kit.pdf import inspect, render
from tests.support.reading import Sheet, Stretch, read_pdf

ACROSS = PageSetup(landscape=True, footer=False)
CAKE = TearStrip("Wir bringen mit:", "Kuchen", ("Do 8. April 2027", "Sommerfest"))


def document(*blocks: Block, page: PageSetup = ACROSS) -> Document:
    return Document("Aushang", (NewSheet(footer=False), *blocks), page)


def sheets(*blocks: Block) -> list[Sheet]:
    return read_pdf(render(document(*blocks)))


def found(sheet: Sheet, text: str) -> list[Stretch]:
    return [item for item in sheet.stretches if text in item.text]


def test_strips_share_the_width_and_stand_at_the_foot() -> None:
    (sheet,) = sheets(Paragraph("Wer bringt was mit?"), TearStrips((CAKE,) * 9))
    lefts = [item.left for item in found(sheet, "Kuchen")]
    assert len(lefts) == 9
    assert {round(b - a) for a, b in pairwise(lefts)} == {31}
    assert all(item.top > sheet.height - 80 for item in found(sheet, "Kuchen"))


def test_the_lines_of_a_strip_follow_each_other_to_the_right() -> None:
    (sheet,) = sheets(TearStrips((CAKE,)))
    lefts = [found(sheet, text)[0].left for text in ("mit:", "Kuchen", "April", "Sommerfest")]
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 4


@pytest.mark.parametrize("title", ["Obst " * 60, ""])
def test_words_keep_clear_of_the_cuts(title: str) -> None:
    strip = TearStrip("Wir bringen mit:", title, ("Tag " * 60, "Ort " * 60, "Wer " * 60))
    (sheet,) = sheets(TearStrips((strip,) * 9))
    cuts = [8 + number * (297 - 16) / 9 for number in range(10)]
    words = [item for item in sheet.stretches if item.text.strip() != "✂"]
    assert len(words) >= 9 * 3
    assert not [i for i in words for cut in cuts if i.left < cut < i.right]


def test_each_text_that_is_shortened_is_told() -> None:
    strip = TearStrip("Wir bringen mit:", "Obst " * 60, ("Tag", "Ort " * 60, "Wer"))
    told = inspect(document(TearStrips((strip,), per_sheet=14))).shortened
    assert told == ("Obst " * 60, "Tag", "Ort " * 60, "Wer")


def test_more_strips_than_a_sheet_holds_go_on_on_the_next() -> None:
    first, second = sheets(TearStrips((CAKE,) * 10))
    assert (len(found(first, "Kuchen")), len(found(second, "Kuchen"))) == (9, 1)


def test_a_text_above_that_is_too_long_moves_the_strips_to_a_new_page() -> None:
    pages = sheets(Paragraph("Satz. " * 700), TearStrips((CAKE,)))
    assert [bool(found(page, "Kuchen")) for page in pages][-2:] == [False, True]


def test_a_strip_without_title_leaves_room_to_write() -> None:
    blank = replace(CAKE, title="")
    (sheet,) = sheets(TearStrips((CAKE, blank)))
    first, second = found(sheet, "Wir bringen mit:")
    day, other = found(sheet, "April")
    assert other.left - second.left > 12 > day.left - first.left


def test_large_print_sets_strips_larger() -> None:
    usual, large = (
        read_pdf(render(document(TearStrips((CAKE,)), page=replace(ACROSS, large_print=one))))[0]
        for one in (False, True)
    )
    sizes = [found(one, "Kuchen")[0] for one in (usual, large)]
    assert sizes[1].right - sizes[1].left > 1.2 * (sizes[0].right - sizes[0].left)


def test_strips_live_from_their_place_and_stay_a_pdf() -> None:
    assert not can_be_changed_in_word(document(TearStrips((CAKE,))))

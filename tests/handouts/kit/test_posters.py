"""Posters and leaflets: the same notice on A3, A4 and A5, as large as its sheet."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    Heading,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    TextStyle,
)
from kitadesk.handouts.kit.page import room_of
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.kit.styles import LEAST_SCALED_PT
from tests.support.reading import Sheet, all_text, read_pdf

NOTICE: tuple[Block, ...] = (
    NewSheet("Aushang", fit=True),
    Heading("Sommerfest", level=-1),
    Paragraph("Freitag, 9. Juli 2027", TextStyle.POSTER_STRONG),
    Paragraph("Garten der Kita", TextStyle.POSTER),
)


def _sheet(size: PaperSize) -> Sheet:
    setup = PageSetup(size, footer=False, scaled=True)
    (sheet,) = read_pdf(render(Document("Aushang", NOTICE, setup)))
    return sheet


@pytest.mark.parametrize("text", ["Sommerfest", "Freitag", "Garten"])
def test_a_poster_on_a3_is_the_one_on_a4_seen_larger(text: str) -> None:
    small, large = (_sheet(size).find(text) for size in (PaperSize.A4, PaperSize.A3))
    for side in (lambda s: s.bottom - s.top, lambda s: s.right - s.left, lambda s: s.left):
        assert side(large) / side(small) == pytest.approx(2**0.5, rel=0.04)


def test_a_leaflet_on_a5_is_smaller_but_can_be_read_in_the_hand() -> None:
    small, usual = (_sheet(size).find("Sommerfest") for size in (PaperSize.A5, PaperSize.A4))
    assert small.bottom - small.top < (usual.bottom - usual.top) * 0.75
    room = room_of(PageSetup(PaperSize.A5, scaled=True))
    assert min(style.size for style in room.styles.text.values()) >= 9.5
    assert room.styles.text[TextStyle.BODY].size >= LEAST_SCALED_PT


def test_a_list_on_a3_keeps_its_letters_unless_it_is_asked_to_grow() -> None:
    plain, large = (room_of(PageSetup(size)) for size in (PaperSize.A4, PaperSize.A3))
    assert plain.styles == large.styles


@pytest.mark.parametrize("size", PaperSize)
def test_long_words_and_thousands_of_them_stay_on_a_poster(size: PaperSize) -> None:
    words = "Verkehrssicherheitstrainingsvormittag " + "Wort " * 3000 + "Ende"
    blocks = (Heading(words, level=-1), Paragraph(words, TextStyle.POSTER_STRONG))
    data = render(Document("Aushang", blocks, PageSetup(size, footer=False, scaled=True)))
    assert all_text(data).count("Wort") == 6000
    width = size.value[0]
    for sheet in read_pdf(data, words=False):
        assert all(5 <= item.left < item.right <= width - 5 for item in sheet.stretches)

"""Two pages on a sheet, and the slip beside its letter: cut in the middle, in order, readable."""

from __future__ import annotations

import pypdfium2
import pytest

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    Margins,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    Slip,
    SlipField,
    TwoUp,
)
from kitadesk.handouts.kit.pdf import draw, inspect, page_count, render
from tests.support.reading import read_paths, read_pdf

CUT = 148.5
EDGES = Margins(12, 12, 12, 15)
BESIDE = PageSetup(landscape=True, margins=EDGES, footer=False, slip_beside=True)
SLIP = Slip(
    "Rückmeldung bis Mittwoch, 24. März",
    "Sommerfest",
    "Do 8. April 2027, 19 Uhr",
    family="Muster, Mia",
    number="4821-7",
    lines=((SlipField("Wir kommen mit", 16, "Personen", tick=True),), (SlipField("Name", 0),)),
)


def _run(count: int, two_up: TwoUp) -> Document:
    blocks: list[Block] = []
    for number in range(count):
        blocks += [NewSheet(f"Blatt {number}"), Paragraph(f"Seite{number}")]
    return Document("Zettel", tuple(blocks), PageSetup(PaperSize.A5, margins=EDGES, two_up=two_up))


def _letter(text: str = "Am 8. April; Antwort bis 24. März") -> Document:
    return Document("Brief", (NewSheet("Muster"), Paragraph(text), SLIP), BESIDE)


SHEETS = [(PaperSize.A5, (297, 210)), (PaperSize.A4, (420, 297))]


@pytest.mark.parametrize(("size", "sheet"), SHEETS)
def test_two_pages_lie_on_the_next_larger_sheet(size: PaperSize, sheet: tuple[int, int]) -> None:
    setup = PageSetup(size, two_up=TwoUp.TWICE)
    (page,) = read_pdf(render(Document("Zettel", (Paragraph("Text"),), setup)))
    assert (round(page.width), round(page.height)) == sheet


def test_a_form_stands_twice_at_the_same_place_of_both_halves() -> None:
    (page,) = read_pdf(render(_run(1, TwoUp.TWICE)))
    left, right = (item for item in page.stretches if "Seite0" in item.text)
    assert left.left == pytest.approx(15, abs=0.5)
    assert right.left - left.left == pytest.approx(CUT, abs=0.1)
    assert right.top == pytest.approx(left.top, abs=0.01)


def test_a_stack_cut_once_is_in_order_with_the_left_pile_on_the_right() -> None:
    document = _run(5, TwoUp.STACKED)
    sheets = read_pdf(render(document))
    found = [item for sheet in sheets for item in sheet.stretches if "Seite" in item.text]
    piles = [item.text.strip() for item in sorted(found, key=lambda item: item.left > CUT)]
    assert [text for text in piles if text[5:].isdigit()] == [f"Seite{n}" for n in range(5)]
    assert page_count(document) == inspect(document).pages == len(sheets) == 3


def test_every_page_of_a_stack_has_its_bookmark() -> None:
    opened = pypdfium2.PdfDocument(render(_run(3, TwoUp.STACKED)))
    found = {item.get_title() for item in opened.get_toc()}
    opened.close()
    assert found == {"Blatt 0", "Blatt 1", "Blatt 2"}


@pytest.mark.parametrize("document", [_run(1, TwoUp.TWICE), _letter()], ids=["pages", "slip"])
def test_the_cut_line_is_in_the_middle_and_crosses_no_word(document: Document) -> None:
    data = render(document)
    (cut,) = [box for box in read_paths(data)[0] if box.bottom - box.top > 150]
    assert (cut.left + cut.right) / 2 == pytest.approx(CUT, abs=0.1)
    for item in read_pdf(data)[0].stretches:
        if "✂" not in item.text:
            assert item.right < CUT - 5 or item.left > CUT + 5


def test_the_slip_beside_its_letter_stands_on_the_right_half() -> None:
    (page,) = read_pdf(render(_letter()))
    for text in ("Rückmeldung", "Sommerfest", "Muster, Mia", "Nr. 4821-7", "Personen", "Name"):
        item = page.find(text)
        assert CUT + 11 < item.left < item.right < 297 - 11
    assert page.find("Am 8. April").right < CUT - 11


def test_the_bars_of_a_slip_beside_stand_on_whole_pixels_of_the_printer() -> None:
    pixel = 25.4 / 300
    boxes = [box for box in read_paths(render(_letter()))[0] if 8 < box.bottom - box.top < 12]
    bars = [box for box in boxes if box.left > CUT]
    assert bars
    for edge in (min(box.left for box in bars), max(box.right for box in bars)):
        assert edge / pixel == pytest.approx(round(edge / pixel), abs=0.02)


def test_a_letter_longer_than_its_half_goes_on_behind_and_loses_no_word() -> None:
    text = " ".join(f"Wort{number}" for number in range(900)) + " 8. April 24. März"
    pages = read_pdf(render(_letter(text)))
    assert len(pages) > 1
    assert "Wort899" in pages[-1].text
    assert all(i.right < CUT - 11 for page in pages for i in page.stretches if "Wort" in i.text)


def test_days_that_stand_only_on_the_slip_are_told() -> None:
    assert inspect(_letter()).only_on_slips == ()
    assert inspect(_letter("Am 8. April 2027.")).only_on_slips == ("24. März",)
    assert inspect(_letter("Am 18. April und 24.3.")).only_on_slips == ("8. April",)
    assert inspect(_letter("Am 8. Apr., Antwort bis 24. Mär")).only_on_slips == ()


@pytest.mark.parametrize("two_up", TwoUp)
def test_sides_counted_while_drawing_are_those_of_the_file(two_up: TwoUp) -> None:
    document = _run(5, two_up)
    drawn = draw(document)
    assert drawn.sides == page_count(document) == len(read_pdf(drawn.pdf))

"""What the kit writes itself into a PDF: text in subsets of fonts, filled shapes, shared pages."""

from __future__ import annotations

import re
from ctypes import c_float

import pypdfium2
import pytest
from pypdfium2 import raw

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    FactsBox,
    Letterhead,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    Rule,
)
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.kit.styles import FRAME, HAIRLINE
from tests.support.reading import read_pdf

MANY_SIGNS = "".join(chr(code) for code in range(0x100, 0x240) if chr(code).isalpha())


def letters(count: int, size: PaperSize = PaperSize.A4) -> Document:
    blocks: list[Block] = []
    for number in range(count):
        blocks += [NewSheet(), Letterhead("Kita Sonnenschein"), Paragraph(f"Kind {number}")]
    return Document("Briefe", tuple(blocks), PageSetup(size, footer=False))


def text_of(*texts: str) -> str:
    document = Document("Blatt", tuple(Paragraph(text) for text in texts), PageSetup(footer=False))
    return " ".join(page.text for page in read_pdf(render(document)))


@pytest.mark.parametrize("text", ["(klein)", "a\\b", "50 % (bis 3\\4)", "„Ja“ – ½ Stunde"])
def test_signs_that_end_a_string_in_pdf_are_read_back(text: str) -> None:
    assert text in text_of(text)


def test_more_signs_than_a_subset_of_a_font_holds_are_read_back_in_order() -> None:
    parts = [MANY_SIGNS[at : at + 40] for at in range(0, len(MANY_SIGNS), 40)]
    read = text_of(*parts, parts[0][:3] + parts[-1][-3:] + parts[0][:3])
    assert [part for part in parts if part not in read] == []
    assert parts[0][:3] + parts[-1][-3:] + parts[0][:3] in read


def test_letters_of_a_run_share_one_dictionary_of_resources() -> None:
    data = render(letters(12), invariant=True)
    assert len(re.findall(rb"/Resources \d+ 0 R", data)) == 12
    assert len(set(re.findall(rb"/Resources \d+ 0 R", data))) == 1


def test_every_page_states_its_sheet() -> None:
    pages = read_pdf(render(letters(2, PaperSize.A5)))
    assert [page.width for page in pages] == pytest.approx([148, 148], abs=0.1)
    assert [page.height for page in pages] == pytest.approx([210, 210], abs=0.1)


def test_a_letter_more_costs_few_bytes() -> None:
    few, many = (len(render(letters(count), invariant=True)) for count in (10, 110))
    assert (many - few) / 100 < 400


def test_lines_are_as_wide_as_asked() -> None:
    blocks = (Rule(), FactsBox("Freitag, 9. Juli 2027", ("Garten",)))
    opened = pypdfium2.PdfDocument(render(Document("Blatt", blocks, PageSetup(footer=False))))
    widths = [stroke_width(item) for item in opened[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    opened.close()
    assert widths == pytest.approx([HAIRLINE, FRAME])


def stroke_width(item: pypdfium2.PdfObject) -> float:
    width = c_float()
    raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
    return width.value

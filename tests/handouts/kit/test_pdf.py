"""The PDF as a whole: title, language, fonts, outline, repeated parts, reports."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from reportlab import rl_config

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    FactsBox,
    Heading,
    Letterhead,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    texts_of,
)
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from tests.support.reading import read_pdf


def letters(count: int) -> Document:
    blocks: list[Block] = []
    for number in range(count):
        blocks += [
            NewSheet(f"Familie {number}"),
            Letterhead("Kita Sonnenschein", ("Gartenweg 4",)),
            Heading("Sommerfest", over="Einladung"),
            Paragraph(f"Liebe Eltern von Kind {number},"),
            Paragraph("wir laden Sie herzlich ein. " * 12),
            FactsBox("Freitag, 9. Juli 2027", ("Garten",)),
        ]
    return Document("Einladung", tuple(blocks), PageSetup(footer=False), author="Kita")


def test_title_author_and_language_are_set() -> None:
    data = render(letters(1), invariant=True)
    opened = pypdfium2.PdfDocument(data)
    found = opened.get_metadata_dict()
    opened.close()
    assert (found["Title"], found["Author"], found["Creator"]) == ("Einladung", "Kita", "KitaDesk")
    assert b"/Lang (de-DE)" in data


def test_only_bundled_fonts_are_used_and_embedded() -> None:
    data = render(letters(1), invariant=True)
    assert b"Helvetica" not in data
    assert b"/FontFile2" in data


def test_equal_content_gives_equal_bytes_in_invariant_mode() -> None:
    assert render(letters(3), invariant=True) == render(letters(3), invariant=True)


def test_every_sheet_has_its_entry_in_the_outline() -> None:
    opened = pypdfium2.PdfDocument(render(letters(3)))
    entries = [(item.get_title(), item.get_dest().get_index()) for item in opened.get_toc()]
    opened.close()
    assert entries == [("Familie 0", 0), ("Familie 1", 1), ("Familie 2", 2)]


def test_what_repeats_is_stored_once_and_read_on_every_page() -> None:
    two, twelve = (len(render(letters(count), invariant=True)) for count in (2, 12))
    assert twelve - two < 10 * 1_000
    pages = read_pdf(render(letters(12)))
    assert all(page.text.count("Kita Sonnenschein") == 1 for page in pages)
    assert "Liebe Eltern von Kind 7," in pages[7].text


def test_a_repeated_part_stands_where_a_single_one_does() -> None:
    (single,) = read_pdf(render(letters(1)))
    many = read_pdf(render(letters(3)))
    for text in ("Kita Sonnenschein", "Sommerfest", "Freitag, 9. Juli"):
        assert many[2].find(text).left == pytest.approx(single.find(text).left, abs=0.05)
        assert many[2].find(text).top == pytest.approx(single.find(text).top, abs=0.05)


def test_the_foot_names_paper_day_and_page() -> None:
    document = Document("Liste der Igel", (Paragraph("x"),), foot="Gruppenliste")
    (page,) = read_pdf(render(document, printed_on=date(2027, 3, 1)))
    assert "Gruppenliste" in page.text
    assert "gedruckt am 01.03.2027" in page.text
    assert page.find("Seite 1 von 1").bottom < 292


def test_without_a_day_the_foot_has_none() -> None:
    (page,) = read_pdf(render(Document("Liste", (Paragraph("x"),))))
    assert "gedruckt" not in page.text


def test_a_letter_has_a_foot_only_if_it_has_several_pages() -> None:
    setup = PageSetup(footer=False)
    assert "Seite" not in read_pdf(render(Document("B", (Paragraph("x"),), setup)))[0].text
    long = Document("B", (Paragraph("Wort " * 2500),), setup)
    assert "Seite 1 von" in read_pdf(render(long))[0].text


def test_sheets_turn_and_change_size() -> None:
    setup = PageSetup(size=PaperSize.A5, landscape=True)
    (page,) = read_pdf(render(Document("B", (Paragraph("x"),), setup)))
    assert (round(page.width), round(page.height)) == (210, 148)


def test_an_empty_document_is_one_empty_page() -> None:
    assert page_count(Document("B", ())) == 1


def test_the_report_counts_pages_and_names_what_cannot_be_shown() -> None:
    report = inspect(Document("B", (Paragraph("Igel 👧"), Heading("👧 und አ"))))
    assert (report.pages, report.missing, report.shortened) == (1, ("👧", "አ"), ())


def test_all_texts_of_a_document_are_found() -> None:
    assert list(texts_of(FactsBox("a", ("b", "c")))) == ["a", "b", "c"]


def test_the_toolkit_may_not_reach_the_net() -> None:
    assert rl_config.trustedSchemes == []
    assert rl_config.trustedHosts == []

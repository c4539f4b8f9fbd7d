"""Titles, paragraphs, facts, lines to fill in: places and sizes on the sheet."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    Counts,
    Document,
    FactsBox,
    FillIn,
    Heading,
    NewSheet,
    PageBreak,
    PageSetup,
    Paragraph,
    Rule,
    SignatureLines,
    Spacer,
    TextStyle,
)
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.kit.running_text import fit_title
from kitadesk.handouts.kit.styles import MM, styles
from tests.support.reading import Sheet, all_text, read_pdf, squeezed

TITLE = "Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot"
WIDTH = 168 * MM


def sheets(*blocks: Block, large_print: bool = False) -> list[Sheet]:
    setup = PageSetup(footer=False, large_print=large_print)
    return read_pdf(render(Document("Brief", blocks, setup), invariant=True))


def test_a_short_title_is_large_and_on_one_line() -> None:
    style, lines = fit_title("Sommerfest", styles(large_print=False).titles, WIDTH)
    assert (style.size, len(lines)) == (23, 1)


def test_a_long_title_shrinks_and_loses_no_word() -> None:
    steps = styles(large_print=False).titles
    once, lines = fit_title(TITLE, steps, WIDTH)
    thrice, more = fit_title(" ".join([TITLE] * 3), steps, WIDTH)
    assert once.size > thrice.size >= steps[-1].size
    assert len(lines) == 2
    words = " ".join(run.text for line in more for run in line.runs).split()
    assert words == TITLE.split() * 3


def test_no_word_of_a_title_is_broken_while_a_smaller_size_helps() -> None:
    word = "Verkehrssicherheitstrainingsvormittag"
    _, lines = fit_title(f"{word} im Mai", styles(large_print=False).titles, 120 * MM)
    assert any(word in "".join(run.text for run in line.runs) for line in lines)


def test_the_lines_of_a_title_are_of_even_length() -> None:
    steps = styles(large_print=False).titles
    _, lines = fit_title("Wie viel Bildschirm tut Kindern gut und wann?", steps, 130 * MM)
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_a_rule_crosses_the_text_width_and_carries_no_text() -> None:
    with_rule = render(Document("B", (Rule(), Paragraph("x"))), invariant=True)
    assert with_rule != render(Document("B", (Paragraph("x"),)), invariant=True)


def test_a_long_paragraph_is_divided_without_losing_a_word() -> None:
    text = " ".join(f"w{number}" for number in range(3000))
    data = render(Document("B", (NewSheet(footer=False), Paragraph(text))))
    assert squeezed(text) == all_text(data)
    assert page_count(Document("B", (Paragraph(text),))) > 2


def test_facts_longer_than_a_page_are_divided() -> None:
    lines = tuple(f"Zeile {number}" for number in range(120))
    pages = sheets(FactsBox("Wann", lines))
    assert len(pages) > 1
    assert "Zeile 119" in pages[-1].text


def test_lines_of_a_paragraph_are_kept() -> None:
    (sheet,) = sheets(Paragraph("eins\nzwei"))
    assert sheet.find("zwei").top > sheet.find("eins").bottom


def test_alignment_is_start_center_or_end() -> None:
    (sheet,) = sheets(
        Paragraph("links"),
        Paragraph("mitte", align=Align.CENTER),
        Paragraph("ende", align=Align.END),
    )
    assert sheet.find("links").left == pytest.approx(22, abs=0.6)
    middle = sheet.find("mitte")
    assert (middle.left + middle.right) / 2 == pytest.approx(22 + 84, abs=0.6)
    assert sheet.find("ende").right == pytest.approx(190, abs=0.6)


def test_an_arabic_paragraph_starts_at_the_right() -> None:
    (sheet,) = sheets(Paragraph("محمد"))
    assert max(item.right for item in sheet.stretches) == pytest.approx(190, abs=0.8)


def test_the_large_edition_sets_body_text_in_at_least_14_points() -> None:
    large = styles(large_print=True)
    assert large.text[TextStyle.BODY].size >= 14
    assert large.facts.size >= 14
    assert large.table.size >= 14
    plain = sheets(Paragraph("Wort " * 100))[0]
    big = sheets(Paragraph("Wort " * 100), large_print=True)[0]
    assert max(i.bottom for i in big.stretches) > max(i.bottom for i in plain.stretches)


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    for height in range(190, 262, 4):
        pages = sheets(Spacer(height, fixed=True), Heading("Kopf"), Paragraph("Text"))
        page = next(page for page in pages if "Kopf" in page.text)
        assert "Text" in page.text


def test_new_sheets_count_their_pages_anew() -> None:
    blocks = (NewSheet("A"), Paragraph("a"), PageBreak(), Paragraph("b"), NewSheet("B"), Rule())
    data = render(Document("Liste", blocks))
    feet = [sheet.find("Seite").text.strip() for sheet in read_pdf(data)]
    assert feet == ["Seite 1 von 2", "Seite 2 von 2", "Seite 1 von 1"]


def test_labels_to_fill_in_leave_at_least_8_mm_to_write() -> None:
    (sheet,) = sheets(FillIn(("Was?", "Wann?")))
    assert sheet.find("Wann?").top - sheet.find("Was?").top >= 8


def test_signatures_and_sums_print_their_labels() -> None:
    (sheet,) = sheets(SignatureLines(("Ort, Datum", "Unterschrift")), Counts((("kommen", "12"),)))
    assert sheet.find("Unterschrift").left > sheet.find("Ort, Datum").right
    assert sheet.find("12").left > sheet.find("kommen").left


def test_a_note_below_the_sums_is_not_left_alone_on_a_page() -> None:
    for height in range(230, 260, 2):
        blocks = (Spacer(height, fixed=True), Counts((("zurück", ""),)), Paragraph("Hinweis"))
        pages = sheets(*blocks)
        assert "zurück" in pages[-1].text


def test_a_letter_without_slip_may_fill_its_sheet() -> None:
    short = (Paragraph("eins"), Paragraph("zwei"))
    spread = sheets(NewSheet(fit=True), *short)[0].find("zwei").top
    assert spread > sheets(*short)[0].find("zwei").top + 3

"""The reply slip: in the bottom third, below the cut line, readable and scannable."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pypdfium2
import pytest
from reportlab.graphics.barcode import code128

from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    NewSheet,
    PageSetup,
    Paragraph,
    Slip,
    SlipField,
    SlipSheet,
)
from kitadesk.handouts.kit.codes import MODULE, bars_width, code128_bars, on_pixel
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from tests.support.reading import MM, Sheet, read_letters, read_paths, read_pdf

SLIP = Slip(
    deadline="Rückmeldung bis Mittwoch, 24. März",
    event="Themenabend",
    when="Do 8. April 2027, 19 Uhr",
    family="Muster, Mia und Jonas · Frösche",
    number="4821-7",
    lines=(
        (SlipField("Wir kommen mit", 16, "Personen", tick=True), SlipField("Nein", tick=True)),
        (SlipField("Unterschrift:", 0),),
    ),
)
LINE = 198.0
FOLD = 210.0
# Widths of bars and gaps of every value of Code128, from the norm's table in the library.
PATTERNS = [
    "".join(str(ord(sign.upper()) - 64) for sign in code128._patterns[number])
    for number in range(106)
]


def letter(*blocks: Block) -> Document:
    return Document("Brief", blocks, PageSetup(footer=False))


def sheets(document: Document) -> list[Sheet]:
    return read_pdf(render(document, invariant=True))


def test_everything_on_the_slip_stands_below_the_line_and_the_rest_above() -> None:
    (sheet,) = sheets(letter(Paragraph("Liebe Eltern,"), SLIP))
    below = [item for item in sheet.stretches if item.text.strip() and item.top > LINE + 2]
    assert sheet.find("Liebe Eltern").bottom < LINE - 5
    assert {"Nr. 4821-7", "Unterschrift:"} <= {item.text.strip() for item in below}
    assert max(item.bottom for item in below) < 292


def test_only_the_scissors_stand_on_the_cut_line() -> None:
    (sheet,) = sheets(letter(Paragraph("Wort " * 900), SLIP))[-1:]
    crossing = [item for item in sheet.stretches if item.top < LINE < item.bottom]
    assert [item.text.strip() for item in crossing] == ["✂"]
    assert crossing[0].left < 12


def test_text_that_leaves_no_room_sends_the_slip_to_the_next_page() -> None:
    document = letter(*(Paragraph(f"Absatz {number}") for number in range(44)), SLIP)
    first, second = sheets(document)
    assert "Absatz 43" in second.text
    assert "4821-7" not in first.text
    assert "4821-7" in second.text


def test_air_shrinks_before_a_second_page_is_begun() -> None:
    few = letter(*(Paragraph(f"Absatz {number}") for number in range(23)), SLIP)
    assert page_count(few) == 1
    plain = letter(*(Paragraph(f"Absatz {number}") for number in range(23)))
    last = read_pdf(render(plain))[0].find("Absatz 22")
    assert last.bottom > LINE - 5


def test_a_short_letter_is_spread() -> None:
    alone = sheets(letter(Paragraph("eins"), Paragraph("zwei")))[0]
    spread = sheets(letter(Paragraph("eins"), Paragraph("zwei"), SLIP))[0]
    assert spread.find("zwei").top > alone.find("zwei").top


def test_three_slips_share_a_sheet_in_equal_thirds() -> None:
    three = tuple(replace(SLIP, number=f"100{number}-1") for number in range(3))
    (sheet,) = sheets(letter(SlipSheet(three)))
    tops = [sheet.find(f"100{number}-1").top for number in range(3)]
    assert tops[1] - tops[0] == pytest.approx(99, abs=0.5)
    assert tops[2] - tops[1] == pytest.approx(99, abs=0.5)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 8, 20])
def test_thirds_cut_from_the_whole_pile_lie_in_order_on_one_another(count: int) -> None:
    slips = tuple(replace(SLIP, number=f"{1000 + number}-1") for number in range(count))
    found = [
        (int(item.top / 99), page, int(item.text[4:8]))
        for page, sheet in enumerate(sheets(letter(SlipSheet(slips))))
        for item in sheet.stretches
        if item.text.startswith("Nr. 1")
    ]
    assert [number for _, _, number in sorted(found)] == [1000 + n for n in range(count)]


def test_a_little_smaller_title_leaves_no_last_word_alone_on_a_slip() -> None:
    words = " ".join(["Abend"] * 13)
    (sheet,) = sheets(letter(replace(SLIP, event=words)))
    assert sheet.find("Abend").text.count("Abend") == 13


def test_a_letter_before_the_slip_sheet_keeps_its_page() -> None:
    first, second = sheets(letter(Paragraph("Kopiervorlage"), SlipSheet((SLIP,))))
    assert "Kopiervorlage" in first.text
    assert "4821-7" not in first.text
    assert "4821-7" in second.text


def test_a_long_title_shrinks_then_ends_in_a_visible_mark_and_is_reported() -> None:
    title = "Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot. "
    assert inspect(letter(replace(SLIP, event=title))).shortened == ()
    long = letter(replace(SLIP, event=title * 5))
    assert inspect(long).shortened == (title * 5,)
    (sheet,) = sheets(long)
    assert "…" in sheet.text
    assert "Do 8. April 2027" in sheet.text


def test_a_long_family_line_never_reaches_the_number() -> None:
    (sheet,) = sheets(letter(replace(SLIP, family="Wolkenstein-Hohenfels " * 12)))
    number = sheet.find("4821-7")
    heads = [item for item in sheet.stretches if "Hohenfels" in item.text]
    assert heads
    assert max(item.right for item in heads) < number.left


def test_fields_that_are_too_wide_are_shortened_visibly() -> None:
    wide = replace(SLIP, lines=((SlipField("Wort " * 60, 20, "und " * 60, tick=True),),))
    assert len(inspect(letter(wide)).shortened) == 2
    (sheet,) = sheets(letter(wide))
    assert max(item.right for item in sheet.stretches) <= 205


def test_a_note_at_the_foot_stands_below_the_lines_to_fill_in() -> None:
    (sheet,) = sheets(letter(replace(SLIP, foot="Bitte in der Gruppe abgeben.")))
    assert sheet.find("abgeben").top > sheet.find("Unterschrift").bottom
    assert sheet.find("abgeben").bottom < 292


def test_a_number_that_is_none_ends_in_a_visible_mark() -> None:
    odd = letter(replace(SLIP, number="4821-7 " * 9))
    assert inspect(odd).shortened == ("4821-7 " * 9,)
    assert "…" in sheets(odd)[0].text


def test_without_a_number_there_is_neither_number_nor_code() -> None:
    (sheet,) = sheets(letter(replace(SLIP, number="")))
    assert "Nr." not in sheet.text


def test_bars_are_whole_pixels_of_a_300_dpi_printer() -> None:
    path = next(box for box in read_paths(render(letter(SLIP)))[0] if 8 < box.bottom - box.top < 9)
    pixels = path.left / 25.4 * 300
    assert pytest.approx(4) == MODULE * 300 / 72
    assert pixels == pytest.approx(round(pixels), abs=0.02)
    assert on_pixel(10.1) * 300 / 72 == pytest.approx(round(10.1 * 300 / 72))


def test_what_all_slips_of_a_run_have_in_common_is_stored_once() -> None:
    slips = [
        replace(SLIP, family=f"Familie {count}", number=f"{4000 + count}-1") for count in range(30)
    ]
    one = len(render(letter(slips[0]), invariant=True))
    blocks = [block for each in slips for block in (NewSheet(), Paragraph("Liebe Eltern,"), each)]
    many = render(letter(*blocks), invariant=True)
    assert len(many) - one < 29 * 900
    assert many.count(b"Subtype /Form") == 1


def test_families_of_a_run_stand_each_on_its_own_slip() -> None:
    slips = [replace(SLIP, family=f"Familie {count}", number="") for count in range(3)]
    found = sheets(letter(*(block for each in slips for block in (NewSheet(), each))))
    assert [s.find("Familie").text for s in found] == ["Familie 0", "Familie 1", "Familie 2"]


def test_the_code_has_start_check_and_stop() -> None:
    # 11 modules a sign, 13 the stop.
    modules = round(bars_width(code128_bars("48217")) / MODULE)
    assert (modules - 13) % 11 == 0
    assert code128_bars("48217") != code128_bars("48218")


def test_the_code_stands_below_its_number_flush_right() -> None:
    data = render(letter(SLIP), invariant=True)
    number = read_pdf(data)[0].find("4821-7")
    code = next(box for box in read_paths(data)[0] if 8 < box.bottom - box.top < 9)
    assert code.right == pytest.approx(190, abs=0.3)
    assert number.bottom < code.top < number.bottom + 6
    assert code.right - code.left == pytest.approx(bars_width(code128_bars("48217")) * MM, abs=0.3)


def test_the_cut_line_crosses_the_sheet_at_the_bottom_third() -> None:
    line = next(box for box in read_paths(render(letter(SLIP)))[0] if box.right - box.left > 170)
    assert line.top == pytest.approx(LINE, abs=0.5)
    assert line.right == pytest.approx(204, abs=0.5)
    assert 9 < line.left < 16


def test_boxes_to_tick_are_4_to_5_mm_and_stand_on_the_line_of_their_text() -> None:
    data = render(letter(SLIP))
    text = read_pdf(data)[0].find("Wir kommen mit")
    boxes = [box for box in read_paths(data)[0] if abs(box.right - box.left - 4.8) < 0.5]
    assert len(boxes) == 2
    for box in boxes:
        assert 4 <= box.bottom - box.top <= 5.2
        assert box.top < text.top
        assert text.bottom - 1 < box.bottom < text.bottom + 2


def test_a_letter_a_little_too_long_is_set_closer_with_the_slip_at_the_fold() -> None:
    (sheet,) = sheets(letter(*(Paragraph(f"Absatz {number}") for number in range(27)), SLIP))
    assert sheet.find("Absatz 26").bottom < FOLD
    assert FOLD < sheet.find("Rückmeldung").top < FOLD + 10
    assert sheet.find("Unterschrift:").bottom < 292


def test_a_letter_of_two_pages_is_named_and_counted_above_its_slip() -> None:
    lines = (Paragraph(f"Absatz {number}") for number in range(45))
    document = letter(NewSheet("Muster, Mia"), *lines, SLIP, NewSheet("Kurz"), SLIP)
    assert inspect(document).long_letters == ("Muster, Mia",)
    assert sheets(document)[1].find("Seite 2 von 2").bottom < LINE


def test_the_large_edition_sets_the_head_of_the_slip_larger_too() -> None:
    usual = letter(SLIP)
    large = replace(usual, page=replace(usual.page, large_print=True))
    heights = [
        (found := sheets(document)[0].find("Themenabend")).bottom - found.top
        for document in (usual, large)
    ]
    assert heights[1] > heights[0] * 1.2


def test_a_slip_of_many_lines_keeps_its_full_height_when_set_closer() -> None:
    many = replace(SLIP, lines=SLIP.lines * 4)
    (sheet,) = sheets(letter(*(Paragraph(f"Absatz {number}") for number in range(27)), many))
    assert LINE < sheet.find("Rückmeldung").top < FOLD


def test_a_slip_in_large_print_repeats_the_event_in_14_points_on_two_lines() -> None:
    title = "„Papa ist ausgezogen. Klara spielt nicht mehr mit mir. Und Oma ist tot.“"
    setup = PageSetup(footer=False, large_print=True)
    letter_ = Document("Brief", (Paragraph("Hallo"), replace(SLIP, event=title)), setup)
    sizes = dict(read_letters(render(letter_)))
    assert [size for text, size in sizes.items() if "Papa" in text or "Oma" in text] == [14, 14]


def test_a_scanner_reads_the_digits_of_the_number_from_a_300_dpi_print() -> None:
    for sheet in (letter(SLIP), letter(SlipSheet((SLIP,)))):
        assert scanned(render(sheet, invariant=True)) == "48217"


def scanned(pdf: bytes) -> str:
    """Read the first code of a page from its pixels, with its check sum, as a scanner does."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    code = max(read_paths(pdf)[0], key=lambda box: (box.bottom - box.top) * (box.left > 120))
    row = round((code.top + code.bottom) / 2 * 300 / 25.4)
    dark = [
        picture.getpixel((x, row)) < 128
        for x in range(round(code.left * 300 / 25.4) - 3, picture.width)
    ]
    widths = [len(list(run)) / 4 for _, run in groupby(dark[dark.index(True) :])][:-1]
    pattern = "".join(str(round(width)) for width in widths)
    values = [PATTERNS.index(pattern[at : at + 6]) for at in range(0, len(pattern) - 7, 6)]
    assert sum(max(at, 1) * value for at, value in enumerate(values[:-1])) % 103 == values[-1]
    return digits_of(values)


def digits_of(values: list[int]) -> str:
    """Give the digits of a code that is in set B or C and may change between them."""
    text, in_pairs = "", values[0] == 105
    for value in values[1:-1]:
        if value in (99, 100):
            in_pairs = value == 99
        else:
            text += f"{value:02}" if in_pairs else chr(value + 32)
    return text

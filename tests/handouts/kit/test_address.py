"""The window address, what stands beside it, and the marks: measured on the printed page."""

from __future__ import annotations

import pytest

from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    LetterForm,
    Letterhead,
    NewSheet,
    PageSetup,
    Paragraph,
    Spacer,
    TextStyle,
    letter_page,
)
from kitadesk.handouts.kit.pdf import inspect, render
from kitadesk.handouts.kit.styles import MM, styles
from tests.support.reading import Sheet, read_paths, read_pdf


def sheets(*blocks: Block, large_print: bool = False) -> list[Sheet]:
    setup = PageSetup(footer=False, large_print=large_print)
    return read_pdf(render(Document("Brief", blocks, setup), invariant=True))


def test_the_address_stands_in_the_window_of_din_5008_form_b() -> None:
    field = AddressField("Kita Sonnenschein · Gartenweg 4", ("Paul Muster", "Markt 7", "09661 Ort"))
    (sheet,) = sheets(Letterhead("Kita", ("Gartenweg 4",)), field, Paragraph("Liebe Eltern,"))
    for text in ("Gartenweg 4", "Paul Muster", "Markt 7", "09661 Ort"):
        item = [found for found in sheet.stretches if text in found.text][-1]
        assert item.left >= 24.5
        assert item.right <= 103
        assert item.top >= 47
        assert item.bottom <= 88
    assert sheet.find("Liebe Eltern").top > 97


def test_the_date_stands_where_the_information_block_of_din_5008_ends() -> None:
    field = AddressField("Kita", ("Paul Muster",), "Hainichen, 25. Januar 2027")
    (sheet,) = sheets(field, Paragraph("Liebe Eltern,"))
    day = sheet.find("Hainichen, 25. Januar 2027")
    assert day.left == pytest.approx(125, abs=0.7)
    assert 80 < day.top < day.bottom < 90


@pytest.mark.parametrize("town", ["Frankenberg/Sachsen", "Neustadt " * 40])
def test_the_date_of_a_town_with_a_long_name_stays_beside_the_window(town: str) -> None:
    field = AddressField("Kita", ("Paul Muster",), f"{town}, 30. November 2027")
    (sheet,) = sheets(field, Paragraph("Liebe Eltern,"), large_print=True)
    day = sheet.find(town[:8])
    assert 106 < day.left < 125
    assert day.right < 191


def test_an_address_line_wider_than_the_window_is_shortened_and_reported() -> None:
    long = "Wolkenstein-Hohenfels " * 8
    report = inspect(Document("B", (AddressField("Kita", (long, "Markt 7")),)))
    assert report.shortened == (long,)


def _window_letter(form: LetterForm, **parts: object) -> Sheet:
    field = AddressField("Kita", ("Petra Muster",), form=form, **parts)
    blocks = (NewSheet(), field, Paragraph("HHH"))
    return read_pdf(render(Document("Brief", blocks, letter_page())))[0]


FORMS = [(LetterForm.A, 27, 80.46, [87, 148.5, 192]), (LetterForm.B, 45, 98.46, [105, 148.5, 210])]
"""Form, height of the letterhead, begin of the text, marks; DIN 5008, mm from the top."""


@pytest.mark.parametrize(("form", "_head", "_text", "marks"), FORMS)
def test_a_window_letter_says_where_to_fold_and_to_punch(
    form: LetterForm, _head: float, _text: float, marks: list[float]
) -> None:
    field = AddressField("Kita", ("Petra Muster",), form=form)
    document = Document("Brief", (field,), letter_page())
    found = sorted(read_paths(render(document))[0], key=lambda box: box.top)
    at_edge = [box for box in found if box.right < 13]
    middles = [(box.top + box.bottom) / 2 for box in at_edge]
    assert middles == pytest.approx(marks, abs=0.1)
    assert all(box.left > 5 for box in at_edge)
    assert at_edge[1].right > at_edge[0].right


@pytest.mark.parametrize(("form", "head", "_text", "_marks"), FORMS)
@pytest.mark.parametrize("count", [1, 4, 6, 8])
def test_address_and_return_line_stay_in_what_the_window_shows(
    form: LetterForm, head: float, _text: float, _marks: list[float], count: int
) -> None:
    lines = tuple(f"Hgpf{number}" for number in range(count))
    field = AddressField("Sender", lines, form=form, notes=("Persönlich", "Nicht nachsenden"))
    sheet = read_pdf(render(Document("B", (field,), letter_page())))[0]
    for text in ("Sender", "Persönlich", *lines):
        item = sheet.find(text)
        assert item.left == pytest.approx(25, abs=0.5)
        assert head + 2 <= item.top < item.bottom <= head + 43
    assert sheet.find("Persönlich").bottom < head + 17.7 + 0.3
    assert sheet.find("Hgpf0").top > head + 17.7


@pytest.mark.parametrize(("form", "_head", "text", "_marks"), FORMS)
@pytest.mark.parametrize("fit", [True, False])
def test_the_text_begins_where_the_form_says_however_airy_the_letter_is(
    form: LetterForm, _head: float, text: float, _marks: list[float], fit: bool
) -> None:
    field = AddressField("Kita", ("Petra Muster",), form=form)
    blocks = (NewSheet(fit=fit), field, Paragraph("HHH"))
    sheet = read_pdf(render(Document("Brief", blocks, letter_page())))[0]
    body = styles(large_print=False).text[TextStyle.BODY]
    found = sheet.find("HHH")
    middle = text + body.line_height / MM / 2
    assert (found.top + found.bottom) / 2 == pytest.approx(middle, abs=0.5)
    assert found.left == pytest.approx(25, abs=0.5)


@pytest.mark.parametrize(("form", "head", "_text", "_marks"), FORMS)
def test_the_information_block_stands_at_125_mm_beside_the_window(
    form: LetterForm, head: float, _text: float, _marks: list[float]
) -> None:
    info = (("Ihr Zeichen", "GS-17"), ("Telefon", "037207 555-0"), ("leer", ""))
    sheet = _window_letter(form, info=info, date_line="Hainichen, 25. Januar 2027")
    first = sheet.find("Ihr Zeichen")
    assert first.left == pytest.approx(125, abs=0.5)
    assert head + 5 <= first.top < head + 8
    assert sheet.find("037207").left == pytest.approx(sheet.find("GS-17").left, abs=0.5)
    assert sheet.find("Hainichen").top > sheet.find("Telefon").bottom
    assert sheet.find("Hainichen").bottom < head + 45
    assert "leer" not in sheet.text


def test_the_last_line_of_a_window_letter_stands_above_257_mm() -> None:
    field = AddressField("Kita", ("Petra Muster",))
    lowest = []
    for step in range(12):
        blocks = (NewSheet(), field, Spacer(step / 2, fixed=True), Paragraph("Wort\n" * 60))
        sheet = read_pdf(render(Document("Brief", blocks, letter_page())))[0]
        lowest.append(max(item.bottom for item in sheet.stretches if "Wort" in item.text))
    assert 255 < max(lowest) <= 257


def test_lines_and_notes_that_have_no_room_are_told() -> None:
    lines = tuple(f"Zeile {number}" for number in range(10))
    notes = tuple(f"Vermerk {number}" for number in range(6))
    info = tuple(("Feld", f"Wert {number}") for number in range(12))
    report = inspect(Document("B", (AddressField("Kita", lines, notes=notes, info=info),)))
    assert set(report.shortened) == {
        "Zeile 8", "Zeile 9", "Vermerk 4", "Vermerk 5", "Wert 10", "Wert 11",
    }  # fmt: skip


def test_a_line_a_little_too_wide_is_set_smaller_and_not_shortened() -> None:
    long = "Katholische Pfarrgemeinde St. Konrad mit Kindertagesstätte"
    assert inspect(Document("B", (AddressField("Kita", (long,)),))).shortened == ()

"""The head of a letter: names and logos, inside the height that a window letter leaves."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from kitadesk.base.errors import UserError
from kitadesk.handouts.kit.blocks import (
    AddressField,
    Block,
    Document,
    LetterForm,
    Letterhead,
    NewSheet,
    PageSetup,
    Paragraph,
    letter_page,
)
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.kit.pictures import picture
from tests.support.reading import Sheet, all_text, read_pdf


def sheets(*blocks: Block, large_print: bool = False) -> list[Sheet]:
    setup = PageSetup(footer=False, large_print=large_print)
    return read_pdf(render(Document("Brief", blocks, setup), invariant=True))


def logo(kind: str = "PNG", size: tuple[int, int] = (300, 100)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "black").save(target, kind)
    return target.getvalue()


def test_the_logo_stands_at_the_right_and_the_name_beside_it() -> None:
    with_logo = render(Document("B", (Letterhead("Kita", (), logo()),)), invariant=True)
    without = render(Document("B", (Letterhead("Kita"),)), invariant=True)
    assert b"/Image" in with_logo
    assert b"/Subtype /Image" not in without
    assert len(with_logo) < len(without) + 5_000


def test_a_letterhead_of_thousands_of_words_is_divided_and_keeps_its_logo() -> None:
    block = Letterhead("Kita", ("Wort " * 1500, "Ende"), logo())
    data = render(Document("B", (block,)))
    assert b"/Image" in data
    assert all_text(data).count("Wort") == 1500


def test_a_jpeg_logo_and_a_huge_one_are_printed_small() -> None:
    data = render(Document("B", (Letterhead("Kita", (), logo("JPEG", (4000, 3000))),)))
    assert b"/Image" in data
    assert len(data) < 200_000


@pytest.mark.parametrize("data", [b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"%PDF-1.4"])
def test_a_logo_that_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        render(Document("B", (Letterhead("Kita", (), data),)))
    assert refused.value.code == "logo_not_readable"


def _pictures(data: bytes) -> list[tuple[float, float, float, float, float]]:
    """Left, top, right, bottom in mm and dots per inch of every picture of the first page."""
    opened = pypdfium2.PdfDocument(data)
    page = opened[0]
    found = []
    for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = (side * 25.4 / 72 for side in item.get_bounds())
        dpi = item.get_px_size()[0] / (right - left) * 25.4
        found.append((left, 297 - top, right, 297 - bottom, dpi))
    opened.close()
    return found


def _letter(head: Letterhead, form: LetterForm) -> bytes:
    field = AddressField("Kita Sonnenschein", ("Petra Muster", "Markt 7"), form=form)
    return render(Document("Brief", (NewSheet(), head, field, Paragraph("Text")), letter_page()))


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("lines", [("Gartenweg 4",), tuple(f"Zeile {n}" for n in range(14))])
def test_a_letterhead_keeps_clear_of_the_window_address(
    form: LetterForm, lines: tuple[str, ...]
) -> None:
    head = Letterhead(
        "Kita Sonnenschein", lines, logo(), "Bündnis für Familie", logo("PNG", (300, 300))
    )
    data = _letter(head, form)
    (sheet,) = read_pdf(data)
    for item in sheet.stretches:
        if item.top < form.value:
            assert 5 < item.top < item.bottom < form.value - 0.5
    assert len(_pictures(data)) == 2
    assert all(5 < top < bottom < form.value - 1 for _, top, _, bottom, _ in _pictures(data))


def test_the_partner_stands_at_the_right_of_the_own_logo_with_its_name_below() -> None:
    head = Letterhead("Kita", ("Gartenweg 4",), logo(), "Bündnis für Familie", logo())
    data = render(Document("B", (head,)))
    own, partner = sorted(_pictures(data))
    name = read_pdf(data)[0].find("Bündnis")
    assert own[2] < partner[0]
    assert partner[2] == pytest.approx(190, abs=0.5)
    assert name.top > partner[3]
    assert (name.left + name.right) / 2 == pytest.approx((partner[0] + partner[2]) / 2, abs=0.7)
    assert read_pdf(data)[0].find("Gartenweg 4").right < own[0]


def test_lines_beside_two_logos_break_between_them_and_not_after_a_dot() -> None:
    lines = ("Gartenweg 4 · 09661 Hainichen", "Telefon 037207 555-10 · kita@example.org")
    head = Letterhead("Kita Sonnenschein", lines, logo(), "Bündnis", logo())
    text = read_pdf(render(Document("B", (head,))))[0].text
    rows = [row.strip() for row in text.splitlines()]
    assert "Telefon 037207 555-10 · kita@example.org" in rows
    assert not any(row.endswith("·") for row in rows)


def test_a_partner_without_a_logo_is_named() -> None:
    sheet = read_pdf(render(Document("B", (Letterhead("Kita", (), None, "Bündnis"),))))[0]
    assert sheet.find("Bündnis").left > sheet.find("Kita").right


@pytest.mark.parametrize("size", [(4000, 1000), (100, 4000)])
def test_a_logo_keeps_its_proportion_inside_its_box_with_200_dots_an_inch_at_most(
    size: tuple[int, int],
) -> None:
    data = render(Document("B", (Letterhead("Kita", (), logo("PNG", size)),)))
    ((left, top, right, bottom, dpi),) = _pictures(data)
    width, height = right - left, bottom - top
    assert width <= 52.1
    assert height <= 20.1
    assert dpi < 206
    assert width / height == pytest.approx(size[0] / size[1], rel=0.06)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_logos_of_all_usual_kinds_are_printed(kind: str) -> None:
    assert len(_pictures(render(Document("B", (Letterhead("Kita", (), logo(kind)),))))) == 1


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_half_a_logo_is_refused(kind: str) -> None:
    target = BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(target, kind)
    half = target.getvalue()[: len(target.getvalue()) // 2]
    with pytest.raises(UserError) as refused:
        picture(half, 100, 100)
    assert refused.value.code == "logo_not_readable"


def test_a_picture_that_claims_more_dots_than_memory_holds_is_refused() -> None:
    target = BytesIO()
    Image.new("1", (9_000, 9_000)).save(target, "PNG")
    with pytest.raises(UserError) as refused:
        picture(target.getvalue(), 100, 100)
    assert refused.value.code == "logo_not_readable"


def test_a_transparent_logo_stands_on_white() -> None:
    target = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(target, "PNG")
    data = render(Document("B", (Letterhead("Kita", (), target.getvalue()),)))
    assert b"/SMask" not in data
    opened = pypdfium2.PdfDocument(data)
    place = _pictures(data)[0]
    seen = opened[0].render(scale=1).to_pil()
    opened.close()
    middle = tuple(round(side / 25.4 * 72) for side in (place[0] + 5, place[1] + 5))
    assert seen.getpixel(middle) == (255, 255, 255)


def test_a_letterhead_of_thousands_of_words_pushes_the_address_to_a_sheet_of_its_own() -> None:
    data = _letter(Letterhead("Kita", ("Wort " * 1500, "Ende")), LetterForm.B)
    pages = read_pdf(data)
    assert all_text(data).count("Wort") == 1500
    page = next(page for page in pages if "Markt 7" in page.text)
    assert "Wort" not in page.text


def test_the_following_pages_of_a_letter_name_house_and_addressee_above_the_text() -> None:
    field = AddressField("Kita", ("Petra Muster",))
    text = Paragraph("Wort " * 900)
    document = Document(
        "Brief", (NewSheet(), Letterhead("Kita Sonnenschein"), field, text), letter_page()
    )
    first, second, *_ = read_pdf(render(document))
    assert first.text.count("Kita Sonnenschein") == 1
    assert second.find("Kita Sonnenschein").left == pytest.approx(25, abs=0.5)
    assert second.find("Petra Muster").right == pytest.approx(190, abs=0.5)
    assert second.find("Petra Muster").bottom < 20
    assert "Seite 2 von" in second.text


def test_a_list_of_several_pages_has_no_letter_head() -> None:
    text = Paragraph("Wort " * 1500)
    first, second, *_ = read_pdf(render(Document("Liste", (Letterhead("Kita"), text))))
    assert "Kita" in first.text
    assert "Kita" not in second.text

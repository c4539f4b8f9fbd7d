"""QR codes: read back dot by dot from the printed page."""

from __future__ import annotations

import pypdfium2
import pytest
import segno

from kitadesk.handouts.kit.blocks import (
    Document,
    NewSheet,
    PageSetup,
    Paragraph,
    QrCode,
    TextStyle,
)
from kitadesk.handouts.kit.pdf import render
from tests.support.reading import Stretch, all_text, read_paths, read_pdf, squeezed

LINK = "https://example.org/anmeldung?abend=17"
PIXEL = 25.4 / 300


def _page(block: QrCode) -> bytes:
    blocks = (NewSheet(footer=False), Paragraph("davor"), block)
    document = Document("Aushang", blocks, PageSetup(footer=False))
    return render(document, invariant=True)


def _code(data: bytes) -> Stretch:
    """The largest drawn thing of the first page: the code."""
    return max(read_paths(data)[0], key=lambda box: box.bottom - box.top)


def _dots(data: bytes, size: int) -> list[list[bool]]:
    """The printed code as a scanner sees it: black or white in the middle of each module."""
    box = _code(data)
    opened = pypdfium2.PdfDocument(data)
    seen = opened[0].render(scale=300 / 72, grayscale=True).to_pil()
    opened.close()
    step = (box.right - box.left) / size
    return [
        [
            seen.getpixel(
                (
                    round((box.left + (column + 0.5) * step) / PIXEL),
                    round((box.top + (row + 0.5) * step) / PIXEL),
                )
            )
            < 128
            for column in range(size)
        ]
        for row in range(size)
    ]


@pytest.mark.parametrize("text", [LINK, "Müller & Söhne <img>", "Привет محمد", "x" * 700])
def test_the_printed_dots_are_those_of_the_code(text: str) -> None:
    wanted = [[bool(dot) for dot in row] for row in segno.make(text, error="m", micro=False).matrix]
    assert _dots(_page(QrCode(text, 40)), len(wanted)) == wanted


@pytest.mark.parametrize("size", [20, 30, 60])
def test_the_modules_are_whole_pixels_and_the_code_is_about_as_large_as_asked(size: int) -> None:
    box = _code(_page(QrCode(LINK, size)))
    module = (box.right - box.left) / len(segno.make(LINK, error="m", micro=False).matrix) / PIXEL
    assert module == pytest.approx(round(module), abs=0.01)
    assert box.left / PIXEL == pytest.approx(round(box.left / PIXEL), abs=0.02)
    assert size - 3 < box.right - box.left <= size


def test_a_code_asked_for_too_small_is_printed_as_small_as_telephones_read_it() -> None:
    box = _code(_page(QrCode("x" * 300, 5)))
    count = len(segno.make("x" * 300, error="m", micro=False).matrix)
    assert (box.right - box.left) / count >= 4 * PIXEL - 0.001


def test_the_quiet_zone_around_a_code_is_four_modules() -> None:
    code = QrCode(LINK, 30, "Zur Anmeldung")
    data = render(Document("Aushang", (code, code)))
    upper, lower = sorted(read_paths(data)[0], key=lambda box: box.top)
    quiet = 4 * (upper.right - upper.left) / len(segno.make(LINK, error="m", micro=False).matrix)
    assert read_pdf(data)[0].find("Anmeldung").left >= upper.right + quiet
    assert lower.top - upper.bottom >= 2 * quiet - 0.1


def test_the_caption_stands_in_the_middle_beside_its_code() -> None:
    data = _page(QrCode(LINK, 30, "Zur Anmeldung"))
    box, caption = _code(data), read_pdf(data)[0].find("Anmeldung")
    assert (caption.top + caption.bottom) / 2 == pytest.approx((box.top + box.bottom) / 2, abs=1)


@pytest.mark.parametrize("text", ["", "   ", "Wort " * 3000, "ä" * 999])
def test_a_text_no_code_can_hold_is_printed_and_its_caption_kept(text: str) -> None:
    printed = all_text(_page(QrCode(text, 30, "Zur Anmeldung")))
    assert "ZurAnmeldung" in printed
    if len(text) > 1000:
        assert squeezed(text) in printed


def test_a_caption_longer_than_the_code_is_high_goes_on_below_it() -> None:
    printed = all_text(_page(QrCode(LINK, 30, "Wort " * 2000 + "Ende")))
    assert printed.count("Wort") == 2000
    assert printed.endswith("Ende")


def test_the_caption_is_as_large_as_the_paper_asks() -> None:
    heights = []
    for style in (TextStyle.BODY, TextStyle.POSTER):
        document = Document("Blatt", (QrCode("Kita", 40, "Mehr", style),))
        (sheet,) = read_pdf(render(document))
        (caption,) = [item for item in sheet.stretches if item.text.strip() == "Mehr"]
        heights.append(caption.bottom - caption.top)
    assert heights[1] > 1.6 * heights[0]

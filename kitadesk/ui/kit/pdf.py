"""PDFium, only inside jobs of the render lane: it is not thread-safe, and imports late."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pypdfium2 import PdfBitmap as Bitmap

POINTS_PER_INCH, MM_PER_INCH = 72.0, 25.4


@dataclass(frozen=True, slots=True)
class PageImage:
    """One drawn page: which of how many, its picture, its size in points."""

    number: int
    count: int
    image: QImage
    width: float
    height: float


def draw_page(pdf: bytes, number: int, width_px: int) -> PageImage:
    """Draw one page (from 0; beyond the end the last) as wide as asked."""
    import pypdfium2  # noqa: PLC0415 - costs start-up time, render lane only

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        number = min(max(0, number), count - 1)
        page = document[number]
        width, height = page.get_size()
        image = _image_of(page.render(scale=width_px / width, rev_byteorder=True))
        return PageImage(number, count, image, width, height)
    finally:
        document.close()


def draw_small_pages(
    pdf: bytes, numbers: Sequence[int], box_px: tuple[int, int], check: Callable[[], None]
) -> list[PageImage]:
    """Draw some pages so small that each fits a box of px; numbers beyond the end are left out."""
    import pypdfium2  # noqa: PLC0415 - costs start-up time, render lane only

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        drawn = []
        for number in numbers:
            check()
            if number >= count:
                continue
            page = document[number]
            width, height = page.get_size()
            scale = min(box_px[0] / width, box_px[1] / height)
            image = _image_of(page.render(scale=scale, rev_byteorder=True))
            page.close()
            drawn.append(PageImage(number, count, image, width, height))
        return drawn
    finally:
        document.close()


def draw_pages_grey(
    pdf: bytes, dpi: int, on_page: Callable[[PageImage], None], check: Callable[[int, int], None]
) -> None:
    """Draw all pages in grey for a printer, one after the other, so one page is in memory."""
    import pypdfium2  # noqa: PLC0415 - costs start-up time, render lane only

    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        for number in range(count):
            check(number, count)
            page = document[number]
            width, height = page.get_size()
            bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
            image = _image_of(bitmap)
            page.close()
            on_page(PageImage(number, count, image, width, height))
    finally:
        document.close()


def moved_pages(pdf: bytes, right_mm: float, down_mm: float) -> bytes:
    """Return the same pages with everything on them moved; nothing is scaled."""
    import pypdfium2  # noqa: PLC0415 - costs start-up time, render lane only

    right, down = (length / MM_PER_INCH * POINTS_PER_INCH for length in (right_mm, down_mm))
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            left, bottom, edge, top = page.get_mediabox()
            box = (left - right, bottom + down, edge - right, top + down)
            page.set_mediabox(*box)
            page.set_cropbox(*box)
        out = BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        document.close()


def _image_of(bitmap: Bitmap) -> QImage:
    """Copy a drawn page, which is freed with its document."""
    return QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, _format_of(bitmap.mode)
    ).copy()


def _format_of(mode: str) -> QImage.Format:
    formats = {
        "RGB": QImage.Format.Format_RGB888,
        "RGBX": QImage.Format.Format_RGBX8888,
        "RGBA": QImage.Format.Format_RGBA8888,
        "L": QImage.Format.Format_Grayscale8,
    }
    return formats[mode]

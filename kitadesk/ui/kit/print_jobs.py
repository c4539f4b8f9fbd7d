"""What hands a finished PDF to a printer: the file itself to CUPS, drawn pages elsewhere.

Pages go out in their actual size: nothing is scaled to what a printer can reach.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.pdf import POINTS_PER_INCH, PageImage, draw_pages_grey, moved_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_DPI = 300
"""Grey at 300 dpi is what a copier shows; A4 takes 0.12 s a page and 9 MB."""


class MovePages:
    """The job that moves all pages for a printer that is out by some mm."""

    def __init__(self, pdf: bytes, shift: tuple[float, float]) -> None:
        self._pdf = pdf
        self._shift = shift

    def __call__(self, control: JobControl) -> bytes:
        """Run in the render lane."""
        control.check()
        return moved_pages(self._pdf, *self._shift)


def takes_pdf(printer_name: str) -> bool:
    """Whether the printer takes the PDF itself: Linux with CUPS, where vectors stay vectors."""
    return sys.platform == "linux" and bool(printer_name) and shutil.which("lp") is not None


class SendPdf:
    """The job that gives a PDF to CUPS through standard input: no file on disk."""

    def __init__(self, pdf: bytes, title: str, printer: str, options: list[str]) -> None:
        self._pdf = pdf
        self._command = ["lp", "-d", printer, "-t", title, *options, "-"]

    def __call__(self, control: JobControl) -> None:
        """Hand the PDF over; refusal is a sentence for the person."""
        control.check()
        program = shutil.which(self._command[0])
        if program is None:
            raise UserError("print_refused")
        result = subprocess.run(  # noqa: S603 - fixed program, arguments as a list
            [program, *self._command[1:]], input=self._pdf, capture_output=True, check=False
        )
        if result.returncode != 0:
            raise UserError("print_refused")


class PrintRaster:
    """The job that draws the pages for Windows and macOS: grey, page by page, whole sheet."""

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        self._pdf = pdf
        self._printer = printer
        self._painter: QPainter | None = None

    def __call__(self, control: JobControl) -> None:
        """Print the chosen pages; Abbrechen throws away what the printer has not yet."""
        self._printer.setFullPage(True)
        self._printer.setResolution(PRINT_DPI)
        is_whole = False
        try:
            draw_pages_grey(self._pdf, PRINT_DPI, self._on_page, _Check(control))
            is_whole = True
        finally:
            if not is_whole:
                self._printer.abort()
            if self._painter is not None:
                self._painter.end()

    def _on_page(self, page: PageImage) -> None:
        first, last = self._printer.fromPage(), self._printer.toPage()
        if first and not first <= page.number + 1 <= last:
            return
        if self._painter is None:
            self._turn_paper(page)
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                raise UserError("print_refused")
        else:
            self._turn_paper(page)
            self._printer.newPage()
        dots = self._printer.resolution() / POINTS_PER_INCH
        target = QRectF(0, 0, page.width * dots, page.height * dots)
        self._painter.drawImage(target, page.image)

    def _turn_paper(self, page: PageImage) -> None:
        is_wide = page.width > page.height
        orientation = QPageLayout.Orientation
        self._printer.setPageOrientation(orientation.Landscape if is_wide else orientation.Portrait)


class _Check:
    """Tells progress before each page and stops the job when nobody wants it."""

    def __init__(self, control: JobControl) -> None:
        self._control = control

    def __call__(self, number: int, count: int) -> None:
        self._control.progress(number / count, f"Seite {number + 1} von {count}")


def cups_options(printer: QPrinter) -> list[str]:
    """Return what the system dialog chose, as `lp` takes it; always one page in its actual size."""
    options = ["-n", str(printer.copyCount())]
    if printer.fromPage():
        options += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    sides = {
        "DuplexNone": "one-sided",
        "DuplexLongSide": "two-sided-long-edge",
        "DuplexShortSide": "two-sided-short-edge",
    }
    side = sides.get(printer.duplex().name)
    if side is not None:
        options += ["-o", f"sides={side}"]
    return [*options, "-o", "print-scaling=none", "-o", "number-up=1"]

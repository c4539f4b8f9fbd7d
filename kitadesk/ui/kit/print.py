"""Printing and saving a finished PDF; nothing is written to disk unless the person saves it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.files import safe_file_name, write_for_others
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialogs import Choice, FileKind, window_of
from kitadesk.ui.kit.jobs import JobControl, Jobs
from kitadesk.ui.kit.pdf import POINTS_PER_INCH, PageImage, draw_pages_grey
from kitadesk.ui.kit.slots import WeakCallback

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

PRINT_DPI = 300
"""Grey at 300 dpi is what a copier shows; A4 takes 0.12 s a page and 9 MB."""
PRINTER, PDF = "printer", "pdf"
"""The ways a paper takes, as the print log calls them."""
OnPrinted = Callable[[str], object]
NO_PRINTER = (
    "Auf diesem Computer ist kein Drucker eingerichtet: Sichern Sie das Papier als PDF und drucken "
    "Sie es an einem anderen Gerät."
)
PDF_KIND = FileKind("PDF", ("pdf",))


def save_pdf(
    pdf: bytes,
    title: str,
    parent: QWidget,
    on_saved: Callable[[Path], object] | None = None,
) -> None:
    """Ask for a place and write the PDF there whole or not at all."""
    save_file(pdf, title, PDF_KIND, parent, on_saved)


def save_file(
    data: bytes,
    title: str,
    kind: FileKind,
    parent: QWidget,
    on_saved: Callable[[Path], object] | None = None,
) -> None:
    """Ask for a place and write a file of a kind there whole or not at all."""
    saver = _Saver(data, parent, on_saved)
    name = safe_file_name(title, f".{kind.endings[0]}")
    dialogs.door().save_file(parent, f"Als {kind.title} sichern", name, [kind], saver.save)


def print_pdf(
    pdf: bytes,
    title: str,
    parent: QWidget,
    jobs: Jobs,
    on_printed: OnPrinted | None = None,
    *,
    printers: Sequence[str] | None = None,
) -> None:
    """Open the system's print dialog; `on_printed(way)` is called once the printer has it all.

    Where no printer is set up the PDF can be saved instead. `printers` are the names of those that
    are; the system is asked unless they are given.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 - start-up time
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not (QPrinterInfo.availablePrinterNames() if printers is None else printers):
        instead = _FileInstead(pdf, title, parent, on_printed)
        choices = (Choice("Als PDF sichern …", instead.save, is_main=True), Choice("Abbrechen"))
        dialogs.door().ask(parent, "Kein Drucker", NO_PRINTER, choices)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window_of(parent))
    dialog.setObjectName("printDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    run = PrintRun(pdf, title, printer, jobs, on_printed, dialog)
    dialog.accepted.connect(run.start)
    QDialog.open(dialog)  # The class has another `open` of its own.


@dataclass(frozen=True, slots=True)
class _FileInstead:
    """Saves what cannot be printed; counts as printed once the file is there."""

    pdf: bytes
    title: str
    parent: QWidget
    on_printed: OnPrinted | None

    def save(self) -> None:
        """Ask for a place."""
        save_pdf(self.pdf, self.title, self.parent, self)

    def __call__(self, _path: Path) -> None:
        """Tell that the file is there."""
        if self.on_printed is not None:
            WeakCallback(self.on_printed)(PDF)


class Told:
    """After printing: first what the screen wants to do, then a short answer to the person."""

    def __init__(self, notify: Callable[[str], object], on_printed: OnPrinted | None) -> None:
        self._notify = WeakCallback(notify)
        self._on_printed = WeakCallback(on_printed) if on_printed is not None else None

    def __call__(self, way: str) -> None:
        """Tell both; a screen that is gone is not asked."""
        if self._on_printed is not None:
            self._on_printed(way)
        self._notify("An den Drucker gegeben." if way == PRINTER else "Als PDF gesichert.")


class _Saver:
    """Writes one file once the place is known."""

    def __init__(
        self, data: bytes, parent: QWidget, on_saved: Callable[[Path], object] | None
    ) -> None:
        self._data = data
        self._parent = parent
        self._on_saved = WeakCallback(on_saved) if on_saved is not None else None

    def save(self, path: Path) -> None:
        """Write the file; a full disk or a missing right is said through the door."""
        try:
            write_for_others(path, self._data)
        except UserError as error:
            dialogs.door().error(self._parent, error)
        except OSError:
            problem = UserError("file_not_writable", name=path.name)
            dialogs.door().error(self._parent, problem)
        else:
            if self._on_saved is not None:
                self._on_saved(path)


class PrintRun(QObject):
    """One print after the dialog said yes: hands over in a job and tells when it is done."""

    def __init__(
        self,
        pdf: bytes,
        title: str,
        printer: QPrinter,
        jobs: Jobs,
        on_printed: OnPrinted | None,
        dialog: QPrintDialog | None = None,
    ) -> None:
        # Lives as long as the lanes: the dialog is gone before the last page is out.
        super().__init__(jobs)
        self._pdf = pdf
        self._title = title
        self._printer = printer
        self._jobs = jobs
        self._on_printed = WeakCallback(on_printed) if on_printed is not None else None
        if dialog is not None:
            dialog.rejected.connect(self.deleteLater)

    @Slot()
    def start(self) -> None:
        """Start the job in the lane that fits."""
        title = f"Druckt „{self._title}“"
        if takes_pdf(self._printer.printerName()):
            job = SendPdf(
                self._pdf, self._title, self._printer.printerName(), _options(self._printer)
            )
            self._jobs.work(job, title=title, done=self._on_done, failed=self._on_failed)
        else:
            raster = PrintRaster(self._pdf, self._printer)
            self._jobs.render(self, raster, title=title, done=self._on_done, failed=self._on_failed)

    @Slot(object)
    def _on_done(self, _pages: object) -> None:
        if self._on_printed is not None:
            self._on_printed(PRINTER)
        self.deleteLater()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        dialogs.door().error(None, error)
        self.deleteLater()


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


def _options(printer: QPrinter) -> list[str]:
    options = ["-n", str(printer.copyCount())]
    if printer.fromPage():
        options += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    sides = {"DuplexLongSide": "two-sided-long-edge", "DuplexShortSide": "two-sided-short-edge"}
    side = sides.get(printer.duplex().name)
    if side is not None:
        options += ["-o", f"sides={side}"]
    return [*options, "-o", "print-scaling=none"]

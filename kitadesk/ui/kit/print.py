"""Printing and saving a finished PDF; nothing is written to disk unless the person saves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.files import safe_file_name, write_for_others
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialogs import Choice, FileKind, window_of
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.print_jobs import MovePages, PrintRaster, SendPdf, cups_options, takes_pdf
from kitadesk.ui.kit.slots import WeakCallback

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

PRINTER, PDF = "printer", "pdf"
"""The ways a paper takes, as the print log calls them."""
OnPrinted = Callable[[str], object]
ShiftOf = Callable[[str], tuple[float, float]]
"""By how many mm the pages for a printer of this name are moved right and down."""
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
    shift_of: ShiftOf | None = None,
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
    run = PrintRun(pdf, title, printer, jobs, on_printed, dialog, shift_of=shift_of)
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

    def __init__(
        self,
        notify: Callable[[str], object],
        on_printed: OnPrinted | None,
        answer: Callable[[str], str] | None = None,
    ) -> None:
        self._notify = WeakCallback(notify)
        self._answer = answer or _answer
        self._on_printed = WeakCallback(on_printed) if on_printed is not None else None

    def __call__(self, way: str) -> None:
        """Tell both; a screen that is gone is not asked."""
        if self._on_printed is not None:
            self._on_printed(way)
        self._notify(self._answer(way))


def _answer(way: str) -> str:
    return "An den Drucker gegeben." if way == PRINTER else "Als PDF gesichert."


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
        *,
        shift_of: ShiftOf | None = None,
    ) -> None:
        # Lives as long as the lanes: the dialog is gone before the last page is out.
        super().__init__(jobs)
        self._pdf = pdf
        self._title = title
        self._printer = printer
        self._jobs = jobs
        self._shift_of = shift_of
        self._on_printed = WeakCallback(on_printed) if on_printed is not None else None
        if dialog is not None:
            dialog.rejected.connect(self.deleteLater)

    @Slot()
    def start(self) -> None:
        """Move the pages where this printer is out by something, then hand them over."""
        shift = self._shift_of(self._printer.printerName()) if self._shift_of else (0.0, 0.0)
        if shift == (0.0, 0.0):
            self._hand_over()
            return
        job = MovePages(self._pdf, shift)
        self._jobs.render(self, job, done=self._on_moved, failed=self._on_failed)

    @Slot(object)
    def _on_moved(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._hand_over()

    def _hand_over(self) -> None:
        """Start the job in the lane that fits."""
        title = f"Druckt „{self._title}“"
        if takes_pdf(self._printer.printerName()):
            job = SendPdf(
                self._pdf, self._title, self._printer.printerName(), cups_options(self._printer)
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

"""Printing as the window does it: the system dialog, the offset of the printer, a short answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from kitadesk.services.printers import offset_of
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.print import PRINTER, OnPrinted, Told, print_pdf


class PrinterDoor:
    """One print: moves the pages by what is kept for the printer, and says so."""

    def __init__(
        self, window: QWidget, notify: Callable[[str], object], jobs: Jobs, folder: Path
    ) -> None:
        self._window = window
        self._notify = notify
        self._jobs = jobs
        self._folder = folder
        self._printer = ""

    def print(self, pdf: bytes, title: str, on_printed: OnPrinted | None) -> None:
        """Open the system dialog for a finished paper, before the dialog that stays behind it."""
        told = Told(self._notify, on_printed, self.answer)
        front = QApplication.activeModalWidget() or self._window
        print_pdf(pdf, title, front, self._jobs, told, shift_of=self.shift_of)

    def shift_of(self, printer: str) -> tuple[float, float]:
        """Return by how many mm the pages for a printer are moved right and down."""
        self._printer = printer
        offset = offset_of(self._folder, printer)
        return offset.right, offset.down

    def answer(self, way: str) -> str:
        """Return what the person is told, with the shift where there is one."""
        if way != PRINTER:
            return "Als PDF gesichert."
        words = offset_of(self._folder, self._printer).words
        return f"An den Drucker gegeben ({words})." if words else "An den Drucker gegeben."

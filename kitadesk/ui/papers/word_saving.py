"""Saves the paper at the right as a Word file, and notes that it left the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, log_print
from kitadesk.services.word_files import WordFile, fits_word, render_word
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.print import save_file

__all__ = ["fits_word", "save_word"]
WORD = "docx"
"""The way in the print log."""
_KIND = FileKind("Word-Datei", ("docx",))


def save_word(context: AppContext, request: PrintRequest, parent: QWidget) -> None:
    """Make the file in a job, then ask for a place."""
    _WordSaving(context, request, parent).start()


class WordJob:
    """Makes the file; slips get their numbers here."""

    def __init__(self, desk: Desk, request: PrintRequest) -> None:
        self._desk = desk
        self._request = request

    def __call__(self, control: JobControl) -> WordFile:
        """Run in the render lane."""
        control.progress(0.1, "Seiten werden geschrieben")
        made = render_word(self._desk, self._request)
        control.progress(1.0)
        return made


class _WordSaving(QObject):
    """One file on its way; ends with its panel."""

    def __init__(self, context: AppContext, request: PrintRequest, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._request = request
        self._window = parent

    def start(self) -> None:
        """Start the job."""
        job = WordJob(self._context.desk, self._request)
        title = "Word-Datei wird geschrieben"
        self._context.jobs.render(
            self, job, title=title, done=self._on_ready, failed=self._on_failed
        )

    @Slot(object)
    def _on_ready(self, made: WordFile) -> None:
        save_file(made.data, made.title, _KIND, self._window, self._on_saved)

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._context.dialogs.error(self._window, error)
        self.deleteLater()

    def _on_saved(self, path: Path) -> None:
        log_print(self._context.desk, self._request, 0, WORD)
        self._context.notify(f"Gesichert: {path.name}")
        self.deleteLater()

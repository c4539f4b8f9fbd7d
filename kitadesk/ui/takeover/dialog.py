"""Liste übernehmen: one dialog with three ways in, one look at everything, one write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.child_fields import Field
from kitadesk.services.importing import ImportResult
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.jobs import Job
from kitadesk.ui.takeover import wording
from kitadesk.ui.takeover.clipboard import copied, file_in, text_in
from kitadesk.ui.takeover.done_page import DonePage
from kitadesk.ui.takeover.reading import Apply, Plan, ReadFile, Reading, ReadText
from kitadesk.ui.takeover.review_page import ReviewPage
from kitadesk.ui.takeover.source_page import SourcePage

_SIZE = (1040, 672)
_NO_LIST = (
    "In der Zwischenablage liegt keine Liste. "
    "Markieren Sie die Zeilen in Excel oder Word und drücken Sie dort Strg+C."
)


class TakeoverDialog(QDialog):
    """Open with `open()`; `taken_over` carries the `ImportResult` after the write."""

    taken_over = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setObjectName("takeoverDialog")
        self.setWindowTitle("Liste übernehmen")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._context = context
        self._job: Job | None = None
        self._reading: Reading | None = None
        self._undo_label: str | None = None
        self._is_writing = False
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(16), now.px(24), now.px(20))
        column.setSpacing(now.px(8))
        self.source = SourcePage(self)
        self.review = ReviewPage(self)
        self.done_page = DonePage(self)
        self._pages = QStackedWidget(self)
        for page in (self.source, self.review, self.done_page):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self._connect()
        fit_dialog(self, *_SIZE)

    def read_clipboard(self) -> None:
        """Read what was copied: rows, or a file copied in the file manager."""
        self._read(copied())

    def read_text(self, text: str) -> None:
        """Read a block of rows."""
        self._start(ReadText(self._context.desk, text), "Die Liste wird gelesen …")

    def read_file(self, path: Path) -> None:
        """Read a file."""
        self._start(ReadFile(self._context.desk, path), f"„{path.name}“ wird gelesen …")

    @override
    def reject(self) -> None:
        """Close; while the list is being written there is nothing left to cancel."""
        if not self._is_writing:
            super().reject()

    @override
    def done(self, result: int) -> None:
        self._cancel_job()
        super().done(result)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._fits(event.mimeData()):
            event.acceptProposedAction()
            self.source.zone.set_hovered(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.source.zone.set_hovered(False)
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.source.zone.set_hovered(False)
        if self._fits(event.mimeData()):
            event.acceptProposedAction()
            self._read(event.mimeData())

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._on_paste)
        self.source.pasted.connect(self._on_paste)
        self.source.file_chosen.connect(self.read_file)
        self.review.columns_changed.connect(self._on_columns_changed)
        self.review.accepted.connect(self._on_accepted)
        self.review.cancelled.connect(self.reject)
        self.review.other_list.connect(self._on_other_list)
        self.done_page.undo_wanted.connect(self._on_undo)
        self.done_page.finished.connect(self.accept)

    def _fits(self, mime: QMimeData) -> bool:
        is_over = self._pages.currentWidget() is self.done_page
        return not is_over and (file_in(mime) is not None or bool(text_in(mime)))

    def _read(self, mime: QMimeData) -> None:
        path = file_in(mime)
        text = text_in(mime)
        if path is not None:
            self.read_file(path)
        elif text:
            self.read_text(text)
        else:
            self._show_source(None)
            self.source.show_words(_NO_LIST)

    def _start(self, work: ReadText | ReadFile, words: str) -> None:
        self._show_source(None)
        self.source.set_busy(words)
        self._cancel_job()
        self._job = self._context.jobs.work(
            work, title="Liste lesen", done=self._on_read, failed=self._on_not_read
        )

    def _cancel_job(self) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self._job = None

    def _show_source(self, error: UserError | None) -> None:
        self.source.set_busy("")
        self.source.show_error(error)
        self._pages.setCurrentWidget(self.source)

    def _on_read(self, reading: Reading) -> None:
        self.source.set_busy("")
        self._reading = reading
        self._pages.setCurrentWidget(self.review)
        self.review.set_reading(reading, is_new=True)

    def _on_not_read(self, error: UserError) -> None:
        self._show_source(error)
        self.source.paste.setFocus()

    @Slot(object)
    def _on_columns_changed(self, overrides: Mapping[str, Field]) -> None:
        if self._reading is None:
            return
        self._cancel_job()
        self.review.set_busy(is_busy=True)
        work = Plan(self._context.desk, self._reading.source, self._reading.sheet, dict(overrides))
        self._job = self._context.jobs.work(work, done=self._on_planned, failed=self._on_failed)

    def _on_planned(self, reading: Reading) -> None:
        self.review.set_reading(reading, is_new=False)

    @Slot()
    def _on_accepted(self) -> None:
        plan = self.review.plan
        if plan is None:
            return
        merge, drop = self.review.merge, self.review.drop_missing
        if not wording.button_words(plan, merge, drop_missing=drop):
            self.accept()
            return
        self.review.set_busy(is_busy=True)
        self._is_writing = True
        work = Apply(self._context.desk, plan, merge, drop)
        self._job = self._context.jobs.work(
            work, title="Liste übernehmen", done=self._on_applied, failed=self._on_failed
        )

    def _on_applied(self, result: ImportResult) -> None:
        self._is_writing = False
        self._undo_label = self._context.desk.undo_label
        self._pages.setCurrentWidget(self.done_page)
        self.done_page.say(*wording.done_words(result))
        self.taken_over.emit(result)

    def _on_failed(self, error: UserError) -> None:
        self._is_writing = False
        self.review.set_busy(is_busy=False)
        self.review.show_problem(str(error))

    @Slot()
    def _on_paste(self) -> None:
        if self._pages.currentWidget() is not self.done_page:
            self.read_clipboard()

    @Slot()
    def _on_other_list(self) -> None:
        self._show_source(None)
        self.source.paste.setFocus()

    @Slot()
    def _on_undo(self) -> None:
        """Take the import back, unless something else was done since."""
        desk = self._context.desk
        try:
            if desk.undo_label == self._undo_label:
                desk.undo()
                self._context.notify("Zurückgenommen. Es ist alles wie vorher.")
        except UserError as error:
            self._context.dialogs.error(self, error)
            return
        self.accept()

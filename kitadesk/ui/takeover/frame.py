"""What every dialog that takes a list over shares: three ways in, one job at a time, one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

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
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Job, JobControl
from kitadesk.ui.kit.step_mover import StepMover
from kitadesk.ui.takeover.clipboard import copied, file_in, text_in
from kitadesk.ui.takeover.done_page import DonePage
from kitadesk.ui.takeover.source_page import SourcePage, SourceWords

_SIZE = (1040, 672)
_NO_LIST = (
    "In der Zwischenablage liegt keine Liste. "
    "Markieren Sie die Zeilen in Excel oder Word und drücken Sie dort Strg+C."
)


class TakeoverFrame(QDialog):
    """A source page, a page to look at, a page at the end; open with `open()`.

    Who builds on it adds its own page with `_add_review` and says how text and files are read.
    `taken_over` carries the result of the write.
    """

    taken_over = Signal(object)

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None,
        *,
        title: str,
        words: SourceWords,
    ) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._context = context
        self._job: Job | None = None
        self._undo_label: str | None = None
        self._is_writing = False
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(16), now.px(24), now.px(20))
        column.setSpacing(now.px(8))
        self.source = SourcePage(self, words=words)
        self.done_page = DonePage(self)
        self._pages = QStackedWidget(self)
        for page in (self.source, self.done_page):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self._connect_source()
        self._fit()

    def read_clipboard(self) -> None:
        """Read what was copied: rows, or a file copied in the file manager."""
        self._read(copied())

    def read_text(self, text: str) -> None:
        """Read a block of rows."""
        raise NotImplementedError

    def read_file(self, path: Path) -> None:
        """Read a file."""
        raise NotImplementedError

    def show_end(self, title: str, words: str) -> None:
        """Turn to the last page."""
        self._pages.setCurrentWidget(self.done_page)
        self.done_page.say(title, words)

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

    def _add_review(self, page: QWidget) -> None:
        """Put the page to look at between source and end."""
        self._pages.insertWidget(1, page)

    def _connect_source(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._on_paste)
        self.source.pasted.connect(self._on_paste)
        self.source.file_chosen.connect(self.read_file)
        self.done_page.undo_wanted.connect(self._on_undo)
        self.done_page.finished.connect(self.accept)

    def _fit(self) -> None:
        """Take the usual size, or less where the window is smaller."""
        now = theme.current()
        width, height = now.px(_SIZE[0]), now.px(_SIZE[1])
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            width = min(width, max(640, room.width() - now.px(32)))
            height = min(height, max(440, room.height() - now.px(32)))
        self.resize(width, height)

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

    def _start(
        self, work: Callable[[JobControl], Any], words: str, done: Callable[[Any], object]
    ) -> None:
        """Read a list in the work lane; a second one takes the place of the first."""
        self._show_source(None)
        self.source.set_busy(words)
        self._cancel_job()
        self._job = self._context.jobs.work(
            work, title="Liste lesen", done=done, failed=self._on_not_read
        )

    def _cancel_job(self) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self._job = None

    def _show_source(self, error: UserError | None) -> None:
        self.source.set_busy("")
        self.source.show_error(error)
        self._pages.setCurrentWidget(self.source)

    def _finish(self, title: str, words: str, result: object) -> None:
        """Show the end after the write, and tell the result."""
        self._is_writing = False
        self._undo_label = self._context.desk.undo_label
        self.show_end(title, words)
        self.taken_over.emit(result)

    def _on_not_read(self, error: UserError) -> None:
        self._show_source(error)
        self.source.paste.setFocus()

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
        if self._context.desk.undo_label != self._undo_label:
            self.accept()
            return
        self._mover = StepMover(self._context.desk, self._context.jobs, self)
        self._mover.moved.connect(self._on_undone)
        self._mover.undo()

    @Slot()
    def _on_undone(self) -> None:
        self._context.notify("Zurückgenommen. Es ist alles wie vorher.")
        self.accept()

"""Goes back or forth one step of the history: at once, or by a job where it would be felt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.jobs import Job, JobControl, Jobs
from kitadesk.ui.kit.progress_sheet import ProgressSheet

if TYPE_CHECKING:
    from kitadesk.ui.kit.undo import Undoable

MANY_ROWS = 2000
"""Steps of so many rows go by a job: 35,000 take two seconds and a half, these 150 ms."""


class StepMover(QObject):
    """Moves one step at a time; a sheet tells of a large one and keeps others from writing."""

    moved = Signal()
    """The step went back or forth; not after a refusal or Abbrechen."""
    ended = Signal()
    """Whatever came of it, the next step can be moved."""

    def __init__(self, desk: Undoable, jobs: Jobs | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._job: Job | None = None
        self._sheet: ProgressSheet | None = None

    def undo(self) -> None:
        """Take the newest step back."""
        desk = self._desk
        self._go(desk.undo, f"Rückgängig: {desk.undo_label}", desk.undo_size)

    def redo(self) -> None:
        """Do again what was undone last."""
        desk = self._desk
        self._go(desk.redo, f"Wiederholen: {desk.redo_label}", desk.redo_size)

    def is_moving(self) -> bool:
        """Whether a large step is on its way."""
        return self._job is not None and not self._job.is_over

    def _go(self, step: Callable[..., object], title: str, size: int) -> None:
        if self.is_moving():
            return
        if self._jobs is None or size < MANY_ROWS:
            self._go_now(step)
            return
        self._sheet = ProgressSheet(title, self._page())
        self._sheet.cancelled.connect(self._on_cancelled)
        self._sheet.open()
        self._job = self._jobs.work(
            _Move(step), title=title, done=self._on_done, failed=self._on_failed,
            progress=self._on_progress,
        )  # fmt: skip

    def _page(self) -> QWidget | None:
        above = self.parent()
        while above is not None and not isinstance(above, QWidget):
            above = above.parent()
        return above

    def _go_now(self, step: Callable[..., object]) -> None:
        try:
            step()
        except UserError as error:
            dialogs.door().error(None, error)
        else:
            self.moved.emit()
        self.ended.emit()

    @Slot(float, str)
    def _on_progress(self, fraction: float, text: str) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(fraction, text)

    @Slot(object)
    def _on_done(self, _changes: object) -> None:
        self._close_sheet()
        self.moved.emit()
        self.ended.emit()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._close_sheet()
        dialogs.door().error(None, error)
        self.ended.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        """Give the step up: what went back already comes again with the end of the transaction."""
        self._sheet = None
        if self._job is not None:
            self._job.cancel()
        self.ended.emit()

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.accept()
            self._sheet = None


class _Move:
    """The step, as the lane calls it."""

    def __init__(self, step: Callable[..., object]) -> None:
        self._step = step

    def __call__(self, control: JobControl) -> object:
        control.check()
        return self._step(control.progress)

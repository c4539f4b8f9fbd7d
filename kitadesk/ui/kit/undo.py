"""Undo and redo as actions that carry the name of the step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from kitadesk.ui.kit.changes import Changes
    from kitadesk.ui.kit.jobs import Jobs
    from kitadesk.ui.kit.step_mover import StepMover


class Undoable(Protocol):
    """The part of the desk that goes back and forth in its history."""

    @property
    def undo_label(self) -> str | None:
        """Return the name of the step that `undo` takes back."""

    @property
    def redo_label(self) -> str | None:
        """Return the name of the step that `redo` does again."""

    @property
    def undo_size(self) -> int:
        """Return how many rows `undo` would move."""

    @property
    def redo_size(self) -> int:
        """Return how many rows `redo` would move."""

    def undo(self, tell: Callable[[float], object] = ..., /) -> object:
        """Take the newest step back; `tell` hears the share that is done."""

    def redo(self, tell: Callable[[float], object] = ..., /) -> object:
        """Do again what was undone last; `tell` hears the share that is done."""


class UndoActions(QObject):
    """Strg+Z, Strg+Y and Strg+Umschalt+Z; disabled and nameless where there is no step."""

    refreshed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Undoable | None = None
        self._jobs: Jobs | None = None
        self._mover: StepMover | None = None
        self.undo = QAction("Rückgängig", self)
        self.undo.setObjectName("undo")
        self.undo.setShortcut("Ctrl+Z")
        self.undo.triggered.connect(self._on_undo)
        self.redo = QAction("Wiederholen", self)
        self.redo.setObjectName("redo")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.redo.triggered.connect(self._on_redo)
        self.refresh()

    def bind(self, desk: Undoable, changes: Changes, jobs: Jobs | None = None) -> None:
        """Work on this desk, large steps in these lanes; look again after each of its changes."""
        self._desk, self._jobs, self._mover = desk, jobs, None
        changes.changed.connect(self.refresh)
        self.refresh()

    @property
    def undo_name(self) -> str:
        """Return the name of the step that goes back next; empty if there is none."""
        return (self._desk.undo_label or "") if self._desk is not None else ""

    @Slot()
    def refresh(self) -> None:
        """Ask the desk for the names of the steps."""
        undo = self.undo_name
        redo = (self._desk.redo_label or "") if self._desk is not None else ""
        self.undo.setEnabled(bool(undo))
        self.undo.setText(f"Rückgängig: {undo}" if undo else "Rückgängig")
        self.redo.setEnabled(bool(redo))
        self.redo.setText(f"Wiederholen: {redo}" if redo else "Wiederholen")
        self.refreshed.emit()

    @Slot()
    def _on_undo(self) -> None:
        if self._desk is not None:
            self._move(self._desk).undo()

    @Slot()
    def _on_redo(self) -> None:
        if self._desk is not None:
            self._move(self._desk).redo()

    def _move(self, desk: Undoable) -> StepMover:
        if self._mover is None:
            from kitadesk.ui.kit.step_mover import (  # noqa: PLC0415 - after the first paint
                StepMover,
            )

            self._mover = StepMover(desk, self._jobs, self)
            self._mover.ended.connect(self.refresh)
        return self._mover

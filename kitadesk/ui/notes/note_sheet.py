"""The small window of Strg+N: a note from wherever one is, and back to work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.notes.quick_note import QuickNote

WIDTH = 520


class NoteSheet(QDialog):
    """Keeps one note and closes; Esc drops it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.window)
        now = theme.current()
        self._context = context
        self.setObjectName("noteSheet")
        self.setWindowTitle("Schnelle Notiz")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.note = QuickNote(context, self)
        keep = PrimaryButton("Notieren", self, name="keepNote")
        keep.clicked.connect(self.note.keep)
        leave = QuietButton("Abbrechen", self, name="dropNote")
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(now.px(8))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel("Schnelle Notiz", self, kind="heading"))
        column.addWidget(self.note)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(now.px(WIDTH))
        self.note.kept.connect(self._on_kept)
        self.note.field.setFocus()

    @Slot(str)
    def _on_kept(self, words: str) -> None:
        self.accept()
        self._context.notify(words)

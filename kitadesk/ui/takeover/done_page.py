"""After the write: what happened, and one button that takes all of it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.icons import icon
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton


class DonePage(QWidget):
    """A tick, a sentence, Rückgängig and Fertig."""

    undo_wanted = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("donePage")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setSpacing(now.px(8))
        column.addStretch(2)
        mark = PlainLabel("", self)
        mark.setPixmap(icon("check", "good_mark").pixmap(now.px(40), now.px(40)))
        self.title = PlainLabel("", self, kind="title", wrap=True)
        self.words = PlainLabel("", self, kind="muted", wrap=True)
        for label in (mark, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(now.px(16))
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        self.undo = QuietButton("Rückgängig", self, name="undoTakeover")
        self.close_button = PrimaryButton("Fertig", self, name="finishTakeover")
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self._on_close)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, title: str, words: str) -> None:
        """Show what happened and put the focus on Fertig."""
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title}. {words}")
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_undo(self) -> None:
        self.undo_wanted.emit()

    @Slot()
    def _on_close(self) -> None:
        self.finished.emit()

"""A sheet before the window while one long step runs: how far it is, and Abbrechen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.dialogs import window_of
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton

_WIDTH = 440


class ProgressSheet(QDialog):
    """Nothing else can be done in the window meanwhile, so that nothing is written beside it."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(window_of(parent))
        self.setObjectName("progressSheet")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = theme.current()
        self.setMinimumWidth(now.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel(title, self, kind="heading", wrap=True))
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progressSheetBar")
        self.bar.setAccessibleName("Fortschritt")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = QuietButton("Abbrechen", self, name="progressSheetCancel")
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.cancel)
        column.addLayout(row)

    @Slot(float, str)
    def show_progress(self, fraction: float, _text: str = "") -> None:
        """Show how far it is, 0 to 1."""
        self.bar.setValue(round(fraction * 100))

    @override
    def reject(self) -> None:
        self.cancelled.emit()
        super().reject()

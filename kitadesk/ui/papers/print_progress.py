"""How far a print is, with Abbrechen; hidden while nothing runs."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.jobs import Jobs, Progress
from kitadesk.ui.kit.labels import ElidedLabel
from kitadesk.ui.kit.widgets import LinkButton


class PrintProgress(QWidget):
    """Follows the job that has a title, as the status line does."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printProgress")
        self._jobs = jobs
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(2))
        row = QHBoxLayout()
        self.label = ElidedLabel("", self, kind="small")
        self.cancel = LinkButton("Abbrechen", self, name="cancelPrint")
        self.cancel.clicked.connect(self._on_cancel)
        row.addWidget(self.label, 1)
        row.addWidget(self.cancel)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("printProgressBar")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        column.addLayout(row)
        column.addWidget(self.bar)
        jobs.progressed.connect(self._on_progress)
        self.hide()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.setVisible(bool(progress.title))
        words = (progress.title, progress.text)
        self.label.setText(" · ".join(part for part in words if part))
        self.bar.setValue(round(progress.fraction * 100))

    @Slot()
    def _on_cancel(self) -> None:
        self._jobs.cancel_shown()

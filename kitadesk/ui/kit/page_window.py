"""A paper in a window of its own: as wide as the window, in actual size, or twice as large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import QuietButton, SegmentedControl
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.preview import PdfPreview

ZOOMS: tuple[tuple[str, float | None], ...] = (
    ("Ganze Breite", None),
    ("100 %", 1.0),
    ("200 %", 2.0),
)
ACTUAL = 1
_SIZE = QSize(980, 1200)


class PageWindow(QDialog):
    """Open with `open()`; begins with the page given, in its actual size."""

    def __init__(
        self, jobs: Jobs, pdf: bytes, number: int, parent: QWidget, *, is_whole: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pageWindow")
        self.setWindowTitle("Seite groß")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(16), now.px(12), now.px(16), now.px(12))
        column.setSpacing(now.px(8))
        row = QHBoxLayout()
        self.zooms = SegmentedControl([title for title, _zoom in ZOOMS], self)
        self.zooms.setObjectName("pageZoom")
        self.zooms.changed.connect(self._on_zoom)
        self.close_button = QuietButton("Schließen", self, name="closePage")
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.zooms)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.preview = PdfPreview(jobs, self, name="largePreview", can_open=False)
        column.addWidget(self.preview, 1)
        fit_dialog(self, _SIZE.width(), _SIZE.height())
        self.preview.begin_at(number)
        self.preview.set_pdf(pdf, is_whole=is_whole)
        self.zooms.set_current(ACTUAL)
        self.preview.set_zoom(ZOOMS[ACTUAL][1])
        self.preview.take_keyboard()

    @Slot()
    def _on_zoom(self) -> None:
        self.preview.set_zoom(ZOOMS[self.zooms.current()][1])

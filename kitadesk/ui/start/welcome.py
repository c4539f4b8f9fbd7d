"""The very first page: look at the invented town, or begin with the own Kita."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Notice, PlainLabel, Tone
from kitadesk.ui.start import drawings
from kitadesk.ui.start.tiles import Tile


class Welcome(QWidget):
    """Two tiles; while the town is filled, a quiet bar and Abbrechen stand below them."""

    demo_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        title = PlainLabel("Willkommen bei KitaDesk", self, kind="title")
        text = PlainLabel(
            "Übergang, Elternabende und Kontakte Ihrer Kita. Alles bleibt auf diesem Rechner.",
            self,
            kind="muted",
            wrap=True,
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(now.px(16))
        column.addLayout(self._build_tiles())
        column.addSpacing(now.px(8))
        self._build_state(column)

    def set_busy(self, text: str) -> None:
        """Show that the town is being filled; an empty text shows the tiles again."""
        self.bar.setVisible(bool(text))
        self.busy_text.setText(text)
        self.demo.setEnabled(not text)
        self.own.setEnabled(not text)
        if text:
            self.notice.hide()

    def set_progress(self, fraction: float) -> None:
        """Move the bar; before the first call it only says that something happens."""
        self.bar.setRange(0, 100)
        self.bar.setValue(round(fraction * 100))

    def show_error(self, error: UserError) -> None:
        """Say below the tiles what went wrong."""
        self.set_busy("")
        self.notice.set_state(str(error), Tone.WARN)
        self.notice.show()

    def _build_tiles(self) -> QHBoxLayout:
        now = theme.current()
        self.demo = Tile(
            "Beispielstadt ansehen",
            "Eine erfundene Kita mit 92 Kindern, mitten im Schuljahr. Zum Ausprobieren.",
            drawings.town,
            self,
            name="tileDemo",
            width=280,
        )
        self.own = Tile(
            "Mit meiner Kita beginnen",
            "Name und Postleitzahl genügen. In ein paar Minuten liegt das erste Blatt im Drucker.",
            drawings.own_house,
            self,
            name="tileOwn",
            width=280,
        )
        self.demo.clicked.connect(self._on_demo)
        self.own.clicked.connect(self._on_own)
        row = QHBoxLayout()
        row.setSpacing(now.px(16))
        row.addStretch(1)
        row.addWidget(self.demo)
        row.addWidget(self.own)
        row.addStretch(1)
        return row

    def _build_state(self, column: QVBoxLayout) -> None:
        self.busy_text = PlainLabel("", self, kind="muted")
        self.busy_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.busy_text.setMinimumHeight(theme.current().row_height)
        column.addWidget(self.busy_text)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("demoProgress")
        self.bar.setAccessibleName("Fortschritt")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.current().px(280))
        self.bar.hide()
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("demoError")
        self.notice.hide()
        column.addWidget(self.notice)

    @Slot()
    def _on_demo(self) -> None:
        self.demo_wanted.emit()

    @Slot()
    def _on_own(self) -> None:
        self.own_wanted.emit()

"""Where a list comes in: Strg+V, a file, or dropped; and what went wrong with the last one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.dialogs import FileKind
from kitadesk.ui.kit.widgets import Notice, PlainLabel, PrimaryButton, QuietButton, Tone
from kitadesk.ui.takeover.example import CHILDREN_EXAMPLE, ExampleList, ExampleRows

LIST_FILES = (
    FileKind("Listen", ("xlsx", "xls", "ods", "csv", "txt")),
    FileKind("Alle Dateien", ("*",)),
)


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What the page says about its list, and which files it offers; `example` shows its form."""

    title: str
    text: str
    files: tuple[FileKind, ...]
    example: ExampleRows


CHILDREN = SourceWords(
    "Kinderliste kopieren und hier einfügen",
    "In Excel oder Word die Zeilen markieren, Strg+C, dann hier Strg+V. "
    "Oder eine Datei hierher ziehen. Name und Gruppe genügen.",
    LIST_FILES,
    CHILDREN_EXAMPLE,
)


class SourcePage(QWidget):
    """Says how a list gets in; `pasted` comes from the button, `file_chosen` carries a path."""

    pasted = Signal()
    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, words: SourceWords = CHILDREN) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("sourcePage")
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        self.notice = Notice("", Tone.WARN, self)
        self.notice.setObjectName("sourceError")
        self.notice.hide()
        column.addWidget(self.notice)
        self.zone = _DropZone(self)
        column.addWidget(self.zone, 1)
        self._build_zone()

    def show_error(self, error: UserError | None) -> None:
        """Say above the zone what went wrong and what to do."""
        self.notice.hide()
        if error is not None:
            self.show_words(str(error))

    def show_words(self, words: str) -> None:
        """Say above the zone what is missing."""
        self.notice.set_state(words, Tone.WARN)
        self.notice.setAccessibleName(words)
        self.notice.show()

    def set_busy(self, text: str) -> None:
        """Show that a list is being read; an empty text ends it."""
        self.bar.setVisible(bool(text))
        self.busy.setVisible(bool(text))
        self.busy.setText(text)
        for widget in (self.paste, self.choose):
            widget.setEnabled(not text)

    def _build_zone(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self.zone)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addStretch(1)
        title = PlainLabel(self._words.title, self.zone, kind="heading")
        words = PlainLabel(self._words.text, self.zone, kind="muted", wrap=True)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(
            ExampleList(self._words.example, self.zone), 0, Qt.AlignmentFlag.AlignHCenter
        )
        self.paste = PrimaryButton("Einfügen (Strg+V)", self.zone, name="pasteList")
        self.choose = QuietButton("Datei wählen …", self.zone, name="chooseFile")
        self.paste.clicked.connect(self._on_paste)
        self.choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        row.addStretch(1)
        row.addWidget(self.paste)
        row.addWidget(self.choose)
        row.addStretch(1)
        column.addLayout(row)
        self._build_busy(column)
        column.addStretch(1)

    def _build_busy(self, column: QVBoxLayout) -> None:
        self.busy = PlainLabel("", self.zone, kind="muted")
        self.busy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar(self.zone)
        self.bar.setObjectName("readProgress")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.current().px(240))
        column.addWidget(self.busy)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.busy.hide()
        self.bar.hide()

    @Slot()
    def _on_paste(self) -> None:
        self.pasted.emit()

    @Slot()
    def _on_choose(self) -> None:
        dialogs.door().open_file(self, "Liste wählen", self._words.files, self._on_path)

    def _on_path(self, path: Path) -> None:
        self.file_chosen.emit(path)


class _DropZone(QFrame):
    """A dashed frame; it turns petrol while something that fits hangs over the dialog."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_hovered = False

    def set_hovered(self, is_hovered: bool) -> None:
        """Show whether letting go here would take the file."""
        self._is_hovered = is_hovered
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.color("accent" if self._is_hovered else "mark"), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(now.color("accent_soft" if self._is_hovered else "ground"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, now.px(8), now.px(8))

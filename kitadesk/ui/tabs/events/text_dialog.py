"""The invitation as plain text: look at it, copy it, paste it into the town paper or an app."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.event_text import TextLength
from kitadesk.services.desk import Desk
from kitadesk.services.event_text import event_as_text
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.buttons import SegmentButton
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.labels import restyle
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, SegmentedControl

TITLE = "Als Text kopieren"
COPIED = "Kopiert. Mit Strg+V fügen Sie den Text ein."
LENGTHS = tuple(TextLength)
_WIDTH, _HEIGHT = 600, 520


class TextDialog(QDialog):
    """Two lengths, the text as it will be pasted, one button; Enter copies, Esc closes."""

    def __init__(self, desk: Desk, event_id: UUID, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("textDialog")
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._event_id = desk, event_id
        self.lengths = SegmentedControl([length.label for length in LENGTHS], self)
        self.lengths.setObjectName("textLengths")
        self.preview = QPlainTextEdit(self)
        self.preview.setObjectName("textPreview")
        self.preview.setAccessibleName("Text zum Kopieren")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.said = PlainLabel("", self, kind="small", wrap=True)
        self._build()
        self.lengths.changed.connect(self._show_text)
        self._show_text()
        fit_dialog(self, _WIDTH, _HEIGHT)
        self.copy_button.setFocus()

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel(TITLE, self, kind="heading"))
        column.addWidget(self.lengths)
        column.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        close = QuietButton("Schließen", self, name="closeText")
        close.clicked.connect(self.reject)
        self.copy_button = PrimaryButton("Kopieren", self, name="copyText")
        self.copy_button.clicked.connect(self._on_copy)
        self.copy_button.setDefault(True)
        row.addWidget(self.said, 1)
        row.addWidget(close)
        row.addWidget(self.copy_button)
        column.addLayout(row)
        for button in self.lengths.findChildren(SegmentButton):
            button.setAutoDefault(False)

    @Slot()
    def _show_text(self) -> None:
        length = LENGTHS[self.lengths.current()]
        try:
            text = event_as_text(self._desk, self._event_id, length)
        except UserError as error:
            dialogs.door().error(self, error)
            return
        self.preview.setPlainText(text)
        self._say(plural(len(text), "Zeichen", "Zeichen"), "small")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.preview.toPlainText())
        self._say(COPIED, "goodTone")

    def _say(self, words: str, kind: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)
        if self.said.objectName() != kind:
            self.said.setObjectName(kind)
            restyle(self.said)

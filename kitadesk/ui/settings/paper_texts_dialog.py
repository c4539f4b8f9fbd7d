"""The texts of one paper, opened beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.handouts.registry import find
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.undo import UndoActions
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.settings.paper_texts import PaperTexts

_SIZE = (1180, 700)


class PaperTextsDialog(QDialog):
    """Open with `open()`; shows the texts of the paper of `request`, and that run itself."""

    def __init__(self, context: AppContext, request: PrintRequest, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("paperTextsDialog")
        title = f"Texte: {find(request.paper_id).title}"
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.undo_actions = UndoActions(self)
        self.addActions([self.undo_actions.undo, self.undo_actions.redo])
        self.undo_actions.bind(context.desk, context.changes, context.jobs)
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(20), now.px(16), now.px(20), now.px(16))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel(title, self, kind="title", wrap=True))
        self.texts = PaperTexts(context, self, request=request)
        column.addWidget(self.texts, 1)
        row = QHBoxLayout()
        row.addWidget(PlainLabel("Jede Änderung ist gleich gespeichert.", self, kind="small"))
        row.addStretch(1)
        self.close_button = QuietButton("Schließen", self, name="closePaperTexts")
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        column.addLayout(row)
        context.changes.refresh_on(self.texts.tables, self.texts.refresh)
        fit_dialog(self, *_SIZE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the dialog: it belongs to the text."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # A field in hand saves itself on focus-out.
        super().done(result)

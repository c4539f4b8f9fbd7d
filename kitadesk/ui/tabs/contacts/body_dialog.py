"""A body in a window over the tab: its page, Rückgängig, and its papers on demand."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import shorten
from kitadesk.handouts.spec import SubjectKind
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.undo import UndoActions
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.contacts.body_page import BodyPage

_SIZE = (1000, 660)
_LONGEST_STEP = 60


class BodyDialog(QDialog):
    """Open with `open()`; every field of the page saves itself, Strg+Z takes steps back."""

    def __init__(self, context: AppContext, body_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setObjectName("bodyDialog")
        self.setWindowTitle("Gremium")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.undo_actions = UndoActions(self)
        self.addActions([self.undo_actions.undo, self.undo_actions.redo])
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(20), now.px(16), now.px(20), now.px(16))
        column.setSpacing(now.px(12))
        self.page = BodyPage(context, self)
        self.page.person_wanted.connect(self._on_person)
        self.page.papers_wanted.connect(self._on_papers)
        self.page.gone.connect(self.accept)
        column.addWidget(self.page, 1)
        column.addLayout(self._build_foot())
        self.undo_actions.refreshed.connect(self._on_undo_refreshed)
        self.undo_actions.bind(context.desk, context.changes)
        fit_dialog(self, *_SIZE)
        self.page.show_body(body_id)
        self.page.seats.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the window: it belongs to the fields."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # A field in hand saves itself on focus-out.
        super().done(result)

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = "Jede Änderung ist gleich gespeichert."
        row.addWidget(PlainLabel(words, self, kind="small"))
        self.undo_button = QuietButton("Rückgängig", self, name="undoBody")
        self.undo_button.clicked.connect(self.undo_actions.undo.trigger)
        self.close_button = QuietButton("Schließen", self, name="closeBody")
        self.close_button.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        return row

    @Slot()
    def _on_undo_refreshed(self) -> None:
        name = self.undo_actions.undo_name
        self.undo_button.set_text(shorten(f"Rückgängig: {name}", _LONGEST_STEP))
        self.undo_button.setVisible(bool(name))

    @Slot(object)
    def _on_person(self, person_id: UUID) -> None:
        self.accept()
        self._context.navigate("person", person_id)

    @Slot(object)
    def _on_papers(self, body_id: UUID) -> None:
        PaperDialog(self._context, SubjectKind.BODY, body_id, self).open()

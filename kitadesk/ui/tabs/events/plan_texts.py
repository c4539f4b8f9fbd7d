"""The words of the invitation: four blocks to change freely, each with its way back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.events import EventRow
from kitadesk.services.events import event_texts, restore_event_text, set_event_text
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import AreaField
from kitadesk.ui.kit.widgets import Card, PlainLabel, QuietButton, TextLink
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.text_dialog import TextDialog

MOST_LINES = 24
"""A longer text scrolls in its box."""
_BLOCKS: tuple[tuple[TextBlock, str, int], ...] = (
    (TextBlock.PRETITLE, "Zeile über dem Titel", 1),
    (TextBlock.BODY, "Text nach „Liebe Eltern von …“", 4),
    (TextBlock.CLOSING, "Schluss", 2),
    (TextBlock.CONTACT, "Fragen und Kontakt", 2),
)


class TextBlockEdit(QWidget):
    """One block: its words, and "Ursprünglichen Text wiederherstellen" once they were changed."""

    def __init__(
        self, editing: EventEditing, block: TextBlock, caption: str, lines: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._block = block
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.area = AreaField(caption, self, name=f"text_{block.value}", lines=lines)
        self.area.save_with(self._save)
        self.restore = TextLink(
            "Ursprünglichen Text wiederherstellen", self, name=f"restore_{block.value}"
        )
        self.restore.clicked.connect(self._on_restore)
        self._least_lines = lines
        self.area.edit.textChanged.connect(self._fit)
        column.addWidget(self.area)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        column.addLayout(row)

    def fill(self, text: str, *, is_changed: bool) -> None:
        """Show the block as the paper prints it."""
        self.area.set_value(text)
        self.restore.setVisible(is_changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text, so that the page scrolls and not the box."""
        edit = self.area.edit
        lines = max(self._least_lines, min(MOST_LINES, round(edit.document().size().height())))
        height = (edit.fontMetrics().lineSpacing() + 1) * lines + theme.current().px(28)
        if edit.height() != height:
            edit.setFixedHeight(height)

    def _save(self, text: str) -> None:
        if self._editing.event_id is not None:
            set_event_text(self._editing.desk, self._editing.event_id, self._block, text)
            self.restore.show()

    @Slot()
    def _on_restore(self) -> None:
        event_id = self._editing.event_id
        if event_id is None:
            return
        restore_event_text(self._editing.desk, event_id, self._block)
        self.fill(event_texts(self._editing.desk, event_id)[self._block], is_changed=False)
        self.area.edit.setFocus()


class PlanTexts(Card):
    """All blocks in the order of the paper."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Text der Einladung", parent, name="planTexts")
        self._editing = editing
        remark = PlainLabel(
            "Datum, Ort, Kosten und der Abschnitt zum Abtrennen stehen von selbst auf dem Papier.",
            self,
            kind="small",
            wrap=True,
        )
        self.body.addWidget(remark)
        self.copy_button = QuietButton("Als Text kopieren …", self, name="copyAsText")
        self.copy_button.setToolTip("Für Amtsblatt, App oder E-Mail (Strg+Umschalt+C)")
        self.copy_button.clicked.connect(self.copy_as_text)
        if self.heading is not None:
            self.heading.add(self.copy_button)
        self._blocks = {
            block: TextBlockEdit(editing, block, caption, lines, self)
            for block, caption, lines in _BLOCKS
        }
        for edit in self._blocks.values():
            self.body.addWidget(edit)
        self.body.setSpacing(theme.current().px(10))

    def fill(self, row: EventRow | None) -> None:
        """Show the texts of an event: the office's own words, else the shipped ones."""
        if row is None:
            return
        if self.heading is not None:
            is_letter = row.kind is EventKind.LETTER
            self.heading.label.setText("Text des Briefs" if is_letter else "Text der Einladung")
        shown = event_texts(self._editing.desk, row.id)
        for block, edit in self._blocks.items():
            own = row.texts.get(block)
            edit.fill(shown[block] if own is None else own, is_changed=own is not None)

    @Slot()
    def copy_as_text(self) -> None:
        """Show the event as plain text to copy."""
        if self._editing.event_id is not None:
            TextDialog(self._editing.desk, self._editing.event_id, self.window()).open()

    def editor(self, block: str) -> QWidget:
        """Return the editor of the block with this value; the body if there is none."""
        known = {one.value: edit for one, edit in self._blocks.items()}
        return known.get(block, self._blocks[TextBlock.BODY]).area.edit

"""The card at the right: reads as text, is edited line by line, with notes below."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.edit_line import EditLine, LineText, keys_of
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import (
    Card,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    QuietButton,
    ScrollPage,
    Tone,
)
from kitadesk.ui.tabs.contacts import card_lines
from kitadesk.ui.tabs.contacts.card_parts import DeedButton, PersonLink, card_frame, heading

_MORE_SHOWN = 3
"""Ways to add something that are buttons; the others stand in a menu."""


class ContactCardView(ScrollPage):
    """Shows one card at a time; `person_wanted`, `body_wanted` with an id, `closed` on Zurück.

    `note_written` carries the text of the quick note; `delete_wanted` asks for the whole contact.
    """

    person_wanted = Signal(object)
    body_wanted = Signal(object)
    note_written = Signal(str)
    delete_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactCard")
        self._card: Card | None = None
        self._history: Card | None = None
        self._lines: list[EditLine] = []
        self._keys: tuple[object, ...] = ()
        self._pending: Callable[[], None] | None = None
        self.back = QuietButton("‹ Zurück zur Liste", self, name="cardBack")
        self.back.clicked.connect(self.closed)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.note = QLineEdit(self)
        self.note.setObjectName("contactNote")
        self.note.returnPressed.connect(self._on_note)
        self.note_error = PlainLabel("", self, kind="fieldError", wrap=True)
        self.note_error.hide()
        self.note.textEdited.connect(self.note_error.hide)
        self.nothing = PlainLabel(
            "Eine Zeile wählen: Hier stehen dann Nummern, Adressen und Amtszeit.",
            self,
            kind="muted",
            wrap=True,
        )
        for widget in (self.back, self.note, self.note_error, self.nothing):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.show_card(None)

    def show_card(self, card: card_lines.Card | None) -> None:
        """Show this card; the same card with new values keeps what somebody is typing."""
        keys = () if card is None else _keys(card)
        open_line = next((line for line in self._lines if line.is_open), None)
        if card is not None and keys == self._keys:
            self._update(card)
        elif open_line is not None and card is not None and self._is_about(card):
            self._pending = lambda: self.show_card(card)
        else:
            self._keys = keys
            self._rebuild(card)

    def begin_new(self, line: LineText) -> None:
        """Show nothing but the fields of a new record."""
        self._keys = ()
        hint = f"{line.text}: Enter im letzten Feld legt den Eintrag an, Esc verwirft ihn."
        self._rebuild(card_lines.Card(line, hint, can_delete=False, has_notes=False))
        first = self._lines[0]
        first.closed.connect(self._on_new_closed, Qt.ConnectionType.QueuedConnection)
        first.open()

    def forget(self) -> None:
        """Show nothing of the card before, so that the next one begins at its top."""
        self._pending = None
        for line in self._lines:
            line.close_fields(keep_focus=False)
        self._keys = ()

    def begin(self) -> None:
        """Put the keyboard on the first line of the card."""
        if self._lines:
            self._lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; a shortcut would take it from the fields, which restore with it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(240), now.px(120))

    def _is_about(self, card: card_lines.Card) -> bool:
        return bool(self._lines) and self._lines[0].line.key == card.title.key

    def open_draft(self, text: LineText) -> None:
        """Open the fields of something that is not there yet; it leaves again if nothing comes."""
        if any(line.line.key == text.key for line in self._lines) or self._card is None:
            return
        line = EditLine(text, self._card)
        line.closed.connect(
            weak_slot(self._on_draft_closed, line), Qt.ConnectionType.QueuedConnection
        )
        self._lines.append(line)
        self._drafts.insertWidget(self._drafts.count() - 1, line)
        line.show()
        line.open()
        QTimer.singleShot(0, line, weak_slot(self._show_line, line))

    def show_line(self, key: str) -> None:
        """Bring a line into sight, without taking the keyboard."""
        for line in self._lines:
            if line.line.key == key:
                QTimer.singleShot(0, line, weak_slot(self._show_line, line))

    def _show_line(self, line: EditLine) -> None:
        self.ensureWidgetVisible(line, 0, theme.current().px(24))

    def _update(self, card: card_lines.Card) -> None:
        self._name(card)
        for line, text in zip(self._lines, card.all_lines, strict=False):
            line.show_line(text)
        self._subtitle.setText(card.subtitle)
        self._show_remark(card)
        for button, deed in zip(self._deed_buttons, card.deeds, strict=True):
            button.set_deed(deed)

    def _show_remark(self, card: card_lines.Card) -> None:
        self._remark.setVisible(card.remark is not None)
        if card.remark is not None:
            self._remark.set_state(*card.remark)

    def _rebuild(self, card: card_lines.Card | None) -> None:
        focused = next((one.line.key for one in self._lines if one.is_focused), "")
        place = self.verticalScrollBar().value()
        for old in (self._card, self._history):
            if old is not None:
                self.body.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._card = self._history = None
        self._lines = []
        self.nothing.setVisible(card is None)
        self.note.setVisible(card is not None and card.has_notes)
        self.note_error.hide()
        if card is not None:
            self._name(card)
            self._card = self._build(card)
            self.body.insertWidget(3, self._card)
            self._card.show()
            if card.history.lines:
                self._history = self._build_history(card.history)
                self.body.insertWidget(4, self._history)
                self._history.show()
        again = next((one for one in self._lines if one.line.key == focused), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(place if again is not None else 0)

    def _name(self, card: card_lines.Card) -> None:
        hint = f"Notiz zu {card.title.text} …"
        self.note.setPlaceholderText(hint)
        self.note.setAccessibleName(hint.rstrip(" …"))

    def _build(self, text: card_lines.Card) -> Card:
        card = card_frame("", self, name="card")
        card.setAccessibleName(text.title.text)
        side = theme.current().px(8)
        self._add_line(text.title, card)
        self._subtitle = PlainLabel(text.subtitle, card, kind="muted", wrap=True)
        self._subtitle.setContentsMargins(side, 0, side, side)
        self._subtitle.setVisible(bool(text.subtitle))
        card.body.addWidget(self._subtitle)
        self._build_remark(text, card)
        for line in text.lines:
            self._add_line(line, card)
        for section in text.sections:
            card.body.addWidget(heading(section.title, card))
            for line in section.lines:
                self._add_line(line, card)
        if text.more:
            card.body.addWidget(self._build_more(text, card))
        self._build_ties(text, card)
        self._build_deeds(text, card)
        return card

    def _build_ties(self, text: card_lines.Card, card: Card) -> None:
        """Links to the people of an institution, and to the bodies of a contact."""
        if text.people:
            card.body.addWidget(heading("Menschen", card))
        for person in text.people:
            link = PersonLink(person, card)
            link.wanted.connect(self.person_wanted)
            card.body.addWidget(link)
        if text.bodies:
            card.body.addWidget(heading("Gremien", card))
        for body_id, name in text.bodies:
            button = LinkButton(name, card, name=f"body_{body_id.hex}")
            button.clicked.connect(weak_slot(self._on_body, body_id))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_remark(self, text: card_lines.Card, card: Card) -> None:
        side = theme.current().px(8)
        self._remark = Pill("", Tone.NEUTRAL, card)
        row = QHBoxLayout()
        row.setContentsMargins(side, 0, side, side if text.remark else 0)
        row.addWidget(self._remark)
        row.addStretch(1)
        card.body.addLayout(row)
        self._show_remark(text)

    def _build_deeds(self, text: card_lines.Card, card: Card) -> None:
        """What is done with the whole record stands at the foot; to delete it comes last."""
        row = QWidget(card)
        flow = FlowLayout(row, spacing=theme.current().px(2))
        self._deed_buttons = [DeedButton(deed, row) for deed in text.deeds]
        for button in self._deed_buttons:
            flow.addWidget(button)
        if text.can_delete:
            delete = LinkButton("Löschen …", row, name="deleteContact")
            delete.clicked.connect(self.delete_wanted)
            flow.addWidget(delete)
        row.setVisible(bool(text.deeds) or text.can_delete)
        card.body.addSpacing(theme.current().px(8))
        card.body.addWidget(row)

    def _add_line(self, text: LineText, card: Card) -> EditLine:
        line = EditLine(text, card)
        line.closed.connect(self._on_line_closed, Qt.ConnectionType.QueuedConnection)
        self._lines.append(line)
        card.body.addWidget(line)
        return line

    def _build_more(self, text: card_lines.Card, card: Card) -> QWidget:
        now = theme.current()
        holder = QWidget(card)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, now.px(4), 0, 0)
        column.setSpacing(0)
        self._drafts = column
        row = QWidget(holder)
        flow = FlowLayout(row, spacing=now.px(2))
        for label, line in text.more[:_MORE_SHOWN]:
            button = LinkButton(f"+ {label}", row, name=f"add_{line.key}")
            button.clicked.connect(weak_slot(self._on_more, line))
            flow.addWidget(button)
        rest = text.more[_MORE_SHOWN:]
        if rest:
            others = LinkButton("+ Mehr", row, name="addMore")
            menu = QMenu(others)
            for label, line in rest:
                menu.addAction(label).triggered.connect(weak_slot(self._on_more, line))
            others.setMenu(menu)
            flow.addWidget(others)
        column.addWidget(row)
        return holder

    def _build_history(self, history: card_lines.Section) -> Card:
        card = card_frame(history.title, self, name="cardHistory")
        for line in history.lines:
            self._add_line(line, card)
        return card

    def _on_body(self, body_id: UUID) -> None:
        self.body_wanted.emit(body_id)

    def _on_more(self, text: LineText) -> None:
        """Ask for what is needed, or add at once what needs nothing."""
        if text.act is not None and not text.fields:
            text.act()
        else:
            self.open_draft(text)

    def _on_draft_closed(self, line: EditLine) -> None:
        if line in self._lines:
            self._lines.remove(line)
            line.hide()
            line.deleteLater()
        self._on_line_closed()

    @Slot()
    def _on_new_closed(self) -> None:
        """Show nothing when a new record was given up."""
        if self._keys == ():
            self.show_card(None)

    @Slot()
    def _on_line_closed(self) -> None:
        waiting, self._pending = self._pending, None
        if waiting is not None and not any(line.is_open for line in self._lines):
            waiting()

    @Slot()
    def _on_note(self) -> None:
        text = self.note.text().strip()
        if text:
            self.note_written.emit(text)

    def end_note(self, refusal: str = "") -> None:
        """Empty the quick note once it is kept, or say below it why it is not."""
        self.note_error.setText(refusal)
        self.note_error.setVisible(bool(refusal))
        if not refusal:
            self.note.clear()


def _keys(card: card_lines.Card) -> tuple[object, ...]:
    """Return what a card is made of: as long as it stays, the card changes in place."""
    return (
        card.title.key,
        card.people,
        card.bodies,
        keys_of(card.all_lines),
        tuple(line.key for _label, line in card.more),
        tuple(deed.name for deed in card.deeds),
        card.can_delete,
    )

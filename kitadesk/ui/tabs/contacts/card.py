"""The card at the right: reads as text, can be marked and copied."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.domain.people import Visibility
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import (
    Card,
    ElidedLabel,
    FlowLayout,
    LinkButton,
    Pill,
    PlainLabel,
    QuietButton,
    ScrollPage,
)
from kitadesk.ui.tabs.contacts.card_text import CardLine, CardPerson, CardText

_SEEN_BY = {
    Visibility.INTERNAL: ("intern", Tone.NEUTRAL),
    Visibility.MEMBERS: ("Mitglieder", Tone.ACCENT),
    Visibility.PUBLIC: ("öffentlich", Tone.GOOD),
}
_LONGEST_WHOLE = 36
"""Characters up to which a number or an address is shown whole, to be marked with the mouse."""


class ContactCardView(ScrollPage):
    """Shows one card at a time; `person_wanted` with an id, `closed` on Zurück."""

    person_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contactCard")
        self.back = QuietButton("‹ Zurück zur Liste", self, name="cardBack")
        self.back.clicked.connect(self.closed)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.nothing = PlainLabel(
            "Eine Zeile wählen: Hier stehen dann Nummern, Adressen und Amtszeit.",
            self,
            kind="muted",
            wrap=True,
        )
        self._card: Card | None = None
        self.body.addWidget(self.back)
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)

    def show_text(self, text: CardText | None) -> None:
        """Show this card instead of the one before; None asks to choose a row."""
        old, self._card = self._card, None
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.nothing.setVisible(text is None)
        if text is not None:
            self._card = self._build(text)
            self.body.insertWidget(2, self._card)
            self._card.show()
        self.verticalScrollBar().setValue(0)

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(240), now.px(120))

    def _build(self, text: CardText) -> Card:
        card = Card("", self, name="card")
        card.setAccessibleName(text.title)
        title = PlainLabel(text.title, card, kind="title", wrap=True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(title)
        if text.subtitle:
            card.body.addWidget(PlainLabel(text.subtitle, card, kind="muted", wrap=True))
        if text.lines:
            card.body.addWidget(self._build_lines(text, card))
        if text.people:
            card.body.addWidget(PlainLabel("Menschen", card, kind="heading"))
            for person in text.people:
                card.body.addWidget(self._build_person(person, card))
        if text.note:
            card.body.addWidget(_value(text.note, card))
        return card

    def _build_lines(self, text: CardText, card: Card) -> QWidget:
        now = theme.current()
        holder = QWidget(card)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, now.px(8), 0, now.px(4))
        grid.setHorizontalSpacing(now.px(12))
        grid.setVerticalSpacing(now.px(8))
        grid.setColumnStretch(1, 1)
        before = ""
        for number, line in enumerate(text.lines):
            label = PlainLabel("" if line.label == before else line.label, holder, kind="muted")
            before = line.label
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, number, 0, top)
            grid.addWidget(_beside(line, holder), number, 1, top)
        return holder

    def _build_person(self, person: CardPerson, card: Card) -> QWidget:
        holder = QWidget(card)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        button = LinkButton(person.name, holder, name=f"person_{person.id.hex}")
        button.clicked.connect(weak_slot(self._on_person, person.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        function = PlainLabel(person.function, holder, kind="muted", wrap=True)
        function.setIndent(theme.current().px(10))
        column.addWidget(function)
        return holder

    def _on_person(self, person_id: UUID) -> None:
        self.person_wanted.emit(person_id)


def _beside(line: CardLine, parent: QWidget) -> QWidget:
    """Return the value, with a pill that says who may see it."""
    if line.visibility is None:
        return _value(line.value, parent)
    words, tone = _SEEN_BY[line.visibility]
    holder = QWidget(parent)
    flow = FlowLayout(holder, spacing=theme.current().px(8))
    flow.addWidget(_whole(line.value, holder))
    pill = Pill(words, tone, holder)
    pill.setToolTip("Wer diese Angabe auf Listen sehen darf")
    flow.addWidget(pill)
    return holder


def _whole(text: str, parent: QWidget) -> QWidget:
    if len(text) > _LONGEST_WHOLE:
        return ElidedLabel(text, parent)
    label = PlainLabel(text, parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _value(text: str, parent: QWidget) -> QWidget:
    label = PlainLabel(text, parent, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

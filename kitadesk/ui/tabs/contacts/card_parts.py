"""Small parts of a card: its frame, headings, somebody to click on, a deed at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Card, LinkButton, PlainLabel
from kitadesk.ui.tabs.contacts.card_lines import CardDeed, CardPerson


def card_frame(title: str, parent: QWidget, *, name: str) -> Card:
    """Return a card whose lines have the room at their sides that their ring needs."""
    card = Card(title, parent, name=name)
    side = theme.current().px(8)
    margins = card.body.contentsMargins()
    card.body.setContentsMargins(side, margins.top(), side, margins.bottom())
    card.body.setSpacing(0)
    if card.heading is not None:
        card.heading.setContentsMargins(side, 0, side, side)
    return card


def heading(words: str, card: Card) -> QWidget:
    """Return the heading of some lines; a label would lose margins of its own to the style."""
    holder = QWidget(card)
    side = theme.current().px(8)
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, side * 2, side, side // 2)
    column.addWidget(PlainLabel(words, holder, kind="heading"))
    return holder


class PersonLink(QWidget):
    """Somebody with a function below; `wanted` with the id."""

    wanted = Signal(object)

    def __init__(self, person: CardPerson, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = person.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        button = LinkButton(person.name, self, name=f"person_{person.id.hex}")
        button.clicked.connect(self._on_clicked)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        function = PlainLabel(person.function, self, kind="muted", wrap=True)
        function.setIndent(theme.current().px(10))
        column.addWidget(function)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._id)


class DeedButton(LinkButton):
    """Does something with the whole record; its words may change: "Heute auflösen"."""

    def __init__(self, deed: CardDeed, parent: QWidget) -> None:
        super().__init__(deed.title, parent, name=deed.name)
        self._deed = deed
        self.clicked.connect(self._on_clicked)

    def set_deed(self, deed: CardDeed) -> None:
        """Do this from now on."""
        self._deed = deed
        self.setText(deed.title)
        self.setAccessibleName(deed.title)

    @Slot()
    def _on_clicked(self) -> None:
        self._deed.run()

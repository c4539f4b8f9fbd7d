"""The number of a consent form, typed or scanned: it opens the card where its answer is entered."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.queries.slips import SlipPlace, slip_place
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.fields import restyle
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel

_log = logging.getLogger(__name__)
HINT = "Nummer vom Formular tippen oder scannen, Enter."
_MUTED, _FOUND, _WRONG = "muted", "strong", "fieldError"
"""Looks of the line beside the field."""


class ConsentEntry(QWidget):
    """One line above the list; a scanner types here wherever the keyboard was on the page."""

    found = Signal(object)
    """A `SlipPlace`, of whatever run; the page knows whether it belongs here."""
    elsewhere_wanted = Signal(object)
    """The id of a slip that somebody wants to see in its own place."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._elsewhere: SlipPlace | None = None
        now = theme.current()
        self.number = QLineEdit(self)
        self.number.setObjectName("consentNumber")
        self.number.setAccessibleName("Nummer des Formulars")
        self.number.setPlaceholderText("Nr., z. B. 5021-3")
        self.number.setFixedWidth(now.px(160))
        self.number.returnPressed.connect(self._on_enter)
        self.number.textEdited.connect(self._on_edited)
        self.number.installEventFilter(self)
        self.said = PlainLabel(HINT, self, kind=_MUTED, wrap=True)
        self.go = LinkButton("Dort erfassen", self, name="consentElsewhere")
        self.go.setToolTip("Zeigt, wohin diese Nummer gehört")
        self.go.clicked.connect(self._on_go)
        self.go.hide()
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(now.px(12))
        row.addWidget(self.number, 0, 0)
        row.addWidget(self.said, 0, 1)
        row.addWidget(self.go, 0, 2)
        row.setColumnStretch(1, 1)

    def begin(self) -> None:
        """Put the keyboard on the number, ready for the next form."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def take_digit(self, event: QKeyEvent) -> bool:
        """Take a digit that was typed elsewhere on the page, so that a scan loses none."""
        digit = event.text()
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not (is_plain and len(digit) == 1 and digit.isascii() and digit.isdigit()):
            return False
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.setText(digit)
        self._on_edited()
        return True

    @Slot(str)
    def take(self, number: str) -> None:
        """Look up a number that was scanned into another field of the page."""
        self.number.setText(number)
        self._on_enter()

    def say_found(self, words: str) -> None:
        """Say what was found or stored, and wait for the next number."""
        self.number.clear()
        self._say(words, _FOUND)

    def refuse(self, words: str, place: SlipPlace | None = None) -> None:
        """Say what is wrong; with a place also the way there."""
        self._say(words, _WRONG)
        self._elsewhere = place
        self.go.setVisible(place is not None)
        self.begin()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if not is_escape or not self.number.text():
            return False
        self.number.clear()
        self._on_edited()
        return True

    @Slot()
    def _on_enter(self) -> None:
        typed = clean(self.number.text()).strip()
        if not typed:
            return
        try:
            place = self._desk.read(slip_place, typed)
        except UserError as error:
            _log.info("form refused: %s", error)
            self.refuse(str(error))
            return
        self.found.emit(place)

    @Slot()
    def _on_edited(self) -> None:
        self._say(HINT, _MUTED)

    @Slot()
    def _on_go(self) -> None:
        if self._elsewhere is not None:
            self.elsewhere_wanted.emit(self._elsewhere.id)

    def _say(self, words: str, look: str) -> None:
        self._elsewhere = None
        self.go.hide()
        self.said.setText(words)
        self.said.setObjectName(look)
        self.said.setAccessibleName(words)
        restyle(self.said)
        self.number.setProperty("wrong", look == _WRONG)
        restyle(self.number)

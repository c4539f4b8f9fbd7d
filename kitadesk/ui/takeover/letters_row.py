"""In which letters a file was read; where umlauts look wrong, another choice reads it again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kitadesk.services.parsing_encoding import ENCODINGS
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import ChoiceBox, PlainLabel

_SURE = "utf"
"""A file that reads as UTF-8, or begins with a mark, is not a guess."""


class LettersRow(QWidget):
    """Shows an encoding that was guessed; `chosen` carries the name of another one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        words = "Sehen Umlaute oder Akzente falsch aus? Die Datei ist gelesen als"
        row.addWidget(PlainLabel(words, self, kind="small"))
        self.box = ChoiceBox(self, name="fileLetters")
        self.box.setAccessibleName("Zeichen der Datei: gelesen als")
        self.box.addItems([label for _name, label in ENCODINGS])
        self.box.activated.connect(self._on_chosen)
        row.addWidget(self.box)
        row.addStretch(1)
        self.hide()

    def show_encoding(self, encoding: str, *, is_new: bool) -> None:
        """Show how a file was read; nothing where that is sure, or no file (empty)."""
        names = [name for name, _label in ENCODINGS]
        if is_new or not encoding:
            self.setVisible(bool(encoding) and not encoding.startswith(_SURE))
        if encoding in names:
            self.box.setCurrentIndex(names.index(encoding))

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.chosen.emit(ENCODINGS[place][0])

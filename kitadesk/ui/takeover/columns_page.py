"""How each column of the list was understood, with its first values; each can be corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import ChoiceBox, ElidedLabel, PlainLabel, ScrollPage
from kitadesk.ui.takeover.letters_row import LettersRow

EnumT = TypeVar("EnumT", bound=Enum)
Meanings = Sequence[tuple[Enum, str]]
"""What a column may hold, each with its German name."""


def meanings_of(labels: Mapping[EnumT, str], ignore: EnumT) -> Meanings:
    """Return the meanings of a kind of list; not to take a column over stands first."""
    rest = ((field, label) for field, label in labels.items() if field is not ignore)
    return ((ignore, labels[ignore]), *rest)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of the list: number from 0, header, what it is taken for, its first values."""

    number: int
    header: str
    field: Enum
    examples: str


class ColumnsPage(QWidget):
    """One line per column; `changed(number, field)` when the person knows better."""

    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None, *, meanings: Meanings) -> None:
        super().__init__(parent)
        self._meanings = meanings
        self.setObjectName("columnsPage")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        self.letters = LettersRow(self)
        column.addWidget(self.letters)
        self._scroll = ScrollPage(self)
        column.addWidget(self._scroll)
        self._boxes: list[FieldBox] = []
        self._look: list[tuple[str, str]] = []
        self._grid_holder: QWidget | None = None

    def set_columns(self, columns: Sequence[ColumnView]) -> None:
        """Show these columns; the boxes stay where only their meaning changed."""
        look = [(column.header, column.examples) for column in columns]
        if look != self._look:
            self._look = look
            self._build(columns)
        for box, column in zip(self._boxes, columns, strict=True):
            box.set_field(column.field)

    def start(self) -> None:
        """Put the focus on the first column."""
        if self._boxes:
            self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, theme.current().px(24))
        return False

    def _build(self, columns: Sequence[ColumnView]) -> None:
        now = theme.current()
        if self._grid_holder is not None:
            self._grid_holder.hide()
            self._grid_holder.deleteLater()
            self._scroll.body.removeWidget(self._grid_holder)
            while self._scroll.body.count():
                self._scroll.body.takeAt(0)
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, now.px(16), now.px(8))
        grid.setHorizontalSpacing(now.px(16))
        grid.setVerticalSpacing(now.px(6))
        for place, (least, stretch) in enumerate(((160, 2), (240, 2), (200, 5))):
            grid.setColumnMinimumWidth(place, now.px(least))
            grid.setColumnStretch(place, stretch)
        for place, words in enumerate(("In Ihrer Liste", "Wird übernommen als", "Erste Zeilen")):
            grid.addWidget(PlainLabel(words, holder, kind="small"), 0, place)
        self._boxes = []
        for line, column in enumerate(columns, 1):
            box = FieldBox(column, self._meanings, holder)
            box.activated.connect(weak_slot(self._on_chosen, line - 1))
            box.installEventFilter(self)
            self._boxes.append(box)
            grid.addWidget(ElidedLabel(column.header, holder, kind="strong"), line, 0)
            grid.addWidget(box, line, 1)
            grid.addWidget(ElidedLabel(column.examples, holder, kind="muted"), line, 2)
        self._scroll.body.addWidget(holder)
        self._scroll.body.addStretch(1)
        self._grid_holder = holder

    def _on_chosen(self, place: int) -> None:
        box = self._boxes[place]
        self.changed.emit(box.number, box.field())


class FieldBox(ChoiceBox):
    """The meaning of one column; the wheel scrolls the page and changes nothing."""

    def __init__(self, column: ColumnView, meanings: Meanings, parent: QWidget) -> None:
        super().__init__(parent, name=f"column{column.number}")
        self._fields = [field for field, _label in meanings]
        self.number = column.number
        self.setAccessibleName(f"{column.header}: wird übernommen als")
        self.addItems([label for _field, label in meanings])
        self.setMinimumWidth(theme.current().px(180))

    def field(self) -> Enum:
        """Return the chosen meaning."""
        return self._fields[self.currentIndex()]

    def set_field(self, field: Enum) -> None:
        """Show a meaning."""
        self.setCurrentIndex(self._fields.index(field))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

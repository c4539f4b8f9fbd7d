"""The lines of a print form: each asks for one value and keeps it as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import clean
from kitadesk.handouts.spec import ParamField, ParamKind
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.widgets import ChoiceBox, PlainLabel, QuietButton, TickBox

YES, NO = "ja", "nein"
SEPARATOR = "; "


class ParamLine(QWidget):
    """One line of the form: asks for one value."""

    changed = Signal()
    height_changed = Signal()
    """The line needs more room, or less."""

    def __init__(self, field: ParamField, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.current().px(4))
        self.build()

    def build(self) -> None:
        """Make the editor."""
        raise NotImplementedError

    def value(self) -> str:
        """Return what is chosen, as text."""
        raise NotImplementedError

    def set_value(self, text: str) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError

    def name(self) -> str:
        """Return the object name of the editor."""
        return f"param_{self.field.name}"

    def caption(self) -> PlainLabel:
        """Put the label over the editor."""
        label = PlainLabel(self.field.label, self, kind="small")
        self.column.addWidget(label)
        return label

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


class YesNoLine(ParamLine):
    """A tick box."""

    @override
    def build(self) -> None:
        self.box = TickBox(self.field.label, self, name=self.name())
        self.box.setToolTip(plain_tooltip(self.field.hint))
        self.box.clicked.connect(self._on_changed)
        self.column.addWidget(self.box)

    @override
    def value(self) -> str:
        return YES if self.box.isChecked() else NO

    @override
    def set_value(self, text: str) -> None:
        self.box.setChecked(text == YES)


class ChoiceLine(ParamLine):
    """A drop-down without caption where its entries explain themselves."""

    @override
    def build(self) -> None:
        self.box = ChoiceBox(self, name=self.name())
        self.box.setAccessibleName(self.field.label)
        self.box.addItems([label for _value, label in self.field.choices])
        self.box.activated.connect(self._on_changed)
        self.column.addWidget(self.box)

    @override
    def value(self) -> str:
        number = max(0, self.box.currentIndex())
        return self.field.choices[number][0]

    @override
    def set_value(self, text: str) -> None:
        values = [value for value, _label in self.field.choices]
        self.box.setCurrentIndex(values.index(text) if text in values else 0)


class TextLine(ParamLine):
    """A line of text, a number, or entries parted by semicolons."""

    @override
    def build(self) -> None:
        label = self.caption()
        self.edit = QLineEdit(self)
        self.edit.setObjectName(self.name())
        self.edit.setAccessibleName(self.field.label)
        self.edit.setPlaceholderText(self.field.hint or self._hint())
        self.edit.textEdited.connect(self._on_changed)
        label.setBuddy(self.edit)
        self.column.addWidget(self.edit)

    @override
    def value(self) -> str:
        return clean(self.edit.text())

    @override
    def set_value(self, text: str) -> None:
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def _hint(self) -> str:
        return "mehrere mit Strichpunkt trennen" if self.field.kind is ParamKind.TEXTS else ""


class LongLine(ParamLine):
    """A text of several paragraphs, each on a line of its own."""

    @override
    def build(self) -> None:
        label = self.caption()
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName(self.name())
        self.edit.setAccessibleName(self.field.label)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(4 * self.edit.fontMetrics().lineSpacing() + theme.current().px(20))
        self.edit.textChanged.connect(self._on_changed)
        label.setBuddy(self.edit)
        self.column.addWidget(self.edit)

    @override
    def value(self) -> str:
        paragraphs = (clean(part).strip() for part in self.edit.toPlainText().split("\n"))
        return f" {self.field.parted_by} ".join(part for part in paragraphs if part)

    @override
    def set_value(self, text: str) -> None:
        paragraphs = [part.strip() for part in text.split(self.field.parted_by)]
        self.edit.blockSignals(True)
        self.edit.setPlainText("\n".join(paragraphs))
        self.edit.blockSignals(False)


class NumberLine(TextLine):
    """A number; while it makes no sense the default holds."""

    @override
    def build(self) -> None:
        super().build()
        self.edit.setMaximumWidth(theme.current().px(96))

    @override
    def value(self) -> str:
        text = clean(self.edit.text()).strip()
        return text if text else "0"


class ManyLine(ParamLine):
    """Several of a fixed set: a button that opens a list to tick, in the order of ticking."""

    @override
    def build(self) -> None:
        self.caption()
        self.button = QuietButton("", self, name=self.name())
        self.menu = QMenu(self.button)
        self.menu.setObjectName(f"{self.name()}Menu")
        self._labels = dict(self.field.choices)
        self._chosen: list[str] = []
        self._actions: dict[QAction, str] = {}
        for value, label in self.field.choices:
            action = QAction(label.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            self._actions[action] = value
            self.menu.addAction(action)
        self.menu.triggered.connect(self._on_triggered)
        self.button.clicked.connect(self._on_clicked)
        self.column.addWidget(self.button)

    @override
    def value(self) -> str:
        return SEPARATOR.join(self._chosen)

    @override
    def set_value(self, text: str) -> None:
        parts = [part.strip() for part in text.split(";")]
        self._chosen = [part for part in parts if part in self._labels]
        for action, value in self._actions.items():
            action.setChecked(value in self._chosen)
        self._show()

    def _show(self) -> None:
        words = ", ".join(self._labels[value] for value in self._chosen) or "keine"
        self.button.setAccessibleName(f"{self.field.label}: {words}")
        self.button.setToolTip(plain_tooltip(words))
        room = theme.current().px(280)
        shown = self.button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.button.setText(shown.replace("&", "&&"))

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        value = self._actions[action]
        if action.isChecked():
            self._chosen.append(value)
        else:
            self._chosen.remove(value)
        self._show()
        self.changed.emit()

"""The fields of all forms; each saves itself and says beside itself what is wrong."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from kitadesk.base.date_parsing import parse_time
from kitadesk.base.dates import clock_time
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import TickBox
from kitadesk.ui.kit.choice_fields import ChoiceField, TickField
from kitadesk.ui.kit.date_field import DateField
from kitadesk.ui.kit.fields import Field, side_by_side
from kitadesk.ui.kit.line_field import LineField

__all__ = [
    "AreaField",
    "ChoiceField",
    "DateField",
    "Field",
    "NumberField",
    "TextField",
    "TickField",
    "TimeField",
    "editable_fields",
    "side_by_side",
]


class TextField(LineField):
    """One line of text; cleaned (no control characters), as long as people like."""

    @override
    def _read(self) -> str:
        return clean(self.edit.text())

    @override
    def _show(self, value: Any) -> None:
        self._show_text(str(value or ""))


class AreaField(Field):
    """Some lines of text; Tab goes on, Enter makes a new line, Strg+Enter goes on."""

    def __init__(
        self,
        caption: str,
        parent: QWidget | None = None,
        *,
        name: str,
        lines: int = 4,
        hint: str = "",
    ) -> None:
        super().__init__(caption, parent, name=name)
        self.edit = _GrowingEdit(lines, self)
        self.edit.setPlaceholderText(hint)
        self._adopt(self.edit, name)
        self.edit.textChanged.connect(self._on_edited)

    @override
    def editor(self) -> QWidget:
        return self.edit

    @override
    def _on_key(self, event: Any) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        return super()._on_key(event)

    @override
    def _read(self) -> str:
        lines = self.edit.toPlainText().split("\n")
        return "\n".join(clean(line) for line in lines).strip("\n")

    @override
    def _show(self, value: Any) -> None:
        text = str(value or "")
        # While somebody types, an empty line at the end is on its way to the next one.
        is_typed = self.edit.hasFocus() and self._read() == text
        if not is_typed and self.edit.toPlainText() != text:
            self.edit.setPlainText(text)


class _GrowingEdit(QPlainTextEdit):
    """Asks for the room of its lines and takes more when it is given."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self._height_of(min(lines, 3)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), self._height_of(self._lines))

    def _height_of(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + theme.current().px(24)


class NumberField(LineField):
    """A whole number within bounds, or empty (None)."""

    def __init__(
        self,
        caption: str,
        parent: QWidget | None = None,
        *,
        name: str,
        least: int = 0,
        most: int = 9999,
        hint: str = "",
    ) -> None:
        super().__init__(caption, parent, name=name, hint=hint)
        self._least = least
        self._most = most
        self.edit.setMaximumWidth(theme.current().px(120))

    @override
    def _read(self) -> int | None:
        text = clean(self.edit.text()).strip()
        if not text:
            return None
        digits = text.lstrip("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
            raise self._wrong(text)
        number = int(text)
        if not self._least <= number <= self._most:
            raise self._wrong(text)
        return number

    @override
    def _show(self, value: Any) -> None:
        self._show_text("" if value is None else str(value))

    def _wrong(self, text: str) -> UserError:
        return UserError("number_out_of_range", text=text, least=self._least, most=self._most)


class TimeField(LineField):
    """A wall time: "19", "19:00", "19.30", "1930"; empty is None. Saved on Enter and focus-out."""

    def __init__(self, caption: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(caption, parent, name=name, hint="z. B. 19")
        self.edit.setMaximumWidth(theme.current().px(120))

    @override
    def _read(self) -> time | None:
        text = clean(self.edit.text()).strip()
        return parse_time(text) if text else None

    @override
    def _show(self, value: Any) -> None:
        self._show_text("" if value is None else clock_time(value))

    @override
    @Slot()
    def _on_edited(self) -> None:
        """No saving by pause: "19" on the way to "19:30" is not meant yet."""


_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, TickBox)


def editable_fields(root: QWidget) -> list[QWidget]:
    """Return every editable widget below `root`, each with its object name (contract tests)."""
    found = [child for child in root.findChildren(QWidget) if isinstance(child, _EDITORS)]
    return [child for child in found if not _is_inside_of_another(child)]


def _is_inside_of_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent, (QComboBox, QAbstractSpinBox))

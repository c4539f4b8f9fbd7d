"""The fields of all forms; each saves itself and says beside itself what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
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

from kitadesk.base.date_parsing import parse_date, parse_time
from kitadesk.base.dates import clock_time, long_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.buttons import TickBox
from kitadesk.ui.kit.choice_fields import ChoiceField, TickField
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.fields import Field, side_by_side
from kitadesk.ui.kit.slots import weak_slot

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


class _LineField(Field):
    """A field whose editor is one line."""

    def __init__(
        self, caption: str, parent: QWidget | None = None, *, name: str, hint: str = ""
    ) -> None:
        super().__init__(caption, parent, name=name)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(hint)
        self._adopt(self.edit, name)
        self.edit.textEdited.connect(self._on_edited)

    @override
    def editor(self) -> QWidget:
        return self.edit

    def _show_text(self, text: str) -> None:
        if self.edit.text() != text:
            self.edit.setText(text)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)


class TextField(_LineField):
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
        if self.edit.toPlainText() != text:
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


class NumberField(_LineField):
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


class TimeField(_LineField):
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


class DateField(_LineField):
    """A date in any German way of writing; shows the long date and asks about a wrong weekday.

    Saved on Enter and focus-out only: "8.4." on the way to "8.4.28" is not meant yet; below stands
    meanwhile what is understood. `note_for` gives a note for a date (Ferien, Feiertag).
    """

    def __init__(
        self,
        caption: str,
        parent: QWidget | None = None,
        *,
        name: str,
        today: Callable[[], date],
        note_for: Callable[[date], str] | None = None,
    ) -> None:
        super().__init__(caption, parent, name=name, hint="z. B. 8.4. oder Do")
        self._today = today
        self._note_for = note_for
        self._confirmed = ""
        self._is_asking = False
        longest = self.edit.fontMetrics().horizontalAdvance("Donnerstag, 28. September 2028")
        self.edit.setMinimumWidth(longest + theme.current().px(28))

    @override
    def commit(self) -> bool:
        if self._is_asking:
            return False
        text = clean(self.edit.text()).strip()
        mismatch = self._mismatch(text)
        if mismatch is None or text == self._confirmed:
            return super().commit()
        self._ask(text, *mismatch)
        return False

    @override
    def _read(self) -> date | None:
        text = clean(self.edit.text()).strip()
        return parse_date(text, self._today()).date if text else None

    @override
    def _show(self, value: Any) -> None:
        self._confirmed = ""
        self._show_text("" if value is None else long_date(value))
        self.set_note(self._note_of(value))

    @override
    @Slot()
    def _on_edited(self) -> None:
        try:
            day = self._read()
        except UserError:
            self.set_note("")
            return
        words = "" if day is None else f"{long_date(day)}. {self._note_of(day)}".rstrip(" .")
        self.set_note(words)

    def _note_of(self, day: date | None) -> str:
        return "" if day is None or self._note_for is None else self._note_for(day)

    def _mismatch(self, text: str) -> tuple[date, str] | None:
        try:
            parsed = parse_date(text, self._today()) if text else None
        except UserError:
            return None
        if parsed is None or parsed.weekday_mismatch is None:
            return None
        return parsed.date, parsed.weekday_mismatch

    def _ask(self, text: str, day: date, typed: str) -> None:
        self._is_asking = True
        question = f"Der {long_date(day).split(', ', 1)[1]} ist ein {long_date(day).split(',')[0]}."
        choices = (
            Choice("Dieses Datum nehmen", weak_slot(self._take, text), is_main=True),
            Choice("Ändern", self._change_it),
        )
        dialogs.door().ask(self, question, f"Eingegeben war: {typed}.", choices)

    def _take(self, text: str) -> None:
        self._is_asking = False
        self._confirmed = text
        self.commit()

    def _change_it(self) -> None:
        self._is_asking = False
        self.edit.setFocus()
        self.edit.selectAll()


_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, TickBox)


def editable_fields(root: QWidget) -> list[QWidget]:
    """Return every editable widget below `root`, each with its object name (contract tests)."""
    found = [child for child in root.findChildren(QWidget) if isinstance(child, _EDITORS)]
    return [child for child in found if not _is_inside_of_another(child)]


def _is_inside_of_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent, (QComboBox, QAbstractSpinBox))

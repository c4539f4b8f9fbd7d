"""A field whose editor is one line."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kitadesk.ui.kit.fields import Field


class LineField(Field):
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

"""Fields that are chosen, not typed; saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import ChoiceBox, TickBox
from kitadesk.ui.kit.fields import Field


class ChoiceField(Field):
    """One of a few things; the value is the thing, not its number (trap P1)."""

    def __init__(
        self,
        caption: str,
        options: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__(caption, parent, name=name)
        self.box = ChoiceBox(self)
        self._values: list[Any] = []
        self._adopt(self.box, name)
        self.set_options(options)
        self.box.activated.connect(self._on_activated)

    @override
    def editor(self) -> QWidget:
        return self.box

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other things; the saved value stays chosen if it is among them."""
        self._values = [value for value, _caption in options]
        self.box.clear()
        self.box.addItems([caption for _value, caption in options])
        self._show(self._saved)

    @override
    def has_unsaved(self) -> bool:
        """Never half typed, so that undo is seen at once, also with the focus here."""
        return False

    @override
    def _read(self) -> Any:
        number = self.box.currentIndex()
        return self._values[number] if number >= 0 else None

    @override
    def _show(self, value: Any) -> None:
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @override
    def _on_key(self, event: Any) -> bool:
        return False

    @Slot(int)
    def _on_activated(self, _number: int) -> None:
        self.commit()


class TickField(Field):
    """Yes or no; saved at once."""

    def __init__(self, caption: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", parent, name=name)
        self.box = TickBox(caption, self)
        self._adopt(self.box, name)
        self.box.setAccessibleName(caption)
        self.box.setMinimumHeight(theme.current().row_height)
        self._saved = False
        self.box.clicked.connect(self._on_clicked)

    @override
    def editor(self) -> QWidget:
        return self.box

    @override
    def has_unsaved(self) -> bool:
        """Never half typed, so that undo is seen at once, also with the focus here."""
        return False

    @override
    def _read(self) -> bool:
        return self.box.isChecked()

    @override
    def _show(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    @override
    def _on_key(self, event: Any) -> bool:
        return False

    @Slot()
    def _on_clicked(self) -> None:
        self.commit()

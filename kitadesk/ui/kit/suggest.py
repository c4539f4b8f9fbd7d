"""A line of text with suggestions: choose one of them or type anything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QToolButton, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.forms import TextField
from kitadesk.ui.kit.icons import icon


class SuggestField(TextField):
    """Down arrow or the small ⌄ opens all suggestions; typing narrows them, any text is fine."""

    def __init__(
        self,
        caption: str,
        suggestions: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        name: str,
        hint: str = "",
    ) -> None:
        super().__init__(caption, parent, name=name, hint=hint)
        self._suggestions = QStringListModel(list(suggestions), self)
        self._completer = QCompleter(self._suggestions, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._on_chosen)
        self.edit.setCompleter(self._completer)
        # An open list hands Enter to the line past the event filter of the field.
        self.edit.returnPressed.connect(self._on_return)
        self._opener = QToolButton(self.edit)
        self._opener.setObjectName(f"{name}Open")
        self._opener.setAccessibleName(f"Vorschläge: {caption}")
        self._opener.setStyleSheet("QToolButton { padding: 0; border: none; min-height: 0; }")
        self._opener.setCursor(Qt.CursorShape.ArrowCursor)
        # The Down key does the same; Tab goes on to the next field.
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.setIcon(icon("chevron-down", "muted"))
        side = theme.current().px(16)
        self._opener.setIconSize(QSize(side, side))
        self._opener.clicked.connect(self.open_list)
        self._opener.setVisible(bool(suggestions))
        self.edit.setTextMargins(0, 0, theme.current().px(22), 0)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer other texts."""
        self._suggestions.setStringList(list(suggestions))
        self._opener.setVisible(bool(suggestions))

    def suggestions(self) -> list[str]:
        """Return what is offered."""
        return self._suggestions.stringList()

    @Slot()
    def open_list(self) -> None:
        """Show all suggestions, whatever is typed."""
        if self._suggestions.rowCount() == 0:
            return
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.Resize:
            side = min(self.edit.height() - 4, theme.current().px(28))
            top = (self.edit.height() - side) // 2
            left = self.edit.width() - side - theme.current().px(4)
            self._opener.setGeometry(left, top, side, side)
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._opener.setIcon(icon("chevron-down", "muted"))

    @override
    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and not self._is_open():
            self.open_list()
            return True
        return super()._on_key(event)

    def _is_open(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        self.edit.setText(text)
        self.commit()

    @Slot()
    def _on_return(self) -> None:
        self.commit()

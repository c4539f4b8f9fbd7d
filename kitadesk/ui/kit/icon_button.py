"""A small button with an icon: grows with the font, changes with the colours, opens a menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import ToolButton
from kitadesk.ui.kit.icons import icon
from kitadesk.ui.kit.labels import plain_tooltip

SIDE = 18
"""Side of the drawing in px at 100 %."""


class IconButton(ToolButton):
    """`drawing` names a file of `resources/icons`; the tooltip says what is spoken and its key."""

    def __init__(
        self, drawing: str, spoken: str, parent: QWidget, *, name: str, key: str = ""
    ) -> None:
        super().__init__(spoken, parent, name=name)
        self._drawing = drawing
        self._popup: QMenu | None = None
        self.setToolTip(plain_tooltip(f"{spoken} ({key})" if key else spoken))
        self._dress()

    def open_menu(self, menu: QMenu) -> None:
        """Open this menu below the button whenever it is pressed."""
        self._popup = menu
        self.clicked.connect(self._on_pressed)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def _dress(self) -> None:
        side = theme.current().px(SIDE)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._drawing, "muted"))

    @Slot()
    def _on_pressed(self) -> None:
        if self._popup is not None:
            self._popup.popup(self.mapToGlobal(self.rect().bottomLeft()))

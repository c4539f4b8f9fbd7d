"""The bar above the pages: tabs, search, institution, lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import ToolButton, draw_chevron
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.search import SearchField
from kitadesk.ui.kit.status_line import TextButton

BAR_HEIGHT = 48


class TabButton(QAbstractButton):
    """The name of an area, underlined in petrol when it is in front."""

    def __init__(self, title: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self._framed = False
        self.setObjectName(f"tab{number}")
        self.setAccessibleName(title)
        self.setToolTip(f"Strg+{number}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame only to those who came by keyboard, not at every start."""
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._framed = event.reason() in keys
        super().focusInEvent(event)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        self._embolden()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * now.px(16)
        return QSize(width, now.px(BAR_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inked = self.isChecked() or self.underMouse()
        painter.setPen(now.color("ink" if inked else "muted"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            thick = now.px(3)
            painter.fillRect(0, self.height() - thick, self.width(), thick, now.color("accent"))
        if self.hasFocus() and self._framed:
            pen = painter.pen()
            pen.setColor(now.color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            inset = now.px(6)
            frame = self.rect().adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, now.px(6), now.px(6))

    def _embolden(self) -> None:
        font = QFont(self.font())
        if font.weight() != QFont.Weight.DemiBold:
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)


class InstitutionButton(TextButton):
    """Whose data this is; behind it the settings."""

    def __init__(self, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent, "institutionMenu", size=1.0)
        self._menu = menu
        self.setMaximumWidth(theme.current().px(240))
        self.clicked.connect(self._on_clicked)
        self.set_institution("")

    def set_institution(self, name: str) -> None:
        """Show the name; before there is one, what is behind the button."""
        self.set_words(name or "Einstellungen")
        self.setAccessibleName(f"{name} Einrichtung und Einstellungen".strip())
        self.setToolTip(plain_tooltip(f"{name}: Einstellungen" if name else "Einstellungen"))

    @override
    def room_right(self) -> int:
        """Return the room of the ⌄."""
        return theme.current().px(16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme.current().px
        middle = QPointF(self.width() - px(10), self.height() / 2 + px(1))
        draw_chevron(painter, middle, px(4), theme.current().color("muted"))

    @Slot()
    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class TopBar(QWidget):
    """Tabs at the left, search, institution and its menu at the right."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self.setObjectName("topBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(8), 0, now.px(16), 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for number, title in enumerate(titles):
            button = TabButton(title, number + 1, self)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        row.addStretch(1)
        row.addSpacing(now.px(16))
        self.search = SearchField(self)
        self.search.setMinimumWidth(now.px(120))
        self.search.setMaximumWidth(now.px(300))
        row.addWidget(self.search, 100)
        row.addSpacing(now.px(16))
        self.menu = QMenu(self)
        self.institution = InstitutionButton(self.menu, self)
        row.addWidget(self.institution)
        row.addSpacing(now.px(4))
        row.addWidget(self._build_lock())
        self.setFixedHeight(now.px(BAR_HEIGHT) + 1)

    def show_ways(self, *, are_shown: bool) -> None:
        """Show tabs and search, or only the settings (before there is a house)."""
        for button in self._group.buttons():
            button.setVisible(are_shown)
        self.search.setVisible(are_shown)
        self.lock.setVisible(are_shown)

    def choose(self, number: int) -> None:
        """Bring this tab to the front."""
        self._group.button(number).setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("line"))

    def _build_lock(self) -> ToolButton:
        self.lock = ToolButton("Bildschirm verdecken", self, name="lock")
        self.lock.setToolTip("Bildschirm verdecken (F9)")
        self.lock.setIconSize(QSize(theme.current().px(20), theme.current().px(20)))
        self.lock.setMinimumWidth(theme.current().px(40))
        self.lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return self.lock

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        """Let Tab stop at the area in front only; the arrow keys go to the others."""
        policy = Qt.FocusPolicy.TabFocus if checked else Qt.FocusPolicy.NoFocus
        self._group.button(number).setFocusPolicy(policy)
        if checked:
            self.chosen.emit(number)

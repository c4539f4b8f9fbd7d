"""Room for a tab: as large as the window gives, scrolling only below what the tab needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from kitadesk.ui.kit.event_filters import outlives_attributes


class TabArea(QScrollArea):
    """Gives a tab the whole viewport, or its least size where that is larger.

    `setWidgetResizable` would take the preferred height of wrapped text as the least one, and
    scroll tabs that scroll in themselves.
    """

    def __init__(self, tab: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(tab)
        tab.setAutoFillBackground(False)
        tab.installEventFilter(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        tab = self.widget()
        if tab is not None:
            room = self.viewport().size()
            tab.resize(room.expandedTo(_least_size(tab, room.width())))


def _least_size(tab: QWidget, width: int) -> QSize:
    least = tab.minimumSizeHint().expandedTo(tab.minimumSize())
    layout = tab.layout()
    if layout is not None and layout.hasHeightForWidth():
        wide = max(width, least.width())
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(wide)))
    return least

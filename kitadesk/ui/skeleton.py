"""Heute before its data is there: the headings on empty cards, so the window stands at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Card

LEFT = (("Überfällig", 2), ("Diese Woche", 2), ("Später", 1))
RIGHT = (("Nächste Veranstaltung", 3),)


class _Lines(QWidget):
    """Pale bars where lines of text will stand."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = count

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), self._count * theme.current().px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("hover"))
        step, thick = now.px(28), now.px(10)
        for line in range(self._count):
            width = self.width() * (0.62, 0.48, 0.55)[line % 3]
            painter.drawRoundedRect(0, line * step + (step - thick) // 2, round(width), thick, 5, 5)


class TodaySkeleton(QWidget):
    """The cards of Heute with their headings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("todaySkeleton")
        now = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        row.setSpacing(now.px(16))
        for cards in (LEFT, RIGHT):
            column = QVBoxLayout()
            column.setSpacing(now.px(12))
            for title, lines in cards:
                card = Card(title, self)
                card.body.addWidget(_Lines(lines, card))
                column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, 1)

"""Three rows of an invented list: says faster than words what fits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme

_ROW = 26


@dataclass(frozen=True, slots=True)
class ExampleRows:
    """An invented list: rows with the head first, widths in px at 100 %, and what is spoken."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    spoken: str


CHILDREN_EXAMPLE = ExampleRows(
    (
        ("Name, Vorname", "Gruppe", "Eltern"),
        ("Muster, Mia", "Frösche", "Jana u. Tom Muster"),
        ("Muster, Jonas", "Bären", "Jana u. Tom Muster"),
    ),
    (150, 100, 190),
    "Beispiel: Name, Gruppe und Eltern in drei Spalten",
)


class ExampleList(QWidget):
    """Looks like a corner of a spreadsheet."""

    def __init__(self, example: ExampleRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example = example
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(example.spoken)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(
            now.px(sum(self._example.widths)) + 1, now.px(_ROW) * len(self._example.rows) + 1
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        height = now.px(_ROW)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        for number, row in enumerate(self._example.rows):
            left = 0
            for width, words in zip(self._example.widths, row, strict=True):
                cell = QRect(left, number * height, now.px(width), height)
                painter.fillRect(cell, now.color("surface" if number else "neutral_soft"))
                painter.setPen(now.color("line"))
                painter.drawRect(cell)
                painter.setFont(self.font() if number else strong)
                painter.setPen(now.color("muted" if number else "neutral_text"))
                room = cell.adjusted(now.px(8), 0, -now.px(8), 0)
                shown = painter.fontMetrics().elidedText(
                    words, Qt.TextElideMode.ElideRight, room.width()
                )
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
                left += now.px(width)

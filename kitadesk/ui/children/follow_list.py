"""What follows from a step, to be read before it is done: what happens, what stays, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.domain.child_moves import Consequence, Weight
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import PlainLabel, ScrollPage

HEADINGS = {
    Weight.CHECK: ("Daran denken", "○"),
    Weight.HAPPENS: ("Das geschieht", "→"),
    Weight.STAYS: ("Das bleibt", "="),
}


class FollowList(ScrollPage):
    """Shows consequences under their three headings; a screen reader hears them as one text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("followList")
        self._holder: QWidget | None = None
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[Consequence]) -> None:
        """Show these."""
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        now = theme.current()
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, now.px(8), 0)
        column.setSpacing(now.px(6))
        for weight, (heading, mark) in HEADINGS.items():
            found = [line for line in lines if line.weight is weight]
            if found and column.count():
                column.addSpacing(now.px(6))
            if found:
                column.addWidget(PlainLabel(heading, self._holder, kind="strong"))
            for line in found:
                column.addLayout(self._line(mark, line.text, self._holder))
        self.body.insertWidget(0, self._holder)
        self._holder.show()
        self.setAccessibleName(" ".join(line.text for line in lines))

    @staticmethod
    def _line(mark: str, text: str, parent: QWidget) -> QHBoxLayout:
        now = theme.current()
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        sign = PlainLabel(mark, parent, kind="muted")
        sign.setFixedWidth(now.px(18))
        row.addWidget(sign)
        row.addWidget(PlainLabel(text, parent, wrap=True), 1)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        return row

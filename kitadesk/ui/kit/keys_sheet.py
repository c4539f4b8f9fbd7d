"""The overview of keys that F1 shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, ScrollPage


class KeysSheet(QDialog):
    """Keys at the left, what they do at the right."""

    def __init__(self, lines: list[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self.setObjectName("keysSheet")
        self.setWindowTitle("Tasten")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel("Tasten", self, kind="heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(now.px(24))
        grid.setVerticalSpacing(now.px(8))
        for number, (key, meaning) in enumerate(lines):
            grid.addWidget(PlainLabel(key, self, kind="strong"), number, 0)
            grid.addWidget(PlainLabel(meaning, self), number, 1)
        page = ScrollPage(self)
        page.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The arrow keys scroll where it is too long.
        page.body.addLayout(grid)
        page.body.addStretch(1)
        column.addWidget(page, 1)
        column.addSpacing(now.px(8))
        close = PrimaryButton("Schließen", self, name="closeKeys")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        self._fit(page, parent.window().height())

    def _fit(self, page: ScrollPage, room: int) -> None:
        """Take the room that the lines need, but no more than the window has."""
        now = theme.current()
        inside = page.body.sizeHint()
        page.setMinimumWidth(inside.width() + now.px(16))
        rest = self.sizeHint().height() - page.sizeHint().height()
        most = room - now.px(32)
        self.resize(self.sizeHint().width(), min(rest + inside.height(), max(most, now.px(240))))

"""Where the parts of the panel stand: one under the other, or picture and form side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from kitadesk.ui.kit import theme

WIDE = 680
"""px at 100 % from which on the form has room beside the picture."""
FORM_WIDTH = 344
"""px at 100 % that the form takes beside the picture."""


class PanelPlaces(QGridLayout):
    """Lays out the parts of the panel; what is not the picture stands in its order."""

    def __init__(self, panel: QWidget, picture: QWidget, others: Sequence[QWidget]) -> None:
        super().__init__(panel)
        now = theme.current()
        self._picture, self._others = picture, tuple(others)
        self._is_wide: bool | None = None
        self.setContentsMargins(0, 0, 0, now.px(16))
        self.setVerticalSpacing(now.px(8))
        self.setHorizontalSpacing(now.px(16))
        self.set_wide(is_wide=False)

    def set_wide(self, *, is_wide: bool) -> None:
        """Put the picture between head and form, or to the left of both."""
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        for widget in (self._picture, *self._others):
            self.removeWidget(widget)
        lines = len(self._others) + 1
        for line in range(lines):
            self.setRowStretch(line, 0)
        self.setColumnStretch(0, 1)
        self.setColumnMinimumWidth(1, theme.current().px(FORM_WIDTH) if is_wide else 0)
        if is_wide:
            self._put_beside(lines)
        else:
            self._put_under()

    def _put_beside(self, lines: int) -> None:
        self.addWidget(self._picture, 0, 0, lines, 1)
        head, *rest, last = self._others
        self.addWidget(head, 0, 1)
        for line, widget in enumerate(rest, start=1):
            self.addWidget(widget, line, 1)
        self.setRowStretch(lines - 2, 1)  # What is left over stands above the buttons.
        self.addWidget(last, lines - 1, 1)

    def _put_under(self) -> None:
        head, turns, *rest = self._others
        shown = (head, turns, self._picture, *rest)
        for line, widget in enumerate(shown):
            self.addWidget(widget, line, 0)
        self.setRowStretch(shown.index(self._picture), 1)

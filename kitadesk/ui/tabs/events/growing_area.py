"""A field of several lines that is as high as its text: the page scrolls, not the box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.forms import AreaField

MOST_LINES = 24
"""A longer text scrolls in its box."""


class GrowingArea(AreaField):
    """Some lines of text; at least `lines` high, and higher with what is typed."""

    _resized = Signal()

    def __init__(
        self, caption: str, parent: QWidget, *, name: str, lines: int = 1, hint: str = ""
    ) -> None:
        super().__init__(caption, parent, name=name, lines=lines, hint=hint)
        self._least_lines = lines
        self.edit.textChanged.connect(self._fit)
        # Later, when the box has broken its lines anew for its width.
        self._resized.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self._fit()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.Resize:
            self._resized.emit()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        edit = self.edit
        lines = max(self._least_lines, min(MOST_LINES, round(edit.document().size().height())))
        height = (edit.fontMetrics().lineSpacing() + 1) * lines + theme.current().px(28)
        if edit.height() != height:
            edit.setFixedHeight(height)

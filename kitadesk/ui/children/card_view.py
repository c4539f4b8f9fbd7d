"""Sections of lines that read as text and are edited on a click; shown again without losing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.edit_line import EditLine
from kitadesk.ui.kit.line_text import LineText, keys_of
from kitadesk.ui.kit.widgets import PlainLabel, ScrollPage


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; the first section has none."""

    heading: str
    lines: tuple[LineText, ...]


class LinesView(ScrollPage):
    """Shows sections; the same lines with other texts keep what somebody is typing."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines: list[EditLine] = []
        self._keys: tuple[object, ...] = ()
        self._waiting: tuple[Section, ...] | None = None
        self._holder: QWidget | None = None
        self.body.addStretch(1)

    @property
    def lines(self) -> tuple[EditLine, ...]:
        """The lines from top to bottom."""
        return tuple(self._lines)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; with other lines than before only once nobody types."""
        keys = tuple((section.heading, keys_of(section.lines)) for section in sections)
        texts = [line for section in sections for line in section.lines]
        if keys == self._keys:
            for line, text in zip(self._lines, texts, strict=True):
                line.show_line(text)
        elif any(line.is_open for line in self._lines):
            self._waiting = tuple(sections)
        else:
            self._keys = keys
            self._rebuild(sections)

    def begin(self, key: str) -> None:
        """Go to a line and open it."""
        found = next((line for line in self._lines if line.line.key == key), None)
        if found is not None:
            found.open()
            self.ensureWidgetVisible(found)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(320), theme.current().px(160))

    def _rebuild(self, sections: Sequence[Section]) -> None:
        focused = next((one.line.key for one in self._lines if one.hasFocus()), "")
        place = self.verticalScrollBar().value()
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = _Holder(self)
        self._lines = []
        for section in sections:
            self._holder.add_heading(section.heading)
            for text in section.lines:
                line = EditLine(text, self._holder)
                line.closed.connect(self._on_closed, Qt.ConnectionType.QueuedConnection)
                self._holder.body.addWidget(line)
                self._lines.append(line)
        self.body.insertWidget(0, self._holder)
        self._holder.show()
        self.verticalScrollBar().setValue(place)
        again = next((one for one in self._lines if focused and one.line.key == focused), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_closed(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_sections(waiting)


class _Holder(QWidget):
    """The lines of one look, thrown away as a whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.current().px(2))

    def add_heading(self, text: str) -> None:
        """Begin a section."""
        if text:
            self.body.addSpacing(theme.current().px(12))
            label = PlainLabel(text, self, kind="heading")
            label.setContentsMargins(theme.current().px(8), 0, 0, 0)
            self.body.addWidget(label)

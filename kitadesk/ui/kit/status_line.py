"""The line below the pages: what was saved, what can be undone, what runs, and short answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import ElidedLabel, PlainLabel
from kitadesk.ui.kit.tokens import SMALL
from kitadesk.ui.kit.widgets import Toast

STATUS_HEIGHT = 32
_LEAST_ANSWER = 240
"""px at 100 % that an answer gets even while the undo name is long and a job runs."""


class StatusLine(QWidget):
    """Left what was saved and what can be undone (a click does it), right backup or progress."""

    cancelled = Signal()

    def __init__(self, undo: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self.setObjectName("statusLine")
        self._undo = undo
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(24), 0, now.px(24), 0)
        row.setSpacing(0)
        self.saved = PlainLabel("", self, kind="small")
        self.dot = PlainLabel("·", self, kind="small")
        self.dot.setContentsMargins(now.px(4), 0, 0, 0)
        self.undo_button = TextButton(self, "statusUndo")
        self.undo_button.clicked.connect(undo.trigger)
        self.job = PlainLabel("", self, kind="small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedWidth(now.px(120))
        self.job.setContentsMargins(0, 0, now.px(8), 0)
        self.stop = TextButton(self, "statusCancel")
        self.stop.set_words("Abbrechen")
        self.stop.clicked.connect(self.cancelled)
        self.backup = ElidedLabel("", self, kind="small")
        self.backup.setAlignment(Qt.AlignmentFlag.AlignRight)
        left: tuple[QWidget, ...] = (self.saved, self.dot, self.undo_button)
        right: tuple[QWidget, ...] = (self.job, self.bar, self.stop, self.backup)
        for widget in left:
            row.addWidget(widget)
        row.addSpacing(now.px(12))
        self.toast = Toast(self)
        self.toast.left.connect(self._fit)
        row.addWidget(self.toast)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        row.insertSpacing(row.indexOf(self.stop), now.px(4))
        self._row = row
        self.setFixedHeight(now.px(STATUS_HEIGHT))
        self.show_progress("", 0.0, "")
        self.show_undo("")

    def show_saved(self, words: str) -> None:
        """Say when it was saved last."""
        self.saved.setText(words)
        self._show_dot()

    def show_undo(self, name: str) -> None:
        """Name the step that goes back next; empty hides it."""
        self.undo_button.set_words(f"Rückgängig: {name} (Strg+Z)" if name else "")
        self._show_dot()

    def show_progress(self, title: str, fraction: float, text: str) -> None:
        """Show a job that runs; an empty title brings the backup line back."""
        runs = bool(title)
        parts: tuple[QWidget, ...] = (self.job, self.bar, self.stop)
        for widget in parts:
            widget.setVisible(runs)
        self.backup.setVisible(not runs and self.toast.isHidden())
        self.job.setText(f"{title}: {text}" if text else title)
        self.bar.setValue(round(fraction * 1000))

    def say(self, text: str) -> None:
        """Give a short answer between the undo name and the right end."""
        self.toast.say(text)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.current().color("line"))

    @Slot()
    def _fit(self) -> None:
        """Give an answer the room it needs: beside the rest, else in lines of its own height."""
        now = theme.current()
        is_said = not self.toast.isHidden()
        self.backup.setVisible(not is_said and self.bar.isHidden())
        height = now.px(STATUS_HEIGHT)
        if is_said:
            width = max(self._room(), now.px(_LEAST_ANSWER))
            height = max(height, self.toast.height_in(width) + now.px(6))
            is_long = self.toast.label.wordWrap()
            self.toast.setFixedWidth(width if is_long else self.toast.sizeHint().width())
        self.setFixedHeight(height)

    def _room(self) -> int:
        """Return what the other parts leave; the undo name gives way down to a third."""
        parts: tuple[QWidget, ...] = (self.saved, self.dot, self.job, self.bar, self.stop)
        used = sum(part.sizeHint().width() for part in parts if not part.isHidden())
        if not self.undo_button.isHidden():
            used += min(self.undo_button.sizeHint().width(), self.width() // 3)
        return self.width() - used - theme.current().px(48 + 12 + 16)

    def _show_dot(self) -> None:
        self.dot.setVisible(bool(self.saved.text() and self.undo_button.words))


class TextButton(QAbstractButton):
    """A line of text that can be clicked; ends in "…" where room is short."""

    def __init__(self, parent: QWidget, name: str, *, size: float = SMALL) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._size = size
        self.words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Change the text; empty hides the button."""
        self.words = " ".join(words.split())
        self.setAccessibleName(self.words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        self._shrink()
        metrics, px = self.fontMetrics(), theme.current().px
        width = metrics.horizontalAdvance(self.words) + px(9) + self.room_right()
        return QSize(width, metrics.height() + px(4))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(64), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(now.color("ink" if self.underMouse() else "muted"))
        room = self.rect().adjusted(now.px(4), 0, -now.px(4) - self.room_right(), 0)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            painter.setPen(now.color("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def room_right(self) -> int:
        """Return the room kept free behind the text, for a mark."""
        return 0

    def _shrink(self) -> None:
        font = QFont(self.font())
        points = theme.current().points * self._size
        if abs(font.pointSizeF() - points) > 0.01:
            font.setPointSizeF(points)
            self.setFont(font)

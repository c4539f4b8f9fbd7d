"""The bar above and the line below the pages of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import ElidedLabel, PlainLabel
from kitadesk.ui.kit.search import SearchField

BAR_HEIGHT = 48
STATUS_HEIGHT = 32


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
        self.institution = ElidedLabel("", self, kind="muted")
        self.institution.setMaximumWidth(now.px(220))
        row.addWidget(self.institution)
        row.addSpacing(now.px(4))
        row.addWidget(self._build_menu_button())
        self.setFixedHeight(now.px(BAR_HEIGHT) + 1)

    def choose(self, number: int) -> None:
        """Bring this tab to the front."""
        self._group.button(number).setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("line"))

    def _build_menu_button(self) -> QToolButton:
        self.menu_button = QToolButton(self)
        self.menu_button.setObjectName("institutionMenu")
        self.menu_button.setAccessibleName("Einrichtung und Einstellungen")
        self.menu_button.setToolTip("Einrichtung und Einstellungen")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setIconSize(QSize(theme.current().px(20), theme.current().px(20)))
        self.menu_button.setMinimumWidth(theme.current().px(40))
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        return self.menu_button

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(number)


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
        self.undo_button = _StatusButton(self, "statusUndo")
        self.undo_button.clicked.connect(undo.trigger)
        self.job = PlainLabel("", self, kind="small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedWidth(now.px(120))
        self.job.setContentsMargins(0, 0, now.px(8), 0)
        self.stop = _StatusButton(self, "statusCancel")
        self.stop.set_words("Abbrechen")
        self.stop.clicked.connect(self.cancelled)
        self.backup = ElidedLabel("", self, kind="small")
        self.backup.setAlignment(Qt.AlignmentFlag.AlignRight)
        left: tuple[QWidget, ...] = (self.saved, self.dot, self.undo_button)
        right: tuple[QWidget, ...] = (self.job, self.bar, self.stop, self.backup)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        row.insertSpacing(row.indexOf(self.stop), now.px(4))
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
        self.backup.setVisible(not runs)
        self.job.setText(f"{title}: {text}" if text else title)
        self.bar.setValue(round(fraction * 1000))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.current().color("line"))

    def _show_dot(self) -> None:
        self.dot.setVisible(bool(self.saved.text() and self.undo_button.words))


class _StatusButton(QAbstractButton):
    """A line of text that can be clicked; ends in "…" where room is short."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
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
    def sizeHint(self) -> QSize:
        self._shrink()
        metrics = self.fontMetrics()
        now = theme.current()
        return QSize(
            metrics.horizontalAdvance(self.words) + now.px(9), metrics.height() + now.px(4)
        )

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
        room = self.rect().adjusted(now.px(4), 0, -now.px(4), 0)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            painter.setPen(now.color("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def _shrink(self) -> None:
        font = QFont(self.font())
        if abs(font.pointSizeF() - theme.current().small_points) > 0.01:
            font.setPointSizeF(theme.current().small_points)
            self.setFont(font)

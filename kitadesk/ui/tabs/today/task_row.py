"""One line of Heute: tick, title, area, day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import day_month, relative
from kitadesk.domain.events import TaskArea
from kitadesk.queries.today_items import TodayItem
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import ElidedLabel, PlainLabel, TickBox, Tone, plain_tooltip

WIDEST_AREA = max((area.label for area in TaskArea), key=len)
WIDEST_DAY = "seit 12 Monaten"
"""What decides the columns, so that they stand under each other from card to card."""
NARROW = 480
"""px at 100 % below which a line has no room for its area."""


class RowTick(TickBox):
    """The tick of a line; the minus key says "entfällt"."""

    dropped = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Minus:
            self.dropped.emit()
            return
        super().keyPressEvent(event)


class RowTitle(ElidedLabel):
    """The title of a line; a click or Enter opens what it belongs to."""

    opened = Signal()

    def __init__(self, text: str, parent: QWidget, *, opens: bool, note: str = "") -> None:
        self._note = note
        super().__init__(text, parent)
        self.setAccessibleName(" · ".join(part for part in (text, note) if part))
        self._opens = opens
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        super().mouseReleaseEvent(event)

    @override
    def _update_tooltip(self) -> None:
        """Show the note of a task too, behind the whole line."""
        super()._update_tooltip()
        if self._note:
            self.setToolTip(plain_tooltip(f"{self.full_text()} · {self._note}"))


class TaskRows(QWidget):
    """The lines of one card in a grid, so that areas and days stand under each other."""

    ticked = Signal(object, bool)
    dropped = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(now.px(12))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._areas: list[PlainLabel] = []

    def fill(self, items: tuple[TodayItem, ...], today: date, *, is_overdue: bool) -> None:
        """Show these items instead of those before; the focus stays on its line."""
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._areas.clear()
        for line in range(len(items), self._grid.rowCount()):
            self._grid.setRowMinimumHeight(line, 0)  # A grid keeps its rows.
        for line, item in enumerate(items):
            self._add(line, item, today, is_overdue=is_overdue)
        again = self.findChild(RowTick, name) if name else None
        if again is not None:
            again.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the areas to the titles where it is short."""
        super().resizeEvent(event)
        for area in self._areas:
            area.setVisible(not self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < theme.current().px(NARROW)

    def _add(self, line: int, item: TodayItem, today: date, *, is_overdue: bool) -> None:
        lead = self._tick(item) if item.can_be_ticked else self._way_in(item)
        self._grid.addWidget(lead, line, 0)
        title = RowTitle(item.words, self, opens=item.opens is not None, note=item.note)
        title.setEnabled(not item.is_done)
        title.opened.connect(weak_slot(self._on_opened, item))
        area = PlainLabel(item.area.label, self, kind="muted")
        area.setMinimumWidth(area.fontMetrics().horizontalAdvance(WIDEST_AREA))
        self._grid.addWidget(title, line, 1)
        area.setVisible(not self._is_narrow())
        self._areas.append(area)
        self._grid.addWidget(area, line, 2)
        self._grid.addWidget(self._day(item, today, is_overdue=is_overdue), line, 3)
        self._grid.setRowMinimumHeight(line, theme.current().px(30))

    def _way_in(self, item: TodayItem) -> IconButton:
        """What cannot be ticked here is opened; with a key too."""
        button = IconButton("chevron-right", "Öffnen", self, name=f"open_{item.id.hex}")
        button.setAccessibleName(f"Öffnen: {item.words}")
        # The padding of other small buttons would leave no room for the drawing.
        button.setStyleSheet("QToolButton { padding: 0; min-width: 0; min-height: 0; }")
        button.setFixedSize(theme.current().px(24), theme.current().px(28))
        button.clicked.connect(weak_slot(self._on_opened, item))
        return button

    def _tick(self, item: TodayItem) -> RowTick:
        tick = RowTick(parent=self, name=f"tick_{item.id.hex}")
        tick.setAccessibleName(item.words)
        tick.setChecked(item.is_done)
        tick.setToolTip("Leertaste: erledigt · Minus: entfällt")
        tick.clicked.connect(weak_slot(self._on_ticked, item, tick))
        tick.dropped.connect(weak_slot(self._on_dropped, item))
        return tick

    def _day(self, item: TodayItem, today: date, *, is_overdue: bool) -> PlainLabel:
        text = ""
        if item.due_on is not None:
            text = relative(item.due_on, today) if is_overdue else day_month(item.due_on)
        label = PlainLabel(text, self)
        if is_overdue:
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.current().tone_ink(Tone.BAD))
            label.setPalette(palette)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(WIDEST_DAY))
        return label

    def _on_ticked(self, item: TodayItem, tick: RowTick) -> None:
        self.ticked.emit(item, tick.isChecked())

    def _on_dropped(self, item: TodayItem) -> None:
        self.dropped.emit(item)

    def _on_opened(self, item: TodayItem) -> None:
        self.opened.emit(item)

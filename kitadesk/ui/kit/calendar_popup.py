"""A small calendar below a date field: weeks begin on Monday, today is marked, keys work."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.dates import long_date, month_year
from kitadesk.ui.kit import theme

CELL = 34
"""Side of a day in px at 100 %."""
_HEAD, _PAD, _WEEKS = 34, 8, 6
_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class CalendarPopup(QWidget):
    """Painted; arrows go by days and weeks, Bild auf/ab by months, Enter picks, Esc closes."""

    picked = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendarPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._today = today
        self.day = day
        self._show(day)
        self.resize(self.sizeHint())

    def show_below(self, widget: QWidget) -> None:
        """Open under a widget, or above it where the screen ends."""
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        screen = widget.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height())
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        width = 7 * now.px(CELL) + 2 * now.px(_PAD)
        height = now.px(_HEAD) + (_WEEKS + 1) * now.px(CELL) + 2 * now.px(_PAD)
        return QSize(width, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self._show(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.day)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._head().contains(place):
            self._turn(-1 if place.x() < self.width() // 2 else 1)
            return
        for number in range(7 * _WEEKS):
            if self._cell(number).contains(place):
                self._pick(self._first() + timedelta(days=number))
                return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.color("surface"))
        painter.setPen(QPen(now.color("field_line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._paint_head(painter)
        for number, name in enumerate(_SHORT):
            painter.setPen(now.color("muted"))
            box = self._cell(number).translated(0, -now.px(CELL))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        for number in range(7 * _WEEKS):
            self._paint_day(painter, self._cell(number), self._first() + timedelta(days=number))

    def _paint_head(self, painter: QPainter) -> None:
        now = theme.current()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(now.color("ink"))
        head = self._head()
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, month_year(self.day))
        side = head.adjusted(now.px(8), 0, -now.px(8), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(side, int(middle | Qt.AlignmentFlag.AlignLeft), "‹")
        painter.drawText(side, int(middle | Qt.AlignmentFlag.AlignRight), "›")
        painter.setFont(self.font())

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        now = theme.current()
        inside = box.adjusted(now.px(2), now.px(2), -now.px(2), -now.px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if day == self.day:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            painter.drawRoundedRect(inside, now.px(6), now.px(6))
        elif day == self._today:
            painter.setPen(QPen(now.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, now.px(6), now.px(6))
        of_month = "ink" if day.month == self.day.month else "muted"
        painter.setPen(now.color("on_accent" if day == self.day else of_month))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _head(self) -> QRect:
        now = theme.current()
        return QRect(now.px(_PAD), now.px(_PAD), 7 * now.px(CELL), now.px(_HEAD))

    def _cell(self, number: int) -> QRect:
        now = theme.current()
        side, week = now.px(CELL), number // 7
        top = now.px(_PAD) + now.px(_HEAD) + (week + 1) * side
        return QRect(now.px(_PAD) + number % 7 * side, top, side, side)

    def _first(self) -> date:
        """Return the Monday on or before the first of the month."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _step(self, days: int) -> None:
        self._show(self.day + timedelta(days=days))

    def _turn(self, months: int) -> None:
        """Go to the same day of another month, or to its last day."""
        count = self.day.year * 12 + self.day.month - 1 + months
        first = date(count // 12, count % 12 + 1, 1)
        after = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
        last = after - timedelta(days=1)
        self._show(first.replace(day=min(self.day.day, last.day)))

    def _show(self, day: date) -> None:
        """Show a day within the years that the calendar knows."""
        self.day = max(date(1900, 1, 1), min(day, date(2199, 12, 31)))
        self.setAccessibleName(f"Kalender, {long_date(self.day)}")
        self.update()

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)

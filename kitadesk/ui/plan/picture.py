"""The year plan as a picture: months, shaded Ferien, today's line, measures as bars and diamonds.

Everything is painted by `plan_paint` over the pure layout; this widget scrolls, hears keys and
mouse, and says the chosen measure to screen readers. The list beside it holds the same in rows.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from kitadesk.services.plan_reading import PlanLine, YearPlan
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.plan import words as plan_words
from kitadesk.ui.plan.layout import PlanLayout, Sizes, lay_out
from kitadesk.ui.plan.paint import PlanPainter

ROW, HEAD = 28, 42
"""px at 100 % of a row, and of the line with the months."""
LEAST_NAMES, MOST_NAMES = 120, 330
"""px at 100 % that the names may take."""
NAMES_SHARE = 0.26
"""Of the whole width."""


class PlanPicture(QAbstractScrollArea):
    """Keys: up and down, Pos1, Ende, page keys; Enter opens, Space done, minus not needed."""

    chosen = Signal(object)
    opened = Signal(object)
    done_wanted = Signal(object)
    not_needed_wanted = Signal(object)
    day_wanted = Signal(object, str)

    def __init__(self, today: date, parent: QWidget, *, names_share: float = NAMES_SHARE) -> None:
        super().__init__(parent)
        self._names_share = names_share
        self.setObjectName("planPicture")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Jahresplan als Bild")
        self.viewport().setMouseTracking(True)
        self._today = today
        self._plan: YearPlan | None = None
        self._lines: tuple[PlanLine, ...] = ()
        self._layout: PlanLayout | None = None
        self._current: UUID | None = None

    def show_plan(self, plan: YearPlan | None, lines: tuple[PlanLine, ...], today: date) -> None:
        """Show these lines of a plan; the chosen measure stays chosen."""
        self._plan, self._lines, self._today = plan, lines, today
        self._arrange()

    def current_line(self) -> PlanLine | None:
        """Return the chosen measure."""
        row = self._current_row()
        return None if row is None else self._lines[row]

    def choose(self, measure_id: UUID | None) -> bool:
        """Choose a measure and bring it into sight; False if it is not in the picture."""
        self._current = measure_id
        row = self._current_row()
        self.viewport().update()
        if row is None:
            return False
        self._bring_into_sight(row)
        self._tell()
        return True

    def whole_height(self) -> int:
        """Return the height in which nothing has to be scrolled."""
        return self._head() + len(self._lines) * self._row_height()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(560), theme.current().px(360))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(300), theme.current().px(120))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        PlanPainter(painter, self._layout, self._today, self.font()).paint(
            top, self.viewport().height(), chosen=self._current_row(), has_focus=self.hasFocus()
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line()
        if self._move_by_key(event.key()):
            return
        if line is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(line)
        elif event.key() == Qt.Key.Key_Space:
            self.done_wanted.emit(line)
        elif event.key() == Qt.Key.Key_Minus:
            self.not_needed_wanted.emit(line)
        elif event.text().isdigit():
            self.day_wanted.emit(line, event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose_row(row)
            self.opened.emit(self._lines[row])

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_under(event.pos())
            text = "" if row is None else plan_words.spoken(self._lines[row], self._today)
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def _move_by_key(self, key: int) -> bool:
        row = self._current_row()
        count = len(self._lines)
        page = max(1, (self.viewport().height() - self._head()) // self._row_height() - 1)
        moves = {
            Qt.Key.Key_Down: 0 if row is None else row + 1,
            Qt.Key.Key_Up: count - 1 if row is None else row - 1,
            Qt.Key.Key_PageDown: (row or 0) + page,
            Qt.Key.Key_PageUp: (row or 0) - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        wanted = moves.get(Qt.Key(key))
        if wanted is None or not count:
            return False
        self._choose_row(min(max(wanted, 0), count - 1))
        return True

    def _choose_row(self, row: int) -> None:
        self.choose(self._lines[row].row.id)
        self.chosen.emit(self._lines[row])

    def _current_row(self) -> int | None:
        rows = (number for number, one in enumerate(self._lines) if one.row.id == self._current)
        return next(rows, None)

    def _row_under(self, place: QPoint) -> int | None:
        if self._layout is None or place.y() < self._head():
            return None
        return self._layout.row_at(place.y() - self._head() + self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Lay the picture out anew and let it scroll as far as it is high."""
        if self._plan is None:
            self._layout = None
            self.verticalScrollBar().setRange(0, 0)
        else:
            now = theme.current()
            width = self.viewport().width()
            wanted = min(max(width * self._names_share, now.px(LEAST_NAMES)), now.px(MOST_NAMES))
            sizes = Sizes(width, round(wanted), self._row_height(), self._head())
            self._layout = lay_out(self._plan, self._lines, self._today, sizes)
            room = self.viewport().height() - self._head()
            bar = self.verticalScrollBar()
            bar.setRange(0, max(0, self._layout.height - room))
            bar.setPageStep(max(1, room))
            bar.setSingleStep(self._row_height())
        self.viewport().update()

    def _bring_into_sight(self, row: int) -> None:
        bar = self.verticalScrollBar()
        top, height = row * self._row_height(), self._row_height()
        room = self.viewport().height() - self._head()
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)

    def _tell(self) -> None:
        """Say the chosen measure to screen readers: the picture is one object for them."""
        line = self.current_line()
        self.setAccessibleDescription("" if line is None else plan_words.spoken(line, self._today))
        change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(change)

    def _row_height(self) -> int:
        return max(theme.current().px(ROW), QFontMetrics(self.font()).height() + 4)

    def _head(self) -> int:
        return max(theme.current().px(HEAD), 2 * QFontMetrics(self.font()).height() + 4)

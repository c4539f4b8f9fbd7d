"""The matrix under the hand: keys, mouse, tooltips, the entry of a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from kitadesk.domain.matrix_selection import MatrixSelection, Spot
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.tabs.transition import matrix_words
from kitadesk.ui.tabs.transition.matrix_canvas import MatrixCanvas
from kitadesk.ui.tabs.transition.matrix_entry import DayEntry
from kitadesk.ui.tabs.transition.matrix_keys import Act, Step, act_of, is_typed, step_of
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows


class MatrixView(MatrixCanvas):
    """Tells what people want done with the chosen cells.

    `acted(Act)` is a key or a double click, `planned(date)` a typed day, `head_menu(column, point)`
    and `cell_menu(point)` ask for a menu, `sort_wanted(title)` was a click on a fixed heading.
    """

    acted = Signal(object)
    planned = Signal(object)
    head_menu = Signal(int, object)
    cell_menu = Signal(object)
    sort_wanted = Signal(str)

    def __init__(self, rows: MatrixRows, parent: QWidget) -> None:
        self.entry: DayEntry | None = None
        super().__init__(rows, parent)
        self.setObjectName("starters")
        self.setAccessibleName("Kinder des Jahrgangs")
        self._is_dragging = False
        self.entry = DayEntry(self.viewport())
        self.entry.taken.connect(self._on_day)
        self.entry.left.connect(self._on_entry_left)

    @override
    def has_keyboard(self) -> bool:
        return super().has_keyboard() or self.is_typing()

    def is_typing(self) -> bool:
        """Return whether a day is being typed."""
        return self.entry is not None and self.entry.isVisible()

    def stop_typing(self) -> None:
        """Close the entry; nothing is taken."""
        if self.entry is not None:
            self.entry.close_entry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stop_typing()
        super().resizeEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.stop_typing()
        super().scrollContentsBy(dx, dy)

    def copy(self) -> None:
        """Put the chosen block on the clipboard, ready for Excel."""
        QGuiApplication.clipboard().setText(matrix_words.block(self.rows, self.selection))

    def open_entry(self, text: str = "") -> None:
        """Open the entry of a day over the cell of the cursor."""
        if self.entry is not None and self.rows.count and self.rows.measures:
            box = self.layout_now.cell_box(*self.selection.cursor)
            self.entry.open_over(QRect(box.x, box.y, box.width, box.height), text, self.rows.today)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self._tell_moved()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        act = act_of(event)
        if step is not None:
            self._take_step(step)
        elif act is not None:
            self.acted.emit(act)
        elif is_typed(event) and event.text()[0].isdigit():
            self.acted.emit(Act.PLAN)
            if self.entry is not None and self.is_typing():
                self.entry.setText(event.text())
        elif is_typed(event):
            self._jump(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or self._press_head(point):
            return
        row = self.layout_now.row_at(point.y())
        if row is None:
            return
        column = self.layout_now.column_at(point.x())
        last = max(0, len(self.rows.measures) - 1)
        if column is None:
            if self.layout_now.fixed_at(point.x()) is not None:
                self.select(MatrixSelection(Spot(row, 0), Spot(row, last)), is_scrolled=False)
            return
        spot = Spot(row, column)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.select(self.selection.toggled(spot))
            return
        self._is_dragging = True
        self.go_to(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._is_dragging and self.rows.count:
            self.go_to(Spot(*self.layout_now.nearest(point.x(), point.y())), extend=True)
            return
        is_head = point.y() < self.layout_now.head_height
        column = self.layout_now.column_at(point.x()) if is_head else None
        self._hover(self.layout_now.row_at(point.y()), column)
        is_link = is_head and (column is not None or self._fixed_at(point) is not None)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = False

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row, column = self.layout_now.row_at(point.y()), self.layout_now.column_at(point.x())
        if row is not None and column is not None:
            self.go_to(Spot(row, column))
            self.acted.emit(Act.TOGGLE)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            box = self.layout_now.cell_box(*self.selection.cursor) if self.rows.measures else None
            point = QPoint(box.x, box.bottom) if box is not None else QPoint(0, 0)
            self.cell_menu.emit(self.viewport().mapToGlobal(point))
            return
        point = self.viewport().mapFromGlobal(event.globalPos())
        row, column = self.layout_now.row_at(point.y()), self.layout_now.column_at(point.x())
        if row is not None and column is not None:
            if (row, column) not in self.selection:
                self.go_to(Spot(row, column))
            self.cell_menu.emit(event.globalPos())
        elif column is not None:
            self.head_menu.emit(column, event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None, None)
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Return in words what lies at a point of the viewport."""
        layout = self.layout_now
        row, column = layout.row_at(point.y()), layout.column_at(point.x())
        if row is None:
            is_head = point.y() < layout.head_height
            return (
                matrix_words.head_tip(self.rows, column) if is_head and column is not None else ""
            )
        if column is not None:
            return matrix_words.cell_words(self.rows, Spot(row, column))
        number = layout.fixed_at(point.x())
        title = self.fixed_columns[number].title if number is not None else ""
        return matrix_words.child_tip(self.rows.line(row), title)

    def _take_step(self, step: Step) -> None:
        rows, columns = self.rows.count, len(self.rows.measures)
        if step.is_all:
            last = Spot(max(0, rows - 1), max(0, columns - 1))
            self.select(MatrixSelection(Spot(0, 0), last), is_scrolled=False)
        elif rows:
            page = self.layout_now.page_rows
            spot = step.target(self.selection.cursor, rows, columns, page)
            self.go_to(spot, extend=step.extend)

    def _jump(self, letter: str) -> None:
        """Go to the next child whose name begins with a letter, ä like a."""
        row = matrix_words.next_with(self.rows, letter, self.selection.cursor.row)
        if row is not None:
            self.go_to(Spot(row, self.selection.cursor.column))

    def _press_head(self, point: QPoint) -> bool:
        if point.y() >= self.layout_now.head_height:
            return False
        column = self.layout_now.column_at(point.x())
        number = self._fixed_at(point)
        if column is not None:
            box = self.layout_now.head_box(column)
            at = self.viewport().mapToGlobal(QPoint(box.x, box.bottom))
            self.head_menu.emit(column, at)
        elif number is not None:
            self.sort_wanted.emit(self.fixed_columns[number].title)
        return True

    def _fixed_at(self, point: QPoint) -> int | None:
        return self.layout_now.fixed_at(point.x())

    def _hover(self, row: int | None, head: int | None) -> None:
        if (row, head) != (self._shown.hovered_row, self._shown.hovered_head):
            self._shown.hovered_row, self._shown.hovered_head = row, head
            self.viewport().update()

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.planned.emit(day)

    @Slot()
    def _on_entry_left(self) -> None:
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

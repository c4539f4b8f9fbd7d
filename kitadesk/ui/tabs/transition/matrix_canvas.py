"""The matrix as a painted area: where it is scrolled to, what is chosen, what is read already."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from kitadesk.domain.matrix_layout import MatrixLayout
from kitadesk.domain.matrix_selection import MatrixSelection, Spot
from kitadesk.ui.kit import theme
from kitadesk.ui.tabs.transition import matrix_words
from kitadesk.ui.tabs.transition.matrix_look import FixedColumn, Look, natural_layout
from kitadesk.ui.tabs.transition.matrix_paint import MatrixPainter, Shown
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows
from kitadesk.ui.tabs.transition.starters import StarterLine

READ_EVERY_MS = 8
"""Between two steps of reading what is not seen yet; keys and painting come first."""


class MatrixCanvas(QAbstractScrollArea):
    """Shows `MatrixRows`; `moved` when other cells are chosen, `counted` when all is read."""

    moved = Signal()
    counted = Signal()

    def __init__(self, rows: MatrixRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(theme.current().px(136))
        self._painter = MatrixPainter()
        self._empty_text = ""
        look = Look.of(self.font())
        layout, fixed = natural_layout(rows, look, 600, 300)
        self._shown = Shown(rows, layout, fixed, look, MatrixSelection())
        self._reader = QTimer(self)
        self._reader.setInterval(READ_EVERY_MS)
        self._reader.timeout.connect(self._on_read)

    @property
    def rows(self) -> MatrixRows:
        """Return what is shown."""
        return self._shown.rows

    @property
    def layout_now(self) -> MatrixLayout:
        """Return where everything lies now."""
        return self._shown.layout

    @property
    def fixed_columns(self) -> tuple[FixedColumn, ...]:
        """Return which columns stand still."""
        return self._shown.fixed

    @property
    def selection(self) -> MatrixSelection:
        """Return which cells are chosen."""
        return self._shown.selection

    def show_rows(self, rows: MatrixRows) -> None:
        """Show other rows; the cursor stays on its child and measure where they are still there."""
        key, measure = self._kept()
        if rows.year != self.rows.year:  # Other children: what was chosen means nothing here.
            self._shown.selection = MatrixSelection(self.selection.cursor, self.selection.cursor)
        self._shown.rows = rows
        columns = {one.id: number for number, one in enumerate(rows.measures)}
        self._keep(key, columns.get(measure, 0) if measure is not None else 0)
        self.start_reading()

    def show_order(self, title: str, *, is_backwards: bool) -> None:
        """Mark the column that the lines are ordered by."""
        self._shown.sorted_by, self._shown.is_backwards = title, is_backwards
        self.viewport().update()

    def narrowed(self, key: bytes | None) -> None:
        """Take over that other lines are shown; the cursor stays on its child if it is there."""
        self.lay_out()
        row = self.rows.row_of(key) if key is not None else None
        if row is not None and row != self.selection.cursor.row:
            self.go_to(Spot(row, self.selection.cursor.column))
        self._shown.selection = self.selection.within(self.rows.count, len(self.rows.measures))
        self._tell_moved()

    def start_reading(self) -> None:
        """Read what is not known yet, in steps between keys and painting."""
        self.rows.read_small()
        if self.rows.is_complete:
            self.counted.emit()
        self._reader.start()
        self.viewport().update()

    def stop_reading(self) -> None:
        """Read no more, for instance while the page is not seen."""
        self._reader.stop()

    def set_empty_text(self, text: str) -> None:
        """Change what an empty matrix says."""
        self._empty_text = text
        self.viewport().update()

    def current_key(self) -> bytes | None:
        """Return the child of the cursor by its key."""
        return self.rows.key_of(self.selection.cursor.row)

    def current_line(self) -> StarterLine | None:
        """Return the child of the cursor; None if no line is shown."""
        row = self.selection.cursor.row
        return self.rows.line(row) if row < self.rows.count else None

    def choose(self, key: bytes) -> bool:
        """Put the cursor on a child and show it; False if it is not shown."""
        row = self.rows.row_of(key)
        if row is None:
            return False
        self.go_to(Spot(row, self.selection.cursor.column))
        return True

    def go_to(self, spot: Spot, *, extend: bool = False) -> None:
        """Move the cursor and scroll as little as needed."""
        self.select(self.selection.to(spot, extend=extend))

    def chosen_cells(self) -> list[Spot]:
        """Return the chosen cells that are shown."""
        count = self.rows.count
        return (
            [spot for spot in self.selection.spots() if spot.row < count]
            if (self.rows.measures)
            else []
        )

    def lay_out(self) -> None:
        """Compute again where everything lies, for other rows, sizes or fonts."""
        old = self.layout_now
        look = Look.of(self.font())
        size = self.viewport().size()
        layout, fixed = natural_layout(self.rows, look, size.width(), size.height())
        self._shown.look, self._shown.fixed = look, fixed
        self._scroll_to(layout.scrolled(old.left, old.top))
        self._set_bars()
        self.viewport().update()

    def has_keyboard(self) -> bool:
        """Return whether keys go to the cells."""
        return self.hasFocus()

    @override
    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(240), now.px(136))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        self._shown.has_focus = self.has_keyboard()
        self._painter.paint(painter, self._shown, self.devicePixelRatioF())
        if not self.rows.count and self._empty_text:
            now = theme.current()
            painter.setPen(now.color("muted"))
            top = self.layout_now.head_height
            room = self.viewport().rect().adjusted(24, top + 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._empty_text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._scroll_to(self.layout_now.scrolled(left, top))

    def select(self, selection: MatrixSelection, *, is_scrolled: bool = True) -> None:
        """Choose these cells and show the cursor."""
        self._shown.selection = selection.within(self.rows.count, len(self.rows.measures))
        cursor = self.selection.cursor
        if is_scrolled and cursor.row < self.rows.count:
            column = cursor.column if self.rows.measures else None
            self._scroll_to(self.layout_now.showing(cursor.row, column))
        self._tell_moved()

    def _scroll_to(self, layout: MatrixLayout) -> None:
        self._shown.layout = layout
        for bar, value in (
            (self.horizontalScrollBar(), layout.left),
            (self.verticalScrollBar(), layout.top),
        ):
            if bar.value() != value and bar.maximum() >= value:
                bar.blockSignals(True)
                bar.setValue(value)
                bar.blockSignals(False)
                bar.update()
        self.viewport().update()

    def _set_bars(self) -> None:
        layout = self.layout_now
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, most, page, step, value in (
            (across, layout.most_left, layout.view_width - layout.fixed_width, 60, layout.left),
            (down, layout.most_top, layout.view_height - layout.head_height, 0, layout.top),
        ):
            was_needed = bar.maximum() > 0
            bar.blockSignals(True)
            bar.setRange(0, most)
            bar.setPageStep(max(1, page))
            bar.setSingleStep(step or layout.row_height)
            bar.setValue(value)
            bar.blockSignals(False)
            if was_needed is not most > 0:
                bar.rangeChanged.emit(0, most)  # Shows the bar, or takes it away.

    def _kept(self) -> tuple[bytes | None, bytes | None]:
        line, column = self.current_line(), self.selection.cursor.column
        measures = self.rows.measures
        measure = measures[column].id if column < len(measures) else None
        return (line.key if line is not None else None), measure

    def _keep(self, key: bytes | None, column: int) -> None:
        self.lay_out()
        row = self.rows.row_of(key) if key is not None else None
        spot = Spot(row if row is not None else 0, column)
        if self.selection.is_several:
            self.select(self.selection, is_scrolled=False)
        else:
            self.select(MatrixSelection(spot, spot), is_scrolled=row is not None and row > 0)

    def _tell_moved(self) -> None:
        text = matrix_words.spoken_place(self.rows, self.selection)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            matrix_words.announce(self, text)
        self.viewport().update()
        self.moved.emit()

    @Slot()
    def _on_read(self) -> None:
        was_complete = self.rows.is_complete
        if not self.rows.read_more():
            self._reader.stop()
        if self.rows.is_complete and not was_complete:
            self.counted.emit()
            self.viewport().update()

"""The matrix: painted marks, headings on two lines with their count, names that stay in place."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import draw_chevron, draw_tick
from kitadesk.ui.kit.table import CELL_PADDING, DataTable, RowDelegate
from kitadesk.ui.kit.table_model import Index
from kitadesk.ui.kit.tokens import RADIUS, Tone
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.matrix_model import CHILD_COLUMNS, MatrixModel
from kitadesk.ui.tabs.transition.year_view import Cell, StarterLine

_NARROWEST, _WIDEST = 60, 128
"""px at 100 % of a measure's column."""
_MOST_CHILD = (208, 110, 128, 168, 156)
"""px at 100 % that name, birth date, group, school and duty may take."""


class MarkDelegate(RowDelegate):
    """Paints the cells of measures as marks; everything else as in every table."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.row_at(index.row()) if isinstance(model, MatrixModel) else None
        number = index.column() - len(CHILD_COLUMNS)
        if not isinstance(row, StarterLine) or number < 0:
            super().paint(painter, option, index)
            return
        now = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, now.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, now.color("line"))
        if number < len(row.cells):
            draw_mark(painter, rect.adjusted(0, 0, 0, -1), row.cells[number], option.font)


def draw_mark(painter: QPainter, rect: QRect, cell: Cell, font: QFont) -> None:
    """Draw a cell: what is done is quiet, what is open is seen, what is overdue stands out."""
    now = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QRectF(rect).center()
    if cell.mark is MeasureMark.DONE:
        side = float(now.px(15))
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_tick(painter, box, now.color("mark"))
    elif cell.mark is MeasureMark.NOT_NEEDED:
        painter.setPen(QPen(now.color("mark"), now.px(1.5)))
        half = now.px(4)
        painter.drawLine(QLineF(middle.x() - half, middle.y(), middle.x() + half, middle.y()))
    elif cell.mark is MeasureMark.OPEN:
        painter.setPen(QPen(now.color("muted"), 1.4 * now.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, now.px(5), now.px(5))
    else:
        tone = Tone.BAD if cell.mark is MeasureMark.OVERDUE else Tone.WARN
        _draw_badge(painter, middle, words.sign(cell), tone, font)
    painter.restore()


def _draw_badge(
    painter: QPainter, middle: QPointF, text: str, tone: Tone, option_font: QFont
) -> None:
    now = theme.current()
    font = QFont(option_font)
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(now.small_points)
    metrics = QFontMetrics(font)
    height = metrics.height() + now.px(2)
    width = max(height, metrics.horizontalAdvance(text) + now.px(14))
    box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.tone_ground(tone))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(now.tone_ink(tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class MatrixHeader(QHeaderView):
    """Headings that may take two lines, and below them in small how far the measure is."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        lines = 2 if self._model.measures else 1
        remark = self._small_metrics().height() if self._model.measures else 0
        height = lines * QFontMetrics(self._bold()).height() + remark + now.px(14)
        return QSize(super().sizeHint().width(), max(height, now.row_height + now.px(2)))

    def natural_width(self, section: int) -> int:
        """Return how wide a column wants to be, within its bounds."""
        now = theme.current()
        if section < len(CHILD_COLUMNS):
            return self._child_width(section)
        metrics = QFontMetrics(self._bold())
        title = words.heading(self._model.columns[section].title)
        parts = [metrics.horizontalAdvance(line) for line in title.split("\n")]
        parts.append(self._small_metrics().horizontalAdvance(self._model.remark_at(section)))
        wanted = max(parts) + now.px(12)
        return max(now.px(_NARROWEST), min(wanted, now.px(_WIDEST)))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        now = theme.current()
        painter.save()
        _fill_head(painter, rect, has_corner=logicalIndex == 0)
        is_measure = self._model.measure_at(logicalIndex) is not None
        side = now.px(4 if is_measure else CELL_PADDING)
        room = rect.adjusted(side, now.px(7), -side, -now.px(7))
        across = Qt.AlignmentFlag.AlignHCenter if is_measure else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._bold())
        painter.setPen(now.color("muted"))
        metrics, small = painter.fontMetrics(), self._small_metrics()
        title = words.heading(self._model.columns[logicalIndex].title)
        lines = [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            for line in title.split("\n")
        ]
        remark = small.height() if is_measure else 0
        spare = room.height() - len(lines) * metrics.height() - remark
        room.adjust(0, spare // 2, 0, 0)
        painter.drawText(room, int(across | Qt.AlignmentFlag.AlignTop), "\n".join(lines))
        if is_measure:
            painter.setFont(self._small())
            below = room.adjusted(0, len(lines) * metrics.height(), 0, remark)
            top = int(across | Qt.AlignmentFlag.AlignTop)
            painter.drawText(below, top, self._model.remark_at(logicalIndex))
        if self.sortIndicatorSection() == logicalIndex:
            self._draw_order(painter, room, metrics.horizontalAdvance(lines[0]), is_measure)
        painter.restore()

    def _child_width(self, section: int) -> int:
        now = theme.current()
        column = CHILD_COLUMNS[section]
        metrics = QFontMetrics(self._bold())
        texts = [column.title, *(column.text(row) for row in self._model.rows)]
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        return min(widest + now.px(2 * CELL_PADDING + 2), now.px(_MOST_CHILD[section]))

    def _draw_order(self, painter: QPainter, room: QRect, title_width: int, middle: bool) -> None:
        now = theme.current()
        left = room.x() + (room.width() + title_width) / 2 if middle else room.x() + title_width
        point = QPointF(min(left + now.px(9), room.right() - 2), room.y() + now.px(9))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
            draw_chevron(painter, point, now.px(3), now.color("accent"))
            return
        painter.translate(point)
        painter.scale(1, -1)
        draw_chevron(painter, QPointF(0, 0), now.px(3), now.color("accent"))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(theme.current().small_points)
        return font

    def _small_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())


def _fill_head(painter: QPainter, rect: QRect, *, has_corner: bool) -> None:
    """Cover what scrolls below a heading; the first leaves the round corner of the frame free."""
    now = theme.current()
    round_off = now.px(RADIUS) if has_corner else 0
    painter.fillRect(rect.adjusted(round_off, 0, 0, 0), now.color("surface"))
    painter.fillRect(rect.adjusted(0, round_off, 0, 0), now.color("surface"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, now.color("field_line"))


class _Names(QTableView):
    """The first column once more, above the table: it stays where it is while the rest scrolls."""

    def __init__(self, table: DataTable, model: MatrixModel) -> None:
        super().__init__(table)
        self.setObjectName("frozenNames")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(model)
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalHeader(MatrixHeader(model, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet(
            "QTableView { border: none; border-right: 1px solid palette(mid); border-radius: 0; "
            f"border-top-left-radius: {theme.current().px(RADIUS)}px; }}"
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


class MatrixTable(DataTable):
    """Children × measures; read-only. The names stand still while the measures scroll."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        self._matrix = model
        super().__init__(model, parent, name="starters", empty_text="")
        self.setAccessibleName("Kinder des Jahrgangs")
        self.setItemDelegate(MarkDelegate(self))
        self._names = _Names(self, model)
        side = self.verticalHeader()
        self._names.verticalHeader().setDefaultSectionSize(side.defaultSectionSize())
        self._connect_names()
        self.fit_columns()

    def show_columns(self) -> None:
        """Lay the columns out again after the model got others."""
        self._names.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give measures what their headings need and share what is left among the names."""
        head = self.horizontalHeader()
        if not isinstance(head, MatrixHeader):
            return
        widths = [head.natural_width(number) for number in range(self._matrix.columnCount())]
        spare = self.viewport().width() - sum(widths)
        if spare > 0:
            self._share(widths, spare)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
        height = head.sizeHint().height()
        head.setFixedHeight(height)
        self._names.horizontalHeader().setFixedHeight(height)
        self._place_names()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @override
    def _set_up_columns(self) -> None:
        self.setHorizontalHeader(MatrixHeader(self._matrix, self))
        self.horizontalHeader().setMinimumSectionSize(theme.current().px(40))
        self.setSortingEnabled(True)

    def _share(self, widths: list[int], spare: int) -> None:
        """Names, schools and duty first, up to what reads well; the measures get the rest."""
        now = theme.current()
        for number, most in ((0, 48), (4, 32), (3, 32), (2, 24)):
            more = min(spare, now.px(most))
            widths[number] += more
            spare -= more
        measures = len(widths) - len(CHILD_COLUMNS)
        if measures:
            for number in range(len(CHILD_COLUMNS), len(widths)):
                widths[number] += spare // measures
            widths[-1] += spare % measures
        else:
            for number in range(len(widths)):
                widths[number] += spare // len(widths)

    def _connect_names(self) -> None:
        ours, theirs = self.verticalScrollBar(), self._names.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)
        self._names.doubleClicked.connect(self._on_opened)
        own, other = self.horizontalHeader(), self._names.horizontalHeader()
        own.sortIndicatorChanged.connect(other.setSortIndicator)
        other.sortIndicatorChanged.connect(own.setSortIndicator)

    def _place_names(self) -> None:
        names, width = self._names, self.columnWidth(0)
        for number in range(self._matrix.columnCount()):
            names.setColumnHidden(number, number > 0)
        names.setColumnWidth(0, width)
        frame = self.frameWidth()
        head = self.horizontalHeader().height()
        names.setGeometry(frame, frame, width, self.viewport().height() + head)
        names.setVisible(self.horizontalScrollBar().maximum() > 0)
        names.raise_()

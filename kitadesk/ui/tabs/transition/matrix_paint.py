"""Paints the matrix: rows first, then the fixed columns over them, then the head over all."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from kitadesk.domain.matrix_layout import Box, MatrixLayout
from kitadesk.domain.matrix_selection import MatrixSelection
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import draw_chevron
from kitadesk.ui.kit.table import CELL_PADDING
from kitadesk.ui.kit.tokens import RADIUS, Tone
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.matrix_look import (
    TIGHT_PADDING,
    FixedColumn,
    Look,
    remark,
)
from kitadesk.ui.tabs.transition.matrix_marks import MarkPictures, draw_badge
from kitadesk.ui.tabs.transition.matrix_rows import MatrixRows
from kitadesk.ui.tabs.transition.starters import StarterLine

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(slots=True)
class Shown:
    """Everything a page is painted from."""

    rows: MatrixRows
    layout: MatrixLayout
    fixed: tuple[FixedColumn, ...]
    look: Look
    selection: MatrixSelection
    has_focus: bool = False
    hovered_row: int | None = None
    hovered_head: int | None = None
    sorted_by: str = ""
    is_backwards: bool = False


class MatrixPainter:
    """Paints a page; keeps the pictures of the marks from one page to the next."""

    def __init__(self) -> None:
        self._pictures = MarkPictures()

    def paint(self, painter: QPainter, shown: Shown, ratio: float) -> None:
        """Paint all that is seen."""
        layout = shown.layout
        rows = layout.visible_rows()
        shown.rows.need(rows)
        body = QRect(
            layout.fixed_width,
            layout.head_height,
            max(0, layout.view_width - layout.fixed_width),
            layout.view_height - layout.head_height,
        )
        painter.setClipRect(QRect(0, body.y(), layout.view_width, body.height()))
        self._paint_grounds(painter, shown, rows)
        painter.setClipRect(body)
        self._paint_cells(painter, shown, rows, ratio)
        painter.setClipRect(QRect(0, body.y(), layout.view_width, body.height()))
        for row in rows:
            self._paint_child(painter, shown, row)
        painter.setClipping(False)
        self._paint_head(painter, shown)
        self._paint_edge(painter, shown)
        _round_corners(painter, layout)

    def _paint_grounds(self, painter: QPainter, shown: Shown, rows: range) -> None:
        now = theme.current()
        layout, cursor = shown.layout, shown.selection.cursor.row
        painter.fillRect(0, 0, layout.view_width, layout.view_height, now.color("surface"))
        line = now.color("line")
        for row in rows:
            box = layout.fixed_box(row, 0)
            if row in (cursor, shown.hovered_row):
                painter.fillRect(0, box.y, layout.view_width, box.height, now.color("hover"))
            painter.fillRect(0, box.bottom - 1, layout.view_width, 1, line)

    def _paint_cells(self, painter: QPainter, shown: Shown, rows: range, ratio: float) -> None:
        layout, font, cells = shown.layout, shown.look.plain, shown.rows.cells
        columns = layout.visible_columns()
        height = layout.row_height - 1
        boxes = [(column, layout.head_box(column)) for column in columns]
        self._pictures.prepare(font, height, ratio)
        for row in rows:
            y, place = layout.fixed_box(row, 0).y, shown.rows.places[row]
            self._paint_chosen(painter, shown, row, y)
            for column, box in boxes:
                look = cells.look(place, column)
                picture = self._pictures.known(look, box.width)
                if picture is None:
                    size = QSize(box.width, height)
                    cell = cells.cell(place, column)
                    picture = self._pictures.draw(look, cell, size, font, ratio)
                painter.drawPixmap(box.x, y, picture)
        if columns and rows:
            self._paint_cursor(painter, shown)

    def _paint_chosen(self, painter: QPainter, shown: Shown, row: int, y: int) -> None:
        selection, layout = shown.selection, shown.layout
        if row not in selection.row_range and not selection.extra:
            return
        chosen = theme.current().color("accent_soft")
        for column in layout.visible_columns():
            if (row, column) in selection:
                box = layout.head_box(column)
                painter.fillRect(box.x, y, box.width, layout.row_height - 1, chosen)

    def _paint_cursor(self, painter: QPainter, shown: Shown) -> None:
        now = theme.current()
        cursor = shown.selection.cursor
        if cursor.row >= shown.rows.count:
            return
        width = now.px(2) if shown.has_focus else 1
        pen = QPen(now.color("accent" if shown.has_focus else "mark"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        box = _rect(shown.layout.cell_box(*cursor))
        painter.drawRect(QRectF(box).adjusted(half, half, -half, -half - 1))

    def _paint_child(self, painter: QPainter, shown: Shown, row: int) -> None:
        now = theme.current()
        layout, line = shown.layout, shown.rows.line(row)
        is_marked = row in (shown.selection.cursor.row, shown.hovered_row)
        strong, plain = QFontMetrics(shown.look.strong), QFontMetrics(shown.look.plain)
        first = layout.fixed_box(row, 0)
        ground = now.color("hover" if is_marked else "surface")
        painter.fillRect(0, first.y, layout.fixed_width, first.height - 1, ground)
        padding = now.px(CELL_PADDING)
        for number, column in enumerate(shown.fixed):
            box = _rect(layout.fixed_box(row, number)).adjusted(padding, 0, -padding // 2, -1)
            font = shown.look.strong if column.is_strong else shown.look.plain
            painter.setFont(font)
            painter.setPen(now.color("ink"))
            if column.title == "Schulpflicht":
                self._dress_duty(painter, line)
            metrics = strong if column.is_strong else plain
            painter.drawText(box, _LEFT, _fitting(column.text(line), metrics, box.width()))
        self._paint_doubt(painter, shown, line, _rect(first))

    def _paint_doubt(self, painter: QPainter, shown: Shown, line: StarterLine, box: QRect) -> None:
        """Mark "Stichtag knapp" beside the name where the school duty has no room."""
        is_told = any(column.title == "Schulpflicht" for column in shown.fixed)
        if not is_told and words.duty_tone(line) is Tone.WARN:
            middle = QPointF(box.right() - theme.current().px(14), QRectF(box).center().y())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_badge(painter, middle, "?", Tone.WARN, shown.look.plain)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _dress_duty(self, painter: QPainter, line: StarterLine) -> None:
        now = theme.current()
        tone = Tone.NEUTRAL if words.duty_is_plain(line) else words.duty_tone(line)
        if tone is not None:
            painter.setPen(now.color("muted") if tone is Tone.NEUTRAL else now.tone_ink(tone))

    def _paint_head(self, painter: QPainter, shown: Shown) -> None:
        now = theme.current()
        layout = shown.layout
        painter.fillRect(0, 0, layout.view_width, layout.head_height, now.color("surface"))
        room = max(0, layout.view_width - layout.fixed_width)
        painter.setClipRect(QRect(layout.fixed_width, 0, room, layout.head_height))
        for column in layout.visible_columns():
            self._paint_measure(painter, shown, column)
        painter.setClipping(False)
        for number, one in enumerate(shown.fixed):
            self._paint_title(painter, shown, number, one)
        bottom = layout.head_height - 1
        painter.fillRect(0, bottom, layout.view_width, 1, now.color("field_line"))

    def _paint_measure(self, painter: QPainter, shown: Shown, column: int) -> None:
        now = theme.current()
        measure = shown.rows.measures[column]
        box = _rect(shown.layout.head_box(column))
        is_current = column == shown.selection.cursor.column and shown.has_focus
        if column == shown.hovered_head:
            painter.fillRect(box.adjusted(0, 0, 0, -1), now.color("hover"))
        if is_current:
            thick = now.px(2)
            painter.fillRect(box.x(), box.bottom() - thick, box.width(), thick, now.color("accent"))
        room = box.adjusted(now.px(4), now.px(TIGHT_PADDING), -now.px(4), -now.px(TIGHT_PADDING))
        strong, small = QFontMetrics(shown.look.strong), QFontMetrics(shown.look.small)
        lines = [
            strong.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            for line in words.heading(measure.label).split("\n")
        ]
        across = Qt.AlignmentFlag.AlignHCenter | _TOP
        spare = room.height() - len(lines) * strong.height() - small.height()
        room.adjust(0, max(0, spare // 2), 0, 0)
        painter.setPen(now.color("ink" if is_current else "muted"))
        painter.setFont(shown.look.strong)
        painter.drawText(room, int(across), "\n".join(lines))
        painter.setFont(shown.look.small)
        room.adjust(0, len(lines) * strong.height(), 0, small.height())
        text = remark(measure, shown.rows.counts(column), shown.rows.today)
        painter.drawText(room, int(across), text)
        if column == shown.hovered_head or is_current:
            side = (small.horizontalAdvance(text) + now.px(14)) / 2
            point = QPointF(room.center().x() + side, room.y() + small.height() / 2 + now.px(1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_chevron(painter, point, now.px(3), now.color("muted"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_title(
        self, painter: QPainter, shown: Shown, number: int, column: FixedColumn
    ) -> None:
        now = theme.current()
        edges = shown.layout.fixed_edges
        box = QRect(edges[number], 0, shown.layout.fixed[number], shown.layout.head_height - 1)
        painter.fillRect(box, now.color("surface"))
        padding = now.px(CELL_PADDING)
        room = box.adjusted(padding, 0, -padding // 2, 0)
        painter.setFont(shown.look.strong)
        painter.setPen(now.color("muted"))
        painter.drawText(room, _LEFT, column.title)
        if column.title != shown.sorted_by:
            return
        x = room.x() + painter.fontMetrics().horizontalAdvance(column.title) + now.px(9)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, room.center().y() + now.px(1))
        painter.scale(1, -1 if shown.is_backwards else 1)
        draw_chevron(painter, QPointF(0, 0), now.px(3), now.color("accent"))
        painter.restore()

    def _paint_edge(self, painter: QPainter, shown: Shown) -> None:
        """Draw a line beside the names while measures are hidden below them."""
        layout = shown.layout
        if layout.most_left > 0:
            color = theme.current().color("field_line")
            height = min(layout.view_height, layout.head_height + layout.rows * layout.row_height)
            painter.fillRect(layout.fixed_width - 1, 0, 1, height, color)


def _fitting(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return the text as far as there is room; short texts need no exact measuring."""
    line = " ".join(text.split())
    if len(line) * metrics.maxWidth() <= room or metrics.horizontalAdvance(line) <= room:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)


def _round_corners(painter: QPainter, layout: MatrixLayout) -> None:
    """Put the ground of the window over the corners that the frame leaves free.

    Beside a scroll bar the corner of the frame is not ours.
    """
    now = theme.current()
    side = now.px(RADIUS) - 1
    right, bottom = layout.view_width - side, layout.view_height - side
    has_right, has_bottom = layout.most_top == 0, layout.most_left == 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y, is_free in (
        (0, 0, True),
        (right, 0, has_right),
        (0, bottom, has_bottom),
        (right, bottom, has_right and has_bottom),
    ):
        if is_free:
            corner, disc = QPainterPath(), QPainterPath()
            corner.addRect(x, y, side, side)
            disc.addEllipse(QPointF(x or side, y or side), side, side)
            painter.fillPath(corner.subtracted(disc), now.color("ground"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.width, box.height)

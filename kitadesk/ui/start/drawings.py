"""Small drawings of papers and places, painted from the tokens; a sheet stays white in the dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kitadesk.ui.kit import theme

Drawing = Callable[[QPainter, QRectF], None]
"""Paints itself into a rectangle of the screen."""

_PAPER = QColor("#FFFFFF")
_INK = QColor("#4F4A42")
_GREY = QColor("#C9C3B7")
_PALE = QColor("#E9E5DC")


def invitation(painter: QPainter, room: QRectF) -> None:
    """A letter with a box for date and place, and the slip to cut off below."""
    sheet = _sheet(painter, room)
    _line(painter, sheet, 0.10, 0.12, 0.42, weight=2)
    _line(painter, sheet, 0.22, 0.12, 0.80, weight=3.4, color=_INK)
    for y, end in ((0.32, 0.86), (0.38, 0.82), (0.44, 0.64)):
        _line(painter, sheet, y, 0.12, end)
    painter.setPen(QPen(_INK, 1.2))
    painter.drawRect(_part(sheet, 0.12, 0.50, 0.76, 0.13))
    _line(painter, sheet, 0.545, 0.18, 0.66, weight=2, color=_INK)
    _line(painter, sheet, 0.59, 0.18, 0.56)
    dashes = QPen(_INK, 1.1, Qt.PenStyle.DashLine)
    painter.setPen(dashes)
    cut = _y(sheet, 0.71)
    painter.drawLine(QPointF(sheet.left(), cut), QPointF(sheet.right(), cut))
    _line(painter, sheet, 0.78, 0.12, 0.50, weight=2, color=_INK)
    for y in (0.85, 0.92):
        _tick(painter, sheet, 0.12, y)
        _line(painter, sheet, y, 0.20, 0.48)
        _tick(painter, sheet, 0.56, y)
        _line(painter, sheet, y, 0.64, 0.86)


def starters(painter: QPainter, room: QRectF) -> None:
    """A list of names with ticks in columns."""
    sheet = _sheet(painter, room)
    _line(painter, sheet, 0.10, 0.12, 0.66, weight=3.4, color=_INK)
    _line(painter, sheet, 0.19, 0.12, 0.34, weight=2)
    for column in (0.56, 0.70, 0.84):
        _line(painter, sheet, 0.19, column - 0.04, column + 0.04, weight=2)
    for number in range(7):
        y = 0.28 + number * 0.095
        _line(painter, sheet, y, 0.12, 0.36 + 0.05 * (number % 3), color=_INK, weight=1.4)
        for place, column in enumerate((0.56, 0.70, 0.84)):
            if number + 2 * place < 7:
                _check(painter, sheet, column, y)
            else:
                _tick(painter, sheet, column - 0.025, y)
        _line(painter, sheet, y + 0.045, 0.12, 0.88, color=_PALE)


def telephone(painter: QPainter, room: QRectF) -> None:
    """Names at the left, numbers at the right."""
    sheet = _sheet(painter, room)
    _line(painter, sheet, 0.10, 0.12, 0.54, weight=3.4, color=_INK)
    for number in range(8):
        y = 0.23 + number * 0.09
        _line(painter, sheet, y, 0.12, 0.34 + 0.06 * (number % 3), color=_INK, weight=1.4)
        for start in (0.58, 0.69, 0.80):
            _line(painter, sheet, y, start, start + 0.08, weight=2)
        _line(painter, sheet, y + 0.043, 0.12, 0.88, color=_PALE)


def group_list(painter: QPainter, room: QRectF) -> None:
    """Names in front of empty columns with lines to write in."""
    sheet = _sheet(painter, room)
    _line(painter, sheet, 0.10, 0.12, 0.48, weight=3.4, color=_INK)
    table = _part(sheet, 0.12, 0.18, 0.76, 0.72)
    painter.setPen(QPen(_GREY, 1))
    painter.drawRect(table)
    for column in (0.42, 0.54, 0.66, 0.77):
        x = _x(sheet, column)
        painter.drawLine(QPointF(x, table.top()), QPointF(x, table.bottom()))
    for number in range(8):
        y = 0.18 + number * 0.09
        if number:
            painter.setPen(QPen(_GREY, 1))
            level = _y(sheet, y)
            painter.drawLine(QPointF(table.left(), level), QPointF(table.right(), level))
        end = 0.30 + 0.04 * (number % 3)
        _line(painter, sheet, y + 0.045, 0.15, end, color=_INK, weight=1.4)


def town(painter: QPainter, room: QRectF) -> None:
    """A street of houses: the invented town."""
    now = theme.current()
    ground = room.bottom() - room.height() * 0.10
    painter.setPen(QPen(now.color("mark"), 1.5))
    painter.drawLine(QPointF(room.left(), ground), QPointF(room.right(), ground))
    unit = room.height() * 0.42
    middle = room.center().x()
    for offset, size, tone in ((-1.75, 0.82, "neutral_soft"), (1.05, 0.9, "neutral_soft")):
        _house(painter, QPointF(middle + offset * unit, ground), unit * size, now.color(tone))
    _house(painter, QPointF(middle - 0.62 * unit, ground), unit * 1.24, now.color("accent_soft"))


def own_house(painter: QPainter, room: QRectF) -> None:
    """One house: yours."""
    now = theme.current()
    ground = room.bottom() - room.height() * 0.10
    painter.setPen(QPen(now.color("mark"), 1.5))
    painter.drawLine(QPointF(room.left(), ground), QPointF(room.right(), ground))
    size = room.height() * 0.62
    start = QPointF(room.center().x() - size / 2, ground)
    _house(painter, start, size, now.color("accent_soft"))


def _house(painter: QPainter, corner: QPointF, size: float, wall: QColor) -> None:
    """Paint walls, roof, door and two windows; `corner` is the left end at the ground."""
    now = theme.current()
    left, ground = corner.x(), corner.y()
    height = size * 0.72
    line = QPen(now.color("accent_text"), 1.6)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(line)
    painter.setBrush(wall)
    painter.drawRect(QRectF(left, ground - height, size, height))
    painter.setBrush(now.color("surface"))
    peak = QPointF(left + size / 2, ground - height - size * 0.42)
    eaves = [
        QPointF(left - size * 0.1, ground - height),
        peak,
        QPointF(left + size * 1.1, ground - height),
    ]
    painter.drawPolygon(QPolygonF(eaves))
    door = QPainterPath()
    door.addRoundedRect(
        QRectF(left + size * 0.4, ground - height * 0.55, size * 0.2, height * 0.55), 3, 3
    )
    painter.drawPath(door)
    for x in (0.12, 0.70):
        painter.drawRect(QRectF(left + size * x, ground - height * 0.78, size * 0.18, size * 0.18))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _sheet(painter: QPainter, room: QRectF) -> QRectF:
    """Paint a white A4 sheet as high as the room, centred; returns where it lies."""
    height = room.height()
    width = height / 1.414
    sheet = QRectF(room.center().x() - width / 2, room.top(), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 18))
    painter.drawRoundedRect(sheet.translated(1.5, 2.5), 2, 2)
    painter.setPen(QPen(_GREY, 1))
    painter.setBrush(_PAPER)
    painter.drawRoundedRect(sheet, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return sheet


def _x(sheet: QRectF, part: float) -> float:
    return sheet.left() + part * sheet.width()


def _y(sheet: QRectF, part: float) -> float:
    return sheet.top() + part * sheet.height()


def _part(sheet: QRectF, x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(_x(sheet, x), _y(sheet, y), width * sheet.width(), height * sheet.height())


def _line(
    painter: QPainter,
    sheet: QRectF,
    y: float,
    start: float,
    end: float,
    *,
    weight: float = 1.2,
    color: QColor = _GREY,
) -> None:
    pen = QPen(color, weight * sheet.height() / 150)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(_x(sheet, start), _y(sheet, y)), QPointF(_x(sheet, end), _y(sheet, y)))


def _tick(painter: QPainter, sheet: QRectF, x: float, y: float) -> None:
    side = sheet.height() * 0.034
    painter.setPen(QPen(_INK, 1))
    painter.drawRect(QRectF(_x(sheet, x), _y(sheet, y) - side / 2, side, side))


def _check(painter: QPainter, sheet: QRectF, x: float, y: float) -> None:
    side = sheet.height() * 0.028
    middle = QPointF(_x(sheet, x), _y(sheet, y))
    painter.setPen(QPen(_INK, max(1.2, sheet.height() / 110)))
    points = (
        middle + QPointF(-side, 0),
        middle + QPointF(-side * 0.25, side * 0.75),
        middle + QPointF(side, -side * 0.8),
    )
    painter.drawPolyline(QPolygonF(points))

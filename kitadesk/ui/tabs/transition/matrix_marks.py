"""The marks of the matrix: drawn once each and kept as small pictures, hundreds are on a page."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap

from kitadesk.domain.matrix_cells import MatrixCell
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import draw_tick
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.transition import words


def draw_mark(painter: QPainter, rect: QRect, cell: MatrixCell, font: QFont) -> None:
    """Draw a cell: what is done is quiet, what is open is seen, what is overdue stands out."""
    now = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QRectF(rect).center()
    answer = words.answer(cell)
    if answer:
        painter.setPen(now.color("muted"))
        painter.setFont(_small(font, QFont.Weight.Normal))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, answer)
    elif cell.mark is MeasureMark.DONE:
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
        draw_badge(painter, middle, words.sign(cell), tone, font)
    painter.restore()


def draw_badge(painter: QPainter, middle: QPointF, text: str, tone: Tone, font: QFont) -> None:
    """Draw a few letters on a soft round ground."""
    now = theme.current()
    letters = _small(font, QFont.Weight.DemiBold)
    metrics = QFontMetrics(letters)
    height = metrics.height() + now.px(2)
    width = max(height, metrics.horizontalAdvance(text) + now.px(14))
    box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.tone_ground(tone))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(letters)
    painter.setPen(now.tone_ink(tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class MarkPictures:
    """Pictures of marks by how they look; made anew when the theme or the font changes."""

    MOST = 2000

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], QPixmap] = {}
        self._dress: object = None

    def prepare(self, font: QFont, height: int, ratio: float) -> None:
        """Begin a page: forget pictures that were made for another theme, font or screen."""
        dress = (theme.current(), font.key(), height, ratio)
        if dress != self._dress or len(self._made) > self.MOST:
            self._dress = dress
            self._made.clear()

    def known(self, look: int, width: int) -> QPixmap | None:
        """Return the picture of a cell that looks so, if it was drawn before."""
        return self._made.get((look, width))

    def draw(self, look: int, cell: MatrixCell, size: QSize, font: QFont, ratio: float) -> QPixmap:
        """Draw the picture of a cell and keep it."""
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        draw_mark(painter, QRect(QPoint(0, 0), size), cell, font)
        painter.end()
        self._made[look, size.width()] = made
        return made


def _small(font: QFont, weight: QFont.Weight) -> QFont:
    letters = QFont(font)
    letters.setWeight(weight)
    letters.setPointSizeF(theme.current().small_points)
    return letters

"""A tile: drawing, title and one sentence; a button for mouse, keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.start.drawings import Drawing

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Tile(QAbstractButton):
    """A large choice; Enter and Space take it, the arrow keys go to the next one."""

    def __init__(
        self,
        title: str,
        text: str,
        drawing: Drawing,
        parent: QWidget | None = None,
        *,
        name: str,
        remark: str = "",
        width: int = 240,
        drawing_height: int = 120,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (text, remark) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._title = title
        self._text = text
        self._remark = remark
        self._drawing = drawing
        self._width = width
        self._drawing_height = drawing_height

    @override
    def sizeHint(self) -> QSize:
        width = theme.current().px(self._width)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = theme.current().px(min(self._width, 168))
        return QSize(width, self.heightForWidth(width))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        now = theme.current()
        inner = width - 2 * now.px(16)
        height = now.px(24) + now.px(self._drawing_height) + now.px(16)
        height += _height(self._title_font(), inner, self._title) + now.px(4)
        height += _height(self.font(), inner, self._text) + now.px(20)
        if self._remark:
            height += _height(self._small_font(), width - 2 * now.px(28), self._remark) + now.px(16)
        return height

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _ARROWS:
            self._focus_beside(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        side = now.px(16)
        top = now.px(24)
        room = QRectF(side, top, self.width() - 2 * side, now.px(self._drawing_height))
        painter.save()
        self._drawing(painter, room)
        painter.restore()
        top += now.px(self._drawing_height) + now.px(16)
        inner = self.width() - 2 * side
        painter.setPen(now.color("ink" if self.isEnabled() else "mark"))
        painter.setFont(self._title_font())
        height = _height(self._title_font(), inner, self._title)
        painter.drawText(QRect(side, top, inner, height), int(_WRAP), self._title)
        top += height + now.px(4)
        painter.setFont(self.font())
        painter.setPen(now.color("muted" if self.isEnabled() else "mark"))
        height = self.height() - top
        painter.drawText(QRect(side, top, inner, height), int(_WRAP), self._text)
        if self._remark:
            self._paint_remark(painter)

    def _focus_beside(self, step: int) -> None:
        """Go to the next tile of the row; at its ends stay, so that nobody gets lost."""
        parent = self.parentWidget()
        row = parent.findChildren(Tile) if parent is not None else [self]
        place = row.index(self) + step
        if 0 <= place < len(row):
            row[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _paint_card(self, painter: QPainter) -> None:
        now = theme.current()
        focused = self.hasFocus()
        hovered = self.underMouse() or self.isDown()
        line = 2.0 if focused else 1.0
        painter.setPen(QPen(now.color("accent" if focused or hovered else "field_line"), line))
        painter.setBrush(now.color("hover" if self.isDown() else "surface"))
        frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(frame, now.px(8), now.px(8))

    def _paint_remark(self, painter: QPainter) -> None:
        """Paint the remark at the foot, at the same height on all tiles of a row."""
        now = theme.current()
        font = self._small_font()
        inner = self.width() - 2 * now.px(28)
        painter.setFont(font)
        flags = int(_WRAP)
        room = QFontMetrics(font).boundingRect(QRect(0, 0, inner, 1000), flags, self._remark)
        width = room.width() + now.px(20)
        height = room.height() + now.px(6)
        top = self.height() - height - now.px(16)
        pill = QRectF((self.width() - width) / 2, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tone_ground(Tone.NEUTRAL))
        radius = min(pill.height() / 2, now.px(12))
        painter.drawRoundedRect(pill, radius, radius)
        painter.setPen(now.tone_ink(Tone.NEUTRAL))
        painter.drawText(
            pill, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter), self._remark
        )

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        return font

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(theme.current().small_points)
        return font


def _height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), text).height()

"""One event as a card in the list: date block, title over some lines, quiet line, badge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from kitadesk.queries.events import EventSummary
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.headed_list import ENTRY_ROLE
from kitadesk.ui.kit.table_model import Index
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.tabs.events.event_words import badge_of, day_block, kind_and_audience, title_of

MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class CardLayout:
    """Where the parts of a card stand; all in px, relative to the card's own corner."""

    title_lines: tuple[str, ...]
    left: int
    top: int
    line: int
    small_line: int
    height: int


class EventCardDelegate(QStyledItemDelegate):
    """Paints headings and cards; a chosen card has a petrol frame and a bar at its left."""

    def __init__(self, view: QAbstractItemView, today: date) -> None:
        super().__init__(view)
        self._view = view
        self._today = today

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, EventSummary):
            return QSize(width, theme.current().px(40))
        return QSize(width, self._layout(entry, width).height + theme.current().px(8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, EventSummary):
            state: QStyle.StateFlag = option.state
            self._paint_card(painter, rect, state, entry)
        else:
            painter.setFont(_font(small=True, strong=True))
            painter.setPen(theme.current().color("muted"))
            room = rect.adjusted(theme.current().px(2), 0, 0, -theme.current().px(8))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, flags, str(entry))
        painter.restore()

    def _layout(self, event: EventSummary, width: int) -> CardLayout:
        now = theme.current()
        left, top = now.px(76), now.px(12)
        strong = QFontMetrics(_font(strong=True))
        small = QFontMetrics(_font(small=True))
        lines = tuple(wrapped(title_of(event), _font(strong=True), width - left - now.px(12)))
        height = top + len(lines) * strong.height() + now.px(2) + small.height() + top
        if badge_of(event, self._today) is not None:
            height += small.height() + now.px(8)
        return CardLayout(
            lines, left, top, strong.height(), small.height(), max(height, now.px(72))
        )

    def _paint_card(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, event: EventSummary
    ) -> None:
        now = theme.current()
        card = rect.adjusted(1, 0, -1, -now.px(8))
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = is_chosen and self._view.hasFocus()
        is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        pen = QPen(now.color("accent" if is_chosen else "line"), 2.0 if has_focus else 1.0)
        painter.setPen(pen)
        painter.setBrush(now.color("hover" if is_under_mouse and not is_chosen else "surface"))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), now.px(8), now.px(8))
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            bar = QRect(card.x() + 1, card.y() + now.px(8), now.px(4), card.height() - now.px(16))
            painter.drawRoundedRect(bar, now.px(2), now.px(2))
        layout = self._layout(event, rect.width())
        self._paint_day(painter, card, event)
        self._paint_words(painter, card, layout, event)

    def _paint_day(self, painter: QPainter, card: QRect, event: EventSummary) -> None:
        now = theme.current()
        is_past = event.on_date is not None and event.on_date < self._today
        day, month = day_block(event.on_date, self._today)
        font = _font(strong=True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        column = QRect(card.x() + now.px(8), card.y() + now.px(11), now.px(60), 0)
        height = QFontMetrics(font).height()
        painter.setFont(font)
        painter.setPen(now.color("muted" if is_past else "ink"))
        column.setHeight(height)
        painter.drawText(column, Qt.AlignmentFlag.AlignCenter, day)
        painter.setFont(_font(small=True))
        painter.setPen(now.color("muted"))
        column.translate(0, height)
        painter.drawText(column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, month)

    def _paint_words(
        self, painter: QPainter, card: QRect, layout: CardLayout, event: EventSummary
    ) -> None:
        now = theme.current()
        left, y = card.x() + layout.left, card.y() + layout.top
        room = card.right() - left - now.px(10)
        painter.setPen(now.color("ink"))
        painter.setFont(_font(strong=True))
        for line in layout.title_lines:
            painter.drawText(QRect(left, y, room, layout.line), 0, line)
            y += layout.line
        y += now.px(2)
        small = _font(small=True)
        painter.setFont(small)
        painter.setPen(now.color("muted"))
        words = QFontMetrics(small).elidedText(
            " ".join(kind_and_audience(event).split()), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(left, y, room, layout.small_line), 0, words)
        badge = badge_of(event, self._today)
        if badge is not None:
            y += layout.small_line + now.px(4)
            _paint_badge(painter, QRect(left, y, room, layout.small_line + now.px(4)), *badge)


def wrapped(text: str, font: QFont, width: int, most: int = MOST_TITLE_LINES) -> list[str]:
    """Break a text into lines of this width; what does not fit the last line ends in "…"."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    start = 0
    # Qt counts UTF-16 units where Python counts letters: an emoji is two of them.
    units = text.encode("utf-16-le")
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        end = start + line.textLength()
        if len(lines) == most - 1:
            end = len(units) // 2
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
        start = end
    layout.endLayout()
    metrics = QFontMetrics(font)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(1, width)) for line in lines]


def _paint_badge(painter: QPainter, room: QRect, words: str, tone: Tone) -> None:
    now = theme.current()
    font = _font(small=True, strong=True)
    metrics = QFontMetrics(font)
    side = now.px(8)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 2 * side)
    pill = QRect(room)
    pill.setWidth(metrics.horizontalAdvance(shown) + 2 * side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.tone_ground(tone))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(font)
    painter.setPen(now.tone_ink(tone))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)


def _font(*, small: bool = False, strong: bool = False) -> QFont:
    font = QFont()
    if small:
        font.setPointSizeF(theme.current().small_points)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font

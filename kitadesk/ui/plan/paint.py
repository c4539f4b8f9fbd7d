"""Paints the year plan: quiet calendar behind, measures in front, state by shape before colour."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import draw_tick
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.plan import words as plan_words
from kitadesk.ui.plan.layout import Mark, PlanLayout, Shape, month_names

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR, _DIAMOND = 10, 6
"""px at 100 %: height of a bar, half the diagonal of a diamond."""

_SHORT_NAMES = {"Oster": "Ostern", "Pfingst": "Pfingsten", "Weihnachts": "Weihnachten"}


class PlanPainter:
    """Paints one picture; made anew for every paint event."""

    def __init__(self, painter: QPainter, layout: PlanLayout, today: date, font: QFont) -> None:
        self._painter = painter
        self._layout = layout
        self._today = today
        self._now = theme.current()
        self._font = QFont(font)
        self._small = QFont(font)
        self._small.setPointSizeF(self._now.small_points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, top: int, height: int, *, chosen: int | None, has_focus: bool) -> None:
        """Paint what is in sight below `top`; the months stay where they are."""
        sizes = self._layout.sizes
        whole = QRectF(0, 0, sizes.width, height)
        self._painter.fillRect(whole, self._now.color("surface"))
        end = min(height, sizes.head + self._layout.height - top)
        self._paint_shades(end)
        self._paint_today(end)
        self._painter.save()
        self._painter.setClipRect(QRectF(0, sizes.head, sizes.width, height - sizes.head))
        for mark in self._layout.marks:
            y = sizes.head + mark.row * sizes.row - top
            if y + sizes.row > sizes.head and y < height:
                box = QRectF(0, y, sizes.width, sizes.row)
                if mark.row == chosen:
                    self._paint_chosen(box, has_focus=has_focus)
                self._paint_row(mark, box)
        self._painter.restore()
        self._paint_head()

    def _paint_shades(self, end: float) -> None:
        sizes = self._layout.sizes
        for month in self._layout.months:
            self._painter.fillRect(
                QRectF(round(month.left), sizes.head, 1, end - sizes.head), self._now.color("line")
            )
        for shade in self._layout.shades:
            name = "field_line" if shade.is_holiday else "neutral_soft"
            box = QRectF(shade.left, sizes.head, max(shade.width, 1.5), end - sizes.head)
            self._painter.fillRect(box, self._now.color(name))

    def _paint_head(self) -> None:
        sizes = self._layout.sizes
        box = QRectF(0, 0, sizes.width, sizes.head)
        self._painter.fillRect(box, self._now.color("surface"))
        self._painter.fillRect(QRectF(0, sizes.head - 1, sizes.width, 1), self._now.color("line"))
        font = QFont(self._small)
        font.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(font)
        self._painter.setPen(self._now.color("muted"))
        metrics = QFontMetrics(font)
        side = self._now.px(4)
        months = self._layout.months
        names = month_names(months, side, metrics.horizontalAdvance)
        for month, name in zip(months, names, strict=True):
            room = QRectF(month.left + side, 2, month.width - side, sizes.head / 2 - 2)
            self._painter.drawText(room, _LEFT, name)
        self._paint_break_names()

    def _paint_break_names(self) -> None:
        """Write "heute" and the short names of the breaks below the months, where there is room."""
        sizes = self._layout.sizes
        self._painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        wanted = [
            (shade.left + shade.width / 2, _short_name(shade.name), "muted")
            for shade in self._layout.shades
            if shade.name.endswith("ferien")
        ]
        if self._layout.today is not None:
            wanted.insert(0, (self._layout.today, "heute", "accent_text"))
        taken: list[tuple[float, float]] = []
        for wished, words, color in wanted:
            half = metrics.horizontalAdvance(words) / 2 + self._now.px(3)
            middle = min(max(wished, sizes.names + half), sizes.width - half)
            if any(middle - half < right and middle + half > left for left, right in taken):
                continue
            taken.append((middle - half, middle + half))
            self._painter.setPen(self._now.color(color))
            room = QRectF(middle - half, sizes.head / 2, 2 * half, sizes.head / 2 - 2)
            self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_today(self, end: float) -> None:
        x = self._layout.today
        if x is None:
            return
        sizes = self._layout.sizes
        self._painter.setPen(QPen(self._now.color("accent"), self._now.px(1.5)))
        self._painter.drawLine(QLineF(x, sizes.head, x, end))

    def _paint_chosen(self, box: QRectF, *, has_focus: bool) -> None:
        ground = QColor(self._now.color("accent_soft"))
        ground.setAlpha(150)
        self._painter.fillRect(box, ground)
        if has_focus:
            self._painter.setPen(QPen(self._now.color("accent"), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _paint_row(self, mark: Mark, box: QRectF) -> None:
        state = plan_words.mark(mark.line.row, self._today)
        self._painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), self._now.color("line")
        )
        self._paint_name(mark, box, state)
        middle = box.center().y()
        if mark.shape is Shape.OUTSIDE:
            self._paint_words(
                mark, mark.left + self._now.px(6), box, plan_words.when(mark.line.row)
            )
            return
        if mark.shape is Shape.BAR:
            right = self._paint_bar(mark, middle, state)
        else:
            right = self._paint_diamond(mark, middle, state)
        if mark.line.conflicts:
            right = self._paint_conflict(right, middle)
        self._paint_words(mark, right + self._now.px(6), box, self._label(mark))

    def _paint_name(self, mark: Mark, box: QRectF, state: MeasureMark) -> None:
        side, sign = self._now.px(12), self._now.px(18)
        self._painter.setFont(self._font)
        self._painter.setPen(self._sign_color(state))
        at = QRectF(side, box.top(), sign, box.height())
        if state is MeasureMark.DONE:
            size = self._now.px(13)
            draw_tick(
                self._painter,
                QRectF(at.left() - 2, at.center().y() - size / 2, size, size),
                self._now.color("mark"),
            )
        else:
            self._painter.drawText(at, _LEFT, plan_words.SIGNS[state])
        room = QRectF(
            side + sign, box.top(), self._layout.sizes.names - side - sign - 8, box.height()
        )
        self._painter.setPen(self._now.color("ink" if state.is_pending else "muted"))
        metrics = QFontMetrics(self._font)
        row = mark.line.row
        fits = metrics.horizontalAdvance(row.title) <= room.width()
        name = row.title if fits else row.head
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        self._painter.drawText(room, _LEFT, shown)

    def _paint_bar(self, mark: Mark, middle: float, state: MeasureMark) -> float:
        """Paint a bar, filled as far as the children have it; return where it ends."""
        height = float(self._now.px(_BAR))
        box = QRectF(mark.left, middle - height / 2, mark.right - mark.left, height)
        ink = self._bar_color(state)
        pen = QPen(ink, 1.4)
        if state is MeasureMark.NOT_NEEDED:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(self._now.color("surface"))
        self._painter.drawRoundedRect(box, height / 2, height / 2)
        row = mark.line.row
        share = row.done / row.total if row.is_per_child and row.total else 0.0
        if state is MeasureMark.DONE:
            share = 1.0
        if share > 0 and state is not MeasureMark.NOT_NEEDED:
            self._painter.save()
            self._painter.setClipRect(QRectF(box.left(), box.top(), box.width() * share, height))
            is_late = state is MeasureMark.OVERDUE
            self._painter.setBrush(self._now.color("mark") if is_late else ink)
            self._painter.drawRoundedRect(box, height / 2, height / 2)
            self._painter.restore()
        return box.right()

    def _paint_diamond(self, mark: Mark, middle: float, state: MeasureMark) -> float:
        """Paint one day as a diamond, a deadline as an open one; return where it ends."""
        half = float(self._now.px(_DIAMOND))
        x = mark.middle if mark.shape is Shape.DAY else mark.right
        ink = self._bar_color(state)
        is_open = mark.shape is Shape.DEADLINE or state is MeasureMark.NOT_NEEDED
        self._painter.setPen(QPen(ink, 1.6))
        self._painter.setBrush(self._now.color("surface") if is_open else ink)
        points = ((x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle))
        self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
        return x + half

    def _paint_conflict(self, left: float, middle: float) -> float:
        """Paint the sign that something is against this day; the tooltip says what."""
        side = float(self._now.px(15))
        box = QRectF(left + self._now.px(4), middle - side / 2, side, side)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._now.tone_ground(Tone.WARN))
        self._painter.drawEllipse(box)
        font = QFont(self._small)
        font.setWeight(QFont.Weight.Bold)
        self._painter.setFont(font)
        self._painter.setPen(self._now.tone_ink(Tone.WARN))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
        return box.right()

    def _paint_words(self, mark: Mark, left: float, box: QRectF, words: str) -> None:
        """Write beside a mark; at the right edge the words stand before it."""
        self._painter.setFont(self._small)
        metrics = QFontMetrics(self._small)
        width = metrics.horizontalAdvance(words) + 2
        sizes = self._layout.sizes
        if left + width > sizes.width - 4:
            left = max(sizes.names + 4.0, mark.left - self._now.px(10) - width)
        room = QRectF(left, box.top() + 2, width, box.height() - 4)
        today = self._layout.today
        if today is not None and left <= today <= left + width:
            self._painter.fillRect(room, self._now.color("surface"))
        self._painter.setPen(self._now.color("muted"))
        self._painter.drawText(room, _LEFT, words)

    def _label(self, mark: Mark) -> str:
        last = mark.line.row.last
        day = "" if last is None or mark.shape is Shape.BAR else f"{last.day}.{last.month}."
        return " · ".join(part for part in (day, plan_words.count(mark.line.row)) if part)

    def _bar_color(self, state: MeasureMark) -> QColor:
        if state is MeasureMark.OVERDUE:
            return self._now.color("bad_mark")
        return self._now.color("accent" if state.is_pending else "mark")

    def _sign_color(self, state: MeasureMark) -> QColor:
        if state is MeasureMark.OVERDUE:
            return self._now.tone_ink(Tone.BAD)
        return self._now.color("muted")


def _short_name(name: str) -> str:
    """Return "Herbst" for Herbstferien, "Ostern" for Osterferien."""
    stem = name.removesuffix("ferien")
    return _SHORT_NAMES.get(stem, stem)

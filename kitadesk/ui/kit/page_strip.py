"""All pages of a PDF as small pictures; only those in sight are drawn, and few are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.jobs import Job, JobControl, Jobs
from kitadesk.ui.kit.pdf import PageImage, draw_small_pages

THUMB = (48, 68)
"""px at 100 %: A4 upright fits exactly."""
BATCH = 6
"""Pages of one job, so that the large page never waits long."""
MOST_KEPT = 120
"""Small pictures in memory, at most 1.6 MB at 100 %."""
PAUSE_MS = 40


class PageStrip(QAbstractScrollArea):
    """One picture below the other, with the number of its page; click and keys choose a page."""

    chosen = Signal(int)
    """The number of a page from 0."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, name: str = "pages") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Alle Seiten")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._jobs = jobs
        self._pdf: bytes | None = None
        self._count = 0
        self._current = 0
        self._kept: OrderedDict[int, PageImage] = OrderedDict()
        self._old: dict[int, PageImage] = {}
        """Pictures of the PDF before, until the new ones are drawn."""
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw_missing)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setFixedWidth(self._cell().width() + self.verticalScrollBar().sizeHint().width())

    def set_pdf(self, pdf: bytes | None, count: int) -> None:
        """Show the pages of another PDF; old pictures stay until the new ones are drawn."""
        is_other = count != self._count
        self._pdf, self._count = pdf, count
        if self._job is not None:
            self._job.cancel()
        self._old = {} if is_other else {**self._old, **self._kept}
        self._kept = OrderedDict()
        self._fit()
        self._pause.start()
        self.viewport().update()

    def set_current(self, number: int) -> None:
        """Mark a page as the one that is shown large, and scroll it into sight."""
        self._current = number
        self.setAccessibleDescription(f"Seite {number + 1} von {self._count}")
        high = self._cell().height()
        bar = self.verticalScrollBar()
        top = number * high
        if top < bar.value():
            bar.setValue(top)
        elif top + high > bar.value() + self.viewport().height():
            bar.setValue(top + high - self.viewport().height())
        self.viewport().update()

    def in_sight(self) -> range:
        """Return the pages that can be seen now."""
        high = self._cell().height()
        top = self.verticalScrollBar().value()
        last = (top + self.viewport().height() - 1) // high
        return range(top // high, min(self._count, last + 1))

    def kept(self) -> Sequence[int]:
        """Return the pages whose pictures are in memory."""
        return sorted(self._kept)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), 2 * self._cell().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._pause.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pause.start()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = (event.position().toPoint().y() + self.verticalScrollBar().value()) // max(
            1, self._cell().height()
        )
        if number < self._count:
            self.chosen.emit(number)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, len(self.in_sight()) - 1)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -self._count,
            Qt.Key.Key_End: self._count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self._count:
            self.chosen.emit(min(max(0, self._current + step), self._count - 1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        cell = self._cell()
        top = -self.verticalScrollBar().value()
        for number in self.in_sight():
            self._paint_cell(painter, number, QRect(QPoint(0, top + number * cell.height()), cell))

    def _paint_cell(self, painter: QPainter, number: int, cell: QRect) -> None:
        now = theme.current()
        box = QRect(now.px(4), cell.top() + now.px(4), now.px(THUMB[0]), now.px(THUMB[1]))
        page = self._kept.get(number) or self._old.get(number)
        if page is not None:
            size = QSize(round(page.width), round(page.height))
            size.scale(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(box.center() - QPoint(size.width() // 2, size.height() // 2), size)
        painter.fillRect(box, Qt.GlobalColor.white)
        if page is not None:
            painter.drawImage(box, page.image)
        is_current = number == self._current
        pen = QPen(now.color("accent" if is_current else "field_line"), 2 if is_current else 1)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.setPen(now.color("accent_text" if is_current else "muted"))
        below = QRect(0, cell.top() + now.px(4 + THUMB[1]), now.px(THUMB[0] + 8), now.px(18))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))

    def _cell(self) -> QSize:
        now = theme.current()
        return QSize(now.px(THUMB[0] + 8), now.px(THUMB[1] + 26))

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        room = self.viewport().height()
        bar.setRange(0, max(0, self._count * self._cell().height() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._cell().height() // 2)

    @Slot()
    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._pause.start()

    @Slot()
    def _draw_missing(self) -> None:
        """Draw some of what is in sight; the rest after it, so that scrolling never waits."""
        if self._pdf is None or not self.isVisible():
            return
        if self._job is not None and not self._job.is_over:
            self._pause.start()
            return
        missing = [number for number in self.in_sight() if number not in self._kept]
        if missing:
            scale = self.devicePixelRatioF()
            box = (
                round(theme.current().px(THUMB[0]) * scale),
                round(theme.current().px(THUMB[1]) * scale),
            )
            draw = _DrawSmall(self._pdf, missing[:BATCH], box)
            self._job = self._jobs.render(self, draw, done=self._on_drawn, failed=self._on_failed)

    @Slot(object)
    def _on_drawn(self, pages: list[PageImage]) -> None:
        for page in pages:
            self._kept[page.number] = page
            self._kept.move_to_end(page.number)
            self._old.pop(page.number, None)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.viewport().update()
        self._pause.start()

    @Slot(object)
    def _on_failed(self, _error: UserError) -> None:
        """Leave the sheets white: the large page says what is wrong."""


class _DrawSmall:
    """The job: draws a few pages; holds values only, no widget."""

    def __init__(self, pdf: bytes, numbers: list[int], box: tuple[int, int]) -> None:
        self._pdf = pdf
        self._numbers = numbers
        self._box = box

    def __call__(self, control: JobControl) -> list[PageImage]:
        return draw_small_pages(self._pdf, self._numbers, self._box, control.check)

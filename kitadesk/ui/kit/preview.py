"""The live preview of a paper: drawn in the render lane, white also in the dark."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.jobs import JobControl, Jobs
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.pdf import PageImage, draw_page
from kitadesk.ui.kit.widgets import LinkButton, Notice, Tone

A4_RATIO = 297 / 210
RESIZE_PAUSE_MS = 120


class _Sheet(QWidget):
    """The paper itself: the last drawn page, scaled until the sharp one arrives."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.page: PageImage | None = None

    def margin(self) -> int:
        """Return the room around the sheet in px."""
        return theme.current().px(12)

    def paper_width(self) -> int:
        """Return how wide the sheet is drawn."""
        return max(80, self.width() - 2 * self.margin())

    def ratio(self) -> float:
        """Return height by width of the page."""
        return self.page.height / self.page.width if self.page is not None else A4_RATIO

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(320), theme.current().px(460))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self.paper_width()
        sheet = QRect(self.margin(), self.margin(), width, round(width * self.ratio()))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self.page is not None:
            painter.drawImage(sheet, self.page.image)
        painter.setPen(theme.current().color("field_line"))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))


class _PaperScroll(QScrollArea):
    """Scrolls within a page; at its end the wheel and the page keys turn it."""

    turn = Signal(int)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        step = -1 if event.angleDelta().y() > 0 else 1
        end = bar.minimum() if step < 0 else bar.maximum()
        if bar.value() == end:
            self.turn.emit(step)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Home: -1_000_000,
            Qt.Key.Key_End: 1_000_000,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn.emit(step)


class PdfPreview(QFrame):
    """Shows a PDF page by page at the width it has; the old page stays until the new is drawn."""

    shown = Signal(int, int)
    """Page number from 1 and the count, after a page was drawn."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, name: str = "preview") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs = jobs
        self._pdf: bytes | None = None
        self._number = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(4))
        self.notice = Notice("", Tone.WARN, self)
        self.notice.hide()
        column.addWidget(self.notice)
        self._scroll = _PaperScroll(self)
        self._scroll.setObjectName(f"{name}Scroll")
        self._scroll.setAccessibleName("Vorschau")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.turn.connect(self.turn)
        self._paper = _Sheet(self._scroll)
        self._scroll.setWidget(self._paper)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._build_pager())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(RESIZE_PAUSE_MS)
        self._pause.timeout.connect(self._render)
        self._show_pager()

    def pdf(self) -> bytes | None:
        """Return the PDF that is shown, for saving and printing what was looked at."""
        return self._pdf

    def page_count(self) -> int:
        """Return the pages of the PDF drawn last; 0 before."""
        return self._paper.page.count if self._paper.page is not None else 0

    def set_pdf(self, pdf: bytes | None) -> None:
        """Show another PDF, on the same page number where it has one."""
        self._pdf = pdf
        if pdf is None:
            self._paper.page = None
            self._number = 0
            self._paper.update()
            self._show_pager()
        else:
            self._render()

    def say(self, text: str) -> None:
        """Put a sentence over the paper, for example why it cannot be drawn; empty removes it."""
        self.notice.set_state(text, Tone.WARN)
        self.notice.setVisible(bool(text))

    @Slot(int)
    def turn(self, step: int) -> None:
        """Go some pages on or back, not beyond the ends."""
        target = min(max(0, self._number + step), max(0, self.page_count() - 1))
        if target != self._number:
            self._number = target
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.minimum())
            self._render()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
        if self._pdf is not None:
            self._pause.start()

    def _build_pager(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(4))
        self.back = LinkButton("‹", self, name="previousPage")
        self.back.setAccessibleName("Seite zurück")
        self.on = LinkButton("›", self, name="nextPage")
        self.on.setAccessibleName("Seite weiter")
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)
        self.where = PlainLabel("", self, kind="small")
        row.addStretch(1)
        for widget in (self.back, self.where, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _show_pager(self) -> None:
        count = self.page_count()
        self.where.setText(f"Seite {self._number + 1} von {count}" if count else "")
        for button in (self.back, self.on):
            button.setVisible(count > 1)
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number + 1 < count)

    def _fit_height(self) -> None:
        height = round(self._paper.paper_width() * self._paper.ratio())
        self._paper.setMinimumHeight(height + 2 * self._paper.margin())

    @Slot()
    def _render(self) -> None:
        if self._pdf is None:
            return
        width = round(self._paper.paper_width() * self.devicePixelRatioF())
        draw = _DrawPage(self._pdf, self._number, width)
        self._jobs.render(self, draw, done=self._on_drawn, failed=self._on_failed)

    @Slot(object)
    def _on_drawn(self, page: PageImage) -> None:
        self._paper.page = page
        self._number = page.number
        self._fit_height()
        self._paper.update()
        self._show_pager()
        self.shown.emit(page.number + 1, page.count)

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self.say(str(error))

    @Slot()
    def _on_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_on(self) -> None:
        self.turn(1)


class _DrawPage:
    """The job: draws one page; holds values only, no widget."""

    def __init__(self, pdf: bytes, number: int, width: int) -> None:
        self._pdf = pdf
        self._number = number
        self._width = width

    def __call__(self, control: JobControl) -> PageImage:
        control.check()
        return draw_page(self._pdf, self._number, self._width)

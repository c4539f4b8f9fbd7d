"""The live preview of a paper: drawn in the render lane, white also in the dark."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.jobs import JobControl, Jobs
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.page_strip import PageStrip
from kitadesk.ui.kit.paper_sheet import PaperScroll, Sheet
from kitadesk.ui.kit.pdf import PageImage, draw_page
from kitadesk.ui.kit.widgets import LinkButton, Notice, Tone

RESIZE_PAUSE_MS = 120


class PdfPreview(QFrame):
    """Shows a PDF page by page at the width it has; the old page stays until the new is drawn.

    All pages stand beside it as small pictures; `can_open` offers the page in a large window.
    """

    shown = Signal(int, int)
    """Page number from 1 and the count, after a page was drawn."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        name: str = "preview",
        can_open: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs = jobs
        self._pdf: bytes | None = None
        self._is_whole = True
        self._is_counted = False
        self._count = 0
        self._number = 0
        self._can_open = can_open
        self._build(name)
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
        return self._count

    def number(self) -> int:
        """Return the page that is shown, from 0."""
        return self._number

    def begin_at(self, number: int) -> None:
        """Begin the next PDF with this page, from 0."""
        self._number = number

    def take_keyboard(self) -> None:
        """Put the keyboard on the page, so that keys turn it."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_pdf(self, pdf: bytes | None, *, is_whole: bool = True) -> None:
        """Show another PDF, on the same page number where it has one.

        A PDF that is not whole holds the first sheets only: the others and their number stay until
        the whole one comes.
        """
        self._pdf = pdf
        self._is_whole = is_whole
        if pdf is None:
            self._paper.page = None
            self._number = self._count = 0
            self._is_counted = False
            self._paper.update()
            self.strip.set_pdf(None, 0)
            self._show_pager()
        else:
            self._render()

    def set_zoom(self, zoom: float | None) -> None:
        """Show the page in its actual size times `zoom`; None fits the width."""
        self._paper.zoom = zoom
        bars = Qt.ScrollBarPolicy
        policy = bars.ScrollBarAlwaysOff if zoom is None else bars.ScrollBarAsNeeded
        self._scroll.setHorizontalScrollBarPolicy(policy)
        self._paper.fit()
        self._paper.update()
        self._render()

    def say(self, text: str) -> None:
        """Put a sentence over the paper, for example why it cannot be drawn; empty removes it."""
        self.notice.set_state(text, Tone.WARN)
        self.notice.setVisible(bool(text))

    @Slot(int)
    def turn(self, step: int) -> None:
        """Go some pages on or back, not beyond the ends."""
        self.go_to(self._number + step)

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Show a page, from 0; beyond the ends the first or last."""
        target = min(max(0, number), max(0, self._count - 1))
        if target != self._number:
            self._number = target
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.minimum())
            self.strip.set_current(target)
            self._render()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.fit()
        if self._pdf is not None:
            self._pause.start()

    def _build(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(4))
        self.notice = Notice("", Tone.WARN, self)
        self.notice.hide()
        column.addWidget(self.notice)
        self._scroll = PaperScroll(self)
        self._scroll.setObjectName(f"{name}Scroll")
        self._scroll.setAccessibleName("Vorschau")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.turn.connect(self.turn)
        self._paper = Sheet(self._scroll)
        self._scroll.setWidget(self._paper)
        if self._can_open:
            self._scroll.opened.connect(self.open_large)
            self._paper.opened.connect(self.open_large)
        self.strip = PageStrip(self._jobs, self, name=f"{name}Pages")
        self.strip.chosen.connect(self.go_to)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(4))
        row.addWidget(self.strip)
        row.addWidget(self._scroll, 1)
        column.addLayout(row, 1)
        column.addLayout(self._build_pager())

    def _build_pager(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(4))
        self.back = LinkButton("‹", self, name="previousPage")
        self.back.setAccessibleName("Seite zurück")
        self.on = LinkButton("›", self, name="nextPage")
        self.on.setAccessibleName("Seite weiter")
        self.large = LinkButton("Groß", self, name="largePage")
        self.large.setAccessibleName("Seite groß zeigen")
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)
        self.large.clicked.connect(self.open_large)
        self.where = PlainLabel("", self, kind="small")
        row.addStretch(1)
        for widget in (self.back, self.where, self.on, self.large):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _show_pager(self) -> None:
        count = self._count
        of = f" von {count}" if self._is_counted else ""
        self.where.setText(f"Seite {self._number + 1}{of}" if count else "")
        for button in (self.back, self.on):
            button.setVisible(count > 1)
        self.strip.setVisible(count > 1 and self._is_counted)
        self.large.setVisible(count > 0 and self._can_open)
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number + 1 < count)

    @Slot()
    def open_large(self) -> None:
        """Show the page in a window of its own, in its actual size."""
        # The window holds a preview itself.
        from kitadesk.ui.kit.page_window import PageWindow  # noqa: PLC0415

        if self._pdf is not None and self._count:
            window = PageWindow(self._jobs, self._pdf, self._number, self, is_whole=self._is_whole)
            window.open()

    @Slot()
    def _render(self) -> None:
        if self._pdf is None:
            return
        width = round(self._paper.paper_width() * self.devicePixelRatioF())
        draw = _DrawPage(self._pdf, self._number, width)
        self._jobs.render(self, draw, done=self._on_drawn, failed=self._on_failed)

    @Slot(object)
    def _on_drawn(self, page: PageImage) -> None:
        if page.number != self._number and not self._is_whole and self._is_counted:
            # The first sheets do not reach so far; the whole run is on its way.
            self.shown.emit(self._number + 1, self._count)
            return
        self._paper.page = page
        self._number = page.number
        if self._is_whole or not self._is_counted:
            self._count, self._is_counted = page.count, self._is_whole
        self._paper.fit()
        self._paper.update()
        if self._is_whole and self._pdf is not None:
            self.strip.set_pdf(self._pdf, self._count)
        self._show_pager()
        self.strip.set_current(self._number)
        self.shown.emit(page.number + 1, self._count)

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

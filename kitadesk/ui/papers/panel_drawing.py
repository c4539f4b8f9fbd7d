"""Draws the paper of a panel: the first sheets at once, the whole run when nobody types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kitadesk.base.errors import UserError
from kitadesk.services.printing import Printed
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Job
from kitadesk.ui.kit.slots import page_of
from kitadesk.ui.papers.paper_jobs import Checked, CheckJob, PreviewJob, RunJob

if TYPE_CHECKING:
    from kitadesk.ui.papers.panel import PaperPanel

CALM_MS = 400
"""So long nothing was changed before the whole run is made and checked: it takes its time, and the
next keystroke must not wait for it."""


class PanelDrawing(QObject):
    """Asks its panel what is wanted, and shows it in the preview of the panel.

    While a paper is being drawn the next waits for it, so that fast typing sees a picture of each
    moment that there is time for, and the last one always.
    """

    checked = Signal(object)
    """What the whole run is like, as `Checked`."""
    failed = Signal(object)
    """A `UserError` instead of the paper."""

    def __init__(self, context: AppContext, panel: PaperPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._is_stale = True
        self._drawing: Job | None = None
        self._checking = QObject(self)
        self._is_cut = False
        self._is_unchecked = False
        self._soon = _single_shot(self, 0, self._render)
        self._calm = _single_shot(self, CALM_MS, self._look_at_run)
        panel.preview.shown.connect(self._on_shown)

    def draw_soon(self) -> None:
        """Draw what is wanted now; at the next moment in which the panel is seen."""
        self._is_stale = True
        self._calm.stop()
        self._context.jobs.drop(self._checking)
        self.go_on()

    def go_on(self) -> None:
        """Draw what has waited for the panel to be seen."""
        if self._is_stale and self._panel().isVisible():
            self._soon.start()

    def _panel(self) -> PaperPanel:
        return page_of(self)  # type: ignore[return-value]  # It is made with its panel.

    @Slot()
    def _render(self) -> None:
        request = self._panel().request()
        if request is None or (self._drawing is not None and not self._drawing.is_over):
            return
        self._is_stale = False
        job = PreviewJob(self._context.desk, request)
        jobs = self._context.jobs
        self._drawing = jobs.render(self, job, done=self._on_preview, failed=self._on_failed)

    @Slot(object)
    def _on_preview(self, printed: Printed) -> None:
        preview = self._panel().preview
        preview.say("")
        self._is_cut = not printed.is_whole
        self._is_unchecked = True
        preview.set_pdf(printed.pdf, is_whole=printed.is_whole)
        if self._is_stale:
            self._render()

    @Slot()
    def _on_shown(self) -> None:
        """Look at the whole run once the first picture is there and nobody types."""
        if self._is_unchecked:
            self._calm.start()

    @Slot()
    def _look_at_run(self) -> None:
        """Make what the preview leaves out, and look for what is odd."""
        self._is_unchecked = False
        request = self._panel().request()
        if request is None:
            return
        desk, jobs = self._context.desk, self._context.jobs
        if self._is_cut:
            jobs.render(self._checking, RunJob(desk, request), done=self._on_run)
        else:
            self._check()

    @Slot(object)
    def _on_run(self, printed: Printed) -> None:
        self._panel().preview.set_pdf(printed.pdf)
        self._check()

    def _check(self) -> None:
        request = self._panel().request()
        if request is not None:
            job = CheckJob(self._context.desk, request)
            self._context.jobs.render(
                self._checking, job, done=self._on_checked, failed=self._on_failed
            )

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self.checked.emit(checked)

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self.failed.emit(error)
        if self._is_stale:
            self._render()


def _single_shot(parent: QObject, pause_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(then)
    return timer

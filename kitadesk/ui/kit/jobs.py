"""Two lanes for what may take over 200 ms: `work` in order, `render` where the latest wins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.slots import WeakCallback

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


class JobCancelled(Exception):  # noqa: N818 - not an error: the person said stop
    """Raised inside a job at its next `progress` after somebody pressed Abbrechen."""


class JobControl:
    """What the function of a job may use, from its own thread: tell progress, ask for a stop."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._stop.is_set()

    def progress(self, fraction: float, text: str = "") -> None:
        """Tell how far it is, 0 to 1; raises `JobCancelled` if the result is not wanted."""
        self.check()
        self._tell(min(1.0, max(0.0, fraction)), text)

    def check(self) -> None:
        """Raise `JobCancelled` if the result is not wanted."""
        if self._stop.is_set():
            raise JobCancelled

    def cancel(self) -> None:
        """Ask the function to stop; it does at its next `check` or `progress`."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the job with a title is; `title` is empty when there is none."""

    title: str = ""
    fraction: float = 0.0
    text: str = ""


class Job:
    """A started job, as its starter sees it: may be cancelled, and asked whether it is over."""

    def __init__(
        self,
        title: str,
        done: Callable[..., object] | None,
        failed: Callable[..., object] | None,
        progress: Callable[..., object] | None,
    ) -> None:
        self.title = title
        self.control = JobControl(self._tell)
        self.future: Future[object] | None = None
        self.kind: type = type(None)
        self.is_over = False
        self._done = WeakCallback(done) if done is not None else None
        self._failed = WeakCallback(failed) if failed is not None else None
        self._progress = WeakCallback(progress) if progress is not None else None
        self._report: Callable[[Job, float, str], None] | None = None

    def cancel(self) -> None:
        """Stop it, or drop it if it waits; neither `done` nor `failed` is called."""
        self.control.cancel()
        if self.future is not None:
            self.future.cancel()

    def report_to(self, report: Callable[[Job, float, str], None]) -> None:
        """Set where progress goes (the lanes use it)."""
        self._report = report

    def show_progress(self, fraction: float, text: str) -> None:
        """Hand progress to the starter, on the main thread."""
        if self._progress is not None and not self.control.is_cancelled:
            self._progress(fraction, text)

    def deliver(self) -> None:
        """Hand the result to the starter, on the main thread; a bug is raised again here."""
        self.is_over = True
        future = self.future
        if future is None or future.cancelled() or self.control.is_cancelled:
            return
        error = future.exception()
        if error is None:
            if self._done is not None:
                self._done(future.result())
            _log.info("done: %s", self.kind)
        elif isinstance(error, JobCancelled):
            return
        elif isinstance(error, UserError):
            _log.info("refused: %s %s", self.kind, error)
            if self._failed is None:
                dialogs.door().error(None, error)
            else:
                self._failed(error)
        else:
            raise error

    def _tell(self, fraction: float, text: str) -> None:
        if self._report is not None:
            self._report(self, fraction, text)


class Jobs(QObject):
    """Starts jobs and brings their results to bound slots on the main thread.

    Callbacks are bound methods and are held weakly: a closed window is simply not called. A
    `UserError` goes to `failed`, or to the dialog door where there is none; other exceptions are
    bugs and are raised on the main thread, so the crash window sees them.
    """

    progressed = Signal(object)
    """A `Progress` for the status line, of jobs that have a title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._latest: dict[int, Job] = {}
        self._running: list[Job] = []
        self._is_shut = False
        self._bell = _Bell()
        self._bell.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._bell.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def work(
        self,
        function: Callable[[JobControl], Result],
        *,
        title: str = "",
        done: Callable[[Result], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        progress: Callable[[float, str], object] | None = None,
    ) -> Job:
        """Run after what already waits: import, export, backup, printing."""
        job = Job(title, done, failed, progress)
        return self._start("work", job, function)

    def render(
        self,
        owner: QObject,
        function: Callable[[JobControl], Result],
        *,
        title: str = "",
        done: Callable[[Result], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> Job:
        """Run in the one thread of ReportLab and PDFium; an older wish of this owner is dropped."""
        self.drop(owner)
        job = Job(title, done, failed, None)
        self._latest[id(owner)] = job
        return self._start("render", job, function)

    def drop(self, owner: QObject) -> None:
        """Forget the last wish of this owner in the render lane, if it is not fulfilled yet."""
        older = self._latest.get(id(owner))
        if older is not None:
            older.cancel()

    def is_busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._running)

    def cancel_shown(self) -> None:
        """Stop the job that the status line shows, as its Abbrechen does."""
        for job in self._running:
            if job.title:
                job.cancel()
                return

    def shutdown(self) -> None:
        """Cancel what can be cancelled and wait for the rest; afterwards nothing starts."""
        self._is_shut = True
        for job in self._running:
            job.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
        self._latest.clear()

    def _start(self, lane: str, job: Job, function: Callable[[JobControl], Result]) -> Job:
        if self._is_shut:
            job.control.cancel()
            job.is_over = True
            return job
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane)
        job.report_to(self._bell.tell)
        self._running.append(job)
        job.kind = type(function)
        future: Future[object] = self._lanes[lane].submit(function, job.control)
        job.future = future
        future.add_done_callback(_End(self._bell, job).ring)
        if job.title:
            self.progressed.emit(Progress(job.title))
        return job

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if self._is_shut:
            return
        if job in self._running:
            self._running.remove(job)
        for key in [key for key, latest in self._latest.items() if latest is job]:
            del self._latest[key]
        if job.title:
            waiting = next((other.title for other in self._running if other.title), "")
            self.progressed.emit(Progress(waiting))
        job.deliver()

    @Slot(object, float, str)
    def _on_told(self, job: Job, fraction: float, text: str) -> None:
        if job.title and not job.is_over:
            self.progressed.emit(Progress(job.title, fraction, text))
        job.show_progress(fraction, text)


class _Bell(QObject):
    """Carries what workers say to the main thread.

    It has no parent: each job that runs keeps it, so it is never destroyed while a worker rings,
    even if the window with its lanes goes in that moment.
    """

    finished = Signal(object)
    told = Signal(object, float, str)

    def tell(self, job: Job, fraction: float, text: str) -> None:
        """Say how far a job is."""
        self.told.emit(job, fraction, text)

    def end(self, job: Job) -> None:
        """Say that a job is over."""
        self.finished.emit(job)


class _End:
    """Carries the end of a future to the lanes without a lambda."""

    def __init__(self, bell: _Bell, job: Job) -> None:
        self._bell = bell
        self._job = job

    def ring(self, _future: Future[object]) -> None:
        self._bell.end(self._job)

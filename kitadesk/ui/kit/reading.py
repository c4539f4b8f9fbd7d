"""Reads what a screen shows: at once where it is quick, by a job where it would be felt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Slot

from kitadesk.ui.kit.jobs import Job, JobControl, Jobs
from kitadesk.ui.kit.slots import WeakCallback

T = TypeVar("T")
MANY = 2000
"""From so many records on a list is read by a job: 35,000 take a second or two, these 60 ms."""


class Reading(QObject, Generic[T]):
    """Brings what is read to `done`, a bound method; of several wishes only the latest arrives."""

    def __init__(self, jobs: Jobs, done: Callable[[T], object], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._done = WeakCallback(done)
        self._job: Job | None = None

    def is_running(self) -> bool:
        """Return whether an answer is still to come."""
        return self._job is not None and not self._job.is_over

    def drop(self) -> None:
        """Want what is being read no more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def read(self, ask: Callable[[], T], title: str, *, size: int) -> None:
        """Ask for so many records; the title stands in the status line while a job reads them."""
        self.drop()
        if size < MANY:
            self._done(ask())
        else:
            self._job = self._jobs.work(_Ask(ask), title=title, done=self._on_read)

    @Slot(object)
    def _on_read(self, found: T) -> None:
        self._done(found)


class _Ask(Generic[T]):
    """The question, as the lane calls it."""

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask

    def __call__(self, control: JobControl) -> T:
        control.check()
        return self._ask()

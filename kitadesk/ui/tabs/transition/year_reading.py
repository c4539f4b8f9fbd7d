"""Reads a page of an entry year: at once where it is quick, by a job where it would be felt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kitadesk.base.errors import UserError
from kitadesk.queries.matrix import year_size
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Job, JobControl
from kitadesk.ui.kit.slots import WeakCallback

T = TypeVar("T")
Question = Callable[[Desk, UUID], T]
MANY = 2000
"""From so many children on a page is read by a job: 35,000 take a second, these 60 ms."""


class YearReading(QObject, Generic[T]):
    """Brings what a page shows to `done`; of several wishes only the latest arrives."""

    def __init__(
        self,
        context: AppContext,
        question: Question[T],
        done: Callable[[T | None], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._done = WeakCallback(done)
        self._job: Job | None = None

    def is_running(self) -> bool:
        """Return whether an answer is still to come."""
        return self._job is not None and not self._job.is_over

    def read(self, cohort_id: UUID | None, title: str) -> None:
        """Read a year; None, and a year that is gone, arrives as None."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        desk = self._context.desk
        ask = _Ask(desk, cohort_id, self._question)
        if cohort_id is None or desk.look(year_size, cohort_id) < MANY:
            self._done(ask())
        else:
            self._job = self._context.jobs.work(ask, title=title, done=self._on_read)

    @Slot(object)
    def _on_read(self, found: T | None) -> None:
        self._done(found)


class _Ask(Generic[T]):
    """The question, for both threads."""

    def __init__(self, desk: Desk, cohort_id: UUID | None, question: Question[T]) -> None:
        self._desk = desk
        self._cohort_id = cohort_id
        self._question = question

    def __call__(self, control: JobControl | None = None) -> T | None:
        if control is not None:
            control.check()
        if self._cohort_id is None:
            return None
        try:
            return self._question(self._desk, self._cohort_id)
        except UserError:
            return None

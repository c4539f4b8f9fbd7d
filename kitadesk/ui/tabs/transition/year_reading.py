"""Reads a page of an entry year: at once where it is quick, by a job where it would be felt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from kitadesk.base.errors import UserError
from kitadesk.queries.matrix import year_size
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.reading import Reading

T = TypeVar("T")
Question = Callable[[Desk, UUID], T]


class YearReading(Generic[T]):
    """Brings what a page shows to `done`; of several wishes only the latest arrives."""

    def __init__(
        self,
        context: AppContext,
        question: Question[T],
        done: Callable[[T | None], object],
        parent: QObject,
    ) -> None:
        self._desk = context.desk
        self._question = question
        self._reading: Reading[T | None] = Reading(context.jobs, done, parent)

    def is_running(self) -> bool:
        """Return whether an answer is still to come."""
        return self._reading.is_running()

    def read(self, cohort_id: UUID | None, title: str) -> None:
        """Read a year; None, and a year that is gone, arrives as None."""
        size = self._desk.look(year_size, cohort_id) if cohort_id is not None else 0
        self._reading.read(partial(_ask, self._desk, cohort_id, self._question), title, size=size)


def _ask(desk: Desk, cohort_id: UUID | None, question: Question[T]) -> T | None:
    if cohort_id is None:
        return None
    try:
        return question(desk, cohort_id)
    except UserError:
        return None

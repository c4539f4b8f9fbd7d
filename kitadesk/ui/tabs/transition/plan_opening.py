"""Opening an entry year: at once in a usual house, with progress and Abbrechen in a large one."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kitadesk.base.errors import UserError
from kitadesk.queries.matrix import free_children
from kitadesk.services.desk import Desk
from kitadesk.services.year_plan import open_cohort
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Job, JobControl

MANY = 1000
"""From so many children without a year on it is a job: 35,000 take three seconds, these 150 ms."""


class PlanOpening(QObject):
    """Opens a year from last year's plan or the template of the Land, in one step."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._entry_year = 0

    def open(self, entry_year: int) -> None:
        """Open a year; while one is being opened nothing happens."""
        if self._job is not None and not self._job.is_over:
            return
        self._entry_year = entry_year
        work = _Opening(self._context.desk, entry_year)
        if self._context.desk.look(free_children) >= MANY:
            title = f"Schulanfänger {entry_year} planen"
            self._job = self._context.jobs.work(
                work, title=title, done=self._on_opened, failed=self._on_failed
            )
            return
        try:
            self._on_opened(work())
        except UserError as error:
            self._on_failed(error)

    @Slot(object)
    def _on_opened(self, _cohort_id: UUID) -> None:
        self._context.notify(f"Jahrgang {self._entry_year} angelegt")

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        dialogs.door().error(self._context.window, error)


class _Opening:
    """The work itself, for both threads."""

    def __init__(self, desk: Desk, entry_year: int) -> None:
        self._desk = desk
        self._entry_year = entry_year

    def __call__(self, control: JobControl | None = None) -> UUID:
        if control is None:
            return open_cohort(self._desk, self._entry_year)
        return open_cohort(self._desk, self._entry_year, tell=control.progress)

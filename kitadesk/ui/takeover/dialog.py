"""Liste übernehmen: one dialog with three ways in, one look at everything, one write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.child_fields import Field
from kitadesk.services.importing import ImportResult
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover import wording
from kitadesk.ui.takeover.frame import TakeoverFrame
from kitadesk.ui.takeover.reading import Apply, Plan, ReadFile, Reading, ReadText
from kitadesk.ui.takeover.review_page import ReviewPage


class TakeoverDialog(TakeoverFrame):
    """Open with `open()`; `taken_over` carries the `ImportResult` after the write."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, title="Liste übernehmen")
        self.setObjectName("takeoverDialog")
        self._reading: Reading | None = None
        self.review = ReviewPage(self)
        self._add_review(self.review)
        self.review.columns_changed.connect(self._on_columns_changed)
        self.review.accepted.connect(self._on_accepted)
        self.review.cancelled.connect(self.reject)
        self.review.other_list.connect(self._on_other_list)

    @override
    def read_text(self, text: str) -> None:
        self._start(ReadText(self._context.desk, text), "Die Liste wird gelesen …", self._on_read)

    @override
    def read_file(self, path: Path) -> None:
        work = ReadFile(self._context.desk, path)
        self._start(work, f"„{path.name}“ wird gelesen …", self._on_read)

    def _on_read(self, reading: Reading) -> None:
        self.source.set_busy("")
        self._reading = reading
        self._pages.setCurrentWidget(self.review)
        self.review.set_reading(reading, is_new=True)

    @Slot(object)
    def _on_columns_changed(self, overrides: Mapping[str, Field]) -> None:
        if self._reading is None:
            return
        self._cancel_job()
        self.review.set_busy(is_busy=True)
        work = Plan(self._context.desk, self._reading.source, self._reading.sheet, dict(overrides))
        self._job = self._context.jobs.work(work, done=self._on_planned, failed=self._on_failed)

    def _on_planned(self, reading: Reading) -> None:
        self.review.set_reading(reading, is_new=False)

    @Slot()
    def _on_accepted(self) -> None:
        plan = self.review.plan
        if plan is None:
            return
        merge, drop = self.review.merge, self.review.drop_missing
        if not wording.button_words(plan, merge, drop_missing=drop):
            self.accept()
            return
        self.review.set_busy(is_busy=True)
        self._is_writing = True
        work = Apply(self._context.desk, plan, merge, drop)
        self._job = self._context.jobs.work(
            work, title="Liste übernehmen", done=self._on_applied, failed=self._on_failed
        )

    def _on_applied(self, result: ImportResult) -> None:
        self._finish(*wording.done_words(result), result)

    def _on_failed(self, error: UserError) -> None:
        self._is_writing = False
        self.review.set_busy(is_busy=False)
        self.review.show_problem(str(error))

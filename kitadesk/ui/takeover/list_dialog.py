"""A dialog that takes one kind of list over: read, look, one write, one undo."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Generic

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover.frame import TakeoverFrame
from kitadesk.ui.takeover.list_kind import ListKind, PlanT, Reading, ResultT
from kitadesk.ui.takeover.reading import Apply, Plan, ReadFile, ReadText
from kitadesk.ui.takeover.review_page import ReviewPage


class ListDialog(TakeoverFrame, Generic[PlanT, ResultT]):
    """Open with `open()`; `taken_over` carries the result of the kind after the write."""

    def __init__(
        self, context: AppContext, kind: ListKind[PlanT, ResultT], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, title=kind.words.title, words=kind.words.source)
        self._kind = kind
        self._reading: Reading[PlanT] | None = None
        self.review = ReviewPage(kind, self)
        self._add_review(self.review)
        self.review.columns_changed.connect(self._on_columns_changed)
        self.review.encoding_chosen.connect(self._on_encoding_chosen)
        self.review.accepted.connect(self._on_accepted)
        self.review.cancelled.connect(self.reject)
        self.review.other_list.connect(self._on_other_list)

    @override
    def read_text(self, text: str) -> None:
        work = ReadText(self._kind, self._context.desk, text)
        self._start(work, "Die Liste wird gelesen …", self._on_read)

    @override
    def read_file(self, path: Path) -> None:
        work = ReadFile(self._kind, self._context.desk, path)
        self._start(work, f"„{path.name}“ wird gelesen …", self._on_read)

    def _on_read(self, reading: Reading[PlanT]) -> None:
        self.source.set_busy("")
        self._reading = reading
        self._pages.setCurrentWidget(self.review)
        self.review.set_reading(reading, is_new=True)

    @Slot(object)
    def _on_columns_changed(self, overrides: Mapping[str, Enum]) -> None:
        if self._reading is not None:
            self._read_again(Plan(self._kind, self._context.desk, self._reading, dict(overrides)))

    @Slot(str)
    def _on_encoding_chosen(self, encoding: str) -> None:
        if self._reading is not None and self._reading.path is not None:
            path, overrides = self._reading.path, self.review.overrides
            self._read_again(ReadFile(self._kind, self._context.desk, path, encoding, overrides))

    def _read_again(self, work: Plan[PlanT, ResultT] | ReadFile[PlanT, ResultT]) -> None:
        self._cancel_job()
        self.review.set_busy(is_busy=True)
        self._job = self._context.jobs.work(work, done=self._on_planned, failed=self._on_failed)

    def _on_planned(self, reading: Reading[PlanT]) -> None:
        self._reading = reading
        self.review.set_reading(reading, is_new=False)

    @Slot()
    def _on_accepted(self) -> None:
        plan, decided = self.review.plan, self.review.decided
        if plan is None:
            return
        if not self._kind.button_words(plan, decided):
            self.accept()
            return
        self.review.set_busy(is_busy=True)
        self._is_writing = True
        work = Apply(self._kind, self._context.desk, plan, decided)
        self._job = self._context.jobs.work(
            work, title=self._kind.words.title, done=self._on_applied, failed=self._on_failed
        )

    def _on_applied(self, result: ResultT) -> None:
        self._finish(*self._kind.done_words(result), result)

    def _on_failed(self, error: UserError) -> None:
        self._is_writing = False
        self.review.set_busy(is_busy=False)
        self.review.show_problem(str(error))

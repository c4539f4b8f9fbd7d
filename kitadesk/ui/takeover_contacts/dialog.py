"""Kontakte übernehmen: an address list or visiting cards, by paste, file or drop."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.contact_fields import ContactField
from kitadesk.services.importing_contacts import ContactImportResult
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover.frame import TakeoverFrame
from kitadesk.ui.takeover_contacts import wording
from kitadesk.ui.takeover_contacts.reading import (
    ApplyContacts,
    ContactReading,
    PlanContacts,
    ReadContactFile,
    ReadContactText,
)
from kitadesk.ui.takeover_contacts.review_page import ContactReviewPage


class ContactTakeoverDialog(TakeoverFrame):
    """Open with `open()`; `taken_over` carries the `ContactImportResult` after the write."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, title="Kontakte übernehmen", words=wording.SOURCE)
        self.setObjectName("contactTakeoverDialog")
        self._reading: ContactReading | None = None
        self.review = ContactReviewPage(self)
        self._add_review(self.review)
        self.review.columns_changed.connect(self._on_columns_changed)
        self.review.accepted.connect(self._on_accepted)
        self.review.cancelled.connect(self.reject)
        self.review.other_list.connect(self._on_other_list)

    @override
    def read_text(self, text: str) -> None:
        work = ReadContactText(self._context.desk, text)
        self._start(work, "Die Liste wird gelesen …", self._on_read)

    @override
    def read_file(self, path: Path) -> None:
        work = ReadContactFile(self._context.desk, path)
        self._start(work, f"„{path.name}“ wird gelesen …", self._on_read)

    def _on_read(self, reading: ContactReading) -> None:
        self.source.set_busy("")
        self._reading = reading
        self._pages.setCurrentWidget(self.review)
        self.review.set_reading(reading, is_new=True)

    @Slot(object)
    def _on_columns_changed(self, overrides: Mapping[str, ContactField]) -> None:
        if self._reading is None:
            return
        self._cancel_job()
        self.review.set_busy(is_busy=True)
        source, sheet = self._reading.source, self._reading.sheet
        work = PlanContacts(self._context.desk, source, sheet, dict(overrides))
        self._job = self._context.jobs.work(work, done=self._on_planned, failed=self._on_failed)

    def _on_planned(self, reading: ContactReading) -> None:
        self.review.set_reading(reading, is_new=False)

    @Slot()
    def _on_accepted(self) -> None:
        plan = self.review.plan
        if plan is None:
            return
        same, drop = self.review.same, self.review.drop_missing
        if not wording.button_words(plan, same, drop_missing=drop):
            self.accept()
            return
        self.review.set_busy(is_busy=True)
        self._is_writing = True
        work = ApplyContacts(self._context.desk, plan, same, drop, self.review.visibility)
        self._job = self._context.jobs.work(
            work, title="Kontakte übernehmen", done=self._on_applied, failed=self._on_failed
        )

    def _on_applied(self, result: ContactImportResult) -> None:
        self._finish(*wording.done_words(result), result)

    def _on_failed(self, error: UserError) -> None:
        self._is_writing = False
        self.review.set_busy(is_busy=False)
        self.review.show_problem(str(error))

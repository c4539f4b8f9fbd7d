"""Printing a run again, whole or from a sheet on, with the numbers that stand on its slips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.services.printing import Printed, PrintRequest, some_sheets
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.kit.slots import WeakCallback
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.papers.paper_jobs import PrintJob
from kitadesk.ui.papers.print_note import PrintNote
from kitadesk.ui.papers.sheet_range import SheetRange

_WORDS = (
    "Die Blätter kommen mit denselben Nummern. Nach einem Papierstau zählt das erste Blatt, das "
    "fehlt oder verknickt ist."
)


class PrintAgain(QObject):
    """One run that goes to the printer once more; ends with its parent.

    `ready` is the run as it was printed a moment ago; without it the run is made again, with what
    stands in the file now.
    """

    def __init__(
        self,
        context: AppContext,
        request: PrintRequest,
        parent: QWidget,
        *,
        ready: Printed | None = None,
        then: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._request = request
        self._window = parent
        self._ready = ready
        self._then = WeakCallback(then) if then is not None else None

    def ask(self, sheets: int) -> None:
        """Ask from which sheet on, then print; `sheets` is how many the run had."""
        dialog = SheetDialog(sheets, self._window)
        dialog.accepted.connect(self._on_chosen)
        dialog.rejected.connect(self.deleteLater)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def start(self) -> None:
        """Print what is wanted."""
        job = _CutJob(self._ready, self._request) if self._ready else None
        made = job or PrintJob(self._context.desk, self._request)
        self._context.jobs.render(
            self,
            made,
            title="Blätter werden vorbereitet",
            done=self._on_ready,
            failed=self._on_failed,
        )

    @Slot()
    def _on_chosen(self) -> None:
        first, last = self._dialog.range.value()
        self._request = replace(self._request, from_sheet=first, to_sheet=last)
        self.start()

    @Slot(object)
    def _on_ready(self, printed: Printed) -> None:
        note = PrintNote(self._context.desk, self._request, printed.sheets, self._then)
        self._context.print_pdf(printed.pdf, printed.title, note)
        self.deleteLater()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._context.dialogs.error(self._window, error)
        self.deleteLater()


class SheetDialog(QDialog):
    """Asks from which sheet to which; open with `open()`."""

    def __init__(self, sheets: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheetDialog")
        self.setWindowTitle("Ab Blatt … nachdrucken")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = theme.current()
        self.setMinimumWidth(now.px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(20), now.px(16), now.px(20), now.px(16))
        column.setSpacing(now.px(12))
        column.addWidget(PlainLabel(_WORDS, self, wrap=True))
        self.range = SheetRange("Blatt", self, name="again")
        self.range.set_count(sheets)
        column.addWidget(self.range)
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        cancel = QuietButton("Abbrechen", self, name="againCancel")
        cancel.clicked.connect(self.reject)
        self.print_button = PrimaryButton("Drucken …", self, name="againPrint")
        self.print_button.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.print_button)
        column.addLayout(row)
        self.range.first.setFocus(Qt.FocusReason.OtherFocusReason)


class _CutJob:
    """Takes some sheets out of a finished run; values only, no widget."""

    def __init__(self, ready: Printed, request: PrintRequest) -> None:
        self._ready = ready
        self._request = request

    def __call__(self, control: JobControl) -> Printed:
        """Run in the render lane."""
        control.check()
        return some_sheets(self._ready, self._request)

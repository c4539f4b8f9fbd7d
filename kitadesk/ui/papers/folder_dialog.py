"""Abendmappe: everything for one evening in one go, as one print, one PDF or separate files."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.services.evening_folder import FolderCount, FolderPlan, entry_request, entry_title
from kitadesk.services.print_checks import Finding
from kitadesk.services.printing import Printed
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.print import PDF, save_pdf
from kitadesk.ui.kit.slots import WeakCallback
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, TickBox
from kitadesk.ui.papers.findings_list import FindingsList
from kitadesk.ui.papers.folder_jobs import (
    CountJob,
    FolderMade,
    FolderNote,
    FolderWish,
    FolderWritten,
    HintsJob,
    MakeJob,
    PlanJob,
    WriteJob,
)
from kitadesk.ui.papers.folder_rows import FolderRow, FolderRows
from kitadesk.ui.papers.paper_jobs import PreviewJob
from kitadesk.ui.papers.print_progress import PrintProgress

TITLE = "Abendmappe"
NO_FOLDER = "Zu dieser Veranstaltung gibt es keine Abendmappe: Es kommt niemand zusammen."
BOTH_SIDES = "Für beidseitigen Druck: jedes Papier beginnt auf einer Vorderseite"
MAKING = "Abendmappe wird zusammengestellt"
_WIDTH, _HEIGHT, _PREVIEW_WIDTH = 960, 640, 320


class FolderDialog(QDialog):
    """Papers at the left, the chosen one at the right; Enter goes on, Esc closes."""

    def __init__(self, context: AppContext, event_id: UUID, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("folderDialog")
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._event_id = event_id
        self._plan: FolderPlan | None = None
        self._made: FolderMade | None = None
        self._picked: int | None = None
        self._unchecked: list[FolderRow] = []
        self._is_for_printer = False
        self._counting, self._making = QObject(self), QObject(self)
        self._build()
        fit_dialog(self, _WIDTH, _HEIGHT)
        self._show_sum()
        job = PlanJob(context.desk, event_id)
        context.jobs.render(self._counting, job, done=self._on_plan, failed=self._on_failed)

    def wish(self) -> FolderWish:
        """Return the folder as it is chosen now."""
        title = self._plan.title if self._plan is not None else ""
        both_sides = self.both_sides.isChecked()
        return FolderWish(self._event_id, title, self.rows.entries(), both_sides)

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(8))
        column.addWidget(PlainLabel(TITLE, self, kind="heading"))
        self.title = PlainLabel("", self, kind="muted", wrap=True)
        column.addWidget(self.title)
        middle = QHBoxLayout()
        middle.setSpacing(now.px(24))
        middle.addLayout(self._build_list(), 1)
        middle.addWidget(self._build_sight())
        column.addLayout(middle, 1)
        self.progress = PrintProgress(self._context.jobs, self)
        column.addWidget(self.progress)
        column.addLayout(self._build_buttons())

    def _build_sight(self) -> QWidget:
        """Make the picture of the picked paper, and what is odd about it."""
        now = theme.current()
        side = QWidget(self)
        side.setFixedWidth(now.px(_PREVIEW_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        self.preview = PdfPreview(self._context.jobs, side, name="folderPreview")
        self.findings = FindingsList(side)
        self.findings.show_wanted.connect(self._on_show)
        column.addWidget(self.preview, 1)
        column.addWidget(self.findings)
        return side

    def _build_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.current().px(8))
        self.rows = FolderRows(self)
        self.rows.changed.connect(self._show_sum)
        self.rows.picked.connect(self._on_picked)
        self.rows.ended.connect(self._on_ended)
        column.addWidget(self.rows, 1)
        self.both_sides = TickBox(BOTH_SIDES, self, name="folderBothSides")
        self.both_sides.toggled.connect(self._show_sum)
        column.addWidget(self.both_sides)
        return column

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.sum = PlainLabel("", self, kind="strong")
        close = QuietButton("Schließen", self, name="folderClose")
        close.clicked.connect(self.reject)
        self.files_button = QuietButton("Als einzelne Dateien sichern …", self, name="folderFiles")
        self.save_button = QuietButton("Als eine PDF sichern …", self, name="folderSave")
        self.print_button = PrimaryButton("Drucken …", self, name="folderPrint")
        self.files_button.clicked.connect(self._on_files)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        row.addWidget(self.sum, 1)
        for button in (close, self.files_button, self.save_button, self.print_button):
            row.addWidget(button)
        return row

    @Slot(object)
    def _on_plan(self, plan: FolderPlan) -> None:
        self._plan = plan
        self.title.setText(plan.title if plan.entries else NO_FOLDER)
        self.rows.show_entries(plan.entries)
        self._show_sum()
        job = CountJob(self._context.desk, plan)
        self._context.jobs.render(
            self._counting, job, done=self._on_counted, failed=self._on_failed
        )

    @Slot(object)
    def _on_counted(self, counts: tuple[FolderCount, ...]) -> None:
        for row, count in zip(self.rows.rows, counts, strict=True):
            row.set_count(count)
        self._show_sum()
        self._unchecked = list(self.rows.rows)
        self._check_next()

    def _check_next(self) -> None:
        """Look at the next paper, one after the other."""
        if self._unchecked:
            job = HintsJob(self._context.desk, self._event_id, self._unchecked[0].entry())
            self._context.jobs.render(
                self._counting, job, done=self._on_checked, failed=self._on_no_preview
            )

    @Slot(object)
    def _on_checked(self, found: tuple[Finding, ...]) -> None:
        self._unchecked.pop(0).set_findings(found)
        self._show_findings()
        self._check_next()

    def _show_findings(self) -> None:
        if self._picked is not None:
            self.findings.show_findings(self.rows.rows[self._picked].findings)

    @Slot(object)
    def _on_show(self, finding: Finding) -> None:
        """Go to the record of a finding; the folder is closed, for it would stand before it."""
        self.reject()
        self._context.navigate(finding.kind, finding.id)

    @Slot()
    def _show_sum(self) -> None:
        both_sides = self.both_sides.isChecked()
        for row in self.rows.rows:
            row.show_sheets(both_sides=both_sides)
        counts = [row.sheet_count(both_sides=both_sides) for row in self.rows.rows]
        known = [count for count in counts if count is not None]
        is_whole = bool(counts) and len(known) == len(counts)
        self.sum.setText(plural(sum(known), "Blatt", "Blatt") if is_whole else "")
        has_some = any(entry.is_ticked for entry in self.rows.entries())
        for button in (self.files_button, self.save_button, self.print_button):
            button.setEnabled(has_some)

    @Slot(int)
    def _on_picked(self, number: int) -> None:
        self._picked = number
        self._show_findings()
        entry = self.rows.rows[number].entry()
        self.preview.setAccessibleName(f"Vorschau: {entry_title(entry)}")
        job = PreviewJob(self._context.desk, entry_request(self._event_id, entry))
        self._context.jobs.render(self, job, done=self._on_preview, failed=self._on_no_preview)

    @Slot(object)
    def _on_preview(self, printed: Printed) -> None:
        self.preview.say("")
        self.preview.set_pdf(printed.pdf)

    @Slot(object)
    def _on_no_preview(self, error: UserError) -> None:
        self.preview.say(str(error))

    @Slot()
    def _on_ended(self) -> None:
        stop = self.print_button if self.print_button.isEnabled() else self.both_sides
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_print(self) -> None:
        self._make(is_for_printer=True)

    @Slot()
    def _on_save(self) -> None:
        self._make(is_for_printer=False)

    def _make(self, *, is_for_printer: bool) -> None:
        self._is_for_printer = is_for_printer
        job = MakeJob(self._context.desk, self.wish())
        self._context.jobs.render(
            self._making, job, title=MAKING, done=self._on_made, failed=self._on_failed
        )

    @Slot(object)
    def _on_made(self, folder: FolderMade) -> None:
        """Hand the folder over; its papers are noted when it is out."""
        printed = folder.made.printed
        if self._is_for_printer:
            # Who gives up at the printer has the folder as it was chosen; it goes when it is out.
            then = WeakCallback(self._on_out)
            note = FolderNote(self._context.desk, folder.wish, folder.made.parts, then)
            self._context.print_pdf(printed.pdf, printed.title, note)
        else:
            self._made = folder
            save_pdf(printed.pdf, printed.title, self, self._on_saved)

    def _on_out(self) -> None:
        self.accept()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if self._made is not None:
            FolderNote(self._context.desk, self._made.wish, self._made.made.parts)(PDF)
        self._context.notify(f"Gesichert: {path.name}")
        self.accept()

    @Slot()
    def _on_files(self) -> None:
        self._context.dialogs.open_folder(
            self, "In welchen Ordner soll die Abendmappe?", self._on_place
        )

    def _on_place(self, place: Path) -> None:
        job = WriteJob(self._context.desk, self.wish(), place)
        self._context.jobs.render(
            self._making, job, title=MAKING, done=self._on_written, failed=self._on_failed
        )

    @Slot(object)
    def _on_written(self, written: FolderWritten) -> None:
        FolderNote(self._context.desk, written.wish, written.sheets)(PDF)
        files = plural(len(written.sheets), "Datei", "Dateien")
        self._context.notify(f"Gesichert: {files} in „{written.target.name}“")
        self.accept()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._context.dialogs.error(self, error)

"""The paper at the right: chooser, live preview, print form, findings, and the printer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.handouts.spec import Handout, Privacy, SubjectKind
from kitadesk.services.printing import Printed, PrintRequest
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import SegmentButton
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.print import PDF, save_pdf
from kitadesk.ui.kit.slots import WeakCallback
from kitadesk.ui.kit.widgets import (
    ChoiceBox,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SegmentedControl,
    TickBox,
)
from kitadesk.ui.papers.choices import fitting_papers
from kitadesk.ui.papers.findings_list import FindingsList
from kitadesk.ui.papers.more_menu import MoreMenu
from kitadesk.ui.papers.paper_jobs import Checked, CheckJob, PreviewJob, PrintJob, with_params
from kitadesk.ui.papers.param_form import NO, YES, ParamForm
from kitadesk.ui.papers.print_note import PrintNote
from kitadesk.ui.papers.print_progress import PrintProgress

_log = logging.getLogger(__name__)
PAUSE_MS = 150
WIDTH = 360
SHORT_HEIGHT = 760
"""px at 100 %; below, the form folds so that the picture of the paper keeps its room."""
TIGHT_HEIGHT = 480
"""px at 100 %; below, picture and form take turns, or neither could be read."""
PICTURE, FORM = range(2)
PROBE = "probe"
PRINT, SAVE = "print", "save"
_READERS = {
    Privacy.HOUSE: "bleibt im Haus",
    Privacy.FAMILY: "für die Familien",
    Privacy.SCHOOL: "nur für die Schule",
    Privacy.PUBLIC: "zum Aushängen",
}


class PaperPanel(QWidget):
    """Shows and prints the papers that fit one kind of record."""

    closed = Signal()
    printed = Signal(str)
    """The id of a paper that went to the printer or into a file."""
    show_wanted = Signal(object)
    """A `Finding` whose record somebody wants to see."""

    def __init__(
        self, context: AppContext, kind: SubjectKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paperPanel")
        self._context = context
        self._kind = kind
        self._subject_id: UUID | None = None
        self._papers: list[Handout] = []
        self._paper: Handout | None = None
        self._chosen_values: dict[str, dict[str, str]] = {}
        self._is_stale = True
        self._printing = QObject(self)
        self._way = ""
        self._wish: PrintRequest | None = None
        self._note: PrintNote | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._render)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(theme.current().px(WIDTH))
        self._build()
        self._offer_papers()

    def papers(self) -> list[tuple[str, str]]:
        """Return id and title of the papers on offer, last used first."""
        return [(paper.id, paper.title) for paper in self._papers]

    def show_subject(self, subject_id: UUID | None) -> None:
        """Turn to another record; None shows no paper."""
        if subject_id == self._subject_id:
            return
        self._subject_id = subject_id
        # What was meant for one record ("nur wo die Rückmeldung fehlt") is not meant for the next.
        self._chosen_values.clear()
        self._offer_papers()
        self._show_form()
        self.preview.set_pdf(None)
        self.findings.show_findings(())
        self.refresh()

    def choose(self, paper_id: str, values: Mapping[str, str] | None = None) -> None:
        """Turn to a paper, with some of its form filled in."""
        ids = [paper.id for paper in self._papers]
        if paper_id not in ids:
            return
        if values:
            self._keep_values()
            self._chosen_values[paper_id] = {**self._values_of(paper_id), **values}
        self._paper = self._papers[ids.index(paper_id)]
        self.chooser.setCurrentIndex(ids.index(paper_id))
        self._show_form()
        self.refresh()

    def begin(self) -> None:
        """Put the keyboard on the main button."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        _log.info("paper opened")

    @Slot()
    def refresh(self) -> None:
        """Draw the paper again soon; the old picture stays meanwhile."""
        self._offer_papers()
        self._is_stale = True
        if self.isVisible():
            self._pause.start()

    def request(self) -> PrintRequest | None:
        """Return what would be printed now; None without a record or a paper."""
        if self._paper is None or self._subject_id is None:
            return None
        is_for_subject = self._paper.subject is self._kind
        return PrintRequest(
            paper_id=self._paper.id,
            subject_id=self._subject_id if is_for_subject else None,
            params=self.form.values(),
            blank=self.blank.isChecked(),
        )

    def paper(self) -> Handout | None:
        """Return the paper that is shown."""
        return self._paper

    def whole_request(self) -> PrintRequest | None:
        """Return what would be printed now, never a trial sheet."""
        request = self.request()
        return with_params(request, {PROBE: NO}) if request and self._has_probe() else request

    @override
    def hasHeightForWidth(self) -> bool:
        """Take what height there is: the preview gives way."""
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._pause.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now = theme.current()
        self._take_turns()
        is_short = self.height() < now.px(SHORT_HEIGHT)
        self.form.set_short(is_short=is_short and not self._is_tight())

    def _build(self) -> None:
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, now.px(16))
        column.setSpacing(now.px(8))
        column.addLayout(self._build_head())
        self.turns = SegmentedControl(("Vorschau", "Einstellen"), self)
        self.turns.setObjectName("paperTurns")
        self.turns.changed.connect(self._take_turns)
        column.addWidget(self.turns)
        self.preview = PdfPreview(self._context.jobs, self, name="paperPreview")
        self.preview.setMinimumHeight(now.px(112))
        column.addWidget(self.preview, 1)
        column.addWidget(self._build_options())
        self.progress = PrintProgress(self._context.jobs, self)
        column.addWidget(self.progress)
        column.addLayout(self._build_buttons())

    def _is_tight(self) -> bool:
        return self.height() < theme.current().px(TIGHT_HEIGHT)

    @Slot()
    def _take_turns(self) -> None:
        """Show picture and form, or in a very low window the one that is chosen."""
        is_tight = self._is_tight()
        self.turns.setVisible(is_tight)
        self.preview.setVisible(not is_tight or self.turns.current() == PICTURE)
        self.options.setVisible(not is_tight or self.turns.current() == FORM)
        share = self.height() if is_tight else self.height() * 2 // 5
        self.options.setMaximumHeight(max(theme.current().px(120), share))

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(4))
        self.chooser = ChoiceBox(self, name="paperChooser")
        self.chooser.setAccessibleName("Papier")
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chooser.activated.connect(self._on_paper_chosen)
        self.close_button = IconButton(
            "chevron-right", "Papier einklappen", self, name="closePaper"
        )
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.chooser, 1)
        row.addWidget(self.close_button)
        return row

    def _build_options(self) -> QWidget:
        self.options = _Options(self)
        self.options.setObjectName("paperOptions")
        self.form = ParamForm(self.options)
        self.form.changed.connect(self._on_form_changed)
        self.form.folded.connect(self._on_folded)
        self.blank = TickBox("Blanko, zum Ausfüllen von Hand", self.options, name="paperBlank")
        self.blank.clicked.connect(self._on_form_changed)
        self.findings = FindingsList(self.options)
        self.findings.show_wanted.connect(self.show_wanted)
        for widget in (self.form, self.blank, self.findings):
            self.options.body.addWidget(widget)
        self.options.body.setSpacing(theme.current().px(6))
        return self.options

    def _build_buttons(self) -> QVBoxLayout:
        gap = theme.current().px(8)
        self.sheets = PlainLabel("", self, kind="muted", wrap=True)
        self.save_button = QuietButton("Als PDF sichern …", self, name="savePdf")
        self.probe_button = QuietButton("Probeblatt", self, name="printProbe")
        self.more_button = IconButton("more", "Mehr", self, name="paperMore")
        self.more_menu = MoreMenu(self._context, self)
        self.more_button.clicked.connect(self._on_more)
        self.print_button = PrimaryButton("Drucken …", self, name="printPaper")
        self.probe_button.clicked.connect(self._on_probe)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        quiet, main = QHBoxLayout(), QHBoxLayout()
        quiet.setSpacing(gap)
        quiet.addWidget(self.save_button, 1)
        quiet.addWidget(self.probe_button, 1)
        quiet.addWidget(self.more_button)
        main.setSpacing(gap)
        main.addWidget(self.sheets, 1)
        main.addWidget(self.print_button)
        column = QVBoxLayout()
        column.setSpacing(gap)
        column.addLayout(quiet)
        column.addLayout(main)
        return column

    def _offer_papers(self) -> None:
        chosen = self._paper.id if self._paper is not None else ""
        papers = self._fitting()
        ids = [paper.id for paper in papers]
        if ids == [paper.id for paper in self._papers]:
            return
        self._papers = papers
        self.chooser.clear()
        self.chooser.addItems([paper.title for paper in self._papers])
        number = ids.index(chosen) if chosen in ids else 0
        self.chooser.setCurrentIndex(number if ids else -1)
        if ids and chosen not in ids:
            self._paper = self._papers[0]
            self._show_form()

    def _fitting(self) -> list[Handout]:
        """Return what fits the record; while it is gone already, what fits its kind."""
        desk = self._context.desk
        try:
            return fitting_papers(desk, self._kind, self._subject_id)
        except UserError:
            return fitting_papers(desk, self._kind)

    def _values_of(self, paper_id: str) -> dict[str, str]:
        return self._chosen_values.get(paper_id, {})

    def _keep_values(self) -> None:
        if self._paper is not None:
            self._chosen_values[self._paper.id] = self.form.values()

    def _show_form(self) -> None:
        if self._paper is None:
            return
        self.form.show_fields(self._paper.fields, self._values_of(self._paper.id), {PROBE})
        self.probe_button.setVisible(self._has_probe())
        self._order_keys()
        self.options.updateGeometry()

    def _order_keys(self) -> None:
        """Let Tab go from top to bottom; the lines of the form are younger than the buttons."""
        below = (
            self.blank,
            self.save_button,
            self.probe_button,
            self.more_button,
            self.print_button,
        )
        turns = self.turns.findChildren(SegmentButton)
        stops = [self.chooser, self.close_button, *turns, *self.form.stops(), *below]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _has_probe(self) -> bool:
        return self._paper is not None and any(one.name == PROBE for one in self._paper.fields)

    @Slot(int)
    def _on_paper_chosen(self, number: int) -> None:
        self._keep_values()
        self._paper = self._papers[number]
        self._show_form()
        self.refresh()

    @Slot()
    def _on_form_changed(self) -> None:
        self._keep_values()
        self.refresh()

    @Slot()
    def _on_folded(self) -> None:
        self.blank.setVisible(not self.form.is_folded or self.blank.isChecked())
        self.options.updateGeometry()

    @Slot()
    def _render(self) -> None:
        request = self.request()
        if request is None:
            return
        self._is_stale = False
        job = PreviewJob(self._context.desk, request)
        self._context.jobs.render(self, job, done=self._on_preview, failed=self._on_failed)

    @Slot(object)
    def _on_preview(self, printed: Printed) -> None:
        self.preview.say("")
        self.preview.set_pdf(printed.pdf)
        request = self.request()
        if request is not None:
            job = CheckJob(self._context.desk, request)
            self._context.jobs.render(self, job, done=self._on_checked, failed=self._on_failed)

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self.findings.show_findings(checked.findings)
        count = len(checked.findings)
        hints = f" ({plural(count, 'Hinweis', 'Hinweise')})" if count else ""
        self.turns.set_title(FORM, f"Einstellen{hints}")
        self.options.updateGeometry()
        readers = _READERS[self._paper.privacy] if self._paper is not None else ""
        self.sheets.setText(f"{plural(checked.sheets, 'Blatt', 'Blatt')} · {readers}")

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self.preview.say(str(error))
        self.sheets.setText("")

    @Slot()
    def _on_more(self) -> None:
        below = self.more_button.rect().bottomLeft()
        self.more_menu.popup(self.more_button.mapToGlobal(below))

    @Slot()
    def _on_probe(self) -> None:
        self._start_print(PROBE, {PROBE: YES})

    @Slot()
    def _on_print(self) -> None:
        self._start_print(PRINT, {PROBE: NO} if self._has_probe() else {})

    @Slot()
    def _on_save(self) -> None:
        self._start_print(SAVE, {PROBE: NO} if self._has_probe() else {})

    def _start_print(self, way: str, values: Mapping[str, str]) -> None:
        request = self.request()
        if request is None or self._paper is None:
            return
        self._way, self._wish = way, with_params(request, values)
        job = PrintJob(self._context.desk, self._wish)
        title = f"„{self._paper.title}“ wird vorbereitet"
        self._context.jobs.render(self._printing, job, title=title, done=self._on_ready)

    @Slot(object)
    def _on_ready(self, printed: Printed) -> None:
        """Hand over the paper; it is logged when it is out, and a trial sheet never."""
        then = WeakCallback(self._on_noted)
        desk, wish = self._context.desk, self._wish if self._way != PROBE else None
        self._note = PrintNote(desk, wish, printed.sheets, then) if wish else None
        if self._way == SAVE:
            save_pdf(printed.pdf, printed.title, self, self._on_saved)
        else:
            self._context.print_pdf(printed.pdf, printed.title, self._note)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if self._note is not None:
            self._note(PDF)
        self._context.notify(f"Gesichert: {path.name}")

    def _on_noted(self, paper_id: str) -> None:
        """Move the paper to the front of the chooser."""
        self._offer_papers()
        self.printed.emit(paper_id)


class _Options(ScrollPage):
    """As high as its lines, up to what the panel grants."""

    @override
    def sizeHint(self) -> QSize:
        body = self.widget()
        height = body.sizeHint().height() if body is not None else 0
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), min(self.sizeHint().height(), theme.current().px(56)))

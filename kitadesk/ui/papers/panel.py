"""The paper at the right: chooser, live preview, print form, findings, and the printer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.handouts.spec import Handout, Privacy, SubjectKind
from kitadesk.services.printers import first_free_label
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import SegmentButton
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.preview import PdfPreview
from kitadesk.ui.kit.widgets import SegmentedControl
from kitadesk.ui.papers.choices import fitting_papers
from kitadesk.ui.papers.panel_drawing import PanelDrawing
from kitadesk.ui.papers.panel_head import PaperHead
from kitadesk.ui.papers.panel_options import PROBE, PaperOptions
from kitadesk.ui.papers.panel_places import WIDE, PanelPlaces
from kitadesk.ui.papers.paper_jobs import Checked, with_params
from kitadesk.ui.papers.param_form import NO
from kitadesk.ui.papers.print_progress import PrintProgress
from kitadesk.ui.papers.ways_out import WaysOut

_log = logging.getLogger(__name__)
LEAST_WIDTH, MOST_WIDTH = 360, 560
"""px at 100 % beside a page; the panel takes three eighths of it in between."""
SHORT_HEIGHT = 960
"""px at 100 %; below, the form folds so that the picture of the paper keeps its room."""
TIGHT_HEIGHT = 480
"""px at 100 %; below, picture and form take turns, or neither could be read."""
PICTURE, FORM = range(2)
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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(theme.current().px(LEAST_WIDTH))
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
        self.options.findings.show_findings(())
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
        self.head.show_number(ids.index(paper_id))
        self._show_form()
        self.refresh()

    def fit_beside(self, page_width: int, kept: int = 0) -> None:
        """Be as wide as a page of this width allows, so that a wide window shows a larger paper.

        `kept` px at 100 % belong to what stands beside the paper.
        """
        now = theme.current()
        wanted = min(page_width * 3 // 8, page_width - now.px(kept))
        self.setFixedWidth(min(max(now.px(LEAST_WIDTH), wanted), now.px(MOST_WIDTH)))

    def fit_alone(self, width: int) -> None:
        """Take all of this width, where nothing stands beside the paper."""
        self.setFixedWidth(max(theme.current().px(LEAST_WIDTH), width))

    def begin(self) -> None:
        """Put the keyboard on the main button."""
        self.ways.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        _log.info("paper opened")

    @Slot()
    def refresh(self) -> None:
        """Draw the paper again at once; the old picture stays meanwhile."""
        self._offer_papers()
        self._drawing.draw_soon()

    def request(self) -> PrintRequest | None:
        """Return what would be printed now; None without a record or a paper."""
        if self._paper is None or self._subject_id is None:
            return None
        is_for_subject = self._paper.subject is self._kind
        return PrintRequest(
            paper_id=self._paper.id,
            subject_id=self._subject_id if is_for_subject else None,
            params=self.options.form.values(),
            blank=self.options.blank.isChecked(),
        )

    def paper(self) -> Handout | None:
        """Return the paper that is shown."""
        return self._paper

    def has_probe(self) -> bool:
        """Whether the paper has a trial sheet."""
        return self._paper is not None and any(one.name == PROBE for one in self._paper.fields)

    def whole_request(self) -> PrintRequest | None:
        """Return what would be printed now, never a trial sheet."""
        request = self.request()
        return with_params(request, {PROBE: NO}) if request and self.has_probe() else request

    @override
    def hasHeightForWidth(self) -> bool:
        """Take what height there is: the preview gives way."""
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawing.go_on()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now = theme.current()
        self._take_turns()
        is_short = self.height() < now.px(SHORT_HEIGHT)
        is_narrow = not self._is_wide() and not self._is_tight()
        self.options.form.set_short(is_short=is_short and is_narrow)

    def _build(self) -> None:
        now = theme.current()
        self.head = PaperHead(self)
        self.head.chosen.connect(self._on_paper_chosen)
        self.head.closed.connect(self.closed)
        self.turns = SegmentedControl(("Vorschau", "Einstellen"), self)
        self.turns.setObjectName("paperTurns")
        self.turns.changed.connect(self._take_turns)
        self.preview = PdfPreview(self._context.jobs, self, name="paperPreview")
        self.preview.setMinimumHeight(now.px(112))
        self._drawing = PanelDrawing(self._context, self)
        self._drawing.checked.connect(self._on_checked)
        self._drawing.failed.connect(self._on_failed)
        self.options = PaperOptions(self)
        self.options.changed.connect(self._on_form_changed)
        self.options.form.start_of = partial(first_free_label, self._context.desk.folder)
        self.options.findings.show_wanted.connect(self.show_wanted)
        self.progress = PrintProgress(self._context.jobs, self)
        self.ways = WaysOut(self._context, self)
        self.ways.printed.connect(self._on_printed)
        others = (self.head, self.turns, self.options, self.progress, self.ways)
        self._places = PanelPlaces(self, self.preview, others)

    def _is_wide(self) -> bool:
        return self.width() >= theme.current().px(WIDE)

    def _is_tight(self) -> bool:
        return not self._is_wide() and self.height() < theme.current().px(TIGHT_HEIGHT)

    @Slot()
    def _take_turns(self) -> None:
        """Show picture and form, or in a very low window the one that is chosen."""
        is_tight, is_wide = self._is_tight(), self._is_wide()
        self._places.set_wide(is_wide=is_wide)
        self.turns.setVisible(is_tight)
        self.preview.setVisible(not is_tight or self.turns.current() == PICTURE)
        self.options.setVisible(not is_tight or self.turns.current() == FORM)
        share = self.height() if is_tight or is_wide else self.height() * 2 // 5
        self.options.setMaximumHeight(max(theme.current().px(120), share))

    def _offer_papers(self) -> None:
        chosen = self._paper.id if self._paper is not None else ""
        papers = self._fitting()
        ids = [paper.id for paper in papers]
        if ids == [paper.id for paper in self._papers]:
            return
        self._papers = papers
        number = ids.index(chosen) if chosen in ids else 0
        self.head.offer([paper.title for paper in papers], number if ids else -1)
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
            self._chosen_values[self._paper.id] = self.options.form.values()

    def _show_form(self) -> None:
        if self._paper is None:
            return
        self.options.show_paper(self._paper, self._values_of(self._paper.id))
        self.ways.set_probe(has_probe=self.has_probe())
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go from top to bottom; the lines of the form are younger than the buttons."""
        turns = self.turns.findChildren(SegmentButton)
        stops = [*self.head.stops(), *turns, *self.options.stops(), *self.ways.stops()]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    @Slot(int)
    def _on_paper_chosen(self, number: int) -> None:
        self._keep_values()
        self._paper = self._papers[number]
        self._show_form()
        self.refresh()

    @Slot()
    def _on_form_changed(self) -> None:
        self._keep_values()
        self._drawing.draw_soon()

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self.options.findings.show_findings(checked.findings)
        self.options.set_sheets(checked.sheets)
        count = len(checked.findings)
        hints = f" ({plural(count, 'Hinweis', 'Hinweise')})" if count else ""
        self.turns.set_title(FORM, f"Einstellen{hints}")
        self.options.updateGeometry()
        readers = _READERS[self._paper.privacy] if self._paper is not None else ""
        self.ways.sheets.setText(f"{plural(checked.sheets, 'Blatt', 'Blatt')} · {readers}")

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self.preview.say(str(error))
        self.ways.sheets.setText("")

    @Slot(str)
    def _on_printed(self, paper_id: str) -> None:
        """Move the paper to the front of the chooser."""
        self._offer_papers()
        self.printed.emit(paper_id)

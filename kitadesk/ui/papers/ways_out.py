"""The ways a paper leaves the panel: printer, file, trial sheet, and what "Mehr" offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.services.printing import Printed, PrintRequest
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.print import PDF, save_pdf
from kitadesk.ui.kit.slots import WeakCallback, page_of
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, TextLink
from kitadesk.ui.papers.more_menu import MoreMenu
from kitadesk.ui.papers.panel_options import PROBE
from kitadesk.ui.papers.paper_jobs import PrintJob, with_params
from kitadesk.ui.papers.param_form import NO, YES
from kitadesk.ui.papers.print_again import PrintAgain
from kitadesk.ui.papers.print_note import PrintNote

if TYPE_CHECKING:
    from kitadesk.ui.papers.panel import PaperPanel

PRINT, SAVE = "print", "save"


class WaysOut(QWidget):
    """How many sheets, and the buttons below them; it asks its panel what is wanted."""

    printed = Signal(str)
    """The id of a paper that went to the printer or into a file."""

    def __init__(self, context: AppContext, panel: PaperPanel) -> None:
        super().__init__(panel)
        self.setObjectName("paperWays")
        self._context = context
        self._printing = QObject(self)
        self._way = ""
        self._wish: PrintRequest | None = None
        self._note: PrintNote | None = None
        self._last: Printed | None = None
        """What went to the printer last, whole, so that a paper jam costs its sheets only."""
        self._last_wish: PrintRequest | None = None
        self.more_menu = MoreMenu(context, panel)
        self._build()

    def set_probe(self, *, has_probe: bool) -> None:
        """Offer the trial sheet where the paper has one; what was printed before is over."""
        self.probe_button.setVisible(has_probe)
        self._last = None
        self.again.hide()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, the main button last."""
        return [
            self.again,
            self.save_button,
            self.probe_button,
            self.more_button,
            self.print_button,
        ]

    def _build(self) -> None:
        gap = theme.current().px(8)
        self.sheets = PlainLabel("", self, kind="muted", wrap=True)
        self.again = TextLink("Papierstau? Ab Blatt … nachdrucken", self, name="printAgain")
        self.again.clicked.connect(self._on_again)
        self.again.hide()
        self.save_button = QuietButton("Als PDF sichern …", self, name="savePdf")
        self.probe_button = QuietButton("Probeblatt", self, name="printProbe")
        self.more_button = IconButton("more", "Mehr", self, name="paperMore")
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(quiet)
        column.addLayout(main)

    def _panel(self) -> PaperPanel:
        return page_of(self)  # type: ignore[return-value]  # It is made with its panel.

    @Slot()
    def _on_more(self) -> None:
        below = self.more_button.rect().bottomLeft()
        self.more_menu.popup(self.more_button.mapToGlobal(below))

    @Slot()
    def _on_probe(self) -> None:
        self._start(PROBE, {PROBE: YES})

    @Slot()
    def _on_print(self) -> None:
        self._start(PRINT, self._whole())

    @Slot()
    def _on_save(self) -> None:
        self._start(SAVE, self._whole())

    def _whole(self) -> dict[str, str]:
        return {PROBE: NO} if self._panel().has_probe() else {}

    def _start(self, way: str, values: Mapping[str, str]) -> None:
        panel = self._panel()
        request, paper = panel.request(), panel.paper()
        if request is None or paper is None:
            return
        self._way, self._wish = way, with_params(request, values)
        if way != PROBE:
            first, last = panel.options.wanted_sheets()
            self._wish = replace(self._wish, from_sheet=first, to_sheet=last)
        job = PrintJob(self._context.desk, self._wish)
        title = f"„{paper.title}“ wird vorbereitet"
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
            is_run = self._way == PRINT and printed.sheets > 1
            self._last, self._last_wish = (printed, self._wish) if is_run else (None, None)
            self._context.print_pdf(printed.pdf, printed.title, self._note)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if self._note is not None:
            self._note(PDF)
        self._context.notify(f"Gesichert: {path.name}")

    @Slot()
    def _on_again(self) -> None:
        """Ask from which sheet on the run of a moment ago comes once more."""
        if self._last is not None and self._last_wish is not None:
            whole = replace(self._last_wish, from_sheet=1, to_sheet=None)
            is_whole = whole == self._last_wish
            ready = self._last if is_whole else None
            again = PrintAgain(self._context, whole, self, ready=ready)
            again.ask(self._last.sheets if is_whole else 0)

    def _on_noted(self, paper_id: str) -> None:
        self.again.setVisible(self._last is not None)
        self.printed.emit(paper_id)

"""Druckprotokoll: what was printed, for whom, when, by which version; and printing it again."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.clock import local
from kitadesk.base.text import plural
from kitadesk.handouts import registry
from kitadesk.handouts.spec import Handout
from kitadesk.queries.print_log import PrintRun, print_runs
from kitadesk.services.print_requests import request_of, sheets_of
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import FilterField
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.widgets import PlainLabel, QuietButton
from kitadesk.ui.papers.print_again import PrintAgain
from kitadesk.ui.settings.page import SettingsPage

_WAYS = {"printer": "Drucker", "pdf": "PDF", "docx": "Word", "mail": "E-Mail"}
_WORDS = (
    "Die letzten 500 Drucke. Noch einmal gedruckt wird mit dem, was jetzt in der Datei steht; die "
    "Nummern auf den Abschnitten bleiben."
)


class PrintLogPage(SettingsPage):
    """A table of runs, the newest first, and two buttons for the one that is chosen."""

    title = "Druckprotokoll"
    tables = frozenset({"print_log"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _WORDS, parent)
        self.setObjectName("printLogPage")
        self._is_stale = True
        self._run: PrintRun | None = None
        self.filter = FilterField("Papier oder Name …", self, name="printLogFilter")
        self.filter.changed.connect(self._on_filter)
        self.body.addWidget(self.filter)
        self.model: RowsModel[PrintRun] = RowsModel(_COLUMNS, self._load, self, key=_id)
        self.table = DataTable(
            self.model, self, name="printLog", empty_text="Noch nichts gedruckt."
        )
        self.table.setAccessibleName("Was gedruckt wurde")
        self.table.setMinimumHeight(theme.current().px(240))
        self.table.chosen.connect(self._on_chosen)
        self.filter.left_down.connect(self.table.setFocus)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._build_buttons())
        self._on_chosen(None)

    @override
    def refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        self.model.refresh()
        self._on_chosen(self.table.current_row())

    def _load(self) -> tuple[PrintRun, ...]:
        return self.context.desk.read(print_runs)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.again = QuietButton("Noch einmal drucken …", self, name="logAgain")
        self.rest = QuietButton("Ab Blatt …", self, name="logRest")
        self.why_not = PlainLabel("", self, kind="small", wrap=True)
        self.again.clicked.connect(self._on_again)
        self.rest.clicked.connect(self._on_rest)
        row.addWidget(self.again)
        row.addWidget(self.rest)
        row.addWidget(self.why_not, 1)
        return row

    @Slot()
    def _on_filter(self) -> None:
        wanted = self.filter.wanted()
        self.model.set_filter((lambda run: wanted.is_in(_texts(run))) if wanted else None)

    @Slot(object)
    def _on_chosen(self, row: object) -> None:
        self._run = run = row if isinstance(row, PrintRun) else None
        reason = _why_not(run) if run is not None else ""
        for button in (self.again, self.rest):
            button.setEnabled(run is not None and not reason)
        self.rest.setVisible(run is None or run.sheets != 1)
        self.why_not.setText(reason or (_differs(run) if run is not None else ""))

    @Slot()
    def _on_again(self) -> None:
        run = self._run
        if run is not None:
            PrintAgain(self.context, request_of(run), self).start()

    @Slot()
    def _on_rest(self) -> None:
        run = self._run
        if run is not None:
            PrintAgain(self.context, request_of(run), self).ask(0 if sheets_of(run) else run.sheets)


def _id(run: PrintRun) -> object:
    return run.id


def _paper(run: PrintRun) -> Handout | None:
    return next((paper for paper in registry.all_papers() if paper.id == run.paper_id), None)


def _why_not(run: PrintRun) -> str:
    """Say why a run cannot be printed again; empty if it can."""
    paper = _paper(run)
    if paper is None:
        return "Dieses Papier gibt es nicht mehr."
    if run.is_gone or (paper.needs_subject and run.subject_kind and run.subject_id is None):
        return "Wofür es gedruckt wurde, ist gelöscht."
    return ""


def _differs(run: PrintRun) -> str:
    """Say what a run that is made again may differ in; empty if nothing is known."""
    lost = plural(run.lost, "Eintrag", "Einträge")
    verb = "ist" if run.lost == 1 else "sind"
    parts = [f"{lost} dieses Drucks {verb} gelöscht."] if run.lost else []
    if run.program_version != (now := version("kitadesk")):
        parts.append(f"Gedruckt mit KitaDesk {run.program_version}, jetzt ist {now} da.")
    return " ".join(parts)


def _when(run: PrintRun) -> str:
    moment = local(run.printed_at)
    return f"{moment:%d.%m.%y %H:%M}"


def _moment(run: PrintRun) -> float:
    return run.printed_at.timestamp()


def _what(run: PrintRun) -> str:
    paper = _paper(run)
    return paper.title if paper is not None else run.paper_id


def _for_whom(run: PrintRun) -> str:
    if not run.subject_kind:
        return "blanko"
    name = "gelöscht" if run.is_gone else run.subject or "alle"
    others = len(run.records) - 1
    more = f"+ {others}" if others > 0 else ""
    return " · ".join(part for part in (f"{name} {more}".rstrip(), _some(run)) if part)


def _sheets(run: PrintRun) -> str:
    return str(run.sheets or "–")


def _some(run: PrintRun) -> str:
    some = sheets_of(run)
    return f"Blatt {some}" if some else ""


def _way(run: PrintRun) -> str:
    return _WAYS.get(run.way, run.way)


def _version(run: PrintRun) -> str:
    return run.program_version


def _tip(run: PrintRun) -> str:
    return f"mit KitaDesk {run.program_version}"


def _texts(run: PrintRun) -> tuple[str, ...]:
    return (_what(run), _for_whom(run), _way(run), _when(run))


_COLUMNS: tuple[Column[PrintRun], ...] = (
    Column("Wann", _when, 132, sort=_moment, tip=_tip),
    Column("Papier", _what, 0, tip=_what, is_strong=True),
    Column("Für wen", _for_whom, 160, tip=_for_whom),
    Column("Blatt", _sheets, 64, Align.RIGHT, tip=_some),
    Column("Weg", _way, 80, is_muted=True),
    Column("Version", _version, 76, is_muted=True, is_extra=True),
)

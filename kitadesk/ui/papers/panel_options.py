"""What can be set about a paper, and what is odd about it: a page that scrolls for itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.handouts.spec import Handout
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import ScrollPage, TickBox
from kitadesk.ui.papers.findings_list import FindingsList
from kitadesk.ui.papers.param_form import ParamForm
from kitadesk.ui.papers.sheet_range import SheetRange

PROBE = "probe"
"""A param that buttons set, never the form."""
ALL_SHEETS = (1, None)


class PaperOptions(ScrollPage):
    """Form, blank and findings; as high as its lines, up to what the panel grants."""

    changed = Signal()
    """Something that stands on the paper is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperOptions")
        self.form = ParamForm(self)
        self.form.changed.connect(self.changed)
        self.form.folded.connect(self._on_folded)
        self.blank = TickBox("Blanko, zum Ausfüllen von Hand", self, name="paperBlank")
        self.blank.clicked.connect(self.changed)
        self.findings = FindingsList(self)
        self.sheets = SheetRange("Blatt", self, name="sheets")
        self.sheets.hide()
        self._count = 0
        for widget in (self.form, self.blank, self.sheets, self.findings):
            self.body.addWidget(widget)
        self.body.setSpacing(theme.current().px(6))

    def show_paper(self, paper: Handout, values: Mapping[str, str]) -> None:
        """Ask for what this paper wants to know."""
        self.form.show_fields(paper.fields, values, {PROBE})
        self.set_sheets(0)
        self.sheets.clear()
        self.updateGeometry()

    def set_sheets(self, count: int) -> None:
        """Ask which sheets of a run to print, where it has more than one."""
        self._count = count
        self.sheets.set_count(count)
        self._show_sheets()
        self.updateGeometry()

    def wanted_sheets(self) -> tuple[int, int | None]:
        """Return the first and the last sheet to print; None is the last of all."""
        return self.sheets.value() if self._count > 1 else ALL_SHEETS

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, from top to bottom."""
        return [*self.form.stops(), self.blank, *self.sheets.stops()]

    @override
    def sizeHint(self) -> QSize:
        body = self.widget()
        height = body.sizeHint().height() if body is not None else 0
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(160), min(self.sizeHint().height(), theme.current().px(56)))

    @Slot()
    def _on_folded(self) -> None:
        self.blank.setVisible(not self.form.is_folded or self.blank.isChecked())
        self._show_sheets()
        self.body.activate()
        self.updateGeometry()

    def _show_sheets(self) -> None:
        """Ask for sheets where there are several; a folded form keeps the line back."""
        is_wanted = not self.form.is_folded or self.sheets.value() != ALL_SHEETS
        self.sheets.setVisible(self._count > 1 and is_wanted)

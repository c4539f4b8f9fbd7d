"""The line that asks for the first free label: a number to type, and a drawn sheet to click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from kitadesk.handouts.kit.blocks import LabelGeometry
from kitadesk.handouts.sheets import BadgeType, SheetType, label_geometry
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import TextLink
from kitadesk.ui.papers.label_sheet_picker import LabelSheetPicker
from kitadesk.ui.papers.param_lines import NumberLine, ParamLine

START, SHEET = "start", "sheet"
"""The params of papers on labels: the first free one, and the type of sheet."""


class StartLine(NumberLine):
    """Number and drawn sheet say the same; the sheet opens when somebody wants to see it."""

    @override
    def build(self) -> None:
        super().build()
        self._sheet: ParamLine | None = None
        self._start_of: Callable[[str], int] | None = None
        self.column.removeWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.show_link = TextLink("Auf dem Bogen zeigen", self, name="showLabelSheet")
        self.show_link.clicked.connect(self._on_show)
        row.addWidget(self.edit)
        row.addWidget(self.show_link)
        row.addStretch(1)
        self.column.addLayout(row)
        self.picker = LabelSheetPicker(self)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.hide()
        self.column.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.textEdited.connect(self._draw)

    def join(self, sheet: ParamLine, start_of: Callable[[str], int] | None) -> None:
        """Follow the line that says the type of sheet; `start_of` proposes where it begins."""
        self._sheet = sheet
        self._start_of = start_of
        sheet.changed.connect(self.propose)
        self._draw()

    @Slot()
    def propose(self) -> None:
        """Begin where the last print on this type of sheet ended."""
        if self._sheet is not None and self._start_of is not None:
            self.set_value(str(self._start_of(self._sheet.value())))
        self._draw()

    @override
    def set_value(self, text: str) -> None:
        super().set_value(text)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        geometry = _geometry(self._sheet.value()) if self._sheet is not None else None
        if geometry is not None:
            text = self.value()
            self.picker.show_sheet(geometry, int(text) if text.isdecimal() else 1)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        super().set_value(str(number))
        self.changed.emit()

    @Slot()
    def _on_show(self) -> None:
        is_shown = self.picker.isHidden()
        self.picker.setVisible(is_shown)
        self.show_link.set_text("Bogen ausblenden" if is_shown else "Auf dem Bogen zeigen")
        if is_shown:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.height_changed.emit()


def _geometry(sheet: str) -> LabelGeometry | None:
    if sheet in {one.value for one in SheetType}:
        return label_geometry(SheetType(sheet))
    if sheet in {one.value for one in BadgeType}:
        return label_geometry(BadgeType(sheet))
    return None

"""Drucker: by how many mm each is out, measured on the ruler page; for this computer only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.services.print_requests import PrintRequest
from kitadesk.services.printers import MOST_MM, Offset, offset_of, offsets, set_offset
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel, QuietButton
from kitadesk.ui.papers.print_again import PrintAgain
from kitadesk.ui.settings.page import SettingsPage

CROSS_MM = 20.0
"""So far from the left and the upper edge the cross of the ruler page stands."""
RULER = "ruler"
_WORDS = (
    "Gilt auf diesem Rechner. Drucken Sie das Messblatt und messen Sie mit dem Lineal, wie weit "
    "das Kreuz oben links vom linken und vom oberen Rand entfernt ist: Richtig sind je 20 mm."
)
_LONGEST = 6
_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2})?")
_NO_NUMBER = "Bitte geben Sie die Abstände in Millimetern an, zum Beispiel 21,5."
_NONE = "Auf diesem Rechner ist kein Drucker eingerichtet."


class PrintersPage(SettingsPage):
    """One row per printer; the ruler page is printed with the shift that there is already."""

    title = "Drucker"

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None = None,
        *,
        names: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        super().__init__(context, _WORDS, parent)
        self.setObjectName("printersPage")
        self._names = names or _installed
        self._is_filled = False
        self.ruler = QuietButton("Messblatt drucken …", self, name="printRuler")
        self.ruler.clicked.connect(self._on_ruler)
        self.body.addWidget(self.ruler, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.current().px(12))
        self.body.addLayout(self._rows)
        self.nothing = PlainLabel(_NONE, self, kind="muted", wrap=True)
        self.nothing.hide()
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_filled:  # Asking the system for printers takes time.
            self._is_filled = True
            self._fill()

    def rows(self) -> list[PrinterRow]:
        """Return the rows from top to bottom."""
        return self.findChildren(PrinterRow)

    def _fill(self) -> None:
        folder = self.context.desk.folder
        names = dict.fromkeys([*self._names(), *offsets(folder)])
        for number, name in enumerate(names):
            self._rows.addWidget(PrinterRow(self.context, name, number, self))
        self.nothing.setVisible(not names)

    @Slot()
    def _on_ruler(self) -> None:
        PrintAgain(self.context, PrintRequest(RULER, blank=True), self).start()


class PrinterRow(QWidget):
    """One printer: two measured distances, and the shift that follows from them."""

    def __init__(self, context: AppContext, printer: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"printer{number}")
        self._context = context
        self.printer = printer
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(4))
        column.addWidget(PlainLabel(printer, self, kind="strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        self.left = self._edit(row, "Abstand links", f"{number}Left")
        self.top = self._edit(row, "oben", f"{number}Top")
        self.take = QuietButton("Übernehmen", self, name=f"printer{number}Take")
        self.take.clicked.connect(self._on_take)
        self.reset = LinkButton("Zurücksetzen", self, name=f"printer{number}Reset")
        self.reset.clicked.connect(self._on_reset)
        row.addWidget(self.take)
        row.addWidget(self.reset)
        row.addStretch(1)
        column.addLayout(row)
        self.shift = PlainLabel("", self, kind="small", wrap=True)
        column.addWidget(self.shift)
        self._show()

    def _edit(self, row: QHBoxLayout, words: str, name: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"printer{name}")
        edit.setAccessibleName(f"{words} in mm, gemessen an {self.printer}")
        edit.setPlaceholderText(f"{CROSS_MM:.0f}")
        edit.setMaxLength(_LONGEST)
        edit.setFixedWidth(theme.current().px(64))
        row.addWidget(PlainLabel(words, self))
        row.addWidget(edit)
        row.addWidget(PlainLabel("mm", self))
        return edit

    @Slot()
    def _on_take(self) -> None:
        """Add what was measured to the shift that the ruler page was printed with."""
        left, top = _measured(self.left), _measured(self.top)
        if left is None or top is None:
            self.shift.setText(_NO_NUMBER)
            return
        folder = self._context.desk.folder
        now = offset_of(folder, self.printer)
        shift = Offset(now.right + CROSS_MM - left, now.down + CROSS_MM - top)
        set_offset(folder, self.printer, shift)
        self.left.clear()
        self.top.clear()
        self._show()

    @Slot()
    def _on_reset(self) -> None:
        set_offset(self._context.desk.folder, self.printer, Offset())
        self._show()

    def _show(self) -> None:
        words = offset_of(self._context.desk.folder, self.printer).words
        self.shift.setText(f"Verschiebt alles {words}." if words else "Verschiebt nichts.")
        self.reset.setVisible(bool(words))


def _installed() -> Sequence[str]:
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - loads with the page

    return QPrinterInfo.availablePrinterNames()


def _measured(edit: QLineEdit) -> float | None:
    """Return what was measured; nothing typed means that nothing is out, nonsense is None."""
    text = edit.text().strip().replace(",", ".")
    if not text:
        return CROSS_MM
    number = float(text) if _NUMBER.fullmatch(text) else -1.0
    return number if abs(number - CROSS_MM) <= MOST_MM else None

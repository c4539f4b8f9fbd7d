"""*Vor dem Drucken*: what is odd about the paper, each with "Zeigen"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.services.print_findings import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel

MOST_SHOWN = 4


class FindingsList(QFrame):
    """Hidden while nothing is odd; the first few findings, and all of them on request."""

    show_wanted = Signal(object)
    """The finding whose record somebody wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(2))
        self._shown: tuple[Finding, ...] = ()
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these findings, the first few of them."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        self._fill(MOST_SHOWN)

    @Slot()
    def show_all(self) -> None:
        """Show every finding, also those behind the first few."""
        self._fill(len(self._shown))

    def _fill(self, most: int) -> None:
        found = self._shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if found:
            self._column.addWidget(PlainLabel("Vor dem Drucken", self, kind="strong"))
        for finding in found[:most]:
            self._column.addWidget(self._line(finding))
        if len(found) > most:
            more = LinkButton(f"{len(found) - most} weitere anzeigen", self, name="moreFindings")
            more.clicked.connect(self.show_all)
            self._column.addWidget(more)
        self.setVisible(bool(found))

    def show_finding(self, finding: Finding) -> None:
        """Ask for the record that the finding is about."""
        self.show_wanted.emit(finding)

    def _line(self, finding: Finding) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(4))
        label = _WarnLabel(f"! {finding.text}", holder)
        row.addWidget(label, 1)
        if finding.id is not None:
            button = LinkButton("Zeigen", holder, name="showFinding")
            button.setAccessibleName(f"Zeigen: {finding.text}")
            button.clicked.connect(weak_slot(self.show_finding, finding))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


class _WarnLabel(PlainLabel):
    """A sentence in the amber of warnings, readable on the warm ground."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, wrap=True)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.current().color("warn_text"))
        self.setPalette(palette)

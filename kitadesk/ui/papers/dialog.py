"""The papers of a record in a window of their own, where a tab has no room beside it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget
from typing_extensions import override

from kitadesk.handouts.spec import SubjectKind
from kitadesk.services.print_findings import Finding
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.papers.finding_ways import show_finding
from kitadesk.ui.papers.panel import PaperPanel

_SIZE = (960, 680)
MARGIN = 16


class PaperDialog(QDialog):
    """Open with `open()`; holds a `PaperPanel` for one record."""

    def __init__(
        self,
        context: AppContext,
        kind: SubjectKind,
        subject_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent if parent is not None else context.window)
        self._context = context
        self.setObjectName("paperDialog")
        self.setWindowTitle("Drucken")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(MARGIN), now.px(MARGIN), now.px(MARGIN), 0)
        self.panel = PaperPanel(context, kind, self)
        self.panel.closed.connect(self.accept)
        self.panel.show_wanted.connect(self._on_finding)
        row.addWidget(self.panel)
        fit_dialog(self, *_SIZE)
        self.panel.show_subject(subject_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit_alone(self.width() - 2 * theme.current().px(MARGIN))

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        """Show the record in the window; this dialog stands before it and goes."""
        self.accept()
        show_finding(self._context, finding, self._context.window)

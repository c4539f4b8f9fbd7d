"""The line below a list of children: what can be done at the left, sums at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kitadesk.ui.children.actions import ChildActions
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import DataTable
from kitadesk.ui.kit.widgets import FlowLayout, PlainLabel, QuietButton


class ChildrenFoot(QWidget):
    """Buttons that follow the choice: one child goes, several can change their group."""

    def __init__(self, actions: ChildActions, table: DataTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.counts = PlainLabel("", self, kind="small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(12))
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.card = QuietButton("Karte", holder, name="childrenCard")
        self.leave = QuietButton("Kind geht …", holder, name="childrenLeave")
        self.change = QuietButton("Gruppe wechseln …", holder, name="childrenGroup")
        self.new = QuietButton("Neues Kind …", holder, name="childrenNew")
        self.card.clicked.connect(actions.open_chosen)
        self.leave.clicked.connect(actions.leave_chosen)
        self.change.clicked.connect(actions.change_group_chosen)
        self.new.clicked.connect(actions.begin_new)
        for button in (self.card, self.leave, self.change, self.new):
            flow.addWidget(button)
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(holder, 2)
        row.addWidget(self.counts, 1)
        table.selectionModel().selectionChanged.connect(self._on_chosen)
        table.rows.modelReset.connect(self._on_chosen)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        count = len(self._table.selected_rows())
        self.card.setEnabled(count == 1)
        self.leave.setEnabled(count == 1)
        self.change.setEnabled(count > 0)

"""The card of a child: reads as text, is edited on a click, saved by itself."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.names import spoken_name
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.children import ChildCard, child_card
from kitadesk.services.people import ChildInput
from kitadesk.ui.children.card_view import LinesView
from kitadesk.ui.children.child_lines import child_sections
from kitadesk.ui.children.frame import ChildFrame
from kitadesk.ui.children.move_dialog import GroupDialog, LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.widgets import FlowLayout, QuietButton
from kitadesk.ui.papers.dialog import PaperDialog

SHOWN_TABLES = frozenset(
    {
        "child", "family", "household", "household_member", "custody", "person", "contact_way",
        "child_group", "institution", "cohort",
    }
)  # fmt: skip
_SIZE = (660, 680)


class ChildDialog(ChildFrame):
    """Shows one child; its siblings open in the same window."""

    def __init__(self, context: AppContext, child_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, title="Kind", name="childDialog")
        self.child_id = child_id
        self._card: ChildCard | None = None
        self.view = LinesView(self, name="childCard")
        self.column.addWidget(self._build_deeds())
        self.column.addWidget(self.view, 1)
        self.close_button = QuietButton("Schließen", self, name="closeChild")
        self.close_button.clicked.connect(self._on_close)
        self.column.addLayout(self.button_row(self.close_button))
        self.undo_actions.bind(context.desk, context.changes, context.jobs)
        context.changes.refresh_on(SHOWN_TABLES, self._on_changed)
        self.show_child(child_id)
        fit_dialog(self, *_SIZE)
        if self.view.lines:
            self.view.lines[0].setFocus()

    @Slot(object)
    def show_child(self, child_id: UUID) -> None:
        """Show another child."""
        self.child_id = child_id
        self._fill()

    def _fill(self) -> None:
        desk = self.context.desk
        try:
            card = desk.read(child_card, self.child_id)
        except UserError:
            self.reject()
            return
        self._card = card
        name = spoken_name(card.child.first_name, card.child.last_name)
        self.setWindowTitle(name)
        self.leave.setVisible(card.child.left_on is None)
        self.view.show_sections(child_sections(desk, card, self.show_child))

    def _build_deeds(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.leave = QuietButton("Kind geht …", holder, name="childLeaves")
        self.change = QuietButton("Gruppe wechseln …", holder, name="childChangesGroup")
        self.sibling = QuietButton("Geschwister dazu …", holder, name="childSibling")
        self.leave.clicked.connect(self._on_leave)
        self.change.clicked.connect(self._on_change)
        self.sibling.clicked.connect(self._on_sibling)
        self.papers = QuietButton("Drucken …", holder, name="childPapers")
        self.papers.setToolTip("Brief an die Eltern und Einwilligung dieses Kindes")
        self.papers.clicked.connect(self._on_papers)
        for button in (self.leave, self.change, self.sibling, self.papers):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            flow.addWidget(button)
        return holder

    @Slot()
    def _on_changed(self) -> None:
        self._fill()

    @Slot()
    def _on_leave(self) -> None:
        LeaveDialog(self.context, self.child_id, self).open()

    @Slot()
    def _on_change(self) -> None:
        GroupDialog(self.context, (self.child_id,), self).open()

    @Slot()
    def _on_sibling(self) -> None:
        if self._card is not None:
            row = self._card.child
            begin = ChildInput(row.last_name, group_id=row.group_id, family_id=row.family_id)
            dialog = NewChildDialog(self.context, begin, self)
            dialog.made.connect(self.show_child)
            dialog.open()

    @Slot()
    def _on_papers(self) -> None:
        PaperDialog(self.context, SubjectKind.CHILD, self.child_id, self).open()

    @Slot()
    def _on_close(self) -> None:
        self.accept()

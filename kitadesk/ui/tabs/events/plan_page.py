"""The page Plan: fields, tasks, words of the invitation, agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.queries.events import EventRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Notice, ScrollPage, Tone
from kitadesk.ui.tabs.events.agenda_card import AgendaCard
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.plan_form import PlanForm
from kitadesk.ui.tabs.events.plan_texts import PlanTexts
from kitadesk.ui.tabs.events.task_table import PlanTasks

NARROW = 540
"""px at 100 %; below, date and times do not stand side by side."""


class PlanPage(ScrollPage):
    """Everything about an event before it happens; a new event shows only its fields."""

    saved = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planPage")
        self.notice = Notice(
            "Neue Veranstaltung: Sobald Titel oder Datum dasteht, ist sie gespeichert.",
            Tone.ACCENT,
            self,
        )
        self.form = PlanForm(editing, self)
        self.tasks = PlanTasks(editing, self)
        self.agenda = AgendaCard(editing, self)
        self.texts = PlanTexts(editing, self)
        self.form.saved.connect(self._on_saved)
        for part in (self.notice, self.form, self.tasks, self.agenda, self.texts):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.setContentsMargins(0, 0, theme.current().px(4), theme.current().px(16))

    def fill(self, row: EventRow | None) -> None:
        """Show an event, or the empty page of a new one."""
        self.notice.setVisible(row is None)
        self.form.fill(row)
        self.tasks.setVisible(row is not None)
        self.texts.setVisible(row is not None)
        self.tasks.fill(row)
        self.agenda.fill(row)
        self.texts.fill(row)

    def show_field(self, name: str) -> None:
        """Put the keyboard into a field: "on_date", "room_id", "text:body"."""
        if name.startswith("text:"):
            target = self.texts.editor(name.removeprefix("text:"))
        else:
            target = self.form.field(name).editor()
        self.ensureWidgetVisible(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.form.set_narrow(is_narrow=self.width() < theme.current().px(NARROW))
        super().resizeEvent(event)

    @Slot()
    def _on_saved(self) -> None:
        self.saved.emit()

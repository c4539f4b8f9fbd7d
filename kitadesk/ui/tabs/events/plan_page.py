"""The page Plan: fields, tasks, words of the invitation, agenda."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.domain.events import EventKind
from kitadesk.queries.events import EventRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import Field
from kitadesk.ui.kit.widgets import Notice, ScrollPage, Tone
from kitadesk.ui.tabs.events.agenda_card import AgendaCard
from kitadesk.ui.tabs.events.closing_form import ClosingForm
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.kind_words import words_of
from kitadesk.ui.tabs.events.letter_form import LetterForm
from kitadesk.ui.tabs.events.plan_form import PlanForm
from kitadesk.ui.tabs.events.plan_texts import PlanTexts
from kitadesk.ui.tabs.events.postponement_note import PostponementNote
from kitadesk.ui.tabs.events.series_card import SeriesCard
from kitadesk.ui.tabs.events.task_table import PlanTasks

NARROW = 540
"""px at 100 %; below, date and times do not stand side by side."""


class PlanPage(ScrollPage):
    """Everything about an event before it happens; a new event shows only its fields."""

    saved = Signal()
    kind_chosen = Signal()
    """Another kind for an event that is no record yet."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planPage")
        self._editing = editing
        self._kind = editing.draft_kind
        self._shown_id: UUID | None = None
        self.notice = Notice("", Tone.ACCENT, self)
        self.notice.setObjectName("newEventNotice")
        # Tab goes as they are made.
        self.history = PostponementNote(editing, self)
        self.form = PlanForm(editing, self)
        self.letter = LetterForm(editing, self)
        self.closing = ClosingForm(editing, self)
        self.series = SeriesCard(editing, self)
        self.tasks = PlanTasks(editing, self)
        self.agenda = AgendaCard(editing, self)
        self.texts = PlanTexts(editing, self)
        forms = (self.form, self.letter, self.closing)
        for form in forms:
            form.saved.connect(self._on_saved)
        # Later, when the page has found out how high it is with the fields.
        queued = Qt.ConnectionType.QueuedConnection
        self.tasks.edit.opened.connect(self._on_task_opened, queued)
        parts = (self.notice, self.history, *forms, self.series, self.tasks, self.agenda)
        for part in (*parts, self.texts):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.setContentsMargins(0, 0, theme.current().px(4), theme.current().px(16))

    def fill(self, row: EventRow | None) -> None:
        """Show an event, or the empty page of a new one."""
        self.notice.setVisible(row is None)
        shown_id = row.id if row is not None else None
        if shown_id != self._shown_id:
            self._shown_id = shown_id
            self.verticalScrollBar().setValue(0)
        self._kind = row.kind if row is not None else self._editing.draft_kind
        self.notice.set_state(words_of(self._kind).begun, Tone.ACCENT)
        is_closing = self._kind is EventKind.CLOSING_DAY
        shown = self._shown_form()
        for form in (self.form, self.letter, self.closing):
            form.setVisible(form is shown)
        self._place_texts()
        shown.fill(row)
        self.history.fill(row)
        self.series.fill(row)
        self.tasks.setVisible(row is not None and not is_closing)
        self.texts.setVisible(row is not None and not is_closing)
        self.tasks.fill(row)
        self.agenda.fill(row)
        self.texts.fill(row)

    def first_field(self) -> Field:
        """Return the field where planning goes on after the title."""
        return self._shown_form().first_field()

    def show_field(self, name: str) -> None:
        """Put the keyboard into a field: "on_date", "room_id", "text:body"."""
        if name.startswith("text:"):
            target = self.texts.editor(name.removeprefix("text:"))
        elif name == "agenda":
            target = self.agenda.table
        else:
            target = self._shown_form().field(name).editor()
        self.ensureWidgetVisible(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < theme.current().px(NARROW)
        for form in (self.form, self.letter, self.closing):
            form.set_narrow(is_narrow=is_narrow)
        super().resizeEvent(event)

    def _place_texts(self) -> None:
        """Put the words first where they are the thing itself, as in a letter."""
        before = self.series if self._kind is EventKind.LETTER else self.agenda
        place = self.body.indexOf(before) + 1
        if self.body.indexOf(self.texts) != place:
            self.body.removeWidget(self.texts)
            self.body.insertWidget(self.body.indexOf(before) + 1, self.texts)

    def _shown_form(self) -> PlanForm | LetterForm | ClosingForm:
        if self._kind is EventKind.LETTER:
            return self.letter
        return self.closing if self._kind is EventKind.CLOSING_DAY else self.form

    @Slot()
    def _on_task_opened(self) -> None:
        if self.tasks.edit.isVisible():
            self.ensureWidgetVisible(self.tasks.edit)

    @Slot()
    def _on_saved(self) -> None:
        if self._editing.row is None:
            self.notice.set_state(words_of(self._editing.draft_kind).begun, Tone.ACCENT)
            self.kind_chosen.emit()
        self.saved.emit()

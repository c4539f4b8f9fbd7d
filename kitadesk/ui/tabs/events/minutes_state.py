"""How far the minutes are: none, a draft, released; what to do with them next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import clock_time, short_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.queries.events import MINUTES_STEP, EventRow, TaskRow, tasks_of
from kitadesk.queries.minutes import MinutesProposal, MinutesRow
from kitadesk.services.minutes import (
    delete_minutes,
    set_minutes_released,
    take_minutes_proposal,
)
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import Card, FlowLayout, Pill, PlainLabel, QuietButton
from kitadesk.ui.tabs.events.editing import EventEditing

MINUTES, PUBLIC_MINUTES = "minutes", "minutes_public"


class MinutesState(Card):
    """A sentence and the buttons that fit it; its papers are one click away."""

    paper_wanted = Signal(str)
    changed = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__("Protokoll", parent, name="afterMinutes")
        self._editing = editing
        self.pill = Pill("", Tone.NEUTRAL, self)
        if self.heading is not None:
            self.heading.add(self.pill)
        self.words = PlainLabel("", self, wrap=True)
        self.body.addWidget(self.words)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.take = QuietButton("Protokoll beginnen", holder, name="takeMinutes")
        self.release = QuietButton("Freigeben", holder, name="releaseMinutes")
        self.reopen = QuietButton("Wieder bearbeiten", holder, name="reopenMinutes")
        self.print = QuietButton("Protokoll drucken …", holder, name="printMinutes")
        self.print_public = QuietButton("Aushang drucken …", holder, name="printPublicMinutes")
        self.delete = QuietButton("Protokoll löschen", holder, name="deleteMinutes")
        self.take.clicked.connect(self._on_take)
        self.release.clicked.connect(weak_slot(self._release, True))
        self.reopen.clicked.connect(weak_slot(self._release, False))
        self.print.clicked.connect(weak_slot(self._print, MINUTES))
        self.print_public.clicked.connect(weak_slot(self._print, PUBLIC_MINUTES))
        self.delete.clicked.connect(self._on_delete)
        buttons = (
            self.take, self.release, self.reopen, self.print, self.print_public, self.delete,
        )  # fmt: skip
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(holder)

    def fill(
        self,
        event: EventRow,
        row: MinutesRow | None,
        proposal: MinutesProposal,
        *,
        is_over: bool,
    ) -> None:
        """Say how far the minutes of an event are."""
        is_draft = row is not None and not row.is_released
        is_released = row is not None and row.is_released
        tasks = self._editing.desk.read(tasks_of, event.id)
        step = next((one for one in tasks if one.step == MINUTES_STEP), None)
        if is_released:
            self.pill.set_state("Freigegeben", Tone.ACCENT)
            self.words.setText(f"Zum Aushängen und Verteilen.{_step_words(step)}")
        elif is_draft:
            self.pill.set_state("Entwurf", Tone.NEUTRAL)
            self.words.setText("Jedes Feld speichert sich selbst.")
        else:
            self.pill.set_state("fehlt noch" if is_over else "folgt danach", Tone.NEUTRAL)
            self.words.setText("Noch ist nichts geschrieben.")
        self.take.setVisible(row is None or (is_draft and bool(proposal.points)))
        self.take.set_text(_take_words(row, proposal))
        self.release.setVisible(is_draft)
        self.reopen.setVisible(is_released)
        self.delete.setVisible(is_draft)
        self.print.set_text("Protokoll drucken …" if row else "Blatt zum Mitschreiben …")
        self.print_public.setVisible(row is not None)

    def _print(self, paper_id: str) -> None:
        self.paper_wanted.emit(paper_id)

    @Slot()
    def _on_take(self) -> None:
        self._apply(weak_slot(self._take))

    def _take(self) -> None:
        if self._editing.event_id is not None:
            take_minutes_proposal(self._editing.desk, self._editing.event_id)

    @Slot()
    def _on_delete(self) -> None:
        self._apply(weak_slot(self._delete))

    def _delete(self) -> None:
        if self._editing.event_id is not None:
            delete_minutes(self._editing.desk, self._editing.event_id)

    def _release(self, released: bool) -> None:
        self._apply(weak_slot(self._set_released, released))

    def _set_released(self, released: bool) -> None:
        if self._editing.event_id is not None:
            set_minutes_released(self._editing.desk, self._editing.event_id, released)

    def _apply(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self, error)
        self.changed.emit()


def _take_words(row: MinutesRow | None, proposal: MinutesProposal) -> str:
    """Say what the proposal brings: "Vorschlag übernehmen: 7 Punkte, ab 19:00, 41 Personen"."""
    points = len(proposal.points)
    count = proposal.present_count
    parts = [
        plural(points, "Punkt", "Punkte") if points else "",
        f"ab {clock_time(proposal.begins_at)}" if proposal.begins_at else "",
        plural(count, "Person", "Personen") if count is not None else "",
    ]
    known = ", ".join(part for part in parts if part)
    if row is not None:
        more = plural(points, "weiteren Punkt", "weitere Punkte")
        return f"{more} aus dem Ablauf übernehmen"
    return f"Vorschlag übernehmen: {known}" if known else "Protokoll beginnen"


def _step_words(step: TaskRow | None) -> str:
    """Say what became of the step that hangs the minutes up."""
    if step is None or step.is_not_needed:
        return ""
    if step.done_on is not None:
        return f" ✓ {step.title}: erledigt am {short_date(step.done_on)}."
    until = f" bis {short_date(step.due_on)}" if step.due_on else ""
    return f" Als Nächstes: {step.title}{until}."

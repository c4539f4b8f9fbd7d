"""Postponing an event: the new day with its check, or "Termin folgt", and the reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import relative, short_date, spoken_time
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.events import EventKind
from kitadesk.queries.day_checks import conflict_names
from kitadesk.queries.events import EventRow
from kitadesk.queries.replies import reply_counts
from kitadesk.services.desk import Desk
from kitadesk.services.postponing import PostponementInput, postpone_event
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.dialog_size import fit_height
from kitadesk.ui.kit.dialogs import window_of
from kitadesk.ui.kit.forms import DateField, TextField, TickField, TimeField, side_by_side
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.tabs.events.editing import suggested_reply_day
from kitadesk.ui.tabs.events.event_words import title_of

WIDTH = 560
NO_DAY = "Bitte einen Tag eingeben oder unten ankreuzen, dass er noch nicht feststeht."


class PostponeDialog(QDialog):
    """Open with `open()`; `moved` after the step is stored."""

    moved = Signal()

    def __init__(self, desk: Desk, row: EventRow, parent: QWidget | None = None) -> None:
        super().__init__(window_of(parent))
        self.setObjectName("postponeDialog")
        self.setWindowTitle("Verschieben")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._row = desk, row
        now = theme.current()
        self.setMinimumWidth(now.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        column.addWidget(
            PlainLabel(f"„{title_of(row)}“ verschieben", self, kind="heading", wrap=True)
        )
        column.addWidget(PlainLabel(_before(row), self, kind="muted", wrap=True))
        self._build_fields(column)
        column.addWidget(PlainLabel(self._what_stays(), self, kind="small", wrap=True))
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addStretch(1)
        column.addLayout(self._build_buttons())
        self.day.edit.setFocus()

    def _build_fields(self, column: QVBoxLayout) -> None:
        today, row = self._desk.clock.today, self._row
        self.day = DateField(
            "Neuer Tag", self, name="postponeDate", today=today, note_for=self._note
        )
        self.starts = TimeField("Beginn", self, name="postponeStart")
        self.ends = TimeField("Ende", self, name="postponeEnd")
        self.is_open = TickField("Der neue Termin steht noch nicht fest", self, name="postponeOpen")
        self.reply = DateField(
            "Rückgabe der Zettel bis", self, name="postponeReply", today=today, note_for=self._note
        )
        self.reason = TextField(
            "Grund, er steht auf der Mitteilung", self, name="postponeReason", hint="wenn Sie mögen"
        )
        self.starts.set_value(row.starts_at)
        self.ends.set_value(row.ends_at)
        self.day.committed.connect(self._on_day)
        self.is_open.committed.connect(self._on_open)
        column.addLayout(side_by_side(self.day, self.starts, self.ends))
        column.addWidget(self.is_open)
        column.addWidget(self.reply)
        column.addWidget(self.reason)
        self.reply.setVisible(row.kind is not EventKind.CLOSING_DAY)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addStretch(1)
        # Enter in the last field goes on to the button that does it.
        save = PrimaryButton("Verschieben", self, name="postponeSave")
        save.clicked.connect(self._on_save)
        cancel = QuietButton("Abbrechen", self, name="postponeCancel")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def _what_stays(self) -> str:
        counts = self._desk.read(reply_counts, self._row.id, self._desk.clock.today())
        if counts.replied:
            replies = plural(counts.replied, "Rückmeldung bleibt", "Rückmeldungen bleiben")
            kept = f"{replies} erhalten, und die Nummern auf den Zetteln gelten weiter."
        else:
            kept = "Die Nummern auf den Zetteln gelten weiter."
        return f"{kept} Die Aufgaben rücken mit, außer denen, die Sie selbst verschoben haben."

    def _note(self, day: date) -> str:
        today = self._desk.clock.today()
        when = "vorbei" if day < today else relative(day, today)
        return " · ".join([when, *self._desk.read(conflict_names, day, self._row.id)])

    @Slot(object)
    def _on_day(self, day: date | None) -> None:
        if day is not None:
            self.reply.set_value(suggested_reply_day(day, self._desk.clock.today()))

    @Slot(object)
    def _on_open(self, is_open: bool) -> None:
        for field in (self.day, self.starts, self.ends, self.reply):
            field.setEnabled(not is_open)

    @Slot()
    def _on_save(self) -> None:
        fields = (self.day, self.starts, self.ends, self.reply, self.reason)
        is_open = self.is_open.box.isChecked()
        if not all(field.commit() for field in fields):
            return
        if self.day.value() is None and not is_open:
            self.day.show_error(NO_DAY)
            self.day.edit.setFocus()
            return
        try:
            postpone_event(self._desk, self._move(is_open=is_open))
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.moved.emit()
        self.accept()

    def _move(self, *, is_open: bool) -> PostponementInput:
        reason = self.reason.value() or ""
        if is_open:
            times = (self._row.starts_at, self._row.ends_at)
            return PostponementInput(self._row.id, None, *times, None, reason)
        return PostponementInput(
            self._row.id,
            self.day.value(),
            self.starts.value(),
            self.ends.value(),
            self.reply.value(),
            reason,
        )


def _before(row: EventRow) -> str:
    if row.on_date is None:
        return "Bisher ohne Termin."
    starts = spoken_time(row.starts_at) if row.starts_at else ""
    return "Bisher: " + ", ".join(part for part in (short_date(row.on_date), starts) if part)

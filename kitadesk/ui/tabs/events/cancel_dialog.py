"""Calling an event off: what follows, and a reason for the notice if the office wants one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.events import EventStatus
from kitadesk.queries.events import EventRow
from kitadesk.queries.replies import reply_counts
from kitadesk.services.desk import Desk
from kitadesk.services.postponing import cancel_event
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.dialog_size import fit_height
from kitadesk.ui.kit.dialogs import window_of
from kitadesk.ui.kit.forms import TextField
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.tabs.events.event_words import title_of, when_and_where

WIDTH = 560


class CancelDialog(QDialog):
    """Open with `open()`; `cancelled` after the step is stored.

    For an event that is called off already it only changes the reason.
    """

    cancelled = Signal()

    def __init__(self, desk: Desk, row: EventRow, parent: QWidget | None = None) -> None:
        super().__init__(window_of(parent))
        self._desk, self._row = desk, row
        self._is_off = row.status is EventStatus.CANCELLED
        self.setObjectName("cancelDialog")
        self.setWindowTitle("Absagen")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = theme.current()
        self.setMinimumWidth(now.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        words = "Grund der Absage" if self._is_off else f"„{title_of(row)}“ absagen"
        column.addWidget(PlainLabel(words, self, kind="heading", wrap=True))
        below = title_of(row) if self._is_off else when_and_where(row)
        column.addWidget(PlainLabel(below, self, kind="muted", wrap=True))
        self.reason = TextField(
            "Grund, er steht auf der Mitteilung", self, name="cancelReason", hint="wenn Sie mögen"
        )
        self.reason.set_value(row.cancel_reason)
        column.addWidget(self.reason)
        column.addWidget(PlainLabel(self._what_follows(), self, kind="small", wrap=True))
        column.addStretch(1)
        column.addLayout(self._build_buttons())
        self.reason.edit.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addStretch(1)
        # Enter in the field goes on to the button that does it.
        words = "Übernehmen" if self._is_off else "Absagen"
        self.save = PrimaryButton(words, self, name="cancelSave")
        self.save.clicked.connect(self._on_save)
        # "Abbrechen" beside "Absagen" would read like the same thing.
        back = QuietButton("Zurück", self, name="cancelBack")
        back.clicked.connect(self.reject)
        row.addWidget(back)
        row.addWidget(self.save)
        return row

    def _what_follows(self) -> str:
        if self._is_off:
            return "Drucken Sie die Mitteilung neu, wenn sie schon verteilt war."
        counts = self._desk.read(reply_counts, self._row.id, self._desk.clock.today())
        kept = ""
        if counts.replied:
            replies = plural(counts.replied, "Rückmeldung bleibt", "Rückmeldungen bleiben")
            kept = f"{replies} zum Nachlesen stehen. "
        return (
            f"{kept}Was noch zu tun war, entfällt. Danach liegt die Mitteilung für die Familien "
            "bereit. „Findet doch statt“ im Menü nimmt die Absage zurück."
        )

    @Slot()
    def _on_save(self) -> None:
        if not self.reason.commit():
            return
        try:
            cancel_event(self._desk, self._row.id, self.reason.value() or "")
        except UserError as error:
            self.reason.show_error(error)
            self.reason.edit.setFocus()
            return
        self.cancelled.emit()
        self.accept()

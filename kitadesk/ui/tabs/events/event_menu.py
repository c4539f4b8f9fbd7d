"""The "…" of an event: rename, copy as text, folder, postpone, call off, make a series, delete."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import EventRow


class EventMenu(QMenu):
    """Shows only what fits the event at hand."""

    rename_wanted = Signal()
    postpone_wanted = Signal()
    cancel_wanted = Signal()
    hold_wanted = Signal()
    series_wanted = Signal()
    delete_wanted = Signal()
    text_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("eventMenu")
        self._add("Titel ändern\tF2", "renameEvent", self.rename_wanted)
        text = "Als Text kopieren …\tStrg+Umschalt+C"
        self.text = self._add(text, "copyEventAsText", self.text_wanted)
        self.folder = self._add("Abendmappe …", "openFolder", self.folder_wanted)
        self.postpone = self._add("Verschieben …", "postponeEvent", self.postpone_wanted)
        self.cancel = self._add("Absagen …", "cancelEvent", self.cancel_wanted)
        self.hold = self._add("Findet doch statt", "holdEvent", self.hold_wanted)
        self.series = self._add("Reihe daraus machen …", "makeSeries", self.series_wanted)
        self.addSeparator()
        self.delete = self._add("Veranstaltung löschen", "deleteEvent", self.delete_wanted)

    def fit(self, row: EventRow | None) -> None:
        """Offer what can be done with this event."""
        if row is None:
            return
        is_off = row.status is EventStatus.CANCELLED
        meets = row.kind not in {EventKind.LETTER, EventKind.CLOSING_DAY}
        has_day = row.on_date is not None or row.status is EventStatus.POSTPONED
        self.text.setVisible(row.kind is not EventKind.CLOSING_DAY)
        self.folder.setVisible(meets and not is_off)
        self.postpone.setVisible(has_day and not is_off)
        self.cancel.setText("Grund der Absage …" if is_off else "Absagen …")
        self.hold.setVisible(is_off)
        self.series.setVisible(meets and not is_off and row.on_date is not None)
        caption = "Reihe daraus machen …" if row.series_id is None else "Weitere Termine anlegen …"
        self.series.setText(caption)
        self.delete.setText(f"{_NOUNS.get(row.kind, 'Veranstaltung')} löschen")

    def _add(self, caption: str, name: str, signal: SignalInstance) -> QAction:
        action = QAction(caption, self)
        action.setObjectName(name)
        action.triggered.connect(signal)
        self.addAction(action)
        return action


_NOUNS = {EventKind.LETTER: "Brief", EventKind.CLOSING_DAY: "Schließtag"}

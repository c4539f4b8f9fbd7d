"""What has become of an event's day: moved from when and why, waiting, or called off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import short_date, spoken_time
from kitadesk.domain.events import EventStatus
from kitadesk.queries.events import EventRow
from kitadesk.queries.postponements import PostponementRow, postponements_of
from kitadesk.ui.kit.widgets import Notice, Tone
from kitadesk.ui.tabs.events.editing import EventEditing

CANCELLED = "Abgesagt. Die Rückmeldungen bleiben zum Nachlesen stehen."
_OFF = EventStatus.CANCELLED
OPEN = "Der neue Termin steht noch nicht fest."


class PostponementNote(Notice):
    """Stands above the fields as long as there is something to tell the families."""

    notice_wanted = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.NEUTRAL, parent)
        self.setObjectName("postponementNote")
        self._editing = editing
        self.add_action("Mitteilung drucken …", self._on_print)
        self.hide()

    def fill(self, row: EventRow | None) -> None:
        """Show the history of an event; nothing where its day never changed."""
        if row is None:
            self.hide()
            return
        words = history_words(row, self._editing.desk.read(postponements_of, row.id))
        self.setVisible(bool(words))
        self.set_state(words, Tone.NEUTRAL)
        self.setAccessibleName(words)

    def _on_print(self) -> None:
        self.notice_wanted.emit()


def history_words(row: EventRow, moves: tuple[PostponementRow, ...]) -> str:
    """Say what happened, the newest first: "Verschoben vom Do 8. April 2027, 19 Uhr. Grund: …"."""
    lines = [_with_reason(CANCELLED, row.cancel_reason)] if row.status is _OFF else []
    if row.status is EventStatus.POSTPONED and row.on_date is None:
        lines.append(OPEN)
    lines += [_move_words(move) for move in moves]
    return "\n".join(lines)


def _move_words(move: PostponementRow) -> str:
    starts = spoken_time(move.from_starts_at) if move.from_starts_at else ""
    if move.from_date is None:
        words = "Der Termin stand vorher noch nicht fest."
    else:
        day = ", ".join(part for part in (short_date(move.from_date), starts) if part)
        words = f"Verschoben vom {day}."
    return _with_reason(words, move.reason)


def _with_reason(words: str, reason: str) -> str:
    return f"{words} Grund: {reason}" if reason else words

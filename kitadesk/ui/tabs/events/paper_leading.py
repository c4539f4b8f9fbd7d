"""Turns the paper beside an event to what is needed now: the notice, the minutes, a reminder."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import EventRow
from kitadesk.ui.kit.slots import page_of
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.tabs.events.event_page import AFTER

INVITATION, LETTER, MINUTES = "invitation", "letter", "minutes"
AFTERWARDS = frozenset({MINUTES, "minutes_public"})


class PaperLeading(QObject):
    """Chooses for its panel; what the person chose stays while nothing else is needed."""

    NOTICE = "postponement"

    def __init__(self, panel: PaperPanel) -> None:
        super().__init__(panel)
        self._was_led = False

    def lead(self, row: EventRow | None) -> None:
        """Turn to the notice where there is one to send, and back to the usual paper after it."""
        if row is None:
            return
        is_changed = row.status in (EventStatus.CANCELLED, EventStatus.POSTPONED)
        if is_changed:
            self._panel().choose(self.NOTICE)
        elif self._was_led:
            self._panel().choose(_usual(row))
        self._was_led = is_changed or row.kind is EventKind.CLOSING_DAY

    def remind(self, row: EventRow | None) -> None:
        """Turn to the usual paper, only for the families who have not answered."""
        self._panel().choose(_usual(row), {"reminder": "ja"})

    @Slot(int)
    def follow_page(self, number: int) -> None:
        """Lay the minutes beside the page that they are written on, and take them away again."""
        paper = self._panel().paper()
        is_minutes = paper is not None and paper.id in AFTERWARDS
        if number == AFTER and not is_minutes:
            self._panel().choose(MINUTES)
        elif number != AFTER and is_minutes:
            self._panel().choose(INVITATION)

    def _panel(self) -> PaperPanel:
        return page_of(self)  # type: ignore[return-value]  # It is made with its panel.


def _usual(row: EventRow | None) -> str:
    return LETTER if row is not None and row.kind is EventKind.LETTER else INVITATION

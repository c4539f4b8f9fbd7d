"""Notices that a new day has begun while the window is open: Heute and all lists speak of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LOOK_MS = 60_000
"""How often the day is looked at; a computer that slept through midnight is late by a minute."""


class NewDay(QObject):
    """Says `begun` once for each new day."""

    begun = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)

    @Slot()
    def look(self) -> None:
        """Compare the day with the last look."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.begun.emit()

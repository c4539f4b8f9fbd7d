"""Python's cycle collector on the main thread only.

A collection may fall into any thread that makes objects; in a job it would destroy dead widgets
from the wrong thread ("Timers cannot be stopped from another thread", then a crash). So the
automatic collector is off while a window exists and a timer does its work. (Model: Anki.)
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 1000
FIRST_MS = 5000
"""Not during the start: the first collection would look at every module while it is imported."""
_NAME = "garbageCollector"


class GarbageCollector(QObject):
    """Collects in the three generations by Python's own thresholds, but here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(FIRST_MS)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due; each includes the younger ones."""
        if self._timer.interval() != INTERVAL_MS:
            self._timer.setInterval(INTERVAL_MS)
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


def collect_on_main_thread(app: QObject) -> None:
    """Take the collector over for this application, once."""
    if app.findChild(GarbageCollector, _NAME) is None:
        GarbageCollector(app)
    gc.disable()


def keep_what_is_there() -> None:
    """Take what the start made out of every later collection: modules and models stay anyway.

    Without this the first collection looks at half a million objects and holds the window up.
    """
    gc.freeze()

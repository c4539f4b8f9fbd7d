"""Python's cycle collector on the main thread only.

A collection may fall into any thread that makes objects; in a job it would destroy dead widgets
from the wrong thread ("Timers cannot be stopped from another thread", then a crash). So the
automatic collector is off while a window exists and a timer does its work. (Model: Anki.)

It rests while a job runs: each collection looks at what the job has in hand as well. With a run of
31,540 letters that took 36 of 91 seconds from the window; the job lets go of it all by itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from types import MethodType
from typing import cast
from weakref import WeakMethod

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

INTERVAL_MS = 1000
FIRST_MS = 5000
"""Not during the start: the first collection would look at every module while it is imported."""
MOST_RESTS = 120
"""Two minutes; then it collects beside a job, so that memory does not grow for ever."""
SHARE = 20
"""A collection that took long is followed by a pause this many times as long: 5 % at most."""
_NAME = "garbageCollector"


class GarbageCollector(QObject):
    """Collects in the three generations by Python's own thresholds, but here."""

    def __init__(self, parent: QObject, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self.setObjectName(_NAME)
        self._thresholds = gc.get_threshold()
        self._is_busy: Callable[[], Callable[[], bool] | None] = _nothing
        self._rests = 0
        self._not_before = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(FIRST_MS)

    def rest_while(self, is_busy: Callable[[], bool]) -> None:
        """Ask this bound method before each collection; its object is not kept alive."""
        self._is_busy = WeakMethod(cast("MethodType", is_busy))

    @Slot()
    def tick(self) -> None:
        """Collect what is due, unless a job runs or the last collection took long."""
        if self._timer.interval() != INTERVAL_MS:
            self._timer.setInterval(INTERVAL_MS)
        began = self._now()
        is_busy = self._is_busy()
        if began < self._not_before:
            return
        if is_busy is not None and self._rests < MOST_RESTS and is_busy():
            self._rests += 1
            return
        self._rests = 0
        self.collect()
        ended = self._now()
        self._not_before = ended + SHARE * (ended - began)

    def collect(self) -> None:
        """Collect the oldest generation that is due; each includes the younger ones."""
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


def rest_while(is_busy: Callable[[], bool]) -> None:
    """Let the collector of this application rest while this bound method says so."""
    app = QCoreApplication.instance()
    collector = app.findChild(GarbageCollector, _NAME) if app is not None else None
    if collector is not None:
        collector.rest_while(is_busy)


def keep_what_is_there() -> None:
    """Take what the start made out of every later collection: modules and models stay anyway.

    Without this the first collection looks at half a million objects and holds the window up.
    """
    gc.freeze()


def _nothing() -> None:
    """Stand for the lanes before there are any."""

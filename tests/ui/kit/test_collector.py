"""Dead widgets are destroyed on the main thread, also while jobs make many objects."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.collector import MOST_RESTS, SHARE, GarbageCollector


class Cycle(QObject):
    """A dead object that only the cycle collector finds."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_a_job_that_makes_many_objects_destroys_no_qt_object(qtbot: QtBot) -> None:
    threads: list[int] = []
    weakref.finalize(Cycle(), lambda: threads.append(threading.get_ident()))
    maker = threading.Thread(target=lambda: [[] for _number in range(100_000)])
    maker.start()
    maker.join()
    assert threads == []

    gc.collect()

    assert threads == [threading.get_ident()]


def test_the_timer_collects_what_is_due(qtbot: QtBot, qapp: QApplication) -> None:
    collector = qapp.findChild(GarbageCollector)
    assert collector is not None
    reference = weakref.ref(Cycle())
    kept = [[] for _number in range(5000)]  # type: ignore[var-annotated]

    collector.collect()

    assert kept
    assert reference() is None


class Lanes:
    """Lanes that are busy until somebody says otherwise."""

    def __init__(self) -> None:
        self.is_working = True

    def is_busy(self) -> bool:
        return self.is_working


def dead_after(collector: GarbageCollector, ticks: int) -> bool:
    """Whether a dead object is gone after so many ticks of the timer."""
    reference = weakref.ref(Cycle())
    kept = [[] for _number in range(5000)]  # type: ignore[var-annotated]
    for _tick in range(ticks):
        collector.tick()
    assert kept
    return reference() is None


def test_the_collector_rests_while_a_job_runs(qtbot: QtBot, qapp: QApplication) -> None:
    collector, lanes = GarbageCollector(qapp), Lanes()
    collector.rest_while(lanes.is_busy)
    assert not dead_after(collector, 1)
    lanes.is_working = False
    assert dead_after(collector, 1)
    collector.deleteLater()


def test_a_job_that_never_ends_is_collected_beside(qtbot: QtBot, qapp: QApplication) -> None:
    collector, lanes = GarbageCollector(qapp), Lanes()
    collector.rest_while(lanes.is_busy)
    assert dead_after(collector, MOST_RESTS + 1)
    collector.deleteLater()


def test_lanes_that_are_gone_are_not_asked(qtbot: QtBot, qapp: QApplication) -> None:
    collector = GarbageCollector(qapp)
    collector.rest_while(Lanes().is_busy)
    assert dead_after(collector, 1)
    collector.deleteLater()


def test_a_long_collection_is_followed_by_a_long_pause(qtbot: QtBot, qapp: QApplication) -> None:
    seconds = iter((10.0, 12.0, 12.0 + 2 * SHARE - 1, 12.0 + 2 * SHARE, 60.0))
    collector = GarbageCollector(qapp, seconds.__next__)
    assert dead_after(collector, 1)  # From second 10 to second 12.
    assert not dead_after(collector, 1)
    assert dead_after(collector, 1)
    collector.deleteLater()

"""Dead widgets are destroyed on the main thread, also while jobs make many objects."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.collector import GarbageCollector


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

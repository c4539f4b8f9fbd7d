"""A screen that a test opened, and how it is opened and ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from kitadesk.services.desk import Desk
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from tests.support.qt_life import flush_deletes
from tests.support.screens import make_screen

PATIENCE = 30.0
"""Seconds that a dialog may read; never waited for where it is quicker."""


@dataclass(frozen=True, slots=True)
class OpenScreen:
    """A screen, and what turns it to each of its pages; fields may come and go with a page."""

    root: QWidget
    pages: Sequence[Callable[[], object]]


@contextmanager
def open_context(desk: Desk) -> Iterator[AppContext]:
    """Give what a screen needs, and end all of it."""
    screen = make_screen(desk)
    screen.window.show()
    yield screen.context
    screen.context.jobs.shutdown()
    screen.context.changes.close()
    end(screen.window)


def end(window: QWidget) -> None:
    """Close a window and let Qt delete it."""
    window.close()
    window.deleteLater()
    flush_deletes()


def shown(widget: QWidget) -> QWidget:
    """Show a screen in a usual size."""
    widget.resize(1280, 900)
    widget.show()
    return widget


def settle(jobs: Jobs) -> None:
    """Wait until everything is read, so that the fields are there that come with it."""
    ends = time.monotonic() + PATIENCE
    while jobs.is_busy() and time.monotonic() < ends:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    assert not jobs.is_busy(), "It still reads."

"""From change sets of the desk (any thread) to the views that show those tables (main thread)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kitadesk.ui.kit.slots import WeakCallback

_log = logging.getLogger(__name__)


class ChangeSet(Protocol):
    """What a view needs to know of a step: its name and the tables it touched."""

    @property
    def label(self) -> str:
        """Return the name of the step."""

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of the tables whose rows changed."""


class Listening(Protocol):
    """The part of the desk that tells of changes."""

    def listen(self, listener: Callable[[ChangeSet], None], /) -> Callable[[], None]:
        """Call `listener` after each step; returns what ends it."""


class Changes(QObject):
    """Calls views back when a table they show has changed; views are held weakly.

    Several steps in one turn of the event loop refresh a view once.
    """

    changed = Signal(object)
    _arrived = Signal(object)
    _all_arrived = Signal()

    def __init__(self, desk: Listening | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views: list[tuple[frozenset[str], WeakCallback]] = []
        self._waiting: set[str] = set()
        self._stop: Callable[[], None] | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._all_arrived.connect(self._on_all, Qt.ConnectionType.QueuedConnection)
        if desk is not None:
            self.bind(desk)

    def bind(self, desk: Listening) -> None:
        """Listen to this desk from now on."""
        self.close()
        self._stop = desk.listen(self._on_change)

    def refresh_on(self, tables: Collection[str], refresh: Callable[[], object]) -> None:
        """Call the bound method whenever one of these tables changed."""
        self._views.append((frozenset(tables), WeakCallback(refresh)))

    def refresh_all(self) -> None:
        """Call every view: a new day shows other things in nearly all of them."""
        self._views = [view for view in self._views if not view[1].is_gone]
        for _shown, refresh in list(self._views):
            refresh()

    def close(self) -> None:
        """Listen no more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def _on_change(self, change: ChangeSet) -> None:
        """Run on the thread that wrote; the signal crosses over."""
        self._arrived.emit(change)

    @Slot(object)
    def _on_arrived(self, change: ChangeSet) -> None:
        self.changed.emit(change)
        if not self._waiting:
            # Queued behind the other change sets that wait already.
            self._all_arrived.emit()
        self._waiting |= change.tables

    @Slot()
    def _on_all(self) -> None:
        tables, self._waiting = self._waiting, set()
        self._views = [view for view in self._views if not view[1].is_gone]
        for shown, refresh in list(self._views):
            if shown & tables:
                refresh()
        _log.info("changed and shown: %d tables", len(tables))

"""The desk that screens hold: questions in, frozen rows out, one door for every change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from kitadesk.base.clock import Clock, SystemClock
from kitadesk.queries.reader import Reader
from kitadesk.storage.changes import ChangeSet
from kitadesk.storage.store import Listener, Store
from kitadesk.storage.writer import Writer

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """One open house. Screens read with `read`, services write with `write`, both undo."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self.clock = clock

    @classmethod
    def open(cls, folder: Path, clock: Clock | None = None) -> Self:
        """Open the data file of the folder, or make one; raises KnownStorageError."""
        clock = clock or SystemClock()
        return cls(Store.open_or_create(folder, clock), clock)

    @property
    def folder(self) -> Path:
        """Return the folder that holds the data file."""
        return self._store.folder

    @property
    def store(self) -> Store:
        """Return the store, for backup, check and the command line."""
        return self._store

    def close(self) -> None:
        """Close the file and let another program in."""
        self._store.close()

    def read(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask one question: `desk.read(replies_of, event_id)` returns frozen rows."""
        with self._store.read() as reader:
            return question(reader, *args, **kwargs)

    def write(
        self, label: str, *, undoable: bool = True, merge_key: str | None = None
    ) -> AbstractContextManager[Writer]:
        """Open the write door for one step that people know by `label`."""
        return self._store.write(label, undoable=undoable, merge_key=merge_key)

    def undo(self) -> ChangeSet:
        """Take the newest step back; raises UserError when that is not possible."""
        return self._store.undo()

    def redo(self) -> ChangeSet:
        """Do the step again that was undone last; raises UserError when there is none."""
        return self._store.redo()

    @property
    def undo_label(self) -> str | None:
        """Return the name of the step that `undo` would take back."""
        return self._store.undo_label()

    @property
    def redo_label(self) -> str | None:
        """Return the name of the step that `redo` would do again."""
        return self._store.redo_label()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change set; returns the function that ends it."""
        return self._store.listen(listener)

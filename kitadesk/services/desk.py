"""The desk: what screens and commands hold instead of a session. Reads are frozen rows."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from kitadesk.base.clock import Clock, SystemClock
from kitadesk.base.errors import UserError
from kitadesk.storage.opening import OpenFile, PlainReader, open_or_create, set_aside
from kitadesk.storage.step_names import (
    Tell,
    redo_label,
    redo_size,
    silent,
    undo_label,
    undo_size,
)

if TYPE_CHECKING:
    from kitadesk.queries.reader import Reader
    from kitadesk.storage.changes import ChangeSet
    from kitadesk.storage.store import Listener, Store
    from kitadesk.storage.writer import Writer

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """One open house. Screens read with `read`, services write with `write`, both undo.

    `look` answers at once; everything else needs the store, which is made when it is wanted
    first (SQLAlchemy and the models take 0.3 s to import: the window lets a job do it).
    """

    def __init__(self, file: OpenFile, clock: Clock, store: Store | None = None) -> None:
        self.clock = clock
        self._file = file
        self._store = store
        self._making = threading.Lock()
        self._listeners: list[Listener] = []
        if store is not None:
            store.listen(self._tell)

    @classmethod
    def open(cls, folder: Path, clock: Clock | None = None) -> Self:
        """Open the data file of the folder, or make one; raises KnownStorageError."""
        clock = clock or SystemClock()
        return cls(open_or_create(folder, clock), clock)

    @property
    def folder(self) -> Path:
        """Return the folder that holds the data file."""
        return self._file.folder

    @property
    def store(self) -> Store:
        """Return the store, for backup, check and the command line."""
        with self._making:
            if self._store is None:
                from kitadesk.storage.store import Store  # noqa: PLC0415 - after the first page

                self._store = Store(self._file, self.clock)
                self._store.listen(self._tell)
            return self._store

    def make_ready(self) -> None:
        """Make the store now; raises KnownStorageError. Called from a job, so nobody waits."""
        _ = self.store

    def close(self) -> None:
        """Close the file and let another program in."""
        with self._making:
            if self._store is not None:
                self._store.close()
            else:
                self._file.close()

    def close_and_set_aside(self, name: str) -> Path:
        """Close the file and move it into a folder `name`, so that the data folder is empty.

        Raises UserError ``folder_not_usable``; the file is closed then and lies where it lay.
        """
        self.close()
        try:
            return set_aside(self.folder, name)
        except OSError:
            raise UserError("folder_not_usable", name=name) from None

    def look(
        self, question: Callable[Concatenate[PlainReader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask one question in plain SQL, as the first page does: `desk.look(today, day)`."""
        with self._file.look() as reader:
            return question(reader, *args, **kwargs)

    def read(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Ask one question: `desk.read(replies_of, event_id)` returns frozen rows."""
        with self.store.read() as reader:
            return question(reader, *args, **kwargs)

    def write(
        self, label: str, *, undoable: bool = True, merge_key: str | None = None
    ) -> AbstractContextManager[Writer]:
        """Open the write door for one step that people know by `label`."""
        return self.store.write(label, undoable=undoable, merge_key=merge_key)

    def undo(self, tell: Tell = silent) -> ChangeSet:
        """Take the newest step back; raises UserError when that is not possible.

        `tell(share)` hears how far a large step is; what it raises leaves nothing behind.
        """
        return self.store.undo(tell)

    def redo(self, tell: Tell = silent) -> ChangeSet:
        """Do the step again that was undone last; raises UserError when there is none."""
        return self.store.redo(tell)

    @property
    def undo_size(self) -> int:
        """Return how many rows `undo` would move."""
        return self.look(undo_size)

    @property
    def redo_size(self) -> int:
        """Return how many rows `redo` would move."""
        return self.look(redo_size)

    @property
    def undo_label(self) -> str | None:
        """Return the name of the step that `undo` would take back."""
        return self.look(undo_label)

    @property
    def redo_label(self) -> str | None:
        """Return the name of the step that `redo` would do again."""
        return self.look(redo_label)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change set; returns the function that ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def _tell(self, changes: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

"""The data file as the program sees it: read sessions, the write door, undo and redo."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import kitadesk.storage.models  # noqa: F401  (maps the tables)
from kitadesk.base.clock import Clock
from kitadesk.base.errors import UserError
from kitadesk.storage import history, migrate, search_index, step_names
from kitadesk.storage.changes import ChangeSet
from kitadesk.storage.engine import (
    is_broken_reference,
    known_errors,
    large_cache,
    reading_engine,
    writing_engine,
)
from kitadesk.storage.images import Image
from kitadesk.storage.opening import OpenFile, create_file, open_file
from kitadesk.storage.reading import ReadingSession
from kitadesk.storage.writer import Writer, WritingSession

T = TypeVar("T")
Listener = Callable[[ChangeSet], None]


class Store:
    """An open data file with its read sessions and its write door; ended by `close`."""

    def __init__(self, file: OpenFile, clock: Clock) -> None:
        self.file = file
        self._clock = clock
        self._reading: Engine = reading_engine(file.path, file.key)
        self._writing: Engine = writing_engine(file.path, file.key)
        self._door = threading.RLock()
        self._listeners: list[Listener] = []
        if not file.is_read_only:
            self.prune_history()

    @classmethod
    def create(cls, folder: Path, clock: Clock) -> Self:
        """Make a new encrypted file of the newest schema; raises when there is one already."""
        return cls(create_file(folder), clock)

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> Self:
        """Open the file; raises KnownStorageError like `opening.open_file`."""
        file = open_file(folder, clock)
        try:
            return cls(file, clock)
        except BaseException:
            file.close()
            raise

    @property
    def folder(self) -> Path:
        """Return the folder that holds the data file."""
        return self.file.folder

    def close(self) -> None:
        """Close all connections and let another program in."""
        self._reading.dispose()
        self._writing.dispose()
        self.file.close()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that can only read; its rows end with the block."""
        with known_errors(), ReadingSession(self._reading) as session:
            yield session

    @contextmanager
    def write(
        self, label: str, *, undoable: bool = True, merge_key: str | None = None
    ) -> Iterator[Writer]:
        """Open the one door for writing; leaving it commits, raising leaves nothing behind.

        `label` names the step for people ("Rückmeldung Şahin"). Steps with the same `merge_key`
        within two minutes become one, as typing in one field does.
        """
        with self._door:
            with known_errors(), WritingSession(self._writing, expire_on_commit=False) as session:
                writer = Writer(session, label)
                yield writer
                session.flush()
                rows, new = writer.log.single_rows(), writer.log.new_rows()
                tables = frozenset({row.table for row in rows} | {many.table for many in new})
                if tables:
                    connection = session.connection()
                    search_index.follow(connection, rows)
                    search_index.add_new(connection, new)
                    if undoable:
                        changes = chain(rows, *(many.changes() for many in new))
                        now = self._clock.now()
                        history.record(
                            connection, writer.label, changes, now=now, merge_key=merge_key
                        )
                session.commit()
            if tables:
                self._tell(ChangeSet(writer.label, tables))

    def undo(self, tell: step_names.Tell = step_names.silent) -> ChangeSet:
        """Take the newest step back; raises UserError when that is not possible.

        `tell(share)` hears how far a large step is; what it raises leaves nothing behind.
        """
        return self._step(history.undo, tell)

    def redo(self, tell: step_names.Tell = step_names.silent) -> ChangeSet:
        """Do the step again that was undone last; raises UserError when there is none."""
        return self._step(history.redo, tell)

    def undo_label(self) -> str | None:
        """Return the name of the step that `undo` would take back."""
        return self._ask(step_names.undo_label)

    def redo_label(self) -> str | None:
        """Return the name of the step that `redo` would do again."""
        return self._ask(step_names.redo_label)

    def earlier_images(
        self, table: str, row_id: uuid.UUID
    ) -> list[tuple[datetime, str, Image | None]]:
        """Return what a record was before, newest first."""
        return self._ask(lambda connection: history.images_of(connection, table, row_id))

    def purge_history(self, table: str, row_ids: list[uuid.UUID]) -> None:
        """Remove all images of deleted rows, as a deletion by law demands."""
        with self._door, known_errors(), self._writing.begin() as connection:
            history.purge(connection, table, row_ids)

    def prune_history(self) -> None:
        """Forget what is older than the history keeps."""
        with self._door, known_errors(), self._writing.begin() as connection:
            history.prune(connection, self._clock.now())

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change set; returns the function that ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def check(self) -> dict[str, list[str]]:
        """Return what is wrong in the file by kind of check; empty lists mean all is well."""
        with known_errors(), self._reading.connect() as connection:
            return {
                "cipher": _lines(connection, "PRAGMA cipher_integrity_check"),
                "integrity": [
                    line for line in _lines(connection, "PRAGMA integrity_check") if line != "ok"
                ],
                "foreign_keys": _lines(connection, "PRAGMA foreign_key_check"),
            }

    def schema_version(self) -> str:
        """Return the revision of the schema."""
        return self._ask(migrate.version_of) or ""

    def _step(
        self, move: Callable[[Connection, step_names.Tell], ChangeSet], tell: step_names.Tell
    ) -> ChangeSet:
        with self._door:
            with (
                known_errors(),
                _refused_moves(),
                self._writing.begin() as connection,
                large_cache(connection),
            ):
                changes = move(connection, tell)
            self._tell(changes)
        return changes

    def _ask(self, question: Callable[[Connection], T]) -> T:
        with known_errors(), self._reading.connect() as connection:
            return question(connection)

    def _tell(self, changes: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _lines(connection: Connection, pragma: str) -> list[str]:
    return [" ".join(map(str, row)) for row in connection.execute(text(pragma))]


@contextmanager
def _refused_moves() -> Iterator[None]:
    """Say why the file refuses an undo or a redo.

    Rows that no step knows (slip numbers, the print log) may need what would go, or may have
    taken a unique value again.
    """
    try:
        yield
    except IntegrityError as error:
        code = "undo_in_use" if is_broken_reference(error) else "storage_changed_elsewhere"
        raise UserError(code) from None

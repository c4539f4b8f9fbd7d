"""Opens the folder of a house for this program: lock, key, schema version, a first connection.

The folder holds `kita.db` (encrypted), `kita.keys` (the slots of its key) and `kita.lock` (one
program at a time). A file of today's schema is open without SQLAlchemy, which takes 0.3 s to
import; making a file and migrating one need it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3

from kitadesk.base.clock import Clock
from kitadesk.base.errors import KnownStorageError
from kitadesk.storage import versions
from kitadesk.storage.connection import check_file, known_driver_errors, reading
from kitadesk.storage.keys import DataKey, create_key_file, read_key_file
from kitadesk.storage.lock import HouseLock

DATA_FILE = "kita.db"
KEY_FILE = "kita.keys"
LOCK_FILE = "kita.lock"
LONGEST_PATH = 500
"""Bytes; SQLite opens no file whose path is longer than 512."""

_FOREIGN_PARTS = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"


class PlainReader:
    """Asks in plain SQL; `exec_driver_sql` has the name and form of SQLAlchemy's connections."""

    def __init__(self, connection: sqlcipher3.Connection) -> None:
        self._connection = connection

    def exec_driver_sql(
        self, statement: str, parameters: tuple[Any, ...] = ()
    ) -> Sequence[tuple[Any, ...]]:
        """Return all rows of a question; values as the file holds them."""
        rows: list[tuple[Any, ...]] = self._connection.execute(statement, parameters).fetchall()
        return rows


class OpenFile:
    """The locked and opened file of one house; ended by `close`."""

    def __init__(
        self, folder: Path, key: DataKey, lock: HouseLock, *, is_read_only: bool = False
    ) -> None:
        self.folder = folder
        self.key = key
        self.is_read_only = is_read_only
        self._lock = lock
        self._door = threading.Lock()
        self._connection: sqlcipher3.Connection | None = None

    @property
    def path(self) -> Path:
        """Return the path of the encrypted file."""
        return self.folder / DATA_FILE

    @contextmanager
    def look(self) -> Iterator[PlainReader]:
        """Give a reader in plain SQL that sees one state of the file."""
        with self._door, known_driver_errors():
            if self._connection is None:
                self._connection = reading(self.path, self.key)()
            self._connection.execute("BEGIN")
            try:
                yield PlainReader(self._connection)
            finally:
                self._connection.execute("ROLLBACK")

    def close_look(self) -> None:
        """Close the plain connection; the next look opens one again."""
        with self._door:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def close(self) -> None:
        """Close the connection and let another program in."""
        self.close_look()
        self._lock.release()


def exists(folder: Path) -> bool:
    """Return whether the folder holds a data file."""
    return (folder / DATA_FILE).exists()


def open_file(folder: Path, clock: Clock) -> OpenFile:
    """Open the file: header, key, schema version; an older schema is migrated after a copy.

    On a write-protected folder it opens for reading (`is_read_only`).
    Raises KnownStorageError, also for a file that somebody gave triggers or views: ours has none,
    and they could change what a save writes.
    """
    _check_length(folder)
    check_file(folder / DATA_FILE)
    key = read_key_file(folder / KEY_FILE)
    file = _locked_file(folder, key)
    try:
        if _version(file) != versions.HEAD:
            if file.is_read_only:
                raise KnownStorageError("storage_read_only", file=DATA_FILE)
            file.close_look()
            _bring_up_to_date(file, clock)
        with file.look() as reader:
            if reader.exec_driver_sql(_FOREIGN_PARTS)[0][0]:
                raise KnownStorageError("storage_foreign_parts", file=DATA_FILE)
    except BaseException:
        file.close()
        raise
    return file


def create_file(folder: Path) -> OpenFile:
    """Make a new encrypted file of the newest schema; raises when there is one already."""
    from kitadesk.storage import migrate  # SQLAlchemy and Alembic

    _check_length(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if exists(folder) or (folder / KEY_FILE).exists():
        raise KnownStorageError("storage_exists", folder=folder.name)
    lock = HouseLock.take(folder / LOCK_FILE)
    try:
        key = create_key_file(folder / KEY_FILE)
        migrate.create(folder / DATA_FILE, key)
    except BaseException:
        for name in (DATA_FILE, f"{DATA_FILE}-journal", KEY_FILE):
            with suppress(OSError):
                (folder / name).unlink()
        lock.release()
        raise
    return OpenFile(folder, key, lock)


def open_or_create(folder: Path, clock: Clock) -> OpenFile:
    """Open the folder's file, or make one where there is none."""
    return open_file(folder, clock) if exists(folder) else create_file(folder)


def set_aside(folder: Path, name: str) -> Path:
    """Move a closed file into a new folder `name` beside it and return that; nothing is deleted.

    A name that is taken gets a number. Raises OSError and leaves all as it was when it cannot move.
    """
    number, target = 2, folder / name
    while target.exists():
        number, target = number + 1, folder / f"{name} ({number})"
    target.mkdir()
    moved: list[str] = []
    try:
        for part in (DATA_FILE, f"{DATA_FILE}-journal", KEY_FILE):
            if (folder / part).exists():
                (folder / part).rename(target / part)
                moved.append(part)
    except OSError:
        for part in moved:
            (target / part).rename(folder / part)
        target.rmdir()
        raise
    return target


def _locked_file(folder: Path, key: DataKey) -> OpenFile:
    """Lock for writing, or share where the journal or the data cannot be written.

    Asked of the system, because SQLite takes an "exclusive" lock on a protected file without a
    word, and only the first write fails.
    """
    path = folder / LOCK_FILE
    if os.access(folder, os.W_OK) and os.access(folder / DATA_FILE, os.W_OK):
        return OpenFile(folder, key, HouseLock.take(path))
    return OpenFile(folder, key, HouseLock.share(path), is_read_only=True)


def _check_length(folder: Path) -> None:
    if len(os.fsencode(folder.absolute() / f"{DATA_FILE}-journal")) > LONGEST_PATH:
        raise KnownStorageError("path_too_long")


def _version(file: OpenFile) -> str | None:
    with file.look() as reader:
        if not reader.exec_driver_sql(versions.HAS_VERSION)[0][0]:
            return None
        rows = reader.exec_driver_sql(versions.READ_VERSION)
    return str(rows[0][0]) if rows else None


def _bring_up_to_date(file: OpenFile, clock: Clock) -> None:
    from kitadesk.storage import migrate

    migrate.bring_up_to_date(file.path, file.key, now=clock.now())

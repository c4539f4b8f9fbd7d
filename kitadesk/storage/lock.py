"""One program at a time: an exclusive lock of the operating system on `kita.lock`.

On a write-protected folder nobody can write, so several programs may read there: they share the
lock, and whoever does write keeps them out.

SQLite takes it, so it works like the lock of the data itself on every system. It ends with its
owner, also after a crash or a power cut: no lock is ever left over for somebody to remove.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import sqlcipher3

from kitadesk.base.errors import KnownStorageError

_LOCKED = frozenset({5, 6})
_NO_DATABASE = 26


class HouseLock:
    """The lock on a folder; made by `take`, ended by `release`."""

    def __init__(self, connection: sqlcipher3.Connection | None) -> None:
        self._connection = connection

    @classmethod
    def take(cls, path: Path) -> HouseLock:
        """Lock or raise KnownStorageError: ``second_instance``, ``storage_read_only``."""
        try:
            return cls(_locked(path))
        except sqlcipher3.Error as error:
            code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
            if code in _LOCKED:
                raise KnownStorageError("second_instance") from None
            if code != _NO_DATABASE:
                raise KnownStorageError("storage_read_only", file=path.parent.name) from None
        # Somebody wrote into the file, which is ours and empty otherwise.
        path.unlink()
        return cls(_locked(path))

    @classmethod
    def share(cls, path: Path) -> HouseLock:
        """Lock for reading only, where nothing can be written; raises ``second_instance``.

        Without the file there is nothing to lock, and nobody here could have made it.
        """
        if not path.exists():
            return cls(None)
        try:
            return cls(_shared(path))
        except sqlcipher3.Error as error:
            code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
            name = "second_instance" if code in _LOCKED else "storage_read_only"
            raise KnownStorageError(name, file=path.parent.name) from None

    def release(self) -> None:
        """Let another program in."""
        if self._connection is not None:
            self._connection.close()


def _shared(path: Path) -> sqlcipher3.Connection:
    connection = _connected(path, "ro")
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def _locked(path: Path) -> sqlcipher3.Connection:
    connection = _connected(path, "rwc")
    try:
        connection.execute("PRAGMA journal_mode=MEMORY").fetchall()
        connection.execute("BEGIN EXCLUSIVE")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def _connected(path: Path, mode: str) -> sqlcipher3.Connection:
    return sqlcipher3.connect(
        f"file:{quote(path.as_posix())}?mode={mode}",
        uri=True,
        timeout=0,
        check_same_thread=False,
        isolation_level=None,
    )

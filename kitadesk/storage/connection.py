"""Connections of the bare driver to the encrypted file, and the one place that names its errors.

Measured choices (docs/architecture.md, "File"): raw key, journal TRUNCATE with synchronous FULL,
query_only for reads, parameters hidden from error texts. `cipher_memory_security` stays off: a
bulk insert took 3.7 × as long with it and a save 1.4 ×, while Python keeps its own copies of every
text anyway. Nothing here needs SQLAlchemy: the first page is read before that is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlcipher3

from kitadesk.base.errors import KnownStorageError
from kitadesk.storage.keys import DataKey

SMALLEST_SQLITE = (3, 51, 3)  # before that, a WAL reset could damage the file
READ_WAIT_MS = 500
WRITE_WAIT_MS = 5000
CACHE_KB = 65_536
_PLAIN_HEADER = b"SQLite format 3\x00"
_SMALLEST_FILE = 512

_CODES = {
    5: "storage_locked",
    6: "storage_locked",
    8: "storage_read_only",
    10: "storage_io",
    11: "storage_corrupt",
    13: "storage_full",
    14: "storage_missing",
    26: "storage_wrong_key",
}


def check_file(path: Path) -> None:
    """Refuse what SQLite would open as an empty base or as plain text."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        raise KnownStorageError("storage_missing", file=path.name) from None
    except OSError:
        raise KnownStorageError("file_not_readable", name=path.name) from None
    if size < _SMALLEST_FILE:
        raise KnownStorageError("storage_empty_file", file=path.name)
    if head == _PLAIN_HEADER:
        raise KnownStorageError("storage_not_encrypted", file=path.name)


def reading(path: Path, key: DataKey) -> Callable[[], sqlcipher3.Connection]:
    """Return what opens a connection that can only read and waits half a second at most."""
    return _connector(path, key, "rw", READ_WAIT_MS, "query_only=ON")


def writing(
    path: Path, key: DataKey, *, create: bool = False
) -> Callable[[], sqlcipher3.Connection]:
    """Return what opens a connection that writes; only `create` makes the file."""
    return _connector(path, key, "rwc" if create else "rw", WRITE_WAIT_MS, "cache_spill=OFF")


def _connector(
    path: Path, key: DataKey, mode: str, wait_ms: int, last_pragma: str
) -> Callable[[], sqlcipher3.Connection]:
    pragmas = [
        f"busy_timeout={wait_ms}",
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
        f"cache_size=-{CACHE_KB}",
        last_pragma,
    ]

    def connect() -> sqlcipher3.Connection:
        if sqlcipher3.sqlite_version_info < SMALLEST_SQLITE:
            raise RuntimeError("the bundled SQLite is too old")
        connection = sqlcipher3.connect(
            f"file:{quote(path.as_posix())}?mode={mode}",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
        )
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}'\"")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("the SQLite driver cannot encrypt")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    return connect


def known_error(error: Exception) -> KnownStorageError | None:
    """Return what the driver's code means for a person; None means it is our bug.

    Takes the driver's own error, or SQLAlchemy's with the driver's as `orig`.
    """
    origin = getattr(error, "orig", error)
    code = getattr(origin, "sqlite_errorcode", None)
    if code is None:
        code = 26 if "not a database" in str(origin) else None
    name = None if code is None else _CODES.get(int(code) & 0xFF)
    return None if name is None else KnownStorageError(name, file="kita.db")


@contextmanager
def known_driver_errors() -> Iterator[None]:
    """Turn the bare driver's errors that people can act on into sentences."""
    try:
        yield
    except sqlcipher3.Error as error:
        known = known_error(error)
        if known is None:
            raise
        raise known from None

"""SQLAlchemy's engines on the encrypted file, and its errors as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool

from kitadesk.base.errors import UserError
from kitadesk.storage.connection import CACHE_KB, known_error, reading, writing
from kitadesk.storage.keys import DataKey

LARGE_CACHE_KB = 400_000


def reading_engine(path: Path, key: DataKey) -> Engine:
    """Return an engine whose connections can only read and wait half a second at most."""
    return _engine(reading(path, key), begin="BEGIN")


def writing_engine(path: Path, key: DataKey, *, create: bool = False) -> Engine:
    """Return an engine whose transactions take the write lock at once."""
    return _engine(writing(path, key, create=create), begin="BEGIN IMMEDIATE")


@contextmanager
def large_cache(connection: Connection) -> Iterator[None]:
    """Let a step of many rows keep its pages; a limit, no claim: only pages in use take room.

    Changed pages fill the usual cache, and then every page that is read twice is decrypted twice
    (undo of 385,000 rows: 23 s, with this 11 s).
    """
    connection.exec_driver_sql(f"PRAGMA cache_size=-{LARGE_CACHE_KB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE_KB}")


def _engine(connect: Callable[[], sqlcipher3.Connection], *, begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    event.listen(engine, "checkin", _end_open_transaction)
    return engine


def _end_open_transaction(connection: sqlcipher3.Connection | None, _record: object) -> None:
    """Roll back what a refused COMMIT left open: SQLAlchemy takes it for ended, SQLite does not.

    The next step would fail with it ("cannot start a transaction within a transaction").
    """
    if connection is not None and connection.in_transaction:
        connection.rollback()


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn the driver's errors that people can act on into sentences; the rest is our bug."""
    try:
        yield
    except StaleDataError:
        raise UserError("storage_changed_elsewhere") from None
    except (DBAPIError, sqlcipher3.Error) as error:
        known = known_error(error)
        if known is None:
            raise
        raise known from None


def is_broken_reference(error: IntegrityError) -> bool:
    """Return whether a row would refer to nothing; the driver has one code for all constraints."""
    return "FOREIGN KEY" in str(error.orig)

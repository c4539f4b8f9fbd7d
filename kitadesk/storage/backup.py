"""Checked copies of the data file: written beside, opened again and tested, then put in place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import sqlcipher3
from sqlalchemy import text

from kitadesk.base.errors import KnownStorageError
from kitadesk.storage.engine import reading_engine
from kitadesk.storage.keys import DataKey


def checked_copy(source: Path, key: DataKey, target: Path) -> None:
    """Copy the file through SQLite's backup interface; the target exists only if it is good."""
    part = target.with_name(target.name + ".part")
    with suppress(FileNotFoundError):
        part.unlink()
    try:
        _copy(source, key, part)
        _check(part, key)
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _copy(source: Path, key: DataKey, target: Path) -> None:
    pragma = f"PRAGMA key=\"x'{key.raw.hex()}'\""
    from_connection = sqlcipher3.connect(source.as_posix(), isolation_level=None)
    to_connection = sqlcipher3.connect(target.as_posix(), isolation_level=None)
    try:
        from_connection.execute(pragma)
        to_connection.execute(pragma)
        from_connection.backup(to_connection)
    finally:
        to_connection.close()
        from_connection.close()
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _check(path: Path, key: DataKey) -> None:
    engine = reading_engine(path, key)
    try:
        with engine.connect() as connection:
            damaged = connection.execute(text("PRAGMA cipher_integrity_check")).first()
            integrity = connection.execute(text("PRAGMA integrity_check")).scalar()
    finally:
        engine.dispose()
    if damaged is not None or integrity != "ok":
        raise KnownStorageError("storage_corrupt", file=path.name)

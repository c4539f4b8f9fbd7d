"""The schema's way from one version to the next: in process, in one transaction, after a copy.

A normal start only compares the version by plain SQL (`opening`); this is imported when there is
work (Alembic takes 0.3 s). Foreign keys are off while tables are rebuilt, and checked before the
commit: with them on, a rebuilt table takes its children's rows along (measured, see
docs/architecture.md).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, text

from kitadesk.base.errors import KnownStorageError
from kitadesk.storage import search_index, versions
from kitadesk.storage.engine import known_errors, writing_engine
from kitadesk.storage.keys import DataKey


def version_of(connection: Connection) -> str | None:
    """Return the schema version by plain SQL; None when the file has no schema yet."""
    if not connection.execute(text(versions.HAS_VERSION)).scalar():
        return None
    return connection.execute(text(versions.READ_VERSION)).scalar()


def create(path: Path, key: DataKey) -> None:
    """Make the file and run all migrations on it."""
    engine = writing_engine(path, key, create=True)
    try:
        with known_errors(), engine.connect() as connection:
            _upgrade(connection)
    finally:
        engine.dispose()


def bring_up_to_date(path: Path, key: DataKey, *, now: datetime) -> None:
    """Migrate an older file after a checked copy; raises ``storage_newer`` for a newer one."""
    engine = writing_engine(path, key)
    try:
        with known_errors(), engine.connect() as connection:
            version = version_of(connection)
            connection.rollback()
            if version == versions.HEAD:
                return
            if version is None:
                raise KnownStorageError("storage_corrupt", file=path.name)
            if version not in versions.KNOWN_VERSIONS:
                raise KnownStorageError("storage_newer", file=path.name)
            from kitadesk.storage.backup import checked_copy  # late: only a migration needs it

            checked_copy(path, key, path.with_name(f"vor-update-{now:%Y%m%d-%H%M%S}.db"))
            _upgrade(connection)
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    """Run the migrations in one transaction, and refuse a result that lost rows or references."""
    from alembic import command  # late: 0.3 s that a normal start does not need
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "alembic").as_posix())
    config.attributes["connection"] = connection
    raw = connection.connection.dbapi_connection
    if raw is None:
        raise RuntimeError("the connection is closed")
    connection.rollback()
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            before = _row_counts(connection)
            command.upgrade(config, "head")
            _check(connection, before)
            search_index.rebuild(connection)
    finally:
        raw.cursor().execute("PRAGMA foreign_keys=ON")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.execute(
        text(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"
        )
    ).scalars()
    return {
        name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()  # noqa: S608
        for name in list(names)
    }


def _check(connection: Connection, before: dict[str, int]) -> None:
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    if broken is not None or lost:
        raise KnownStorageError("storage_migration_failed", tables=", ".join(lost))

"""One cache of compiled SQL for all files that a run opens.

SQLAlchemy keeps compiled statements per engine, and every test opens engines of its own: half of
the time of a small test went into compiling the same statements again.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_SIZE = 3000
_COMPILED: LRUCache[object, object] = LRUCache(_SIZE)


def share_compiled_statements() -> None:
    """Let all engines of this process look into one cache; their dialects count as the same."""
    SQLiteDialect_pysqlite.__eq__ = _is_same_dialect  # type: ignore[method-assign,assignment]
    SQLiteDialect_pysqlite.__hash__ = _hash_of_dialect  # type: ignore[method-assign,assignment]
    if not event.contains(Engine, "engine_connect", _use_shared_cache):
        event.listen(Engine, "engine_connect", _use_shared_cache)


def _use_shared_cache(connection: Connection) -> None:
    connection.engine._compiled_cache = _COMPILED  # type: ignore[assignment]


def _is_same_dialect(one: object, other: object) -> bool:
    return type(one) is type(other)


def _hash_of_dialect(dialect: object) -> int:
    return hash(type(dialect))

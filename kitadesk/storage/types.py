"""Column types of the data file: keys as 16 bytes, enums by value, stamps in UTC."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import uuid_utils.compat
from sqlalchemy import BINARY, DateTime, Dialect, Uuid
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override


def new_id() -> uuid.UUID:
    """Return a new UUIDv7 (RFC 9562): unique, and sorted by the time of making."""
    return uuid_utils.compat.uuid7()


class Guid(TypeDecorator[uuid.UUID]):
    """A UUID as BLOB(16) on SQLite, native elsewhere; CHAR(32) would take 1.7 × the room."""

    impl = BINARY(16)
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BINARY(16))
        return dialect.type_descriptor(Uuid())

    @override
    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> object:
        if value is None or dialect.name != "sqlite":
            return value
        return value.bytes

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> uuid.UUID | None:
        return _uuid_of(value)

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[object], uuid.UUID | None]:
        """Give SQLAlchemy the one function, without its two wrappers around it."""
        return _uuid_of


def _uuid_of(value: object) -> uuid.UUID | None:
    """Return the key in a third of the time of `UUID(bytes=…)`: a large list has 300,000 of them.

    The fields of a UUID are set from outside as its own constructor sets them; that it does not
    change afterwards is the same.
    """
    if not isinstance(value, bytes):
        return None
    if len(value) != 16:
        raise ValueError("a key has 16 bytes")
    made = _new(uuid.UUID)
    _put(made, "int", int.from_bytes(value))
    _put(made, "is_safe", _UNKNOWN)
    return made


_new, _put, _UNKNOWN = object.__new__, object.__setattr__, uuid.SafeUUID.unknown


class UtcStamp(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; what people plan is a local date and time instead."""

    impl = DateTime()
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stamp needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def value_enum(kind: type[enum.Enum]) -> SqlEnum:
    """Return a column type that stores the members' values behind a check constraint."""
    return SqlEnum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=40,
        name=kind.__name__.lower(),
    )

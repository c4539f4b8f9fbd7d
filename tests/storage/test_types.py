"""Keys come back from the file as the very same UUIDs."""

from __future__ import annotations

import pickle
import uuid

import pytest
from sqlalchemy import create_engine, literal_column, select, type_coerce
from sqlalchemy.dialects import sqlite

from kitadesk.storage.types import Guid, new_id


def read_back(content: bytes) -> uuid.UUID | None:
    literal = literal_column(f"x'{content.hex()}'")
    with create_engine("sqlite://").connect() as connection:
        return connection.execute(select(type_coerce(literal, Guid()))).scalar()


@pytest.mark.parametrize("key", [new_id(), uuid.UUID(int=0), uuid.UUID(int=2**128 - 1)])
def test_a_key_is_what_the_constructor_of_python_makes(key: uuid.UUID) -> None:
    read = read_back(key.bytes)
    assert read is not None
    assert (read, hash(read), str(read), read.bytes) == (key, hash(key), str(key), key.bytes)
    assert (read.is_safe, pickle.loads(pickle.dumps(read))) == (key.is_safe, key)  # noqa: S301


def test_a_key_cannot_be_changed() -> None:
    read = read_back(new_id().bytes)
    with pytest.raises(TypeError):
        read.int = 3  # type: ignore[union-attr,misc]


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        read_back(b"short")


def test_no_key_stays_none() -> None:
    process = Guid().result_processor(sqlite.dialect(), None)
    assert process(None) is None

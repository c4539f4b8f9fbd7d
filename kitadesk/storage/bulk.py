"""Many rows at the driver's speed: plain values, one prepared statement per table.

SQLAlchemy would compile once but bind every value of every row in Python, twice the time of the
insert itself. The statements are plain SQL with the question marks of the SQLite driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, Connection, Table

from kitadesk.storage.changes import NewRows
from kitadesk.storage.images import Image, codec_of, plain_column
from kitadesk.storage.models.base import default_of

BATCH = 500
K = TypeVar("K")
T = TypeVar("T")


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> NewRows:
    """Insert rows given as Python values; what is missing gets the column's Python default.

    Returns them as the driver got them.
    """
    named = set(chain.from_iterable(rows))
    if unknown := named.difference(table.columns.keys()):
        raise ValueError(f"no such columns: {sorted(unknown)}")
    names = codec_of(table).names
    ordered = [table.columns[name] for name in (*names, "version")]
    columns = (_column(column, rows, is_given=column.key in named) for column in ordered)
    plain = list(zip(*columns, strict=True))
    connection.exec_driver_sql(_insert_sql(table, names), plain)
    # SQLAlchemy's own kind of text for names would be asked by the driver how it wants to be bound.
    return NewRows(str(table.name), names, plain)


def put_images(connection: Connection, table: Table, images: Sequence[Image]) -> None:
    """Insert rows from their images, as version 1; a column that is younger gets its default."""
    names = codec_of(table).names
    missing = [name for name in names if any(name not in image for image in images)]
    filler = {name: _column(table.columns[name], [{}], is_given=False)[0] for name in missing}
    rows = [(*({**filler, **image}[name] for name in names), 1) for image in images]
    connection.exec_driver_sql(_insert_sql(table, names), rows)


def change_images(connection: Connection, table: Table, images: Sequence[Image]) -> None:
    """Write the images over the rows that are there, and raise their versions."""
    for names, alike in grouped((tuple(image), image) for image in images):
        columns = ", ".join(f'"{name}" = ?' for name in names)
        sql = f'UPDATE "{table.name}" SET {columns}, version = version + 1 WHERE id = ?'  # noqa: S608
        connection.exec_driver_sql(sql, [(*image.values(), image["id"]) for image in alike])


def change_rows(
    connection: Connection, table: Table, row_ids: Iterable[UUID], values: Mapping[str, Any]
) -> Iterator[tuple[Image, Image]]:
    """Give rows the same values; yields the images before and after of those that are there."""
    plain = {name: plain_column(table.columns[name], [value])[0] for name, value in values.items()}
    for batch in batches(row_id.bytes for row_id in row_ids):
        found = images_in_file(connection, table, batch)
        images: list[Image] = [{"id": row_id, **plain} for row_id in found]
        change_images(connection, table, images)
        for before in found.values():
            yield before, {**before, **plain}


def delete_rows(connection: Connection, table: Table, row_ids: Iterable[bytes]) -> None:
    """Delete rows by their keys."""
    sql = f'DELETE FROM "{table.name}" WHERE id = ?'  # noqa: S608
    connection.exec_driver_sql(sql, [(row_id,) for row_id in row_ids])


def images_in_file(
    connection: Connection, table: Table, row_ids: Sequence[bytes]
) -> dict[bytes, Image]:
    """Return the images of those rows that are there."""
    names = codec_of(table).names
    sql = f'SELECT {_quoted(names)} FROM "{table.name}" WHERE id IN ({marks(row_ids)})'  # noqa: S608
    rows = connection.exec_driver_sql(sql, tuple(row_ids)).all()
    return {row[0]: dict(zip(names, row, strict=True)) for row in rows}


def marks(values: Sequence[object]) -> str:
    """Return a question mark for each value, for a list in a statement."""
    return ", ".join("?" * len(values))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Cut items into lists of at most `size`."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def grouped(pairs: Iterable[tuple[K, T]]) -> Iterable[tuple[K, list[T]]]:
    """Return the values by key, both in the order in which they come first."""
    groups: dict[K, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups.items()


def _column(
    column: Column[Any], rows: Sequence[dict[str, Any]], *, is_given: bool
) -> Sequence[Any]:
    """Return the plain values of one column; `is_given` when any row has a value for it."""
    name, default = column.key, column.default
    if default is not None and default.is_callable:
        values = [row[name] if name in row else default_of(column) for row in rows]
    elif is_given:
        filler = default_of(column)
        values = [row.get(name, filler) for row in rows]
    else:
        return list(plain_column(column, [default_of(column)])) * len(rows)
    return plain_column(column, values)


@cache
def _insert_sql(table: Table, names: tuple[str, ...]) -> str:
    columns = (*names, "version")
    return f'INSERT INTO "{table.name}" ({_quoted(columns)}) VALUES ({marks(columns)})'  # noqa: S608


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)

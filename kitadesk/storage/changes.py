"""Change sets: what one write did, row by row for the history, table by table for listeners."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kitadesk.storage.images import Image, PlainRow

RowKey = tuple[str, uuid.UUID]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None before means it is new, None after means it is gone."""

    table: str
    row_id: uuid.UUID
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows of one table that a bulk insert wrote, as the driver got them: no dict per row.

    `names` are the columns of an image in the order of the values; the version comes after them.
    """

    table: str
    names: tuple[str, ...]
    rows: Sequence[PlainRow]

    def changes(self) -> Iterator[RowChange]:
        """Give the rows one by one with their images."""
        for row in self.rows:
            image = dict(zip(self.names, row, strict=False))
            yield RowChange(self.table, uuid.UUID(bytes=image["id"]), None, image)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a write, an undo or a redo touched; views refresh when they show one of the tables.

    Rows are not in it: a large import would keep all of them alive for the listeners.
    """

    label: str
    tables: frozenset[str]


class ChangeLog:
    """Collects the images of one write; a row touched twice keeps its first "before"."""

    def __init__(self) -> None:
        self._rows: dict[RowKey, tuple[Image | None, Image | None]] = {}
        self._new: dict[tuple[str, tuple[str, ...]], dict[bytes, PlainRow]] = {}

    def note(
        self, table: str, row_id: uuid.UUID, before: Image | None, after: Image | None
    ) -> None:
        """Note a change of a row, after those noted before."""
        key = (table, row_id)
        if key in self._rows:
            before = self._rows[key][0]
        elif self._new and self._was_new(table, row_id):
            before = None
        self._rows[key] = (before, after)

    def note_new(self, table: str, names: tuple[str, ...], rows: Iterable[PlainRow]) -> None:
        """Note rows of a bulk insert; their first value is the key."""
        known = self._new.setdefault((table, names), {})
        known.update((row[0], row) for row in rows)

    def single_rows(self) -> tuple[RowChange, ...]:
        """Return the single rows that really differ, in the order they were first touched."""
        return tuple(
            RowChange(table, row_id, before, after)
            for (table, row_id), (before, after) in self._rows.items()
            if before != after
        )

    def new_rows(self) -> tuple[NewRows, ...]:
        """Return what bulk inserts wrote and nothing touched later."""
        return tuple(
            NewRows(table, names, tuple(rows.values()))
            for (table, names), rows in self._new.items()
            if rows
        )

    def _was_new(self, table: str, row_id: uuid.UUID) -> bool:
        """Take a row out of those of bulk inserts; returns whether it was one of them."""
        tables = [rows for (name, _), rows in self._new.items() if name == table]
        return any(rows.pop(row_id.bytes, None) is not None for rows in tables)

"""Change sets: what one write did, row by row for the history, table by table for listeners."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kitadesk.storage.images import Image, PlainRow

RowKey = tuple[str, uuid.UUID]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None before means it is new, None after means it is gone.

    `row_id` is the key as the file holds it.
    """

    table: str
    row_id: bytes
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class NewRows:
    """Rows of one table that a bulk insert wrote, as the driver got them: no dict per row.

    `names` are the columns of an image in the order of the values, the key first; the version
    comes after them.
    """

    table: str
    names: tuple[str, ...]
    rows: Sequence[PlainRow]

    def changes(self) -> Iterator[RowChange]:
        """Give the rows one by one with their images."""
        for row in self.rows:
            image = dict(zip(self.names, row, strict=False))
            yield RowChange(self.table, row[0], None, image)


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
        self._new: list[NewRows] = []
        self._new_keys: dict[str, set[bytes]] = {}
        self._touched: set[bytes] = set()

    def note(
        self, table: str, row_id: uuid.UUID, before: Image | None, after: Image | None
    ) -> None:
        """Note a change of a row, after those noted before."""
        key = (table, row_id)
        if key in self._rows:
            before = self._rows[key][0]
        elif self._new and row_id.bytes in self._keys_of(table):
            before = None
            self._touched.add(row_id.bytes)
        self._rows[key] = (before, after)

    def note_new(self, new: NewRows) -> None:
        """Note rows of a bulk insert."""
        self._new.append(new)
        self._new_keys.pop(new.table, None)

    def single_rows(self) -> tuple[RowChange, ...]:
        """Return the single rows that really differ, in the order they were first touched."""
        return tuple(
            RowChange(table, row_id.bytes, before, after)
            for (table, row_id), (before, after) in self._rows.items()
            if before != after
        )

    def new_rows(self) -> tuple[NewRows, ...]:
        """Return what bulk inserts wrote and nothing touched later."""
        if not self._touched:
            return tuple(self._new)
        return tuple(left for new in self._new if (left := self._untouched(new)).rows)

    def _untouched(self, new: NewRows) -> NewRows:
        rows = [row for row in new.rows if row[0] not in self._touched]
        return NewRows(new.table, new.names, rows)

    def _keys_of(self, table: str) -> set[bytes]:
        """Return the keys of new rows; collected only when a single row of the table changes."""
        if table not in self._new_keys:
            rows = (row for new in self._new if new.table == table for row in new.rows)
            self._new_keys[table] = {row[0] for row in rows}
        return self._new_keys[table]

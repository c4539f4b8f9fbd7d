"""Change sets: what one write did, row by row, for listeners and for the history."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from kitadesk.storage.images import Image

RowKey = tuple[str, uuid.UUID]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None before means it is new, None after means it is gone."""

    table: str
    row_id: uuid.UUID
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What a write, an undo or a redo changed; views refresh when they show one of the tables."""

    label: str
    rows: tuple[RowChange, ...]
    tables: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, label: str, rows: tuple[RowChange, ...]) -> ChangeSet:
        """Return the change set of these rows, with the names of their tables."""
        return cls(label, rows, frozenset(row.table for row in rows))


class ChangeLog:
    """Collects the images of one write; a row touched twice keeps its first "before"."""

    def __init__(self) -> None:
        self._rows: dict[RowKey, tuple[Image | None, Image | None]] = {}

    def note(
        self, table: str, row_id: uuid.UUID, before: Image | None, after: Image | None
    ) -> None:
        """Note a change of a row, after those noted before."""
        key = (table, row_id)
        if key in self._rows:
            before = self._rows[key][0]
        self._rows[key] = (before, after)

    def changes(self) -> tuple[RowChange, ...]:
        """Return the rows that really differ, in the order they were first touched."""
        return tuple(
            RowChange(table, row_id, before, after)
            for (table, row_id), (before, after) in self._rows.items()
            if before != after
        )

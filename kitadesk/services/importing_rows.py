"""The rows that an import writes, collected first, then written in bulk through the write door."""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import Any

from sqlalchemy import select

from kitadesk.storage.models.base import Record
from kitadesk.storage.types import new_id
from kitadesk.storage.writer import Writer

_BATCH = 500


class RowPlan:
    """New rows and changed columns; nothing touches the file before `write`."""

    def __init__(self) -> None:
        self._new: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
        self._by_id: dict[uuid.UUID, dict[str, Any]] = {}
        self._changed: dict[type[Record], dict[uuid.UUID, dict[str, Any]]] = defaultdict(dict)

    def insert(self, model: type[Record], **values: object) -> uuid.UUID:
        """Plan a new row and return its key."""
        row_id = new_id()
        self._by_id[row_id] = {"id": row_id, **values}
        self._new[model].append(self._by_id[row_id])
        return row_id

    def update(self, model: type[Record], row_id: uuid.UUID, **values: object) -> None:
        """Plan a change of a row, which may be a new one."""
        known = self._by_id.get(row_id)
        if known is None:
            known = self._changed[model].setdefault(row_id, {})
        known.update(values)

    def write(self, w: Writer) -> None:
        """Write all of it and let go of it; rows to change are read in batches, not one by one."""
        self._by_id.clear()
        for model in tuple(self._new):
            w.insert_many(model, self._new.pop(model))
        for model, changes in self._changed.items():
            ordered = list(changes)
            for start in range(0, len(ordered), _BATCH):
                ids = ordered[start : start + _BATCH]
                kept = w.session.scalars(select(model).where(model.id.in_(ids))).all()
                for row_id in ids:
                    row = w.get(model, row_id)
                    for name, value in changes[row_id].items():
                        setattr(row, name, value)
                w.session.flush()
                del kept

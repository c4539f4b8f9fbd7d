"""Makes the frozen data file of the present schema: two invented rows in every table.

Run once per schema, when it is released, and commit the folder; the file is never made again:

    python -m tests.db.make_frozen

Later versions open a copy of each frozen file, so that no migration forgets what it was for.
"""

from __future__ import annotations

import enum
import uuid
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Column, Table
from sqlalchemy import Enum as SqlEnum

from kitadesk.base.clock import FixedClock
from kitadesk.storage.models.base import Record, metadata
from kitadesk.storage.opening import DATA_FILE, LOCK_FILE
from kitadesk.storage.store import Store
from kitadesk.storage.types import Guid, UtcStamp
from kitadesk.storage.versions import HEAD

FROZEN = Path(__file__).parent
MADE_ON = date(2026, 11, 22)
ROWS = 2


def main() -> None:
    """Write tests/db/<schema version>/kita.db and kita.keys."""
    folder = FROZEN / HEAD
    store = Store.create(folder, FixedClock(MADE_ON))
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Record.registry.mappers}
    with store.write("Eingefroren") as writer:
        for table in metadata.sorted_tables:
            if table.name in models:
                rows = [_row(table, number) for number in range(ROWS)]
                writer.insert_many(models[table.name], rows)
    store.close()
    for rest in (LOCK_FILE, f"{DATA_FILE}-journal"):
        (folder / rest).unlink(missing_ok=True)


def key_of(table: str, number: int) -> uuid.UUID:
    """Return the key of a row; always the same, so that rows can refer to each other."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{table} {number}")


def _row(table: Table, number: int) -> dict[str, object]:
    row = {column.name: _value(table, column, number) for column in table.columns}
    if table.name == "contact_way":  # belongs to a person or to an institution, never to both
        row["institution_id" if number else "person_id"] = None
    return row


def _value(table: Table, column: Column[object], number: int) -> object:
    if column.name == "id":
        return key_of(table.name, number)
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column.table.name
        return key_of(target, number)
    if isinstance(column.type, Guid):
        return key_of("object", number)
    if isinstance(column.type, UtcStamp):
        return datetime(2026, 11, 22, 11, number, tzinfo=UTC)
    if isinstance(column.type, SqlEnum):
        kind = column.type.enum_class
        members = list(kind) if kind is not None and issubclass(kind, enum.Enum) else []
        return members[-number]
    return _plain_value(column, number)


def _plain_value(column: Column[object], number: int) -> object:
    kind = column.type.python_type
    values: dict[type, object] = {
        bool: number == 0,
        int: number + 1,
        str: f"{column.name} {number}: Şahin & <Müller> „ß“",
        bytes: b"\x89PNG" + bytes([number]),
        date: date(2027, 4, 8 + number),
        time: time(19, number),
    }
    return values[kind]


if __name__ == "__main__":
    main()

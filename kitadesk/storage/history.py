"""The history in the file: steps with row images, undone and done again in one transaction.

Kept for 14 days or 2,000 steps. A step is undone only while each of its rows still equals the
recorded image, the version apart.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from kitadesk.base.errors import UserError
from kitadesk.storage import search_index
from kitadesk.storage.bulk import (
    BATCH,
    batches,
    change_images,
    delete_rows,
    grouped,
    images_in_file,
    put_images,
)
from kitadesk.storage.changes import ChangeSet, RowChange
from kitadesk.storage.images import Image, completed, decode, encode
from kitadesk.storage.models.base import metadata
from kitadesk.storage.step_names import Tell, silent
from kitadesk.storage.types import Guid, UtcStamp

KEEP_DAYS = 14
KEEP_STEPS = 2000
MERGE_SECONDS = 120

step_table = Table(
    "history_step",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("label", String, nullable=False),
    Column("made_at", UtcStamp, nullable=False),
    Column("merge_key", String),
    Column("is_undone", Boolean, nullable=False, default=False),
    sqlite_autoincrement=True,
)
row_table = Table(
    "history_row",
    metadata,
    Column("step_id", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Guid, nullable=False),
    Column("before", String),
    Column("after", String),
    Index("ix_history_row_record", "row_id"),
    sqlite_with_rowid=False,
)
# Built once: every save goes through these.
_INSERT_STEP = insert(step_table)
_INSERT_ROW = (
    "INSERT INTO history_row (step_id, position, table_name, row_id, before, after) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
_ANY_UNDONE = "SELECT id FROM history_step WHERE is_undone LIMIT 1"
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a move does to a row: delete, change or insert it."""

    had_row: bool
    has_row: bool


def record(
    connection: Connection,
    label: str,
    changes: Iterable[RowChange],
    *,
    now: datetime,
    merge_key: str | None = None,
) -> None:
    """Store a step; what was undone before it can no longer be done again.

    The changes are taken one by one, so that a large import is never in memory twice.
    """
    _drop_undone(connection)
    step_id = _step_to_merge_into(connection, merge_key, now)
    if step_id is not None:
        changes = _merged(_rows_of(connection, step_id), changes)
        connection.execute(delete(row_table).where(row_table.c.step_id == step_id))
        connection.execute(
            update(step_table).where(step_table.c.id == step_id).values(made_at=now, label=label)
        )
    else:
        values = {"label": label, "made_at": now, "merge_key": merge_key, "is_undone": False}
        inserted = connection.execute(_INSERT_STEP, values)
        step_id = cast("tuple[int]", inserted.inserted_primary_key)[0]
    for batch in batches(enumerate(changes), _ROWS_AT_ONCE):
        connection.exec_driver_sql(_INSERT_ROW, [_row_values(step_id, *row) for row in batch])


def undo(connection: Connection, tell: Tell = silent) -> ChangeSet:
    """Take back the newest step; raises UserError when there is none or a row has moved on.

    `tell(share)` hears how far it is; what it raises leaves everything as it was.
    """
    step = connection.execute(
        select(step_table).where(~step_table.c.is_undone).order_by(step_table.c.id.desc()).limit(1)
    ).one_or_none()
    if step is None:
        raise UserError("nothing_to_undo")
    return _apply(connection, step.id, step.label, tell, is_undone=True)


def redo(connection: Connection, tell: Tell = silent) -> ChangeSet:
    """Do the oldest undone step again; raises UserError like `undo`."""
    step = connection.execute(
        select(step_table).where(step_table.c.is_undone).order_by(step_table.c.id).limit(1)
    ).one_or_none()
    if step is None:
        raise UserError("nothing_to_redo")
    return _apply(connection, step.id, step.label, tell, is_undone=False)


def prune(connection: Connection, now: datetime) -> None:
    """Forget steps older than 14 days and all but the newest 2,000."""
    newest = connection.execute(select(func.max(step_table.c.id))).scalar() or 0
    is_old = (step_table.c.made_at < now - timedelta(days=KEEP_DAYS)) | (
        step_table.c.id <= newest - KEEP_STEPS
    )
    old = select(step_table.c.id).where(is_old)
    connection.execute(delete(row_table).where(row_table.c.step_id.in_(old)))
    connection.execute(delete(step_table).where(is_old))


def purge(connection: Connection, table: str, row_ids: list[uuid.UUID]) -> None:
    """Remove every image of these rows: a deletion by law leaves no copy in the history."""
    for row_id in row_ids:
        connection.execute(
            delete(row_table).where(row_table.c.table_name == table, row_table.c.row_id == row_id)
        )
    filled = select(row_table.c.step_id)
    connection.execute(delete(step_table).where(step_table.c.id.not_in(filled)))


def images_of(
    connection: Connection, table: str, row_id: uuid.UUID
) -> list[tuple[datetime, str, Image | None]]:
    """Return (when, step, image before) of one record, newest first: "vorher: …"."""
    query = (
        select(step_table.c.made_at, step_table.c.label, row_table.c.before)
        .join(row_table, row_table.c.step_id == step_table.c.id)
        .where(row_table.c.table_name == table, row_table.c.row_id == row_id)
        .where(~step_table.c.is_undone)
        .order_by(step_table.c.id.desc())
    )
    return [(at, label, decode(before)) for at, label, before in connection.execute(query)]


def _drop_undone(connection: Connection) -> None:
    if connection.exec_driver_sql(_ANY_UNDONE).first() is None:
        return
    undone = select(step_table.c.id).where(step_table.c.is_undone)
    connection.execute(delete(row_table).where(row_table.c.step_id.in_(undone)))
    connection.execute(delete(step_table).where(step_table.c.is_undone))


def _step_to_merge_into(connection: Connection, merge_key: str | None, now: datetime) -> int | None:
    if merge_key is None:
        return None
    newest = connection.execute(
        select(step_table.c.id, step_table.c.merge_key, step_table.c.made_at)
        .order_by(step_table.c.id.desc())
        .limit(1)
    ).one_or_none()
    if newest is None or newest.merge_key != merge_key:
        return None
    return newest.id if now - newest.made_at <= timedelta(seconds=MERGE_SECONDS) else None


def _merged(earlier: Iterable[RowChange], later: Iterable[RowChange]) -> tuple[RowChange, ...]:
    rows = {(row.table, row.row_id): row for row in earlier}
    for row in later:
        known = rows.get((row.table, row.row_id))
        before = row.before if known is None else known.before
        rows[row.table, row.row_id] = RowChange(row.table, row.row_id, before, row.after)
    return tuple(rows.values())


def _rows_of(connection: Connection, step_id: int) -> list[RowChange]:
    query = select(row_table).where(row_table.c.step_id == step_id).order_by(row_table.c.position)
    return [
        RowChange(
            row.table_name,
            row.row_id.bytes,
            _image(row.table_name, row.before),
            _image(row.table_name, row.after),
        )
        for row in connection.execute(query)
    ]


def _image(table: str, text: str | None) -> Image | None:
    return completed(metadata.tables[table], decode(text))


def _row_values(step_id: int, position: int, row: RowChange) -> tuple[object, ...]:
    return step_id, position, row.table, row.row_id, encode(row.before), encode(row.after)


def _apply(
    connection: Connection, step_id: int, label: str, tell: Tell, *, is_undone: bool
) -> ChangeSet:
    """Move all rows of a step in batches, each after a check that it is still as it was left.

    Deletions first, insertions last: a unique value is free before it is taken again.
    """
    tables, moved, size = set(), 0, _size(connection, step_id)
    for kind, put in _PUT_ORDER:
        for batch in batches(_moves(connection, step_id, kind, is_undone=is_undone)):
            for name, rows in grouped((row.table, row) for row in batch):
                table = metadata.tables[name]
                _check_unmoved(connection, table, rows)
                put(connection, table, rows)
                tables.add(name)
            search_index.follow(connection, batch)
            moved += len(batch)
            tell(moved / size)
    connection.execute(
        update(step_table).where(step_table.c.id == step_id).values(is_undone=is_undone)
    )
    return ChangeSet(label, frozenset(tables))


def _size(connection: Connection, step_id: int) -> int:
    last = select(func.max(row_table.c.position)).where(row_table.c.step_id == step_id)
    return (connection.execute(last).scalar() or 0) + 1


def _moves(
    connection: Connection, step_id: int, kind: _Kind, *, is_undone: bool
) -> Iterator[RowChange]:
    """Give the moves of one kind; an undo goes backwards, from after to before."""
    old, new = ("after", "before") if is_undone else ("before", "after")
    sql = (
        f"SELECT table_name, row_id, {old}, {new} FROM history_row WHERE step_id = ?"  # noqa: S608
        f" AND ({old} IS NOT NULL) = ? AND ({new} IS NOT NULL) = ?"
        f" ORDER BY position {'DESC' if is_undone else 'ASC'}"
    )
    parameters = (step_id, kind.had_row, kind.has_row)
    in_parts = {"yield_per": BATCH}
    rows = connection.exec_driver_sql(sql, parameters, execution_options=in_parts)
    for table, row_id, old_image, new_image in rows:
        yield RowChange(table, row_id, _image(table, old_image), _image(table, new_image))


def _check_unmoved(connection: Connection, table: Table, rows: Sequence[RowChange]) -> None:
    current = images_in_file(connection, table, [row.row_id for row in rows])
    if any(current.get(row.row_id) != row.before for row in rows):
        raise UserError("storage_changed_elsewhere")


def _put_deletions(connection: Connection, table: Table, rows: Sequence[RowChange]) -> None:
    delete_rows(connection, table, [row.row_id for row in rows])


def _put_changes(connection: Connection, table: Table, rows: Sequence[RowChange]) -> None:
    change_images(connection, table, [row.after for row in rows if row.after is not None])


def _put_insertions(connection: Connection, table: Table, rows: Sequence[RowChange]) -> None:
    put_images(connection, table, [row.after for row in rows if row.after is not None])


_PUT_ORDER = (
    (_Kind(had_row=True, has_row=False), _put_deletions),
    (_Kind(had_row=True, has_row=True), _put_changes),
    (_Kind(had_row=False, has_row=True), _put_insertions),
)

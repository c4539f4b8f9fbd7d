"""The search index that the write door fills: folded text with a trigram index.

Only tables named here are found by Strg+K. The index follows the rows and is never undone by
itself: undo and redo pass through the same door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Column, Connection, Index, Integer, String, Table, insert, select, text

from kitadesk.base.text import fold_variants
from kitadesk.storage.changes import RowChange
from kitadesk.storage.images import Image
from kitadesk.storage.models.base import metadata
from kitadesk.storage.types import Guid

entry_table = Table(
    "search_entry",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Guid, nullable=False),
    Column("text", String, nullable=False),
    Index("uq_search_entry_row", "table_name", "row_id", unique=True),
    sqlite_autoincrement=True,
)
CREATE_FTS = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', "
    "content_rowid='id', tokenize='trigram', detail='full')"
)

# The columns of each table that people search by.
SEARCHED: dict[str, tuple[str, ...]] = {
    "child": ("first_name", "last_name"),
    "family": ("name",),
    "person": ("first_name", "last_name"),
    "event": ("title", "subtitle"),
    "institution": ("name", "short_name", "town"),
    "body": ("name",),
    "contact_way": ("value",),
}
_NO_DIGIT = re.compile(r"\D")
_REMOVE = text("INSERT INTO search_fts(search_fts, rowid, text) VALUES ('delete', :id, :text)")
_ADD = text("INSERT INTO search_fts(rowid, text) VALUES (:id, :text)")


def searched_text(table: str, image: Image | None) -> str:
    """Return the folded text that a row is found by; empty for what is not searched.

    A space at both ends lets the index tell beginnings and whole words from parts of words.
    """
    columns = SEARCHED.get(table)
    if columns is None or image is None:
        return ""
    words = " ".join(str(image[column]) for column in columns if image[column])
    forms = fold_variants(words)
    if table == "contact_way":
        # A number is found however it is divided: "0151 555-57" by "015155557".
        forms = (*forms, _NO_DIGIT.sub("", words.replace("+49", "0")))
    found = " ".join(dict.fromkeys(filter(None, forms)))
    return f" {found} " if found else ""


def follow(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Bring the index in step with these changes."""
    added = []
    for row in changes:
        old = searched_text(row.table, row.before)
        new = searched_text(row.table, row.after)
        if old == new:
            continue
        if old:
            _remove(connection, row)
        if new:
            added.append({"table_name": row.table, "row_id": row.row_id, "text": new})
    if added:
        _add(connection, added)


def _remove(connection: Connection, row: RowChange) -> None:
    is_row = (entry_table.c.table_name == row.table) & (entry_table.c.row_id == row.row_id)
    found = connection.execute(
        select(entry_table.c.id, entry_table.c.text).where(is_row)
    ).one_or_none()
    if found is not None:
        connection.execute(_REMOVE, {"id": found.id, "text": found.text})
        connection.execute(entry_table.delete().where(entry_table.c.id == found.id))


def _add(connection: Connection, added: list[dict[str, object]]) -> None:
    newest = connection.execute(
        select(entry_table.c.id).order_by(entry_table.c.id.desc()).limit(1)
    ).scalar()
    rows = [{"id": (newest or 0) + number, **row} for number, row in enumerate(added, start=1)]
    connection.execute(insert(entry_table), rows)
    connection.execute(_ADD, [{"id": row["id"], "text": row["text"]} for row in rows])

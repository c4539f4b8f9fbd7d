"""The search index that the write door fills: folded text with a trigram index.

Only tables named here are found by Strg+K. The index follows the rows and is never undone by
itself: undo and redo pass through the same door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import itemgetter

from sqlalchemy import Column, Connection, Index, Integer, String, Table

from kitadesk.base.text import fold_variants
from kitadesk.storage.bulk import batches, grouped, marks
from kitadesk.storage.changes import NewRows, RowChange
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
    "institution": ("name", "short_name", "town", "district"),
    "body": ("name",),
    "contact_way": ("value",),
    "person_function": ("name",),
}
_NO_DIGIT = re.compile(r"\D")
_INSERT_ENTRY = "INSERT INTO search_entry (id, table_name, row_id, text) VALUES (?, ?, ?, ?)"
_INDEX_AFTER = "INSERT INTO search_fts (rowid, text) SELECT id, text FROM search_entry WHERE id > ?"
_ENTRIES_OF = "SELECT id, text FROM search_entry WHERE table_name = ? AND row_id IN"
_UNINDEX = "INSERT INTO search_fts (search_fts, rowid, text) VALUES ('delete', ?, ?)"
_EMPTY_INDEX = "INSERT INTO search_fts (search_fts) VALUES ('delete-all')"
_DELETE_ENTRY = "DELETE FROM search_entry WHERE id = ?"
Entry = tuple[str, bytes, str]
"""Table, key and folded text."""


def searched_text(table: str, image: Image | None) -> str:
    """Return the folded text that a row is found by; empty for what is not searched.

    A space at both ends lets the index tell beginnings and whole words from parts of words.
    """
    columns = SEARCHED.get(table)
    if columns is None or image is None:
        return ""
    return folded_text(table, [image[column] for column in columns])


def folded_text(table: str, values: Iterable[str]) -> str:
    """Return the text of a searched table from the values of its searched columns."""
    words = " ".join(map(str, filter(None, values)))
    forms = fold_variants(words)
    if table == "contact_way":
        # A number is found however it is divided: "0151 555-57" by "015155557".
        forms = (*forms, _NO_DIGIT.sub("", words.replace("+49", "0")))
    found = " ".join(dict.fromkeys(filter(None, forms)))
    return f" {found} " if found else ""


def follow(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Bring the index in step with these changes."""
    added: list[Entry] = []
    removed: list[tuple[str, bytes]] = []
    for row in changes:
        if row.after is None and row.table in SEARCHED:
            removed.append((row.table, row.row_id))
            continue
        if _is_as_searched(row):
            continue
        old = searched_text(row.table, row.before)
        new = searched_text(row.table, row.after)
        if old == new:
            continue
        if old:
            removed.append((row.table, row.row_id))
        if new:
            added.append((row.table, row.row_id, new))
    for table, row_ids in grouped(removed):
        _remove(connection, table, row_ids)
    _add(connection, added)


def add_new(connection: Connection, new: Iterable[NewRows]) -> None:
    """Add the rows of bulk inserts to the index."""
    for many in new:
        if many.table in SEARCHED:
            values_of = itemgetter(*(many.names.index(name) for name in SEARCHED[many.table]))
            is_one = len(SEARCHED[many.table]) == 1
            texts = (
                folded_text(many.table, (values_of(row),) if is_one else values_of(row))
                for row in many.rows
            )
            entries = zip(repeat(many.table), (row[0] for row in many.rows), texts)
            _add(connection, [entry for entry in entries if entry[2]])


def rebuild(connection: Connection) -> None:
    """Fill the index anew from all rows: after a migration it may be searched by other columns."""
    connection.exec_driver_sql(_EMPTY_INDEX)
    connection.exec_driver_sql("DELETE FROM search_entry")
    for table, columns in SEARCHED.items():
        names = ", ".join(("id", *columns))
        rows = connection.exec_driver_sql(f"SELECT {names} FROM {table}")  # noqa: S608
        for batch in batches(rows):
            texts = ((row[0], folded_text(table, row[1:])) for row in batch)
            _add(connection, [(table, row_id, text) for row_id, text in texts if text])


def _remove(connection: Connection, table: str, row_ids: Sequence[bytes]) -> None:
    for batch in batches(row_ids):
        query = f"{_ENTRIES_OF} ({marks(batch)})"
        found = [tuple(row) for row in connection.exec_driver_sql(query, (table, *batch))]
        if found:
            connection.exec_driver_sql(_UNINDEX, found)
            connection.exec_driver_sql(_DELETE_ENTRY, [row[:1] for row in found])


def _add(connection: Connection, added: Sequence[Entry]) -> None:
    if not added:
        return
    newest = connection.exec_driver_sql("SELECT max(id) FROM search_entry").scalar() or 0
    rows = [(number, *entry) for number, entry in enumerate(added, start=newest + 1)]
    connection.exec_driver_sql(_INSERT_ENTRY, rows)
    connection.exec_driver_sql(_INDEX_AFTER, (newest,))


def _is_as_searched(row: RowChange) -> bool:
    """Return whether a change leaves what is searched as it was, without folding any text."""
    before, after = row.before, row.after
    if before is None or after is None:
        return False
    return all(before[column] == after[column] for column in SEARCHED.get(row.table, ()))

"""Reads the shipped files of plans and templates: one table each, its entries with their names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence

from kitadesk.base.errors import UserError

Entry = Mapping[str, object]


def entries_of(content: bytes, file: str, table: str) -> tuple[Entry, ...]:
    """Return the entries ``[[table]]`` of a file that holds nothing else.

    Raises UserError ``rules_file_wrong``.
    """
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise UserError("rules_file_wrong", file=file, field="TOML", found=error) from error
    entries = found.get(table)
    if not isinstance(entries, list) or found.keys() != {table}:
        raise UserError("rules_file_wrong", file=file, field=table, found=sorted(found))
    for entry in entries:
        if not isinstance(entry, dict):
            raise UserError("rules_file_wrong", file=file, field=table, found=entry)
    return tuple(entries)


def refuse_doubled(names: Sequence[str], file: str, field: str) -> None:
    """Refuse a name that two entries have; raises UserError ``rules_file_wrong``."""
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise UserError("rules_file_wrong", file=file, field=field, found=", ".join(doubled))

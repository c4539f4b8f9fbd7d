"""The names of the steps that undo and redo would take, in plain SQL: the first page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

_UNDO = "SELECT label FROM history_step WHERE NOT is_undone ORDER BY id DESC LIMIT 1"
_REDO = "SELECT label FROM history_step WHERE is_undone ORDER BY id LIMIT 1"


class _Asks(Protocol):
    def exec_driver_sql(self, statement: str, /) -> Iterable[Any]:
        """Return the rows of a question."""


def undo_label(reader: _Asks) -> str | None:
    """Return the name of the step that an undo would take back."""
    return next((str(row[0]) for row in reader.exec_driver_sql(_UNDO)), None)


def redo_label(reader: _Asks) -> str | None:
    """Return the name of the step that a redo would do again."""
    return next((str(row[0]) for row in reader.exec_driver_sql(_REDO)), None)

"""Names and sizes of the steps that undo and redo would take, in plain SQL, for the first page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

_UNDO = "SELECT label FROM history_step WHERE NOT is_undone ORDER BY id DESC LIMIT 1"
_REDO = "SELECT label FROM history_step WHERE is_undone ORDER BY id LIMIT 1"
# The last position instead of a count: it is found in the key, without reading the images.
_SIZE = "SELECT max(position) + 1 FROM history_row WHERE step_id = ({})"
_UNDO_SIZE = _SIZE.format(_UNDO.replace("label", "id", 1))
_REDO_SIZE = _SIZE.format(_REDO.replace("label", "id", 1))

Tell = Callable[[float], object]
"""Hears which share of a step has been moved; may raise to stop it."""


def silent(_share: float) -> None:
    """Say nothing: usual steps take some ms."""


class _Asks(Protocol):
    def exec_driver_sql(self, statement: str, /) -> Iterable[Any]:
        """Return the rows of a question."""


def undo_label(reader: _Asks) -> str | None:
    """Return the name of the step that an undo would take back."""
    return next((str(row[0]) for row in reader.exec_driver_sql(_UNDO)), None)


def redo_label(reader: _Asks) -> str | None:
    """Return the name of the step that a redo would do again."""
    return next((str(row[0]) for row in reader.exec_driver_sql(_REDO)), None)


def undo_size(reader: _Asks) -> int:
    """Return how many rows an undo would move."""
    return _number(reader, _UNDO_SIZE)


def redo_size(reader: _Asks) -> int:
    """Return how many rows a redo would move."""
    return _number(reader, _REDO_SIZE)


def _number(reader: _Asks, question: str) -> int:
    return next((int(row[0]) for row in reader.exec_driver_sql(question) if row[0]), 0)

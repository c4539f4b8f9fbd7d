"""Event filters that bear to be called on a widget the collector has emptied."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject

_Watcher = TypeVar("_Watcher", bound=QObject)


def outlives_attributes(
    method: Callable[[_Watcher, QObject, QEvent], bool],
) -> Callable[[_Watcher, QObject, QEvent], bool]:
    """Let every event pass once the attributes of the watching object are gone.

    When the cycle collector frees a window it empties the Python halves first; the Qt halves that
    die after them still hide and resize each other, and every event comes by the filters. An
    attribute that is missing while others are there is an error as ever.
    """

    @wraps(method)
    def call(watcher: _Watcher, watched: QObject, event: QEvent) -> bool:
        try:
            return method(watcher, watched, event)
        except AttributeError:
            if vars(watcher):
                raise
            return False

    return call

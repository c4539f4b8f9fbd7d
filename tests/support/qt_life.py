"""Whether a widget is really gone after it was closed."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def flush_deletes() -> None:
    """Carry out `deleteLater`: `processEvents` alone does not (trap P6)."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def freed_on_close(make: Callable[[], QWidget]) -> bool:
    """Whether the widget's C++ half is gone after closing it (trap P5: lambdas keep it)."""
    widget = make()
    widget.show()
    widget.close()
    flush_deletes()
    gc.collect()
    flush_deletes()
    return not isValid(widget)

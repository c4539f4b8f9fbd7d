"""Liste übernehmen: one dialog with three ways in, one look at everything, one write."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.services.importing import ImportPlan, ImportResult
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover.children import ChildrenList
from kitadesk.ui.takeover.list_dialog import ListDialog


class TakeoverDialog(ListDialog[ImportPlan, ImportResult]):
    """Open with `open()`; `taken_over` carries the `ImportResult` after the write."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, ChildrenList(), parent)
        self.setObjectName("takeoverDialog")

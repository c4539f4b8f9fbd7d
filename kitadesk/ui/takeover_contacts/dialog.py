"""Kontakte übernehmen: an address list or visiting cards, by paste, file or drop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.services.importing_contacts import ContactImportPlan, ContactImportResult
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover.list_dialog import ListDialog
from kitadesk.ui.takeover_contacts.contacts import ContactsList


class ContactTakeoverDialog(ListDialog[ContactImportPlan, ContactImportResult]):
    """Open with `open()`; `taken_over` carries the `ContactImportResult` after the write."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, ContactsList(), parent)
        self.setObjectName("contactTakeoverDialog")

"""Strg+V and a dropped file in Kontakte open *Kontakte übernehmen*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.takeover.door import ListDoor

if TYPE_CHECKING:
    from kitadesk.ui.takeover.frame import TakeoverFrame

_CARDS = "BEGIN:VCARD"


class ContactDoor(ListDoor):
    """Takes visiting cards as well as rows."""

    @override
    def make(self, context: AppContext, area: QWidget) -> TakeoverFrame:
        from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog  # noqa: PLC0415

        return ContactTakeoverDialog(context, area)

    @override
    def is_list(self, text: str) -> bool:
        return super().is_list(text) or text.lstrip().upper().startswith(_CARDS)

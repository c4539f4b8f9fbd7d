"""Strg+V and a dropped file in Kontakte open *Kontakte übernehmen*; the dialog is made late."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.takeover.clipboard import copied, file_in, looks_like_rows, text_in

_CARDS = "BEGIN:VCARD"


class ContactDoor(QObject):
    """The ways in for a whole tab: `paste`, a file let go over `area`, and `open` for a button.

    Fields keep their own Strg+V, because a field in focus takes the key before a shortcut does.
    """

    def __init__(self, context: AppContext, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("contactDoor")
        self._context = context
        self._area = area
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), area)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self.paste)
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    @Slot()
    def open(self) -> None:
        """Open the dialog with nothing read yet."""
        # The dialog is heavy, and the door stands at its tab from the start.
        from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog  # noqa: PLC0415

        ContactTakeoverDialog(self._context, self._area).open()

    @Slot()
    def paste(self) -> None:
        """Open the dialog with what was copied, or say in one sentence that it is no list."""
        mime = copied()
        text = text_in(mime)
        is_list = looks_like_rows(text) or text.lstrip().upper().startswith(_CARDS)
        if file_in(mime) is None and not is_list:
            self._context.notify(
                "In der Zwischenablage liegt keine Liste. Bitte Zeilen in Excel kopieren."
            )
            return
        from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog  # noqa: PLC0415

        dialog = ContactTakeoverDialog(self._context, self._area)
        dialog.open()
        dialog.read_clipboard()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._on_drop(event)
        if isinstance(event, QDragEnterEvent) and file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        return False

    def _on_drop(self, event: QDropEvent) -> bool:
        path = file_in(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog  # noqa: PLC0415

        dialog = ContactTakeoverDialog(self._context, self._area)
        dialog.open()
        dialog.read_file(path)
        return True

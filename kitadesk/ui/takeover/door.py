"""Strg+V and a dropped file for a whole tab open a takeover; its dialog is made late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.takeover.clipboard import copied, file_in, looks_like_rows, text_in

if TYPE_CHECKING:
    from kitadesk.ui.takeover.frame import TakeoverFrame

NO_LIST = "In der Zwischenablage liegt keine Liste. Bitte Zeilen in Excel kopieren."


class ListDoor(QObject):
    """The ways in for a whole tab: `paste`, a file let go over `area`, and `open` for a button.

    Fields keep their own Strg+V, because a field in focus takes the key before a shortcut does.
    """

    takes_drops = True

    def __init__(self, context: AppContext, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("listDoor")
        self._context = context
        self._area = area
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), area)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self.paste)
        if self.takes_drops:
            area.setAcceptDrops(True)
            area.installEventFilter(self)

    def make(self, context: AppContext, area: QWidget) -> TakeoverFrame:
        """Make the dialog; each door has its own. It is heavy, so it is imported here."""
        raise NotImplementedError

    def is_list(self, text: str) -> bool:
        """Tell whether a copied text is what this door takes."""
        return looks_like_rows(text)

    @Slot()
    def open(self) -> None:
        """Open the dialog with nothing read yet."""
        self.make(self._context, self._area).open()

    @Slot()
    def paste(self) -> None:
        """Open the dialog with what was copied, or say in one sentence that it is no list."""
        mime = copied()
        if file_in(mime) is None and not self.is_list(text_in(mime)):
            self._context.notify(NO_LIST)
            return
        dialog = self.make(self._context, self._area)
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
        dialog = self.make(self._context, self._area)
        dialog.open()
        dialog.read_file(path)
        return True


class ChildrenDoor(ListDoor):
    """Opens *Liste übernehmen*; a file over these tabs may be a calendar, so none is taken."""

    takes_drops = False

    @override
    def make(self, context: AppContext, area: QWidget) -> TakeoverFrame:
        from kitadesk.ui.takeover.dialog import TakeoverDialog  # noqa: PLC0415 - on demand

        return TakeoverDialog(context, area)

"""What the menu of an event does with it as a whole: postpone, call off, repeat, its folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.queries.events import EventRow
from kitadesk.services.postponing import hold_event_after_all
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import page_of
from kitadesk.ui.papers.folder_entry import show_folder
from kitadesk.ui.tabs.events.cancel_dialog import CancelDialog
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.postpone_dialog import PostponeDialog
from kitadesk.ui.tabs.events.series_dialog import SeriesDialog


class EventChanging(QObject):
    """Carries out the wishes of the menu for the event on the screen."""

    def __init__(self, context: AppContext, editing: EventEditing, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._editing = editing

    def connect_to(self, page: EventPage) -> None:
        """Listen to the menu of a page."""
        self._page = page
        page.menu.postpone_wanted.connect(self._on_postpone)
        page.menu.cancel_wanted.connect(self._on_cancel)
        page.menu.hold_wanted.connect(self._on_hold)
        page.menu.series_wanted.connect(self._on_series)
        page.menu.folder_wanted.connect(self._on_folder)

    def _row(self) -> EventRow | None:
        """Return the event with what was typed last."""
        self._page.save_typed()
        return self._editing.reload()

    @Slot()
    def _on_postpone(self) -> None:
        row = self._row()
        if row is not None:
            dialog = PostponeDialog(self._context.desk, row, page_of(self))
            dialog.moved.connect(self._on_moved)
            dialog.open()

    @Slot()
    def _on_series(self) -> None:
        row = self._row()
        if row is not None:
            dialog = SeriesDialog(self._context.desk, row, page_of(self))
            dialog.made.connect(self._on_made)
            dialog.open()

    @Slot()
    def _on_folder(self) -> None:
        row = self._row()
        if row is not None:
            show_folder(self._context, row.id, page_of(self))

    @Slot()
    def _on_cancel(self) -> None:
        row = self._row()
        if row is not None:
            dialog = CancelDialog(self._context.desk, row, page_of(self))
            dialog.cancelled.connect(self._on_cancelled)
            dialog.open()

    @Slot()
    def _on_hold(self) -> None:
        row = self._row()
        if row is None:
            return
        try:
            hold_event_after_all(self._context.desk, row.id)
        except UserError as error:
            self._context.dialogs.error(page_of(self), error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._page.more.setFocus()
        self._context.notify("Abgesagt. Die Mitteilung für die Familien liegt bereit.")

    @Slot()
    def _on_moved(self) -> None:
        self._page.more.setFocus()
        self._context.notify("Verschoben. Die Mitteilung für die Familien liegt bereit.")

    @Slot()
    def _on_made(self) -> None:
        self._page.more.setFocus()
        self._context.notify("Die Reihe ist angelegt. Strg+Z nimmt alle Termine zurück.")

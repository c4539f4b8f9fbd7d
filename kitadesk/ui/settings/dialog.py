"""The settings: pages at the left, one page at the right; everything saves itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from kitadesk.base.text import shorten
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.undo import UndoActions
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel, QuietButton
from kitadesk.ui.settings.about_page import AboutPage
from kitadesk.ui.settings.groups_page import GroupsPage
from kitadesk.ui.settings.house_page import HousePage
from kitadesk.ui.settings.letterhead_page import LetterheadPage
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.page_names import PageNames
from kitadesk.ui.settings.paper_texts_page import PaperTextsPage
from kitadesk.ui.settings.print_log_page import PrintLogPage
from kitadesk.ui.settings.printers_page import PrintersPage
from kitadesk.ui.settings.rooms_page import RoomsPage
from kitadesk.ui.settings.view_page import ViewPage
from kitadesk.ui.settings.words_page import WordsPage

_SIZE = (980, 640)
_LONGEST_STEP = 44
_PAGES: tuple[tuple[str, str, Callable[[AppContext], SettingsPage]], ...] = (
    ("house", "Kita", HousePage),
    ("letterhead", "Briefkopf", LetterheadPage),
    ("words", "Wörter", WordsPage),
    ("texts", "Texte der Papiere", PaperTextsPage),
    ("groups", "Gruppen", GroupsPage),
    ("rooms", "Räume", RoomsPage),
    ("printers", "Drucker", PrintersPage),
    ("print_log", "Druckprotokoll", PrintLogPage),
    ("view", "Ansicht", ViewPage),
    ("about", "Über", AboutPage),
)
_WITHOUT_HOUSE = ("view", "about")


class SettingsDialog(QDialog):
    """Open with `open()`; `page` is the slug of the page to begin with.

    Before there is a house only the pages that need none are there (`has_house`).
    """

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None = None,
        *,
        page: str = "house",
        has_house: bool = True,
    ) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setObjectName("settingsDialog")
        self.setWindowTitle("Einstellungen")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._shown = [one for one in _PAGES if has_house or one[0] in _WITHOUT_HOUSE]
        # A modal dialog takes the keys of the window, so it brings its own Strg+Z.
        self.undo_actions = UndoActions(self)
        self.addActions([self.undo_actions.undo, self.undo_actions.redo])
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(16), now.px(16), now.px(16), now.px(16))
        column.setSpacing(now.px(12))
        row = QHBoxLayout()
        row.setSpacing(now.px(20))
        self.names = PageNames([title for _slug, title, _make in self._shown], self)
        self._pages = QStackedWidget(self)
        row.addWidget(self.names)
        row.addWidget(self._pages, 1)
        column.addLayout(row, 1)
        column.addLayout(self._build_buttons())
        self._fill()
        self.names.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.undo_actions.refreshed.connect(self._on_undo_refreshed)
        self.undo_actions.bind(context.desk, context.changes, context.jobs)
        self.show_page(page)
        fit_dialog(self, *_SIZE)

    def show_page(self, slug: str) -> None:
        """Turn to a page."""
        slugs = [name for name, _title, _make in self._shown]
        self.names.setCurrentRow(slugs.index(slug) if slug in slugs else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the dialog: it belongs to the fields."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # A field in hand saves itself on focus-out.
        super().done(result)

    def _fill(self) -> None:
        for _slug, _title, make in self._shown:
            page = make(self._context)
            self._pages.addWidget(page)
            if page.tables:
                self._context.changes.refresh_on(page.tables, page.refresh)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = "Jede Änderung ist gleich gespeichert."
        row.addWidget(PlainLabel(words, self, kind="small"))
        self.undo_button = LinkButton("Rückgängig", self, name="undoSettings")
        self.undo_button.clicked.connect(self.undo_actions.undo.trigger)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.close_button = QuietButton("Schließen", self, name="closeSettings")
        self.close_button.clicked.connect(self._on_close)
        row.addWidget(self.close_button)
        return row

    @Slot()
    def _on_undo_refreshed(self) -> None:
        name = self.undo_actions.undo_name
        self.undo_button.set_text(shorten(f"Rückgängig: {name}", _LONGEST_STEP))
        self.undo_button.setVisible(bool(name))

    @Slot()
    def _on_close(self) -> None:
        self.accept()

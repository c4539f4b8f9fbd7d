"""The shell: tabs, search, institution, status line; painted before any heavy library is loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.actions import keys_overview, window_actions
from kitadesk.ui.kit.collector import rest_while
from kitadesk.ui.kit.search import Search
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.status_line import StatusLine
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.kit.top_bar import TopBar
from kitadesk.ui.kit.undo import Undoable, UndoActions
from kitadesk.ui.skeleton import TodaySkeleton

if TYPE_CHECKING:
    from kitadesk.ui.kit.changes import Changes, ChangeSet
    from kitadesk.ui.kit.jobs import Jobs, Progress

TITLES = ("Heute", "Übergang", "Elternabende", "Kontakte")
START_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """The one window. `app` puts tabs, desk and search in once the shell is on the screen."""

    first_painted = Signal()
    closing = Signal()
    settings_wanted = Signal()
    note_wanted = Signal()
    tab_shown = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("KitaDesk")
        self.setObjectName("mainWindow")
        self.saved_at: datetime | None = None
        self._backup_words: Callable[[], str] | None = None
        self._tabs: dict[int, Tab] = {}
        self._is_painted = False
        self._has_icons = False
        self._now: Callable[[], datetime] = datetime.now
        self._jobs: Jobs | None = None
        self.undo_actions = UndoActions(self)
        self.addActions([self.undo_actions.undo, self.undo_actions.redo])
        self._build_body()
        self._connect_keys()
        self.undo_actions.refreshed.connect(self._on_undo_refreshed)
        self.resize(START_SIZE)
        self.setMinimumSize(800, 480)

    def set_tab(self, number: int, tab: Tab) -> None:
        """Put a tab in its place; the one in front is activated at once."""
        from kitadesk.ui.kit.tab_area import TabArea  # noqa: PLC0415 - after the first paint

        old = self._stack.widget(number)
        # With its parent from the start: a change of parents dresses every widget inside again.
        self._stack.insertWidget(number, TabArea(tab, self._stack))
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._tabs[number] = tab
        if self._shown == number:
            self._stack.setCurrentIndex(number)
            _activate(tab)

    def bind_desk(self, desk: Undoable, changes: Changes, now: Callable[[], datetime]) -> None:
        """Undo on this desk, and say when it saved by this local clock."""
        self._now = now
        self.undo_actions.bind(desk, changes, self._jobs)
        changes.changed.connect(self._on_changed)

    def tell_ready(self) -> None:
        """Tell the tabs that are there that the whole store answers now."""
        for tab in self._tabs.values():
            tab.ready()

    def bind_jobs(self, jobs: Jobs) -> None:
        """Show the progress of long work, with Abbrechen."""
        jobs.progressed.connect(self._on_progressed)
        self.status.cancelled.connect(jobs.cancel_shown)
        rest_while(jobs.is_busy)
        self._jobs = jobs

    def set_search(self, search: Search) -> None:
        """Let Strg+K ask this."""
        self.top.search.set_search(search)

    def set_institution(self, name: str) -> None:
        """Show whose data this is."""
        self.top.institution.set_institution(name)
        self.setWindowTitle(f"{name} – KitaDesk" if name else "KitaDesk")

    def set_backup_words(self, words: Callable[[], str]) -> None:
        """Ask this for the right end of the status line; it may return an empty text."""
        self._backup_words = words
        self.refresh_backup()

    def add_menu_action(self, title: str, on_click: Callable[[], object]) -> QAction:
        """Add a line to the menu of the institution; `on_click` is bound or a weak_slot."""
        action = self.top.menu.addAction(title.replace("&", "&&"))
        action.triggered.connect(on_click)
        return action

    def show_instead(self, widget: QWidget | None) -> None:
        """Show a page over all tabs, for the first start; None brings the tabs back."""
        old = self._whole.widget(1)
        if old is not None:
            self._whole.removeWidget(old)
            old.deleteLater()
        if widget is not None:
            self._whole.addWidget(widget)
            self._whole.setCurrentWidget(widget)
        self.top.show_ways(are_shown=widget is None)
        if widget is None:
            self._stack.setFocus()  # else it falls on "Rückgängig", and Enter takes the house back

    def show_saved(self, moment: datetime) -> None:
        """Say that everything up to this local time is saved."""
        self.saved_at = moment
        self.status.show_saved(f"Gespeichert {moment:%H:%M}")

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self.top.choose(number)

    def tab(self, number: int) -> Tab | None:
        """Return the tab at this place once it is there."""
        return self._tabs.get(number)

    def navigate(self, kind: str, object_id: object) -> None:
        """Show a record in the tab that knows its kind."""
        for number, tab in sorted(self._tabs.items()):
            if tab.show_object(kind, object_id):
                self.show_tab(number)
                return

    def notify(self, text: str) -> None:
        """Give a short answer below the pages, where it covers nothing; it leaves by itself."""
        self.status.say(text)

    @Slot()
    def refresh_backup(self) -> None:
        """Ask again when the last checked backup was made."""
        if self._backup_words is not None:
            self.status.backup.setText(self._backup_words())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._has_icons:
            self.finish_look()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # A field in hand saves itself on focus-out.
        self.closing.emit()
        super().closeEvent(event)

    def finish_look(self) -> None:
        """Load what may come after the first paint: icons, and Strg+Z out of fields."""
        from kitadesk.ui.kit.icons import icon  # noqa: PLC0415 - after the first paint
        from kitadesk.ui.kit.undo_keys import UndoKeys  # noqa: PLC0415

        if not self._has_icons:
            UndoKeys(self)
        self._has_icons = True
        self.top.lock.setIcon(icon("lock", "muted"))
        self.top.search.set_icon(icon("search", "muted"))

    def _build_body(self) -> None:
        self._shown = 0
        self.top = TopBar(TITLES, self)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("tabStack")
        self._stack.addWidget(TodaySkeleton(self._stack))
        for _title in TITLES[1:]:
            self._stack.addWidget(QWidget(self._stack))
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self._stack)
        self.status = StatusLine(self.undo_actions.undo, self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._whole, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.top.chosen.connect(self._on_tab_chosen)
        self.top.choose(0)

    def _connect_keys(self) -> None:
        actions = window_actions(self)
        for number, title in enumerate(TITLES):
            action = QAction(title, self)
            action.setObjectName(f"showTab{number + 1}")
            action.setShortcut(f"Ctrl+{number + 1}")
            action.triggered.connect(weak_slot(self.show_tab, number))
            self.addAction(action)
        actions["search"].triggered.connect(self._on_search)
        actions["quickNote"].triggered.connect(self._on_quick_note)
        actions["print"].triggered.connect(self._on_print)
        actions["save"].triggered.connect(self._on_save)
        actions["hide"].triggered.connect(self._on_hide)
        actions["keys"].triggered.connect(self._on_keys)
        actions["quit"].triggered.connect(self.close)
        self.top.lock.clicked.connect(self._on_hide)
        menu = self.top.menu
        menu.addAction("Einstellungen …", self.settings_wanted.emit)
        menu.addAction("Bildschirm verdecken (F9)", self._on_hide)
        menu.addSeparator()
        menu.addAction(self.undo_actions.undo)
        menu.addAction(self.undo_actions.redo)
        menu.addSeparator()
        menu.addAction("Tasten (F1)", self._on_keys)

    @Slot(int)
    def _on_tab_chosen(self, number: int) -> None:
        self._shown = number
        self._stack.setCurrentIndex(number)
        tab = self._tabs.get(number)
        if tab is not None:
            _activate(tab)
        self.tab_shown.emit(number)

    @Slot()
    def _on_search(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    @Slot()
    def _on_quick_note(self) -> None:
        first = self._tabs.get(0)
        if self._shown == 0 and first is not None:
            first.quick_note()
        else:
            self.note_wanted.emit()

    @Slot()
    def _on_print(self) -> None:
        tab = self._tabs.get(self._shown)
        choices = list(tab.print_menu()) if tab is not None else []
        if not choices:
            self.notify("Hier gibt es gerade nichts zu drucken.")
        elif len(choices) == 1:
            choices[0].open()
        else:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for choice in choices:
                menu.addAction(choice.title.replace("&", "&&")).triggered.connect(choice.open)
            menu.setActiveAction(menu.actions()[0])  # Strg+P, Enter takes the paper used last.
            beside = QPoint((self.width() - menu.sizeHint().width()) // 2, self.height() // 4)
            menu.popup(self.mapToGlobal(beside))

    @Slot()
    def _on_save(self) -> None:
        when = f", {self.saved_at:%H:%M}" if self.saved_at is not None else ""
        self.notify(f"Ist schon gespeichert{when}")

    @Slot()
    def _on_hide(self) -> None:
        from kitadesk.ui.kit.cover import Cover  # noqa: PLC0415 - not needed for the first paint

        found = self.findChild(Cover, "cover")
        (found if found is not None else Cover(self)).cover()

    @Slot()
    def _on_keys(self) -> None:
        from kitadesk.ui.kit.keys_sheet import KeysSheet  # noqa: PLC0415 - on demand

        KeysSheet(keys_overview(), self).open()

    @Slot()
    def _on_painted(self) -> None:
        self.first_painted.emit()

    @Slot()
    def _on_undo_refreshed(self) -> None:
        self.status.show_undo(self.undo_actions.undo_name)

    @Slot(object)
    def _on_changed(self, _change: ChangeSet) -> None:
        self.show_saved(self._now())

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.status.show_progress(progress.title, progress.fraction, progress.text)


def _activate(tab: Tab) -> None:
    import logging  # noqa: PLC0415 - costs start-up time

    tab.activate()
    logging.getLogger(__name__).info("tab shown: %s", type(tab))

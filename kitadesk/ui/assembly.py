"""Puts an open house into the shell: tabs, search, first start; imported after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kitadesk.base.clock import local
from kitadesk.queries import search as searching
from kitadesk.queries.house import own_house
from kitadesk.ui.kit import print as printing
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.search import SearchHit
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.settings.dialog import SettingsDialog
from kitadesk.ui.start.start_page import StartPage
from kitadesk.ui.takeover.clipboard import PasteDoor

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

Factory = Callable[[AppContext], Tab]
TABS = (
    ("today", "TodayTab"),
    ("transition", "TransitionTab"),
    ("events", "EventsTab"),
    ("contacts", "ContactsTab"),
)
PASTE_TABS = frozenset({"transition", "events"})
"""Where Strg+V takes a copied list of children."""
KIND_LABELS = {
    "child": "Kind",
    "family": "Familie",
    "person": "Person",
    "event": "Veranstaltung",
    "institution": "Einrichtung",
    "body": "Gremium",
}


def load_tabs() -> dict[int, Factory]:
    """Import the modules of the tabs; safe in a job, because no widget is made."""
    factories: dict[int, Factory] = {}
    for number, (area, name) in enumerate(TABS):
        package = f"kitadesk.ui.tabs.{area}"
        if find_spec(package) is not None and find_spec(f"{package}.tab") is not None:
            factories[number] = getattr(import_module(f"{package}.tab"), name)
    return factories


class Assembly(QObject):
    """One open house in the window; lives as long as the window."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._changes = Changes(desk, self)
        self.context = AppContext(
            desk=desk,
            jobs=jobs,
            changes=self._changes,
            window=window,
            navigate=self.navigate,
            print_pdf=self.print_pdf,
            notify=window.notify,
        )
        window.bind_desk(desk, self._changes, self._now)
        window.set_search(self.search)
        window.settings_wanted.connect(self._on_settings)
        self._changes.refresh_on({"institution"}, self.show_house)
        self.has_house = self.show_house()
        self._waiting = list(load_tabs().items())
        if self.has_house:
            self._make_next_tab()
        else:
            self._show_start()

    def show_house(self) -> bool:
        """Show the name of the house; False before there is one."""
        house = self._desk.read(own_house)
        self._window.set_institution("" if house is None else house.name)
        return house is not None

    def search(self, text: str) -> Sequence[SearchHit]:
        """Find records by words and give each the way to its place."""
        return [
            SearchHit(
                KIND_LABELS.get(hit.kind, ""),
                hit.title,
                hit.subtitle,
                weak_slot(self.navigate, hit.kind, hit.id),
            )
            for hit in self._desk.read(searching.search, text)
        ]

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Open the system dialog for a finished paper."""
        printing.print_pdf(pdf, title, self._window, self._jobs, self._on_printed)

    def navigate(self, kind: str, object_id: object) -> None:
        """Show a record in the tab that knows its kind."""
        self.make_all_tabs()
        self._window.navigate(kind, object_id)

    def make_all_tabs(self) -> None:
        """Make the tabs that still wait for their turn."""
        while self._waiting:
            self._make_next_tab()

    def close(self) -> None:
        """Listen to the house no more."""
        self._changes.close()

    def _now(self) -> datetime:
        return local(self._desk.clock.now())

    @Slot()
    def _make_next_tab(self) -> None:
        """Make one tab a turn of the event loop, so that the window answers in between."""
        if not self._waiting:
            return
        number, factory = self._waiting.pop(0)
        tab = factory(self.context)
        self._window.set_tab(number, tab)
        if TABS[number][0] in PASTE_TABS:
            PasteDoor(self.context, tab)
        QTimer.singleShot(0, self, self._make_next_tab)

    def _show_start(self) -> None:
        start = StartPage(self.context)
        start.house_ready.connect(self._on_house_ready)
        start.tab_wanted.connect(self._on_tab_wanted)
        self._window.show_instead(start)

    @Slot()
    def _on_settings(self) -> None:
        if self.has_house:
            SettingsDialog(self.context).open()

    def _on_printed(self) -> None:
        self._window.notify("An den Drucker gegeben.")

    @Slot()
    def _on_house_ready(self) -> None:
        if not self.has_house:
            self.has_house = self.show_house()
            self._make_next_tab()
        self._window.show_instead(None)

    @Slot(str)
    def _on_tab_wanted(self, area: str) -> None:
        areas = [name for name, _class in TABS]
        self._window.show_tab(areas.index(area) if area in areas else 0)

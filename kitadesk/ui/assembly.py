"""Puts an open house into the shell: tabs, search, first start; imported after the first paint.

Heute comes first and alone, because it is what the person waits for: its questions need only the
bare driver. Then the store is made in the work lane, which imports SQLAlchemy, then what the other
tabs need is imported there (`ui.ahead`); each is imported and made in turns of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kitadesk.base.clock import local
from kitadesk.base.errors import UserError
from kitadesk.queries.today import house_name, is_invented_town
from kitadesk.ui.ahead import load_the_rest
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.collector import keep_what_is_there
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import JobControl, Jobs
from kitadesk.ui.kit.search import SearchHit
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.new_day import NewDay

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
    "slip": "Abschnitt",
}

FIRST_LOOK_MS = 50
"""Heute is painted first: an import in another thread would take every second turn from it."""

TURN_MS = 20
"""Between two tabs keys, clicks and painting have their turn; after 0 ms they would not."""


class MakeReady:
    """The job that makes the store, and with it imports SQLAlchemy and the models."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, control: JobControl) -> None:
        """Make the desk ready for every question and for writing.

        The first question sets up all models (50 ms), so it is asked here and not by a tab.
        """
        control.check()
        self._desk.make_ready()
        from kitadesk.queries.house import own_house  # noqa: PLC0415 - needs SQLAlchemy

        self._desk.read(own_house)


class CarryOut:
    """The job that does what was planned for a day until today: children change their group."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, control: JobControl) -> None:
        """Do it in one step that can be undone."""
        control.check()
        from kitadesk.services.planned_moves import (  # noqa: PLC0415 - needs SQLAlchemy
            carry_out_changes,
        )

        carry_out_changes(self._desk)


def factory_of(number: int) -> Factory | None:
    """Import a tab, never in a job (`ui.ahead`), and return what makes it; None without one."""
    area, name = TABS[number]
    package = f"kitadesk.ui.tabs.{area}"
    if find_spec(package) is None or find_spec(f"{package}.tab") is None:
        return None
    factory: Factory = getattr(import_module(f"{package}.tab"), name)
    return factory


class Assembly(QObject):
    """One open house in the window; lives as long as the window."""

    own_house_wanted = Signal()
    """Somebody has seen enough of the invented town."""

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
        dialogs.keep_folders_in(desk.folder)
        window.bind_desk(desk, self._changes, self._now)
        window.set_search(self.search)
        window.settings_wanted.connect(self._on_settings)
        window.note_wanted.connect(self._on_note)
        self._changes.refresh_on({"institution"}, self.show_house)
        self.has_house = self.show_house()
        self._new_day = NewDay(desk.clock.today, self)
        self._new_day.begun.connect(self._on_new_day)
        self._waiting = list(range(len(TABS)))
        self._made: tuple[int, Tab] | None = None
        self._imported = 0
        if self.has_house:
            self._begin_tabs()
        else:
            self._show_start()

    def show_house(self) -> bool:
        """Show the name of the house; False before there is one."""
        name = self._desk.look(house_name)
        self._window.set_institution(name or "")
        return name is not None

    def search(self, text: str) -> Sequence[SearchHit]:
        """Find records by words and give each the way to its place."""
        from kitadesk.queries.search import search  # noqa: PLC0415 - not before Heute is painted

        return [
            SearchHit(
                KIND_LABELS.get(hit.kind, ""),
                hit.title,
                hit.subtitle,
                weak_slot(self.navigate, hit.kind, hit.id),
            )
            for hit in self._desk.read(search, text, self._desk.clock.today())
        ]

    def print_pdf(
        self, pdf: bytes, title: str, on_printed: Callable[[str], object] | None = None
    ) -> None:
        """Open the system dialog for a finished paper."""
        from kitadesk.ui.printing import PrinterDoor  # noqa: PLC0415 - on demand

        door = PrinterDoor(self._window, self._window.notify, self._jobs, self._desk.folder)
        door.print(pdf, title, on_printed)

    def navigate(self, kind: str, object_id: object) -> None:
        """Show a record in the tab that knows its kind."""
        self.make_all_tabs()
        self._window.navigate(kind, object_id)

    def make_all_tabs(self) -> None:
        """Make the tabs that still wait for their turn."""
        self._place()
        while self._waiting:
            self._make_next_tab()

    def close(self) -> None:
        """Listen to the house no more."""
        self._changes.close()

    def _now(self) -> datetime:
        return local(self._desk.clock.now())

    def _begin_tabs(self) -> None:
        """Make Heute now, and the others once they are imported."""
        self._make_next_tab()
        if self._desk.look(is_invented_town):
            self._show_way_out()
        keep_what_is_there()
        QTimer.singleShot(FIRST_LOOK_MS, self, self._make_ready)

    def _show_way_out(self) -> None:
        from kitadesk.ui.start.way_out import WayOut  # noqa: PLC0415 - only the invented town

        WayOut(self._window).wanted.connect(self.own_house_wanted)

    @Slot()
    def _make_ready(self) -> None:
        self._window.finish_look()
        self._jobs.work(MakeReady(self._desk), done=self._on_ready, failed=self._on_not_ready)

    @Slot(object)
    def _on_ready(self, _nothing: None) -> None:
        self._jobs.work(CarryOut(self._desk))
        self._jobs.work(load_the_rest, done=self._on_rest_loaded)

    @Slot(object)
    def _on_not_ready(self, error: UserError) -> None:
        dialogs.door().error(self._window, error, self._make_ready)

    @Slot()
    def _on_new_day(self) -> None:
        """Do what was planned for this day, then show all lists as they are today."""
        self._jobs.work(CarryOut(self._desk), done=self._on_day_begun)

    @Slot(object)
    def _on_day_begun(self, _nothing: None) -> None:
        self._changes.refresh_all()

    def _make_next_tab(self) -> None:
        self._make()
        self._place()

    def _make(self) -> None:
        number = self._waiting.pop(0)
        factory = factory_of(number)
        if factory is not None:
            self._made = (number, factory(self.context))

    def _place(self) -> None:
        """Put the tab into the window that was made last: that dresses all its widgets."""
        if self._made is None:
            return
        number, tab = self._made
        self._made = None
        self._window.set_tab(number, tab)
        if TABS[number][0] in PASTE_TABS:
            from kitadesk.ui.takeover.door import ChildrenDoor  # noqa: PLC0415 - not for Heute

            ChildrenDoor(self.context, tab)
        elif TABS[number][0] == "contacts":
            from kitadesk.ui.takeover_contacts.door import (  # noqa: PLC0415 - not for Heute
                ContactDoor,
            )

            ContactDoor(self.context, tab)

    @Slot(object)
    def _on_rest_loaded(self, _nothing: None) -> None:
        QTimer.singleShot(TURN_MS, self, self._on_turn)

    @Slot()
    def _on_turn(self) -> None:
        """Import, make or place one tab at a time, so that the window answers in between."""
        if self._made is not None:
            self._place()
            QTimer.singleShot(TURN_MS, self, self._on_turn)
        elif self._waiting:
            if self._imported == self._waiting[0]:
                self._make()
            else:
                self._imported = self._waiting[0]
                factory_of(self._imported)
            QTimer.singleShot(TURN_MS, self, self._on_turn)
        else:
            keep_what_is_there()
            # What is read now may take long: beside it each tab would take twice its time.
            self._window.tell_ready()

    def _show_start(self) -> None:
        from kitadesk.ui.start.start_page import StartPage  # noqa: PLC0415 - only the first time

        start = StartPage(self.context)
        start.house_ready.connect(self._on_house_ready)
        start.tab_wanted.connect(self._on_tab_wanted)
        self._window.show_instead(start)

    @Slot()
    def _on_settings(self) -> None:
        from kitadesk.ui.settings.dialog import SettingsDialog  # noqa: PLC0415 - on demand

        SettingsDialog(self.context, has_house=self._desk.look(house_name) is not None).open()

    @Slot()
    def _on_note(self) -> None:
        if self.has_house:
            from kitadesk.ui.notes.note_sheet import NoteSheet  # noqa: PLC0415 - on demand

            NoteSheet(self.context).open()

    @Slot()
    def _on_house_ready(self) -> None:
        if not self.has_house:
            self.has_house = self.show_house()
            self._begin_tabs()
        self._window.show_instead(None)

    @Slot(str)
    def _on_tab_wanted(self, area: str) -> None:
        areas = [name for name, _class in TABS]
        self._window.show_tab(areas.index(area) if area in areas else 0)

"""Puts the tabs into the shell; imported after the first paint because the tabs are heavy."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kitadesk.ui.kit import print as printing
from kitadesk.ui.kit.changes import Changes
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.tab import Tab
from kitadesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk

Factory = Callable[[AppContext], Tab]
TABS = (
    ("kitadesk.ui.tabs.today.tab", "TodayTab"),
    ("kitadesk.ui.tabs.transition.tab", "TransitionTab"),
    ("kitadesk.ui.tabs.events.tab", "EventsTab"),
    ("kitadesk.ui.tabs.contacts.tab", "ContactsTab"),
)


class _Printing(QObject):
    """Prints for the whole window and says so."""

    def __init__(self, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Open the system dialog for a finished paper."""
        printing.print_pdf(pdf, title, self._window, self._jobs, self._on_printed)

    def _on_printed(self) -> None:
        self._window.notify("An den Drucker gegeben.")


def load_tabs() -> dict[int, Factory]:
    """Import the modules of the tabs; safe in a job, because no widget is made."""
    factories: dict[int, Factory] = {}
    for number, (module, name) in enumerate(TABS):
        if _exists(module):
            factories[number] = getattr(import_module(module), name)
    return factories


def fill(window: MainWindow, desk: Desk, jobs: Jobs) -> AppContext:
    """Make every tab and hand it the house; returns what the tabs were given."""
    changes = Changes(desk, window)
    context = AppContext(
        desk=desk,
        jobs=jobs,
        changes=changes,
        window=window,
        navigate=window.navigate,
        print_pdf=_Printing(window, jobs).print_pdf,
        notify=window.notify,
    )
    window.bind_desk(desk, changes)
    for number, factory in load_tabs().items():
        window.set_tab(number, factory(context))
    return context


def _exists(module: str) -> bool:
    parents = module.split(".")
    names = [".".join(parents[:end]) for end in range(3, len(parents) + 1)]
    return all(find_spec(name) is not None for name in names)

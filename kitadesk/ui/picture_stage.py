"""The open program that pictures are taken of: finds records, opens pages, puts all back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from kitadesk.domain.events import EventKind
from kitadesk.queries.events import EventSummary, events
from kitadesk.queries.listing import listed
from kitadesk.services.desk import Desk
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.cover import Cover
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.papers.panel import PaperPanel

TODAY, TRANSITION, EVENTS, CONTACTS = range(4)


@dataclass(frozen=True, slots=True)
class Stage:
    """The open program that scenes are played in."""

    window: MainWindow
    assembly: Assembly
    desk: Desk

    @property
    def context(self) -> AppContext:
        """What every screen is given."""
        return self.assembly.context

    def first(self, kind: str) -> UUID | None:
        """Return the record of a kind that stands first in its list."""
        rows = self.desk.read(listed, kind, self.desk.clock.today())
        return rows[0].id if rows else None

    def event_of(self, kinds: tuple[EventKind, ...], *, is_over: bool) -> EventSummary | None:
        """Return the event with the most replies of those that are over, or still to come."""
        day = self.desk.clock.today()
        rows = [row for row in self.desk.read(events, day) if row.kind in kinds]
        rows = [row for row in rows if ((row.on_date or day) < day) is is_over]
        return max(rows, key=lambda row: row.replied, default=None)

    def show(self, number: int, page: str = "") -> None:
        """Bring a tab to the front, and turn it to a page."""
        self.window.show_tab(number)
        tab = self.window.tab(number)
        for one in tab.pages() if tab is not None and page else ():
            if one.slug == page:
                one.show()

    def top(self) -> QWidget:
        """Return what stands in front: the last dialog that was opened, or the window."""
        return [self.window, *windows_over(self.window)][-1]

    def press(self, name: str) -> bool:
        """Press the button of this name that stands in front; False where there is none."""
        for button in self.top().findChildren(QAbstractButton, name):
            if button.isVisible():
                button.click()
                return True
        return False

    def end(self) -> None:
        """Close what a scene opened."""
        for window in reversed(windows_over(self.window)):
            window.close()
        for cover in self.window.findChildren(Cover):
            cover.uncover()
        self.window.top.search.leave()
        self.window.show_instead(None)
        for number in (TODAY, TRANSITION):
            tab = self.window.tab(number)
            for panel in tab.findChildren(PaperPanel) if tab is not None else ():
                panel.closed.emit()


@dataclass(frozen=True, slots=True)
class Scene:
    """The name of a picture, and what is played for it; `later` once the first has come to rest."""

    name: str
    play: Callable[[Stage], object]
    later: Callable[[Stage], object] | None = None


def windows_over(window: QWidget) -> list[QWidget]:
    """Return the open dialogs and menus, the one in front last."""
    tops = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and isinstance(widget, QDialog | QMenu) and widget is not window
    ]
    return sorted(tops, key=_depth)


def _depth(widget: QWidget) -> int:
    depth, parent = 0, widget.parentWidget()
    while parent is not None:
        depth, parent = depth + 1, parent.parentWidget()
    return depth

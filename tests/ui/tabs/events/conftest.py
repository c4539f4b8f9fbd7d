"""One evening in a small house, and the tab that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind
from kitadesk.queries.replies import replies_of
from kitadesk.services.desk import Desk
from kitadesk.services.replies import make_slips
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.factories import MadeFamily, make_event, make_family, make_group, make_house
from tests.support.qt_screen import Screen, child


@dataclass(frozen=True)
class Town:
    """Ids of what there is."""

    evening: UUID
    festival: UUID
    past: UUID
    frogs: UUID
    mueller: MadeFamily
    sahin: MadeFamily
    weber: MadeFamily


@pytest.fixture
def town(desk: Desk) -> Town:
    """Two groups, three families with numbered slips, two events to come and one that is over."""
    make_house(desk)
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären", position=1)
    mueller = make_family(desk, "Müller", children=("Mia", "Jonas"), group=frogs)
    weber = make_family(desk, "Weber", children=("Nele",), group=frogs)
    sahin = make_family(desk, "Şahin", children=("Elif",), group=bears)
    evening = make_event(desk, "Elternabend der Frösche")
    festival = make_event(desk, "Martinsfest", kind=EventKind.FESTIVAL, on_date=date(2027, 11, 11))
    past = make_event(desk, "Mein Kind kommt in die Schule", on_date=date(2026, 10, 8))
    make_slips(desk, evening)
    make_slips(desk, festival)
    return Town(evening, festival, past, frogs, mueller, sahin, weber)


@pytest.fixture
def tab(qtbot: QtBot, screen: Screen, town: Town) -> EventsTab:
    """The tab with the first evening, so narrow that no paper is drawn meanwhile."""
    made = EventsTab(screen.context())
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.activate()
    return made


@pytest.fixture
def page(tab: EventsTab) -> EventPage:
    """The middle of the tab."""
    return child(tab, EventPage, "eventPage")


def slip_of(desk: Desk, event_id: UUID, household_id: UUID) -> str:
    """Return the number on the slip of a household: "1000-7"."""
    rows = desk.read(replies_of, event_id, desk.clock.today())
    return next(row.slip_text for row in rows if row.household_id == household_id)


def line(root: QWidget, name: str) -> QLineEdit:
    """Return a line to type into."""
    return child(root, QLineEdit, name)


def walked(start: QWidget, wanted: tuple[str, ...]) -> list[str]:
    """Return which of these names the Tab key comes to, in their order, on the way round."""
    found, widget = [], start
    for _ in range(600):
        if widget.objectName() in wanted:
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
        if widget is start:
            break
    return found

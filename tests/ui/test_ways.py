"""No way out of Heute ends nowhere: each button brings the tab that it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.start.tiles import Tile
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from kitadesk.ui.tabs.events.tab import EventsTab
from kitadesk.ui.tabs.transition.tab import TransitionTab
from tests.support.all_screens import main_window
from tests.support.factories import make_event, make_family
from tests.support.qt_screen import child

pytestmark = [
    pytest.mark.usefixtures("house"),
    pytest.mark.qt_log_ignore("does not support", extend=True),
]


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """The window as it stands after the first minutes, without child and event."""
    with main_window(desk) as screen:
        assert isinstance(screen.root, MainWindow)
        yield screen.root


def _shown(window: MainWindow) -> list[type]:
    tabs = [window.tab(number) for number in range(4)]
    return [type(tab) for tab in tabs if tab is not None and tab.isVisible()]


@pytest.mark.parametrize(
    ("card", "tab"),
    [
        ("card_invitation", EventsTab),
        ("card_school_starters", TransitionTab),
        ("card_telephone_list", ContactsTab),
        ("card_group_list", TransitionTab),
    ],
)
def test_a_card_of_heute_opens_its_tab(window: MainWindow, card: str, tab: type) -> None:
    child(window, Tile, card).click()
    assert _shown(window) == [tab]


def test_heute_shows_no_card_that_opens_nothing(window: MainWindow) -> None:
    cards = [tile.objectName() for tile in window.findChildren(Tile) if tile.isVisible()]
    assert sorted(cards) == [
        "card_group_list",
        "card_invitation",
        "card_school_starters",
        "card_telephone_list",
    ]
    assert not child(window, QAbstractButton, "skipPaper").isVisible()


def test_the_invitation_of_an_event_opens_beside_it(window: MainWindow, desk: Desk) -> None:
    make_event(desk)
    window.navigate("paper", "invitation")
    tab = window.tab(2)
    assert isinstance(tab, EventsTab)
    assert tab.panel.isVisible()


def test_planning_the_first_event_begins_a_new_one(window: MainWindow, desk: Desk) -> None:
    make_family(desk, "Müller")
    child(window, QPushButton, "openNextEvent").click()
    assert _shown(window) == [EventsTab]
    tab = window.tab(2)
    assert isinstance(tab, EventsTab)
    assert tab.page.title.is_editing

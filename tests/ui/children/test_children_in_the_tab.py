"""Where the tab Übergang leads to a child: search, list, empty house."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.child_moves import leaves
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.table import DataTable
from kitadesk.ui.tabs.transition.tab import TransitionTab
from kitadesk.ui.tabs.transition.year_pages import CHILDREN
from tests.support.factories import TODAY, make_family, make_group
from tests.support.qt_input import press
from tests.support.qt_screen import Screen, child

pytestmark = [
    pytest.mark.usefixtures("house"),
    pytest.mark.qt_log_ignore("does not support", extend=True),
]


def make_tab(qtbot: QtBot, screen: Screen) -> TransitionTab:
    tab = TransitionTab(screen.context())
    qtbot.addWidget(tab)
    tab.resize(1280, 640)
    tab.show()
    tab.activate()
    return tab


@pytest.fixture
def mia(desk: Desk) -> UUID:
    return make_family(desk, "Albrecht", children=("Mia",), group=make_group(desk)).child_ids[0]


def dialog(tab: TransitionTab, name: str) -> QWidget:
    return child(tab, QWidget, name)


def test_a_child_from_the_search_is_shown_with_its_card(
    qtbot: QtBot, screen: Screen, mia: UUID
) -> None:
    tab = make_tab(qtbot, screen)

    assert tab.show_object("child", mia)

    assert dialog(tab, "childDialog").windowTitle() == "Mia Albrecht"


def test_a_child_that_left_is_shown_with_its_card_too(
    qtbot: QtBot, screen: Screen, desk: Desk, mia: UUID
) -> None:
    leaves(desk, mia, TODAY)
    tab = make_tab(qtbot, screen)

    assert tab.show_object("child", mia)

    assert dialog(tab, "line_childLeft") is not None


def test_the_buttons_below_the_list_follow_the_choice(
    qtbot: QtBot, screen: Screen, mia: UUID
) -> None:
    tab = make_tab(qtbot, screen)
    tab.show_page(CHILDREN)
    leave = child(tab, QPushButton, "childrenLeave")
    assert not leave.isEnabled()

    child(tab, DataTable, "allChildren").choose(mia)
    press(leave, Qt.Key.Key_Return)

    assert dialog(tab, "leaveDialog").windowTitle() == "Mia Albrecht geht"


def test_in_an_empty_house_the_first_child_can_be_entered_by_hand(
    qtbot: QtBot, screen: Screen
) -> None:
    tab = make_tab(qtbot, screen)

    press(child(tab, QPushButton, "emptyOther"), Qt.Key.Key_Return)

    assert dialog(tab, "newChildDialog").isVisible()

"""The invented town in January of the preparation year, and the tab that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.transition.tab import TransitionTab
from tests.support.qt_screen import Screen

Show = Callable[[Desk], TransitionTab]


@pytest.fixture
def screens() -> Iterator[list[Screen]]:
    """The screens of a test, closed at its end."""
    made: list[Screen] = []
    yield made
    for screen in made:
        screen.close()


@pytest.fixture
def show(qtbot: QtBot, screens: list[Screen]) -> Show:
    """Open the tab over a desk, as wide as a laptop."""

    def open_tab(desk: Desk) -> TransitionTab:
        window = QWidget()
        qtbot.addWidget(window)
        screens.append(Screen(desk, window))
        tab = TransitionTab(screens[-1].context())
        qtbot.addWidget(tab)
        tab.resize(1280, 640)
        tab.show()
        tab.activate()
        return tab

    return open_tab


@pytest.fixture
def tab(show: Show, town: Desk) -> TransitionTab:
    """The tab over the invented town."""
    return show(town)

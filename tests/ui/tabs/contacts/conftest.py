"""The invented alliance, and the tab that shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from tests.support.qt_screen import Screen


@pytest.fixture
def screen(qtbot: QtBot, town: Desk) -> Iterator[Screen]:
    """What the tab is given, in a window of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Screen(town, window)
    yield made
    made.close()


@pytest.fixture
def tab(qtbot: QtBot, screen: Screen) -> ContactsTab:
    """The tab over the invented town, as wide as a laptop."""
    made = ContactsTab(screen.context())
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    made.activate()
    return made

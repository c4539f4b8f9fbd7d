"""What a screen is given, in a window of its own; closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from tests.support import screens
from tests.support.qt_screen import Screen


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> Iterator[Screen]:
    """The surroundings of a tab or panel over the file of the test."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Screen(desk, window)
    yield made
    made.close()


@pytest.fixture
def shown_screen(qtbot: QtBot, desk: Desk) -> Iterator[screens.Screen]:
    """A shown window, for dialogs that open over it."""
    made = screens.make_screen(desk)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()

"""The event as plain text: two lengths, one key to copy, and a word that says it is done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from kitadesk.ui.tabs.events.text_dialog import COPIED, TextDialog
from tests.support.qt_input import press
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, town: Town) -> Iterator[TextDialog]:
    """The dialog of the evening."""
    made = TextDialog(desk, town.evening, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.close()


def test_the_short_text_for_the_town_paper_stands_first(dialog: TextDialog) -> None:
    text = dialog.preview.toPlainText()
    assert text.startswith("Elternabend der Frösche\n\nElternabend für alle Eltern.")
    assert "Liebe Eltern" not in text
    assert dialog.said.text() == f"{len(text)} Zeichen"


def test_an_arrow_key_shows_the_whole_invitation(dialog: TextDialog) -> None:
    dialog.lengths.focus_current()
    press(dialog.lengths, Qt.Key.Key_Right)
    assert "Liebe Eltern,\nwir laden Sie herzlich" in dialog.preview.toPlainText()


def test_enter_copies_what_is_seen_and_says_so(dialog: TextDialog) -> None:
    press(dialog.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == dialog.preview.toPlainText()
    assert (dialog.said.text(), dialog.isVisible()) == (COPIED, True)


def test_another_length_is_not_said_to_be_copied(dialog: TextDialog) -> None:
    dialog.copy_button.click()
    dialog.lengths.set_current(1)
    assert dialog.said.text().endswith("Zeichen")


def test_escape_closes_and_frees_the_dialog(tab: EventsTab, page: EventPage) -> None:
    child(tab, QPushButton, "copyAsText").click()
    opened = tab.window().findChild(TextDialog)
    assert opened is not None
    press(opened, Qt.Key.Key_Escape)
    flush_deletes()
    assert tab.window().findChild(TextDialog) is None


def test_the_menu_of_the_event_leads_there(tab: EventsTab, page: EventPage) -> None:
    action = page.findChild(QAction, "copyEventAsText")
    assert action is not None
    action.trigger()
    opened = tab.window().findChild(TextDialog)
    assert opened is not None
    opened.close()

"""The menu of an event leads to its folder, where people meet and nothing was called off."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind
from kitadesk.services.desk import Desk
from kitadesk.services.postponing import cancel_event
from kitadesk.ui.papers.folder_dialog import FolderDialog
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.factories import make_event
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_menu_opens_the_folder_of_the_event_in_front(
    qtbot: QtBot, tab: EventsTab, page: EventPage, town: Town
) -> None:
    tab.show_event(town.festival)
    page.menu.folder.trigger()
    opened = child(tab.window(), FolderDialog, "folderDialog")
    qtbot.waitUntil(lambda: bool(opened.sum.text()))
    assert opened.title.text() == "Martinsfest"
    opened.close()


@pytest.mark.parametrize("kind", [EventKind.LETTER, EventKind.CLOSING_DAY])
def test_where_nobody_meets_the_menu_offers_no_folder(
    tab: EventsTab, page: EventPage, desk: Desk, kind: EventKind
) -> None:
    event_id = make_event(desk, kind=kind)
    tab.refresh()
    tab.show_event(event_id)
    assert not page.menu.folder.isVisible()


def test_what_was_called_off_has_no_folder(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    tab.show_event(town.evening)
    assert page.menu.folder.isVisible()
    cancel_event(desk, town.evening)
    tab.refresh()
    tab.show_event(town.evening)
    assert not page.menu.folder.isVisible()

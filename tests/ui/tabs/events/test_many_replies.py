"""The list of a large evening is read by a job; the counters are there at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.kit import reading
from kitadesk.ui.tabs.events.event_page import REPLIES, EventPage
from kitadesk.ui.tabs.events.reply_table import ReplyTable
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.factories import make_event
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town


@pytest.fixture(autouse=True)
def every_evening_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MANY", 1)


def rows(tab: EventsTab) -> int:
    return child(tab, ReplyTable, "replyTable").rows.rowCount()


def test_the_counters_are_there_before_the_list(
    tab: EventsTab, page: EventPage, qtbot: QtBot
) -> None:
    page.show_page(REPLIES)
    spoken = child(tab, QWidget, "replyCounters").accessibleName()
    assert (rows(tab), spoken) == (0, "0 von 3 Familien · 0 Personen · 0 nein · 3 fehlen")
    qtbot.waitUntil(lambda: rows(tab) == 3)


def test_the_list_stays_while_it_is_read_again(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    page.show_page(REPLIES)
    qtbot.waitUntil(lambda: rows(tab) == 3)
    record_reply(desk, ReplyInput(town.evening, town.weber.household_id, 2))
    page.replies.reload()
    assert rows(tab) == 3
    qtbot.waitUntil(lambda: sum(row.persons for row in page.replies.model.rows) == 2)


def test_nobody_answers_for_the_families_of_the_event_before(
    tab: EventsTab, page: EventPage, desk: Desk, qtbot: QtBot
) -> None:
    page.show_page(REPLIES)
    qtbot.waitUntil(lambda: rows(tab) == 3)
    tab.show_event(make_event(desk, "Elterncafé"))
    assert rows(tab) == 0
    qtbot.waitUntil(lambda: rows(tab) == 3)

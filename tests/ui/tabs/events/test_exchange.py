"""Events come from a calendar file and go to one, from the menu of "+ Neu"."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kitadesk.queries.events import events
from kitadesk.services.desk import Desk
from kitadesk.services.exporting_events import export_events
from kitadesk.ui.tabs.events.exchange import EventExchange
from tests.support.factories import make_event
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_screen import Screen

LIST = "Titel;Datum\r\nSommerfest;8.7.2027\r\nNichts;99.99.\r\n"


@pytest.fixture
def exchange(screen: Screen, house: UUID) -> EventExchange:
    return EventExchange(screen.context(), screen.window)


def titles(desk: Desk) -> list[str]:
    return [row.title for row in desk.read(events, date(2027, 1, 27))]


def test_a_list_is_told_before_it_is_taken(
    qtbot: QtBot, exchange: EventExchange, screen: Screen, door: RecordingDoor, tmp_path: Path
) -> None:
    door.path = tmp_path / "termine.csv"
    door.path.write_text(LIST, encoding="utf-8")
    exchange.take()
    qtbot.waitUntil(lambda: len(door.asked) == 2, timeout=20_000)
    door.expect()
    asked = door.expect()
    assert asked.text.splitlines()[0] == "1 neu, 1 nicht lesbar"
    assert titles(screen.desk) == []

    press_choice(asked, asked.choices[0].caption)

    assert titles(screen.desk) == ["Sommerfest"]
    assert screen.said == ["1 Termin übernommen"]


def test_what_is_known_already_is_said_and_nothing_taken(
    qtbot: QtBot, exchange: EventExchange, screen: Screen, door: RecordingDoor, tmp_path: Path
) -> None:
    make_event(screen.desk, "Martinsfest")
    door.path = tmp_path / "termine.ics"
    export_events(screen.desk, door.path)

    exchange.take()

    qtbot.waitUntil(lambda: len(door.asked) == 2, timeout=20_000)
    door.expect()
    assert door.expect().text == "1 unverändert"


def test_events_go_into_a_calendar_file(
    qtbot: QtBot, exchange: EventExchange, screen: Screen, door: RecordingDoor, tmp_path: Path
) -> None:
    make_event(screen.desk, "Martinsfest")
    door.path = tmp_path / "termine.ics"

    exchange.hand_out()

    qtbot.waitUntil(lambda: screen.said == ["Gesichert: termine.ics"], timeout=20_000)
    door.expect()
    assert b"SUMMARY:Martinsfest" in door.path.read_bytes()


def test_a_file_without_dates_says_so(
    qtbot: QtBot, exchange: EventExchange, door: RecordingDoor, tmp_path: Path
) -> None:
    door.path = tmp_path / "liste.csv"
    door.path.write_text("Name;Gruppe\r\nMia;Igel\r\n", encoding="utf-8")

    exchange.take()

    qtbot.waitUntil(lambda: len(door.asked) == 2, timeout=20_000)
    door.expect()
    error = door.expect().error
    assert error is not None
    assert error.code == "events_without_columns"

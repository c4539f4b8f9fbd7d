"""A new event becomes a record with its first real content, not before."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QListView
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind
from kitadesk.queries.events import EventSummary, event, events
from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line


def all_events(desk: Desk) -> tuple[EventSummary, ...]:
    return desk.read(events, desk.clock.today())


def begin(tab: EventsTab) -> None:
    """Choose the evening in the menu of "+ Neu"."""
    evening = tab.list.new_menu.findChild(QAction, "newEvening")
    assert evening is not None
    evening.trigger()


@pytest.mark.parametrize(
    ("kind", "title", "begun"),
    [
        (EventKind.LETTER, "Worum geht es?", "Neuer Elternbrief: "),
        (EventKind.CLOSING_DAY, "Warum ist geschlossen?", "Neuer Schließtag: "),
        (EventKind.PARENT_CAFE, "Wie heißt das Café?", "Neues Elterncafé: "),
        (EventKind.OTHER, "Wie heißt die Veranstaltung?", "Neue Veranstaltung: "),
    ],
)
def test_an_empty_page_asks_in_the_words_of_its_kind(
    tab: EventsTab, page: EventPage, kind: EventKind, title: str, begun: str
) -> None:
    tab.begin(kind)
    assert line(tab, "eventTitle").placeholderText().startswith(title)
    assert page.plan.notice.label.text().startswith(begun)


def test_another_kind_of_a_new_event_asks_in_other_words(tab: EventsTab, page: EventPage) -> None:
    begin(tab)
    kinds = child(tab, QComboBox, "eventKind")
    kinds.setCurrentIndex(kinds.findText("Fest"))
    kinds.activated.emit(kinds.currentIndex())
    assert line(tab, "eventTitle").placeholderText() == "Wie heißt das Fest?"
    assert page.plan.notice.label.text().startswith("Neues Fest: ")


def test_leaving_a_new_event_empty_makes_no_record(tab: EventsTab, desk: Desk) -> None:
    begin(tab)
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    child(tab, QListView, "eventList").setFocus()
    assert len(all_events(desk)) == 3


def test_a_title_left_empty_stays_a_field_with_its_hint(tab: EventsTab, page: EventPage) -> None:
    begin(tab)
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    line(tab, "eventSubtitle").setFocus()
    assert line(tab, "eventTitle").isVisible()
    assert line(tab, "eventTitle").placeholderText() == "Wie heißt der Abend?"
    tab.show_event(tab.list.model.entries()[0].id)
    assert not page.title.is_editing


def test_an_event_that_was_named_by_its_kind_shows_that_title(
    tab: EventsTab, page: EventPage
) -> None:
    begin(tab)
    line(tab, "eventDate").setFocus()
    type_text(line(tab, "eventDate"), "8.4.")
    press(line(tab, "eventDate"), Qt.Key.Key_Return)
    assert not page.title.is_editing
    assert page.title.label.text() == "Themenabend"


def test_a_title_makes_the_record_and_its_card(tab: EventsTab, desk: Desk) -> None:
    begin(tab)
    type_text(line(tab, "eventTitle"), "Papa ist ausgezogen")
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    assert "Papa ist ausgezogen" in {row.title for row in all_events(desk)}
    assert child(tab, QListView, "eventList").currentIndex().data() == "Papa ist ausgezogen"


def test_a_date_before_the_title_calls_the_event_by_its_kind(tab: EventsTab, desk: Desk) -> None:
    begin(tab)
    type_text(line(tab, "eventDate"), "8.4.")
    press(line(tab, "eventDate"), Qt.Key.Key_Return)
    made = next(row for row in all_events(desk) if row.title == "Themenabend")
    assert made.on_date == date(2027, 4, 8)


def test_the_first_date_brings_a_return_day_two_weeks_before(tab: EventsTab, desk: Desk) -> None:
    begin(tab)
    type_text(line(tab, "eventDate"), "8.4.")
    press(line(tab, "eventDate"), Qt.Key.Key_Return)
    made = next(row for row in all_events(desk) if row.title == "Themenabend")
    assert desk.read(event, made.id).reply_until == date(2027, 3, 25)


def test_undo_takes_the_new_event_back(
    tab: EventsTab, page: EventPage, desk: Desk, qtbot: QtBot
) -> None:
    begin(tab)
    type_text(line(tab, "eventTitle"), "Versehen")
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    desk.undo()
    qtbot.waitUntil(lambda: page.title.label.text() != "Versehen")
    assert len(all_events(desk)) == 3


def test_half_typed_words_stay_with_the_event_they_were_typed_for(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    line(tab, "eventSubtitle").setFocus()
    type_text(line(tab, "eventSubtitle"), "Spielen und Lernen")
    tab.begin_new()
    assert desk.read(event, town.evening).subtitle == "Spielen und Lernen"
    assert line(tab, "eventSubtitle").text() == ""


def test_choosing_only_the_kind_makes_no_record_but_is_kept_for_it(
    tab: EventsTab, desk: Desk
) -> None:
    begin(tab)
    kinds = child(tab, QComboBox, "eventKind")
    kinds.setCurrentIndex(kinds.findText("Fest"))
    kinds.activated.emit(kinds.currentIndex())
    assert len(all_events(desk)) == 3
    type_text(line(tab, "eventTitle"), "Sommerfest")
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    made = next(row for row in all_events(desk) if row.title == "Sommerfest")
    assert made.kind is EventKind.FESTIVAL

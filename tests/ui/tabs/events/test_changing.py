"""The menu of an event: postponing, calling off, a series with its card and its dialog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import event
from kitadesk.services.desk import Desk
from kitadesk.services.series import SeriesDate, SeriesInput, make_series
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.postpone_dialog import PostponeDialog
from kitadesk.ui.tabs.events.series_dialog import SeriesDialog
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.factories import EVENING, make_event
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, town: Town) -> Iterator[PostponeDialog]:
    made = PostponeDialog(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.close()


def enter(root: PostponeDialog | EventsTab, name: str, text: str) -> None:
    line(root, name).selectAll()
    type_text(line(root, name), text)
    press(line(root, name), Qt.Key.Key_Return)


def test_a_new_day_moves_the_event(dialog: PostponeDialog, desk: Desk, town: Town) -> None:
    enter(dialog, "postponeDate", "22.4.2027")
    child(dialog, QPushButton, "postponeSave").click()
    row = desk.read(event, town.evening)
    assert (row.on_date, row.reply_until) == (date(2027, 4, 22), date(2027, 4, 8))


def test_a_day_in_the_breaks_is_said(dialog: PostponeDialog) -> None:
    enter(dialog, "postponeDate", "31.3.2027")
    assert "Osterferien" in dialog.day.line_below.text()


def test_without_a_day_it_asks_for_one(dialog: PostponeDialog, desk: Desk, town: Town) -> None:
    child(dialog, QPushButton, "postponeSave").click()
    assert dialog.day.has_error()
    assert desk.read(event, town.evening).on_date == EVENING


def test_the_new_day_may_be_open(dialog: PostponeDialog, desk: Desk, town: Town) -> None:
    dialog.is_open.box.click()
    child(dialog, QPushButton, "postponeSave").click()
    assert desk.read(event, town.evening).status is EventStatus.POSTPONED


def test_the_page_says_what_happened_and_leads_to_the_notice(
    tab: EventsTab, page: EventPage, dialog: PostponeDialog, town: Town
) -> None:
    enter(dialog, "postponeDate", "22.4.2027")
    enter(dialog, "postponeReason", "Krank.")
    child(dialog, QPushButton, "postponeSave").click()
    tab.refresh()
    tab.show_event(town.evening)
    said = page.plan.history.label.text()
    assert said == "Verschoben vom Do 8. April 2027, 19 Uhr. Grund: Krank."
    assert "postponement" in [paper_id for paper_id, _title in tab.panel.papers()]


def test_an_event_is_called_off_and_held_after_all(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    tab.show_event(town.evening)
    page.menu.cancel.trigger()
    tab.refresh()
    assert page.plan.history.label.text().startswith("Abgesagt.")
    assert not page.menu.postpone.isVisible()
    page.menu.hold.trigger()
    assert desk.read(event, town.evening).status is EventStatus.PLANNED


def test_the_dialogs_of_the_menu_are_freed_when_they_close(tab: EventsTab, town: Town) -> None:
    tab.show_event(town.evening)
    for action, kind in (
        (tab.page.menu.postpone, PostponeDialog),
        (tab.page.menu.series, SeriesDialog),
    ):
        action.trigger()
        opened = tab.window().findChild(kind)
        assert opened is not None
        opened.close()
        flush_deletes()
        assert tab.window().findChild(kind) is None


def test_a_rule_makes_the_dates_that_are_ticked(
    qtbot: QtBot, tab: EventsTab, desk: Desk, town: Town
) -> None:
    made = SeriesDialog(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    made.rule.set_value("alle 2 Wochen")
    made.until.set_value(date(2027, 5, 20))
    made.propose()
    child(made, QPushButton, "seriesSave").click()
    tab.refresh()
    series = [row for row in tab.list.model.entries() if row.series_id is not None]
    assert [(row.id, row.more) for row in series] == [(town.evening, 2)]


def test_the_card_of_a_series_leads_to_its_dates(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    cafe = make_event(desk, "Elterncafé", kind=EventKind.PARENT_CAFE)
    dates = (SeriesDate(date(2027, 5, 12), "Schlaf", "Team"),)
    make_series(desk, SeriesInput(cafe, "alle 5 Wochen", dates))
    tab.show_event(cafe)
    assert line(tab, "seriesTopic1").text() == "Schlaf"
    child(tab, QPushButton, "seriesDay1").click()
    shown = page.plan.form.field("on_date").value()
    assert shown == date(2027, 5, 12)
    enter(tab, "seriesHost1", "Elternbeirat")
    assert desk.read(event, cafe).host == ""

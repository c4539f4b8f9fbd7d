"""The menu of an event: postponing, calling off, a series with its card and its dialog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import event
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.postponing import cancel_event
from kitadesk.services.series import SeriesDate, SeriesInput, make_series
from kitadesk.ui.tabs.events.cancel_dialog import CancelDialog
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.postpone_dialog import PostponeDialog
from kitadesk.ui.tabs.events.postponement_note import CANCELLED
from kitadesk.ui.tabs.events.series_dialog import SeriesDialog
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.factories import EVENING, make_event
from tests.support.hostile_typing import paste
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line, walked

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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


def call_off(tab: EventsTab, town: Town, reason: str = "") -> None:
    """Call the evening off, or change the reason for it."""
    tab.show_event(town.evening)
    tab.page.menu.cancel.trigger()
    opened = child(tab.window(), CancelDialog, "cancelDialog")
    line(opened, "cancelReason").selectAll()
    type_text(line(opened, "cancelReason"), reason)
    child(opened, QPushButton, "cancelSave").click()
    tab.refresh()
    flush_deletes()


def test_the_reason_for_calling_off_stands_above_the_fields(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    call_off(tab, town, "Die Referentin ist krank.")
    assert page.plan.history.label.text() == f"{CANCELLED} Grund: Die Referentin ist krank."
    assert desk.read(event, town.evening).cancel_reason == "Die Referentin ist krank."


def test_the_reason_can_be_changed_later(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    call_off(tab, town, "Krank")
    assert page.menu.cancel.text() == "Grund der Absage …"
    call_off(tab, town, "Kein Raum")
    assert desk.read(event, town.evening).cancel_reason == "Kein Raum"


def test_leaving_the_question_calls_nothing_off(tab: EventsTab, desk: Desk, town: Town) -> None:
    tab.show_event(town.evening)
    tab.page.menu.cancel.trigger()
    opened = child(tab.window(), CancelDialog, "cancelDialog")
    type_text(line(opened, "cancelReason"), "Krank")
    child(opened, QPushButton, "cancelBack").click()
    assert desk.read(event, town.evening).status is EventStatus.PLANNED


def test_a_reason_that_is_too_long_is_refused_with_a_sentence(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    tab.show_event(town.evening)
    tab.page.menu.cancel.trigger()
    opened = child(tab.window(), CancelDialog, "cancelDialog")
    paste(line(opened, "cancelReason"), "x" * 301)
    child(opened, QPushButton, "cancelSave").click()
    assert opened.reason.line_below.text().startswith("Der Text in „Grund“ ist zu lang.")
    assert desk.read(event, town.evening).status is EventStatus.PLANNED


def test_an_event_is_called_off_and_held_after_all(
    tab: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    call_off(tab, town)
    assert page.plan.history.label.text() == CANCELLED
    assert not page.menu.postpone.isVisible()
    page.menu.hold.trigger()
    assert desk.read(event, town.evening).status is EventStatus.PLANNED


def test_the_dialogs_of_the_menu_are_freed_when_they_close(tab: EventsTab, town: Town) -> None:
    tab.show_event(town.evening)
    for action, kind in (
        (tab.page.menu.postpone, PostponeDialog),
        (tab.page.menu.cancel, CancelDialog),
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


def test_what_was_understood_of_a_rule_is_said_before_dates_are_made(
    qtbot: QtBot, desk: Desk, town: Town
) -> None:
    made = SeriesDialog(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    line(made, "newSeriesRule").setText("jeden 2. Mittwoch, 15 Uhr")
    assert made.rule.commit()
    said = "jeden zweiten Mittwoch: Mi 14.4., Mi 12.5., Mi 9.6. …"
    assert made.rule.line_below.text() == said
    line(made, "newSeriesRule").setText("immer mal")
    made.rule.commit()
    assert made.rule.has_error()


def test_the_card_of_a_series_says_what_its_rule_means(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    cafe = make_event(desk, "Elterncafé", kind=EventKind.PARENT_CAFE)
    dates = (SeriesDate(date(2027, 5, 12), "Schlaf", "Team"),)
    make_series(desk, SeriesInput(cafe, "jeden zweiten Mittwoch", dates))
    tab.show_event(cafe)
    said = page.plan.series.rule.line_below
    assert said.text() == "jeden zweiten Mittwoch: Mi 9.6., Mi 14.7., Mi 11.8. …"
    enter(tab, "seriesRule", "alle 4 Wochen")
    assert said.text() == "alle 4 Wochen: Mi 9.6., Mi 7.7., Mi 4.8. …"


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


@pytest.mark.parametrize("kind", [CancelDialog, PostponeDialog])
def test_a_long_title_squeezes_no_field_of_a_dialog(
    qtbot: QtBot, desk: Desk, town: Town, kind: type[CancelDialog | PostponeDialog]
) -> None:
    change_event(desk, town.evening, title="Mein Kind kommt in die Schule und alles danach " * 5)
    made = kind(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    QApplication.processEvents()
    assert made.minimumHeight() >= made.layout().totalHeightForWidth(made.width())
    for edit in made.findChildren(QLineEdit):
        assert edit.visibleRegion().boundingRect().height() == edit.height()


def test_the_paper_beside_a_cancelled_event_is_its_notice_and_the_invitation_comes_back(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    cancel_event(desk, town.festival)
    closing = make_event(desk, "Brückentag", kind=EventKind.CLOSING_DAY)
    tab.refresh()
    seen = []
    for event_id in (town.festival, town.evening, closing, town.evening):
        tab.show_event(event_id)
        request = tab.panel.request()
        seen.append(request.paper_id if request is not None else "")
    assert (seen[0], seen[1], seen[3]) == ("postponement", "invitation", "invitation")


def test_a_closing_day_shows_no_paper_that_is_not_its_own(
    tab: EventsTab, desk: Desk, town: Town
) -> None:
    closing = make_event(desk, "Brückentag", kind=EventKind.CLOSING_DAY)
    tab.resize(1600, 900)
    tab.refresh()
    assert tab.panel.isVisible()
    tab.show_event(closing)
    assert not tab.panel.isVisible()
    tab.show_event(town.evening)
    assert tab.panel.isVisible()


def test_tab_comes_to_the_dates_of_a_series_before_its_buttons(
    qtbot: QtBot, desk: Desk, town: Town
) -> None:
    made = SeriesDialog(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    wanted = ("newSeriesUntil", "newDate0", "newDateHost1", "seriesCancel", "seriesSave")
    assert walked(line(made, "newSeriesUntil"), wanted) == list(wanted)


@pytest.mark.parametrize(
    ("kind", "field", "button"),
    [
        (CancelDialog, "cancelReason", "cancelSave"),
        (PostponeDialog, "postponeReason", "postponeSave"),
    ],
)
def test_enter_in_the_reason_goes_on_to_the_button_that_does_it(
    qtbot: QtBot, desk: Desk, town: Town, kind: type[QDialog], field: str, button: str
) -> None:
    made = kind(desk, desk.read(event, town.evening))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    line(made, field).setFocus()
    press(line(made, field), Qt.Key.Key_Return)
    assert made.focusWidget() is child(made, QPushButton, button)

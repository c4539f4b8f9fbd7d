"""The page Plan: fields save themselves, tasks by keys, texts with their way back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import TextBlock
from kitadesk.queries.events import TaskRow, event, tasks_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import add_room, change_event, event_texts
from kitadesk.services.transition import add_cohort
from kitadesk.ui.kit.forms import DateField
from kitadesk.ui.tabs.events.event_page import EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line, walked

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def retype(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    press(edit, Qt.Key.Key_Return)


def first_task(desk: Desk, town: Town) -> TaskRow:
    return desk.read(tasks_of, town.evening)[0]


def task_table(tab: QWidget) -> QTableView:
    table = child(tab, QTableView, "eventTasks")
    table.selectRow(0)
    return table


def test_a_weekday_that_does_not_fit_is_asked(
    tab: EventsTab, desk: Desk, town: Town, door: RecordingDoor
) -> None:
    retype(line(tab, "eventDate"), "Mo 15.4.2027")
    press_choice(door.expect(), "Dieses Datum nehmen")
    assert desk.read(event, town.evening).on_date == date(2027, 4, 15)


def test_a_holiday_of_the_land_stands_beside_the_date(tab: EventsTab) -> None:
    retype(line(tab, "eventDate"), "26.3.2027")
    assert "Karfreitag" in child(tab, DateField, "eventDateField").line_below.text()


def test_undo_brings_the_old_date_back_into_the_field(
    tab: EventsTab, desk: Desk, qtbot: QtBot
) -> None:
    retype(line(tab, "eventDate"), "15.4.2027")
    desk.undo()
    shown = line(tab, "eventDate")
    qtbot.waitUntil(lambda: shown.text() == "Donnerstag, 8. April 2027")


def test_a_known_room_is_taken_with_its_places(tab: EventsTab, desk: Desk, town: Town) -> None:
    room_id = add_room(desk, "Großer Saal", capacity=120)
    tab.refresh()
    retype(line(tab, "eventRoom"), "großer saal")
    assert desk.read(event, town.evening).room_id == room_id


def test_for_whom_is_chosen_among_the_entry_years(
    tab: EventsTab, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    cohort = add_cohort(desk, 2027)
    box = child(tab, QComboBox, "eventCohort")
    qtbot.waitUntil(lambda: box.count() == 2)
    assert [box.itemText(place) for place in range(2)] == ["Alle Familien", "Schulanfänger 2027"]
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert desk.read(event, town.evening).cohort_id == cohort
    desk.undo()
    qtbot.waitUntil(lambda: box.currentText() == "Alle Familien")


def test_the_words_of_the_invitation_stand_in_the_empty_field(
    tab: EventsTab, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    words = line(tab, "eventAudience")
    assert words.placeholderText() == "alle Eltern"
    change_event(desk, town.evening, cohort_id=add_cohort(desk, 2027))
    wanted = "Eltern der Schulanfängerinnen und Schulanfänger 2027"
    qtbot.waitUntil(lambda: words.placeholderText() == wanted)


def test_any_other_place_is_kept_as_typed(tab: EventsTab, desk: Desk, town: Town) -> None:
    retype(line(tab, "eventRoom"), "bei Familie <b>Şahin</b>")
    assert desk.read(event, town.evening).place_label == "bei Familie <b>Şahin</b>"


def test_the_line_under_the_title_follows(tab: EventsTab, page: EventPage, qtbot: QtBot) -> None:
    retype(line(tab, "eventStart"), "18.30")
    words = "Do 8. April 2027, 18:30–21:00 · Gruppenraum"
    qtbot.waitUntil(lambda: page.where.text() == words)


def test_f2_opens_the_title_and_escape_closes_it_unchanged(tab: EventsTab, page: EventPage) -> None:
    page.title.begin()
    type_text(line(tab, "eventTitle"), "anders")
    press(line(tab, "eventTitle"), Qt.Key.Key_Escape)
    press(line(tab, "eventTitle"), Qt.Key.Key_Escape)
    assert not page.title.is_editing
    assert page.title.label.text() == "Elternabend der Frösche"


def test_a_title_cannot_be_emptied(tab: EventsTab, page: EventPage, desk: Desk) -> None:
    page.title.begin()
    line(tab, "eventTitle").clear()
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    assert page.title.field.has_error()


def test_space_ticks_a_task(tab: EventsTab, desk: Desk, town: Town) -> None:
    press(task_table(tab), Qt.Key.Key_Space)
    assert first_task(desk, town).done_on == date(2027, 1, 25)


def test_minus_says_that_a_task_is_not_needed(tab: EventsTab, desk: Desk, town: Town) -> None:
    press(task_table(tab), Qt.Key.Key_Minus)
    assert first_task(desk, town).is_not_needed


def test_a_typed_day_moves_a_task(tab: EventsTab, desk: Desk, town: Town) -> None:
    task = first_task(desk, town)
    type_text(task_table(tab), "2")
    type_text(line(tab, "taskDay"), "6.1.")
    press(line(tab, "taskDay"), Qt.Key.Key_Return)
    days = {row.id: row.due_on for row in desk.read(tasks_of, town.evening)}
    assert days[task.id] == date(2027, 1, 26)
    assert line(tab, "taskDay").isHidden() or not line(tab, "taskDay").isVisible()


def test_a_changed_text_can_be_restored(tab: EventsTab, desk: Desk, town: Town) -> None:
    shipped = event_texts(desk, town.evening)[TextBlock.BODY]
    edit = child(tab, QPlainTextEdit, "text_body")
    edit.setFocus()
    type_text(edit, "Neu: ")
    press(edit, Qt.Key.Key_Tab)
    edit.clearFocus()
    assert event_texts(desk, town.evening)[TextBlock.BODY].startswith("Neu: ")
    child(tab, QPushButton, "restore_body").click()
    assert event_texts(desk, town.evening)[TextBlock.BODY] == shipped
    assert edit.toPlainText() == shipped


def test_tab_leads_through_the_whole_page_and_not_in_a_circle(tab: EventsTab) -> None:
    wanted = (
        "eventDate", "eventStart", "eventEnd", "eventDoors", "eventRoom", "eventReplyUntil",
        "eventFee", "eventTasks", "eventAgenda", "text_body",
    )  # fmt: skip
    assert walked(line(tab, "eventDate"), wanted) == list(wanted)


def test_tab_leads_from_the_slip_of_a_letter_to_its_text(tab: EventsTab) -> None:
    wanted = ("letterDate", "letterChoices", "text_body")
    assert walked(line(tab, "letterDate"), wanted) == list(wanted)


def test_enter_in_a_new_title_goes_on_to_the_date(tab: EventsTab) -> None:
    tab.activateWindow()
    tab.begin_new()
    type_text(line(tab, "eventTitle"), "Starke Kinder")
    press(line(tab, "eventTitle"), Qt.Key.Key_Return)
    assert line(tab, "eventDate").hasFocus()

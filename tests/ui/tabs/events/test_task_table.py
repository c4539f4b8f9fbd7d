"""Tasks on the page Plan: own ones are added, changed and deleted; planned ones fall away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.queries.events import TaskRow, tasks_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event
from kitadesk.services.tasks import add_event_task
from kitadesk.ui.tabs.events.tab import EventsTab
from kitadesk.ui.tabs.events.task_edit import NewTask, TaskEdit
from kitadesk.ui.tabs.events.task_table import PlanTasks, TaskTable
from tests.support.hostile_typing import paste
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def task(desk: Desk, town: Town, title: str) -> TaskRow:
    return next(row for row in desk.read(tasks_of, town.evening) if row.title == title)


def titles(desk: Desk, town: Town) -> list[str]:
    return [row.title for row in desk.read(tasks_of, town.evening)]


@pytest.fixture
def table(tab: EventsTab) -> TaskTable:
    tab.activateWindow()
    found = child(tab, TaskTable, "eventTasks")
    found.setFocus()
    return found


@pytest.fixture
def own(tab: EventsTab, desk: Desk, town: Town, table: TaskTable) -> TaskTable:
    """The table with a task of the office's own, which is chosen."""
    task_id = add_event_task(desk, town.evening, "Beamer ausleihen", date(2027, 3, 30))
    tab.refresh()
    table.choose(task_id)
    return table


def test_a_task_is_added_by_words_and_a_day(
    tab: EventsTab, table: TaskTable, desk: Desk, town: Town
) -> None:
    type_text(line(tab, "newTask"), "Schlüssel holen")
    type_text(line(tab, "newTaskDay"), "30.3.")
    press(line(tab, "newTaskDay"), Qt.Key.Key_Return)
    assert task(desk, town, "Schlüssel holen").due_on == date(2027, 3, 30)
    assert (line(tab, "newTask").text(), line(tab, "newTaskDay").text()) == ("", "")
    assert table.current_row().title == "Schlüssel holen"


def test_a_task_may_have_no_day(tab: EventsTab, desk: Desk, town: Town) -> None:
    type_text(line(tab, "newTask"), "Danke sagen")
    press(line(tab, "newTask"), Qt.Key.Key_Return)
    assert task(desk, town, "Danke sagen").due_on is None


@pytest.mark.parametrize(
    ("words", "day", "sentence"),
    [("", "30.3.", "Die Aufgabe hat noch keinen Text."), ("A", "31.2.", "„31.2.“ ist kein Datum")],
)
def test_what_is_wrong_stays_typed_with_a_sentence(
    tab: EventsTab, desk: Desk, town: Town, words: str, day: str, sentence: str
) -> None:
    before = titles(desk, town)
    type_text(line(tab, "newTask"), words)
    type_text(line(tab, "newTaskDay"), day)
    child(tab, QPushButton, "addTask").click()
    part = tab.findChild(NewTask)
    assert part is not None
    assert part.wrong.text().startswith(sentence)
    assert (titles(desk, town), line(tab, "newTaskDay").text()) == (before, day)


def test_a_note_stands_in_the_row_of_its_task(
    tab: EventsTab, own: TaskTable, desk: Desk, town: Town
) -> None:
    press(own, Qt.Key.Key_F2)
    line(tab, "taskNote").setFocus()
    type_text(line(tab, "taskNote"), "liegt bei Frau Vogel")
    press(line(tab, "taskNote"), Qt.Key.Key_Return)
    assert task(desk, town, "Beamer ausleihen").note == "liegt bei Frau Vogel"
    line(tab, "newTask").setFocus()
    row = own.currentIndex().siblingAtColumn(1)
    assert row.data() == "Beamer ausleihen · liegt bei Frau Vogel"
    assert "liegt bei Frau Vogel" in row.data(Qt.ItemDataRole.ToolTipRole)


def test_a_note_that_is_too_long_stays_typed_with_a_sentence(
    tab: EventsTab, own: TaskTable, desk: Desk, town: Town
) -> None:
    press(own, Qt.Key.Key_F2)
    line(tab, "taskNote").setFocus()
    paste(line(tab, "taskNote"), "x" * 400)
    press(line(tab, "taskNote"), Qt.Key.Key_Return)
    line(tab, "newTask").setFocus()
    part = tab.findChild(TaskEdit)
    assert part is not None
    assert (part.note.has_error(), part.isVisible()) == (True, True)
    assert task(desk, town, "Beamer ausleihen").note == ""


def test_f2_changes_who_does_a_planned_step(
    tab: EventsTab, table: TaskTable, desk: Desk, town: Town
) -> None:
    table.selectRow(0)
    press(table, Qt.Key.Key_F2)
    assert line(tab, "taskWho").hasFocus()
    line(tab, "taskWho").selectAll()
    type_text(line(tab, "taskWho"), "Frau Şahin")
    press(line(tab, "taskWho"), Qt.Key.Key_Return)
    assert desk.read(tasks_of, town.evening)[0].responsible == "Frau Şahin"
    assert line(tab, "taskDay").hasFocus()


def test_an_own_task_is_renamed(tab: EventsTab, own: TaskTable, desk: Desk, town: Town) -> None:
    child(tab, QPushButton, "taskChange").click()
    assert line(tab, "taskTitle").hasFocus()
    line(tab, "taskTitle").selectAll()
    type_text(line(tab, "taskTitle"), "Beamer holen")
    press(line(tab, "taskTitle"), Qt.Key.Key_Return)
    assert "Beamer holen" in titles(desk, town)


def test_the_line_goes_when_the_keyboard_goes_elsewhere(
    tab: EventsTab, own: TaskTable, desk: Desk, town: Town
) -> None:
    press(own, Qt.Key.Key_F2)
    line(tab, "taskWho").setFocus()
    type_text(line(tab, "taskWho"), "Team")
    line(tab, "newTask").setFocus()
    edit = tab.findChild(TaskEdit)
    assert edit is not None
    assert edit.isHidden()
    assert task(desk, town, "Beamer ausleihen").responsible == "Team"


def test_a_name_that_is_emptied_keeps_the_line_open(tab: EventsTab, own: TaskTable) -> None:
    press(own, Qt.Key.Key_F2)
    line(tab, "taskTitle").clear()
    press(line(tab, "taskTitle"), Qt.Key.Key_Return)
    line(tab, "newTask").setFocus()
    edit = tab.findChild(TaskEdit)
    assert edit is not None
    assert not edit.isHidden()
    assert edit.title.line_below.text().startswith("Die Aufgabe hat noch keinen Text.")


def test_escape_leaves_everything_as_it_was(
    tab: EventsTab, own: TaskTable, desk: Desk, town: Town
) -> None:
    press(own, Qt.Key.Key_F2)
    type_text(line(tab, "taskTitle"), "Anders")
    press(line(tab, "taskTitle"), Qt.Key.Key_Escape)
    assert not line(tab, "taskTitle").isVisible()
    assert "Beamer ausleihen" in titles(desk, town)


def test_delete_takes_an_own_task_and_undo_brings_it_back(
    tab: EventsTab, own: TaskTable, desk: Desk, town: Town
) -> None:
    press(own, Qt.Key.Key_Delete)
    assert "Beamer ausleihen" not in titles(desk, town)
    desk.undo()
    assert "Beamer ausleihen" in titles(desk, town)


def test_delete_lets_a_planned_step_fall_away(
    tab: EventsTab, table: TaskTable, desk: Desk, town: Town
) -> None:
    table.selectRow(0)
    assert child(tab, QPushButton, "taskDelete").isHidden()
    press(table, Qt.Key.Key_Delete)
    assert desk.read(tasks_of, town.evening)[0].is_not_needed


def test_past_steps_of_an_event_at_short_notice_are_calm(
    tab: EventsTab, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    kind = tab.list.model.entries()[0].kind
    soon = add_event(desk, EventInput(kind=kind, title="Kurzfristig", on_date=date(2027, 2, 4)))
    tab.refresh()
    tab.show_event(soon)
    card = child(tab, PlanTasks, "planTasks")
    words = [str(card.model.data(card.model.index(row, 3))) for row in range(4)]
    assert words == ["entfällt"] * 4
    assert card.model.columns[3].tone is not None
    assert {card.model.columns[3].tone(row) for row in card.model.rows} == {None}


def test_the_opened_task_is_scrolled_into_sight(
    tab: EventsTab, own: TaskTable, qtbot: QtBot
) -> None:
    tab.resize(900, 480)
    page = tab.page.plan
    QApplication.processEvents()
    page.verticalScrollBar().setValue(0)
    press(own, Qt.Key.Key_F2)
    edit = tab.findChild(TaskEdit)
    assert edit is not None
    qtbot.waitUntil(lambda: edit.visibleRegion().boundingRect().height() == edit.height())

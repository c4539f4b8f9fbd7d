"""Replies row by row: digits, Entf, filters, counters, guests."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kitadesk.base.text import plural
from kitadesk.domain.replies import Answer
from kitadesk.queries.replies import ReplyRow, guests_of, replies_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.services.transition import add_cohort, assign_cohort
from kitadesk.ui.tabs.events.event_page import REPLIES, EventPage
from kitadesk.ui.tabs.events.reply_table import ReplyTable, answer_words
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line


@pytest.fixture
def table(tab: EventsTab, page: EventPage) -> ReplyTable:
    page.show_page(REPLIES)
    return child(tab, ReplyTable, "replyTable")


def families(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def reply(desk: Desk, town: Town, household_id: UUID) -> ReplyRow:
    rows = desk.read(replies_of, town.evening, desk.clock.today())
    return next(row for row in rows if row.household_id == household_id)


Answering = Callable[[str], None]


@pytest.fixture
def answer(table: ReplyTable, qtbot: QtBot) -> Answering:
    """Type persons into the chosen row; a digit acts when it is clear that nobody scans."""

    def type_persons(digits: str) -> None:
        type_text(table, digits)
        persons = int(digits)
        wanted = f"✓ {plural(persons, 'Person', 'Personen')}" if persons else "– nein"
        qtbot.waitUntil(lambda: answer_words(table.current_row()) == wanted)

    return type_persons


def test_a_digit_is_the_number_of_persons(
    table: ReplyTable, answer: Answering, desk: Desk, town: Town
) -> None:
    table.choose(town.weber.household_id)
    answer("2")
    assert reply(desk, town, town.weber.household_id).persons == 2


def test_two_quick_digits_are_one_number(
    table: ReplyTable, answer: Answering, desk: Desk, town: Town
) -> None:
    table.choose(town.weber.household_id)
    answer("12")
    assert reply(desk, town, town.weber.household_id).persons == 12


def test_digits_of_two_rows_stay_apart(
    table: ReplyTable, answer: Answering, desk: Desk, town: Town
) -> None:
    table.choose(town.mueller.household_id)
    type_text(table, "1")
    press(table, Qt.Key.Key_Down)
    answer("2")
    assert reply(desk, town, town.mueller.household_id).persons == 1
    assert reply(desk, town, town.weber.household_id).persons == 2


def test_delete_takes_the_answer_back(
    table: ReplyTable, answer: Answering, desk: Desk, town: Town
) -> None:
    table.choose(town.weber.household_id)
    answer("0")
    assert reply(desk, town, town.weber.household_id).answer is Answer.NO
    press(table, Qt.Key.Key_Delete)
    assert reply(desk, town, town.weber.household_id).answer is None


def test_the_counters_move(
    table: ReplyTable, answer: Answering, tab: EventsTab, town: Town
) -> None:
    table.choose(town.weber.household_id)
    answer("2")
    spoken = child(tab, QWidget, "replyCounters").accessibleName()
    assert spoken == "1 von 3 Familien · 2 Personen · 0 nein · 2 fehlen"


def test_an_answered_row_stays_under_only_missing_until_the_filter_changes(
    table: ReplyTable, answer: Answering, tab: EventsTab, town: Town
) -> None:
    child(tab, QCheckBox, "onlyMissing").setChecked(True)
    table.choose(town.weber.household_id)
    answer("2")
    assert "Weber, Nele" in families(table)
    child(tab, QCheckBox, "onlyMissing").setChecked(False)
    child(tab, QCheckBox, "onlyMissing").setChecked(True)
    assert "Weber, Nele" not in families(table)


def test_one_group_can_be_shown_alone(table: ReplyTable, tab: EventsTab) -> None:
    groups = child(tab, QComboBox, "replyGroup")
    groups.setCurrentIndex(groups.findText("Bären"))
    assert families(table) == ["Şahin, Elif"]


def test_guests_are_counted_by_label_and_number(
    table: ReplyTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    child(tab, QPushButton, "showGuests").click()
    type_text(line(tab, "guestLabel"), "Kita Storchennest & Team")
    type_text(line(tab, "guestNumber"), "9")
    press(line(tab, "guestNumber"), Qt.Key.Key_Return)
    guests = desk.read(guests_of, town.evening)
    assert [(row.label, row.persons) for row in guests] == [("Kita Storchennest & Team", 9)]


def test_guests_with_zero_leave_the_list(
    table: ReplyTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    child(tab, QPushButton, "showGuests").click()
    type_text(line(tab, "guestLabel"), "Team")
    type_text(line(tab, "guestNumber"), "6")
    press(line(tab, "guestNumber"), Qt.Key.Key_Return)
    number = child(tab, QLineEdit, "guest0Persons")
    number.selectAll()
    type_text(number, "0")
    press(number, Qt.Key.Key_Return)
    assert desk.read(guests_of, town.evening) == ()


def test_undo_of_a_reply_is_seen_in_the_table(
    table: ReplyTable, answer: Answering, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    table.choose(town.weber.household_id)
    answer("2")
    desk.undo()
    qtbot.waitUntil(lambda: table.current_row().answer is None)


def test_the_table_keeps_the_rules_of_qt_and_paints(
    table: ReplyTable, qtmodeltester: ModelTester
) -> None:
    assert not table.grab().isNull()
    qtmodeltester.check(table.model())


def test_who_answered_and_is_not_invited_any_more_says_so(
    table: ReplyTable, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    record_reply(desk, ReplyInput(town.evening, town.weber.household_id, 2))
    cohort = add_cohort(desk, 2027)
    assign_cohort(desk, [town.mueller.child_ids[0]], cohort)
    change_event(desk, town.evening, cohort_id=cohort)
    wanted = ["Müller, Mia", "Weber, Nele (nicht mehr eingeladen)"]
    qtbot.waitUntil(lambda: families(table) == wanted)

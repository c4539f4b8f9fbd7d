"""The agenda on the page Plan: typed row by row, timed while typing, every key leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kitadesk.domain.entries import NAME_MOST
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import agenda_of
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item, change_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.house import set_setting
from kitadesk.ui.tabs.events.agenda_card import AgendaCard
from kitadesk.ui.tabs.events.agenda_columns import LEAST, SETTING, AgendaColumns
from kitadesk.ui.tabs.events.agenda_model import NEW, Place
from kitadesk.ui.tabs.events.agenda_table import AgendaTable
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.hostile_typing import TEXTS, paste, squashed, stored_texts
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town

# The list of suggestions is a window of its own; the offscreen platform cannot raise it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def table(tab: EventsTab) -> AgendaTable:
    found = child(tab, AgendaTable, "eventAgenda")
    tab.activateWindow()
    found.setFocus()
    return found


def cell(table: AgendaTable) -> QLineEdit:
    """Return the line that is open to type into."""
    found = [edit for edit in table.findChildren(QLineEdit) if edit.isVisible()]
    assert len(found) == 1
    return found[0]


def is_typing(table: AgendaTable) -> bool:
    return any(edit.isVisible() for edit in table.findChildren(QLineEdit))


def press_control(widget: QWidget, key: Qt.Key) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, control))


def type_row(table: AgendaTable, title: str, minutes: str = "") -> None:
    """Type a row from its title on and press Enter."""
    if not is_typing(table):
        press(table, Qt.Key.Key_Return)
    type_text(cell(table), title)
    if minutes:
        press(cell(table), Qt.Key.Key_Tab)
        type_text(cell(table), minutes)
    press(cell(table), Qt.Key.Key_Return)


def begins(table: AgendaTable) -> list[str]:
    model = table.agenda
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def stored(desk: Desk, town: Town) -> list[tuple[str, int]]:
    return [(item.title, item.minutes) for item in desk.read(agenda_of, town.evening)]


def test_rows_are_typed_one_after_another_without_the_mouse(
    table: AgendaTable, desk: Desk, town: Town
) -> None:
    type_row(table, "Begrüßung", "5")
    type_row(table, "Impuls „Şahin“", "1:30")
    type_row(table, "Fragen", "15 min")
    assert stored(desk, town) == [("Begrüßung", 5), ("Impuls „Şahin“", 90), ("Fragen", 15)]
    assert begins(table) == ["19:00", "19:05", "20:35", "20:50"]


def test_nothing_is_kept_before_the_first_content(
    table: AgendaTable, desk: Desk, town: Town
) -> None:
    press(table, Qt.Key.Key_Return)
    press(cell(table), Qt.Key.Key_Return)
    assert not is_typing(table)
    assert stored(desk, town) == []
    assert desk.undo_label != "Punkt"


def test_times_follow_while_minutes_are_typed(
    table: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    type_row(table, "Begrüßung", "10")
    type_row(table, "Impuls", "90")
    table.open_cell(0, Place.MINUTES)
    type_text(cell(table), "30")
    assert begins(table)[1] == "19:30"
    assert child(tab, AgendaCard, "planAgenda").fit.text() == "Ende 21:00 · passt genau"
    assert stored(desk, town)[0] == ("Begrüßung", 10)
    press(cell(table), Qt.Key.Key_Escape)
    assert begins(table)[1] == "19:10"


def test_an_evening_that_ends_too_late_says_so(table: AgendaTable, tab: EventsTab) -> None:
    type_row(table, "Impuls", "126")
    fit = child(tab, AgendaCard, "planAgenda").fit
    assert (fit.text(), fit.objectName()) == ("Ende 21:06 · endet 6 Minuten zu spät", "warnTone")


def test_minutes_that_make_no_sense_stay_open_with_a_sentence(
    table: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    type_row(table, "Impuls", "20")
    table.open_cell(0, Place.MINUTES)
    type_text(cell(table), "0")
    press(cell(table), Qt.Key.Key_Return)
    wrong = child(tab, AgendaCard, "planAgenda").wrong
    assert wrong.text().startswith("„0“ ist keine Dauer")
    assert cell(table).text() == "0"
    press(cell(table), Qt.Key.Key_Escape)
    assert wrong.isHidden()
    assert stored(desk, town) == [("Impuls", 20)]


def test_a_title_cannot_be_emptied(table: AgendaTable, tab: EventsTab) -> None:
    type_row(table, "Impuls")
    table.open_cell(0, Place.TITLE)
    cell(table).clear()
    press(cell(table), Qt.Key.Key_Return)
    assert child(tab, AgendaCard, "planAgenda").wrong.text().startswith("Der Name in „Punkt“")


@pytest.fixture
def three(desk: Desk, town: Town, tab: EventsTab, table: AgendaTable) -> AgendaTable:
    """The table with three points A, B and C."""
    for title in "ABC":
        add_agenda_item(desk, town.evening, AgendaItemInput(title))
    tab.refresh()
    table.choose(0)
    return table


def order(desk: Desk, town: Town) -> str:
    return "".join(title for title, _minutes in stored(desk, town))


def test_control_and_an_arrow_move_the_row(three: AgendaTable, desk: Desk, town: Town) -> None:
    press_control(three, Qt.Key.Key_Down)
    press_control(three, Qt.Key.Key_Down)
    press_control(three, Qt.Key.Key_Down)
    assert order(desk, town) == "BCA"
    press_control(three, Qt.Key.Key_Up)
    assert (order(desk, town), three.currentIndex().row()) == ("BAC", 1)


def test_a_row_moves_while_it_is_typed_into_and_typing_goes_on(
    three: AgendaTable, desk: Desk, town: Town
) -> None:
    three.open_cell(1, Place.TITLE)
    type_text(cell(three), "X")
    press_control(cell(three), Qt.Key.Key_Up)
    assert order(desk, town) == "XAC"
    assert cell(three).text() == "X"


def test_delete_takes_the_row_and_undo_brings_it_back(
    three: AgendaTable, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    press(three, Qt.Key.Key_Down)
    press(three, Qt.Key.Key_Delete)
    assert (order(desk, town), three.currentIndex().row()) == ("AC", 1)
    desk.undo()
    qtbot.waitUntil(lambda: three.agenda.rowCount() == 4)
    assert three.currentIndex().row() == 1


def test_delete_in_the_empty_row_deletes_nothing(
    three: AgendaTable, desk: Desk, town: Town
) -> None:
    three.choose(3)
    press(three, Qt.Key.Key_Delete)
    assert order(desk, town) == "ABC"


def test_a_letter_begins_to_type_over_the_cell(three: AgendaTable, desk: Desk, town: Town) -> None:
    type_text(three, "N")
    type_text(cell(three), "eu")
    press(cell(three), Qt.Key.Key_Return)
    assert stored(desk, town)[0] == ("Neu", 10)
    assert cell(three).text() == "B"


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("place", [Place.TITLE, Place.WHO, Place.MATERIAL, Place.MINUTES])
def test_any_text_is_kept_as_typed_or_refused_with_a_sentence(
    three: AgendaTable, tab: EventsTab, desk: Desk, place: Place, text: str
) -> None:
    three.open_cell(0, place)
    paste(cell(three), text)
    press(cell(three), Qt.Key.Key_Return)
    said = child(tab, AgendaCard, "planAgenda").wrong.text()
    is_stored = squashed(text) in stored_texts(desk)
    assert (is_stored, said[-1:]) in {(True, ""), (False, ".")}
    assert is_stored or place is Place.MINUTES or len(text) > NAME_MOST


def test_the_table_keeps_the_rules_of_models(
    three: AgendaTable, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(three.agenda)


@pytest.mark.parametrize("width", [300, 480, 900])
def test_all_of_it_is_painted_in_any_width(three: AgendaTable, width: int) -> None:
    title = "Donaudampfschifffahrtsgesellschaft und alles danach " * 3
    items = tuple(replace(item, title=title) for item in three.agenda.items)
    three.agenda.show_agenda(items, None)
    three.resize(width, 400)
    assert three.grab().width() == width
    shown = sum(three.columnWidth(place) for place in Place)
    assert width - 4 <= shown <= width


def test_f2_opens_the_cell_and_not_the_title_of_the_event(three: AgendaTable) -> None:
    press(three, Qt.Key.Key_F2)
    assert cell(three).text() == "A"


def test_tab_goes_through_the_cells_and_back(three: AgendaTable, desk: Desk, town: Town) -> None:
    three.open_cell(0, Place.TITLE)
    for _ in range(4):
        press(cell(three), Qt.Key.Key_Tab)
    assert cell(three).text() == "B"
    press(cell(three), Qt.Key.Key_Backtab)
    type_text(cell(three), "Beamer")
    press(cell(three), Qt.Key.Key_Return)
    assert desk.read(agenda_of, town.evening)[0].material == "Beamer"


def test_tab_in_the_empty_row_leaves_the_table(three: AgendaTable) -> None:
    three.open_cell(3, Place.TITLE)
    press(cell(three), Qt.Key.Key_Tab)
    assert not is_typing(three)
    assert not three.hasFocus()


def test_a_click_elsewhere_keeps_what_was_typed(three: AgendaTable, desk: Desk, town: Town) -> None:
    three.open_cell(2, Place.WHO)
    type_text(cell(three), "Leitung")
    cell(three).clearFocus()
    assert desk.read(agenda_of, town.evening)[2].who == "Leitung"
    assert not is_typing(three)


def test_a_pause_keeps_a_text_and_the_line_stays_open(
    three: AgendaTable, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    three.open_cell(3, Place.TITLE)
    type_text(cell(three), "D")
    qtbot.waitUntil(lambda: order(desk, town) == "ABCD")
    type_text(cell(three), "E")
    press(cell(three), Qt.Key.Key_Return)
    assert order(desk, town) == "ABCDE"


def test_minutes_are_not_kept_half_typed(three: AgendaTable) -> None:
    three.open_cell(0, Place.MINUTES)
    type_text(cell(three), "4")
    assert not any(timer.isActive() for timer in cell(three).findChildren(QTimer))


def test_another_event_shows_its_own_agenda(three: AgendaTable, tab: EventsTab, town: Town) -> None:
    tab.show_event(town.festival)
    assert three.agenda.items == ()
    assert three.agenda.data(three.agenda.index(0, 1)) == NEW


def test_typing_is_kept_when_another_event_is_chosen(
    three: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    three.open_cell(0, Place.TITLE)
    type_text(cell(three), "Neu")
    tab.show_event(town.festival)
    assert stored(desk, town)[0] == ("Neu", 10)


def test_one_click_takes_the_proposal(tab: EventsTab, desk: Desk, town: Town) -> None:
    button = child(tab, QPushButton, "takeAgenda")
    assert button.text() == "Vorschlag übernehmen: 7 Punkte, 90 Minuten"
    button.click()
    assert len(stored(desk, town)) == 7
    assert button.isHidden()


def test_the_agenda_follows_the_begin_of_the_event(
    three: AgendaTable, desk: Desk, town: Town, qtbot: QtBot
) -> None:
    change_event(desk, town.evening, starts_at=time(18, 30))
    qtbot.waitUntil(lambda: begins(three) == ["18:30", "18:40", "18:50", "19:00"])


def test_a_letter_has_no_agenda(tab: EventsTab, desk: Desk, town: Town, qtbot: QtBot) -> None:
    card = child(tab, AgendaCard, "planAgenda")
    assert not card.isHidden()
    change_event(desk, town.evening, kind=EventKind.LETTER)
    qtbot.waitUntil(card.isHidden)


def test_buttons_do_what_the_keys_do(
    three: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    three.choose(2)
    child(tab, QPushButton, "agendaUp").click()
    assert order(desk, town) == "ACB"
    child(tab, QPushButton, "agendaDown").click()
    assert (order(desk, town), child(tab, QPushButton, "agendaDown").isEnabled()) == ("ABC", False)
    child(tab, QPushButton, "agendaDelete").click()
    child(tab, QPushButton, "agendaAdd").click()
    type_text(cell(three), "D")
    press(cell(three), Qt.Key.Key_Return)
    assert order(desk, town) == "ABD"


def choose_column(tab: EventsTab, name: str) -> None:
    """Tick or untick a column in the menu of the agenda."""
    action = tab.findChild(QAction, name)
    assert action is not None
    action.trigger()


def test_goal_and_note_are_hidden_until_they_are_chosen(three: AgendaTable, tab: EventsTab) -> None:
    extra = (Place.GOAL, Place.NOTE)
    assert all(three.isColumnHidden(place) for place in extra)
    choose_column(tab, "agendaColumnGoal")
    assert [three.isColumnHidden(place) for place in extra] == [False, True]
    choose_column(tab, "agendaColumnGoal")
    assert three.isColumnHidden(Place.GOAL)


def test_the_house_keeps_which_columns_of_the_agenda_are_shown(
    three: AgendaTable, tab: EventsTab, desk: Desk
) -> None:
    choose_column(tab, "agendaColumnNote")
    assert AgendaColumns(desk, tab).shown == {Place.NOTE}


@pytest.mark.parametrize("kept", ["", "[]", '{"columns": 3}', '{"columns": {"goal": "x"}}'])
def test_a_damaged_choice_of_columns_means_the_usual_ones(
    tab: EventsTab, desk: Desk, kept: str
) -> None:
    set_setting(desk, SETTING, kept)
    assert AgendaColumns(desk, tab).shown == frozenset()


def test_tab_goes_on_into_the_chosen_columns(
    three: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    choose_column(tab, "agendaColumnGoal")
    choose_column(tab, "agendaColumnNote")
    three.open_cell(0, Place.MATERIAL)
    for words in ("", "Alle kommen an", "Frau Vogel ist neu"):
        type_text(cell(three), words)
        press(cell(three), Qt.Key.Key_Tab)
    item = desk.read(agenda_of, town.evening)[0]
    assert (item.goal, item.internal_note) == ("Alle kommen an", "Frau Vogel ist neu")
    assert cell(three).text() == "B"


def test_a_note_of_several_lines_is_opened_on_one_and_not_changed_by_it(
    three: AgendaTable, tab: EventsTab, desk: Desk, town: Town
) -> None:
    item = desk.read(agenda_of, town.evening)[0]
    change_agenda_item(desk, item.id, goal="Ankommen\nund zuhören")
    tab.refresh()
    choose_column(tab, "agendaColumnGoal")
    three.open_cell(0, Place.GOAL)
    assert cell(three).text() == "Ankommen und zuhören"
    press(cell(three), Qt.Key.Key_Return)
    assert desk.read(agenda_of, town.evening)[0].goal == "Ankommen\nund zuhören"


def test_columns_scroll_where_there_is_no_room_for_all_that_were_chosen(
    three: AgendaTable, tab: EventsTab
) -> None:
    QApplication.processEvents()
    assert three.horizontalScrollBar().maximum() == 0
    choose_column(tab, "agendaColumnGoal")
    choose_column(tab, "agendaColumnNote")
    QApplication.processEvents()
    shown = [place for place in Place if not three.isColumnHidden(place)]
    assert len(shown) == len(Place)
    assert min(three.columnWidth(place) for place in LEAST) >= 100
    assert three.horizontalScrollBar().maximum() > 0

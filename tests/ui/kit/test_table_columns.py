"""Columns are chosen and sorted by with mouse and keys; the house remembers the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.services.house import set_setting
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.table import Column, DataTable, RowAction, RowsModel
from kitadesk.ui.kit.table_memory import remember_columns
from kitadesk.ui.kit.table_model import cell_order
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME, GROUP, SCHOOL, NOTE = range(4)


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    group: str
    school: str
    note: str


ROWS = (
    Row("Zander", "Igel", "Goethe", "9"),
    Row("Ärmel", "Frösche", "", "10"),
    Row("Bär", "Bienen", "Lessing", ""),
)


def columns() -> tuple[Column[Row], ...]:
    return (
        Column[Row]("Name", lambda row: row.name, is_strong=True),
        Column[Row]("Gruppe", lambda row: row.group, 120),
        Column[Row]("Schule", lambda row: row.school, 120, name="school"),
        Column[Row]("Notiz", lambda row: row.note, 120, is_extra=True),
    )


def make_table(qtbot: QtBot) -> DataTable:
    view = DataTable(RowsModel(columns(), key=lambda row: row.name), name="kids")
    qtbot.addWidget(view)
    view.rows.set_rows(ROWS)
    view.offer_columns()
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    view.grab()
    return view


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    return make_table(qtbot)


def titles(table: DataTable) -> list[str]:
    return [table.rows.columns[number].title for number in table.shown_columns()]


def names(table: DataTable) -> list[str]:
    return [row.name for row in table.rows.rows]


def item(menu: QMenu, name: str) -> QAction:
    found = menu.findChild(QAction, name)
    assert isinstance(found, QAction), f"No entry is called {name}."
    return found


def open_row_menu(table: DataTable) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(table, event)
    return child(table, QMenu, "rowMenu")


def test_a_rare_column_is_hidden_until_it_is_wanted(table: DataTable) -> None:
    assert titles(table) == ["Name", "Gruppe", "Schule"]

    table.turn_column(NOTE)

    assert titles(table) == ["Name", "Gruppe", "Schule", "Notiz"]


def test_the_button_at_the_right_of_the_headings_opens_the_columns(table: DataTable) -> None:
    button = child(table, QToolButton, "kidsColumns")
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = child(table, QMenu, "columnMenu")

    item(menu, f"column{GROUP}").trigger()

    assert titles(table) == ["Name", "Schule"]
    menu.close()


def test_the_name_of_a_row_can_not_be_hidden(table: DataTable) -> None:
    table.turn_column(NAME)
    assert titles(table)[0] == "Name"


def test_what_the_page_hides_stays_hidden_whatever_was_chosen(table: DataTable) -> None:
    table.setColumnHidden(SCHOOL, True)
    table.turn_column(GROUP)
    assert titles(table) == ["Name"]

    table.setColumnHidden(SCHOOL, False)
    assert titles(table) == ["Name", "Schule"]


def test_alt_and_a_digit_sort_by_that_column_rising_falling_and_not(table: DataTable) -> None:
    seen = []
    for _ in range(3):
        QTest.keyClick(table, Qt.Key.Key_2, ALT)
        seen.append(names(table))

    assert seen == [
        ["Bär", "Ärmel", "Zander"],
        ["Zander", "Ärmel", "Bär"],
        ["Zander", "Ärmel", "Bär"],
    ]
    assert table.horizontalHeader().sortIndicatorSection() == -1


def test_numbers_sort_as_numbers_and_empty_cells_come_last_both_ways(table: DataTable) -> None:
    table.turn_column(NOTE)
    rising = [QTest.keyClick(table, Qt.Key.Key_4, ALT), names(table)][1]
    falling = [QTest.keyClick(table, Qt.Key.Key_4, ALT), names(table)][1]

    assert rising == ["Zander", "Ärmel", "Bär"]
    assert falling == ["Ärmel", "Zander", "Bär"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("9", "10"),
        ("2,5", "3"),
        ("999", "1.000"),
        ("02.02.2026", "1.1.2027"),
        ("7", "Igel"),
        ("Ähre", "Apfel"),
        ("Öztürk", "Pahl"),
        ("Weiß", "Weitz"),
    ],
)
def test_cells_stand_in_the_german_order(first: str, second: str) -> None:
    assert cell_order(first) < cell_order(second)


def test_several_chosen_rows_are_counted_below_the_table(table: DataTable) -> None:
    table.choose("Zander")
    assert table.accessibleDescription() == ""

    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)

    assert table.accessibleDescription() == "Auswahl: 2"
    press(table, Qt.Key.Key_Home)
    assert table.accessibleDescription() == ""


def test_hidden_columns_are_not_copied(table: DataTable) -> None:
    table.turn_column(GROUP)
    table.choose("Zander")

    table.copy()

    assert QGuiApplication.clipboard().text() == "Name\tSchule\nZander\tGoethe"


def test_one_cell_alone_can_be_copied(table: DataTable) -> None:
    table.choose("Zander")
    press(table, Qt.Key.Key_Right)
    menu = open_row_menu(table)

    next(
        action for action in menu.actions() if action.text() == "Nur dieses Feld kopieren"
    ).trigger()

    assert QGuiApplication.clipboard().text() == "Igel"
    menu.close()


class _Page(DataTable):
    """A table with something that can be done with its rows."""

    def __init__(self) -> None:
        super().__init__(RowsModel(columns(), key=lambda row: row.name), name="page")
        self.done: list[list[str]] = []
        self.set_row_actions(self.actions_for)

    def actions_for(self, rows: Sequence[Row]) -> list[RowAction]:
        run = weak_slot(self.do, [row.name for row in rows])
        return [RowAction("Kind geht …", run, "Strg+G", name="leave")]

    def do(self, found: list[str]) -> None:
        self.done.append(found)


def test_the_menu_of_the_rows_begins_with_what_the_page_can_do(qtbot: QtBot) -> None:
    table = _Page()
    qtbot.addWidget(table)
    table.rows.set_rows(ROWS)
    table.show()
    table.choose("Bär")
    menu = open_row_menu(table)

    assert menu.actions()[0].text() == "Kind geht …\tStrg+G"
    menu.actions()[0].trigger()

    assert table.done == [["Bär"]]
    menu.close()


def test_a_table_with_a_menu_is_freed() -> None:
    assert freed_on_close(_closing_page)


def _closing_page() -> DataTable:
    table = _Page()
    table.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    table.offer_columns()
    table.rows.set_rows(ROWS)
    table.choose("Bär")
    open_row_menu(table).close()
    return table


def test_the_house_remembers_the_columns(qtbot: QtBot, desk: Desk) -> None:
    table = make_table(qtbot)
    remember_columns(table, desk)
    table.turn_column(SCHOOL)
    table.turn_column(NOTE)

    again = make_table(qtbot)
    remember_columns(again, desk)

    assert titles(again) == ["Name", "Gruppe", "Notiz"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"columns": 3}', '{"columns": {"Name": false}}']
)
def test_a_damaged_memory_means_the_usual_columns(qtbot: QtBot, desk: Desk, content: str) -> None:
    set_setting(desk, "table.kids", content)
    table = make_table(qtbot)

    remember_columns(table, desk)

    assert titles(table) == ["Name", "Gruppe", "Schule"]


def test_a_screen_reader_hears_the_whole_row_at_its_name(table: DataTable) -> None:
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    model = table.rows
    assert model.data(model.index(0, NAME), role) == "Gruppe: Igel, Schule: Goethe, Notiz: 9"
    assert model.data(model.index(0, GROUP), role) == "Gruppe"

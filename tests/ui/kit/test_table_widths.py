"""Columns share the room by what they say: names stay readable, what is over is given out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from kitadesk.ui.kit.table_widths import Need, shared

TEXT, NUMBER = Need(200, 100, 2), Need(80, 60, 0)


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    place: str
    count: str


LONG = Row("Brandt, Ulrich", "Stadtverwaltung Hainichen und Umgebung", "3")
SHORT = Row("Ebert, Lars", "Hort", "12")


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    columns = (
        Column[Row]("Name", lambda row: row.name, is_strong=True),
        Column[Row]("Wo", lambda row: row.place),
        Column[Row]("Kinder", lambda row: row.count, 90, Align.RIGHT),
        Column[Row]("Notiz", lambda _row: "", 120, is_extra=True),
    )
    view = DataTable(RowsModel(columns, key=lambda row: row.name), name="places")
    qtbot.addWidget(view)
    view.rows.set_rows((LONG, SHORT))
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_what_is_left_over_goes_to_texts_and_not_to_numbers() -> None:
    assert shared(580, (TEXT, TEXT, NUMBER)) == [250, 250, 80]


def test_where_room_is_short_each_column_gives_what_it_can_spare() -> None:
    assert shared(370, (TEXT, TEXT, NUMBER)) == [150, 150, 70]


def test_no_column_gets_less_than_its_least() -> None:
    assert shared(100, (TEXT, TEXT, NUMBER)) == [100, 100, 60]


def test_columns_without_a_growing_one_leave_the_rest_to_the_last() -> None:
    assert shared(200, (NUMBER, NUMBER)) == [80, 120]


@pytest.mark.parametrize("room", range(301, 700, 7))
def test_the_widths_fill_the_room_to_the_pixel(room: int) -> None:
    assert sum(shared(room, (TEXT, TEXT, TEXT, NUMBER))) == max(room, 360)


def test_a_long_text_gets_more_room_than_a_short_one(table: DataTable) -> None:
    name, place, count = (table.columnWidth(number) for number in range(3))
    assert name < place
    assert count == 90
    assert name + place + count == table.viewport().width()


def test_a_filter_moves_no_column(table: DataTable) -> None:
    before = [table.columnWidth(number) for number in range(3)]
    table.rows.set_filter(lambda row: row is SHORT)
    assert [table.columnWidth(number) for number in range(3)] == before


def test_a_width_that_was_drawn_stays(table: DataTable) -> None:
    table.setColumnWidth(0, 300)
    table.resize(800, 300)
    assert table.columnWidth(0) == 300
    assert sum(table.columnWidth(number) for number in range(3)) == table.viewport().width()


def test_a_column_that_is_shown_again_shares_with_the_others(table: DataTable) -> None:
    table.choose_columns({"Notiz": True})
    table.resize(800, 300)
    assert sum(table.columnWidth(number) for number in range(4)) == table.viewport().width()


def test_other_headings_begin_anew(table: DataTable) -> None:
    before = table.columnWidth(1)
    table.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, 1)
    table.rows.set_rows((SHORT,))
    assert table.columnWidth(1) < before

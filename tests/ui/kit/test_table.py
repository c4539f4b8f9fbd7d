"""The table shows rows, sorts like a German, copies for Excel, keeps the chosen row."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.table import Align, Column, DataTable, RowsModel
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close


@dataclass(frozen=True, slots=True)
class ChildRow:
    key: int
    name: str
    born: date
    siblings: int


MIA = ChildRow(1, "Albrecht, Mia", date(2021, 3, 14), 2)
OLE = ChildRow(2, "Öztürk, Ole", date(2020, 11, 2), 10)
SOFIJA = ChildRow(3, "Zander, Sofija", date(2021, 5, 17), 0)
ODE = ChildRow(4, "Ode, <b>Lu</b>", date(2021, 1, 1), 1)
COLUMNS = (
    Column[ChildRow]("Name", lambda row: row.name, is_strong=True, tip=lambda row: row.name),
    Column[ChildRow](
        "Geboren", lambda row: f"{row.born:%d.%m.%Y}", width=110, sort=lambda row: row.born
    ),
    Column[ChildRow](
        "Geschwister",
        lambda row: str(row.siblings) if row.siblings else "",
        width=120,
        align=Align.RIGHT,
        sort=lambda row: row.siblings or None,
    ),
)


@pytest.fixture
def rows() -> list[ChildRow]:
    return [SOFIJA, OLE, MIA, ODE]


@pytest.fixture
def table(qtbot: QtBot, rows: list[ChildRow]) -> DataTable:
    model = RowsModel(COLUMNS, lambda: rows, key=lambda row: row.key)
    view = DataTable(model, name="children")
    qtbot.addWidget(view)
    model.refresh()
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    return view


def shown(table: DataTable) -> list[str]:
    return [row.name for row in table.rows.rows]


def test_the_model_is_well_behaved(qtmodeltester: ModelTester, rows: list[ChildRow]) -> None:
    model = RowsModel(COLUMNS, lambda: rows)
    model.refresh()
    qtmodeltester.check(model)
    model.set_filter(lambda row: row.siblings > 0)
    qtmodeltester.check(model)


def test_names_sort_by_din_5007(table: DataTable) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert shown(table) == [MIA.name, ODE.name, OLE.name, SOFIJA.name]


def test_dates_sort_as_dates_and_numbers_as_numbers(table: DataTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(table)[0] == OLE.name

    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert shown(table) == [ODE.name, MIA.name, OLE.name, SOFIJA.name]


def test_the_chosen_row_stays_chosen_when_rows_are_read_again(
    table: DataTable, rows: list[ChildRow]
) -> None:
    table.choose(OLE.key)
    rows.insert(0, ChildRow(9, "Neu", date(2021, 1, 1), 0))

    table.rows.refresh()
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    assert table.current_row() == OLE


def test_a_chosen_row_that_is_gone_is_told(
    qtbot: QtBot, table: DataTable, rows: list[ChildRow]
) -> None:
    table.choose(OLE.key)
    rows.remove(OLE)

    with qtbot.waitSignal(table.chosen) as told:
        table.rows.refresh()

    assert told.args == [None]
    assert table.current_row() is None


def test_rows_are_copied_with_their_headings_for_excel(table: DataTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["Name", "Geboren", "Geschwister"]
    assert lines[1].split("\t") == ["Zander, Sofija", "17.05.2021", ""]
    assert len(lines) == 5


def test_a_copied_name_never_becomes_a_formula(table: DataTable, rows: list[ChildRow]) -> None:
    rows[:] = [ChildRow(7, "=1+1\t\n@x", date(2021, 1, 1), 0)]
    table.rows.refresh()
    table.selectAll()

    table.copy()

    cells = QGuiApplication.clipboard().text().split("\n")[1].split("\t")
    assert cells == ["'=1+1 @x", "01.01.2021", ""]


def test_a_letter_jumps_to_the_name_also_over_an_umlaut(table: DataTable) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.choose(ODE.key)

    type_text(table, "o")

    assert table.current_row() == OLE


def test_enter_opens_the_chosen_row(qtbot: QtBot, table: DataTable) -> None:
    table.choose(MIA.key)

    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)

    assert opened.args == [MIA]


def test_headers_stand_like_their_column(table: DataTable) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    model = table.rows
    header = model.headerData(2, Qt.Orientation.Horizontal, role)

    assert header == model.data(model.index(0, 2), role) == Align.RIGHT.flag


def test_a_tooltip_shows_names_as_typed(table: DataTable) -> None:
    model = table.rows
    line = model.line_of(ODE.key)
    assert line is not None

    tip = model.data(model.index(line, 0), Qt.ItemDataRole.ToolTipRole)

    assert tip == plain_tooltip(ODE.name) == "<qt>Ode, &lt;b&gt;Lu&lt;/b&gt;</qt>"


def test_an_empty_table_says_what_is_missing(qtbot: QtBot) -> None:
    view = DataTable(RowsModel(COLUMNS), empty_text="Noch keine Kinder.")
    qtbot.addWidget(view)
    view.resize(400, 200)
    full = view.grab().toImage()
    view.set_empty_text("")

    assert view.grab().toImage() != full


def test_a_table_frees_its_model_and_rows(qtbot: QtBot, rows: list[ChildRow]) -> None:
    references: list[weakref.ref[RowsModel[ChildRow]]] = []

    def make() -> DataTable:
        model = RowsModel(COLUMNS, lambda: rows)
        references.append(weakref.ref(model))
        view = DataTable(model)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return view

    assert freed_on_close(make)
    gc.collect()
    assert references[0]() is None

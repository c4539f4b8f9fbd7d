"""The matrix under real keys and a real mouse: what is saved, what is undone, what is said."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.matrix_selection import Spot
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.tabs.transition.matrix_view import MatrixView
from kitadesk.ui.tabs.transition.tab import TransitionTab
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child

DONE, PLANNED, OPEN = MeasureMark.DONE, MeasureMark.PLANNED, MeasureMark.OPEN
NOT_NEEDED = MeasureMark.NOT_NEEDED
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(tab: TransitionTab) -> MatrixView:
    """The matrix, with the cursor on the first child in the last measure, where all is open."""
    found = child(tab, MatrixView, "starters")
    found.setFocus()
    found.go_to(Spot(0, last(found)))
    return found


def last(view: MatrixView) -> int:
    return len(view.rows.measures) - 1


def marks(view: MatrixView, rows: int = 3) -> list[MeasureMark]:
    return [view.rows.cell(row, last(view)).mark for row in range(rows)]


def at(view: MatrixView, spot: Spot) -> QPoint:
    box = view.layout_now.cell_box(*spot)
    return QPoint(box.x + box.width // 2, box.y + box.height // 2)


def test_space_ticks_and_opens_again(view: MatrixView, town: Desk) -> None:
    press(view, Qt.Key.Key_Space)
    assert marks(view, 1) == [DONE]
    assert town.undo_label == f"{view.rows.measures[-1].label} erledigt (Mia Albrecht)"
    press(view, Qt.Key.Key_Space)
    assert marks(view, 1) == [OPEN]


def test_minus_lets_a_step_fall_away(view: MatrixView) -> None:
    press(view, Qt.Key.Key_Minus)
    assert marks(view, 1) == [NOT_NEEDED]
    press(view, Qt.Key.Key_Delete)
    assert marks(view, 1) == [OPEN]


def test_a_typed_day_plans_and_enter_goes_on(view: MatrixView) -> None:
    type_text(view, "8")
    entry = child(view, QLineEdit, "matrixDay")
    assert entry.isVisible()
    type_text(entry, ".4.")
    press(entry, Qt.Key.Key_Return)
    cell = view.rows.cell(0, last(view))
    assert (cell.mark, cell.on) == (PLANNED, date(2027, 4, 8))
    assert view.selection.cursor == Spot(1, last(view))
    assert view.hasFocus()


def test_escape_leaves_the_entry_and_changes_nothing(view: MatrixView, town: Desk) -> None:
    before = town.undo_label
    type_text(view, "8")
    press(child(view, QLineEdit, "matrixDay"), Qt.Key.Key_Escape)
    assert not view.is_typing()
    assert view.hasFocus()
    assert (marks(view, 1), town.undo_label) == ([OPEN], before)


def test_what_is_no_day_is_told_and_stays_open(view: MatrixView) -> None:
    press(view, Qt.Key.Key_F2)
    entry = child(view, QLineEdit, "matrixDay")
    type_text(entry, "31.2.")
    press(entry, Qt.Key.Key_Return)
    assert view.is_typing()
    assert "ist kein Datum" in entry.accessibleDescription()


def test_a_weekday_that_does_not_fit_is_asked_once(view: MatrixView) -> None:
    press(view, Qt.Key.Key_F2)
    entry = child(view, QLineEdit, "matrixDay")
    type_text(entry, "Mo 8.4.2027")
    press(entry, Qt.Key.Key_Return)
    assert "ist ein Donnerstag" in entry.accessibleDescription()
    press(entry, Qt.Key.Key_Return)
    assert view.rows.cell(0, last(view)).on == date(2027, 4, 8)


def test_letters_jump_to_the_name(view: MatrixView) -> None:
    type_text(view, "k")
    line = view.current_line()
    assert line is not None
    assert line.name.startswith("K")
    assert view.selection.cursor.column == last(view)


def test_arrows_pages_and_ends_move_the_cursor(view: MatrixView) -> None:
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Left)
    assert view.selection.cursor == Spot(1, last(view) - 1)
    press(view, Qt.Key.Key_Home)
    assert view.selection.cursor == Spot(1, 0)
    press(view, Qt.Key.Key_End)
    press(view, Qt.Key.Key_PageDown)
    assert view.selection.cursor.row >= view.layout_now.page_rows
    press(view, Qt.Key.Key_PageUp)
    press(view, Qt.Key.Key_Return)
    assert view.selection.cursor == Spot(2, last(view))


def test_several_cells_are_one_step_and_one_undo(
    view: MatrixView, town: Desk, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert marks(view) == [DONE] * 3
    assert town.undo_label == f"{view.rows.measures[-1].label} erledigt (3 Kinder)"
    town.undo()
    qtbot.waitUntil(lambda: marks(view) == [OPEN] * 3)


def test_escape_keeps_only_the_cursor(view: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_Escape)
    assert list(view.selection.spots()) == [Spot(1, last(view))]


def test_dragging_and_strg_choose_cells(view: MatrixView, qtbot: QtBot) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    column = last(view) - 1
    qtbot.mousePress(port, left, pos=at(view, Spot(0, column)))
    qtbot.mouseMove(port, at(view, Spot(2, column)))
    qtbot.mouseRelease(port, left, pos=at(view, Spot(2, column)))
    assert len(list(view.selection.spots())) == 3
    qtbot.mouseClick(port, left, CTRL, at(view, Spot(1, column)))
    assert list(view.selection.spots()) == [Spot(0, column), Spot(2, column)]


def test_a_double_click_ticks(view: MatrixView, qtbot: QtBot) -> None:
    spot = Spot(1, last(view))
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, spot))
    assert view.rows.cell(*spot).mark is DONE


def test_a_click_on_a_name_chooses_the_whole_row(view: MatrixView, qtbot: QtBot) -> None:
    box = view.layout_now.fixed_box(2, 0)
    point = QPoint(box.x + 20, box.y + 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert {spot.row for spot in view.selection.spots()} == {2}
    assert len(list(view.selection.spots())) == len(view.rows.measures)


def test_one_cell_is_copied_as_a_word_and_a_block_with_names(
    view: MatrixView, qtbot: QtBot
) -> None:
    view.go_to(Spot(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "erledigt"
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["Kind", "Albrecht, Mia", "Bauer, Ben"]


def test_the_head_sets_all_and_leaves_what_is_done(view: MatrixView, tab: TransitionTab) -> None:
    press(view, Qt.Key.Key_Minus)
    actions = tab.lists.starters.actions_of_cells
    menu = QMenu(view)
    actions.fill_head_menu(menu, last(view))
    by_text = {action.text(): action for action in menu.actions()}
    by_text["Für alle erledigt"].trigger()
    assert marks(view) == [NOT_NEEDED, DONE, DONE]
    count = view.rows.counts(last(view))
    assert count is not None
    assert (count.done, count.total) == (17, 17)


def test_of_a_filtered_list_only_what_is_shown_is_set(view: MatrixView, tab: TransitionTab) -> None:
    groups = child(tab, QComboBox, "matrixGroup")
    groups.setCurrentText("Igel")
    groups.activated.emit(groups.currentIndex())
    menu = QMenu(view)
    tab.lists.starters.actions_of_cells.fill_head_menu(menu, last(view))
    shown = view.rows.count
    assert menu.actions()[0].text() == f"Für die {shown} gezeigten erledigt"
    menu.actions()[0].trigger()
    tab.lists.starters.show_all()
    assert marks(view, 18).count(DONE) == shown < 18


def test_buttons_do_the_same_for_the_mouse(view: MatrixView, tab: TransitionTab) -> None:
    child(tab, QPushButton, "cellDone").click()
    assert marks(view, 1) == [DONE]
    child(tab, QPushButton, "cellDone").click()
    assert marks(view, 1) == [DONE]
    child(tab, QPushButton, "cellNotNeeded").click()
    assert marks(view, 1) == [NOT_NEEDED]
    child(tab, QPushButton, "cellOpen").click()
    assert marks(view, 1) == [OPEN]
    child(tab, QPushButton, "cellPlan").click()
    assert view.is_typing()


def test_a_mark_is_a_word_in_tooltip_and_for_screen_readers(view: MatrixView) -> None:
    view.go_to(Spot(0, 0))
    expected = "Albrecht, Mia · Schulanmeldung: erledigt am"
    assert view.tip_at(at(view, Spot(0, 0))).startswith(expected)
    assert view.accessibleDescription().startswith(expected)


def test_a_click_on_a_heading_sorts_and_keeps_the_child(
    view: MatrixView, tab: TransitionTab
) -> None:
    view.go_to(Spot(3, 0))
    before = view.current_line()
    view.sort_wanted.emit("Gruppe")
    groups = [view.rows.line(row).group_name for row in range(view.rows.count)]
    assert groups == sorted(groups)
    assert view.current_line() == before
    view.sort_wanted.emit("Gruppe")
    view.sort_wanted.emit("Gruppe")
    assert view.rows.line(0).name == "Albrecht, Mia"


def test_what_is_to_do_comes_on_top(view: MatrixView, tab: TransitionTab) -> None:
    tab.lists.starters.actions_of_cells.sort_wanted.emit(0)
    assert view.rows.cell(0, 0).mark is not DONE


def test_a_row_that_was_just_finished_stays_until_the_filter_is_touched(
    view: MatrixView, tab: TransitionTab, town: Desk, qtbot: QtBot
) -> None:
    tab.lists.only_open.click()
    count = view.rows.count
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_End, SHIFT)
    with qtbot.waitSignal(view.counted, raising=True):
        press(view, Qt.Key.Key_Space)
    assert view.rows.count == count


def test_every_state_paints(view: MatrixView) -> None:
    assert not view.grab().isNull()
    press(view, Qt.Key.Key_Minus)
    type_text(view, "9")
    assert not view.grab().isNull()


def test_a_filter_that_nothing_fits_takes_the_bar_away(qtbot: QtBot, view: MatrixView) -> None:
    view.setFixedHeight(140)
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    view.rows.narrow(Wanted("niemand heißt so"), "", "", only_open=False)
    view.lay_out()
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())

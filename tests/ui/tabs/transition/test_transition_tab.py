"""The tab Übergang: pages, filter, search hits, papers, little room, being freed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kitadesk.base.text import plural
from kitadesk.domain.matrix_selection import Spot
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.people import ChildRow, families
from kitadesk.queries.people import children as all_children
from kitadesk.services import transition, year_plan
from kitadesk.services.desk import Desk
from kitadesk.services.matrix import set_cells
from kitadesk.services.people import change_child
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.tab_area import TabArea
from kitadesk.ui.kit.table import DataTable
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.kit.widgets import PrimaryButton
from kitadesk.ui.tabs.transition.matrix_view import MatrixView
from kitadesk.ui.tabs.transition.tab import TransitionTab
from kitadesk.ui.tabs.transition.year_pages import CHILDREN, CONSENTS, STARTERS
from tests.support.factories import make_family
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import Screen, child, children
from tests.ui.tabs.transition.conftest import Show

FIRST = "Albrecht, Mia"


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT, 1.5)
    yield
    theme.apply(qapp, Scheme.LIGHT, 1.0)


def matrix(tab: TransitionTab) -> MatrixView:
    return child(tab, MatrixView, "starters")


def table(tab: TransitionTab, name: str) -> DataTable:
    return child(tab, DataTable, name)


def starters(tab: TransitionTab) -> list[str]:
    rows = matrix(tab).rows
    return [rows.line(number).name for number in range(rows.count)]


def names(tab: TransitionTab, name: str) -> list[str]:
    model = table(tab, name).model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def heads(tab: TransitionTab) -> list[str]:
    return [measure.label for measure in matrix(tab).rows.measures]


def tab_children(tab: TransitionTab) -> list[ChildRow]:
    tab.show_page(CHILDREN)
    found = [one.row for one in table(tab, "allChildren").rows.rows]
    tab.show_page(STARTERS)
    return found


def sums(tab: TransitionTab) -> list[str]:
    pills = children(tab, QLabel, lambda one: one.objectName().startswith("sum"))
    return [pill.text() for pill in pills if pill.isVisibleTo(tab)]


def test_the_head_names_the_year_and_its_sums(tab: TransitionTab) -> None:
    assert child(tab, QLabel, "title").text() == "Schulanfang 2027"
    assert sums(tab)[0] == "18 Kinder"
    assert "1 Rückstellung beantragt" in sums(tab)


def test_a_younger_child_is_chosen_among_all(tab: TransitionTab) -> None:
    wanted = next(row for row in tab_children(tab) if row.entry_year is None)
    assert tab.show_object("child", wanted.id)
    assert table(tab, "allChildren").isVisible()
    assert table(tab, "allChildren").current_row().row.id == wanted.id


def test_a_family_is_chosen_with_all_its_children(tab: TransitionTab, town: Desk) -> None:
    rows = town.read(families, town.clock.today())
    family = next(row for row in rows if len(row.children) == 2)
    assert tab.show_object("family", family.id)
    chosen = {row.row.id for row in table(tab, "allChildren").selected_rows()}
    assert chosen == {one.id for one in family.children}


def test_a_child_that_left_is_told_in_one_sentence(
    tab: TransitionTab, town: Desk, screens: list[Screen]
) -> None:
    mia = next(row for row in tab_children(tab) if row.first_name == "Mia")
    change_child(town, mia.id, left_on=date(2027, 1, 20))
    assert tab.show_object("child", mia.id)
    assert screens[0].said == ["Mia Albrecht ist seit 20.01.2027 nicht mehr in der Kita."]


def test_the_tab_knows_no_other_records(tab: TransitionTab) -> None:
    assert not tab.show_object("event", tab_children(tab)[0].id)
    assert not tab.show_object("child", "nonsense")
    assert not tab.show_object("child", tab_children(tab)[0].family_id)
    assert not tab.show_object("paper", "invitation")


def test_an_empty_house_offers_the_list(show: Show, desk: Desk, house: object) -> None:
    tab = show(desk)
    assert not child(tab, QPushButton, "takeOver").isVisible()
    is_seen = QWidget.isVisible
    (button,) = (one for one in tab.findChildren(QPushButton, "emptyAction") if is_seen(one))
    button.click()
    assert child(tab.window(), QDialog, "takeoverDialog").isVisible()


def test_the_tab_is_freed_when_nobody_holds_it(qtbot: QtBot, town: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = Screen(town, window)
    tab = TransitionTab(screen.context())
    tab.activate()
    gone = weakref.ref(tab)
    del tab
    gc.collect()
    flush_deletes()
    assert gone() is None
    screen.close()


def test_each_measure_for_each_child_is_a_column(tab: TransitionTab) -> None:
    assert heads(tab)[0] == "Anmeldung"
    assert "Elternabend" not in heads(tab)
    assert starters(tab)[0] == FIRST


def test_the_filter_is_blind_to_umlauts_on_every_page(tab: TransitionTab) -> None:
    type_text(child(tab, QLineEdit, "filter"), "frosche mia")
    assert starters(tab) == [FIRST]
    tab.show_page(CHILDREN)
    assert FIRST in names(tab, "allChildren")


def test_only_open_leaves_out_children_who_are_finished(tab: TransitionTab, town: Desk) -> None:
    rows = matrix(tab).rows
    by_hand = [n for n, kind in enumerate(rows.kinds) if kind is None]
    set_cells(town, rows.ids([(0, n) for n in by_hand]), MeasureState.DONE)
    tab.refresh()
    child(tab, QCheckBox, "onlyOpen").click()
    assert FIRST not in starters(tab)
    assert starters(tab)


def test_all_children_show_group_parents_and_entry_year(tab: TransitionTab) -> None:
    tab.show_page(CHILDREN)
    model = table(tab, "allChildren").model()
    assert model.rowCount() == 92
    line = names(tab, "allChildren").index(FIRST)
    cells = [str(model.index(line, column).data()) for column in range(5)]
    assert (cells[1], cells[4]) == ("Frösche", "2027")
    assert "Jana" in cells[3]


def test_a_child_from_the_search_is_chosen_though_a_filter_hid_it(tab: TransitionTab) -> None:
    wanted = next(row for row in tab_children(tab) if row.entry_year == 2027)
    type_text(child(tab, QLineEdit, "filter"), "xyz")
    assert tab.show_object("child", wanted.id)
    assert child(tab, QLineEdit, "filter").text() == ""
    line = matrix(tab).current_line()
    assert line is not None
    assert line.child_id == wanted.id
    assert matrix(tab).isVisible()


def test_a_change_elsewhere_is_shown(tab: TransitionTab, town: Desk, qtbot: QtBot) -> None:
    mia = next(row for row in tab_children(tab) if row.first_name == "Mia")
    change_child(town, mia.id, last_name="Zander")
    qtbot.waitUntil(lambda: "Zander, Mia" in starters(tab))


def test_several_years_can_be_chosen(show: Show, town: Desk) -> None:
    later = transition.add_cohort(town, 2028)
    row = next(row for row in town.read(all_children, town.clock.today()) if row.entry_year is None)
    transition.assign_cohort(town, [row.id], later)
    tab = show(town)
    years = child(tab, QComboBox, "entryYear")
    assert [years.itemText(number) for number in range(years.count())] == ["2027", "2028"]
    tab.show_year(2028)
    assert child(tab, QLabel, "title").text() == "Schulanfang 2028"
    assert len(starters(tab)) == 1
    assert heads(tab) == []


def test_birth_dates_alone_make_a_list_of_starters(show: Show, desk: Desk, house: object) -> None:
    make_family(desk, "Müller", children=("Mia", "Ole"))
    tab = show(desk)
    assert starters(tab) == ["Müller, Mia"]
    assert not child(tab, QWidget, "legend").isVisible()
    assert not child(tab, QPushButton, "cellDone").isVisible()
    assert not child(tab, QComboBox, "entryYear").isVisible()


def test_the_paper_opens_beside_the_list_and_folds_away(tab: TransitionTab) -> None:
    assert "Gruppenliste" in [choice.title for choice in tab.print_menu()]
    assert tab.show_object("paper", "group_list")
    assert child(tab, QWidget, "paperPanel").isVisible()
    assert matrix(tab).isVisible()
    child(tab, QAbstractButton, "closePaper").click()
    assert child(tab, QPushButton, "openPaper").isVisible()


def test_the_list_of_school_starters_opens_from_anywhere(tab: TransitionTab) -> None:
    assert tab.show_object("paper", "school_starters")
    chooser = child(tab, QComboBox, "paperChooser")
    assert chooser.currentText() == "Schulanfänger-Übersicht"


def test_where_room_is_short_the_paper_takes_the_place_of_the_list(tab: TransitionTab) -> None:
    first = tab_children(tab)[0].id
    tab.resize(800, 600)
    child(tab, QPushButton, "openPaper").click()
    assert not matrix(tab).isVisible()
    assert tab.show_object("child", first)
    assert not child(tab, QWidget, "paperPanel").isVisible()


@pytest.mark.usefixtures("large_letters")
def test_large_letters_scroll_the_measures_and_keep_the_names(show: Show, town: Desk) -> None:
    tab = show(town)
    area = TabArea(tab)
    area.resize(1280, 600)
    area.show()
    QApplication.processEvents()
    assert tab.size() == area.viewport().size()
    layout = matrix(tab).layout_now
    assert layout.most_left > 0
    assert matrix(tab).fixed_columns[0].title == "Kind"
    assert layout.view_height >= layout.head_height + 2 * layout.row_height
    area.takeWidget()


def test_arrow_down_goes_from_the_filter_into_the_list(tab: TransitionTab) -> None:
    press(child(tab, QLineEdit, "filter"), Qt.Key.Key_Down)
    assert matrix(tab).hasFocus()


@pytest.mark.parametrize("text", ['<b>x</b> & "y"', "محمد \u202e", "🎉", "\x00\ud800", "x" * 300])
def test_hostile_text_in_the_filter_breaks_nothing(tab: TransitionTab, text: str) -> None:
    type_text(child(tab, QLineEdit, "filter"), text)
    assert len(starters(tab)) <= 18
    assert not tab.grab().isNull()


def test_every_page_can_be_pictured(tab: TransitionTab) -> None:
    assert [page.slug for page in tab.pages()] == [
        "kinder", "alle-kinder", "jahresplan", "einwilligungen",
    ]  # fmt: skip
    for page in tab.pages():
        page.show()
        assert not tab.grab().isNull()


def test_every_button_and_field_has_a_name_and_words(tab: TransitionTab) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTableView, MatrixView)
    found = [one for one in tab.findChildren(QWidget) if isinstance(one, kinds)]
    own = [one for one in found if not one.objectName().startswith(("qt_", "_q_"))]
    assert [one for one in own if not one.objectName()] == []


def test_a_consent_is_entered_on_its_own_page(tab: TransitionTab) -> None:
    view = matrix(tab)
    column = next(n for n, kind in enumerate(view.rows.kinds) if kind is not None)
    view.go_to(Spot(0, column))
    press(view, Qt.Key.Key_Space)
    assert child(tab, QWidget, "consentsPage").isVisible()
    assert table(tab, "consents").current_row().name == FIRST


def test_sums_tell_what_is_overdue_after_a_tick(tab: TransitionTab, qtbot: QtBot) -> None:
    view = matrix(tab)
    rows = view.rows
    late = [
        Spot(row, column)
        for column, kind in enumerate(rows.kinds)
        for row in range(rows.count)
        if kind is None and rows.cell(row, column).mark is MeasureMark.OVERDUE
    ]
    before = rows.overdue()
    view.go_to(late[0])
    press(view, Qt.Key.Key_Space)
    expected = plural(before - 1, "Schritt überfällig", "Schritte überfällig")
    qtbot.waitUntil(lambda: expected in sums(tab) or before == 1)


def primary(tab: TransitionTab) -> list[str]:
    """The captions of the buttons in petrol that are seen."""
    found = tab.findChildren(PrimaryButton)
    return [one.text() for one in found if one.isVisible() and one.is_main()]


@pytest.mark.usefixtures("house")
def test_an_empty_page_has_one_main_action(show: Show, desk: Desk) -> None:
    assert primary(show(desk)) == ["Liste übernehmen …"]


@pytest.mark.usefixtures("house")
def test_children_without_a_plan_have_one_main_action_on_every_page(show: Show, desk: Desk) -> None:
    child_id = make_family(desk, "Vogel", children=("Mia",)).child_ids[0]
    change_child(desk, child_id, birth_date=date(2020, 10, 1))
    tab = show(desk)
    seen = []
    for number in range(4):
        tab.show_page(number)
        seen.append(primary(tab))
    assert seen == [
        ["Schulanfänger 2027 planen"], ["Drucken …"], ["Schulanfänger 2027 planen"],
        ["Drucken …"]]  # fmt: skip


def test_while_a_consent_is_entered_that_is_the_main_action(tab: TransitionTab) -> None:
    tab.show_page(CONSENTS)
    assert primary(tab) == ["Drucken …"]
    tab.lists.consents.begin()
    press(table(tab, "consents"), Qt.Key.Key_Return)
    assert primary(tab) == ["Eintragen"]
    child(tab, QPushButton, "consentClose").click()
    assert primary(tab) == ["Drucken …"]


def test_a_paper_beside_an_open_consent_card_leaves_it_the_main_action(tab: TransitionTab) -> None:
    tab.resize(1280, 620)
    tab.show_page(CONSENTS)
    tab.open_paper("consent_overview")
    assert primary(tab) == ["Drucken …"]
    tab.lists.consents.begin()
    press(table(tab, "consents"), Qt.Key.Key_Return)
    assert primary(tab) == ["Eintragen"]
    child(tab, QPushButton, "consentClose").click()
    assert primary(tab) == ["Drucken …"]


def test_a_paper_in_the_place_of_the_card_is_the_main_action(tab: TransitionTab) -> None:
    tab.resize(860, 620)
    tab.show_page(CONSENTS)
    tab.lists.consents.begin()
    press(table(tab, "consents"), Qt.Key.Key_Return)
    tab.open_paper("consent_overview")
    assert primary(tab) == ["Drucken …"]


def test_cells_that_were_chosen_in_one_year_are_not_chosen_in_the_next(
    tab: TransitionTab, town: Desk
) -> None:
    year_plan.open_cohort(town, 2028)
    tab.refresh()
    view = matrix(tab)
    view.go_to(Spot(0, 0))
    view.go_to(Spot(2, 1), extend=True)
    assert len(view.chosen_cells()) == 6
    tab.show_year(2028)
    assert len(view.chosen_cells()) == 1

"""The first minutes: by keyboard from an empty file to the first paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.queries.events import events
from kitadesk.queries.house import own_house
from kitadesk.queries.people import house_counts
from kitadesk.services.desk import Desk
from kitadesk.ui.start.first_paper import CARDS, PaperCard
from kitadesk.ui.start.start_page import StartPage, Step
from kitadesk.ui.start.tiles import Tile
from tests.support.factories import make_house
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen


@pytest.fixture
def start(qtbot: QtBot, shown_screen: Screen) -> StartPage:
    """The page as it is first seen."""
    page = StartPage(shown_screen.context)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def enter(page: StartPage, name: str, postcode: str) -> None:
    """Type name and postcode into the form, each with Enter."""
    page.show_step(Step.HOUSE)
    for field, text in (("houseName", name), ("housePostcode", postcode)):
        edit = child(page, QLineEdit, field)
        edit.setFocus()
        type_text(edit, text)
        press(edit, Qt.Key.Key_Return)


def test_the_first_page_shows_two_tiles_and_enter_takes_one(start: StartPage) -> None:
    start.grab()
    press(child(start, Tile, "tileOwn"), Qt.Key.Key_Return)
    assert start.step() is Step.HOUSE


def test_the_invented_town_is_filled_by_a_job(qtbot: QtBot, start: StartPage, desk: Desk) -> None:
    with qtbot.waitSignal(start.house_ready, timeout=20_000):
        child(start, Tile, "tileDemo").click()
    assert desk.read(house_counts, desk.clock.today()).children == 92


def test_a_postcode_gives_town_and_land(start: StartPage, desk: Desk) -> None:
    enter(start, "Kita Sonnenschein", "09661")
    child(start, QPushButton, "houseGoOn").click()
    house = desk.read(own_house)
    assert house is not None
    assert (house.name, house.town, house.land) == ("Kita Sonnenschein", "Hainichen", "SN")
    assert start.step() is Step.PAPER


def test_a_postcode_in_two_laender_asks(start: StartPage, desk: Desk) -> None:
    enter(start, "Kita Elbe", "19273")
    child(start, QPushButton, "houseGoOn").click()
    assert desk.read(own_house) is None
    box = child(start, QComboBox, "housePlace")
    assert box.isVisible()
    box.setCurrentIndex(0)
    box.activated.emit(0)
    child(start, QPushButton, "houseGoOn").click()
    house = desk.read(own_house)
    assert house is not None
    assert house.postcode == "19273"


def test_an_unknown_postcode_asks_for_town_and_land(start: StartPage, desk: Desk) -> None:
    enter(start, "Kita Nirgendwo", "00001")
    type_text(child(start, QLineEdit, "houseTown"), "Łęka")
    child(start, QPushButton, "houseGoOn").click()
    assert desk.read(own_house) is None
    land = child(start, QComboBox, "houseLand")
    land.setCurrentText("Thüringen")
    land.activated.emit(land.currentIndex())
    child(start, QPushButton, "houseGoOn").click()
    house = desk.read(own_house)
    assert house is not None
    assert (house.town, house.land) == ("Łęka", "TH")


def test_nothing_is_written_without_a_name(start: StartPage, desk: Desk) -> None:
    enter(start, "", "09661")
    child(start, QPushButton, "houseGoOn").click()
    assert desk.read(own_house) is None
    assert start.form.name.has_error()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_name_is_kept_or_refused_in_words(start: StartPage, desk: Desk, text: str) -> None:
    start.show_step(Step.HOUSE)
    child(start, QLineEdit, "houseName").setText(text)
    edit = child(start, QLineEdit, "housePostcode")
    type_text(edit, "09661")
    child(start, QPushButton, "houseGoOn").click()
    start.grab()
    assert (desk.read(own_house) is not None) != start.form.name.has_error()


def test_a_paper_that_does_not_exist_yet_leads_to_the_list_and_says_so(
    qtbot: QtBot, shown_screen: Screen
) -> None:
    make_house(shown_screen.context.desk)
    start = StartPage(shown_screen.context, existing_papers=("invitation",))
    qtbot.addWidget(start)
    start.show_step(Step.PAPER)
    with qtbot.waitSignals([start.house_ready, start.tab_wanted]):
        child(start, Tile, "card_school_starters").click()
    assert shown_screen.said == [
        "Schulanfänger-Liste: Das Papier folgt. Die Namen stehen schon hier in der Liste."
    ]


def test_the_list_of_school_starters_is_previewed_before_there_is_a_child(
    qtbot: QtBot, start: StartPage, shown_screen: Screen
) -> None:
    make_house(shown_screen.context.desk)
    start.show_step(Step.PAPER)
    child(start, Tile, "card_school_starters").click()
    qtbot.waitUntil(lambda: start.sheet.preview.page_count() > 0, timeout=20_000)
    assert start.step() is Step.SHEET


def test_the_arrow_keys_go_from_card_to_card(start: StartPage) -> None:
    start.show_step(Step.PAPER)
    first = child(start, Tile, "card_invitation")
    press(first, Qt.Key.Key_Right)
    assert child(start, Tile, "card_school_starters").hasFocus()


def test_the_invitation_is_previewed_and_becomes_an_event(
    qtbot: QtBot, start: StartPage, shown_screen: Screen
) -> None:
    desk = shown_screen.context.desk
    make_house(desk)
    start.show_step(Step.PAPER)
    child(start, Tile, "card_invitation").click()
    qtbot.waitUntil(lambda: start.sheet.preview.page_count() > 0, timeout=20_000)
    edit = child(start, QLineEdit, "sheetTitle")
    type_text(edit, "Elternabend „Şahin“")
    press(edit, Qt.Key.Key_Return)
    child(start, QPushButton, "sheetGoOn").click()
    (event,) = desk.read(events, desk.clock.today())
    assert event.title == "Elternabend „Şahin“"
    assert shown_screen.shown == [("event", event.id)]


def test_the_first_paper_prints_without_any_child(
    qtbot: QtBot, start: StartPage, shown_screen: Screen
) -> None:
    make_house(shown_screen.context.desk)
    start.show_step(Step.PAPER)
    child(start, Tile, "card_group_list").click()
    child(start, QPushButton, "sheetPrint").click()
    qtbot.waitUntil(lambda: len(shown_screen.printed) == 1, timeout=20_000)


def test_undo_of_the_house_leads_back_to_the_form(
    qtbot: QtBot, start: StartPage, desk: Desk
) -> None:
    enter(start, "Kita Sonnenschein", "09661")
    child(start, QPushButton, "houseGoOn").click()
    desk.undo()
    qtbot.waitUntil(lambda: start.step() is Step.HOUSE)
    child(start, QPushButton, "houseGoOn").click()
    assert desk.read(own_house) is not None


def test_undo_of_the_event_lets_the_next_value_begin_it_anew(
    qtbot: QtBot, start: StartPage, desk: Desk
) -> None:
    make_house(desk)
    start.show_step(Step.PAPER)
    child(start, Tile, "card_invitation").click()
    for field, text in (("sheetTitle", "Elternabend"), ("sheetPlace", "Turnraum")):
        edit = child(start, QLineEdit, field)
        type_text(edit, text)
        press(edit, Qt.Key.Key_Return)
        (event,) = desk.read(events, desk.clock.today())
        if field == "sheetTitle":
            desk.undo()
    assert (event.title, event.place_label) == ("Elternabend", "Turnraum")


def test_the_page_is_freed_on_close(qtbot: QtBot, shown_screen: Screen) -> None:
    assert freed_on_close(lambda: _closing(StartPage(shown_screen.context)))


def _closing(page: StartPage) -> StartPage:
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return page


def test_no_field_of_the_first_sheet_is_squeezed_in_a_low_window(
    qtbot: QtBot, start: StartPage, shown_screen: Screen
) -> None:
    make_house(shown_screen.context.desk)
    child(start, Tile, "card_invitation").click()
    start.resize(800, 330)
    start.grab()
    for edit in start.sheet.form.findChildren(QLineEdit):
        assert edit.height() >= edit.minimumSizeHint().height()
    assert child(start, QPushButton, "sheetPrint").visibleRegion().boundingRect().height() > 20


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.paper_id)
def test_a_list_of_children_is_offered_where_children_stand_on_the_paper(
    start: StartPage, desk: Desk, card: PaperCard
) -> None:
    make_house(desk)
    start.sheet.show_card(card)
    start.show_step(Step.SHEET)
    offered = child(start, QPushButton, "sheetTakeList").isVisible()
    assert offered is (card.paper_id != "telephone_list")

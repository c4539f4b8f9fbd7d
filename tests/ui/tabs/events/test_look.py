"""How the tab behaves as a whole: room, names, hostile text, being freed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import editable_fields
from kitadesk.ui.kit.tab_area import TabArea
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.tabs.events.event_page import AFTER, PLAN, REPLIES, EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import Screen, child
from tests.ui.tabs.events.conftest import Town

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HOSTILE = [
    "<b>Familie</b> & \"Co\" 'x'",
    "Şahin Łukasz Nguyễn Наталья",
    "محمد \u202e und zurück",
    "🎉👩‍👩‍👧‍👦",
    "\x00\x1f\ud800",
    "Donaudampfschiff" * 8,
]


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT, 1.5)
    yield
    theme.apply(qapp, Scheme.LIGHT, 1.0)


@pytest.mark.parametrize("number", [PLAN, REPLIES, AFTER])
@pytest.mark.usefixtures("large_letters")
def test_nothing_is_clipped_with_large_letters(screen: Screen, town: Town, number: int) -> None:
    tab = EventsTab(screen.context())
    tab.resize(1280, 640)
    tab.show()
    tab.activate()
    page = child(tab, EventPage, "eventPage")
    page.show_page(number)
    QApplication.processEvents()
    area = page.stack.currentWidget()
    assert isinstance(area, QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert tab.width() == 1280


@pytest.mark.usefixtures("large_letters")
def test_only_the_pages_scroll_not_the_whole_tab(screen: Screen, town: Town, qtbot: QtBot) -> None:
    tab = EventsTab(screen.context())
    area = TabArea(tab)
    qtbot.addWidget(area)
    area.resize(1280, 600)
    area.show()
    tab.activate()
    child(tab, QPushButton, "openPaper").click()
    QApplication.processEvents()
    assert tab.size() == area.viewport().size()


@pytest.mark.usefixtures("large_letters")
def test_where_room_is_short_the_paper_is_a_button_and_opens_in_place_of_the_list(
    screen: Screen, town: Town
) -> None:
    tab = EventsTab(screen.context())
    tab.resize(1280, 640)
    tab.show()
    tab.activate()
    assert not tab.panel.isVisible()
    child(tab, QPushButton, "openPaper").click()
    assert tab.panel.isVisible()
    assert not tab.list.isVisible()
    child(tab, QAbstractButton, "closePaper").click()
    assert tab.list.isVisible()


def test_a_wide_tab_shows_list_event_and_paper(tab: EventsTab) -> None:
    tab.resize(1280, 640)
    assert tab.list.isVisible()
    assert tab.panel.isVisible()


def test_every_button_and_field_has_a_name_and_words(tab: EventsTab) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    found = [one for one in tab.findChildren(QWidget) if isinstance(one, kinds)]
    widgets = [one for one in found if not one.objectName().startswith("qt_")]
    assert [one for one in widgets if not one.objectName()] == []
    silent = [one.objectName() for one in widgets if not (one.accessibleName() or _words(one))]
    assert silent == []


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_breaks_nothing(
    tab: EventsTab, page: EventPage, desk: Desk, door: RecordingDoor, text: str
) -> None:
    page.replies.guest_button.setChecked(True)
    for number in (PLAN, REPLIES):
        page.show_page(number)
        fields = [one for one in editable_fields(page) if isinstance(one, _TYPED)]
        assert fields
        for edit in fields:
            if edit.isEnabled() and not edit.isReadOnly():
                edit.selectAll()
                type_text(edit, text)
                press(edit, Qt.Key.Key_Return)
        assert not tab.grab().isNull()
    assert not door.unexpected()


_TYPED = (QLineEdit, QPlainTextEdit)


def test_a_hostile_title_stands_in_list_and_head_as_typed(
    tab: EventsTab, page: EventPage, qtbot: QtBot
) -> None:
    page.title.begin()
    edit = child(tab, QLineEdit, "eventTitle")
    edit.selectAll()
    type_text(edit, "<b>Eltern</b> & Kinder")
    press(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.list.model.entries()[0].title == "<b>Eltern</b> & Kinder")
    assert page.title.label.text() == "<b>Eltern</b> & Kinder"


def test_an_empty_house_offers_the_first_event(screen: Screen, desk: Desk) -> None:
    tab = EventsTab(screen.context())
    tab.activate()
    child(tab, QPushButton, "emptyAction").click()
    assert child(tab, EventPage, "eventPage").title.is_editing


def test_the_tab_is_freed_when_nobody_holds_it(screen: Screen, town: Town) -> None:
    tab = EventsTab(screen.context())
    tab.activate()
    gone = weakref.ref(tab)
    del tab
    gc.collect()
    flush_deletes()
    assert gone() is None


def test_search_can_show_an_event(tab: EventsTab, page: EventPage, town: Town) -> None:
    assert tab.show_object("event", town.festival)
    assert page.title.label.text() == "Martinsfest"
    assert not tab.show_object("child", town.festival)


def test_deleting_is_one_step_and_says_how_to_undo(
    tab: EventsTab, page: EventPage, screen: Screen
) -> None:
    page.delete_wanted.emit()
    assert "Strg+Z" in screen.said[-1]
    assert page.title.label.text() == "Martinsfest"


def test_coming_to_the_tab_puts_the_keyboard_on_the_list_and_not_on_new(tab: EventsTab) -> None:
    tab.activateWindow()
    tab.list.new_button.setFocus()
    tab.activate()
    assert tab.list.cards.hasFocus()

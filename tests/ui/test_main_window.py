"""The shell: tabs, keys, status line, cover, search, progress."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.cover import Cover
from kitadesk.ui.kit.jobs import Progress
from kitadesk.ui.kit.keys_sheet import KeysSheet
from kitadesk.ui.kit.search import SearchHit
from kitadesk.ui.kit.tab import PaperChoice, Tab
from kitadesk.ui.kit.widgets import Toast
from kitadesk.ui.main_window import MainWindow
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes, freed_on_close


class SmallTab(Tab):
    """A tab that writes down what the shell asks of it."""

    title = "Heute"

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[object] = []
        self.papers: list[PaperChoice] = []
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)

    def activate(self) -> None:
        self.calls.append("activate")

    def quick_note(self) -> None:
        self.calls.append("note")

    def print_menu(self) -> Sequence[PaperChoice]:
        return self.papers

    def show_object(self, kind: str, object_id: object) -> bool:
        self.calls.append((kind, object_id))
        return kind == "child"


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shell = MainWindow()
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    return shell


def key(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    action.trigger()


def toast(window: MainWindow) -> str:
    found = window.findChild(Toast)
    assert found is not None
    assert found.isVisible()
    return found.label.text()


def test_the_shell_tells_once_that_it_is_painted(qtbot: QtBot) -> None:
    shell = MainWindow()
    qtbot.addWidget(shell)

    with qtbot.waitSignal(shell.first_painted):
        shell.show()


def test_keys_bring_tabs_to_the_front_and_activate_them(window: MainWindow) -> None:
    tab = SmallTab()
    window.set_tab(1, tab)
    assert tab.calls == []

    key(window, "showTab2")

    assert tab.calls == ["activate"]
    assert tab.isVisible()


def test_the_tab_in_front_is_activated_when_it_arrives(window: MainWindow) -> None:
    tab = SmallTab()

    window.set_tab(0, tab)

    assert tab.calls == ["activate"]
    assert tab.isVisible()


def test_a_record_is_shown_by_the_tab_that_knows_its_kind(window: MainWindow) -> None:
    first, second = SmallTab(), SmallTab()
    first.show_object = lambda kind, object_id: False  # type: ignore[method-assign]
    window.set_tab(0, first)
    window.set_tab(3, second)

    window.navigate("child", 7)

    assert ("child", 7) in second.calls
    assert second.isVisible()


def test_saving_by_hand_answers_that_it_is_saved(window: MainWindow) -> None:
    window.show_saved(datetime(2027, 1, 25, 14, 3))

    key(window, "save")

    assert toast(window) == "Ist schon gespeichert, 14:03"
    assert window.status.saved.text() == "Gespeichert 14:03"


def test_nothing_to_print_says_so(window: MainWindow) -> None:
    key(window, "print")

    assert toast(window) == "Hier gibt es gerade nichts zu drucken."


def test_the_only_paper_opens_at_once(window: MainWindow) -> None:
    tab = SmallTab()
    tab.papers = [PaperChoice("Einladung", lambda: tab.calls.append("printed"))]
    window.set_tab(0, tab)

    key(window, "print")

    assert tab.calls[-1] == "printed"


def test_the_quick_note_is_on_the_first_tab(window: MainWindow) -> None:
    tab = SmallTab()
    window.set_tab(0, tab)

    key(window, "quickNote")

    assert tab.calls[-1] == "note"


def test_elsewhere_the_quick_note_comes_to_the_person(window: MainWindow) -> None:
    window.set_tab(0, SmallTab())
    window.show_tab(2)
    wanted: list[bool] = []
    window.note_wanted.connect(lambda: wanted.append(True))

    key(window, "quickNote")

    assert wanted == [True]


def test_the_cover_hides_everything_and_a_key_only_uncovers(window: MainWindow) -> None:
    tab = SmallTab()
    window.set_tab(0, tab)
    window.set_institution("Kita Sonnenschein")
    tab.field.setFocus()
    key(window, "hide")
    cover = window.findChild(Cover)
    assert cover is not None
    assert cover.geometry() == window.rect()
    assert window.windowTitle() == "KitaDesk"

    type_text(tab.field, "x")

    assert not cover.isVisible()
    assert tab.field.text() == ""
    assert window.windowTitle() == "Kita Sonnenschein – KitaDesk"


def test_a_search_shows_hits_and_enter_opens_the_chosen_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    opened: list[str] = []
    hits = [SearchHit("Kind", name, "Frösche", lambda n=name: opened.append(n)) for name in "ab"]
    window.set_search(lambda _text: hits)
    key(window, "search")
    type_text(window.top.search, "Şa")
    press(window.top.search, Qt.Key.Key_Return)
    shown = window.top.search.hits()
    assert shown is not None
    shown.grab()

    press(window.top.search, Qt.Key.Key_Down)
    press(window.top.search, Qt.Key.Key_Return)

    assert opened == ["b"]
    assert not shown.isVisible()
    assert window.top.search.text() == ""


def test_a_search_without_hits_says_so(window: MainWindow) -> None:
    window.set_search(lambda _text: [])
    type_text(window.top.search, "Zz")
    press(window.top.search, Qt.Key.Key_Return)

    shown = window.top.search.hits()
    assert shown is not None
    assert shown.item(0).text() == "Nichts gefunden zu „Zz“"


def test_long_work_shows_its_progress_instead_of_the_backup(window: MainWindow) -> None:
    window.set_backup_words(lambda: "Letzte geprüfte Sicherung: heute 14:00")
    window.status.show_progress("Druckt „Einladung“", 0.5, "Seite 2 von 4")
    assert window.status.job.text() == "Druckt „Einladung“: Seite 2 von 4"
    assert window.status.stop.isVisible()
    assert not window.status.backup.isVisible()

    window.status.show_progress(Progress().title, 0.0, "")

    assert window.status.backup.isVisible()


def test_the_overview_of_keys_opens(window: MainWindow) -> None:
    key(window, "keys")

    assert window.findChild(KeysSheet).isVisible()


def test_the_first_start_shows_no_ways_to_empty_tabs(window: MainWindow) -> None:
    window.show_instead(QWidget())
    assert not window.top.search.isVisible()

    window.show_instead(None)

    assert window.top.search.isVisible()


@pytest.mark.parametrize("name", ["search", "quickNote", "print", "save", "hide", "keys"])
def test_every_key_of_the_window_has_a_shortcut(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)

    assert action is not None
    assert not action.shortcut().isEmpty()


def test_a_closed_window_is_freed_with_its_tabs(qtbot: QtBot) -> None:
    def make() -> MainWindow:
        shell = MainWindow()
        shell.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shell.set_tab(0, SmallTab())
        return shell

    assert freed_on_close(make)
    gc.collect()
    flush_deletes()


def test_a_tab_gets_the_whole_room_and_scrolls_only_below_its_least_size(
    window: MainWindow,
) -> None:
    small, large = SmallTab(), SmallTab()
    large.setMinimumHeight(3000)
    window.set_tab(0, small)
    window.set_tab(1, large)
    room = small.parentWidget().size()
    assert small.size() == room

    window.show_tab(1)

    assert large.height() == 3000
    assert large.parentWidget().height() == room.height()


def test_after_the_first_minutes_enter_cannot_take_the_house_back(window: MainWindow) -> None:
    page = QWidget()
    field = QLineEdit(page)
    window.show_instead(page)
    window.status.show_undo("Kita angelegt")
    field.setFocus()
    window.show_instead(None)
    flush_deletes()
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "tabStack"

"""The tab Kontakte: sections, search, card, addresses, little room, being freed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kitadesk.queries.bodies import bodies
from kitadesk.queries.institutions import contact_people, institutions
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table import DataTable
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import Screen, child


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT, 1.5)
    yield
    theme.apply(qapp, Scheme.LIGHT, 1.0)


def table(tab: ContactsTab) -> DataTable:
    return child(tab, DataTable, "contactTable")


def names(tab: ContactsTab) -> list[str]:
    model = table(tab).model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def sections(tab: ContactsTab) -> list[str]:
    model = child(tab, QListView, "contactSections").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    indexes = [model.index(line, 0) for line in range(model.rowCount())]
    return [str(index.data(role) or index.data()) for index in indexes]


def turn_to(tab: ContactsTab, title: str) -> None:
    view = child(tab, QListView, "contactSections")
    model = view.model()
    line = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == title)
    view.setCurrentIndex(model.index(line, 0))


def card_words(tab: ContactsTab) -> str:
    shown = [one for one in tab.findChildren(QWidget, "card") if one.isVisibleTo(tab)]
    return "\n".join(label.text() for card in shown for label in card.findChildren(QLabel))


def test_lists_and_bodies_stand_with_their_counts(tab: ContactsTab) -> None:
    assert sections(tab) == [
        "Alle, 61",
        "Einrichtungen, 21",
        "Personen, 40",
        "Lange nicht geprüft, 33",
        "Gremien",
        "Austausch Kita–Schule, 7",
        "Elternbeirat, 7",
        "Kita-Leitungsrunde, 6",
        "Stadtelternbeirat, 9",
        "Steuerungsgruppe, 3",
    ]


def test_lists_and_table_are_sound_models(tab: ContactsTab, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(child(tab, QListView, "contactSections").model())
    qtmodeltester.check(table(tab).model())
    assert not tab.grab().isNull()


def test_a_body_shows_its_seats_and_who_sends_them(tab: ContactsTab) -> None:
    turn_to(tab, "Stadtelternbeirat")
    head = table(tab).model().headerData(2, Qt.Orientation.Horizontal)
    assert head == "entsandt von"
    assert names(tab)[0] == "Albrecht, Jana"
    assert names(tab)[-1] == "1 Platz unbesetzt"
    assert tab.middle.foot.text() == "9 Mitglieder aus 5 Einrichtungen · 1 Platz frei"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hansel", "Hänsel, Ute"),
        ("HAENSEL", "Hänsel, Ute"),
        ("schulaerzt", "Lindner, Eva"),
        ("555-57", "Hänsel, Ute"),
        ("03720755557", "Hänsel, Ute"),
        ("ute.h", "Hänsel, Ute"),
    ],
)
def test_the_search_finds_parts_of_words_and_numbers(
    tab: ContactsTab, typed: str, found: str
) -> None:
    type_text(child(tab, QLineEdit, "contactSearch"), typed)
    assert found in names(tab)
    assert len(names(tab)) < 4


def test_the_foot_counts_what_is_found(tab: ContactsTab) -> None:
    type_text(child(tab, QLineEdit, "contactSearch"), "hänsel")
    assert tab.middle.foot.text() == "1 Person"


def test_a_chosen_row_is_read_on_the_card(tab: ContactsTab) -> None:
    turn_to(tab, "Personen")
    type_text(child(tab, QLineEdit, "contactSearch"), "kluge")
    press(child(tab, QLineEdit, "contactSearch"), Qt.Key.Key_Down)
    words = card_words(tab)
    for part in ("Tino Kluge", "Leitung, Kita Regenbogen", "vormittags", "öffentlich"):
        assert part in words


def test_a_vacant_seat_shows_its_body(tab: ContactsTab) -> None:
    turn_to(tab, "Stadtelternbeirat")
    table(tab).selectRow(0)
    assert "Jana Albrecht" in card_words(tab)
    table(tab).selectRow(9)
    assert "1 Platz unbesetzt" in card_words(tab)


def test_addresses_are_copied_for_the_blind_copy(tab: ContactsTab, screen: Screen) -> None:
    turn_to(tab, "Kita-Leitungsrunde")
    child(tab, QPushButton, "copyAddresses").click()
    copied = QGuiApplication.clipboard().text().split("; ")
    assert len(copied) == 6
    assert all(address.endswith("@example.org") for address in copied)
    assert screen.said[-1].startswith("6 Adressen kopiert. Bitte in das Feld BCC setzen")


def test_marked_rows_alone_are_copied(tab: ContactsTab, screen: Screen) -> None:
    turn_to(tab, "Kita-Leitungsrunde")
    table(tab).selectAll()
    table(tab).selectionModel().select(
        table(tab).model().index(0, 0),
        table(tab).selectionModel().SelectionFlag.Deselect
        | table(tab).selectionModel().SelectionFlag.Rows,
    )
    child(tab, QPushButton, "copyAddresses").click()
    assert len(QGuiApplication.clipboard().text().split("; ")) == 5
    assert screen.said


def test_a_person_from_the_search_is_chosen(tab: ContactsTab, town: Desk) -> None:
    type_text(child(tab, QLineEdit, "contactSearch"), "xyz")
    seidel = next(one for one in town.read(contact_people) if one.name == "Seidel, Petra")
    assert tab.show_object("person", seidel.id)
    assert table(tab).current_row().record_id == seidel.id
    assert "Petra Seidel" in card_words(tab)


def test_a_body_from_the_search_is_opened(tab: ContactsTab, town: Desk) -> None:
    council = next(one for one in town.read(bodies) if one.name == "Elternbeirat")
    assert tab.show_object("body", council.id)
    assert len(names(tab)) == 7


def test_what_the_tab_does_not_know_it_leaves(tab: ContactsTab) -> None:
    assert not tab.show_object("child", UUID(int=1))
    assert not tab.show_object("person", UUID(int=1))
    assert not tab.show_object("person", "nonsense")


def test_the_card_of_an_institution_leads_to_its_people(tab: ContactsTab, town: Desk) -> None:
    school = next(one for one in town.read(institutions) if one.name == "Grundschule Hainichen")
    assert tab.show_object("institution", school.id)
    seidel = next(one for one in town.read(contact_people) if one.name == "Seidel, Petra")
    child(tab, QPushButton, f"person_{seidel.id.hex}").click()
    assert table(tab).current_row().record_id == seidel.id


def test_a_change_elsewhere_is_shown_and_the_row_stays(
    tab: ContactsTab, town: Desk, qtbot: QtBot
) -> None:
    turn_to(tab, "Personen")
    table(tab).selectRow(5)
    kept = table(tab).current_row().key
    add_person(town, PersonInput("Aaron", "<b>Mia</b>"))
    qtbot.waitUntil(lambda: "Aaron, <b>Mia</b>" in names(tab))
    assert table(tab).current_row().key == kept
    assert "Personen, 41" in sections(tab)
    assert child(tab, QListView, "contactSections").currentIndex().data() == "Personen"


def test_where_room_is_short_the_card_takes_the_place_of_the_list(tab: ContactsTab) -> None:
    tab.resize(900, 600)
    assert not child(tab, QWidget, "contactCard").isVisible()
    table(tab).selectRow(0)
    press(table(tab), Qt.Key.Key_Return)
    assert child(tab, QWidget, "contactCard").isVisible()
    assert not table(tab).isVisible()
    child(tab, QPushButton, "cardBack").click()
    assert table(tab).isVisible()


@pytest.mark.usefixtures("large_letters")
def test_nothing_is_clipped_with_large_letters(screen: Screen, qtbot: QtBot) -> None:
    tab = ContactsTab(screen.context())
    qtbot.addWidget(tab)
    tab.resize(1280, 600)
    tab.show()
    for page in tab.pages():
        page.show()
        QApplication.processEvents()
        right = tab.middle.mapTo(tab, tab.middle.rect().bottomRight())
        assert right.x() < tab.width()
        assert right.y() < tab.height()
        assert tab.middle.width() >= tab.middle.minimumSizeHint().width()


@pytest.mark.parametrize("text", ['<b>x</b> & "y"', "محمد \u202e", "🎉", "\x00\ud800", "x" * 300])
def test_hostile_text_in_the_search_breaks_nothing(tab: ContactsTab, text: str) -> None:
    type_text(child(tab, QLineEdit, "contactSearch"), text)
    assert len(names(tab)) <= 61
    assert not tab.grab().isNull()


def test_every_button_and_field_has_a_name_and_words(tab: ContactsTab) -> None:
    found = [
        one for one in tab.findChildren(QWidget) if isinstance(one, QAbstractButton | QLineEdit)
    ]
    own = [one for one in found if not one.objectName().startswith("qt_")]
    assert [one for one in own if not one.objectName()] == []
    assert [one.objectName() for one in own if not one.accessibleName()] == []


def test_the_tab_is_freed_when_nobody_holds_it(screen: Screen) -> None:
    tab = ContactsTab(screen.context())
    tab.activate()
    table(tab).selectRow(0)
    gone = weakref.ref(tab)
    del tab
    gc.collect()
    flush_deletes()
    assert gone() is None


def test_the_paper_of_a_start_tile_opens_over_the_list(tab: ContactsTab) -> None:
    assert tab.show_object("paper", "telephone_list")
    dialog = child(tab, PaperDialog, "paperDialog")
    request = dialog.panel.request()
    assert request is not None
    assert request.paper_id == "telephone_list"
    assert not tab.show_object("paper", "invitation")


def test_the_papers_of_the_address_book_stand_in_the_print_menu(tab: ContactsTab) -> None:
    titles = [choice.title for choice in tab.print_menu()]
    assert {"Telefonliste", "Gremienliste"} <= set(titles)
    tab.print_menu()[0].open()
    assert tab.findChild(PaperDialog) is not None


def test_a_wide_tab_has_its_sums_beside_the_buttons(qtbot: QtBot, tab: ContactsTab) -> None:
    foot, tools = tab.middle.foot, tab.middle.tools
    qtbot.waitUntil(lambda: foot.geometry().bottom() < tools.y())
    tab.resize(1700, 640)
    qtbot.waitUntil(lambda: foot.geometry().right() < tools.x())
    assert foot.geometry().bottom() >= tools.y()

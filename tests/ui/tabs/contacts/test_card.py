"""The card: reads as text, is edited by keys, saves itself, adds and deletes."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.dates import numeric_date
from kitadesk.domain.people import ContactKind
from kitadesk.queries.children import child_card
from kitadesk.queries.contact_card import notes_about
from kitadesk.queries.institutions import contact_card, contact_people, institutions
from kitadesk.queries.people import children
from kitadesk.services.contacts import add_contact_note, change_contact_way, change_person
from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.contacts.contact_rows import Kind
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes
from tests.support.qt_screen import child
from tests.support.town_fixtures import TOWN_DAY


def kluge(desk: Desk) -> UUID:
    return next(row.id for row in desk.read(contact_people) if row.name == "Kluge, Tino")


def words(tab: ContactsTab) -> str:
    cards = [one for one in tab.findChildren(QWidget) if one.objectName() in CARDS]
    shown = [one for one in cards if one.isVisibleTo(tab)]
    return "\n".join(label.text() for card in shown for label in card.findChildren(QLabel))


CARDS = ("card", "cardHistory")


@pytest.fixture
def on_kluge(qtbot: QtBot, tab: ContactsTab, town: Desk) -> ContactsTab:
    """The tab with the card of Tino Kluge, in front."""
    tab.activateWindow()
    qtbot.waitActive(tab)
    assert tab.show_object("person", kluge(town))
    return tab


def way(tab: ContactsTab, town: Desk, kind: ContactKind) -> QWidget:
    found = next(w for w in town.read(contact_card, kluge(town)).ways if w.kind is kind)
    return child(tab, QWidget, f"read_way{found.id.hex}")


def number(town: Desk, kind: ContactKind) -> str:
    return next(w.value for w in town.read(contact_card, kluge(town)).ways if w.kind is kind)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_line_becomes_a_field_and_enter_saves(
    on_kluge: ContactsTab, town: Desk, key: Qt.Key
) -> None:
    press(way(on_kluge, town, ContactKind.PHONE), key)
    edit = child(on_kluge, QLineEdit, "wayValue")
    edit.selectAll()
    type_text(edit, "037207 555-99")
    press(edit, Qt.Key.Key_Return)
    assert number(town, ContactKind.PHONE) == "037207 555-99"
    assert town.undo_label == "Kontakt 037207 555-99"


def test_esc_restores_what_was_there(on_kluge: ContactsTab, town: Desk) -> None:
    before = number(town, ContactKind.PHONE)
    press(way(on_kluge, town, ContactKind.PHONE), Qt.Key.Key_Return)
    edit = child(on_kluge, QLineEdit, "wayValue")
    type_text(edit, "1")
    press(edit, Qt.Key.Key_Escape)
    assert number(town, ContactKind.PHONE) == before
    assert way(on_kluge, town, ContactKind.PHONE).isVisibleTo(on_kluge)


def test_an_empty_name_is_refused_beside_the_field(on_kluge: ContactsTab, town: Desk) -> None:
    press(child(on_kluge, QWidget, "read_name"), Qt.Key.Key_F2)
    edit = child(on_kluge, QLineEdit, "personLastName")
    edit.clear()
    press(edit, Qt.Key.Key_Return)
    assert "fehlt" in words(on_kluge) or "Nachname" in words(on_kluge)
    assert town.undo_label is None or "Kluge" not in town.undo_label
    assert town.read(contact_card, kluge(town)).last_name == "Kluge"


def test_space_copies_a_number(on_kluge: ContactsTab, town: Desk) -> None:
    press(way(on_kluge, town, ContactKind.PHONE), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == number(town, ContactKind.PHONE)


def test_undo_is_seen_on_the_card(on_kluge: ContactsTab, town: Desk, qtbot: QtBot) -> None:
    press(way(on_kluge, town, ContactKind.PHONE), Qt.Key.Key_Return)
    edit = child(on_kluge, QLineEdit, "wayValue")
    edit.setText("037207 555-98")
    press(edit, Qt.Key.Key_Return)
    for field in ("wayLabel", "wayVisibility", "wayKind"):
        press(child(on_kluge, QWidget, field), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "037207 555-98" in words(on_kluge))
    town.undo()
    qtbot.waitUntil(lambda: "037207 555-98" not in words(on_kluge))


def test_plus_adds_a_number_only_with_content(
    on_kluge: ContactsTab, town: Desk, qtbot: QtBot
) -> None:
    child(on_kluge, QPushButton, "add_new_phone").click()
    press(child(on_kluge, QLineEdit, "wayValue"), Qt.Key.Key_Escape)
    assert town.undo_label is None or "555" not in town.undo_label
    qtbot.waitUntil(lambda: on_kluge.findChild(QLineEdit, "wayValue") is None)
    child(on_kluge, QPushButton, "add_new_phone").click()
    type_text(child(on_kluge, QLineEdit, "wayValue"), "0371 555-1")
    press(child(on_kluge, QLineEdit, "wayValue"), Qt.Key.Key_Return)
    press(child(on_kluge, QLineEdit, "wayLabel"), Qt.Key.Key_Return)
    values = [one.value for one in town.read(contact_card, kluge(town)).ways]
    assert values.count("0371 555-1") == 1
    qtbot.waitUntil(lambda: "0371 555-1" in words(on_kluge))


def test_a_quick_note_stands_first_in_the_history(
    on_kluge: ContactsTab, town: Desk, qtbot: QtBot
) -> None:
    for text in ("Raum zugesagt", "Bringt Stühle mit"):
        type_text(on_kluge.card.note, text)
        press(on_kluge.card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bringt Stühle mit" in words(on_kluge))
    assert len(town.read(notes_about, kluge(town))) == 2
    assert on_kluge.card.note.text() == ""


def test_a_new_person_exists_after_the_name(
    on_kluge: ContactsTab, town: Desk, qtbot: QtBot
) -> None:
    before = len(town.read(contact_people))
    on_kluge.middle.new_wanted.emit(Kind.PERSON)
    press(child(on_kluge, QLineEdit, "personLastName"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: on_kluge.card.nothing.isVisibleTo(on_kluge))
    assert len(town.read(contact_people)) == before
    on_kluge.middle.new_wanted.emit(Kind.PERSON)
    type_text(child(on_kluge, QLineEdit, "personLastName"), "Öztürk")
    press(child(on_kluge, QLineEdit, "personLastName"), Qt.Key.Key_Return)
    press(child(on_kluge, QLineEdit, "personFirstName"), Qt.Key.Key_Return)
    assert len(town.read(contact_people)) == before + 1
    qtbot.waitUntil(lambda: "Öztürk" in words(on_kluge))


def test_deleting_names_what_follows(
    on_kluge: ContactsTab, town: Desk, door: RecordingDoor
) -> None:
    child(on_kluge, QPushButton, "deleteContact").click()
    asked = door.expect()
    assert "Nummern und Adressen" in asked.text
    assert "1 Funktion" in asked.text


def test_a_parent_who_is_no_contact_is_not_offered_to_be_deleted(
    tab: ContactsTab, town: Desk
) -> None:
    some_child = next(one.id for one in town.read(children, TOWN_DAY) if one.parents)
    parent = town.read(child_card, some_child).adults[0].person_id
    change_person(town, parent, is_contact=False)
    tab.show_object("person", parent)
    flush_deletes()
    assert tab.findChild(QPushButton, "deleteContact") is None


def test_the_own_house_cannot_be_deleted_here(tab: ContactsTab, town: Desk) -> None:
    own = next(row.id for row in town.read(institutions) if row.is_own)
    tab.show_object("institution", own)
    flush_deletes()
    assert tab.findChild(QPushButton, "deleteContact") is None


def test_a_colleague_is_added_to_an_institution(tab: ContactsTab, town: Desk, qtbot: QtBot) -> None:
    tab.activateWindow()
    qtbot.waitActive(tab)
    school = next(row.id for row in town.read(institutions) if row.name == "Grundschule Hainichen")
    tab.show_object("institution", school)
    child(tab, QPushButton, "add_new_person").click()
    type_text(child(tab, QLineEdit, "personLastName"), "Nowak")
    for name in ("personLastName", "personFirstName", "jobName"):
        press(child(tab, QLineEdit, name), Qt.Key.Key_Return)
    buttons = tab.card.findChildren
    qtbot.waitUntil(lambda: any("Nowak" in one.text() for one in buttons(QPushButton)))
    assert town.undo_label == "Neuer Kontakt Nowak"


def test_a_changed_number_says_what_it_was(on_kluge: ContactsTab, town: Desk) -> None:
    before = number(town, ContactKind.PHONE)
    found = next(w for w in town.read(contact_card, kluge(town)).ways if w.value == before)
    change_contact_way(town, found.id, value="037207 555-99")
    day = town.clock.today()
    on_kluge.refresh()
    assert f"vorher: {before}, bis {day.day}.{day.month}." in words(on_kluge)


def test_the_newest_note_tells_the_last_contact(on_kluge: ContactsTab, town: Desk) -> None:
    assert "zuletzt am" not in words(on_kluge)
    add_contact_note(town, "Raum zugesagt", person_id=kluge(town))
    on_kluge.refresh()
    assert f"zuletzt am {numeric_date(town.clock.today())}" in words(on_kluge)


def type_new_job(tab: ContactsTab, place: str) -> None:
    menu = next(one for one in tab.findChildren(QMenu) if "Funktion" in texts(one))
    next(one for one in menu.actions() if one.text() == "Funktion").trigger()
    for name, text in (("jobName", "Vorstand"), ("jobPlace", place), ("jobFrom", "")):
        child(tab, QLineEdit, name).setText(text)
        press(child(tab, QLineEdit, name), Qt.Key.Key_Return)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def jobs(town: Desk) -> list[tuple[str, str]]:
    found = town.read(contact_card, kluge(town)).functions
    return [(one.name, one.institution) for one in found]


def test_a_function_at_an_unknown_place_asks_once_and_makes_it(
    on_kluge: ContactsTab, town: Desk, door: RecordingDoor, qtbot: QtBot
) -> None:
    type_new_job(on_kluge, "Förderverein Sonne")
    asked = door.expect()
    assert ("Vorstand", "Förderverein Sonne") not in jobs(town)
    press_choice(asked, "Anlegen")
    assert ("Vorstand", "Förderverein Sonne") in jobs(town)
    assert town.undo_label == "Neue Einrichtung Förderverein Sonne"
    qtbot.waitUntil(lambda: on_kluge.findChild(QLineEdit, "jobPlace") is None)
    assert "Vorstand, Förderverein Sonne" in words(on_kluge)


def test_a_function_moves_to_a_new_place_by_its_button(
    on_kluge: ContactsTab, town: Desk, door: RecordingDoor
) -> None:
    job = town.read(contact_card, kluge(town)).functions[0]
    press(child(on_kluge, QWidget, f"read_job{job.id.hex}"), Qt.Key.Key_Return)
    child(on_kluge, QLineEdit, "jobPlace").setText("Kita Mond")
    press(child(on_kluge, QLineEdit, "jobPlace"), Qt.Key.Key_Return)
    child(on_kluge, QPushButton, f"job{job.id.hex}Deed0").click()
    press_choice(door.expect(), "Anlegen")
    assert (job.name, "Kita Mond") in jobs(town)

"""The card of a body: seats are taken, handed over and ordered; every step comes back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.queries.bodies import MemberRow, body_card, members_of
from kitadesk.queries.listing import listed
from kitadesk.services.bodies import add_seat, change_term, end_body
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import EditLine
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.contacts.contact_rows import Kind
from kitadesk.ui.tabs.contacts.tab import ContactsTab
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press
from tests.support.qt_screen import Screen, child
from tests.support.screens import HOSTILE_TEXTS
from tests.support.town_fixtures import TOWN_DAY

PATIENCE = 2000


@pytest.fixture
def council(town: Desk) -> UUID:
    rows = town.read(listed, "bodies", TOWN_DAY)
    return next(row.id for row in rows if row.title == "Stadtelternbeirat")


@pytest.fixture
def shown(qtbot: QtBot, tab: ContactsTab, council: UUID) -> ContactsTab:
    """The tab with the card of the town parents' council at its right."""
    tab.activateWindow()
    qtbot.waitActive(tab)
    assert tab.show_object("body", council)
    return tab


def members(desk: Desk, council: UUID) -> tuple[MemberRow, ...]:
    return desk.read(members_of, council, TOWN_DAY)


def names(desk: Desk, council: UUID) -> list[str]:
    return [row.person_name for row in members(desk, council)]


def words(tab: ContactsTab, name: str = "card") -> list[str]:
    cards = [one for one in tab.findChildren(QWidget, name) if one.isVisibleTo(tab)]
    labels = [label for card in cards for label in card.findChildren(QLabel)]
    return [label.text() for label in labels if label.isVisibleTo(tab)]


def seat_line(tab: ContactsTab, row: MemberRow) -> EditLine:
    return child(tab, EditLine, f"line_seat{row.seat_id.hex}")


def do(tab: ContactsTab, row: MemberRow, deed: str) -> None:
    """Open the lines of a seat and press one of its buttons."""
    line = seat_line(tab, row)
    line.open()
    buttons = [one for one in line.findChildren(QAbstractButton) if one.text() == deed]
    buttons[0].click()


def fill(tab: ContactsTab, name: str, text: str) -> QLineEdit:
    edit = child(tab, QLineEdit, name)
    edit.setFocus()
    edit.setText(text)
    edit.textEdited.emit(text)
    return edit


def take(tab: ContactsTab, text: str) -> None:
    """Type who takes a seat, and press Enter through the days."""
    press(fill(tab, "seatPerson", text), Qt.Key.Key_Return)
    for name in ("seatFrom", "seatTo"):
        if tab.findChild(QLineEdit, name) is not None:
            press(child(tab, QLineEdit, name), Qt.Key.Key_Return)


def test_the_card_stands_at_the_right_and_says_what_is_vacant(shown: ContactsTab) -> None:
    said = words(shown)
    assert "Stadtelternbeirat" in said
    assert "9 Mitglieder aus 5 Einrichtungen" in said
    assert "1 Platz unbesetzt" in said
    assert shown.middle.isVisible()


def test_a_body_has_no_quick_note(shown: ContactsTab) -> None:
    assert not shown.card.note.isVisible()


def test_choosing_the_body_again_leads_back_from_a_member(qtbot: QtBot, shown: ContactsTab) -> None:
    shown.table.selectRow(0)
    assert "9 Mitglieder aus 5 Einrichtungen" not in words(shown)
    sections = child(shown, QListView, "contactSections")
    place = sections.visualRect(sections.currentIndex()).center()
    qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "9 Mitglieder aus 5 Einrichtungen" in words(shown)


def test_a_term_in_its_last_weeks_is_told(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    row = members(town, council)[0]
    assert row.term_id is not None
    change_term(town, row.term_id, to_date=date(2027, 2, 28))
    remark = "1 Platz unbesetzt · Amtszeit endet 28.2."
    qtbot.waitUntil(lambda: remark in words(shown), timeout=PATIENCE)
    assert "Amtszeit endet 28.2." in words(shown)


def test_a_vacant_seat_is_taken_by_somebody_new_with_the_keyboard(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    vacant = members(town, council)[9]
    press(child(shown, QWidget, f"read_seat{vacant.seat_id.hex}"), Qt.Key.Key_Space)
    edit = fill(shown, "seatPerson", "Roth, Ina")
    assert "Neu unter Kontakte: Roth, Ina" in words(shown)
    assert edit.accessibleName() == "Mitglied, Kita Zwergenland besetzen mit"
    take(shown, "Roth, Ina")
    assert names(town, council)[9] == "Roth, Ina"
    qtbot.waitUntil(lambda: "1 Platz unbesetzt" not in words(shown), timeout=PATIENCE)


def test_a_seat_is_handed_over_today_and_the_one_before_stays_known(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    do(shown, members(town, council)[0], "Übergeben …")
    take(shown, "Damm, Stefan · Kita Storchennest, Leitung")
    assert names(town, council)[0].startswith("Damm, Stefan")
    qtbot.waitUntil(lambda: "Albrecht, Jana" in words(shown, "cardHistory"), timeout=PATIENCE)
    assert any("24.1.2027" in one for one in words(shown, "cardHistory"))
    town.undo()
    assert names(town, council)[0] == "Albrecht, Jana"


def test_without_a_name_nobody_takes_a_seat(shown: ContactsTab, town: Desk, council: UUID) -> None:
    do(shown, members(town, council)[0], "Übergeben …")
    take(shown, "")
    assert town.undo_label is None


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_name_takes_the_seat_or_is_refused_in_words(
    shown: ContactsTab, town: Desk, council: UUID, text: str
) -> None:
    do(shown, members(town, council)[9], "Besetzen …")
    take(shown, text)
    shown.grab()
    asked = shown.findChildren(QLineEdit, "seatPerson")
    is_refused = any(edit.isVisibleTo(shown) for edit in asked)
    assert (town.undo_label is None) == is_refused


def test_a_seat_is_added_at_once_and_can_be_ordered_and_removed(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    child(shown, QAbstractButton, "add_new_seat").click()
    assert len(names(town, council)) == 11
    second = members(town, council)[1]
    do(shown, second, "Nach oben")
    assert names(town, council)[:2] == ["Zeiler, Ben", "Albrecht, Jana"]
    qtbot.waitUntil(
        lambda: words(shown).index("Zeiler, Ben") < words(shown).index("Albrecht, Jana")
    )
    do(shown, second, "Platz entfernen")
    assert names(town, council)[0] == "Albrecht, Jana"


def test_a_term_ended_today_leaves_the_seat_tomorrow(
    shown: ContactsTab, town: Desk, council: UUID
) -> None:
    do(shown, members(town, council)[0], "Amtszeit heute beenden")
    assert members(town, council)[0].until == TOWN_DAY
    assert town.read(members_of, council, date(2027, 1, 26))[0].person_id is None


def test_a_term_that_would_end_before_it_began_is_refused_beside_the_field(
    shown: ContactsTab, town: Desk, council: UUID
) -> None:
    line = seat_line(shown, members(town, council)[0])
    line.open()
    press(fill(shown, "termEnd", "1.1.1999"), Qt.Key.Key_Return)
    assert line.is_open
    assert town.undo_label is None


def test_a_typed_name_saves_itself_and_undo_brings_the_old_one_back(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    child(shown, EditLine, f"line_body{council.hex}").open()
    edit = fill(shown, "bodyName", "Stadtelternrat")
    press(edit, Qt.Key.Key_Return)
    assert town.read(body_card, council).name == "Stadtelternrat"
    town.undo()
    qtbot.waitUntil(lambda: edit.text() == "Stadtelternbeirat", timeout=PATIENCE)


@pytest.mark.parametrize(("line", "field"), [("purpose", "bodyPurpose"), ("rhythm", "bodyRhythm")])
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_about_a_body_is_kept_or_refused(
    shown: ContactsTab, town: Desk, line: str, field: str, text: str
) -> None:
    child(shown, EditLine, f"line_{line}").open()
    editor = child(shown, QWidget, field)
    editor.setProperty("plainText" if field == "bodyPurpose" else "text", text)
    shown.table.setFocus()
    shown.grab()
    assert town.undo_label in {None, "Angaben Stadtelternbeirat"}


def test_dissolving_ends_all_terms_and_says_since_when(
    qtbot: QtBot, shown: ContactsTab, town: Desk, screen: Screen
) -> None:
    child(shown, QAbstractButton, "bodyEnd").click()
    qtbot.waitUntil(lambda: "aufgelöst am 25.01.2027" in words(shown), timeout=PATIENCE)
    assert screen.said == ["Stadtelternbeirat ist aufgelöst. Strg+Z nimmt es zurück."]
    town.undo()
    qtbot.waitUntil(lambda: "1 Platz unbesetzt" in words(shown), timeout=PATIENCE)


def test_a_dissolved_body_can_be_taken_up_again(
    qtbot: QtBot, shown: ContactsTab, town: Desk, council: UUID
) -> None:
    end_body(town, council, TOWN_DAY)
    button = child(shown, QAbstractButton, "bodyEnd")
    qtbot.waitUntil(lambda: button.text() == "Wieder einsetzen", timeout=PATIENCE)
    button.click()
    assert town.read(body_card, council).ended_on is None


def test_deleting_asks_first_and_leaves_no_card(
    qtbot: QtBot, shown: ContactsTab, town: Desk, door: RecordingDoor
) -> None:
    child(shown, QAbstractButton, "deleteContact").click()
    asked = door.expect()
    assert asked.title == "Stadtelternbeirat löschen?"
    press_choice(asked, "Löschen")
    assert "Stadtelternbeirat" not in {row.title for row in town.read(listed, "bodies", TOWN_DAY)}
    qtbot.waitUntil(lambda: "Stadtelternbeirat" not in words(shown), timeout=PATIENCE)


def test_a_click_on_a_name_shows_the_card_of_the_member(
    shown: ContactsTab, town: Desk, council: UUID
) -> None:
    row = members(town, council)[1]
    press(child(shown, QWidget, f"read_seat{row.seat_id.hex}"), Qt.Key.Key_Space)
    assert row.person_name.split(", ")[1] in " ".join(words(shown))
    assert "9 Mitglieder" not in " ".join(words(shown))


def test_printing_offers_the_papers_of_the_body(shown: ContactsTab) -> None:
    child(shown, QAbstractButton, "bodyPrint").click()
    papers = shown.findChild(PaperDialog)
    assert papers is not None
    assert {"body_list", "address_labels"} <= {paper for paper, _ in papers.panel.papers()}


def test_a_vacant_seat_in_the_list_shows_the_card_of_its_body(
    shown: ContactsTab, town: Desk, council: UUID
) -> None:
    shown.table.selectRow(0)
    add_seat(town, council)
    shown.refresh()
    vacant = next(row for row in shown.rows.rows if row.kind is Kind.VACANT)
    shown.table.choose(vacant.key)
    assert "2 Plätze unbesetzt" in words(shown)


def test_a_body_that_belongs_to_nobody_says_alliance(shown: ContactsTab) -> None:
    assert "Bündnis" in words(shown)

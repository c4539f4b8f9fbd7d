"""The page of a body: seats are taken, handed over and ordered by keys; every step comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kitadesk.queries.bodies import body_card, members_of
from kitadesk.queries.listing import listed
from kitadesk.services.bodies import change_term, end_body
from kitadesk.services.desk import Desk
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.contacts.body_dialog import BodyDialog
from kitadesk.ui.tabs.contacts.body_page import BodyPage
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child
from tests.support.screens import HOSTILE_TEXTS, Screen, make_screen
from tests.support.town_fixtures import TOWN_DAY

PATIENCE = 5000


@pytest.fixture
def shown(qtbot: QtBot, town: Desk) -> Iterator[Screen]:
    """A shown window over the invented town."""
    made = make_screen(town)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()


@pytest.fixture
def council(town: Desk) -> UUID:
    return next(
        row.id for row in town.read(listed, "bodies", TOWN_DAY) if row.title == "Stadtelternbeirat"
    )


@pytest.fixture
def dialog(qtbot: QtBot, shown: Screen, council: UUID) -> BodyDialog:
    dialog = BodyDialog(shown.context, council)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def page(dialog: BodyDialog) -> BodyPage:
    return dialog.page


def names(desk: Desk, body_id: UUID) -> list[str]:
    return [row.person_name for row in desk.read(members_of, body_id, TOWN_DAY)]


def fill(page: BodyPage, name: str, text: str) -> None:
    edit = child(page, QLineEdit, name)
    edit.setFocus()
    edit.setText(text)
    edit.textEdited.emit(text)


def test_the_page_says_what_is_vacant(page: BodyPage) -> None:
    assert page.head.title.text() == "Stadtelternbeirat"
    assert page.remark.text() == "1 Platz unbesetzt"
    assert page.sums.text() == "9 Mitglieder aus 5 Einrichtungen"


def test_a_term_in_its_last_weeks_is_told(page: BodyPage, town: Desk, council: UUID) -> None:
    row = town.read(members_of, council, TOWN_DAY)[0]
    assert row.term_id is not None
    change_term(town, row.term_id, to_date=date(2027, 2, 28))
    page.refresh()
    assert page.remark.text() == "1 Platz unbesetzt · Amtszeit endet 28.2."


def test_a_vacant_seat_is_taken_by_somebody_new_with_the_keyboard(
    qtbot: QtBot, page: BodyPage, town: Desk, council: UUID
) -> None:
    page.seats.table.selectRow(9)
    press(page.seats.table, Qt.Key.Key_Return)
    assert page.seats.seating.title.text() == "Platz besetzen: Mitglied, Kita Zwergenland"
    fill(page, "seatPerson", "Roth, Ina")
    assert page.seats.seating.person.line_below.text() == "Neu unter Kontakte: Roth, Ina"
    child(page, QAbstractButton, "seatTake").click()
    assert names(town, council)[9] == "Roth, Ina"
    assert page.seats.table.hasFocus()
    qtbot.waitUntil(page.remark.isHidden, timeout=PATIENCE)


def test_a_seat_is_handed_over_today_and_the_one_before_stays_known(
    qtbot: QtBot, page: BodyPage, town: Desk, council: UUID
) -> None:
    page.seats.table.selectRow(0)
    page.seats.start_seating()
    label = next(text for text in page.seats.seating.person.suggestions() if "Damm" in text)
    fill(page, "seatPerson", label)
    child(page, QAbstractButton, "seatTake").click()
    assert names(town, council)[0] == "Damm, Stefan"
    qtbot.waitUntil(page.past.isVisible, timeout=PATIENCE)
    before = page.past_table.rows.row_at(0)
    assert (before.person_name, before.to_date) == ("Albrecht, Jana", date(2027, 1, 24))
    town.undo()
    assert names(town, council)[0] == "Albrecht, Jana"


def test_without_a_name_nobody_takes_a_seat_and_a_sentence_says_so(
    page: BodyPage, town: Desk
) -> None:
    page.seats.start_seating()
    child(page, QAbstractButton, "seatTake").click()
    assert page.seats.seating.wrong.text().startswith("Der Name in „Nachname“ fehlt.")
    assert town.undo_label is None


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_name_takes_the_seat_or_is_refused_in_words(
    page: BodyPage, town: Desk, text: str
) -> None:
    page.seats.start_seating()
    fill(page, "seatPerson", text)
    child(page, QAbstractButton, "seatTake").click()
    page.grab()
    assert (town.undo_label is None) == page.seats.seating.wrong.isVisible()


def test_keys_add_order_and_remove_seats(page: BodyPage, town: Desk, council: UUID) -> None:
    table = page.seats.table
    press(table, Qt.Key.Key_Insert)
    assert len(names(town, council)) == 11
    table.selectRow(1)
    alt_up = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QApplication.sendEvent(table, alt_up)
    assert names(town, council)[:2] == ["Zeiler, Ben", "Albrecht, Jana"]
    press(table, Qt.Key.Key_Delete)
    assert names(town, council)[0] == "Albrecht, Jana"


def test_a_term_ended_today_leaves_the_seat_tomorrow(
    page: BodyPage, town: Desk, council: UUID
) -> None:
    page.seats.table.selectRow(0)
    child(page, QAbstractButton, "seatEndTerm").click()
    assert town.read(members_of, council, TOWN_DAY)[0].until == TOWN_DAY
    assert town.read(members_of, council, date(2027, 1, 26))[0].person_id is None


def test_a_typed_name_saves_itself_and_undo_brings_the_old_one_back(
    qtbot: QtBot, page: BodyPage, town: Desk, council: UUID
) -> None:
    edit = child(page, QLineEdit, "bodyName")
    fill(page, "bodyName", "Stadtelternrat")
    press(edit, Qt.Key.Key_Return)
    assert town.read(body_card, council).name == "Stadtelternrat"
    town.undo()
    qtbot.waitUntil(lambda: edit.text() == "Stadtelternbeirat", timeout=PATIENCE)


def test_dissolving_ends_all_terms_and_says_since_when(
    qtbot: QtBot, page: BodyPage, town: Desk, council: UUID, shown: Screen
) -> None:
    child(page, QAbstractButton, "bodyEnd").click()
    words = "aufgelöst am 25.01.2027"
    qtbot.waitUntil(lambda: page.remark.text() == words, timeout=PATIENCE)
    assert shown.said == ["Stadtelternbeirat ist aufgelöst. Strg+Z nimmt es zurück."]
    town.undo()
    qtbot.waitUntil(lambda: page.remark.text() == "1 Platz unbesetzt", timeout=PATIENCE)


def test_a_dissolved_body_can_be_taken_up_again(page: BodyPage, town: Desk, council: UUID) -> None:
    end_body(town, council, TOWN_DAY)
    page.refresh()
    button = child(page, QAbstractButton, "bodyEnd")
    assert button.text() == "Wieder einsetzen"
    button.click()
    assert town.read(body_card, council).ended_on is None


def test_deleting_asks_first_and_closes_the_window(
    qtbot: QtBot, dialog: BodyDialog, town: Desk, door: RecordingDoor
) -> None:
    child(dialog, QAbstractButton, "bodyDelete").click()
    asked = door.expect()
    assert asked.title == "Stadtelternbeirat löschen?"
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE):
        press_choice(asked, "Löschen")
    assert "Stadtelternbeirat" not in {row.title for row in town.read(listed, "bodies", TOWN_DAY)}


def test_the_card_of_a_member_is_shown_in_the_tab(
    page: BodyPage, town: Desk, council: UUID, shown: Screen
) -> None:
    page.seats.table.selectRow(1)
    child(page, QAbstractButton, "seatCard").click()
    assert shown.shown == [("person", town.read(members_of, council, TOWN_DAY)[1].person_id)]


def test_printing_offers_the_papers_of_the_body(dialog: BodyDialog) -> None:
    child(dialog, QAbstractButton, "bodyPrint").click()
    papers = dialog.findChild(PaperDialog)
    assert papers is not None
    assert {"body_list", "address_labels"} <= {paper for paper, _ in papers.panel.papers()}


def test_the_window_leaves_nothing_behind(shown: Screen, council: UUID) -> None:
    assert freed_on_close(lambda: BodyDialog(shown.context, council))

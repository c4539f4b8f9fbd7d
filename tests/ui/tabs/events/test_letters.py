"""Letters and closing days in the window: beginning one, answering slips and rows."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.domain.events import EventKind
from kitadesk.domain.replies import ReplyKind
from kitadesk.queries.events import event
from kitadesk.queries.replies import ReplyRow, replies_of
from kitadesk.services.desk import Desk
from kitadesk.services.letters import LetterInput, add_letter, change_question
from kitadesk.services.replies import make_slips
from kitadesk.ui.tabs.events.event_page import REPLIES, EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.ui.tabs.events.conftest import Town, line, slip_of


@pytest.fixture
def letter(tab: EventsTab, page: EventPage, desk: Desk) -> UUID:
    """A letter with numbered slips, its answers in front."""
    made = add_letter(desk, LetterInput(template="photographer"))
    make_slips(desk, made)
    tab.refresh()
    tab.show_event(made)
    page.show_page(REPLIES)
    return made


def choose_new(tab: EventsTab, name: str) -> None:
    tab.list.new_menu.offer_letters()
    action = tab.list.new_menu.findChild(QAction, name)
    assert action is not None
    action.trigger()


def enter(root: QWidget, name: str, text: str) -> None:
    line(root, name).selectAll()
    type_text(line(root, name), text)
    press(line(root, name), Qt.Key.Key_Return)


def answers(desk: Desk, letter_id: UUID) -> dict[UUID, ReplyRow]:
    rows = desk.read(replies_of, letter_id, desk.clock.today())
    return {row.household_id: row for row in rows}


def test_a_template_of_the_menu_is_a_letter_at_once(tab: EventsTab, desk: Desk) -> None:
    choose_new(tab, "letter_trip")
    made = desk.read(event, tab.list.cards.currentIndex().data(Qt.ItemDataRole.UserRole).id)
    assert (made.kind, made.title) == (EventKind.LETTER, "Wir machen einen Ausflug")
    assert child(tab, QComboBox, "letterKind").currentText() == "Ja oder nein"


def test_an_empty_letter_becomes_a_record_with_its_title(tab: EventsTab, page: EventPage) -> None:
    choose_new(tab, "letter_empty")
    enter(tab, "eventTitle", "Neue Öffnungszeiten")
    assert page.plan.letter.isVisible()
    letters = [row for row in tab.list.model.entries() if row.kind is EventKind.LETTER]
    assert [row.title for row in letters] == ["Neue Öffnungszeiten"]


def test_a_closing_day_has_two_days_and_nothing_else(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    choose_new(tab, "newClosingDay")
    enter(tab, "eventTitle", "Teamtag")
    enter(tab, "closingFirst", "10.5.2027")
    enter(tab, "closingLast", "11.5.2027")
    tab.refresh()
    (made,) = [row for row in tab.list.model.entries() if row.kind is EventKind.CLOSING_DAY]
    assert made.until_date is not None
    assert (made.until_date.day, desk.read(event, made.id).reply_until) == (11, None)
    assert not page.segments.isVisible()
    assert not page.plan.tasks.isVisible()


def test_the_note_of_a_closing_day_may_come_first(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    choose_new(tab, "newClosingDay")
    note = child(tab, QPlainTextEdit, "closingNote")
    note.setPlainText("Team bestellt Frühstück")
    page.plan.closing.field("note").commit()
    tab.refresh()
    (made,) = [row for row in tab.list.model.entries() if row.kind is EventKind.CLOSING_DAY]
    assert desk.read(event, made.id).note == "Team bestellt Frühstück"


def test_number_enter_j_enter_stores_a_yes(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID, town: Town
) -> None:
    enter(tab, "slipNumber", slip_of(desk, letter, town.mueller.household_id))
    enter(tab, "slipPersons", "j")
    assert page.replies.entry.said.text() == "✓ Gespeichert: Müller, Mia und Jonas, Ja"
    assert answers(desk, letter)[town.mueller.household_id].persons == 0


def test_what_is_no_answer_is_said_beside_the_field(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID, town: Town
) -> None:
    enter(tab, "slipNumber", slip_of(desk, letter, town.mueller.household_id))
    enter(tab, "slipPersons", "7")
    assert "J für Ja" in page.replies.entry.said.text()
    assert answers(desk, letter)[town.mueller.household_id].reply is None


def test_a_choice_is_typed_as_its_digit(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID, town: Town
) -> None:
    change_question(desk, letter, kind=ReplyKind.CHOICE, choices="Kuchen\nSalat")
    tab.refresh()
    enter(tab, "slipNumber", slip_of(desk, letter, town.sahin.household_id))
    enter(tab, "slipPersons", "2")
    assert answers(desk, letter)[town.sahin.household_id].choice == "Salat"
    assert "1 Salat" in page.replies.counters.accessibleName()


def test_letters_answer_in_the_list_row_by_row(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID, town: Town
) -> None:
    table = child(tab, QTableView, "replyTable")
    type_text(table, "j")
    press(table, Qt.Key.Key_Return)
    type_text(table, "n")
    words = page.replies.counters.accessibleName()
    assert words == "2 von 3 Familien · 1 Ja · 1 Nein · 1 fehlt"


def test_guests_are_not_asked_for_in_a_letter(page: EventPage, letter: UUID) -> None:
    assert not page.replies.guest_button.isVisible()


def test_without_a_slip_there_is_no_page_for_answers(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    tab.show_event(add_letter(desk, LetterInput("Wechselkleidung")))
    assert not page.segments.isVisible()
    assert page.plan.isVisible()


def test_the_choices_are_asked_for_only_where_there_are_any(
    tab: EventsTab, page: EventPage, desk: Desk
) -> None:
    tab.show_event(add_letter(desk, LetterInput(template="help")))
    assert child(tab, QPlainTextEdit, "letterChoices").isVisible()
    tab.show_event(add_letter(desk, LetterInput(template="headcount")))
    assert not child(tab, QPlainTextEdit, "letterChoices").isVisible()


def test_one_answer_alone_is_refused_only_when_the_field_is_left(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID, qtbot: QtBot
) -> None:
    change_question(desk, letter, kind=ReplyKind.CHOICE)
    tab.refresh()
    field = page.plan.letter.field("reply_choices")
    editor = child(tab, QPlainTextEdit, "letterChoices")
    editor.setFocus()
    with qtbot.waitSignal(field.findChildren(QTimer)[0].timeout):
        type_text(editor, "Kuchen")
    assert not field.has_error()
    page.plan.letter.field("reply_question").editor().setFocus()
    assert "Möglich sind 2 bis 9 Antworten" in field.line_below.text()


def test_a_refused_kind_is_said_below_the_field(
    tab: EventsTab, page: EventPage, desk: Desk, letter: UUID
) -> None:
    type_text(child(tab, QTableView, "replyTable"), "j")
    page.show_page(0)
    box = child(tab, QComboBox, "letterKind")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert "schon Familien geantwortet" in page.plan.letter.field("reply_kind").line_below.text()


@pytest.mark.parametrize("name", ["letterPlace", "letterQuestion", "letterChoices"])
@pytest.mark.parametrize(
    "text", ["<b>Saal</b>", "Şahin Łukasz سارة 🦔", "„J“ & 'N'; DROP", "x" * 3000]
)
def test_any_text_is_saved_as_typed_or_refused_with_a_sentence(
    tab: EventsTab, page: EventPage, desk: Desk, name: str, text: str
) -> None:
    made = add_letter(desk, LetterInput(template="help"))
    tab.refresh()
    tab.show_event(made)
    column = {"letterPlace": "place", "letterQuestion": "reply_question"}.get(name, "reply_choices")
    field = page.plan.letter.field(column)
    editor = field.editor()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
    assert field.commit() or field.line_below.text().endswith(".")
    assert getattr(desk.read(event, made), column) == text or field.has_error()

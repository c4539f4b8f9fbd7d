"""Slips on the number pad."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.replies import Answer, slip_text
from kitadesk.queries.consent_slips import form_numbers
from kitadesk.queries.replies import ReplyRow, replies_of
from kitadesk.queries.slips import slip_place
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.tabs.events.event_page import REPLIES, EventPage
from kitadesk.ui.tabs.events.tab import EventsTab
from tests.support.qt_input import press, scan, type_text
from tests.support.qt_screen import Screen, child
from tests.ui.tabs.events.conftest import Town, line, slip_of

HANDOVER = ConsentKind.SCHOOL_HANDOVER


@pytest.fixture
def replies(tab: EventsTab, page: EventPage) -> EventsTab:
    page.show_page(REPLIES)
    return tab


def enter(root: QWidget, name: str, text: str) -> None:
    line(root, name).selectAll()
    type_text(line(root, name), text)
    press(line(root, name), Qt.Key.Key_Return)


def reply(desk: Desk, town: Town, household_id: UUID) -> ReplyRow:
    rows = desk.read(replies_of, town.evening, desk.clock.today())
    return next(row for row in rows if row.household_id == household_id)


def said(page: EventPage) -> str:
    return page.replies.entry.said.text()


def test_number_enter_persons_enter_stores_a_reply(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.mueller.household_id))
    assert said(page) == "Müller, Mia und Jonas · Frösche"
    enter(replies, "slipPersons", "3")
    assert reply(desk, town, town.mueller.household_id).persons == 3
    assert line(replies, "slipNumber").text() == ""


def test_the_keyboard_is_back_on_the_number(replies: EventsTab, desk: Desk, town: Town) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    assert replies.focusWidget() is line(replies, "slipPersons")
    enter(replies, "slipPersons", "1")
    assert replies.focusWidget() is line(replies, "slipNumber")


def test_the_dash_may_be_left_out(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    number = slip_of(desk, town.evening, town.sahin.household_id).replace("-", "")
    enter(replies, "slipNumber", number)
    assert said(page) == "Şahin, Elif · Bären"


def test_zero_means_no(replies: EventsTab, desk: Desk, town: Town) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    enter(replies, "slipPersons", "0")
    assert reply(desk, town, town.sahin.household_id).answer is Answer.NO


@pytest.mark.parametrize("typed", ["12", "4821-1", "abc", "99999-1", "٣٤٥٦٧", "<b>1</b>"])
def test_a_wrong_number_says_so_and_stores_nothing(
    replies: EventsTab, page: EventPage, typed: str
) -> None:
    enter(replies, "slipNumber", typed)
    assert page.replies.entry.said.objectName() == "fieldError"
    assert not line(replies, "slipPersons").isEnabled()


def test_a_number_of_another_evening_names_it(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.festival, town.sahin.household_id))
    assert "Martinsfest" in said(page)


def test_a_known_answer_is_shown_and_may_be_changed(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    record_reply(desk, ReplyInput(town.evening, town.sahin.household_id, 2))
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    assert "schon erfasst: 2 Personen" in said(page)
    enter(replies, "slipPersons", "4")
    assert reply(desk, town, town.sahin.household_id).persons == 4


@pytest.mark.parametrize("typed", ["", "drei", "-1", "100", "1e3", "٣"])
def test_persons_that_make_no_sense_are_refused(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town, typed: str
) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    enter(replies, "slipPersons", typed)
    assert page.replies.entry.said.objectName() == "fieldError"
    assert reply(desk, town, town.sahin.household_id).answer is None


def test_childcare_and_language_are_asked_only_where_offered(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    assert line(replies, "slipChildcare").isHidden()
    change_event(desk, town.evening, has_childcare=True, interpreter_languages="Arabisch")
    replies.refresh()
    assert not line(replies, "slipChildcare").isHidden()
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.mueller.household_id))
    type_text(line(replies, "slipPersons"), "2")
    type_text(line(replies, "slipLanguage"), "Arabisch")
    enter(replies, "slipChildcare", "1")
    row = reply(desk, town, town.mueller.household_id)
    assert (row.persons, row.childcare_children, row.interpreter_language) == (2, 1, "Arabisch")


def test_a_known_answer_keeps_childcare_and_language_and_question(
    replies: EventsTab, desk: Desk, town: Town
) -> None:
    change_event(desk, town.evening, has_childcare=True)
    household_id = town.sahin.household_id
    record_reply(desk, ReplyInput(town.evening, household_id, 2, 1, "Arabisch", "Gibt es Tee?"))
    replies.refresh()
    enter(replies, "slipNumber", slip_of(desk, town.evening, household_id))
    press(line(replies, "slipPersons"), Qt.Key.Key_Return)
    row = reply(desk, town, household_id)
    known = (row.persons, row.childcare_children, row.interpreter_language, row.question)
    assert known == (2, 1, "Arabisch", "Gibt es Tee?")


def test_escape_waits_for_the_next_slip(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    press(line(replies, "slipPersons"), Qt.Key.Key_Escape)
    assert line(replies, "slipNumber").text() == ""
    assert not line(replies, "slipPersons").isEnabled()


def test_a_number_of_another_evening_leads_there(
    replies: EventsTab, page: EventPage, screen: Screen, desk: Desk, town: Town
) -> None:
    number = slip_of(desk, town.festival, town.sahin.household_id)
    enter(replies, "slipNumber", number)
    assert said(page) == f"{number} gehört zu „Martinsfest“ (Şahin)."
    child(replies, QPushButton, "slipElsewhere").click()
    assert screen.visited == [("slip", desk.read(slip_place, number).id)]


def test_a_consent_form_among_the_slips_is_named(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    number_forms(desk, "consent_form_child", town.sahin.child_ids[0], {})
    number = slip_text(desk.read(form_numbers, HANDOVER, town.sahin.child_ids).popitem()[1])
    enter(replies, "slipNumber", number.replace("-", ""))
    assert "Einwilligung: Übergabe an die Schule" in said(page)
    assert not child(replies, QPushButton, "slipElsewhere").isHidden()


def test_a_wrong_check_digit_leads_nowhere(replies: EventsTab, town: Town) -> None:
    enter(replies, "slipNumber", "4821-1")
    assert child(replies, QPushButton, "slipElsewhere").isHidden()


def test_the_way_there_types_the_number(replies: EventsTab, desk: Desk, town: Town) -> None:
    number = slip_of(desk, town.festival, town.sahin.household_id)
    assert replies.show_object("slip", desk.read(slip_place, number).id)
    assert line(replies, "slipPersons").isEnabled()
    assert line(replies, "slipNumber").text() == number


def test_the_next_scan_in_the_answer_goes_on_with_the_next_slip(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.sahin.household_id))
    next_slip = slip_of(desk, town.evening, town.mueller.household_id).replace("-", "")
    enter(replies, "slipPersons", next_slip)
    assert said(page) == "Müller, Mia und Jonas · Frösche – ohne Antwort blieb: Şahin, Elif"
    assert reply(desk, town, town.sahin.household_id).answer is None
    enter(replies, "slipPersons", "2")
    assert reply(desk, town, town.mueller.household_id).persons == 2


@pytest.mark.parametrize("name", ["slipPersons", "slipChildcare", "slipLanguage"])
def test_a_scan_into_any_field_goes_on_with_the_next_slip(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town, name: str
) -> None:
    change_event(desk, town.evening, has_childcare=True, interpreter_languages="Polnisch")
    replies.refresh()
    enter(replies, "slipNumber", slip_of(desk, town.evening, town.mueller.household_id))
    line(replies, name).setFocus()
    scan(replies, slip_of(desk, town.evening, town.weber.household_id).replace("-", ""))
    words = "Weber, Nele · Frösche – ohne Antwort blieb: Müller, Mia und Jonas"
    assert said(page) == words
    assert reply(desk, town, town.mueller.household_id).answer is None


def test_a_scan_over_the_list_answers_for_nobody(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    page.replies.table.setFocus()
    page.replies.table.choose(town.mueller.household_id)
    scan(replies, slip_of(desk, town.evening, town.weber.household_id).replace("-", ""))
    assert said(page) == "Weber, Nele · Frösche"
    assert reply(desk, town, town.mueller.household_id).answer is None


def test_a_scan_into_the_guests_leaves_no_digit_there(
    replies: EventsTab, page: EventPage, desk: Desk, town: Town
) -> None:
    page.replies.guest_button.click()
    line(replies, "guestLabel").setFocus()
    scan(replies, slip_of(desk, town.evening, town.weber.household_id).replace("-", ""))
    assert said(page) == "Weber, Nele · Frösche"
    assert line(replies, "guestLabel").text() == ""

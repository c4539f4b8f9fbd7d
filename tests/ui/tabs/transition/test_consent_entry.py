"""Numbers of consent forms on the page Einwilligungen, typed and scanned."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.replies import slip_text
from kitadesk.queries.consents import consent_states
from kitadesk.queries.slips import slip_place
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, add_institution
from kitadesk.services.people import change_child
from kitadesk.services.replies import make_slips
from kitadesk.services.year_plan import open_cohort
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from tests.support.consent_pages import open_consents
from tests.support.factories import MadeFamily, make_event, make_family
from tests.support.qt_input import press, scan, type_text
from tests.support.qt_screen import child
from tests.support.screens import Screen

pytestmark = pytest.mark.usefixtures("house")
VISIT = ConsentKind.TEACHER_VISIT


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, "Müller", children=("Mia", "Ole"), parents=("Anna",))


@pytest.fixture
def cohort(desk: Desk, family: MadeFamily) -> UUID:
    """An entry year with Mia alone; her form for the visit bears the number 1000."""
    cohort_id = open_cohort(desk, 2027)
    change_child(desk, family.child_ids[0], cohort_id=cohort_id)
    number_forms(desk, "consent_form_child", family.child_ids[0], {"purpose": "teacher_visit"})
    return cohort_id


@pytest.fixture
def page(shown_screen: Screen, cohort: UUID) -> ConsentsPage:
    return open_consents(shown_screen, cohort, is_card_open=False)


def focus(page: ConsentsPage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def scan_slip(page: ConsentsPage, number: int) -> None:
    """Scan the bars of a slip, whatever has the keyboard."""
    scan(page, slip_text(number).replace("-", ""))


def kind_shown(page: ConsentsPage) -> str:
    return child(page, QComboBox, "consentKind").currentText()


def test_a_scan_over_the_list_opens_the_child_at_its_purpose(page: ConsentsPage) -> None:
    assert focus(page) is page.table
    scan_slip(page, 1000)
    assert page.card.isVisible()
    assert page.card.heading.label.text() == "Müller, Mia"
    assert kind_shown(page) == "Besuch der Lehrkraft"
    assert page.entry.said.text() == f"{slip_text(1000)}: Mia Müller"


def test_a_number_may_be_typed_with_its_dash(page: ConsentsPage) -> None:
    edit = child(page, QLineEdit, "consentNumber")
    edit.setFocus()
    type_text(edit, slip_text(1000))
    press(edit, Qt.Key.Key_Return)
    assert kind_shown(page) == "Besuch der Lehrkraft"


def test_space_and_enter_book_the_form_and_wait_for_the_next(
    page: ConsentsPage, desk: Desk, cohort: UUID, family: MadeFamily
) -> None:
    scan_slip(page, 1000)
    assert focus(page) is child(page, QCheckBox, "consentSigner0")
    child(page, QCheckBox, "consentSigner0").click()
    press(focus(page), Qt.Key.Key_Return)
    assert desk.read(consent_states, cohort) == {(family.child_ids[0], VISIT): ConsentState.GIVEN}
    assert focus(page) is child(page, QLineEdit, "consentNumber")
    assert page.entry.said.text() == "✓ Eingetragen: Müller, Mia, liegt vor"


def test_the_next_scan_from_the_card_loses_no_digit(page: ConsentsPage) -> None:
    scan_slip(page, 1000)
    assert focus(page) is child(page, QCheckBox, "consentSigner0")
    for digit in "98765":
        type_text(focus(page), digit)
    assert child(page, QLineEdit, "consentNumber").text() == "98765"


@pytest.mark.parametrize("typed", ["1000-1", "12", "abc", "<b>1</b>"])
def test_a_wrong_number_is_said_and_opens_nothing(page: ConsentsPage, typed: str) -> None:
    edit = child(page, QLineEdit, "consentNumber")
    type_text(edit, typed)
    press(edit, Qt.Key.Key_Return)
    assert page.entry.said.objectName() == "fieldError"
    assert not page.card.isVisible()
    assert child(page, QPushButton, "consentElsewhere").isHidden()


def test_a_reply_slip_names_its_event_and_the_way_there(
    page: ConsentsPage, desk: Desk, shown_screen: Screen
) -> None:
    make_slips(desk, make_event(desk, "Der Fotograf kommt"))
    scan_slip(page, 1001)
    assert "gehört zu „Der Fotograf kommt“" in page.entry.said.text()
    child(page, QPushButton, "consentElsewhere").click()
    assert shown_screen.shown == [("slip", desk.read(slip_place, slip_text(1001)).id)]


def test_a_child_of_another_year_is_named_with_its_year(
    page: ConsentsPage, desk: Desk, family: MadeFamily
) -> None:
    change_child(desk, family.child_ids[1], cohort_id=open_cohort(desk, 2028))
    number_forms(desk, "consent_form_child", family.child_ids[1], {})
    scan_slip(page, 1001)
    assert "Schulanfang 2028" in page.entry.said.text()
    assert not page.card.isVisible()


def test_a_child_that_a_filter_hides_is_shown_all_the_same(
    page: ConsentsPage, desk: Desk, shown_screen: Screen
) -> None:
    page.narrow(Wanted("Vogel"), only_open=False)
    scan_slip(page, 1000)
    assert shown_screen.shown == [("slip", desk.read(slip_place, slip_text(1000)).id)]


def test_escape_empties_the_number(page: ConsentsPage) -> None:
    edit = child(page, QLineEdit, "consentNumber")
    type_text(edit, "123")
    press(edit, Qt.Key.Key_Escape)
    assert edit.text() == ""


def test_letters_in_the_list_still_jump_to_names(page: ConsentsPage) -> None:
    type_text(page.table, "m")
    assert child(page, QLineEdit, "consentNumber").text() == ""


def test_a_form_is_booked_for_the_school_that_it_was_printed_for(
    page: ConsentsPage, desk: Desk, cohort: UUID, family: MadeFamily
) -> None:
    mia, kind = family.child_ids[0], InstitutionKind.PRIMARY_SCHOOL
    market = add_institution(desk, InstitutionInput(kind, "Grundschule am Markt"))
    change_child(desk, mia, school_id=market)
    number_forms(desk, "consent_form_child", mia, {"purpose": "teacher_visit"})
    other = add_institution(desk, InstitutionInput(kind, "Freie Schule"))
    change_child(desk, mia, school_id=other)
    page.show_year(2027, cohort)
    scan_slip(page, 1001)
    assert page.card.lines.recipient() == market


@pytest.mark.parametrize("name", ["consentDay", "consentPlace", "consentOwnLine", "consentNumber"])
def test_a_scan_into_a_field_of_the_card_leaves_no_digit_there(
    page: ConsentsPage, cohort: UUID, name: str
) -> None:
    page.show_child(page.model.rows[0].child_id)
    child(page, QPushButton, "consentSome").click()
    edit = child(page, QLineEdit, name)
    edit.setFocus()
    before = edit.text()
    scan_slip(page, 1000)
    assert kind_shown(page) == "Besuch der Lehrkraft"
    assert edit.text() == before
    assert page.entry.said.text() == f"{slip_text(1000)}: Mia Müller"


@pytest.mark.parametrize("name", ["consentKind", "consentAnswer"])
def test_a_scan_over_a_box_is_a_scan(page: ConsentsPage, name: str) -> None:
    page.show_child(page.model.rows[0].child_id)
    child(page, QComboBox, name).setFocus()
    scan_slip(page, 1000)
    assert kind_shown(page) == "Besuch der Lehrkraft"


def test_a_scan_that_leaves_an_entry_behind_says_so(
    page: ConsentsPage, desk: Desk, cohort: UUID, family: MadeFamily
) -> None:
    ole = family.child_ids[1]
    change_child(desk, ole, cohort_id=cohort)
    number_forms(desk, "consent_form_child", ole, {})
    page.show_year(2027, cohort)
    scan_slip(page, 1000)
    child(page, QCheckBox, "consentSigner0").click()
    scan_slip(page, 1001)
    said = f"{slip_text(1001)}: Ole Müller – nicht eingetragen blieb: Müller, Mia"
    assert page.entry.said.text() == said
    assert page.card.begun() == ""

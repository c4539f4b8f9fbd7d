"""The page Einwilligungen: states in words, the form of the next entry, the ledger below."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.queries.consents import consent_states, custodians
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.year_plan import open_cohort
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from tests.support.consent_pages import cells, choose, enter, open_consents
from tests.support.factories import MadeFamily, make_family
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import type_text
from tests.support.qt_screen import child
from tests.support.screens import Screen

pytestmark = pytest.mark.usefixtures("house")
HANDOVER, VISIT = ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, "Müller", children=("Mia",), parents=("Anna", "Peter"))


@pytest.fixture
def cohort(desk: Desk, family: MadeFamily) -> UUID:
    return open_cohort(desk, 2027)


@pytest.fixture
def page(shown_screen: Screen, cohort: UUID) -> ConsentsPage:
    return open_consents(shown_screen, cohort)


def test_without_an_entry_everything_is_open(page: ConsentsPage) -> None:
    assert cells(page) == ["Müller, Mia", "", "offen", "offen", "offen"]
    assert page.counts.text().startswith("Liegt vor: Übergabe an die Schule 0 von 1")
    assert page.card.isVisible()


def test_one_of_two_signatures_is_not_yet_a_consent(
    page: ConsentsPage, desk: Desk, cohort: UUID, family: MadeFamily
) -> None:
    child(page, QCheckBox, "consentSigner0").setChecked(True)
    enter(page, cohort)
    assert cells(page)[2] == "offen · 1 Unterschrift fehlt"
    child(page, QCheckBox, "consentSigner1").setChecked(True)
    enter(page, cohort)
    assert cells(page)[2] == "✓ liegt vor"
    states = desk.read(consent_states, cohort)
    assert states == {(family.child_ids[0], HANDOVER): ConsentState.GIVEN}
    assert page.card.ledger.text().count("Übergabe an die Schule: liegt vor") == 2


def test_a_no_needs_no_signature_and_is_calm(page: ConsentsPage, cohort: UUID) -> None:
    choose(page, "consentAnswer", "nein")
    assert not child(page, QCheckBox, "consentSigner0").isVisible()
    enter(page, cohort)
    assert cells(page)[2] == "nein"
    column = page.model.columns[2]
    assert column.tone is None


def test_a_consent_without_a_signature_is_refused(
    page: ConsentsPage, desk: Desk, cohort: UUID, door: RecordingDoor
) -> None:
    enter(page, cohort)
    error = door.expect().error
    assert error is not None
    assert error.code == "signature_missing"
    assert desk.read(consent_states, cohort) == {}


def test_a_revocation_notes_its_day(page: ConsentsPage, desk: Desk, cohort: UUID) -> None:
    choose(page, "consentAnswer", "widerrufen")
    edit = child(page, QLineEdit, "consentDay")
    edit.selectAll()
    type_text(edit, "20.1.2027")
    enter(page, cohort)
    assert cells(page)[2] == "widerrufen"
    assert "widerrufen, 20.01.2027" in page.card.ledger.text()


def test_a_child_without_noted_parents_gets_a_signer_by_name(
    shown_screen: Screen, desk: Desk
) -> None:
    (vogel,) = make_family(desk, "Vogel").child_ids
    cohort = open_cohort(desk, 2027)
    page = open_consents(shown_screen, cohort)
    type_text(child(page, QLineEdit, "consentNewName"), "Jana Vogel")
    enter(page, cohort)
    assert [person.name for person in desk.read(custodians, vogel)] == ["Jana Vogel"]
    assert cells(page)[2] == "✓ liegt vor"


def test_the_tip_names_who_has_not_signed(
    page: ConsentsPage, desk: Desk, cohort: UUID, family: MadeFamily
) -> None:
    anna = desk.read(custodians, family.child_ids[0])[0].person_id
    entry = ConsentInput(
        VISIT, ConsentState.GIVEN, family.child_ids[0], signed=((anna, date(2027, 1, 11)),)
    )
    add_consent(desk, entry)
    page.show_year(2027, cohort)
    tip = page.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "Es fehlt: Peter Müller" in tip


def test_another_page_can_open_a_child_at_one_purpose(
    page: ConsentsPage, desk: Desk, family: MadeFamily
) -> None:
    assert page.show_child(family.child_ids[0], VISIT)
    assert child(page, QComboBox, "consentKind").currentText() == "Besuch der Lehrkraft"
    assert not page.show_child(family.id)
    assert desk.undo_label == "Jahrgang 2027 angelegt"


def test_only_open_ones_and_the_filter_by_word(page: ConsentsPage, cohort: UUID) -> None:
    page.narrow(Wanted(""), only_open=True)
    assert page.model.rowCount() == 1
    page.narrow(Wanted("liegt vor"), only_open=False)
    assert page.model.rowCount() == 0
    page.narrow(Wanted("müller"), only_open=False)
    assert page.model.rowCount() == 1


def test_little_room_gives_the_card_the_place_of_the_list(page: ConsentsPage) -> None:
    page.resize(640, 500)
    assert (page.card.isVisible(), page.table.isVisible()) == (True, False)
    child(page, QPushButton, "consentClose").click()
    assert (page.card.isVisible(), page.table.isVisible()) == (False, True)


def test_the_form_of_the_child_is_offered_for_the_chosen_purpose(
    page: ConsentsPage, family: MadeFamily
) -> None:
    page.card.choose_kind(VISIT)
    child(page, QPushButton, "consentPrint").click()
    papers = child(page, PaperDialog, "paperDialog")
    wish = papers.panel.request()
    assert wish is not None
    assert (wish.paper_id, wish.subject_id) == ("consent_form_child", family.child_ids[0])
    assert wish.params["purpose"] == "teacher_visit"
    papers.close()

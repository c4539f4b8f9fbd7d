"""The lines of a consent form on its card: folded they are all ticked, unfolded one by one."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of, whole_scope
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.queries.consents import consent_ledger, consent_standings
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, add_institution
from kitadesk.services.people import change_child
from kitadesk.services.year_plan import open_cohort
from kitadesk.ui.tabs.transition.consents_page import ConsentsPage
from tests.support.consent_pages import cells, choose, enter, open_consents
from tests.support.factories import make_family
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press, type_text
from tests.support.qt_screen import child
from tests.support.screens import Screen

pytestmark = pytest.mark.usefixtures("house")
HANDOVER, VISIT = ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT


@pytest.fixture
def mia(desk: Desk) -> UUID:
    return make_family(desk, "Müller", children=("Mia",), parents=("Anna",)).child_ids[0]


@pytest.fixture
def cohort(desk: Desk, mia: UUID) -> UUID:
    return open_cohort(desk, 2027)


@pytest.fixture
def page(shown_screen: Screen, cohort: UUID) -> ConsentsPage:
    return open_consents(shown_screen, cohort)


def tick(page: ConsentsPage, name: str) -> QCheckBox:
    return child(page, QCheckBox, name)


def unfold(page: ConsentsPage) -> None:
    child(page, QPushButton, "consentSome").click()


def sign(page: ConsentsPage, cohort: UUID) -> None:
    tick(page, "consentSigner0").setChecked(True)
    enter(page, cohort)


def held(desk: Desk, cohort: UUID, mia: UUID, kind: ConsentKind = HANDOVER) -> Scope | None:
    return desk.read(consent_standings, cohort)[mia, kind].scope


def test_one_tick_and_enter_book_the_whole_form(
    page: ConsentsPage, desk: Desk, cohort: UUID, mia: UUID
) -> None:
    assert page.card.lines.said.text() == "Angekreuzt: alles · für jede Schule"
    assert not tick(page, "consentLine1written").isVisible()
    tick(page, "consentSigner0").click()
    press(tick(page, "consentSigner0"), Qt.Key.Key_Return)
    assert held(desk, cohort, mia) is None
    assert desk.read(consent_ledger, mia)[0].scope == "alles"


def test_lines_that_are_not_ticked_are_not_allowed(
    page: ConsentsPage, desk: Desk, cohort: UUID, mia: UUID
) -> None:
    unfold(page)
    tick(page, "consentLine1written").click()
    sign(page, cohort)
    left_out = Scope(frozenset({(lines_of(HANDOVER)[0], Way.WRITTEN)}))
    assert held(desk, cohort, mia) == whole_scope(HANDOVER) - left_out
    assert cells(page)[2] == "✓ liegt vor · teilweise"
    assert "Erlaubt: nur: " in page.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_after_an_entry_everything_is_ticked_again(page: ConsentsPage, cohort: UUID) -> None:
    unfold(page)
    tick(page, "consentLine1oral").click()
    sign(page, cohort)
    assert page.card.lines.scope() is None
    unfold(page)
    assert tick(page, "consentLine1oral").isChecked()


def test_a_line_of_their_own_is_kept_as_it_stands_there(
    page: ConsentsPage, desk: Desk, cohort: UUID, mia: UUID
) -> None:
    unfold(page)
    type_text(child(page, QLineEdit, "consentOwnLine"), "Foto; klein")
    tick(page, "consentOwnoral").click()
    sign(page, cohort)
    assert desk.read(consent_ledger, mia)[0].scope == "alles, auch: Foto, klein (mündlich)"


def test_nothing_ticked_is_refused(page: ConsentsPage, cohort: UUID, door: RecordingDoor) -> None:
    choose(page, "consentKind", VISIT.label)
    unfold(page)
    for number in range(1, 4):
        tick(page, f"consentLine{number}yes").click()
    assert page.card.lines.said.text() == "Angekreuzt: noch nichts · für jede Schule"
    sign(page, cohort)
    error = door.expect().error
    assert error is not None
    assert error.code == "consent_nothing_ticked"


def test_some_lines_are_taken_back(page: ConsentsPage, desk: Desk, cohort: UUID, mia: UUID) -> None:
    sign(page, cohort)
    choose(page, "consentAnswer", "widerrufen")
    unfold(page)
    tick(page, "consentLine2oral").click()
    enter(page, cohort)
    taken = Scope(frozenset({(lines_of(HANDOVER)[1], Way.ORAL)}))
    assert held(desk, cohort, mia) == whole_scope(HANDOVER) - taken
    assert "widerrufen" in page.card.ledger.text()


@pytest.mark.parametrize(
    ("kind", "answer", "shown"),
    [
        (HANDOVER, ConsentState.GIVEN, True),
        (VISIT, ConsentState.REVOKED, True),
        (HANDOVER, ConsentState.NO, False),
        (ConsentKind.PHOTO, ConsentState.GIVEN, False),
    ],
)
def test_lines_are_asked_for_where_the_answer_has_them(
    page: ConsentsPage, kind: ConsentKind, answer: ConsentState, shown: bool
) -> None:
    choose(page, "consentKind", kind.label)
    choose(page, "consentAnswer", answer.label)
    assert page.card.lines.isVisible() is shown


def test_the_school_of_the_child_stands_on_the_paper_unless_it_names_another(
    shown_screen: Screen, desk: Desk, cohort: UUID, mia: UUID
) -> None:
    market, free = (
        add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, name))
        for name in ("Grundschule am Markt", "Freie Schule")
    )
    change_child(desk, mia, school_id=market)
    page = open_consents(shown_screen, cohort)
    assert page.card.lines.recipient() == market
    unfold(page)
    choose(page, "consentSchool", "Freie Schule")
    assert page.card.lines.said.text() == "Angekreuzt: alles · für Freie Schule"
    sign(page, cohort)
    assert cells(page)[2] == "offen · 1 Unterschrift fehlt"
    change_child(desk, mia, school_id=free)
    page.show_year(2027, cohort)
    assert cells(page)[2] == "✓ liegt vor"

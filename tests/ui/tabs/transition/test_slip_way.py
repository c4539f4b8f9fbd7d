"""The number of a consent form leads into the tab: to its year, its page and its card."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QComboBox

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.replies import slip_text
from kitadesk.queries.consent_slips import form_numbers
from kitadesk.queries.listing import listed
from kitadesk.queries.people import children
from kitadesk.queries.slips import slip_place
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.desk import Desk
from kitadesk.ui.tabs.transition.tab import TransitionTab
from kitadesk.ui.tabs.transition.year_pages import CONSENTS
from tests.support.qt_screen import child
from tests.support.town_fixtures import TOWN_DAY

VISIT = ConsentKind.TEACHER_VISIT


@pytest.fixture
def starter(town: Desk) -> UUID:
    """A child of the entry year."""
    cohort_id = town.read(listed, "cohorts", TOWN_DAY)[0].id
    return town.read(children, TOWN_DAY, cohort_id=cohort_id)[0].id


def slip_of(desk: Desk, child_id: UUID) -> UUID:
    """Number the form for the visit of a child, and return its record."""
    number_forms(desk, "consent_form_child", child_id, {"purpose": VISIT.value})
    number = desk.read(form_numbers, VISIT, [child_id])[child_id]
    return desk.read(slip_place, slip_text(number)).id


def test_a_slip_opens_the_card_of_its_child_at_its_purpose(
    town: Desk, tab: TransitionTab, starter: UUID
) -> None:
    tab.lists.filter.setText("niemand heißt so")
    assert tab.show_object("slip", slip_of(town, starter))
    assert tab.lists.stack.currentIndex() == CONSENTS
    assert tab.lists.consents.card.child_id == starter
    assert child(tab, QComboBox, "consentKind").currentText() == VISIT.label


def test_a_child_of_no_year_is_shown_among_all_children(town: Desk, tab: TransitionTab) -> None:
    rows = town.read(children, TOWN_DAY)
    baby = next(row.id for row in rows if row.entry_year is None)
    assert tab.show_object("slip", slip_of(town, baby))
    assert tab.lists.stack.currentIndex() != CONSENTS


def test_a_slip_that_is_gone_or_a_reply_is_not_of_this_tab(tab: TransitionTab) -> None:
    assert not tab.show_object("slip", uuid4())

"""Numbers of consent forms: one for each child and purpose, kept for ever, found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.people import CustodyAnswer
from kitadesk.domain.replies import slip_text
from kitadesk.handouts.kit.blocks import NumberMark
from kitadesk.queries.consent_slips import (
    FormRow,
    form_numbers,
    form_rows,
    form_rows_of_child,
)
from kitadesk.queries.consents import custodians
from kitadesk.queries.slips import slip_place
from kitadesk.services.children import change_adult
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.families import change_household
from kitadesk.services.printing import PrintRequest, numbered_document
from kitadesk.services.year_plan import open_cohort
from kitadesk.storage.models.people import HouseholdMember
from tests.support.factories import TODAY, MadeFamily, make_family

HANDOVER, VISIT = ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT


@dataclass(frozen=True)
class Year:
    """An entry year of two children; the parents of the first live apart."""

    cohort: UUID
    apart: MadeFamily
    other: MadeFamily

    @property
    def mia(self) -> UUID:
        return self.apart.child_ids[0]


@pytest.fixture
def year(desk: Desk, house: UUID) -> Year:
    apart = make_family(desk, "Müller", parents=("Anna", "Peter"), second_household=True)
    other = make_family(desk, "Vogel", children=("Ole",), parents=("Jana",))
    _move(desk, apart, parents(desk, apart)[1])
    return Year(open_cohort(desk, 2027), apart, other)


def _move(desk: Desk, family: MadeFamily, person_id: UUID) -> None:
    """Let somebody live in the second household."""
    with desk.write("Umzug") as writer:
        rows = writer.session.query(HouseholdMember).filter_by(person_id=person_id).all()
        for row in rows:
            row.household_id = family.second_household_id


def parents(desk: Desk, family: MadeFamily) -> list[UUID]:
    return [row.person_id for row in desk.read(custodians, family.child_ids[0])]


def rows(desk: Desk, year: Year, *, reminder: bool = False) -> list[FormRow]:
    return list(desk.read(form_rows, HANDOVER, TODAY, cohort_id=year.cohort, reminder=reminder))


def answer(desk: Desk, child: UUID, state: ConsentState, *signed: UUID) -> None:
    day = date(2027, 1, 20)
    signatures = tuple((person, day) for person in signed)
    add_consent(desk, ConsentInput(HANDOVER, state, child, signed=signatures))


def test_every_home_of_a_custodian_gets_its_own_sheet(desk: Desk, year: Year) -> None:
    assert [(row.child.first_name, row.signers, row.is_second) for row in rows(desk, year)] == [
        ("Mia", ("Anna Müller",), False),
        ("Mia", ("Peter Müller",), True),
        ("Ole", ("Jana Vogel",), False),
    ]


def test_who_has_no_custody_does_not_sign(desk: Desk, year: Year) -> None:
    change_adult(desk, year.mia, parents(desk, year.apart)[1], has_custody=CustodyAnswer.NO)
    assert [row.signers for row in rows(desk, year)] == [("Anna Müller",), ("Jana Vogel",)]
    assert not rows(desk, year)[0].has_others


@pytest.mark.parametrize("state", [ConsentState.NO, ConsentState.REVOKED])
def test_who_answered_is_not_asked_again(desk: Desk, year: Year, state: ConsentState) -> None:
    answer(desk, year.mia, state)
    assert [row.child.first_name for row in rows(desk, year)] == ["Ole"]
    assert [row.child.first_name for row in rows(desk, year, reminder=True)] == ["Ole"]


def test_a_consent_that_is_there_needs_no_sheet(desk: Desk, year: Year) -> None:
    answer(desk, year.mia, ConsentState.GIVEN, *parents(desk, year.apart))
    assert [row.child.first_name for row in rows(desk, year)] == ["Ole"]


def test_only_the_home_whose_signature_is_missing_gets_a_sheet(desk: Desk, year: Year) -> None:
    answer(desk, year.mia, ConsentState.GIVEN, parents(desk, year.apart)[0])
    assert [row.signers for row in rows(desk, year)] == [("Peter Müller",), ("Jana Vogel",)]


def test_a_reminder_leaves_out_who_wants_none(desk: Desk, year: Year) -> None:
    change_household(desk, year.other.household_id, no_reminder=True)
    assert len(rows(desk, year)) == 3
    assert [row.child.first_name for row in rows(desk, year, reminder=True)] == ["Mia", "Mia"]


def test_for_one_child_sheets_are_made_whatever_was_answered(desk: Desk, year: Year) -> None:
    answer(desk, year.mia, ConsentState.NO)
    assert len(desk.read(form_rows_of_child, HANDOVER, year.mia)) == 2


def test_both_sheets_of_a_child_bear_the_same_number(desk: Desk, year: Year) -> None:
    assert number_forms(desk, "consent_form", year.cohort, {}) == 2
    assert [row.number for row in rows(desk, year)] == [1000, 1000, 1001]


def test_a_number_stays_and_is_not_undone(desk: Desk, year: Year) -> None:
    label = desk.undo_label
    number_forms(desk, "consent_form_child", year.mia, {})
    assert number_forms(desk, "consent_form_child", year.mia, {}) == 0
    assert number_forms(desk, "consent_form", year.cohort, {}) == 1
    assert desk.undo_label == label
    assert desk.read(form_numbers, HANDOVER, [year.mia]) == {year.mia: 1000}


def test_another_purpose_has_another_number(desk: Desk, year: Year) -> None:
    number_forms(desk, "consent_form_child", year.mia, {})
    number_forms(desk, "consent_form_child", year.mia, {"purpose": "teacher_visit"})
    assert desk.read(form_numbers, VISIT, [year.mia]) == {year.mia: 1001}


def test_the_number_leads_back_to_the_child(desk: Desk, year: Year) -> None:
    number_forms(desk, "consent_form_child", year.mia, {"purpose": "teacher_visit"})
    found = desk.read(slip_place, slip_text(1000))
    assert (found.record_id, found.whose, found.consent) == (year.mia, "Mia Müller", VISIT)
    assert found.entry_year == 2027


def test_a_year_that_nobody_opened_takes_no_number(desk: Desk, house: UUID) -> None:
    make_family(desk)
    assert number_forms(desk, "consent_form", house, {}) == 0


@pytest.mark.parametrize("paper_id", ["consent_form", "consent_form_child"])
def test_what_is_printed_bears_its_numbers(desk: Desk, year: Year, paper_id: str) -> None:
    subject = year.cohort if paper_id == "consent_form" else year.mia
    document = numbered_document(desk, PrintRequest(paper_id, subject))
    numbers = {block.number for block in document.blocks if isinstance(block, NumberMark)}
    assert slip_text(1000) in numbers
    assert "" not in numbers

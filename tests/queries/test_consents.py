"""Consents of an entry year, derived from the ledger and from who has custody."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from kitadesk.domain.consent import CHILD_KINDS, ConsentKind, ConsentState
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries import consents as rows
from kitadesk.services import transition
from kitadesk.services.consents import ConsentInput, add_consent, add_signed_consent
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Custody
from tests.support.factories import TODAY, MadeFamily, make_family

pytestmark = pytest.mark.usefixtures("house")
VISIT = ConsentKind.TEACHER_VISIT
DAY = date(2026, 9, 10)


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, "Müller", children=("Mia", "Ole"), parents=("Anna", "Peter"))


@pytest.fixture
def cohort(desk: Desk, family: MadeFamily) -> UUID:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, family.child_ids, cohort_id)
    return cohort_id


def parents(desk: Desk, family: MadeFamily) -> list[UUID]:
    return [row.person_id for row in desk.read(rows.custodians, family.child_ids[0])]


def declare(
    desk: Desk, child: UUID, state: ConsentState, *signers: UUID, kind: ConsentKind = VISIT
) -> UUID:
    signed = tuple((person, DAY) for person in signers)
    return add_consent(desk, ConsentInput(kind, state, child, signed=signed))


def test_a_consent_needs_the_signature_of_everybody_with_custody(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    mia, anna = family.child_ids[0], parents(desk, family)[0]
    declare(desk, mia, ConsentState.GIVEN, anna)
    assert desk.read(rows.consent_states, cohort) == {(mia, VISIT): ConsentState.OPEN}
    (row, _ole) = desk.read(rows.consent_rows, TODAY, cohort_id=cohort)
    assert row.missing[VISIT] == ("Peter Müller",)
    assert row.standings[VISIT].is_partly_signed


def test_a_parent_without_custody_need_not_sign(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    mia, (anna, peter) = family.child_ids[0], parents(desk, family)
    with desk.write("Sorgerecht") as writer:
        is_peter = (Custody.person_id == peter) & (Custody.child_id == mia)
        tie = writer.session.scalars(select(Custody).where(is_peter)).one()
        tie.has_custody = CustodyAnswer.NO
    declare(desk, mia, ConsentState.GIVEN, anna)
    assert desk.read(rows.consent_states, cohort) == {(mia, VISIT): ConsentState.GIVEN}
    assert [row.name for row in desk.read(rows.custodians, mia)] == ["Anna Müller"]


def test_a_revocation_takes_the_child_off_the_papers_at_once(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    mia, both = family.child_ids[0], parents(desk, family)
    declare(desk, mia, ConsentState.GIVEN, *both)
    assert desk.read(rows.consent_states, cohort) == {(mia, VISIT): ConsentState.GIVEN}
    declare(desk, mia, ConsentState.REVOKED)
    assert desk.read(rows.consent_states, cohort) == {(mia, VISIT): ConsentState.REVOKED}
    assert desk.read(rows.consent_ledger, mia)[0].revoked_on == TODAY


def test_children_without_an_entry_stand_there_as_open(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    found = desk.read(rows.consent_rows, TODAY, cohort_id=cohort)
    assert [(row.name, row.child_id) for row in found] == [
        ("Müller, Mia", family.child_ids[0]),
        ("Müller, Ole", family.child_ids[1]),
    ]
    assert {row.state(kind) for row in found for kind in CHILD_KINDS} == {ConsentState.OPEN}
    assert len(desk.read(rows.consent_rows, TODAY)) == 2


def test_the_ledger_keeps_every_entry_newest_first(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    mia, (anna, _peter) = family.child_ids[0], parents(desk, family)
    declare(desk, mia, ConsentState.GIVEN, anna)
    declare(desk, mia, ConsentState.NO)
    declare(desk, mia, ConsentState.GIVEN, anna, kind=ConsentKind.PHOTO)
    found = desk.read(rows.consent_ledger, mia, VISIT)
    assert [row.state for row in found] == [ConsentState.NO, ConsentState.GIVEN]
    assert found[1].signatures == (("Anna Müller", DAY),)
    assert len(desk.read(rows.consent_ledger, mia)) == 3


def test_somebody_can_sign_for_a_child_whose_parents_were_not_noted(
    desk: Desk, cohort: UUID
) -> None:
    (child,) = make_family(desk, "Vogel").child_ids
    assert desk.read(rows.custodians, child) == ()
    entry = ConsentInput(ConsentKind.PHOTO, ConsentState.GIVEN, child)
    add_signed_consent(desk, entry, "Vogel", "Jana", DAY)
    (row,) = desk.read(rows.custodians, child)
    assert (row.name, row.has_custody) == ("Jana Vogel", CustodyAnswer.YES)
    assert desk.read(rows.consent_ledger, child)[0].signatures == (("Jana Vogel", DAY),)

"""Consents that hold for a part of the form, or for another school than the child's."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of, whole_scope
from kitadesk.domain.consent_standing import ConsentStanding
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.consent_answers import standings_here, unsigned_here
from kitadesk.queries.consents import consent_ledger, custodians
from kitadesk.services.children import change_adult
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, add_institution
from kitadesk.services.people import change_child
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")
HANDOVER, GIVEN, REVOKED = ConsentKind.SCHOOL_HANDOVER, ConsentState.GIVEN, ConsentState.REVOKED
LANGUAGE, SUPPORT, MOVEMENT, *_REST = lines_of(HANDOVER)
DAY = date(2027, 1, 11)
SPOKEN = Scope(frozenset((words, Way.ORAL) for words in lines_of(HANDOVER)))
MOVING = Scope(frozenset({(MOVEMENT, Way.WRITTEN), (MOVEMENT, Way.ORAL)}))


@pytest.fixture
def mia(desk: Desk) -> UUID:
    return make_family(desk, parents=("Anna", "Peter")).child_ids[0]


def people(desk: Desk, mia: UUID) -> list[UUID]:
    return [row.person_id for row in desk.read(custodians, mia)]


def declare(
    desk: Desk,
    mia: UUID,
    scope: Scope | None,
    *signers: UUID,
    state: ConsentState = GIVEN,
    school: UUID | None = None,
) -> None:
    signed = tuple((person, DAY) for person in signers)
    add_consent(desk, ConsentInput(HANDOVER, state, mia, None, school, scope, signed=signed))


def holds(desk: Desk, mia: UUID) -> ConsentStanding:
    return desk.look(standings_here, TODAY)[mia.bytes, HANDOVER]


def test_the_whole_form_limits_nothing(desk: Desk, mia: UUID) -> None:
    declare(desk, mia, None, *people(desk, mia))
    declare(desk, mia, whole_scope(HANDOVER), *people(desk, mia))
    assert (holds(desk, mia).state, holds(desk, mia).scope) == (GIVEN, None)


def test_two_papers_allow_what_both_have_ticked(desk: Desk, mia: UUID) -> None:
    anna, peter = people(desk, mia)
    declare(desk, mia, None, anna)
    declare(desk, mia, SPOKEN, peter)
    assert holds(desk, mia).limits(HANDOVER) == "nur mündlich"
    declare(desk, mia, MOVING, peter)
    assert holds(desk, mia).scope == MOVING


def test_parents_who_allow_nothing_in_common_said_no(desk: Desk, mia: UUID) -> None:
    anna, peter = people(desk, mia)
    declare(desk, mia, MOVING, anna)
    declare(desk, mia, SPOKEN - MOVING, peter)
    assert holds(desk, mia).state is ConsentState.NO


def test_without_custody_nobody_narrows_a_consent(desk: Desk, mia: UUID) -> None:
    anna, peter = people(desk, mia)
    declare(desk, mia, None, anna)
    declare(desk, mia, MOVING, peter)
    change_adult(desk, mia, peter, has_custody=CustodyAnswer.NO)
    assert holds(desk, mia).scope == whole_scope(HANDOVER)


def test_a_line_that_is_taken_back_leaves_the_others(desk: Desk, mia: UUID) -> None:
    declare(desk, mia, None, *people(desk, mia))
    declare(desk, mia, MOVING, state=REVOKED)
    assert holds(desk, mia).state is GIVEN
    assert holds(desk, mia).scope == whole_scope(HANDOVER) - MOVING
    assert desk.look(unsigned_here, TODAY) == {}


def test_the_last_line_taken_back_revokes_the_consent(desk: Desk, mia: UUID) -> None:
    declare(desk, mia, MOVING, *people(desk, mia))
    declare(desk, mia, MOVING, state=REVOKED)
    assert holds(desk, mia).state is REVOKED


def test_after_a_no_there_is_nothing_to_leave(desk: Desk, mia: UUID) -> None:
    declare(desk, mia, None, state=ConsentState.NO)
    declare(desk, mia, MOVING, state=REVOKED)
    assert holds(desk, mia).state is REVOKED


def test_a_paper_for_another_school_is_open_and_lacks_its_signatures(desk: Desk, mia: UUID) -> None:
    old, new = (
        add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, name))
        for name in ("Grundschule am Markt", "Freie Schule")
    )
    change_child(desk, mia, school_id=old)
    declare(desk, mia, MOVING, *people(desk, mia), school=old)
    assert (holds(desk, mia).state, holds(desk, mia).scope) == (GIVEN, MOVING)
    change_child(desk, mia, school_id=new)
    assert (holds(desk, mia).state, holds(desk, mia).lacking) == (ConsentState.OPEN, 2)
    assert len(desk.look(unsigned_here, TODAY)[mia.bytes, HANDOVER]) == 2
    declare(desk, mia, None, *people(desk, mia), school=new)
    assert holds(desk, mia).scope == whole_scope(HANDOVER)


def test_the_ledger_says_what_was_ticked_and_taken_back(desk: Desk, mia: UUID) -> None:
    declare(desk, mia, SPOKEN, *people(desk, mia))
    declare(desk, mia, Scope(frozenset({(MOVEMENT, Way.ORAL)})), state=REVOKED)
    words = [entry.scope for entry in desk.read(consent_ledger, mia)]
    assert words == ["nur: Bewegung und Geschicklichkeit (mündlich)", "nur mündlich"]

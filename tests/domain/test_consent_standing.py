"""What the newest entry of the consent ledger and its signatures mean."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of
from kitadesk.domain.consent_standing import ConsentStanding, limited, standing

DAY = date(2026, 9, 10)
OPEN, GIVEN, NO, REVOKED = ConsentState


@pytest.mark.parametrize(
    ("newest", "signed", "lacking", "state"),
    [
        (GIVEN, 2, 0, GIVEN),
        (GIVEN, 1, 0, GIVEN),
        (GIVEN, 1, 1, OPEN),
        (GIVEN, 0, 2, OPEN),
        (GIVEN, 0, 0, OPEN),
        (NO, 0, 2, NO),
        (REVOKED, 0, 2, REVOKED),
        (OPEN, 0, 2, OPEN),
    ],
)
def test_a_consent_holds_when_somebody_signed_and_nobody_with_custody_lacks(
    newest: ConsentState, signed: int, lacking: int, state: ConsentState
) -> None:
    assert standing(newest, DAY, signed=signed, lacking=lacking).state is state


def test_a_paper_with_one_of_two_signatures_is_partly_signed() -> None:
    assert standing(GIVEN, DAY, signed=1, lacking=1).is_partly_signed
    assert not standing(GIVEN, DAY, signed=2, lacking=0).is_partly_signed
    assert not ConsentStanding().is_partly_signed


def test_other_answers_wait_for_no_signature() -> None:
    assert standing(NO, DAY, signed=0, lacking=2) == ConsentStanding(NO, DAY, 0)


HANDOVER = ConsentKind.SCHOOL_HANDOVER
SPOKEN = Scope(frozenset((words, Way.ORAL) for words in lines_of(HANDOVER)))


def test_a_consent_to_talks_allows_nothing_in_writing() -> None:
    found = limited(ConsentStanding(GIVEN, DAY), SPOKEN)
    assert (found.allows(Way.ORAL), found.allows(Way.WRITTEN)) == (True, False)
    assert found.limits(HANDOVER) == "nur mündlich"


def test_a_consent_to_the_whole_form_allows_every_way() -> None:
    found = ConsentStanding(GIVEN, DAY)
    assert found.allows(Way.WRITTEN)
    assert found.limits(HANDOVER) == ""


def test_what_does_not_hold_allows_nothing() -> None:
    found = limited(ConsentStanding(OPEN, DAY, 1), SPOKEN)
    assert not found.allows(Way.ORAL)
    assert found.limits(HANDOVER) == ""


def test_custodians_who_allow_nothing_in_common_said_no() -> None:
    assert limited(ConsentStanding(GIVEN, DAY), Scope()).state is NO
    assert limited(ConsentStanding(OPEN, DAY, 1), Scope()).state is OPEN

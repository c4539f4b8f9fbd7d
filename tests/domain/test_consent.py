"""What the newest entry of the consent ledger and its signatures mean."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentStanding, ConsentState, standing

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


def test_kinds_and_states_have_german_words() -> None:
    assert [state.label for state in ConsentState] == ["offen", "liegt vor", "nein", "widerrufen"]
    assert ConsentKind.SCHOOL_HANDOVER.label == "Übergabe an die Schule"
    assert len({kind.label for kind in ConsentKind}) == len(ConsentKind)


def test_only_open_is_no_answer() -> None:
    assert [state for state in ConsentState if state.is_answer] == [GIVEN, NO, REVOKED]

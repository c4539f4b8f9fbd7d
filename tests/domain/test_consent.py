"""What the entries of the consent ledger mean together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import (
    ConsentKind,
    ConsentStanding,
    ConsentState,
    LedgerEntry,
    standing,
)

ANNA, PETER = UUID(int=1), UUID(int=2)
DAY = date(2026, 9, 10)
OPEN, GIVEN, NO, REVOKED = ConsentState


def entry(state: ConsentState, *signers: UUID, day: date = DAY) -> LedgerEntry:
    return LedgerEntry(state, day, frozenset(signers))


def test_without_an_entry_a_consent_is_open() -> None:
    assert standing((), (ANNA,)) == ConsentStanding(OPEN, None, ())


@pytest.mark.parametrize(
    ("entries", "state", "missing"),
    [
        ([entry(GIVEN, ANNA, PETER)], GIVEN, ()),
        ([entry(GIVEN, ANNA)], OPEN, (PETER,)),
        ([entry(GIVEN, ANNA), entry(GIVEN, PETER)], GIVEN, ()),
        ([entry(GIVEN, ANNA, PETER), entry(REVOKED, ANNA)], REVOKED, ()),
        ([entry(GIVEN, ANNA, PETER), entry(NO, ANNA)], NO, ()),
        ([entry(GIVEN, PETER), entry(NO, ANNA), entry(GIVEN, ANNA)], OPEN, (PETER,)),
        ([entry(NO, ANNA), entry(GIVEN, ANNA, PETER)], GIVEN, ()),
        ([entry(GIVEN, ANNA, PETER), entry(OPEN)], OPEN, ()),
        ([entry(GIVEN)], OPEN, (ANNA, PETER)),
    ],
)
def test_the_newest_answer_holds_and_all_custodians_must_have_signed(
    entries: Sequence[LedgerEntry], state: ConsentState, missing: tuple[UUID, ...]
) -> None:
    found = standing(entries, (ANNA, PETER))
    assert (found.state, found.missing) == (state, missing)


def test_a_paper_with_one_of_two_signatures_is_partly_signed() -> None:
    assert standing([entry(GIVEN, ANNA)], (ANNA, PETER)).is_partly_signed
    assert not standing([entry(GIVEN, ANNA, PETER)], (ANNA, PETER)).is_partly_signed
    assert not standing((), (ANNA,)).is_partly_signed


def test_where_no_custodian_is_known_one_signature_is_enough_but_none_is_not() -> None:
    assert standing([entry(GIVEN, ANNA)], ()).state is GIVEN
    assert standing([entry(GIVEN)], ()).state is OPEN


def test_a_consent_holds_since_the_newest_entry() -> None:
    later = date(2026, 10, 1)
    entries = [entry(GIVEN, ANNA), entry(GIVEN, PETER, day=later)]
    assert standing(entries, (ANNA, PETER)).since == later


def test_kinds_and_states_have_german_words() -> None:
    assert [state.label for state in ConsentState] == ["offen", "liegt vor", "nein", "widerrufen"]
    assert ConsentKind.SCHOOL_HANDOVER.label == "Übergabe an die Schule"
    assert len({kind.label for kind in ConsentKind}) == len(ConsentKind)


def test_only_open_is_no_answer() -> None:
    assert [state for state in ConsentState if state.is_answer] == [GIVEN, NO, REVOKED]

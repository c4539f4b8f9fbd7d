"""What consents are for, and the words of their states."""

from __future__ import annotations

from kitadesk.domain.consent import ConsentKind, ConsentState

OPEN, GIVEN, NO, REVOKED = ConsentState


def test_kinds_and_states_have_german_words() -> None:
    assert [state.label for state in ConsentState] == ["offen", "liegt vor", "nein", "widerrufen"]
    assert ConsentKind.SCHOOL_HANDOVER.label == "Übergabe an die Schule"
    assert len({kind.label for kind in ConsentKind}) == len(ConsentKind)


def test_only_open_is_no_answer() -> None:
    assert [state for state in ConsentState if state.is_answer] == [GIVEN, NO, REVOKED]

"""Lines of a consent form: stored in its words, read back, and what several people allow."""

from __future__ import annotations

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_forms import FORM_KINDS
from kitadesk.domain.consent_scope import (
    TAKEN_BACK,
    Scope,
    ScopeEntry,
    Way,
    common_scope,
    lines_of,
    own_line,
    read_scope,
    scope_words,
    stored_scope,
    ways_of,
    whole_scope,
)

HANDOVER, VISIT = FORM_KINDS
LANGUAGE, SUPPORT, MOVEMENT, *_REST = lines_of(HANDOVER)
GIVEN, REVOKED = ConsentState.GIVEN, ConsentState.REVOKED


def ticked(*ticks: tuple[str, Way]) -> Scope:
    return Scope(frozenset(ticks))


ONE = ticked((MOVEMENT, Way.WRITTEN))
TWO = ticked((MOVEMENT, Way.WRITTEN), (MOVEMENT, Way.ORAL), (LANGUAGE, Way.ORAL))


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_the_whole_form_is_every_line_in_every_way(kind: ConsentKind) -> None:
    assert len(whole_scope(kind).ticks) == len(lines_of(kind)) * len(ways_of(kind))


def test_a_consent_without_a_form_has_no_lines() -> None:
    assert whole_scope(ConsentKind.PHOTO) == Scope()


@pytest.mark.parametrize("scope", [ONE, TWO, ticked(("Foto vom Ausflug", Way.ORAL))])
def test_what_is_stored_is_read_back(scope: Scope) -> None:
    assert read_scope(stored_scope(scope, HANDOVER), HANDOVER) == scope


def test_the_ledger_keeps_the_words_of_the_form_in_its_order() -> None:
    assert stored_scope(TWO, HANDOVER) == (
        "Stand der Entwicklung und der Sprache (mündlich); "
        "Bewegung und Geschicklichkeit (schriftlich, mündlich)"
    )


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_older_entries_without_lines_mean_the_whole_form(kind: ConsentKind) -> None:
    assert read_scope("", kind) == whole_scope(kind)


def test_a_line_that_names_no_way_may_be_handed_over_in_every_way() -> None:
    both = ticked(("Stärken (neu)", Way.WRITTEN), ("Stärken (neu)", Way.ORAL))
    assert read_scope("Stärken (neu)", HANDOVER) == both


def test_a_revocation_is_read_without_its_first_word() -> None:
    assert read_scope(TAKEN_BACK + stored_scope(ONE, HANDOVER), HANDOVER) == ONE


def test_signs_that_part_lines_are_in_no_own_line() -> None:
    assert own_line(" Foto;  (klein) ") == "Foto, klein"


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), "nichts gemeinsam"),
        (whole_scope(HANDOVER), "alles"),
        (ONE, "nur: Bewegung und Geschicklichkeit (schriftlich)"),
        (Scope(whole_scope(HANDOVER).ticks | {("Foto", Way.ORAL)}), "alles, auch: Foto (mündlich)"),
        (ticked(*((words, Way.ORAL) for words in lines_of(HANDOVER))), "nur mündlich"),
        (ticked(*((words, Way.WRITTEN) for words in lines_of(HANDOVER))), "nur schriftlich"),
    ],
)
def test_it_is_said_in_short(scope: Scope, words: str) -> None:
    assert scope_words(scope, HANDOVER) == words


def test_a_visit_is_ticked_without_a_way() -> None:
    first = lines_of(VISIT)[0]
    assert scope_words(ticked((first, Way.YES)), VISIT) == f"nur: {first}"


def test_only_what_all_have_ticked_is_allowed() -> None:
    entries = [ScopeEntry(GIVEN, TWO, ("Anna",)), ScopeEntry(GIVEN, ONE, ("Peter",))]
    assert common_scope(entries) == ONE


def test_of_each_person_the_newest_paper_counts() -> None:
    entries = [ScopeEntry(GIVEN, ONE, ("Anna",)), ScopeEntry(GIVEN, TWO, ("Anna",))]
    assert common_scope(entries) == TWO


def test_who_has_no_custody_any_more_narrows_nothing() -> None:
    entries = [ScopeEntry(GIVEN, TWO, ("Anna",)), ScopeEntry(GIVEN, ONE, ("Peter",))]
    assert common_scope(entries, {"Anna"}) == TWO


def test_one_person_can_take_a_line_back_for_all() -> None:
    entries = [
        ScopeEntry(GIVEN, TWO, ("Anna", "Peter")),
        ScopeEntry(REVOKED, ONE, takes_back=True),
    ]
    assert common_scope(entries) == TWO - ONE


def test_another_answer_ends_what_was_ticked_before() -> None:
    entries = [ScopeEntry(GIVEN, TWO, ("Anna",)), ScopeEntry(ConsentState.NO, Scope())]
    assert common_scope(entries) == Scope()
    assert common_scope([*entries, ScopeEntry(GIVEN, ONE, ("Peter",))]) == ONE

"""Consents of some children: the same as of the whole year, in plain SQL."""

from __future__ import annotations

from datetime import date
from random import Random
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.queries.consent_answers import (
    Answers,
    answer_numbers,
    answers_between,
    answers_for,
    answers_of_year,
    standings_here,
    unsigned_here,
)
from kitadesk.queries.consents import custodians
from kitadesk.queries.house import own_house_id
from kitadesk.services import transition
from kitadesk.services.children import AdultInput, add_adult
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.people import change_child
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from tests.support.factories import TODAY, HandClock, make_family

pytestmark = pytest.mark.usefixtures("house")
VISIT = ConsentKind.TEACHER_VISIT


@pytest.fixture
def children(desk: Desk) -> tuple[UUID, ...]:
    found = sorted(make_family(desk, children=("Mia", "Ole", "Ida")).child_ids)
    add_consent(desk, ConsentInput(VISIT, ConsentState.NO, found[0]))
    add_consent(desk, ConsentInput(VISIT, ConsentState.REVOKED, found[1]))
    return tuple(found)


def by_child(answers: Answers) -> dict[UUID, ConsentState]:
    return {UUID(bytes=child): state for (child, _kind), state in answers.items()}


def test_who_said_nothing_is_not_in_it(desk: Desk, children: tuple[UUID, ...]) -> None:
    found = desk.look(answers_for, [child.bytes for child in children])
    assert by_child(found) == {children[0]: ConsentState.NO, children[1]: ConsentState.REVOKED}


def test_a_range_of_keys_includes_both_ends(desk: Desk, children: tuple[UUID, ...]) -> None:
    found = desk.look(answers_between, children[1].bytes, children[1].bytes)
    assert by_child(found) == {children[1]: ConsentState.REVOKED}


def test_a_year_holds_its_own_children_only(desk: Desk, children: tuple[UUID, ...]) -> None:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, children[:1], cohort_id)
    assert by_child(desk.look(answers_of_year, cohort_id)) == {children[0]: ConsentState.NO}


def test_nobody_asked_for_is_nothing(desk: Desk) -> None:
    assert desk.look(answers_for, []) == {}


Declared = list[tuple[ConsentState, frozenset[UUID]]]


def by_hand(entries: Declared, needed: list[UUID]) -> tuple[ConsentState, list[UUID]]:
    """Walk the ledger as a person would: the newest answer, and all who signed since another."""
    newest = entries[-1][0]
    if newest is not ConsentState.GIVEN:
        return newest, []
    signed: set[UUID] = set()
    for state, signers in reversed(entries):
        if state is not ConsentState.GIVEN:
            break
        signed |= signers
    missing = [one for one in needed if one not in signed]
    holds = bool(signed) and not missing
    return (ConsentState.GIVEN if holds else ConsentState.OPEN), missing


def put(desk: Desk, child: UUID, state: ConsentState, signers: list[UUID], day: date) -> None:
    """Put an entry into the file, also one that no screen takes: custody may have changed since."""
    with desk.write("Eintrag", undoable=False) as w:
        house = own_house_id(w.session)
        entry = w.add(
            Consent(institution_id=house, child_id=child, kind=VISIT, state=state, recorded_on=day)
        )
        for person in signers:
            w.add(ConsentSignature(consent_id=entry.id, person_id=person, signed_on=day))


@pytest.mark.parametrize("seed", range(6))
def test_the_file_counts_what_a_person_would_read_in_the_ledger(
    desk: Desk, hand_clock: HandClock, seed: int
) -> None:
    dice = Random(seed)  # noqa: S311 - test data
    (child,) = make_family(desk, parents=("Anna", "Peter")[: seed % 3]).child_ids
    needed = [one.person_id for one in desk.read(custodians, child)]
    (other,) = make_family(desk, "Vogel").child_ids
    signers = [*needed, add_adult(desk, AdultInput(other, "Vogel", "Oma"))]
    entries: Declared = []
    for _entry in range(7):
        state = dice.choice([ConsentState.GIVEN] * 3 + list(ConsentState))
        who = [one for one in signers if dice.random() < 0.5 and state is ConsentState.GIVEN]
        put(desk, child, state, who, hand_clock.today())
        entries.append((state, frozenset(who)))
        hand_clock.move(days=dice.choice([0, 1]))
        holds, missing = by_hand(entries, needed)
        found = desk.look(standings_here, TODAY)[child.bytes, VISIT]
        assert (found.state, found.lacking) == (holds, len(missing))
        names = desk.look(unsigned_here, TODAY).get((child.bytes, VISIT), ())
        assert len(names) == len(missing)


def test_numbers_count_the_children_of_the_year_who_are_here(
    desk: Desk, children: tuple[UUID, ...]
) -> None:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, children, cohort_id)
    assert desk.look(answer_numbers, cohort_id, TODAY) == {VISIT: 2}
    change_child(desk, children[0], left_on=TODAY)
    assert desk.look(answer_numbers, cohort_id, TODAY) == {VISIT: 1}

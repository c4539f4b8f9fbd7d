"""Consents of some children: the same as of the whole year, in plain SQL."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.queries.consent_answers import (
    Answers,
    answers_between,
    answers_for,
    answers_of_year,
)
from kitadesk.services import transition
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from tests.support.factories import make_family

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

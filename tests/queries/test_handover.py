"""A child is named to the school that its custodians consented to, and to no other."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.queries.consents import consent_states, custodians
from kitadesk.queries.handover import children_named_to_school
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, add_institution
from kitadesk.services.people import change_child
from kitadesk.services.transition import add_cohort
from tests.support.factories import TODAY, make_family, make_house


@pytest.fixture
def cohort(desk: Desk) -> UUID:
    """An entry year of an own house."""
    make_house(desk)
    return add_cohort(desk, 2027)


def _school(desk: Desk, name: str) -> UUID:
    return add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, name))


def _starter(desk: Desk, cohort_id: UUID, school_id: UUID | None) -> UUID:
    child_id = make_family(desk, "Müller", parents=("Anna",)).child_ids[0]
    change_child(desk, child_id, cohort_id=cohort_id, school_id=school_id)
    return child_id


def _consent(desk: Desk, child_id: UUID, school_id: UUID | None) -> None:
    signer = desk.read(custodians, child_id)[0].person_id
    kind, state = ConsentKind.SCHOOL_HANDOVER, ConsentState.GIVEN
    signed = ((signer, TODAY),)
    add_consent(
        desk, ConsentInput(kind, state, child_id=child_id, recipient_id=school_id, signed=signed)
    )


def test_a_consent_for_this_school_allows_the_name(desk: Desk, cohort: UUID) -> None:
    school = _school(desk, "Grundschule am Markt")
    child_id = _starter(desk, cohort, school)
    _consent(desk, child_id, school)
    assert desk.read(children_named_to_school, cohort) == {child_id}


def test_a_consent_that_names_no_school_counts_for_the_school_of_the_child(
    desk: Desk, cohort: UUID
) -> None:
    child_id = _starter(desk, cohort, _school(desk, "Grundschule am Markt"))
    _consent(desk, child_id, None)
    assert desk.read(children_named_to_school, cohort) == {child_id}


def test_a_consent_for_another_school_does_not(desk: Desk, cohort: UUID) -> None:
    school, other = _school(desk, "Grundschule am Markt"), _school(desk, "Freie Schule")
    child_id = _starter(desk, cohort, other)
    _consent(desk, child_id, school)
    assert desk.read(children_named_to_school, cohort) == frozenset()
    key = (child_id, ConsentKind.SCHOOL_HANDOVER)
    assert desk.read(consent_states, cohort) == {key: ConsentState.OPEN}


def test_a_newer_consent_for_the_new_school_does(desk: Desk, cohort: UUID) -> None:
    school, other = _school(desk, "Grundschule am Markt"), _school(desk, "Freie Schule")
    child_id = _starter(desk, cohort, other)
    _consent(desk, child_id, school)
    _consent(desk, child_id, other)
    assert desk.read(children_named_to_school, cohort) == {child_id}


def test_without_consent_nobody_is_named(desk: Desk, cohort: UUID) -> None:
    _starter(desk, cohort, _school(desk, "Grundschule am Markt"))
    assert desk.read(children_named_to_school, cohort) == frozenset()


def test_a_consent_to_talks_only_puts_no_name_on_a_list(desk: Desk, cohort: UUID) -> None:
    child_id = _starter(desk, cohort, _school(desk, "Grundschule am Markt"))
    kind, signer = ConsentKind.SCHOOL_HANDOVER, desk.read(custodians, child_id)[0].person_id
    spoken = Scope(frozenset({(lines_of(kind)[0], Way.ORAL)}))
    entry = ConsentInput(
        kind, ConsentState.GIVEN, child_id, scope=spoken, signed=((signer, TODAY),)
    )
    add_consent(desk, entry)
    assert desk.read(children_named_to_school, cohort) == frozenset()
    add_consent(desk, replace(entry, scope=None))
    assert desk.read(children_named_to_school, cohort) == {child_id}

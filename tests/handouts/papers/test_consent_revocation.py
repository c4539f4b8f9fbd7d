"""Widerruf einer Einwilligung: what holds for the child can be ticked, and nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of
from kitadesk.handouts.kit.blocks import Table
from kitadesk.handouts.kit.pdf import page_count
from kitadesk.handouts.papers import transition_consent_revocation as paper
from kitadesk.queries.consents import custodians
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")
ALWAYS = ("alles, was ich erlaubt habe", "nur diese Zeilen:")


@pytest.fixture
def mia(desk: Desk) -> UUID:
    return make_family(desk, parents=("Anna",)).child_ids[0]


def enter(desk: Desk, child: UUID, kind: ConsentKind, state: ConsentState) -> None:
    people = desk.read(custodians, child) if state is ConsentState.GIVEN else ()
    signed = tuple((one.person_id, date(2027, 1, 11)) for one in people)
    add_consent(desk, ConsentInput(kind, state, child, signed=signed))


def offered(desk: Desk, child: UUID) -> list[str]:
    document = desk.read(paper.SPEC.filled, child, {}, TODAY)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [row[1].rstrip("_ ") for row in table.rows if isinstance(row, tuple)]


def test_only_consents_that_hold_can_be_taken_back(desk: Desk, mia: UUID) -> None:
    enter(desk, mia, ConsentKind.PHOTO, ConsentState.GIVEN)
    enter(desk, mia, ConsentKind.TEACHER_VISIT, ConsentState.GIVEN)
    enter(desk, mia, ConsentKind.TEACHER_VISIT, ConsentState.REVOKED)
    enter(desk, mia, ConsentKind.SCHOOL_HANDOVER, ConsentState.NO)
    assert offered(desk, mia) == ["Fotos", *ALWAYS]


def test_what_holds_for_a_part_can_be_taken_back(desk: Desk, mia: UUID) -> None:
    kind = ConsentKind.SCHOOL_HANDOVER
    enter(desk, mia, kind, ConsentState.GIVEN)
    one = Scope(frozenset({(lines_of(kind)[0], Way.ORAL)}))
    add_consent(desk, ConsentInput(kind, ConsentState.REVOKED, mia, scope=one))
    assert offered(desk, mia) == ["Übergabe an die Schule", *ALWAYS]


def test_without_an_entry_every_purpose_can_be_ticked(desk: Desk, mia: UUID) -> None:
    assert offered(desk, mia) == [
        "Übergabe an die Schule",
        "Besuch der Lehrkraft",
        "Fotos",
        *ALWAYS,
    ]


@pytest.mark.parametrize("large", [False, True])
def test_it_is_one_page(large: bool) -> None:
    content, _ = paper.sample()
    assert page_count(paper.document(content, paper.RevocationParams(large))) == 1

"""Brief an die Eltern eines Kindes: a window letter for each household, never another's address."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.handouts.kit.blocks import AddressField, Document, NewSheet
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.papers import general_child_letter as paper
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.families import change_household
from tests.support.factories import TODAY, MadeFamily, make_family
from tests.support.reading import all_text, squeezed

pytestmark = pytest.mark.usefixtures("house")
PARAMS = paper.ChildLetterParams()


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    """Two children, and two households with an address each."""
    made = make_family(desk, children=("Mia", "Ole"), parents=("Anna",), second_household=True)
    _move(desk, made.household_id, "Schlossweg 3")
    _move(desk, made.second_household_id, "Hafenweg 9")
    return made


def _move(desk: Desk, household_id: UUID | None, street: str) -> None:
    assert household_id is not None
    change_household(desk, household_id, street=street, postcode="09661", town="Hainichen")


def letter(desk: Desk, family: MadeFamily, **params: str) -> Document:
    return desk.read(paper.SPEC.filled, family.child_ids[0], params, TODAY)


def addresses(document: Document) -> list[tuple[str, ...]]:
    return [block.lines for block in document.blocks if isinstance(block, AddressField)]


def test_each_household_gets_its_own_letter_with_its_own_address(
    desk: Desk, family: MadeFamily
) -> None:
    first, second = addresses(letter(desk, family))
    assert "Schlossweg 3" in first
    assert "Hafenweg 9" not in first
    assert "Hafenweg 9" in second
    assert "Schlossweg 3" not in second


def test_only_the_child_of_the_letter_is_named(desk: Desk, family: MadeFamily) -> None:
    text = all_text(render(letter(desk, family)))
    assert squeezed("Liebe Eltern von Mia,") in text
    assert "Ole" not in text


def test_no_post_means_names_without_a_street(desk: Desk, family: MadeFamily) -> None:
    change_household(desk, family.household_id, no_post=True)
    assert addresses(letter(desk, family))[0] == ("Anna Müller",)


def test_a_reminder_leaves_out_who_wants_none(desk: Desk, family: MadeFamily) -> None:
    change_household(desk, family.household_id, no_reminder=True)
    assert len(addresses(letter(desk, family))) == 2
    assert len(addresses(letter(desk, family, reminder="ja"))) == 1


@pytest.mark.parametrize("state", [ConsentState.NO, ConsentState.REVOKED])
def test_who_answered_is_not_reminded_of_the_consent(
    desk: Desk, family: MadeFamily, state: ConsentState
) -> None:
    assert addresses(letter(desk, family, template="consent"))
    add_consent(desk, ConsentInput(ConsentKind.SCHOOL_HANDOVER, state, family.child_ids[0]))
    with pytest.raises(UserError) as refused:
        letter(desk, family, template="consent")
    assert refused.value.code == "consent_answered"
    assert addresses(letter(desk, family, template="talk"))


def test_typed_words_follow_the_text_block_paragraph_by_paragraph(
    desk: Desk, family: MadeFamily
) -> None:
    words = {"template": "talk", "subject": "Bald", "text": "Erstens. // Zweitens."}
    text = all_text(render(letter(desk, family, return_by="Freitag, 5. März", **words)))
    for part in ("Bald", "mit Ihnen über Mia sprechen", "bis Freitag, 5. März", "Erstens.Zweitens"):
        assert squeezed(part) in text, part
    assert squeezed("Einladung zum Gespräch") not in text


@pytest.mark.parametrize("template", list(paper.Template))
@pytest.mark.parametrize("large", [False, True])
def test_every_text_block_is_one_page_a_household(template: paper.Template, large: bool) -> None:
    content, _ = paper.sample()
    document = paper.document(content, replace(PARAMS, template=template, large_print=large))
    assert page_count(document) == len(content.letters)


def test_a_trial_is_one_letter() -> None:
    content, params = paper.sample()
    document = paper.document(content, replace(params, probe=True))
    assert len([block for block in document.blocks if isinstance(block, NewSheet)]) == 1

"""What a family said holds on every way to it; a stack can be handed out as it lies."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.domain.mailing import MailWish
from kitadesk.domain.people import DeliveryWay
from kitadesk.handouts.kit.blocks import AddressField, LabelSheet, NewSheet
from kitadesk.services.desk import Desk
from kitadesk.services.letters import LetterInput, add_letter
from kitadesk.services.mailing import mail_plan
from kitadesk.services.people import change_household
from kitadesk.services.postponing import cancel_event
from kitadesk.services.print_checks import findings
from kitadesk.services.printing import PrintRequest, document_of
from tests.support.factories import MadeFamily, make_event, make_family, make_group

PAPERS = ("invitation", "letter", "postponement")


@pytest.fixture
def family(desk: Desk, house: UUID) -> MadeFamily:
    """A family that asked for post and has an address."""
    made = make_family(desk, "Vogel", group=make_group(desk))
    change_household(
        desk,
        made.household_id,
        street="Am Bad 4",
        town="Hainichen",
        delivery=DeliveryWay.POST,
    )
    return made


def run_of(desk: Desk, paper: str) -> UUID:
    """Make an event that the paper is about."""
    event = add_letter(desk, LetterInput("Brief")) if paper == "letter" else make_event(desk)
    if paper == "postponement":
        cancel_event(desk, event)
    return event


def letters_of(desk: Desk, request: PrintRequest) -> tuple[int, int]:
    """How many letters there are, and how many of them have a window address."""
    blocks = document_of(desk, request).blocks
    named = [one for one in blocks if isinstance(one, NewSheet) and "Vogel" in one.bookmark]
    return len(named), sum(isinstance(one, AddressField) for one in blocks)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_post_leaves_a_letter_to_be_handed_over(
    desk: Desk, family: MadeFamily, paper: str
) -> None:
    request = PrintRequest(paper, run_of(desk, paper))
    assert letters_of(desk, request) == (1, 1)
    change_household(desk, family.household_id, no_post=True)
    assert letters_of(desk, request) == (1, 0)


def test_no_post_means_no_label(desk: Desk, family: MadeFamily) -> None:
    request = PrintRequest("address_labels", params={"addressees": "families"})

    def labels() -> list[tuple[str, ...]]:
        blocks = document_of(desk, request).blocks
        return [row for one in blocks if isinstance(one, LabelSheet) for row in one.labels]

    assert labels() == [("Familie Vogel", "Am Bad 4", "Hainichen")]
    change_household(desk, family.household_id, no_post=True)
    assert labels() == []


@pytest.mark.parametrize("paper", ["invitation", "letter"])
def test_who_is_not_to_be_reminded_gets_no_reminder_but_the_letter(
    desk: Desk, family: MadeFamily, paper: str
) -> None:
    event = run_of(desk, paper)
    reminder = PrintRequest(paper, event, {"reminder": "ja"})
    assert letters_of(desk, reminder)[0] == 1
    change_household(desk, family.household_id, no_reminder=True)
    assert letters_of(desk, reminder)[0] == 0
    assert letters_of(desk, PrintRequest(paper, event))[0] == 1


def test_who_is_not_to_be_reminded_stands_on_no_mail_list_of_a_reminder(
    desk: Desk, family: MadeFamily
) -> None:
    make_family(desk, "Zander")
    request = PrintRequest("invitation", make_event(desk), {"reminder": "ja"})

    def asked() -> set[str]:
        plan = mail_plan(desk, request, MailWish.WHEREVER_POSSIBLE)
        return {one.label for one in (*plan.mail, *plan.paper, *plan.without)}

    assert asked() == {"Vogel, Mia · Frösche", "Zander, Mia"}
    change_household(desk, family.household_id, no_reminder=True)
    assert asked() == {"Zander, Mia"}


def test_a_reminder_for_nobody_is_told_before_a_sheet_without_a_name_comes(
    desk: Desk, family: MadeFamily
) -> None:
    request = PrintRequest("invitation", make_event(desk), {"reminder": "ja"})
    assert not any("erinnern" in one.text for one in findings(desk, request))
    change_household(desk, family.household_id, no_reminder=True)
    assert any("Niemand ist zu erinnern" in one.text for one in findings(desk, request))


def test_a_stack_lies_by_group_and_in_it_by_child(desk: Desk, house: UUID) -> None:
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären", position=1)
    make_family(desk, "Özdemir", group=bears)
    make_family(desk, "Zander", group=frogs)
    make_family(desk, "Adam", group=bears)
    make_family(desk, "Berg", group=frogs)
    blocks = document_of(desk, PrintRequest("invitation", make_event(desk))).blocks
    assert [one.bookmark for one in blocks if isinstance(one, NewSheet)] == [
        "Berg, Mia · Frösche",
        "Zander, Mia · Frösche",
        "Adam, Mia · Bären",
        "Özdemir, Mia · Bären",
    ]

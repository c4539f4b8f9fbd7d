"""Who is reminded of a missing consent, on every way out: never after an answer, never unwanted."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.handouts.kit.blocks import NewSheet
from kitadesk.handouts.registry import find
from kitadesk.queries.consents import custodians
from kitadesk.services.consents import ConsentInput, add_consent
from kitadesk.services.desk import Desk
from kitadesk.services.families import change_household
from kitadesk.services.mailing import fits_mail
from kitadesk.services.printing import PrintRequest, document_of
from kitadesk.services.year_plan import open_cohort
from tests.support.factories import TODAY, MadeFamily, make_family

HANDOVER = ConsentKind.SCHOOL_HANDOVER
REMINDERS = [
    ("consent_form_child", {"reminder": "ja"}),
    ("child_letter", {"template": "consent"}),
]


@pytest.fixture
def family(desk: Desk, house: UUID) -> MadeFamily:
    made = make_family(desk, "Vogel", parents=("Anna", "Peter"))
    change_household(desk, made.household_id, street="Hafenweg 9", town="Hainichen")
    return made


def answer(desk: Desk, family: MadeFamily, state: ConsentState, *signers: int) -> None:
    people = desk.read(custodians, family.child_ids[0])
    signed = tuple((people[one].person_id, TODAY) for one in signers)
    add_consent(desk, ConsentInput(HANDOVER, state, family.child_ids[0], signed=signed))


def sheets(desk: Desk, request: PrintRequest) -> list[str]:
    blocks = document_of(desk, request).blocks
    return [one.bookmark for one in blocks if isinstance(one, NewSheet) and one.bookmark]


@pytest.mark.parametrize(("paper", "params"), REMINDERS)
@pytest.mark.parametrize(
    ("state", "signers"),
    [(ConsentState.NO, ()), (ConsentState.REVOKED, ()), (ConsentState.GIVEN, (0, 1))],
)
def test_an_answer_is_final_on_every_paper_of_a_child(
    desk: Desk, family: MadeFamily, paper: str, params: dict[str, str],
    state: ConsentState, signers: tuple[int, ...],
) -> None:  # fmt: skip
    request = PrintRequest(paper, family.child_ids[0], params)
    assert sheets(desk, request)
    answer(desk, family, state, *signers)
    with pytest.raises(UserError) as refused:
        document_of(desk, request)
    assert refused.value.code == "consent_answered"


@pytest.mark.parametrize(
    ("paper", "params"),
    [*REMINDERS, ("child_letter", {"template": "deadline"}), ("child_letter", {"reminder": "ja"})],
)
def test_who_wants_no_reminder_gets_none_on_any_paper_of_a_child(
    desk: Desk, family: MadeFamily, paper: str, params: dict[str, str]
) -> None:
    request = PrintRequest(paper, family.child_ids[0], params)
    assert sheets(desk, request)
    change_household(desk, family.household_id, no_reminder=True)
    assert sheets(desk, request) == []


def test_the_run_of_a_year_reminds_neither(desk: Desk, family: MadeFamily) -> None:
    quiet = make_family(desk, "Busch", children=("Ole",), parents=("Jana",))
    change_household(desk, quiet.household_id, no_reminder=True)
    cohort = open_cohort(desk, 2027)
    request = PrintRequest("consent_form", cohort, {"reminder": "ja"})
    assert sheets(desk, request) == ["Mia Vogel"]
    answer(desk, family, ConsentState.NO)
    assert sheets(desk, request) == []


def test_a_home_where_all_have_signed_is_not_reminded(desk: Desk, family: MadeFamily) -> None:
    answer(desk, family, ConsentState.GIVEN, 0)
    request = PrintRequest("consent_form_child", family.child_ids[0], {"reminder": "ja"})
    assert sheets(desk, request) == ["Mia Vogel"]
    change_household(desk, family.household_id, no_reminder=True)
    assert sheets(desk, request) == []


@pytest.mark.parametrize("paper", ["consent_form", "consent_form_child", "child_letter"])
def test_what_is_about_one_child_never_goes_by_mail(paper: str) -> None:
    assert not fits_mail(find(paper))

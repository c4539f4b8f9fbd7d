"""The number on any slip finds its run: an evening, or the consent form of a child."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.replies import slip_text
from kitadesk.queries.slips import SlipKind, SlipPlace, slip_place, slip_place_of
from kitadesk.services.consent_slips import number_forms
from kitadesk.services.desk import Desk
from kitadesk.services.replies import make_slips
from tests.support.factories import MadeFamily, make_event, make_family


@pytest.fixture
def family(desk: Desk, house: UUID) -> MadeFamily:
    return make_family(desk)


@pytest.fixture
def evening(desk: Desk, family: MadeFamily) -> UUID:
    """An evening with slip 1000, and a consent form with number 1001."""
    event_id = make_event(desk, "Der Fotograf kommt")
    make_slips(desk, event_id)
    number_forms(desk, "consent_form_child", family.child_ids[0], {})
    return event_id


def place(desk: Desk, text: str) -> SlipPlace:
    return desk.read(slip_place, text)


def test_a_reply_names_its_event(desk: Desk, evening: UUID) -> None:
    found = place(desk, slip_text(1000))
    assert (found.kind, found.record_id) == (SlipKind.REPLY, evening)
    assert found.words == f"{slip_text(1000)} gehört zu „Der Fotograf kommt“ (Müller)."


def test_a_consent_form_names_its_child(desk: Desk, family: MadeFamily, evening: UUID) -> None:
    found = place(desk, slip_text(1001))
    assert (found.kind, found.record_id) == (SlipKind.CONSENT, family.child_ids[0])
    assert found.consent is ConsentKind.SCHOOL_HANDOVER
    assert "„Einwilligung: Übergabe an die Schule“ (Mia Müller)" in found.words


@pytest.mark.parametrize("number", [1000, 1001])
def test_a_scanner_types_no_dash(desk: Desk, evening: UUID, number: int) -> None:
    assert place(desk, slip_text(number).replace("-", "")) == place(desk, slip_text(number))


@pytest.mark.parametrize("number", [1000, 1001])
def test_a_slip_is_found_again_by_its_record(desk: Desk, evening: UUID, number: int) -> None:
    found = place(desk, slip_text(number))
    assert desk.read(slip_place_of, found.id) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [("1000-1", "slip_check_digit"), ("abc", "slip_check_digit"), ("1002-1", "slip_unknown")],
)
def test_what_is_no_number_of_ours_is_said(desk: Desk, evening: UUID, text: str, code: str) -> None:
    typed = slip_text(1002) if code == "slip_unknown" else text
    with pytest.raises(UserError) as refused:
        place(desk, typed)
    assert refused.value.code == code
    assert desk.read(slip_place_of, uuid4()) is None

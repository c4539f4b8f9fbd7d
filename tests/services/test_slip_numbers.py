"""The one sequence of slip numbers: replies and consent forms never meet, nothing comes twice."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind
from kitadesk.queries.replies import slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.events import delete_event
from kitadesk.services.people import delete_child
from kitadesk.services.replies import make_slips
from kitadesk.services.slip_numbers import take_numbers
from kitadesk.storage.models.privacy import ConsentSlip
from tests.support.factories import MadeFamily, make_event, make_family


@pytest.fixture
def family(desk: Desk, house: UUID) -> MadeFamily:
    return make_family(desk)


def consent_slip(desk: Desk, child_id: UUID) -> int:
    with desk.write("Einwilligungen", undoable=False) as writer:
        number = take_numbers(writer, 1)[0]
        kind = ConsentKind.SCHOOL_HANDOVER
        writer.add(ConsentSlip(child_id=child_id, kind=kind, number=number))
    return number


def reply_slip(desk: Desk, event_id: UUID) -> int:
    make_slips(desk, event_id)
    return next(iter(desk.read(slip_numbers, event_id).values()))


def test_replies_and_consents_share_one_sequence(desk: Desk, family: MadeFamily) -> None:
    numbers = [
        reply_slip(desk, make_event(desk)),
        consent_slip(desk, family.child_ids[0]),
        reply_slip(desk, make_event(desk, "Martinsfest")),
    ]

    assert numbers == [1000, 1001, 1002]


def test_a_number_of_a_deleted_event_is_never_given_again(desk: Desk, family: MadeFamily) -> None:
    event_id = make_event(desk)
    first = reply_slip(desk, event_id)
    delete_event(desk, event_id)

    second = consent_slip(desk, family.child_ids[0])
    desk.undo()

    assert (first, second) == (1000, 1001)
    assert list(desk.read(slip_numbers, event_id).values()) == [1000]


def test_numbers_of_an_older_file_without_the_setting_go_on(desk: Desk, family: MadeFamily) -> None:
    with desk.write("Älter", undoable=False) as writer:
        kind = ConsentKind.PHOTO
        writer.add(ConsentSlip(child_id=family.child_ids[0], kind=kind, number=4711))

    assert reply_slip(desk, make_event(desk)) == 4712


def test_taking_no_number_writes_nothing(desk: Desk, house: UUID) -> None:
    with desk.write("Nichts", undoable=False) as writer:
        assert len(take_numbers(writer, 0)) == 0
        assert not writer.session.new


def test_a_child_with_a_printed_consent_cannot_be_undone_but_deleted(
    desk: Desk, family: MadeFamily
) -> None:
    consent_slip(desk, family.child_ids[0])

    with pytest.raises(UserError) as refused:
        desk.undo()

    assert refused.value.code == "undo_in_use"
    delete_child(desk, family.child_ids[0])
    desk.undo()

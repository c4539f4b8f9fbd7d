"""Replies: slips get numbers, come back, are counted and taken back."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.replies import Answer
from kitadesk.queries.replies import (
    ReplyRow,
    find_slip,
    guests_of,
    missing_households,
    replies_of,
    reply_counts,
)
from kitadesk.services.desk import Desk
from kitadesk.services.events import delete_event
from kitadesk.services.replies import (
    ReplyInput,
    clear_reply,
    make_slips,
    record_reply,
    set_guests,
)
from kitadesk.storage.types import new_id
from tests.support.factories import (
    TODAY,
    HandClock,
    MadeFamily,
    make_event,
    make_family,
    make_group,
)

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def muller(desk: Desk) -> MadeFamily:
    return make_family(desk, "Müller", children=("Mia", "Jonas"), group=make_group(desk))


@pytest.fixture
def evening(desk: Desk, muller: MadeFamily) -> UUID:
    return make_event(desk)


def reply_of(desk: Desk, event_id: UUID, family: MadeFamily) -> ReplyRow:
    rows = desk.read(replies_of, event_id, TODAY)
    return next(row for row in rows if row.household_id == family.household_id)


def test_a_household_without_a_reply_is_missing(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    row = reply_of(desk, evening, muller)

    assert (row.label, row.group_name) == ("Müller, Mia und Jonas", "Frösche")
    assert (row.answer, row.slip_number, row.slip_text) == (None, None, "")


def test_a_recorded_reply_is_there_with_all_it_says(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    record_reply(desk, ReplyInput(evening, muller.household_id, 3, 2, "Arabisch", "<b>Warum?</b>"))

    row = reply_of(desk, evening, muller)
    assert (row.answer, row.persons, row.childcare_children) == (Answer.YES, 3, 2)
    assert (row.interpreter_language, row.question) == ("Arabisch", "<b>Warum?</b>")
    assert row.returned_on == TODAY
    assert desk.undo_label == "Rückmeldung Müller"


def test_zero_persons_say_no_and_bring_no_children(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    reply = record_reply(desk, ReplyInput(evening, muller.household_id, 0, 2))

    row = reply_of(desk, evening, muller)
    assert reply.answer is Answer.NO
    assert (row.answer, row.persons, row.childcare_children) == (Answer.NO, 0, 0)


def test_a_second_reply_replaces_the_first_and_undo_brings_it_back(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    record_reply(desk, ReplyInput(evening, muller.household_id, 3))
    record_reply(desk, ReplyInput(evening, muller.household_id, 1))
    assert reply_of(desk, evening, muller).persons == 1

    desk.undo()

    assert reply_of(desk, evening, muller).persons == 3


@pytest.mark.parametrize(("persons", "children"), [(-1, 0), (100, 0), (2, -1), (2, 100)])
def test_impossible_numbers_are_refused(
    desk: Desk, evening: UUID, muller: MadeFamily, persons: int, children: int
) -> None:
    with pytest.raises(UserError) as refused:
        record_reply(desk, ReplyInput(evening, muller.household_id, persons, children))

    assert refused.value.code == "persons_out_of_range"
    assert reply_of(desk, evening, muller).answer is None


def test_a_reply_to_something_that_is_gone_is_refused(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    delete_event(desk, evening)

    for event_id, household_id in ((evening, muller.household_id), (evening, new_id())):
        with pytest.raises(UserError) as refused:
            record_reply(desk, ReplyInput(event_id, household_id, 1))
        assert refused.value.code == "record_gone"


def test_a_reply_can_be_taken_back(desk: Desk, evening: UUID, muller: MadeFamily) -> None:
    record_reply(desk, ReplyInput(evening, muller.household_id, 3))

    clear_reply(desk, evening, muller.household_id)

    assert reply_of(desk, evening, muller).answer is None
    assert desk.undo_label == "Rückmeldung Müller entfernt"


def test_guests_are_numbers_without_a_family(desk: Desk, evening: UUID) -> None:
    set_guests(desk, evening, "Team", 5)
    set_guests(desk, evening, "Team", 6)
    set_guests(desk, evening, "Großeltern", 2)

    guests = [(row.label, row.persons) for row in desk.read(guests_of, evening)]
    assert guests == [("Großeltern", 2), ("Team", 6)]
    set_guests(desk, evening, "Großeltern", 0)
    assert len(desk.read(guests_of, evening)) == 1


def test_guests_need_a_word(desk: Desk, evening: UUID) -> None:
    with pytest.raises(UserError) as refused:
        set_guests(desk, evening, " ", 5)

    assert refused.value.code == "guest_label_missing"


def test_the_counters_count(desk: Desk, evening: UUID, muller: MadeFamily) -> None:
    vogel, berg = make_family(desk, "Vogel"), make_family(desk, "Berg")
    record_reply(desk, ReplyInput(evening, muller.household_id, 3, 2))
    record_reply(desk, ReplyInput(evening, vogel.household_id, 0))
    set_guests(desk, evening, "Team", 5)

    counts = desk.read(reply_counts, evening, TODAY)

    assert (counts.households, counts.replied, counts.missing) == (3, 2, 1)
    assert (counts.yes, counts.no, counts.childcare_children) == (1, 1, 2)
    assert (counts.persons, counts.guests, counts.expected) == (3, 5, 8)
    assert berg.household_id in {
        letter.household_id for letter in desk.read(missing_households, evening, TODAY)
    }


def test_who_replied_or_does_not_want_it_is_not_reminded(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    make_family(desk, "Still", no_reminder=True)
    vogel = make_family(desk, "Vogel")
    record_reply(desk, ReplyInput(evening, muller.household_id, 0))

    missing = desk.read(missing_households, evening, TODAY)

    assert [letter.household_id for letter in missing] == [vogel.household_id]


def test_every_household_gets_one_number_and_keeps_it(
    desk: Desk, evening: UUID, muller: MadeFamily
) -> None:
    make_family(desk, "Vogel", second_household=True)

    assert make_slips(desk, evening) == 3
    numbers = {row.slip_number for row in desk.read(replies_of, evening, TODAY)}
    assert numbers == {1000, 1001, 1002}
    make_family(desk, "Neu")
    assert make_slips(desk, evening) == 1
    assert numbers < {row.slip_number for row in desk.read(replies_of, evening, TODAY)}


def test_numbers_are_unique_over_all_events(desk: Desk, evening: UUID) -> None:
    other = make_event(desk, "Martinsfest")

    make_slips(desk, evening)
    make_slips(desk, other)

    numbers = [
        row.slip_number for event in (evening, other) for row in desk.read(replies_of, event, TODAY)
    ]
    assert len(set(numbers)) == len(numbers) == 2


def test_numbering_is_no_step_to_undo(desk: Desk, evening: UUID) -> None:
    before = desk.undo_label

    make_slips(desk, evening)

    assert desk.undo_label == before


def test_an_event_with_printed_slips_cannot_be_undone_but_deleted(
    desk: Desk, evening: UUID
) -> None:
    make_slips(desk, evening)

    with pytest.raises(UserError) as refused:
        desk.undo()

    assert refused.value.code == "undo_in_use"
    assert "Rückmeldezettel" in str(refused.value)
    delete_event(desk, evening)
    desk.undo()
    assert [row.slip_number for row in desk.read(replies_of, evening, TODAY)] == [1000]


def test_a_slip_number_names_its_family(desk: Desk, evening: UUID, muller: MadeFamily) -> None:
    make_slips(desk, evening)
    record_reply(desk, ReplyInput(evening, muller.household_id, 4))

    slip = desk.read(find_slip, evening, "10008")

    assert (slip.household_id, slip.number) == (muller.household_id, 1000)
    assert (slip.label, slip.group_name) == ("Müller, Mia und Jonas", "Frösche")
    assert (slip.known_answer, slip.known_persons) == (Answer.YES, 4)


@pytest.mark.parametrize(
    ("typed", "code"), [("10007", "slip_check_digit"), ("99992", "slip_unknown")]
)
def test_a_wrong_number_says_so(desk: Desk, evening: UUID, typed: str, code: str) -> None:
    make_slips(desk, evening)

    with pytest.raises(UserError) as refused:
        desk.read(find_slip, evening, typed)

    assert refused.value.code == code


def test_a_slip_of_another_event_names_it(desk: Desk, evening: UUID) -> None:
    other = make_event(desk, "Martinsfest")
    make_slips(desk, evening)

    with pytest.raises(UserError) as refused:
        desk.read(find_slip, other, "1000-8")

    assert refused.value.code == "slip_other_event"
    assert "Elternabend der Frösche" in str(refused.value)


def test_a_past_evening_keeps_families_who_left_since(
    desk: Desk, evening: UUID, hand_clock: HandClock
) -> None:
    gone = make_family(desk, "Fort", left_on=TODAY.replace(month=6))
    record_reply(desk, ReplyInput(evening, gone.household_id, 2))
    hand_clock.move(days=200)

    rows = desk.read(replies_of, evening, hand_clock.today())

    assert gone.household_id in {row.household_id for row in rows}

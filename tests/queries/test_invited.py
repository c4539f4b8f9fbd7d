"""Whom an event invites: all families, or those with a child of its entry year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from kitadesk.queries.events import EventSummary, event, events
from kitadesk.queries.invited import addressees, invited, letter_of, meant_children
from kitadesk.queries.letters import letters
from kitadesk.queries.replies import (
    count_replies,
    find_slip,
    guests_of,
    missing_households,
    replies_of,
    reply_counts,
)
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.people import change_child
from kitadesk.services.replies import ReplyInput, make_slips, record_reply, set_guests
from kitadesk.services.transition import add_cohort, assign_cohort
from tests.support.factories import (
    EVENING,
    TODAY,
    HandClock,
    MadeFamily,
    make_event,
    make_family,
    make_group,
    make_house,
)


@dataclass(frozen=True)
class Preschool:
    """An evening for the children of 2027: of the Müllers only Mia goes to school."""

    evening: UUID
    cohort: UUID
    mueller: MadeFamily
    sahin: MadeFamily
    weber: MadeFamily


@pytest.fixture
def town(desk: Desk) -> Preschool:
    make_house(desk)
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären", position=1)
    mueller = make_family(desk, "Müller", children=("Mia", "Jonas"), group=bears)
    sahin = make_family(desk, "Şahin", children=("Elif",), group=frogs, second_household=True)
    weber = make_family(desk, "Weber", children=("Nele",), group=frogs)
    change_child(desk, mueller.child_ids[1], group_id=frogs)
    cohort = add_cohort(desk, 2027)
    assign_cohort(desk, (mueller.child_ids[0], sahin.child_ids[0]), cohort)
    evening = make_event(desk, "Mein Kind kommt in die Schule")
    change_event(desk, evening, cohort_id=cohort)
    return Preschool(evening, cohort, mueller, sahin, weber)


def summary(desk: Desk, event_id: UUID) -> EventSummary:
    return next(row for row in desk.read(events, desk.clock.today()) if row.id == event_id)


def test_an_event_without_an_entry_year_invites_all_families(desk: Desk, town: Preschool) -> None:
    change_event(desk, town.evening, cohort_id=None)

    assert desk.read(invited, town.evening, TODAY) == desk.read(letters, TODAY)


def test_an_entry_year_invites_each_household_of_its_children(desk: Desk, town: Preschool) -> None:
    found = [row.household_id for row in desk.read(invited, town.evening, TODAY)]

    assert found == [
        town.sahin.household_id,
        town.sahin.second_household_id,
        town.mueller.household_id,
    ]


def test_only_the_children_of_the_entry_year_are_named_and_give_the_group(
    desk: Desk, town: Preschool
) -> None:
    row = desk.read(invited, town.evening, TODAY)[-1]

    assert (row.label, row.child_first_names) == ("Müller, Mia", ("Mia",))
    assert row.group_name == "Bären"
    everyone = {one.household_id: one for one in desk.read(letters, TODAY)}
    assert everyone[row.household_id].group_name == "Frösche"


def test_a_child_of_the_entry_year_who_has_left_invites_nobody(desk: Desk, town: Preschool) -> None:
    change_child(desk, town.mueller.child_ids[0], left_on=TODAY - timedelta(days=1))

    found = desk.read(invited, town.evening, TODAY)

    assert {row.family_id for row in found} == {town.sahin.id}


def test_who_leaves_before_the_evening_gets_no_letter(desk: Desk, town: Preschool) -> None:
    change_child(desk, town.mueller.child_ids[0], left_on=EVENING)

    found = desk.read(invited, town.evening, TODAY)

    assert {row.family_id for row in found} == {town.sahin.id}
    assert make_slips(desk, town.evening) == 2


def test_who_comes_before_the_evening_gets_a_letter(desk: Desk, town: Preschool) -> None:
    change_event(desk, town.evening, cohort_id=None)
    new = make_family(desk, "Vogel", children=("Ben",), entered_on=EVENING)
    late = make_family(desk, "Ziegler", entered_on=EVENING + timedelta(days=1))

    found = {row.family_id for row in desk.read(invited, town.evening, TODAY)}

    assert new.id in found
    assert late.id not in found


def test_an_event_without_a_day_invites_who_is_here_today(desk: Desk, town: Preschool) -> None:
    change_event(desk, town.evening, cohort_id=None, on_date=None, reply_until=None)
    new = make_family(desk, "Vogel", entered_on=TODAY + timedelta(days=1))
    change_child(desk, town.weber.child_ids[0], left_on=TODAY + timedelta(days=1))

    found = {row.family_id for row in desk.read(invited, town.evening, TODAY)}

    assert town.weber.id in found
    assert new.id not in found


def test_list_and_reminders_go_by_the_day_of_the_evening_too(desk: Desk, town: Preschool) -> None:
    change_child(desk, town.mueller.child_ids[0], left_on=EVENING)
    record_reply(desk, ReplyInput(town.evening, town.sahin.household_id, 1))

    counts = desk.read(reply_counts, town.evening, TODAY)
    missing = desk.read(missing_households, town.evening, TODAY)

    assert (summary(desk, town.evening).invited, counts.households) == (2, 2)
    assert [row.household_id for row in missing] == [town.sahin.second_household_id]


def test_after_the_event_its_own_day_counts(
    desk: Desk, town: Preschool, hand_clock: HandClock
) -> None:
    change_child(desk, town.mueller.child_ids[0], left_on=EVENING + timedelta(days=30))
    hand_clock.move(days=400)

    found = desk.read(invited, town.evening, hand_clock.today())

    assert town.mueller.household_id in {row.household_id for row in found}


def test_the_list_counts_a_past_event_by_its_own_day_too(
    desk: Desk, town: Preschool, hand_clock: HandClock
) -> None:
    record_reply(desk, ReplyInput(town.evening, town.sahin.household_id, 1))
    change_child(desk, town.mueller.child_ids[0], left_on=EVENING + timedelta(days=30))
    hand_clock.move(days=400)

    assert summary(desk, town.evening).invited == 3


def test_slips_are_numbered_for_the_invited_only(desk: Desk, town: Preschool) -> None:
    assert make_slips(desk, town.evening) == 3


def test_only_the_invited_are_missing_and_reminded(desk: Desk, town: Preschool) -> None:
    record_reply(desk, ReplyInput(town.evening, town.sahin.household_id, 2))

    counts = desk.read(reply_counts, town.evening, TODAY)
    missing = {row.household_id for row in desk.read(missing_households, town.evening, TODAY)}

    assert (counts.households, counts.replied, counts.missing) == (3, 1, 2)
    assert missing == {town.sahin.second_household_id, town.mueller.household_id}


def test_list_and_page_tell_the_same_numbers(desk: Desk, town: Preschool) -> None:
    assert summary(desk, town.evening).invited == 0
    for household in (town.sahin.household_id, town.weber.household_id):
        record_reply(desk, ReplyInput(town.evening, household, 1))

    counts, row = desk.read(reply_counts, town.evening, TODAY), summary(desk, town.evening)

    assert (row.invited, row.replied) == (counts.households, counts.replied) == (4, 2)


def test_who_answered_without_being_invited_stays_in_the_list(desk: Desk, town: Preschool) -> None:
    change_event(desk, town.evening, cohort_id=None)
    make_slips(desk, town.evening)
    record_reply(desk, ReplyInput(town.evening, town.weber.household_id, 2))
    change_event(desk, town.evening, cohort_id=town.cohort)

    rows = {row.household_id: row for row in desk.read(replies_of, town.evening, TODAY)}

    assert [row.is_invited for row in rows.values()].count(False) == 1
    weber = rows[town.weber.household_id]
    assert (weber.label, weber.persons, weber.is_invited) == ("Weber, Nele", 2, False)
    slip = desk.read(find_slip, town.evening, weber.slip_text)
    assert (slip.label, slip.known_persons) == ("Weber, Nele", 2)


def test_who_answered_and_left_before_the_day_is_named_by_the_children_they_had(
    desk: Desk, town: Preschool
) -> None:
    record_reply(desk, ReplyInput(town.evening, town.mueller.household_id, 2))
    for child_id in town.mueller.child_ids:
        change_child(desk, child_id, left_on=TODAY)

    found = desk.read(addressees, town.evening, TODAY)

    row = next(one for one in found.letters if one.family_id == town.mueller.id)
    assert row.label == "Müller, Mia und Jonas"
    assert found.uninvited == {town.mueller.household_id}


def test_the_children_meant_are_those_of_the_entry_year(desk: Desk, town: Preschool) -> None:
    names = [row.first_name for row in desk.read(meant_children, town.evening, TODAY)]

    assert names == ["Mia", "Elif"]


def test_an_event_knows_the_year_it_is_meant_for(desk: Desk, town: Preschool) -> None:
    assert desk.read(event, town.evening).entry_year == 2027
    assert summary(desk, town.evening).entry_year == 2027


def test_in_the_invented_town_every_list_counts_like_its_page(desk: Desk) -> None:
    fill_demo(desk)
    day = desk.clock.today()

    answered = [row for row in desk.read(events, day) if row.replied]
    pages = [desk.read(reply_counts, row.id, day) for row in answered]

    assert answered
    assert [(row.invited, row.replied) for row in answered] == [
        (page.households, page.replied) for page in pages
    ]


def test_the_counters_are_those_of_the_list(desk: Desk, town: Preschool) -> None:
    for family, persons in ((town.mueller, 2), (town.weber, 0)):
        reply = ReplyInput(town.evening, family.household_id, persons, childcare_children=1)
        record_reply(desk, reply)
    set_guests(desk, town.evening, "Team", 4)

    counts = desk.read(reply_counts, town.evening, TODAY)

    rows = desk.read(replies_of, town.evening, TODAY)
    assert counts == count_replies(rows, desk.read(guests_of, town.evening))
    assert (counts.households, counts.yes, counts.no, counts.guests) == (4, 1, 1, 4)
    assert counts.childcare_children == 1


def test_an_event_that_is_gone_counts_nobody(desk: Desk, town: Preschool) -> None:
    counts = desk.read(reply_counts, town.cohort, TODAY)
    assert (counts.households, counts.missing, counts.expected) == (0, 0, 0)


def test_one_letter_is_read_without_the_others(desk: Desk, town: Preschool) -> None:
    for family in (town.mueller, town.sahin):
        letter = desk.read(letter_of, town.evening, family.household_id, TODAY)
        assert letter in desk.read(invited, town.evening, TODAY)
    not_invited = desk.read(letter_of, town.evening, town.weber.household_id, TODAY)
    assert not_invited is not None
    assert not_invited.label == "Weber, Nele"

"""The papers of an evening for one entry year: only its families, only its children named."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest

from kitadesk.handouts.kit.blocks import Counts, Paragraph
from kitadesk.handouts.papers import events_attendance as attendance
from kitadesk.handouts.papers import events_group_separator as separator
from kitadesk.handouts.papers import events_invitation as invitation
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, make_slips, record_reply
from kitadesk.services.transition import add_cohort, assign_cohort
from tests.support.factories import (
    TODAY,
    MadeFamily,
    make_event,
    make_family,
    make_group,
    make_house,
)


@pytest.fixture
def weber(desk: Desk) -> MadeFamily:
    """A family whose child does not go to school yet."""
    make_house(desk)
    return make_family(desk, "Weber", children=("Nele",), group=make_group(desk), parents=("Ida",))


@pytest.fixture
def evening(desk: Desk, weber: MadeFamily) -> Iterator[UUID]:
    """An evening for 2027: Mia goes to school, her brother Jonas does not."""
    mueller = make_family(
        desk,
        "Müller",
        children=("Mia", "Jonas"),
        group=make_group(desk, "Bären"),
        parents=("Anna",),
    )
    cohort = add_cohort(desk, 2027)
    assign_cohort(desk, mueller.child_ids[:1], cohort)
    event_id = make_event(desk, "Mein Kind kommt in die Schule")
    change_event(desk, event_id, cohort_id=cohort)
    make_slips(desk, event_id)
    return event_id


def attendees(desk: Desk, evening: UUID, who: attendance.Who) -> list[tuple[str, str]]:
    params = attendance.AttendanceParams(who=who)
    content = desk.read(attendance.gather, evening, params, TODAY)
    return [(one.name, one.belongs_to) for one in content.attendees]


def test_the_letter_names_only_the_child_that_is_meant(desk: Desk, evening: UUID) -> None:
    params = invitation.InvitationParams(separators=True)
    content = desk.read(invitation.gather, evening, params, TODAY)

    made = invitation.document(content, params)

    texts = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    assert "Liebe Eltern von Mia," in texts
    (counts,) = (block for block in made.blocks if isinstance(block, Counts))
    assert counts.items[0][0] == "zurück von 1:"


def test_a_reminder_goes_to_the_families_of_the_year_only(desk: Desk, evening: UUID) -> None:
    params = invitation.InvitationParams(reminder=True)

    content = desk.read(invitation.gather, evening, params, TODAY)

    assert [one.label for one in content.households] == ["Müller, Mia"]


def test_the_attendance_list_holds_the_families_of_the_year(desk: Desk, evening: UUID) -> None:
    assert attendees(desk, evening, attendance.Who.INVITED) == [("Müller, Anna", "Mia (Bären)")]


def test_who_comes_without_being_invited_stands_on_both_lists(
    desk: Desk, evening: UUID, weber: MadeFamily
) -> None:
    record_reply(desk, ReplyInput(evening, weber.household_id, 2))

    assert attendees(desk, evening, attendance.Who.COMING) == [("Weber, Ida", "Nele (Frösche)")]
    lists = desk.read(separator.gather, evening, separator.SeparatorParams(), TODAY)
    assert {one.family: one.comes for group in lists.groups for one in group.returns} == {
        "Müller, Mia": False,
        "Weber, Nele": True,
    }

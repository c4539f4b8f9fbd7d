"""The papers of Heute: the deputy's page, the dates of the house, Monday's sheet for the groups."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kitadesk.domain.events import EventKind
from kitadesk.handouts.kit.pdf import page_count
from kitadesk.handouts.papers import general_group_work as group_work
from kitadesk.handouts.papers import general_house_dates as house_dates
from kitadesk.handouts.papers import general_today_page as today_page
from kitadesk.handouts.texts import SHIPPED
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event
from kitadesk.services.replies import ReplyInput, make_slips, record_reply
from kitadesk.services.tasks import add_note
from tests.support.factories import TODAY, make_event, make_family, make_group, make_house


@pytest.fixture(autouse=True)
def _house(desk: Desk) -> None:
    make_house(desk)


@pytest.mark.parametrize("large_print", [False, True])
def test_a_full_day_is_one_sheet_for_the_deputy(desk: Desk, *, large_print: bool) -> None:
    for number in range(60):
        add_note(desk, f"Notiz {number}", TODAY + timedelta(days=number % 20 - 9))
    params = today_page.TodayPageParams(large_print=large_print)

    content = desk.read(today_page.gather, None, params, TODAY)

    assert page_count(today_page.document(content, params)) == 1
    shown = sum(len(part.lines) for part in content.parts)
    assert shown + sum(part.more for part in content.parts) == 60


def test_the_deputy_does_not_get_the_whole_year(desk: Desk) -> None:
    add_note(desk, "bald", TODAY + today_page.LATER)
    add_note(desk, "irgendwann", TODAY + today_page.LATER + timedelta(days=1))

    content = desk.read(today_page.gather, None, today_page.TodayPageParams(), TODAY)

    assert [line.what for part in content.parts for line in part.lines] == ["bald"]


def test_a_closing_day_stands_on_the_dates_with_its_last_day(desk: Desk) -> None:
    first = date(2027, 5, 7)
    event_id = add_event(
        desk, EventInput(kind=EventKind.CLOSING_DAY, title="Brückentag", on_date=first)
    )
    assert event_id
    params = house_dates.HouseDatesParams(breaks=False)

    content = desk.read(house_dates.gather, None, params, TODAY)

    (line,) = content.lines
    assert (line.what, line.first, line.last, line.is_closed) == ("Brückentag", first, first, True)


def test_meetings_stand_on_the_dates_only_when_asked_for(desk: Desk) -> None:
    add_event(desk, EventInput(kind=EventKind.MEETING, title="Team", on_date=date(2027, 3, 3)))

    def shown(*, internal: bool) -> int:
        params = house_dates.HouseDatesParams(breaks=False, internal=internal)
        return len(desk.read(house_dates.gather, None, params, TODAY).lines)

    assert (shown(internal=False), shown(internal=True)) == (0, 1)


def test_the_dates_know_the_holidays_of_the_land(desk: Desk) -> None:
    params = house_dates.HouseDatesParams(months=4)

    content = desk.read(house_dates.gather, None, params, TODAY)

    words = {(line.what, line.details) for line in content.lines}
    assert ("Winterferien", "Schulferien") in words
    assert ("Karfreitag", "Feiertag") in words


def test_a_group_hands_out_and_asks_for_its_own_slips(desk: Desk) -> None:
    frogs = make_group(desk, "Frösche")
    first = make_family(desk, "Müller", group=frogs)
    make_family(desk, "Şahin", group=frogs)
    event_id = make_event(desk, on_date=TODAY + timedelta(weeks=4), reply_until=TODAY)
    make_slips(desk, event_id)
    record_reply(desk, ReplyInput(event_id, first.household_id, persons=2))

    content = desk.read(group_work.gather, None, group_work.GroupWorkParams(), TODAY)

    (group,) = content.groups
    assert group.name == "Frösche"
    assert [len(stack.families) for stack in group.to_hand_out] == [2]
    assert [stack.families for stack in group.missing] == [("Şahin, Mia",)]


def test_on_sunday_the_sheet_of_a_group_is_for_the_week_that_comes(desk: Desk) -> None:
    make_family(desk, "Müller", group=make_group(desk, "Frösche"))
    make_event(desk, on_date=TODAY + timedelta(weeks=5), reply_until=TODAY)
    params = group_work.GroupWorkParams()
    sunday = TODAY + timedelta(days=6)

    content = desk.read(group_work.gather, None, params, sunday)

    assert "Woche ab Montag, 1. Februar 2027" in str(group_work.document(content, params).blocks)


def test_a_quiet_week_says_so(desk: Desk) -> None:
    params = group_work.GroupWorkParams()

    document = group_work.document(desk.read(group_work.gather, None, params, TODAY), params)

    assert SHIPPED.say("group_work.nothing") in str(document.blocks)

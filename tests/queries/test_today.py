"""The page Heute."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kitadesk.domain.events import EventStatus, TaskArea
from kitadesk.queries.events import tasks_of
from kitadesk.queries.today import TodayGroup, today
from kitadesk.queries.today_items import TodayItem
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.tasks import add_note, set_note_done, set_task_done
from tests.support.factories import TODAY, HandClock, make_event, make_family, make_house

SUNDAY = date(2027, 1, 31)


def titles(group: TodayGroup) -> list[str]:
    return [item.title for item in group.items]


@pytest.fixture(autouse=True)
def _house(request: pytest.FixtureRequest, desk: Desk) -> None:
    if "empty" not in request.node.name:
        make_house(desk)


def test_an_empty_file_shows_that_nothing_is_there_yet(desk: Desk) -> None:
    page = desk.look(today, TODAY)

    assert not page.has_house
    assert not page.has_children
    assert (page.next_event, page.later) == (None, TodayGroup())


def test_a_house_with_a_child_is_seen(desk: Desk) -> None:
    make_family(desk)

    page = desk.look(today, TODAY)

    assert page.has_house
    assert page.has_children


@pytest.mark.parametrize(
    ("day", "group"),
    [
        (TODAY - timedelta(days=1), "overdue"),
        (TODAY, "this_week"),
        (SUNDAY, "this_week"),
        (SUNDAY + timedelta(days=1), "later"),
        (None, "later"),
    ],
)
def test_a_day_decides_on_the_group(desk: Desk, day: date | None, group: str) -> None:
    add_note(desk, "Zettel", day)

    page = desk.look(today, TODAY)

    shown = {name: titles(getattr(page, name)) for name in ("overdue", "this_week", "later")}
    assert {name for name, found in shown.items() if found} == {group}


def test_on_sunday_the_week_is_the_one_that_comes(desk: Desk) -> None:
    add_note(desk, "Zettel", SUNDAY + timedelta(days=2))

    assert titles(desk.look(today, SUNDAY).this_week) == ["Zettel"]


def test_five_are_shown_and_the_rest_is_counted(desk: Desk) -> None:
    for number in range(9):
        add_note(desk, f"Notiz {number}", TODAY - timedelta(days=9 - number))

    overdue = desk.look(today, TODAY).overdue

    assert titles(overdue) == [f"Notiz {number}" for number in range(5)]
    assert overdue.more == 4
    assert desk.look(today, TODAY, shown=20).overdue.more == 0


def test_a_task_names_its_event_its_tab_and_its_paper(desk: Desk) -> None:
    event_id = make_event(desk, "Martinsfest")

    items = desk.look(today, TODAY, shown=50).later.items

    item = next(item for item in items if item.paper_id == "invitation")
    assert (item.kind, item.area, item.opens) == ("task", TaskArea.EVENTS, ("event", event_id))
    assert (item.event_title, item.due_on) == ("Martinsfest", date(2027, 3, 4))


def test_past_steps_are_entfaellt_and_not_overdue(desk: Desk) -> None:
    make_event(desk, on_date=TODAY + timedelta(days=30), reply_until=None)

    page = desk.look(today, TODAY)

    assert titles(page.overdue) == []
    assert "Absprechen, wer was übernimmt" in titles(page.not_needed)


def test_what_fell_away_long_ago_is_gone(desk: Desk, hand_clock: HandClock) -> None:
    make_event(desk, on_date=TODAY + timedelta(days=30), reply_until=None)

    assert desk.look(today, TODAY + timedelta(days=20)).not_needed == TodayGroup()


def test_a_tick_of_today_stays_until_tomorrow(desk: Desk) -> None:
    note_id = add_note(desk, "Zettel", TODAY)
    set_note_done(desk, note_id, done=True)

    (item,) = desk.look(today, TODAY).this_week.items

    assert item.is_done
    assert desk.look(today, TODAY + timedelta(days=1)).overdue == TodayGroup()


def item_titles(desk: Desk) -> set[str]:
    page = desk.look(today, TODAY, shown=99)
    groups: tuple[TodayGroup, ...] = (page.overdue, page.this_week, page.later)
    items: list[TodayItem] = [item for group in groups for item in group.items]
    return {item.title for item in items}


def test_tasks_of_a_cancelled_event_are_gone(desk: Desk) -> None:
    event_id = make_event(desk)
    assert item_titles(desk)

    change_event(desk, event_id, status=EventStatus.CANCELLED)

    assert item_titles(desk) == set()
    assert desk.look(today, TODAY).next_event is None


def test_the_next_event_says_how_far_it_is_and_what_comes_next(desk: Desk) -> None:
    make_event(desk, "später", on_date=date(2027, 6, 1), reply_until=None)
    event_id = make_event(desk, "bald")
    steps = desk.read(tasks_of, event_id)
    set_task_done(desk, steps[0].id, done=True)

    found = desk.look(today, TODAY).next_event

    assert found is not None
    assert (found.title, found.place_label) == ("bald", "Gruppenraum")
    assert (found.tasks_done, found.tasks_total, found.next_step) == (1, 12, steps[1].title)


def test_an_event_of_today_is_still_the_next_one(desk: Desk) -> None:
    make_event(desk, "gestern", on_date=TODAY - timedelta(days=1), reply_until=None)
    make_event(desk, "heute", on_date=TODAY, reply_until=None)

    found = desk.look(today, TODAY).next_event

    assert found is not None
    assert found.title == "heute"

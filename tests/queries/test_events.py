"""The list of events: order, sums, hints."""

from __future__ import annotations

from datetime import date, time

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import agenda_of, event, events, place_label, tasks_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, change_event
from kitadesk.services.minutes import change_minutes, set_minutes_released
from kitadesk.services.replies import ReplyInput, make_slips, record_reply, set_guests
from kitadesk.services.tasks import set_task_done
from kitadesk.storage.models.events import AgendaItem, EventSeries
from kitadesk.storage.types import new_id
from tests.support.factories import TODAY, make_event, make_family, make_house


def on(desk: Desk, title: str, day: date | None) -> None:
    make_event(desk, title, on_date=day, reply_until=None)


@pytest.fixture(autouse=True)
def _house(desk: Desk) -> None:
    make_house(desk)


def test_what_comes_next_stands_first_and_the_past_runs_backwards(desk: Desk) -> None:
    on(desk, "in einer Woche", date(2027, 2, 1))
    on(desk, "voriges Jahr", date(2026, 1, 1))
    on(desk, "irgendwann", None)
    on(desk, "heute", TODAY)
    on(desk, "gestern", date(2027, 1, 24))

    titles = [row.title for row in desk.read(events, TODAY)]

    assert titles == ["heute", "in einer Woche", "irgendwann", "gestern", "voriges Jahr"]


def test_two_events_of_one_day_are_ordered_by_their_time(desk: Desk) -> None:
    for hour, title in ((19, "abends"), (9, "morgens")):
        add_event(desk, EventInput(EventKind.OTHER, title, on_date=TODAY, starts_at=time(hour)))

    assert [row.title for row in desk.read(events, TODAY)] == ["morgens", "abends"]


def test_a_summary_counts_tasks_slips_replies_and_persons(desk: Desk) -> None:
    families = [make_family(desk, name) for name in ("Müller", "Vogel")]
    event_id = make_event(desk)
    make_slips(desk, event_id)
    record_reply(desk, ReplyInput(event_id, families[0].household_id, 3))
    set_guests(desk, event_id, "Team", 5)

    (row,) = desk.read(events, TODAY)

    assert (row.invited, row.replied, row.persons) == (2, 1, 8)
    assert (row.tasks_done, row.tasks_total) == (0, 12)


def test_steps_that_fall_away_do_not_count(desk: Desk) -> None:
    make_event(desk, on_date=date(2027, 1, 26), reply_until=None)

    (row,) = desk.read(events, TODAY)

    assert row.tasks_total == 3


def test_a_series_without_a_host_is_hinted_at(desk: Desk) -> None:
    event_id = make_event(desk, reply_until=None)
    house_id = desk.read(event, event_id).institution_id
    with desk.write("Reihe") as writer:
        series = writer.add(EventSeries(institution_id=house_id, title="Elterncafé monatlich"))

    change_event(desk, event_id, series_id=series.id)

    (row,) = desk.read(events, TODAY)
    assert (row.series_title, row.hint) == ("Elterncafé monatlich", "Gastgeber fehlt")


def test_open_minutes_of_a_past_evening_are_hinted_at_until_they_are_ticked(desk: Desk) -> None:
    event_id = make_event(desk, on_date=date(2027, 1, 22), reply_until=None)
    (row,) = desk.read(events, TODAY)
    assert row.hint == "Protokoll fehlt"
    minutes = next(task for task in desk.read(tasks_of, event_id) if task.step == "minutes")
    set_task_done(desk, minutes.id, done=True)

    assert desk.read(events, TODAY)[0].hint == ""


def test_minutes_are_missing_then_a_draft_and_no_hint_once_they_are_released(desk: Desk) -> None:
    event_id = make_event(desk, on_date=date(2027, 1, 22), reply_until=None)
    change_minutes(desk, event_id, chair="Anne Peters")
    draft = desk.read(events, TODAY)[0].hint
    set_minutes_released(desk, event_id, released=True)

    assert (draft, desk.read(events, TODAY)[0].hint) == ("Protokoll im Entwurf", "")


def test_an_agenda_comes_in_its_order(desk: Desk) -> None:
    event_id = make_event(desk)
    with desk.write("Ablauf") as writer:
        for position, title in ((2, "Impuls"), (1, "Begrüßung")):
            writer.add(AgendaItem(event_id=event_id, position=position, minutes=10, title=title))

    assert [row.title for row in desk.read(agenda_of, event_id)] == ["Begrüßung", "Impuls"]


def test_an_event_that_is_gone_says_so(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        desk.read(event, new_id())

    assert refused.value.code == "record_gone"


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (("Saal", "Markt 1", "2. Stock"), "Saal, Markt 1, 2. Stock"),
        (("", "", "Gruppenraum"), "Gruppenraum"),
        (("Saal", "", ""), "Saal"),
        (("", "", ""), ""),
    ],
)
def test_the_place_is_one_line(parts: tuple[str, str, str], label: str) -> None:
    assert place_label(*parts) == label

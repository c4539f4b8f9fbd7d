"""A series: proposed dates, making it in one step, dates that change alone, visitors."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.queries.events import event, events
from kitadesk.queries.series import SeriesRow, series_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import (
    EventInput,
    add_event,
    change_event,
    delete_event,
    set_event_text,
)
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from kitadesk.services.series import (
    SeriesDate,
    SeriesInput,
    add_next_date,
    change_series,
    leave_series,
    make_series,
    propose_dates,
    set_visitors,
)
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")
FIRST = date(2027, 1, 27)
RULE = "jeden letzten Mittwoch"
DATES = (SeriesDate(date(2027, 2, 24), "Schlaf", "Team"), SeriesDate(date(2027, 4, 28)))


@pytest.fixture
def cafe(desk: Desk) -> UUID:
    cafe = EventInput(
        EventKind.PARENT_CAFE, "Elterncafé", on_date=FIRST, starts_at=time(15), host="Elternbeirat"
    )
    return add_event(desk, cafe)


@pytest.fixture
def series_id(desk: Desk, cafe: UUID) -> UUID:
    return make_series(desk, SeriesInput(cafe, RULE, DATES))


def row(desk: Desk, series_id: UUID) -> SeriesRow:
    return desk.read(series_of, series_id, TODAY)


def test_free_days_are_named_and_meant_to_be_skipped(desk: Desk, cafe: UUID) -> None:
    found = propose_dates(desk, cafe, RULE, date(2027, 4, 30))
    assert [(one.day.day, one.is_free) for one in found] == [(24, False), (31, True), (28, False)]
    assert found[1].hint == "Osterferien"


def test_a_closing_day_is_skipped_too(desk: Desk, cafe: UUID) -> None:
    day = date(2027, 2, 24)
    add_event(desk, EventInput(EventKind.CLOSING_DAY, "Teamtag", on_date=day))
    (found,) = propose_dates(desk, cafe, RULE, date(2027, 3, 1))
    assert (found.is_free, found.hint) == (True, "Schließtag: Teamtag")


def test_each_date_is_an_event_with_its_own_topic_and_host(desk: Desk, series_id: UUID) -> None:
    found = row(desk, series_id)
    assert [one.topic for one in found.dates] == ["", "Schlaf", ""]
    assert [one.host for one in found.dates] == ["Elternbeirat", "Team", ""]
    assert {one.starts_at for one in found.dates} == {time(15)}


def test_one_undo_takes_the_whole_series_back(desk: Desk, cafe: UUID, series_id: UUID) -> None:
    desk.undo()
    assert [one.id for one in desk.read(events, TODAY)] == [cafe]
    assert desk.read(event, cafe).series_id is None


def test_changing_one_date_does_not_change_the_others(desk: Desk, series_id: UUID) -> None:
    _first, second, _third = row(desk, series_id).dates
    change_event(desk, second.event_id, starts_at=time(9), subtitle="Trotz")
    assert [one.starts_at for one in row(desk, series_id).dates] == [time(15), time(9), time(15)]


def test_the_words_of_the_office_go_along(desk: Desk, cafe: UUID) -> None:
    set_event_text(desk, cafe, TextBlock.BODY, "kommen Sie vorbei.")
    series_id = make_series(desk, SeriesInput(cafe, RULE, DATES))
    last = row(desk, series_id).dates[-1]
    assert desk.read(event, last.event_id).texts == {TextBlock.BODY: "kommen Sie vorbei."}


def test_a_series_needs_a_date(desk: Desk, cafe: UUID) -> None:
    with pytest.raises(UserError) as refused:
        make_series(desk, SeriesInput(cafe, RULE, ()))
    assert refused.value.code == "series_without_dates"


def test_a_series_needs_a_rule_that_is_understood(desk: Desk, cafe: UUID) -> None:
    with pytest.raises(UserError) as refused:
        make_series(desk, SeriesInput(cafe, "manchmal", DATES))
    assert refused.value.code == "series_rule_not_understood"
    assert desk.read(event, cafe).series_id is None


def test_the_next_date_follows_the_rule_and_jumps_over_the_breaks(
    desk: Desk, series_id: UUID
) -> None:
    delete_event(desk, row(desk, series_id).dates[-1].event_id)
    made = desk.read(event, add_next_date(desk, series_id))
    assert (made.on_date, made.host) == (date(2027, 4, 28), "Elternbeirat")


def test_dates_that_are_there_are_not_proposed_again(
    desk: Desk, cafe: UUID, series_id: UUID
) -> None:
    found = propose_dates(desk, cafe, RULE, date(2027, 5, 30))
    assert [one.day for one in found] == [date(2027, 3, 31), date(2027, 5, 26)]


def test_a_rule_that_nobody_understands_is_not_kept(desk: Desk, series_id: UUID) -> None:
    with pytest.raises(UserError):
        change_series(desk, series_id, rule="manchmal")
    assert row(desk, series_id).rule == RULE


def test_a_date_that_leaves_stays_as_an_event(desk: Desk, cafe: UUID, series_id: UUID) -> None:
    leave_series(desk, cafe)
    assert len(row(desk, series_id).dates) == 2
    assert desk.read(event, cafe).title == "Elterncafé"


def test_visitors_go_into_the_line_that_is_there(desk: Desk, cafe: UUID, series_id: UUID) -> None:
    set_guests(desk, cafe, "Eltern im Café", 9)
    set_visitors(desk, cafe, 12)
    assert row(desk, series_id).dates[0].visitors == 12


def test_nobody_has_counted_is_not_nobody_came(desk: Desk, cafe: UUID, series_id: UUID) -> None:
    assert row(desk, series_id).dates[0].visitors is None
    set_visitors(desk, cafe, 0)
    assert row(desk, series_id).dates[0].visitors == 0


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_no_date_of_a_series_lies_in_another_age(desk: Desk, cafe: UUID, day: date) -> None:
    with pytest.raises(UserError) as refused:
        make_series(desk, SeriesInput(cafe, RULE, (*DATES, SeriesDate(day))))
    assert refused.value.code == "day_out_of_range"
    with pytest.raises(UserError) as refused:
        propose_dates(desk, cafe, RULE, day)
    assert refused.value.code == "day_out_of_range"


def test_visitors_are_all_who_came_also_those_who_replied(
    desk: Desk, cafe: UUID, series_id: UUID
) -> None:
    record_reply(desk, ReplyInput(cafe, make_family(desk).household_id, 3))
    set_guests(desk, cafe, "Team", 2)
    set_guests(desk, cafe, "Großeltern", 4)
    set_visitors(desk, cafe, 12)
    assert row(desk, series_id).dates[0].visitors == 12
    set_visitors(desk, cafe, 9)
    assert row(desk, series_id).dates[0].visitors == 9


def test_fewer_than_those_who_replied_are_no_number_of_guests(
    desk: Desk, cafe: UUID, series_id: UUID
) -> None:
    record_reply(desk, ReplyInput(cafe, make_family(desk).household_id, 3))
    with pytest.raises(UserError) as refused:
        set_visitors(desk, cafe, 2)
    assert refused.value.code == "visitors_below_replies"
    assert row(desk, series_id).dates[0].visitors == 3

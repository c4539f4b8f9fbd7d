"""Events go out as csv, xlsx and calendar file and come back to the same events."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kitadesk.base.errors import UserError
from kitadesk.domain.calendar_entries import CalendarEntry, key_of, uid_of
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.domain.sheet import Sheet
from kitadesk.queries.event_exchange import event_records
from kitadesk.queries.events import event, events, tasks_of
from kitadesk.services.calendar_files import read_calendar, write_calendar
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, change_event
from kitadesk.services.exporting_events import export_events
from kitadesk.services.importing_events import (
    EventImportPlan,
    apply_events,
    entries_of_sheet,
    plan_events,
    read_events,
)
from kitadesk.services.postponing import PostponementInput, postpone_event
from tests.support.factories import TODAY, make_house

NOW = datetime(2027, 1, 27, 12, tzinfo=ZoneInfo("Europe/Berlin"))
EVENING = EventInput(
    kind=EventKind.PARENT_EVENING,
    title="„Papa ist ausgezogen“, ein Abend; mit Komma",
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    place="Großer Saal, Markt 1",
)
FOREIGN = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Example//DE\r
BEGIN:VEVENT\r
UID:1\r
DTSTAMP:20270101T000000Z\r
DTSTART:20270708T170000Z\r
DURATION:PT90M\r
SUMMARY:Sommerfest\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
DTSTAMP:20270101T000000Z\r
DTSTART;VALUE=DATE:20270507\r
DTEND;VALUE=DATE:20270509\r
SUMMARY:Br\xc3\xbccke\r
RRULE:FREQ=YEARLY\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:3\r
SUMMARY:ohne Tag\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture(autouse=True)
def _house(desk: Desk) -> None:
    make_house(desk)


def take(desk: Desk, data: bytes, name: str = "termine.ics") -> EventImportPlan:
    plan = plan_events(desk, read_events(data, name, TODAY))
    apply_events(desk, plan)
    return plan


def exported(desk: Desk, folder: Path, suffix: str) -> bytes:
    path = folder / f"termine{suffix}"
    export_events(desk, path)
    return path.read_bytes()


@pytest.mark.parametrize("suffix", [".ics", ".csv", ".xlsx"])
def test_what_went_out_comes_back_unchanged(desk: Desk, tmp_path: Path, suffix: str) -> None:
    add_event(desk, EVENING)
    first, last = date(2027, 5, 7), date(2027, 5, 9)
    add_event(desk, EventInput(EventKind.CLOSING_DAY, "Brücke", on_date=first, until_date=last))
    data = exported(desk, tmp_path, suffix)

    plan = plan_events(desk, read_events(data, f"termine{suffix}", TODAY))

    assert [row.action for row in plan.rows] == ["unchanged", "unchanged"]


@pytest.mark.parametrize("suffix", [".ics", ".csv"])
def test_a_deleted_house_gets_its_events_back(desk: Desk, tmp_path: Path, suffix: str) -> None:
    add_event(desk, EVENING)
    before = [record.entry for record in desk.read(event_records)]
    data = exported(desk, tmp_path, suffix)
    desk.undo()

    plan = take(desk, data, f"termine{suffix}")

    assert plan.count("added") == 1
    after = [record.entry for record in desk.read(event_records)]
    assert [(one.key, one.title, one.first, one.starts_at) for one in after] == [
        (one.key, one.title, one.first, one.starts_at) for one in before
    ]


def test_a_change_in_the_file_changes_the_event_and_is_one_step(desk: Desk, tmp_path: Path) -> None:
    event_id = add_event(desk, EVENING)
    data = exported(desk, tmp_path, ".ics")
    change_event(desk, event_id, title="Anders", starts_at=time(18))

    plan = take(desk, data)

    assert plan.count("updated") == 1
    (record,) = desk.read(event_records)
    assert (record.entry.title, record.entry.starts_at) == (EVENING.title, time(19))
    assert desk.undo_label == "1 Termin übernommen"


def test_times_of_other_zones_are_local_and_whole_days_end_before(desk: Desk) -> None:
    plan = take(desk, FOREIGN)

    assert [row.action for row in plan.rows] == ["added", "added", "rejected"]
    feast, bridge = (record.entry for record in reversed(desk.read(event_records)))
    assert (feast.first, feast.starts_at, feast.ends_at) == (
        date(2027, 7, 8),
        time(19),
        time(20, 30),
    )
    assert (bridge.first, bridge.last, bridge.starts_at) == (
        date(2027, 5, 7), date(2027, 5, 8), None,
    )  # fmt: skip
    assert "Wiederholung" in plan.rows[1].reason


def test_a_calendar_does_not_make_a_held_evening_planned_again(desk: Desk, tmp_path: Path) -> None:
    change_event(desk, add_event(desk, EVENING), status=EventStatus.HELD)

    plan = take(desk, exported(desk, tmp_path, ".ics"))

    assert [row.action for row in plan.rows] == ["unchanged"]


def test_the_same_foreign_file_again_changes_nothing(desk: Desk) -> None:
    take(desk, FOREIGN)

    again = take(desk, FOREIGN)

    assert [row.action for row in again.rows] == ["unchanged", "unchanged", "rejected"]


def test_a_calendar_file_names_zone_identity_and_state(desk: Desk, tmp_path: Path) -> None:
    event_id = add_event(desk, EVENING)
    change_event(desk, event_id, status=EventStatus.CANCELLED)

    calendar = Calendar.from_ical(exported(desk, tmp_path, ".ics"))

    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == f"{event_id}@kitadesk"
    assert event["STATUS"] == "CANCELLED"
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert event.decoded("DTSTART").astimezone(ZoneInfo("UTC")).hour == 17  # summer time


def test_an_evening_past_midnight_ends_on_the_next_day() -> None:
    late = CalendarEntry(
        "1", "Fest", date(2027, 6, 5), None, time(22), time(1), kind=EventKind.FESTIVAL
    )

    (back,) = read_calendar(write_calendar([late], NOW), "fest.ics")

    assert (back.first, back.last, back.starts_at, back.ends_at) == (
        date(2027, 6, 5), None, time(22), time(1),
    )  # fmt: skip


@given(title=st.text(min_size=1, max_size=60), day=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_title_and_day_comes_back(title: str, day: date) -> None:
    (back,) = read_calendar(write_calendar([CalendarEntry("1", title, day)], NOW), "x.ics")

    assert back.first == day
    assert bool(back.problem) == (not back.title)


@pytest.mark.parametrize("year", [1, 1899, 2200])
def test_a_day_that_nobody_can_mean_is_not_taken_from_a_calendar(year: int) -> None:
    data = write_calendar([CalendarEntry("1", "Fest", date(year, 6, 1))], NOW)
    (back,) = read_calendar(data, "x.ics")

    assert back.problem == "Der Tag fehlt oder ist nicht lesbar."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendar_empty"),
        (b"BEGIN:VCALENDAR\r\nkaputt\r\nEND:VCALENDAR\r\n", "calendar_not_readable"),
        (b"Name;Gruppe\r\nMia;Igel\r\n", "events_without_columns"),
    ],
)
def test_a_file_without_dates_says_so(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_events(data, "termine.ics", TODAY)

    assert refused.value.code == code


def test_a_list_with_a_wrong_day_names_the_line(desk: Desk) -> None:
    plan = take(desk, b"Titel;Datum\r\nFest;8.4.2027\r\nNichts;32.13.\r\n", "liste.csv")

    assert [(row.line, row.action) for row in plan.rows] == [(2, "added"), (3, "rejected")]


def test_an_event_twice_in_a_file_is_taken_once(desk: Desk) -> None:
    plan = take(desk, b"Titel;Datum\r\nFest;8.4.2027\r\nFest;8.4.2027\r\n", "liste.csv")

    assert [row.action for row in plan.rows] == ["added", "rejected"]


def test_a_foreign_identity_always_gets_the_same_key() -> None:
    own = UUID(int=7)

    assert key_of(uid_of(own)) == own
    assert key_of("x@example.org") == key_of("x@example.org") != key_of("y@example.org")
    assert key_of("kein-schlüssel@kitadesk") == key_of("kein-schlüssel@kitadesk")


@pytest.mark.parametrize("day", [date(1, 6, 1), date(9999, 12, 31)])
def test_a_day_that_nobody_can_mean_is_not_taken_from_a_workbook(day: date) -> None:
    (entry,) = entries_of_sheet(Sheet("Termine", (("Titel", "Datum"), ("Fest", day))), TODAY)

    assert entry.problem == f"Der Tag in „Datum“ liegt im Jahr {day.year}."


def test_a_day_from_a_calendar_takes_the_tasks_along(desk: Desk, tmp_path: Path) -> None:
    event_id = add_event(desk, EVENING)
    export_events(desk, tmp_path / "t.ics")
    (task, *_) = desk.read(tasks_of, event_id)
    data = (tmp_path / "t.ics").read_bytes().replace(b"20270408T", b"20270415T")
    take(desk, data)

    moved = {row.id: row.due_on for row in desk.read(tasks_of, event_id)}
    assert task.due_on is not None
    assert moved[task.id] == task.due_on + timedelta(days=7)
    desk.undo()
    assert desk.read(tasks_of, event_id)[0].due_on == task.due_on


def test_an_event_that_waited_is_planned_again_by_the_day_of_a_list(
    desk: Desk, tmp_path: Path
) -> None:
    event_id = add_event(desk, EVENING)
    postpone_event(desk, PostponementInput(event_id))
    take(desk, f"ID;Titel;Datum\r\n{event_id};Elternabend;15.4.2027\r\n".encode(), "t.csv")

    found = desk.read(event, event_id)
    assert (found.on_date, found.status) == (date(2027, 4, 15), EventStatus.PLANNED)


def test_an_event_of_another_program_gets_no_tasks_when_it_moves(desk: Desk) -> None:
    take(desk, b"Titel;Datum\r\nFest;8.4.2027\r\n", "t.csv")
    (found,) = desk.read(events, TODAY)
    row = f"ID;Titel;Datum\r\n{found.id};Fest;15.4.2027\r\n"
    take(desk, row.encode(), "t.csv")

    assert desk.read(event, found.id).on_date == date(2027, 4, 15)
    assert desk.read(tasks_of, found.id) == ()

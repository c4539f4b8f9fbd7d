"""Public holidays and school breaks against the reference of the field notes."""

from __future__ import annotations

import csv
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from kitadesk.domain.holidays_calendar import (
    Break,
    DayNote,
    DayNoteKind,
    day_notes,
    first_school_day_suggestion,
    public_holidays,
    school_breaks,
    school_breaks_known_until,
)
from kitadesk.domain.land import Land

DATA = Path(__file__).parent / "data" / "school_holidays.csv"
FIRST_DAYS = {
    "BW": ("2027-09-13", "2028-09-11", "2029-09-10"),
    "BY": ("2027-09-14", "2028-09-12", "2029-09-11"),
    "BE": ("2027-08-16", "2028-08-14", "2029-08-13"),
    "BB": ("2027-08-16", "2028-08-14", "2029-08-13"),
    "HH": ("2027-08-12", "2028-08-14", "2029-08-13"),
    "MV": ("2027-08-16", "2028-08-07", "2029-07-30"),
    "NI": ("2027-08-19", "2028-08-31", "2029-08-30"),
    "HB": ("2027-08-19", "2028-08-31", "2029-08-30"),
    "NW": ("2027-09-01", "2028-08-23", "2029-08-15"),
    "RP": ("2027-08-09", "2028-08-14", "2029-08-27"),
    "SL": ("2027-08-09", "2028-08-14", "2029-08-27"),
    "HE": ("2027-08-09", "2028-08-14", "2029-08-27"),
    "SN": ("2027-08-23", "2028-09-04", "2029-09-03"),
    "ST": ("2027-08-23", "2028-09-04", "2029-09-03"),
    "TH": ("2027-08-23", "2028-09-04", "2029-09-03"),
    "SH": ("2027-08-16", "2028-08-07", "2029-08-06"),
}


def reference(land: Land) -> list[Break]:
    """Give the breaks of the reference file; single days have names of their own there."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["land"] == land.value]
    breaks = []
    for row in rows:
        start, end = dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"])
        breaks.append(Break(start, end, "Schulfreier Tag" if start == end else row["name"]))
    return sorted(breaks)


@pytest.mark.parametrize("land", Land)
def test_the_school_breaks_are_those_of_the_reference(land: Land) -> None:
    expected = reference(land)

    assert list(school_breaks(land, expected[0].start, dt.date(2031, 1, 1))) == expected


@pytest.mark.parametrize("land", Land)
def test_the_first_weekday_after_the_summer_is_suggested(land: Land) -> None:
    days = tuple(str(first_school_day_suggestion(land, year)) for year in (2027, 2028, 2029))

    assert days == FIRST_DAYS[land.value]


def test_no_first_school_day_is_invented_where_the_summer_is_unknown() -> None:
    assert first_school_day_suggestion(Land.SN, 2030) is None


def test_a_public_holiday_is_no_first_school_day() -> None:
    assert first_school_day_suggestion(Land.SL, 2025) == dt.date(2025, 8, 18)


def test_breaks_are_known_until_the_last_summer() -> None:
    assert school_breaks_known_until(Land.SN) == dt.date(2029, 8, 31)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2027-01-02", "2027-01-02", 1),
        ("2027-01-03", "2027-02-07", 0),
        ("2027-01-03", "2027-02-08", 1),
        ("2026-12-31", "2027-01-01", 1),
    ],
)
def test_breaks_touching_the_asked_days_come_once(start: str, end: str, count: int) -> None:
    found = school_breaks(Land.SN, dt.date.fromisoformat(start), dt.date.fromisoformat(end))

    assert len(found) == count


@pytest.mark.parametrize("day", ["2026-11-18", "2027-11-17", "2028-11-22", "2029-11-21"])
def test_buss_und_bettag_is_a_holiday_in_saxony(day: str) -> None:
    note = DayNote("Buß- und Bettag", DayNoteKind.PUBLIC_HOLIDAY)

    assert day_notes(dt.date.fromisoformat(day), Land.SN) == (note,)


@pytest.mark.parametrize("day", ["2026-11-18", "2027-11-17", "2028-11-22", "2033-11-16"])
def test_buss_und_bettag_is_free_of_school_in_bavaria(day: str) -> None:
    notes = day_notes(dt.date.fromisoformat(day), Land.BY)

    assert DayNote("Buß- und Bettag (schulfrei)", DayNoteKind.SCHOOL_FREE) in notes


def test_the_days_beside_buss_und_bettag_are_ordinary() -> None:
    assert day_notes(dt.date(2026, 11, 17), Land.BY) == ()
    assert day_notes(dt.date(2026, 11, 25), Land.BY) == ()


def test_a_holiday_of_some_municipalities_says_so() -> None:
    note = DayNote("Fronleichnam (nur in manchen Gemeinden)", DayNoteKind.LOCAL_HOLIDAY)

    assert day_notes(dt.date(2027, 5, 27), Land.SN) == (note,)


def test_a_holiday_within_a_break_gives_both_notes() -> None:
    assert [note.name for note in day_notes(dt.date(2027, 3, 29), Land.SN)] == [
        "Ostermontag",
        "Osterferien",
    ]


def test_two_holidays_on_one_day_stay_two() -> None:
    names = {one.name for one in public_holidays(Land.SN, 2008) if one.day == dt.date(2008, 5, 1)}

    assert names == {"Erster Mai", "Christi Himmelfahrt"}


@pytest.mark.parametrize(
    ("land", "day", "name"),
    [
        (Land.TH, "2027-09-20", "Weltkindertag"),
        (Land.BE, "2027-03-08", "Frauentag"),
        (Land.MV, "2027-03-08", "Frauentag"),
        (Land.SH, "2027-10-31", "Reformationstag"),
        (Land.BB, "2027-03-28", "Ostersonntag"),
    ],
)
def test_holidays_of_single_laender_are_known(land: Land, day: str, name: str) -> None:
    found = {one.day.isoformat(): one.name for one in public_holidays(land, 2027)}

    assert found[day] == name


def test_reading_the_module_does_not_import_the_heavy_library() -> None:
    code = "import sys, kitadesk.domain.holidays_calendar; sys.exit('holidays' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""The Länder and how their rule files write days."""

from __future__ import annotations

import datetime as dt

import pytest

from kitadesk.domain.land import Land, YearDay, parse_year_day


def test_there_are_sixteen_laender_with_german_names() -> None:
    names = {land.german_name for land in Land}

    assert len(names) == 16
    assert Land("SN").german_name == "Sachsen"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30.06.", YearDay(6, 30)),
        (" 1.8. ", YearDay(8, 1)),
        ("31.03. Folgejahr", YearDay(3, 31, 1)),
        ("01.08. vorjahr", YearDay(8, 1, -1)),
    ],
)
def test_a_day_of_the_rules_is_read(text: str, day: YearDay) -> None:
    assert parse_year_day(text) == day


@pytest.mark.parametrize("text", ["", "30.06", "31.06.", "29.02.", "06-30", "30.06. irgendwann"])
def test_what_is_no_day_of_every_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        parse_year_day(text)


def test_a_day_of_the_following_year_is_a_date_after_the_entry_year() -> None:
    assert YearDay(3, 31, 1).in_year(2027) == dt.date(2028, 3, 31)

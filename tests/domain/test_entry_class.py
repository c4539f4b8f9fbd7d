"""School duty by birth date: the worked ranges of every Land, boundary by boundary."""

from __future__ import annotations

import datetime as dt

import pytest

from kitadesk.domain.entry_class import (
    EntryClass,
    EntryClassification,
    classify,
    entry_year_of,
    sixth_birthday,
)
from kitadesk.domain.land import Land
from kitadesk.services.rules import land_rules

# Birth ranges for school starting in 2027: first day, last day, class. What is before the first
# range is overdue, what is after the last one is not yet; where the law has no upper bound, the
# shown range ends with the sixth birthday on 30.06.2028.
RANGES = {
    "BW": [("2020-07-01", "2021-06-30", "due"), ("2021-07-01", "2022-06-30", "opt_in")],
    "BY": [
        ("2020-10-01", "2021-06-30", "due"),
        ("2021-07-01", "2021-09-30", "corridor"),
        ("2021-10-01", "2021-12-31", "application"),
        ("2022-01-01", "2022-06-30", "exception"),
    ],
    "BE": [("2020-10-01", "2021-09-30", "due"), ("2021-10-01", "2022-03-31", "application")],
    "BB": [
        ("2020-10-01", "2021-09-30", "due"),
        ("2021-10-01", "2021-12-31", "application"),
        ("2022-01-01", "2022-07-31", "exception"),
    ],
    "HB": [
        ("2020-07-01", "2021-06-30", "due"),
        ("2021-07-01", "2021-09-30", "opt_in"),
        ("2021-10-01", "2022-01-31", "application"),
    ],
    "HH": [("2020-07-02", "2021-07-01", "due"), ("2021-07-02", "2022-06-30", "application")],
    "HE": [
        ("2020-07-02", "2021-07-01", "due"),
        ("2021-07-02", "2021-12-31", "application"),
        ("2022-01-01", "2022-06-30", "exception"),
    ],
    "MV": [("2020-07-01", "2021-06-30", "due"), ("2021-07-01", "2022-06-30", "application")],
    "NI": [
        ("2020-10-02", "2021-07-01", "due"),
        ("2021-07-02", "2021-10-01", "corridor"),
        ("2021-10-02", "2022-06-30", "application"),
    ],
    "NW": [("2020-10-01", "2021-09-30", "due"), ("2021-10-01", "2022-06-30", "application")],
    "RP": [("2020-09-01", "2021-08-31", "due"), ("2021-09-01", "2022-06-30", "application")],
    "SL": [
        ("2020-07-01", "2021-06-30", "due"),
        ("2021-07-01", "2021-12-31", "application"),
        ("2022-01-01", "2022-12-31", "exception"),
    ],
    "SN": [
        ("2020-07-01", "2021-06-30", "due"),
        ("2021-07-01", "2021-09-30", "opt_in"),
        ("2021-10-01", "2022-06-30", "application"),
    ],
    "ST": [("2020-07-01", "2021-06-30", "due"), ("2021-07-01", "2022-06-30", "application")],
    "SH": [("2020-07-01", "2021-06-30", "due"), ("2021-07-01", "2022-06-30", "application")],
    "TH": [("2020-08-02", "2021-08-01", "due"), ("2021-08-02", "2022-06-30", "application")],
}
ONE_DAY = dt.timedelta(days=1)
UNKNOWN_PRACTICE = {"BY", "BE", "BB", "HB", "SL", "ST", "SH"}


def classified(land: Land, born: dt.date | str, entry_year: int = 2027) -> EntryClassification:
    """Class a birth date by the shipped rules."""
    day = dt.date.fromisoformat(born) if isinstance(born, str) else born
    return classify(day, entry_year, land_rules(land))


def boundaries() -> list[tuple[str, dt.date, str]]:
    """Give both ends of every range and the days beyond the first and the last one."""
    cases = []
    for land, ranges in RANGES.items():
        first = dt.date.fromisoformat(ranges[0][0])
        last = dt.date.fromisoformat(ranges[-1][1])
        cases += [(land, first - ONE_DAY, "overdue"), (land, last + ONE_DAY, "not_yet")]
        for start, end, name in ranges:
            cases += [(land, dt.date.fromisoformat(day), name) for day in (start, end)]
    return cases


@pytest.mark.parametrize(("land", "born", "expected"), boundaries())
def test_each_boundary_day_falls_into_its_class(land: str, born: dt.date, expected: str) -> None:
    assert classified(Land(land), born).entry_class is EntryClass(expected)


@pytest.mark.parametrize("land", Land)
def test_the_grenztag_is_the_day_after_a_cutoff_of_unknown_practice(land: Land) -> None:
    cutoff = land_rules(land).cutoff
    marked = {
        born.isoformat()
        for born in (dt.date(2020, 6, 1) + ONE_DAY * number for number in range(500))
        if classified(land, born).is_cutoff_day
    }

    after = {(cutoff.in_year(year) + ONE_DAY).isoformat() for year in (2020, 2021)}
    assert marked == (after if land.value in UNKNOWN_PRACTICE else set())


@pytest.mark.parametrize(
    ("land", "entry_year", "first", "last"),
    [
        ("SN", 2026, "2019-07-01", "2020-06-30"),
        ("NW", 2027, "2020-10-01", "2021-09-30"),
        ("HH", 2025, "2018-07-02", "2019-07-01"),
        ("RP", 2027, "2020-09-01", "2021-08-31"),
    ],
)
def test_official_notices_name_the_same_children(
    land: str, entry_year: int, first: str, last: str
) -> None:
    born = dt.date.fromisoformat(first) - ONE_DAY
    due = []
    while born <= dt.date.fromisoformat(last) + ONE_DAY:
        if classified(Land(land), born, entry_year).entry_class is EntryClass.DUE:
            due.append(born.isoformat())
        born += ONE_DAY

    assert (due[0], due[-1], len(due)) == (first, last, 366 if "20-06" in last else 365)


@pytest.mark.parametrize("land", Land)
def test_the_entry_year_is_the_first_year_in_which_the_child_is_due(land: Land) -> None:
    rules = land_rules(land)
    in_duty = {EntryClass.DUE, EntryClass.CORRIDOR}
    for number in range(0, 800, 7):
        born = dt.date(2020, 5, 28) + ONE_DAY * number
        year = entry_year_of(born, rules)

        assert classify(born, year, rules).entry_class in in_duty
        assert classify(born, year + 1, rules).entry_class is EntryClass.OVERDUE


@pytest.mark.parametrize(
    ("land", "born", "year"),
    [
        ("SN", "2021-06-30", 2027),
        ("SN", "2021-07-01", 2028),
        ("HE", "2021-07-01", 2027),
        ("HE", "2021-07-02", 2028),
        ("BY", "2021-09-30", 2027),
        ("BY", "2021-10-01", 2028),
    ],
)
def test_the_entry_year_turns_at_the_cutoff(land: str, born: str, year: int) -> None:
    assert entry_year_of(dt.date.fromisoformat(born), land_rules(Land(land))) == year


def test_a_child_of_29_february_turns_six_on_28_february() -> None:
    assert sixth_birthday(dt.date(2020, 2, 29)) == dt.date(2026, 2, 28)
    assert sixth_birthday(dt.date(2020, 2, 28)) == dt.date(2026, 2, 28)
    assert sixth_birthday(dt.date(2020, 3, 29)) == dt.date(2026, 3, 29)


def test_a_child_with_an_impossible_birth_date_is_not_yet_due() -> None:
    assert classified(Land.SN, "9999-12-31", 2027).entry_class is EntryClass.NOT_YET
    assert sixth_birthday(dt.date(9996, 2, 29)) == dt.date(9999, 2, 28)


def test_a_child_of_29_february_has_a_class() -> None:
    assert classified(Land.SN, "2020-02-29", 2026).entry_class is EntryClass.DUE


@pytest.mark.parametrize(
    ("land", "born", "reason"),
    [
        (
            "SN",
            "2021-05-14",
            "sechster Geburtstag am 14.05.2027, Stichtag 30.06.2027 (§ 27 SächsSchulG, § 3 SOGS)",
        ),
        (
            "SN",
            "2021-10-01",
            "sechster Geburtstag am 01.10.2027, Stichtag 30.06.2027; vorzeitig auf Antrag der"
            " Eltern, bis 15.03.2027 (§ 27 SächsSchulG, § 3 SOGS)",
        ),
        (
            "SN",
            "2020-06-30",
            "sechster Geburtstag am 30.06.2026, Stichtag 30.06.2026 (§ 27 SächsSchulG, § 3 SOGS)",
        ),
        (
            "HE",
            "2021-07-01",
            "sechster Geburtstag am 01.07.2027, Stichtag 30.06.2027; der Tag nach dem Stichtag"
            " zählt mit (§ 58 HSchG)",
        ),
        (
            "NI",
            "2021-07-02",
            "sechster Geburtstag am 02.07.2027, Stichtag 30.09.2027; Eltern können schriftlich um"
            " ein Jahr verschieben, bis 01.05.2027 (§ 64 NSchG)",
        ),
        (
            "HB",
            "2021-07-01",
            "sechster Geburtstag am 01.07.2027, Stichtag 30.06.2027; wird mit der Anmeldung"
            " schulpflichtig; Grenztag: ob der Tag nach dem Stichtag mitzählt, bitte bei der"
            " Schule klären (§ 53 BremSchulG)",
        ),
        (
            "BY",
            "2022-01-01",
            "sechster Geburtstag am 01.01.2028, Stichtag 30.09.2027; vorzeitig nur unter weiteren"
            " Bedingungen; schulpsychologisches Gutachten nötig"
            " (Art. 37 BayEUG, § 2 GrSO)",
        ),
    ],
)
def test_the_reason_says_why_in_german_with_the_law(land: str, born: str, reason: str) -> None:
    assert classified(Land(land), born).reason == reason


def test_the_german_words_of_the_classes() -> None:
    assert {one.value: one.label for one in EntryClass} == {
        "due": "schulpflichtig",
        "overdue": "schulpflichtig seit Vorjahr",
        "corridor": "Korridor",
        "opt_in": "kann durch Anmeldung",
        "application": "kann auf Antrag",
        "exception": "Ausnahme",
        "not_yet": "noch nicht",
    }

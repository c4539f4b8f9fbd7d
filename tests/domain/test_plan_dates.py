"""Rules of the year plan become days: the Saxon year 2027 by the calendar of field 1.1 and 3.3."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.holidays_calendar import school_breaks
from kitadesk.domain.land import Land
from kitadesk.domain.plan_dates import (
    Days,
    PlanYear,
    days_of,
    plan_year,
    preparation_year,
    why_undated,
)
from kitadesk.domain.plan_rule_reading import parse_rule
from kitadesk.domain.plan_rules import PlanRule
from kitadesk.services.rules import land_rules
from tests.domain.test_plan_rules import RULES


def year_of(land: str, entry_year: int = 2027) -> PlanYear:
    return plan_year(entry_year, land_rules(Land(land)))


SAXONY = year_of("SN")


def spelled(days: Days | None) -> str:
    """Return days as "2026-10-08", "2026-08-01/2026-09-15" or "…/2027-01-31"."""
    if days is None:
        return "none"
    first = "…" if days.first is None else days.first.isoformat()
    return first if days.is_one_day else f"{first}/{days.last.isoformat()}"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("2 Wochen vor den Herbstferien", "2026-09-28"),
        ("2 Wochen nach den Herbstferien", "2026-11-09"),
        ("3 Tage vor den Weihnachtsferien", "2026-12-18"),
        ("Dienstag vor den Winterferien", "2027-02-02"),
        ("Samstag vor dem ersten Schultag", "2027-08-21"),
        ("Montag nach den Osterferien", "2027-04-05"),
        ("Freitag nach den Osterferien", "2027-04-09"),
        ("Montag vor den Herbstferien", "2026-10-05"),
        ("Montag in der 1. Woche nach den Herbstferien", "2026-10-26"),
        ("Dienstag in der 2. Woche nach den Osterferien", "2027-04-13"),
        ("Mittwoch in der 3. Woche vor den Sommerferien", "2027-06-16"),
        ("6 Wochen vor dem ersten Schultag", "2027-07-12"),
        ("1 Woche nach dem ersten Schultag", "2027-08-30"),
        ("2 Wochen vor den Herbstferien, Vorjahr", "2025-09-22"),
        ("2 Wochen nach den Herbstferien, Folgejahr", "2027-11-08"),
        ("3. Donnerstag im Oktober", "2026-10-15"),
        ("letzter Freitag im Mai", "2027-05-28"),
        ("1. Montag im Februar, Vorjahr", "2026-02-02"),
        ("11. November", "2026-11-11"),
        ("15. März", "2027-03-15"),
        ("bis 31. Januar", "…/2027-01-31"),
        ("29. Februar", "2027-02-28"),
        ("1. August bis 15. September", "2026-08-01/2026-09-15"),
        ("1. November bis 31. März", "2026-11-01/2027-03-31"),
        ("15. Juli bis 15. September", "2027-07-15/2027-09-15"),
        ("November bis März", "2026-11-01/2027-03-31"),
        ("Juli bis September", "2027-07-01/2027-09-30"),
        ("Mai", "2027-05-01/2027-05-31"),
        ("Oktober, Vorjahr", "2025-10-01/2025-10-31"),
        ("M-30…M-24", "2025-02-01/2025-08-31"),
        ("M-12…M-11", "2026-08-01/2026-09-30"),
        ("M-2", "2027-06-01/2027-06-30"),
        ("M+1…M+3", "2027-09-01/2027-11-30"),
        ("Monat des Schulbeginns", "2027-08-01/2027-08-31"),
        ("Frist des Landes: Schulanmeldung", "2026-08-01/2026-09-15"),
        ("Frist des Landes: Schulärztliche Untersuchung", "2026-08-01/2027-01-31"),
        ("Frist des Landes: Antrag auf frühere Einschulung", "…/2027-03-15"),
        ("Frist des Landes: Aufschub der Einschulung", "none"),
        ("Frist des Landes: Sprachscreening", "none"),
    ],
)
def test_a_rule_means_its_days_in_saxony(rule: str, expected: str) -> None:
    assert spelled(days_of(parse_rule(rule), SAXONY)) == expected


@pytest.mark.parametrize(
    ("land", "rule", "expected"),
    [
        ("BY", "Frist des Landes: Aufschub der Einschulung", "…/2027-04-10"),
        ("BY", "Frist des Landes: Bescheinigung zum Sprachscreening", "…/2026-01-31"),
        ("BY", "Frist des Landes: Sprachscreening", "2026-03-01/2026-05-10"),
        ("BY", "1 Woche vor den Sommerferien", "2027-07-26"),
        ("BY", "Dienstag vor den Winterferien", "2027-02-02"),
        ("NI", "Frist des Landes: Aufschub der Einschulung", "…/2027-05-01"),
        ("NI", "Freitag vor den Winterferien", "2027-01-29"),
        ("ST", "Frist des Landes: Antrag auf Zurückstellung", "…/2027-04-30"),
        ("HE", "Frist des Landes: Schulanmeldung", "2026-03-01/2026-04-30"),
        ("HH", "1 Woche vor den Osterferien", "2027-02-22"),
        ("BW", "M-12", "2026-09-01/2026-09-30"),
    ],
)
def test_other_laender_have_their_own_days(land: str, rule: str, expected: str) -> None:
    assert spelled(days_of(parse_rule(rule), year_of(land))) == expected


@pytest.mark.parametrize(
    ("land", "entry_year", "rule", "words"),
    [
        ("NW", 2027, "1 Woche vor den Winterferien", "In Nordrhein-Westfalen gibt es keine"),
        ("SN", 2035, "1 Woche vor den Herbstferien", "Die Ferien bis Sommer 2035 sind noch nicht"),
        ("SN", 2035, "6 Wochen vor dem ersten Schultag", "Der erste Schultag steht noch nicht"),
        ("SN", 2035, "M-3", "Der erste Schultag steht noch nicht"),
        ("SN", 2027, "Frist des Landes: Sprachscreening", "Für Sachsen ist keine Frist „Sprach"),
        ("SN", 2027, "15. März", ""),
    ],
)
def test_a_rule_without_a_day_says_why(land: str, entry_year: int, rule: str, words: str) -> None:
    said = why_undated(parse_rule(rule), year_of(land, entry_year))
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_without_a_land_there_are_neither_ferien_nor_deadlines() -> None:
    nowhere = plan_year(2027, None)
    for rule in ("1 Woche vor den Herbstferien", "Frist des Landes: Schulanmeldung", "M-3"):
        assert days_of(parse_rule(rule), nowhere) is None
        assert "Bundesland" in why_undated(parse_rule(rule), nowhere)
    assert spelled(days_of(parse_rule("15. März"), nowhere)) == "2027-03-15"


def test_the_first_school_day_of_the_office_goes_before_the_suggestion() -> None:
    own = plan_year(2027, land_rules(Land.SN), date(2027, 8, 25))
    assert spelled(days_of(parse_rule("1 Woche vor Schulbeginn"), own)) == "2027-08-18"
    assert preparation_year(own) == (date(2026, 8, 1), date(2027, 8, 25))
    assert preparation_year(plan_year(2027, None))[1] == date(2027, 8, 31)


@given(RULES, st.sampled_from(Land), st.integers(2026, 2029))
def test_days_are_in_order_and_an_undated_rule_says_why(
    rule: PlanRule, land: Land, entry_year: int
) -> None:
    year = plan_year(entry_year, land_rules(land))
    days = days_of(rule, year)
    if days is None:
        assert why_undated(rule, year).endswith(".")
    else:
        assert days.first is None or days.first <= days.last
        assert abs(days.last.year - entry_year) <= 5


@pytest.mark.parametrize("land", Land)
def test_the_day_before_each_break_is_the_day_before_in_the_data(land: Land) -> None:
    year = year_of(land.value)
    days = days_of(parse_rule("Freitag vor den Herbstferien"), year)
    assert days is not None
    starts = [one.start for one in school_breaks(land, date(2026, 9, 1), date(2026, 12, 1))]
    autumn = min(start for start in starts if start > days.last)
    assert timedelta(0) < autumn - days.last <= timedelta(days=7)

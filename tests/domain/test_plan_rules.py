"""The language of the year plan: what is written can be read, and slips are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.domain.plan_rule_reading import parse_rule, readable_rule
from kitadesk.domain.plan_rules import (
    LAST,
    Anchor,
    CountedMonths,
    Deadline,
    Distance,
    FixedDay,
    FixedSpan,
    NamedMonths,
    NthWeekday,
    PlanRule,
    Statutory,
    Unit,
    WeekdayNear,
    words,
)

YEARS = st.sampled_from((-1, 0, 1))
SIDES = st.sampled_from((-1, 1))
MONTHS = st.integers(1, 12)
WEEKDAYS = st.integers(0, 6)
DAYS = st.builds(FixedDay, day=st.integers(1, 28), month=MONTHS)
RULES: st.SearchStrategy[PlanRule] = st.one_of(
    st.builds(
        lambda amount, side, unit, anchor, year: Distance(amount * side, unit, anchor, year),
        st.integers(1, 57), SIDES, st.sampled_from(Unit), st.sampled_from(Anchor), YEARS,
    ),
    st.builds(
        lambda day, week, side, anchor, year: WeekdayNear(day, week * side, anchor, year),
        WEEKDAYS, st.integers(1, 20), SIDES, st.sampled_from(Anchor), YEARS,
    ),
    st.builds(NthWeekday, st.sampled_from((-1, 1, 2, 3, 4)), WEEKDAYS, MONTHS, YEARS),
    st.builds(FixedDay, st.integers(1, 28), MONTHS, st.booleans(), YEARS),
    st.builds(FixedSpan, DAYS, DAYS, YEARS),
    st.builds(NamedMonths, MONTHS, MONTHS, YEARS),
    st.builds(
        lambda one, two: CountedMonths(min(one, two), max(one, two)),
        st.integers(-36, 36), st.integers(-36, 36),
    ),
    st.builds(Statutory, st.sampled_from(Deadline)),
)  # fmt: skip


@given(RULES)
def test_what_is_written_is_read_as_the_same_rule(rule: PlanRule) -> None:
    assert parse_rule(words(rule)) == rule


@given(RULES)
def test_case_and_spaces_do_not_matter(rule: PlanRule) -> None:
    assert parse_rule(f"  {words(rule).upper().replace(' ', '   ')} ") == rule


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Dienstag vor Faschingsferien", "Dienstag vor den Winterferien"),
        ("Di in der 2. Woche nach Osterferien", "Dienstag in der 2. Woche nach den Osterferien"),
        ("zwei Wochen vor den Herbstferien", "2 Wochen vor den Herbstferien"),
        ("6 Wochen vor Schulbeginn", "6 Wochen vor dem ersten Schultag"),
        ("T0-6w", "6 Wochen vor dem ersten Schultag"),
        ("T0+3d", "3 Tage nach dem ersten Schultag"),
        ("M-12…M-11", "12. bis 11. Monat vor Schulbeginn"),
        ("M-13", "13. Monat vor Schulbeginn"),
        ("M+1 bis M+3", "1. bis 3. Monat nach Schulbeginn"),
        ("M-11 bis M-12", "12. bis 11. Monat vor Schulbeginn"),
        ("Monat des Schulbeginns", "Monat des Schulbeginns"),
        ("15.3.", "15. März"),
        ("am 11. Nov.", "11. November"),
        ("bis zum 31.1.", "bis 31. Januar"),
        ("1.8.–15.9.", "1. August bis 15. September"),
        ("vom 1. August bis zum 15. September", "1. August bis 15. September"),
        ("im Mai", "Mai"),
        ("Nov - März", "November bis März"),
        ("dritter Donnerstag im Oktober", "3. Donnerstag im Oktober"),
        ("letzten Freitag im Mai im Vorjahr", "letzter Freitag im Mai, Vorjahr"),
        ("Januar, Folgejahr", "Januar, Folgejahr"),
        ("Frist des Landes: schulanmeldung", "Frist des Landes: Schulanmeldung"),
        ("29. Februar", "29. Februar"),
    ],
)
def test_people_may_write_it_their_own_way(typed: str, written: str) -> None:
    assert words(parse_rule(typed)) == written


@pytest.mark.parametrize(
    "typed",
    [
        "", "irgendwann", "31. Februar", "0. Mai", "12.13.", "5. Montag im Mai", "0. Montag im Mai",
        "0 Wochen vor den Herbstferien", "58 Wochen vor den Herbstferien", "M-37", "M-1 bis M+37",
        "401 Tage nach Schulbeginn", "Frist des Landes: Quatsch", "2 Wochen vor den Skiferien",
        "Montag in der 0. Woche vor den Herbstferien", "T0-0d", "32.1. bis 1.2.", "1.2. bis 30.2.",
        "Montag in der 21. Woche nach den Osterferien", "monatlich von November bis März",
    ],
)  # fmt: skip
def test_what_has_no_day_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_rule(typed)
    assert refused.value.code == "rule_not_understood"
    assert "Herbstferien" in refused.value.do
    assert readable_rule(typed) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    rule = readable_rule(text)
    assert rule is None or parse_rule(words(rule)) == rule


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (0, 0, "Monat des Schulbeginns"),
        (-1, -1, "1. Monat vor Schulbeginn"),
        (1, 1, "1. Monat nach Schulbeginn"),
        (-2, -1, "2. bis 1. Monat vor Schulbeginn"),
        (1, 2, "1. bis 2. Monat nach Schulbeginn"),
        (-1, 0, "M-1 bis M+0"),
        (0, 1, "M+0 bis M+1"),
        (-1, 1, "M-1 bis M+1"),
    ],
)
def test_counted_months_in_words(first: int, last: int, written: str) -> None:
    assert words(CountedMonths(first, last)) == written
    assert parse_rule(written) == CountedMonths(first, last)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("erster", 1), ("erste", 1), ("ersten", 1), ("zweiter", 2), ("zweiten", 2), ("dritter", 3),
        ("dritten", 3), ("vierter", 4), ("vierten", 4), ("letzter", LAST), ("letzten", LAST),
    ],
)  # fmt: skip
def test_ordinals_in_words(typed: str, number: int) -> None:
    assert parse_rule(f"{typed} Freitag im Mai") == NthWeekday(number, 4, 5)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("ein", 1), ("eine", 1), ("einen", 1), ("einer", 1), ("zwei", 2), ("drei", 3), ("vier", 4),
        ("fünf", 5), ("sechs", 6),
    ],
)  # fmt: skip
def test_amounts_in_words(typed: str, amount: int) -> None:
    rule = parse_rule(f"{typed} Wochen nach den Osterferien")
    assert rule == Distance(amount, Unit.WEEK, Anchor.EASTER)


@pytest.mark.parametrize(
    ("month", "days"),
    list(enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1)),
)
def test_every_month_has_its_last_day(month: int, days: int) -> None:
    assert parse_rule(f"{days}.{month}.") == FixedDay(days, month)
    assert readable_rule(f"{days + 1}.{month}.") is None

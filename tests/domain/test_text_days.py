"""Days in running text: the weekday that does not fit, the day that is over, and no false alarm."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.text_days import past_days, strange_weekdays, wrong_weekdays

TODAY = date(2027, 1, 25)
EVENING = date(2027, 4, 8)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("wir treffen uns am Mittwoch, 8. April 2027, um 19 Uhr", "Mittwoch, 8. April 2027"),
        ("am Freitag, den 8. April", "Freitag, den 8. April"),
        ("Fr 8.4.", "Fr 8.4."),
        ("Fr., 8.4.27", "Fr., 8.4.27"),
        ("Sonnabend, 11.04.2027", "Sonnabend, 11.04.2027"),
        ("donnerstags, aber Freitags 8.4.", "Freitags 8.4."),
        ("Mo 29. Mrz, Di 30. Mär", ""),
    ],
)
def test_a_weekday_beside_its_day_must_fit(text: str, wrong: str) -> None:
    assert list(wrong_weekdays(text, EVENING)) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "Donnerstag, 8. April 2027",
        "Do 8.4.",
        "bitte bis Mi 24.3.",
        "Mi 24. März 2027",
        "am Mittwoch um 8.30 Uhr, 4 Personen",
        "Do 31.2.",
        "Punkt 1.1.2 und 3.10.99.1",
        "Mi 24.12.",
        "Sa 10.04.27",
    ],
)
def test_right_days_and_other_numbers_are_left_alone(text: str) -> None:
    around = date(2025, 12, 1) if "24.12." in text else EVENING
    assert list(wrong_weekdays(text, around)) == []


def test_a_day_without_a_year_lies_in_the_nearest_one() -> None:
    assert list(wrong_weekdays("Mo 21.12.", TODAY)) == []
    assert list(wrong_weekdays("Mo 20.12.", TODAY)) == ["Mo 20.12."]


def test_in_a_calendar_of_a_whole_year_the_neighbouring_year_fits_too() -> None:
    assert list(wrong_weekdays("Mo 20.12.", TODAY, strict=False)) == []
    assert list(wrong_weekdays("Mi 20.12.", TODAY, strict=False)) == ["Mi 20.12."]


def test_weekdays_without_a_day_are_held_against_those_that_fit() -> None:
    text = "freitags oder am Freitag, nicht am Donnerstag, 8.4., und nicht mittwochs"
    assert list(strange_weekdays(text, frozenset({2}))) == ["Freitag"]
    assert list(strange_weekdays("am Mittwoch", frozenset({2}))) == []


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Bitte bis 22.1. zurück.", "22.1."),
        ("am Freitag, 22. Januar 2027", "Freitag, 22. Januar 2027"),
        ("am 8.4.26 im Saal", "8.4.26"),
        ("bis 25.1.", ""),
        ("am 26. Januar", ""),
        ("Der Stand vom 12.1.2027", ""),
        ("seit dem 4. Januar", ""),
        ("Gedruckt am 24.1.2027", ""),
        ("Mia, geb. 3.1.2021", ""),
        ("Mia, geboren am 12.1.", ""),
        ("Mia 12.01.2021", ""),
        ("Bisher geplant: Montag, 18. Januar 2027", ""),
        ("statt Montag, 18.1., nun Montag, 1.2.", ""),
    ],
)
def test_a_day_that_is_over_is_named_unless_it_tells_of_before(text: str, over: str) -> None:
    assert list(past_days(text, TODAY)) == ([over] if over else [])


def test_a_day_that_everybody_knows_of_is_not_named_again() -> None:
    text = "Bitte bis 22.1. zurück, nicht erst am 23.1."
    assert list(past_days(text, TODAY, {date(2027, 1, 22)})) == ["23.1."]

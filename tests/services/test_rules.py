"""The shipped rules of the Länder, and what a slip of the pen in them does."""

from __future__ import annotations

import datetime as dt

import pytest

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.land import DayAfter, DayRange, Land, YearDay
from kitadesk.services.rules import land_rules, parse_land_rules


def shipped(land: Land) -> str:
    """Give the text of a shipped rules file."""
    return (resources_dir() / "laender" / f"{land.value.lower()}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("land", Land)
def test_every_land_has_rules_with_law_and_source(land: Land) -> None:
    rules = land_rules(land)

    assert rules.land is land
    assert rules.law.startswith(("§", "Art."))
    assert rules.source
    assert rules.checked_on is None


@pytest.mark.parametrize("land", Land)
def test_every_file_carries_the_name_of_its_land(land: Land) -> None:
    assert f'\nname = "{land.german_name}"\n' in shipped(land)


def test_the_rules_of_saxony_are_read_whole() -> None:
    rules = land_rules(Land.SN)

    assert rules.cutoff == YearDay(6, 30)
    assert rules.day_after is DayAfter.NO
    assert rules.postpone is None
    assert rules.opt_in == DayRange(YearDay(7, 1), YearDay(9, 30))
    assert rules.application == DayRange(YearDay(10, 1), None, deadline=YearDay(3, 15))
    assert rules.registration == DayRange(YearDay(8, 1, -1), YearDay(9, 15, -1))
    assert rules.school_exam == DayRange(YearDay(8, 1, -1), YearDay(1, 31))


def test_the_screening_of_bavaria_is_read() -> None:
    screening = land_rules(Land.BY).language_screening

    assert screening is not None
    assert screening.kita_certificate_until == YearDay(1, 31, -1)
    assert screening.test == DayRange(YearDay(3, 1, -1), YearDay(5, 10, -1))


def test_what_the_laender_say_on_deferral_is_read() -> None:
    berlin, hamburg = land_rules(Land.BE).deferral, land_rules(Land.HH).deferral
    halle = land_rules(Land.ST).deferral

    assert berlin is not None
    assert berlin.needs_kita_paper
    assert hamburg is not None
    assert hamburg.sixth_birthday is not None
    assert hamburg.sixth_birthday.end == YearDay(7, 1)
    assert halle is not None
    assert halle.deadline == YearDay(4, 30)


def test_the_day_somebody_checked_the_law_is_read() -> None:
    text = shipped(Land.SN).replace('checked_on = ""', 'checked_on = "14.02.2027"')

    assert parse_land_rules(text.encode(), "sn.toml", Land.SN).checked_on == dt.date(2027, 2, 14)


@pytest.mark.parametrize(
    ("land", "old", "new", "field"),
    [
        (Land.SN, 'land = "SN"', 'land = "ST"', "land"),
        (Land.SN, 'cutoff = "30.06."', 'cutoff = "31.06."', "due.cutoff"),
        (Land.SN, 'day_after = "no"', 'day_after = "nein"', "due.day_after"),
        (Land.SN, 'law = "§ 27 SächsSchulG, § 3 SOGS"', 'law = ""', "law"),
        (Land.SN, "day_after =", "dayafter =", "due.day_after"),
        (Land.SN, "\n[opt_in]", "\n[optin]", "optin"),
        (Land.SN, '"30.09."', '"30.06."', "opt_in.to"),
        (Land.SN, '"15.03."', "15", "application.deadline"),
        (Land.SN, "[registration]", "[anmeldung]", "registration"),
        (Land.SN, 'checked_on = ""', 'checked_on = "2027"', "checked_on"),
        (Land.SN, "[due]", '[due]\nnew = "1"', "due.new"),
        (Land.HH, 'to = "01.07."', 'until = "01.07."', "deferral.until"),
        (Land.BE, "kita_paper = true", 'kita_paper = "ja"', "deferral.kita_paper"),
        (
            Land.BY,
            "kita_certificate_until",
            "certificate",
            "language_screening.kita_certificate_until",
        ),
        (Land.SN, "[due]", "[due", "TOML"),
    ],
)
def test_a_slip_names_file_and_field(land: Land, old: str, new: str, field: str) -> None:
    text = shipped(land)
    assert old in text

    with pytest.raises(UserError) as caught:
        parse_land_rules(text.replace(old, new).encode(), "x.toml", land)

    assert caught.value.code == "rules_file_wrong"
    assert (caught.value.params["file"], caught.value.params["field"]) == ("x.toml", field)

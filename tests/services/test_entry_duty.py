"""Each child's class comes with its reason in words and the law; what is unknown stays unknown."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.entry_class import EntryClass
from kitadesk.domain.land import Land
from kitadesk.services.desk import Desk
from kitadesk.services.entry_duty import ASK_THE_SCHOOL, age_words, duty_of, explain
from kitadesk.services.people import ChildInput, add_child
from kitadesk.services.rules import land_rules


@pytest.mark.parametrize("land", Land)
def test_every_land_names_its_law_and_its_source(land: Land) -> None:
    found = explain(date(2021, 3, 1), 2027, land_rules(land))
    assert found.entry_class is EntryClass.DUE
    assert found.law in found.reason
    assert found.law.startswith("§") or found.law.startswith("Art.")
    assert found.source
    assert found.is_unchecked
    assert not found.is_cutoff_day


def test_a_child_is_explained_by_the_rules_of_the_house(desk: Desk, house: UUID) -> None:
    mia = add_child(desk, ChildInput("Vogel", "Mia", birth_date=date(2021, 7, 2)))
    found = duty_of(desk, mia, 2027)
    assert (found.entry_class, found.label) == (EntryClass.OPT_IN, "kann durch Anmeldung")
    assert "sechster Geburtstag am 02.07.2027, Stichtag 30.06.2027" in found.reason
    assert "wird mit der Anmeldung schulpflichtig" in found.reason
    assert found.age == "6 Jahre"


def test_without_a_birth_date_or_a_land_nothing_is_known(desk: Desk, house: UUID) -> None:
    mia = add_child(desk, ChildInput("Vogel", "Mia"))
    found = duty_of(desk, mia, 2027)
    assert (found.entry_class, found.label) == (None, "unbekannt")
    assert found.reason == "Das Geburtsdatum fehlt."
    assert not found.is_unchecked
    assert "Bundesland" in explain(date(2021, 3, 1), 2027, None).reason


def test_the_grenztag_asks_the_school(desk: Desk) -> None:
    found = explain(date(2021, 10, 1), 2027, land_rules(Land.BB))
    assert (found.is_cutoff_day, found.label) == (True, ASK_THE_SCHOOL)
    assert "Grenztag" in found.reason
    assert not explain(date(2021, 7, 1), 2027, land_rules(Land.SN)).is_cutoff_day


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2021, 8, 1), "6 Jahre"),
        (date(2021, 8, 2), "5 Jahre, 11 Monate"),
        (date(2021, 6, 30), "6 Jahre, 1 Monat"),
        (date(2026, 7, 1), "1 Jahr, 1 Monat"),
        (date(2027, 9, 1), "0 Jahre"),
    ],
)
def test_the_age_at_school_start_is_told_in_years_and_months(born: date, words: str) -> None:
    assert age_words(born, date(2027, 8, 1)) == words


def test_a_child_that_is_gone_has_no_duty(desk: Desk, house: UUID) -> None:
    with pytest.raises(UserError):
        duty_of(desk, house, 2027)

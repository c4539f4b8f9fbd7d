"""The entry year of a paper: the one named, or the one whose preparation runs."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.land import Land
from kitadesk.handouts.entry_year import (
    DutyFacts,
    by_place,
    duty_facts,
    duty_note,
    entry_year_of,
    starters_of,
)
from kitadesk.services.desk import Desk
from kitadesk.services.people import change_child
from kitadesk.services.transition import add_cohort
from tests.support.factories import TODAY, make_family, make_group, make_house


def test_a_cohort_is_its_own_year(desk: Desk) -> None:
    make_house(desk)
    cohort_id = add_cohort(desk, 2029)
    year = desk.read(entry_year_of, cohort_id, TODAY)
    assert (year.year, year.cohort_id) == (2029, cohort_id)
    assert year.rules is not None
    assert year.rules.land is Land.SN


def test_without_one_it_is_the_year_that_runs(desk: Desk) -> None:
    house = make_house(desk)
    for subject in (None, house):
        year = desk.read(entry_year_of, subject, TODAY)
        assert (year.year, year.cohort_id) == (2027, None)
    cohort_id = add_cohort(desk, 2027)
    assert desk.read(entry_year_of, None, TODAY).cohort_id == cohort_id


def test_another_record_is_no_year(desk: Desk) -> None:
    make_house(desk)
    with pytest.raises(UserError) as caught:
        desk.read(entry_year_of, uuid4(), TODAY)
    assert caught.value.code == "record_gone"


def test_an_unopened_year_has_the_children_whom_the_rule_suggests(desk: Desk) -> None:
    make_house(desk)
    make_family(desk, "Müller", children=("Mia", "Ole"))
    year = desk.read(entry_year_of, None, TODAY)
    found = desk.read(starters_of, year, TODAY)
    assert [one.row.first_name for one in found] == ["Mia"]


def test_an_opened_year_has_whoever_was_put_into_it(desk: Desk) -> None:
    make_house(desk)
    cohort_id = add_cohort(desk, 2027)
    family = make_family(desk, "Müller", children=("Mia", "Ole"))
    change_child(desk, family.child_ids[1], cohort_id=cohort_id)
    year = desk.read(entry_year_of, cohort_id, TODAY)
    assert [one.row.first_name for one in desk.read(starters_of, year, TODAY)] == ["Ole"]


def test_children_without_a_place_come_last(desk: Desk) -> None:
    make_house(desk)
    group = make_group(desk, "Zwerge")
    cohort_id = add_cohort(desk, 2027)
    for name, group_id in (("Arndt", None), ("Zeisig", group)):
        family = make_family(desk, name, group=group_id)
        change_child(desk, family.child_ids[0], cohort_id=cohort_id)
    year = desk.read(entry_year_of, cohort_id, TODAY)
    found = by_place(desk.read(starters_of, year, TODAY), is_by_group=True)
    assert list(found) == ["Zwerge", ""]


def test_the_note_names_law_source_and_who_checked_it(desk: Desk) -> None:
    make_house(desk)
    facts = duty_facts(desk.read(entry_year_of, None, TODAY))
    assert "wer bis 30.06.2027 sechs wird (§ 27 SächsSchulG" in duty_note(facts)
    assert "nicht am geltenden Gesetz geprüft" in duty_note(facts)
    checked = DutyFacts("Sachsen", "§ 27", "Aushang", date(2027, 6, 30), date(2026, 9, 1))
    assert "am geltenden Gesetz geprüft am 01.09.2026" in duty_note(checked)
    assert "nicht am" not in duty_note(checked)


def test_without_a_land_there_is_no_rule_to_name() -> None:
    assert duty_note(DutyFacts()) == ""

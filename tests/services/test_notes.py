"""A quick note is read while it is typed."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.services.desk import Desk
from kitadesk.services.notes import read_note
from kitadesk.services.people import ChildInput, add_child, change_child
from tests.support.factories import TODAY, make_house


@pytest.fixture(autouse=True)
def _house(desk: Desk) -> None:
    make_house(desk)


def make_child(desk: Desk, *, last_name: str, first_name: str) -> UUID:
    return add_child(desk, ChildInput(last_name=last_name, first_name=first_name))


def labels(desk: Desk, text: str) -> list[str]:
    return [choice.label for choice in read_note(desk, text).families]


def test_a_note_names_family_and_day(desk: Desk) -> None:
    make_child(desk, last_name="Kowalenko", first_name="Daryna")

    reading = read_note(desk, "Kowalenko bringt Zettel morgen")

    assert [choice.label for choice in reading.families] == ["Kowalenko, Daryna"]
    assert reading.due_on == TODAY + timedelta(days=1)


def test_a_word_that_is_no_family_names_none(desk: Desk) -> None:
    make_child(desk, last_name="Kowalenko", first_name="Daryna")

    assert labels(desk, "Kreide kaufen") == []
    assert labels(desk, "") == []


def test_umlauts_and_case_do_not_matter(desk: Desk) -> None:
    make_child(desk, last_name="Şahin", first_name="Elif")

    assert labels(desk, "SAHIN anrufen") == ["Şahin, Elif"]


def test_two_families_of_one_name_are_both_offered(desk: Desk) -> None:
    make_child(desk, last_name="Müller", first_name="Mia")
    make_child(desk, last_name="Müller", first_name="Ole")

    assert len(labels(desk, "Müller bringt Kuchen")) == 2
    assert labels(desk, "Müller, Ole bringt Kuchen") == ["Müller, Ole"]


def test_a_family_that_has_left_is_not_offered(desk: Desk) -> None:
    child_id = make_child(desk, last_name="Vogel", first_name="Ida")
    change_child(desk, child_id, left_on=date(2026, 12, 1))

    assert labels(desk, "Vogel anrufen") == []

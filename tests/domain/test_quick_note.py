"""Quick notes: which day and which family a line names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.quick_note import NamedFamily, closest, find_day, is_meant

TODAY = date(2027, 1, 27)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kowalenko bringt Zettel Mo", date(2027, 2, 1)),
        ("Kowalenko bringt Zettel Mo.", date(2027, 2, 1)),
        ("Zettel am 8.4. einsammeln", date(2027, 4, 8)),
        ("Morgen Kreide kaufen", date(2027, 1, 28)),
        ("bis Donnerstag, den 8. April Saal", date(2027, 4, 8)),
        ("Schlüssel in zwei Wochen holen", date(2027, 2, 10)),
        ("heute noch anrufen!", TODAY),
        ("Mo Kowalenko Zettel", date(2027, 2, 1)),
        ("Anruf Do oder Fr", date(2027, 1, 29)),
    ],
)
def test_a_day_is_found_where_it_stands(text: str, day: date) -> None:
    assert find_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 Zettel fehlen",
        "So machen wir es",
        "Do it yourself",
        "Kostet 1.2 Euro",
        "gestern angerufen",
        "so und so",
        "Gruppe 3",
    ],
)
def test_what_is_no_day_stays_a_word(text: str) -> None:
    assert find_day(text, TODAY) is None


def test_only_a_wrong_weekday_leaves_the_date() -> None:
    assert find_day("Mo 8.4. passt nicht", TODAY) == date(2027, 4, 8)


@given(st.text(max_size=80))
def test_any_line_can_be_read(text: str) -> None:
    found = find_day(text, TODAY)

    assert found is None or found >= TODAY


@pytest.mark.parametrize(
    ("name", "text", "is_named"),
    [
        ("Kowalenko", "kowalenko bringt Zettel", True),
        ("Şahin", "Sahin: Zettel", True),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt fehlt", True),
        ("Müller-Lüdenscheidt", "Müller fehlt", False),
        ("von Berg", "Frau von Berg anrufen", True),
        ("Li", "die Liste holen", False),
        ("Mai", "im Mai Fest", True),
    ],
)
def test_a_family_is_named_by_all_parts_of_its_name(
    name: str, text: str, *, is_named: bool
) -> None:
    assert is_meant(NamedFamily(name), text) is is_named


def test_a_childs_first_name_decides_between_two_families() -> None:
    families = [(1, NamedFamily("Müller", ("Mia",))), (2, NamedFamily("Müller", ("Ole", "Ida")))]

    assert closest(families, "Müller Ole bringt Kuchen") == [2]
    assert closest(families, "Müller bringt Kuchen") == [1, 2]

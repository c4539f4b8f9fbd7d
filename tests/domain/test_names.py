"""Names of children, siblings and parents on lists and letters."""

from __future__ import annotations

import pytest

from kitadesk.domain import names


def test_people_sort_by_last_name_then_first_name() -> None:
    people = [("Meier Kunz", "Anna"), ("Müller", "Mia"), ("Meier", "Zoe"), ("Muller", "Ben")]
    ordered = sorted(people, key=lambda name: names.name_sort_key(*name))
    assert ordered == [
        ("Meier", "Zoe"),
        ("Meier Kunz", "Anna"),
        ("Muller", "Ben"),
        ("Müller", "Mia"),
    ]


@pytest.mark.parametrize(
    ("children", "label"),
    [
        ([("Albrecht", "Mia")], "Albrecht, Mia"),
        ([("Albrecht", "Mia"), ("Albrecht", "Jonas")], "Albrecht, Mia und Jonas"),
        ([("Albrecht", "Mia"), ("Klein", "Jonas")], "Albrecht, Mia und Klein, Jonas"),
        ([("Albrecht", "")], "Albrecht"),
    ],
)
def test_siblings_are_named_together(children: list[tuple[str, str]], label: str) -> None:
    assert names.siblings_label(children) == label


@pytest.mark.parametrize(
    ("parents", "label"),
    [
        ([], ""),
        ([("Müller", "Anna"), ("Müller", "Peter")], "Anna und Peter Müller"),
        ([("Müller", "Anna"), ("Schmidt", "Peter")], "Anna Müller und Peter Schmidt"),
    ],
)
def test_parents_share_a_last_name_or_not(parents: list[tuple[str, str]], label: str) -> None:
    assert names.parents_label(parents) == label


def test_a_family_of_two_last_names_has_both() -> None:
    assert names.family_name_of([("Albrecht", "Mia"), ("Klein", "Jo"), ("Albrecht", "Ben")]) == (
        "Albrecht/Klein"
    )

"""Whom a letter names: nobody who lives apart, and no Frau or Herr that nobody told."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kitadesk.domain.addressees import Member, addressed_name, has_own_letter, letter_names
from kitadesk.domain.people import Salutation

ANNA = Member("Müller", "Anna")
HIS = uuid4()
PETER = Member("Schmidt", "Peter", person_id=HIS)
APART = Member("Schmidt", "Peter", lives_here=False, person_id=HIS)


@pytest.mark.parametrize(
    ("typed", "members", "named"),
    [
        ("", (ANNA, PETER), ("Anna Müller", "Peter Schmidt")),
        ("", (ANNA, APART), ("Anna Müller",)),
        ("", (APART,), ("Peter Schmidt",)),
        ("Familie Müller", (ANNA, APART), ("Familie Müller",)),
        ("", (), ()),
    ],
)
def test_a_letter_names_who_lives_in_the_household(
    typed: str, members: tuple[Member, ...], named: tuple[str, ...]
) -> None:
    assert letter_names(typed, members) == named


@pytest.mark.parametrize(
    ("salutation", "name"),
    [
        (Salutation.NONE, "Dr. Kim Kunz"),
        (Salutation.FRAU, "Frau Dr. Kim Kunz"),
        (Salutation.HERR, "Herrn Dr. Kim Kunz"),
    ],
)
def test_frau_and_herr_stand_only_where_they_are_known(salutation: Salutation, name: str) -> None:
    assert addressed_name("Kim", "Kunz", "Dr.", salutation) == name
    assert letter_names("", [Member("Kunz", "Kim", "Dr.", salutation)]) == (name,)


def test_who_lives_apart_has_no_letter_from_the_household_of_the_other() -> None:
    assert has_own_letter(HIS, [(ANNA, PETER)])
    assert not has_own_letter(HIS, [(ANNA, APART)])
    assert has_own_letter(HIS, [(ANNA,), (APART,)])
    assert not has_own_letter(HIS, [(ANNA,)])

"""Which children a slip with child care means: a number is written on it, and no names."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.child_care import (
    CareChild,
    CarePlace,
    CareRequest,
    age_words,
    care_places,
)

EVENING = date(2027, 4, 8)
MIA = CareChild("Muster", "Mia", "Frösche", date(2021, 5, 3))
JONAS = CareChild("Muster", "Jonas", "Bären", date(2023, 4, 9))
BOTH = (MIA, JONAS)


def places(*requests: CareRequest) -> list[tuple[str, tuple[str, ...]]]:
    return [(place.name, place.phones) for place in care_places(requests)]


def asked(count: int, *phones: str, children: tuple[CareChild, ...] = BOTH) -> CareRequest:
    return CareRequest("Muster", children, count, phones)


def test_as_many_as_there_are_siblings_means_each_of_them() -> None:
    assert places(asked(2, "0170 555 01")) == [
        ("Muster, Jonas", ("0170 555 01",)),
        ("Muster, Mia", ("0170 555 01",)),
    ]


def test_fewer_than_the_siblings_means_one_of_them() -> None:
    assert places(asked(1)) == [("Muster, Mia oder Jonas", ())]


def test_more_than_the_siblings_means_a_child_that_is_not_in_the_house() -> None:
    (first, second) = care_places([asked(2, "0170 555 01", children=(MIA,))])

    assert (first.name, second.name) == ("Muster, Mia", "")
    assert (second.family_name, second.phones) == ("Muster", ("0170 555 01",))


def test_two_homes_that_mean_all_children_mean_the_same_ones() -> None:
    found = places(asked(2, "0170 555 01"), asked(2, "0171 555 02"))

    assert found == [
        ("Muster, Jonas", ("0170 555 01", "0171 555 02")),
        ("Muster, Mia", ("0170 555 01", "0171 555 02")),
    ]


def test_who_asked_for_none_has_no_place() -> None:
    assert places(asked(0)) == []


def test_children_stand_by_family_and_the_unknown_one_behind_its_siblings() -> None:
    zoe = CareRequest("Albers", (CareChild("Albers", "Zoe"),), 2)

    found = care_places([asked(2), zoe])

    assert [(one.family_name, one.name) for one in found] == [
        *[("Albers", "Albers, Zoe"), ("Albers", "")],
        *[("Muster", "Muster, Jonas"), ("Muster", "Muster, Mia")],
    ]


def test_siblings_with_two_last_names_are_both_named_in_full() -> None:
    place = CarePlace("Muster/Klein", (MIA, CareChild("Klein", "Ole")))

    assert place.name == "Muster, Mia oder Klein, Ole"


def test_groups_and_ages_of_one_of_several_are_all_told() -> None:
    place = CarePlace("Muster", BOTH)

    assert (place.groups, place.ages(EVENING)) == ("Frösche oder Bären", "5 oder 3")


@pytest.mark.parametrize(
    "place",
    [
        CarePlace("Muster", ()),
        CarePlace("Muster", (MIA, CareChild("Muster", "Ole"))),
        CarePlace("Muster", (CareChild("Muster", "Ole", birth_date=date(2027, 4, 9)),)),
    ],
)
def test_an_age_that_is_not_known_is_left_to_be_written(place: CarePlace) -> None:
    assert place.ages(EVENING) == ""


def test_without_a_day_there_is_no_age() -> None:
    assert CarePlace("Muster", BOTH).ages(None) == ""


@pytest.mark.parametrize(
    ("birth_date", "words"),
    [
        (date(2022, 4, 8), "5"),
        (date(2022, 4, 9), "4"),
        (date(2024, 4, 8), "3"),
        (date(2024, 4, 9), "2;11"),
        (date(2026, 3, 31), "1;0"),
        (date(2027, 3, 9), "0;0"),
        (date(2027, 4, 8), "0;0"),
        (date(2027, 4, 9), ""),
    ],
)
def test_ages_under_three_are_told_with_their_months(birth_date: date, words: str) -> None:
    assert age_words(birth_date, EVENING) == words

"""Who signs which sheet of a consent form, and which law stands on it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kitadesk.domain.consent_forms import (
    CATEGORIES,
    FORM_KINDS,
    WAYS,
    Custodian,
    FormSheet,
    Home,
    law_of,
    sheets_of,
)
from kitadesk.domain.institutions import ProviderType

ANNA, PETER = Custodian(uuid4(), "Anna Müller"), Custodian(uuid4(), "Peter Vogel")
FIRST, SECOND = uuid4(), uuid4()


def home(key: UUID, *people: Custodian) -> Home:
    return Home(key, frozenset(one.person_id for one in people))


def test_custodians_of_one_home_sign_one_sheet() -> None:
    sheets = sheets_of([ANNA, PETER], [home(FIRST, ANNA, PETER)])
    assert sheets == (FormSheet(FIRST, ("Anna Müller", "Peter Vogel")),)


def test_custodians_who_live_apart_get_a_sheet_each() -> None:
    sheets = sheets_of([ANNA, PETER], [home(FIRST, ANNA), home(SECOND, PETER)])
    assert sheets == (
        FormSheet(FIRST, ("Anna Müller",), has_others=True),
        FormSheet(SECOND, ("Peter Vogel",), has_others=True),
    )


def test_a_custodian_without_a_home_signs_the_sheet_that_comes_with_the_child() -> None:
    (sheet,) = sheets_of([ANNA, PETER], [home(FIRST, ANNA)])
    assert sheet.signers == ("Anna Müller", "Peter Vogel")
    assert not sheet.has_others


def test_who_lives_apart_signs_alone_though_kept_in_the_home_of_the_child() -> None:
    apart = replace(PETER, lives_apart=True)
    for homes in ([home(FIRST, ANNA, PETER)], [home(FIRST, ANNA)]):
        assert sheets_of([ANNA, apart], homes) == (
            FormSheet(FIRST, ("Anna Müller",), has_others=True),
            FormSheet(None, ("Peter Vogel",), has_others=True),
        )


def test_who_lives_apart_in_a_household_of_its_own_gets_the_sheet_there() -> None:
    apart = replace(PETER, lives_apart=True)
    sheets = sheets_of([ANNA, apart], [home(FIRST, ANNA), home(SECOND, PETER)])
    assert [sheet.household_id for sheet in sheets] == [FIRST, SECOND]


def test_a_home_without_a_custodian_gets_no_sheet() -> None:
    sheets = sheets_of([ANNA], [home(FIRST, ANNA), home(SECOND)])
    assert [sheet.household_id for sheet in sheets] == [FIRST]


def test_without_a_known_custodian_the_first_home_gets_empty_lines() -> None:
    assert sheets_of([], [home(FIRST), home(SECOND)]) == (FormSheet(FIRST),)
    assert sheets_of([], []) == (FormSheet(None),)


def test_without_any_home_there_is_still_a_sheet_to_sign() -> None:
    assert sheets_of([ANNA], []) == (FormSheet(None, ("Anna Müller",)),)


def test_only_the_home_of_a_missing_signature_gets_a_sheet_again() -> None:
    homes = [home(FIRST, ANNA), home(SECOND, PETER)]
    (sheet,) = sheets_of([ANNA, PETER], homes, signed={"Anna Müller"})
    assert sheet.household_id == SECOND


@pytest.mark.parametrize(
    ("provider", "law", "other"),
    [
        (ProviderType.MUNICIPAL, "§§ 61 bis 68 SGB VIII", "DSG-EKD"),
        (ProviderType.FREE, "BDSG", "SGB X"),
        (ProviderType.PROTESTANT, "DSG-EKD", "DSGVO"),
        (ProviderType.CATHOLIC, "KDG", "DSGVO"),
        (ProviderType.UNKNOWN, "für unseren Träger gilt", "DSGVO"),
    ],
)
def test_the_law_follows_from_the_kind_of_provider(
    provider: ProviderType, law: str, other: str
) -> None:
    assert law in law_of(provider)
    assert other not in law_of(provider)


def test_every_kind_of_form_has_categories_and_ways() -> None:
    assert all(len(CATEGORIES[kind]) >= 3 and len(WAYS[kind]) == 2 for kind in FORM_KINDS)

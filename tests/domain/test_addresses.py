import pytest

from kitadesk.domain.addresses import PostalAddress, join_address, split_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Bad 4, 09661 Hainichen", ("Am Bad 4", "09661", "Hainichen")),
        ("Am Bad 4 09661 Hainichen OT Nord", ("Am Bad 4", "09661", "Hainichen OT Nord")),
        ("Am Bad 4\nD-09661 Hainichen", ("Am Bad 4", "09661", "Hainichen")),
        ("09661 Hainichen", ("", "09661", "Hainichen")),
        ("Am Bad 4", ("Am Bad 4", "", "")),
        ("", ("", "", "")),
    ],
)
def test_an_address_in_one_cell_is_divided(text: str, expected: tuple[str, str, str]) -> None:
    assert split_address(text) == PostalAddress(*expected)


def test_the_leading_zero_that_excel_drops_comes_back() -> None:
    assert join_address("Am Bad 4", "9661", "Hainichen").postcode == "09661"


def test_a_postcode_before_the_town_is_taken_from_there() -> None:
    assert join_address("Am Bad 4", "", "09661 Hainichen") == PostalAddress(
        "Am Bad 4", "09661", "Hainichen"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Käthe-Kollwitz-Str. 8, 09661 Ort", "Käthe-Kollwitz-Straße 8, 09661 Ort"),
        ("Marktstr.8, 09661 Ort", "MARKTSTRASSE 8, 09661 Anderswo"),
        ("Am Bad 4, 09661 Ort", "Am  Bad 4 09661 Ort"),
    ],
)
def test_the_same_address_meets_however_it_is_written(one: str, other: str) -> None:
    assert split_address(one).key == split_address(other).key


@pytest.mark.parametrize("other", ["Am Bad 5, 09661 Ort", "Am Bad 4, 09599 Ort"])
def test_different_addresses_do_not_meet(other: str) -> None:
    assert split_address("Am Bad 4, 09661 Ort").key != split_address(other).key


def test_a_town_alone_is_no_address_to_compare() -> None:
    assert split_address("09661 Hainichen").key == ""

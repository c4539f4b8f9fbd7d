"""The table of postcodes and what people type."""

from __future__ import annotations

import pytest

from kitadesk.domain.land import Land
from kitadesk.domain.postcodes import Place, PostcodeTable, parse_postcodes

TEXT = "plz;ort;land\n09661;Hainichen;SN\n09661;Rossau;SN\n69412;Eberbach;BW\n69412;Igelsbach;HE\n"


@pytest.fixture
def table() -> PostcodeTable:
    return parse_postcodes(TEXT)


@pytest.mark.parametrize("typed", ["09661", " 09661 ", "D-09661", "de - 09661", "0 9661", "9661"])
def test_a_postcode_is_found_as_people_type_it(table: PostcodeTable, typed: str) -> None:
    assert table.lookup(typed) == (Place("Hainichen", Land.SN), Place("Rossau", Land.SN))


def test_a_postcode_in_two_laender_gives_both(table: PostcodeTable) -> None:
    assert [place.land for place in table.lookup("69412")] == [Land.BW, Land.HE]


@pytest.mark.parametrize(
    "typed", ["", "00000", "966", "096612", "A-9661", "Hainichen", "\x00", "٠٩٦٦١"]
)
def test_an_unknown_postcode_gives_nothing(table: PostcodeTable, typed: str) -> None:
    assert table.lookup(typed) == ()


@pytest.mark.parametrize("line", ["09661;Hainichen", "9661;Hainichen;SN", "09661;Hainichen;XX"])
def test_a_wrong_line_of_the_table_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=line):
        parse_postcodes(f"plz;ort;land\n{line}\n")

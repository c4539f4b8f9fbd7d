from datetime import date

import pytest

from kitadesk.domain.sheet import Cell, cell_text, clean_cell, rectangle


@pytest.mark.parametrize(
    ("cell", "text"), [(date(2021, 4, 3), "03.04.2021"), ("Mia\n Sofie", "Mia Sofie"), ("", "")]
)
def test_a_cell_reads_as_on_the_screen(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_nothing_invisible_stays_in_a_cell() -> None:
    assert clean_cell(" \ufeffM\x00ia\u202e\r\nOtt ") == "Mia\nOtt"


def test_only_empty_rows_and_columns_at_the_end_are_cut() -> None:
    assert rectangle([["", ""], ["a", "", ""], [], ["b", "c", ""], [""]]) == (
        ("", ""),
        ("a", ""),
        ("", ""),
        ("b", "c"),
    )

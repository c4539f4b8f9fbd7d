from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.birth_dates import read_birth_date
from kitadesk.domain.sheet import Cell

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 4, 3),
        "3.4.2021",
        "03.04.21",
        "2021-04-03",
        "3. April 2021",
        "3/4/2021",
        "geb. 3.4.2021",
        "*03.04.2021",
        "03.04.2021 00:00",
        "44289",
    ],
)
def test_a_birth_date_is_understood_in_every_usual_form(cell: Cell) -> None:
    assert read_birth_date(cell, TODAY).day == date(2021, 4, 3)


@pytest.mark.parametrize("cell", ["31.02.2021", "bald", "3.4.", "0.0.0000"])
def test_what_is_no_date_leaves_it_empty_and_says_so(cell: str) -> None:
    found = read_birth_date(cell, TODAY)
    assert (found.day, found.problem) == (None, f"{cell} ist kein Datum")


@pytest.mark.parametrize("cell", ["", "–", "?", " - "])
def test_an_empty_cell_is_no_problem(cell: str) -> None:
    assert read_birth_date(cell, TODAY).problem == ""


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("22.11.2026", ""),
        ("22.11.2014", ""),
        ("21.11.2014", "Geboren am 21.11.2014, also älter als 12 Jahre"),
    ],
)
def test_a_date_that_fits_no_kita_child_is_taken_with_a_problem(cell: str, problem: str) -> None:
    found = read_birth_date(cell, TODAY)
    assert found.day is not None
    assert found.problem == problem


@pytest.mark.parametrize(("year", "full"), [("21", 2021), ("28", 1928)])
def test_two_digits_of_a_year_are_the_last_hundred_years(year: str, full: int) -> None:
    assert read_birth_date(f"1.1.{year}", TODAY).day == date(full, 1, 1)


@pytest.mark.parametrize("cell", ["31.12.9999", "01.01.1001", date(9999, 12, 31), date(1, 1, 1)])
def test_a_day_that_stands_for_unknown_elsewhere_is_no_birth_date(cell: Cell) -> None:
    found = read_birth_date(cell, TODAY)
    assert found.day is None
    assert found.problem.endswith("ist kein Datum")


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    found = read_birth_date(text, TODAY)
    assert found.day is None or isinstance(found.day, date)


@pytest.mark.parametrize("cell", ["23.11.2026", "1.1.27"])
def test_a_birth_to_come_is_left_empty_and_told(cell: str) -> None:
    found = read_birth_date(cell, TODAY)

    assert found.day is None
    assert found.problem.endswith("liegt in der Zukunft und bleibt deshalb leer")

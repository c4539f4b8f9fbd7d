"""Chosen cells: a rectangle, more and fewer single ones, always within the matrix."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.matrix_selection import MatrixSelection, Spot, moved

SPOTS = st.builds(Spot, st.integers(0, 30), st.integers(0, 12))


@given(SPOTS, SPOTS)
def test_a_rectangle_holds_both_its_corners(anchor: Spot, cursor: Spot) -> None:
    selection = MatrixSelection().to(anchor).to(cursor, extend=True)
    found = list(selection.spots())
    assert anchor in found
    assert cursor in found
    height, width = abs(anchor.row - cursor.row) + 1, abs(anchor.column - cursor.column) + 1
    assert len(found) == height * width
    assert all(spot in selection for spot in found)


@given(st.lists(SPOTS, max_size=8), SPOTS)
def test_clicking_twice_with_strg_changes_nothing(before: list[Spot], spot: Spot) -> None:
    selection = MatrixSelection()
    for one in before:
        selection = selection.toggled(one)
    twice = selection.toggled(spot).toggled(spot)
    assert list(twice.spots()) == list(selection.spots())


def test_a_cell_that_was_taken_out_is_not_chosen() -> None:
    selection = MatrixSelection().to(Spot(0, 0)).to(Spot(1, 1), extend=True).toggled(Spot(0, 1))
    assert list(selection.spots()) == [Spot(0, 0), Spot(1, 0), Spot(1, 1)]
    assert Spot(0, 1) not in selection


def test_moving_drops_the_rectangle() -> None:
    selection = MatrixSelection().to(Spot(4, 4), extend=True).to(Spot(2, 2))
    assert list(selection.spots()) == [Spot(2, 2)]
    assert not selection.is_several


@given(SPOTS, SPOTS, st.integers(0, 20), st.integers(0, 8))
def test_within_a_smaller_matrix_nothing_lies_outside(
    anchor: Spot, cursor: Spot, rows: int, columns: int
) -> None:
    selection = MatrixSelection(cursor, anchor, frozenset({anchor})).within(rows, columns)
    for spot in selection.spots():
        assert spot.row < max(1, rows)
        assert spot.column < max(1, columns)


@given(SPOTS, st.integers(-50, 50), st.integers(-50, 50))
def test_a_step_ends_at_the_edge(spot: Spot, down: int, right: int) -> None:
    found = moved(spot, down, right, 31, 13)
    assert 0 <= found.row < 31
    assert 0 <= found.column < 13


def test_more_than_the_cell_of_the_cursor_is_several() -> None:
    one = MatrixSelection().to(Spot(2, 3))
    assert not one.is_several
    assert one.to(Spot(2, 4), extend=True).is_several
    assert one.toggled(Spot(5, 5)).is_several


def test_it_begins_at_the_first_cell() -> None:
    assert list(MatrixSelection().spots()) == [Spot(0, 0)]


def test_a_step_goes_down_and_to_the_right() -> None:
    assert moved(Spot(2, 3), 1, 2, 10, 10) == Spot(3, 5)
    assert moved(Spot(2, 3), -1, -2, 10, 10) == Spot(1, 1)


def test_single_cells_beyond_a_smaller_matrix_are_dropped() -> None:
    chosen = MatrixSelection().toggled(Spot(3, 1)).toggled(Spot(2, 1)).toggled(Spot(1, 4))
    assert set(chosen.within(3, 4).extra) == {Spot(0, 0), Spot(2, 1)}

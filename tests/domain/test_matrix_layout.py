"""Where cells lie: every point of the view belongs to the cell whose box holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.matrix_layout import MatrixLayout, chosen_columns, shared

WIDTHS = st.lists(st.integers(20, 200), max_size=25).map(tuple)


@st.composite
def layouts(draw: st.DrawFn) -> MatrixLayout:
    layout = MatrixLayout(
        rows=draw(st.integers(0, 2000)),
        fixed=draw(st.lists(st.integers(20, 200), min_size=1, max_size=5).map(tuple)),
        widths=draw(WIDTHS),
        row_height=draw(st.integers(10, 60)),
        head_height=draw(st.integers(10, 120)),
        view_width=draw(st.integers(0, 2000)),
        view_height=draw(st.integers(0, 1200)),
    )
    return layout.scrolled(draw(st.integers(-50, 5000)), draw(st.integers(-50, 90_000)))


@given(layouts(), st.data())
def test_the_middle_of_a_seen_cell_belongs_to_it(layout: MatrixLayout, data: st.DataObject) -> None:
    rows, columns = layout.visible_rows(), layout.visible_columns()
    if not rows or not columns:
        return
    row, column = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(columns))
    box = layout.cell_box(row, column)
    y = max(layout.head_height, min(box.y + box.height // 2, layout.view_height - 1))
    x = max(layout.fixed_width, min(box.x + box.width // 2, layout.view_width - 1))
    if box.y <= y < box.bottom:
        assert layout.row_at(y) == row
    if box.x <= x < box.right:
        assert layout.column_at(x) == column


@given(layouts())
def test_what_is_seen_touches_the_view_and_nothing_else_does(layout: MatrixLayout) -> None:
    rows = layout.visible_rows()
    for row in (rows.start - 1, rows.stop):
        if rows and 0 <= row < layout.rows:
            box = layout.fixed_box(row, 0)
            assert box.bottom <= layout.head_height or box.y >= layout.view_height
    for row in rows:
        box = layout.fixed_box(row, 0)
        assert box.bottom > layout.head_height
        assert box.y < layout.view_height


@given(layouts(), st.data())
def test_a_shown_cell_is_seen_whole_where_there_is_room(
    layout: MatrixLayout, data: st.DataObject
) -> None:
    if not layout.rows or not layout.widths:
        return
    row = data.draw(st.integers(0, layout.rows - 1))
    column = data.draw(st.integers(0, len(layout.widths) - 1))
    moved = layout.showing(row, column)
    box = moved.cell_box(row, column)
    if layout.view_height - layout.head_height >= layout.row_height:
        assert box.y >= layout.head_height
        assert box.bottom <= layout.view_height
    if layout.view_width - layout.fixed_width >= box.width:
        assert box.x >= layout.fixed_width
        assert box.right <= layout.view_width
    assert moved.showing(row, column) == moved


@given(layouts())
def test_scrolling_stays_within_bounds(layout: MatrixLayout) -> None:
    assert 0 <= layout.left <= layout.most_left
    assert 0 <= layout.top <= layout.most_top


@given(layouts(), st.integers(-500, 3000), st.integers(-500, 3000))
def test_dragging_beyond_the_edge_finds_a_cell(layout: MatrixLayout, x: int, y: int) -> None:
    row, column = layout.nearest(x, y)
    assert 0 <= row < max(1, layout.rows)
    assert 0 <= column < max(1, len(layout.widths))


@given(WIDTHS, st.integers(0, 3000), st.integers(20, 300))
def test_sharing_never_takes_away_and_never_exceeds_the_room(
    widths: tuple[int, ...], room: int, most: int
) -> None:
    found = shared(widths, room, most)
    assert all(new >= old for new, old in zip(found, widths, strict=True))
    assert sum(found) <= max(room, sum(widths))


@pytest.mark.parametrize(
    ("view", "measures", "chosen"),
    [
        (2000, 800, [0, 1, 2, 3, 4]),
        (1000, 2000, [0, 2, 4]),
        (300, 2000, [0]),
        (540, 60, [0, 2, 3, 4]),
    ],
)
def test_the_less_important_columns_make_room_for_measures(
    view: int, measures: int, chosen: list[int]
) -> None:
    wanted, ranks = (160, 100, 90, 110, 120), (0, 4, 1, 3, 2)
    assert chosen_columns(wanted, ranks, measures, view) == chosen


def test_the_head_and_the_names_are_no_cells() -> None:
    layout = MatrixLayout(5, (100,), (50, 50), 20, 30, 400, 300)
    assert layout.row_at(29) is None
    assert layout.row_at(30) == 0
    assert layout.row_at(130) is None
    assert layout.column_at(99) is None
    assert layout.column_at(100) == 0
    assert layout.column_at(200) is None
    assert (layout.fixed_at(99), layout.fixed_at(100)) == (0, None)


def test_a_page_is_what_is_seen_whole() -> None:
    layout = MatrixLayout(500, (100,), (50,), 20, 30, 400, 300)
    assert layout.page_rows == 13
    assert MatrixLayout(500, (100,), (50,), 20, 30, 400, 20).page_rows == 1

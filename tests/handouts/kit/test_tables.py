"""Tables: heads on every page, rows of any height, columns that fit the sheet."""

from __future__ import annotations

import re

import pytest

from kitadesk.handouts.kit.blocks import (
    Align,
    CellKind,
    Column,
    Counts,
    Document,
    GroupBreak,
    PageSetup,
    Table,
)
from kitadesk.handouts.kit.pdf import inspect, page_count, render
from tests.support.reading import Sheet, read_paths, read_pdf, squeezed

NAMES = (Column("Name"), Column("Gruppe"))


def sheets(table: Table, *more: Counts, landscape: bool = False) -> list[Sheet]:
    setup = PageSetup(landscape=landscape)
    return read_pdf(render(Document("Liste", (table, *more), setup), invariant=True))


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"Name {number}", "Igel") for number in range(count))


def test_heads_stand_on_every_page() -> None:
    pages = sheets(Table(NAMES, rows(100)))
    assert len(pages) > 2
    assert all("Gruppe" in page.text for page in pages)


def test_every_row_is_printed_once() -> None:
    text = " ".join(page.text for page in sheets(Table(NAMES, rows(100))))
    assert sorted(re.findall(r"Name (\d+)", text), key=int) == [str(n) for n in range(100)]


def test_rows_are_counted_through_groups_and_blank_rows() -> None:
    listed = (*rows(2), GroupBreak("Bären"), *rows(1))
    (page,) = sheets(Table(NAMES, listed, blank_rows=2, numbered=True))
    assert "Nr." in page.text
    assert [page.find(str(number)).left for number in (4, 5)]


def test_a_group_may_begin_a_new_page_and_keeps_the_head() -> None:
    listed = (*rows(2), GroupBreak("Bären", new_page=True), *rows(1))
    first, second = sheets(Table(NAMES, listed))
    assert "Bären" not in first.text
    assert second.text.index("Gruppe") < second.text.index("Bären")


def test_a_group_title_is_never_left_alone_at_the_foot() -> None:
    for count in range(20, 32):
        pages = sheets(Table(NAMES, (*rows(count), GroupBreak("Bären"), *rows(1))))
        page = next(page for page in pages if "Bären" in page.text)
        assert "Name 0" in page.text.split("Bären")[1]


def test_sums_are_never_left_alone_on_a_page() -> None:
    for count in range(22, 32):
        last = sheets(Table(NAMES, rows(count)), Counts((("kommen", ""),)))[-1]
        assert f"Name {count - 1}" in last.text


def test_a_cell_of_3000_words_is_divided_over_pages() -> None:
    words = " ".join(f"w{number}" for number in range(3000))
    pages = sheets(Table(NAMES, ((words, "Igel"), ("Ende", ""))))
    assert len(pages) > 3
    text = " ".join(page.text for page in pages)
    assert re.findall(r"\bw\d+", text) == words.split()
    assert "Ende" in pages[-1].text


def test_a_long_name_shrinks_before_it_is_broken() -> None:
    columns = (Column("Name", width=30), Column("Rest"))
    (page,) = sheets(Table(columns, (("Wolkenstein-Hohen", ""), ("Mia", ""))))
    name, other = page.find("Wolkenstein"), page.find("Mia")
    assert "Hohen" in name.text
    assert name.bottom - name.top < (other.bottom - other.top) * 1.3


def test_a_head_wider_than_its_column_stands_upright() -> None:
    columns = (Column("Name"), Column("Gummistiefel", width=10), Column("Geld", width=10))
    (page,) = sheets(Table(columns, (("Mia", "", ""),)))
    upright = [item for item in page.stretches if item.bottom - item.top > 8]
    assert "Gummistiefel" in squeezed(page.text)
    assert upright


def test_twelve_columns_with_a_long_head_stay_on_the_sheet() -> None:
    columns = tuple(Column("Verantwortlichkeit " * 3, width=30) for _ in range(12))
    document = Document("Liste", (Table(columns, (("Mia",) * 12,)),))
    (page,) = read_pdf(render(document))
    assert max(item.right for item in page.stretches) <= 205
    assert inspect(document).shortened


def test_free_columns_give_way_so_that_fixed_ones_keep_their_width() -> None:
    columns = (Column("Name"), Column("E-Mail"), Column("Fest", width=80))
    (page,) = sheets(Table(columns, (("Mia " * 30, "mia@example.org", "hier"),)))
    assert page.find("mia@example.org").text.strip() == "mia@example.org"
    assert page.find("hier").left == pytest.approx(210 - 20 - 80 + 1.6, abs=0.5)


def test_cells_are_aligned_as_their_column() -> None:
    columns = (
        Column("a", width=50),
        Column("b", width=50, align=Align.CENTER),
        Column("c", width=50, align=Align.END),
    )
    (page,) = sheets(Table(columns, (("links", "mitte", "rechts"),)))
    middle = page.find("mitte")
    assert page.find("links").left == pytest.approx(22 + 1.6, abs=0.6)
    assert (middle.left + middle.right) / 2 == pytest.approx(22 + 75, abs=0.6)
    assert page.find("rechts").right == pytest.approx(22 + 150 - 1.6, abs=0.6)


def test_ticked_and_open_boxes_draw_differently_and_print_no_text() -> None:
    columns = (Column("zurück", kind=CellKind.TICK),)
    ticked = Document("L", (Table(columns, (("x",),)),))
    open_box = Document("L", (Table(columns, (("",),)),))
    assert render(ticked, invariant=True) != render(open_box, invariant=True)
    assert "x" not in read_pdf(render(ticked))[0].text


def test_blank_rows_take_room() -> None:
    assert page_count(Document("L", (Table(NAMES, (), blank_rows=60),))) > 1


def test_a_table_without_rows_still_has_its_head() -> None:
    (page,) = sheets(Table(NAMES))
    assert "Gruppe" in page.text


def test_every_row_has_a_rule_across_the_whole_table() -> None:
    document = Document("L", (Table(NAMES, rows(3)),))
    rules = [box for box in read_paths(render(document))[0] if box.right - box.left > 100]
    assert len(rules) == 4
    assert all(box.left == pytest.approx(22, abs=0.5) for box in rules)
    assert all(box.right == pytest.approx(190, abs=0.5) for box in rules)


def test_a_grid_has_a_line_at_each_side_of_each_column() -> None:
    document = Document("L", (Table(NAMES, rows(1), grid=True),))
    upright = [box for box in read_paths(render(document))[0] if box.right - box.left < 2]
    assert len({round(box.left) for box in upright}) == 3


def test_free_columns_share_the_rest_by_their_shares() -> None:
    columns = (Column("a"), Column("b", share=3))
    (page,) = sheets(Table(columns, (("links", "rechts"),)))
    natural = 12 + 2 * 1.6
    assert page.find("rechts").left == pytest.approx(
        22 + natural + (168 - 2 * natural) / 4 + 1.6, abs=0.7
    )


def test_a_group_title_has_air_above_it() -> None:
    (page,) = sheets(Table(NAMES, (GroupBreak("Bären"), *rows(1))))
    assert page.find("Bären").top - page.find("Gruppe").bottom > 3


NOTE = Counts((("Anwesend", ""),))


def test_blank_rows_give_way_where_that_saves_a_page() -> None:
    per_page = next(n for n in range(20, 60) if len(sheets(Table(NAMES, rows(n)), NOTE)) > 1) - 1
    for blank_rows in (1, 3):
        table = Table(NAMES, rows(per_page - 1), blank_rows=blank_rows, numbered=True)
        (page,) = sheets(table, NOTE)
        assert "Anwesend" in page.text
    assert len(sheets(Table(NAMES, rows(per_page - 1), blank_rows=8), NOTE)) == 2


def test_rows_with_names_never_give_way() -> None:
    for count in range(20, 40):
        text = "".join(page.text for page in sheets(Table(NAMES, rows(count), blank_rows=2), NOTE))
        assert all(row[0] in text for row in rows(count))


def test_a_head_shrinks_a_little_before_it_stands_upright() -> None:
    columns = (Column("Geburtsdatum", width=23.5), Column("Name"))
    (page,) = sheets(Table(columns, (("01.02.2021", "Mia"),)))
    head = page.find("Geburtsdatum")
    assert head.right - head.left > head.bottom - head.top


def test_the_last_row_is_never_left_alone_on_a_page() -> None:
    for count in range(20, 60):
        *_, last = sheets(Table(NAMES, rows(count)))
        assert f"Name {count - 3}" in last.text


def test_a_dense_list_takes_less_room_and_stays_readable() -> None:
    (usual,), (dense,) = (sheets(Table(NAMES, rows(20), 5.0, dense=one)) for one in (False, True))
    foot = {page.find("Name 19").bottom for page in (usual, dense)}
    assert max(foot) - min(foot) > 20
    name = dense.find("Name 19")
    assert name.bottom - name.top > 0.75 * (
        usual.find("Name 19").bottom - usual.find("Name 19").top
    )


def test_columns_without_any_head_take_no_room_for_one() -> None:
    bare = (Column("", width=40), Column(""))
    (page,) = sheets(Table(bare, rows(1)))
    (headed,) = sheets(Table(NAMES, rows(1)))
    assert headed.find("Name 0").top - page.find("Name 0").top > 3

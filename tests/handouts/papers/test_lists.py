"""Separator, attendance list and group list: what stands on them, and what must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kitadesk.handouts.facts import EventFacts
from kitadesk.handouts.kit.blocks import Document, Table
from kitadesk.handouts.kit.pdf import page_count, render
from kitadesk.handouts.papers import events_attendance as attendance
from kitadesk.handouts.papers import events_group_separator as separator
from kitadesk.handouts.papers import general_group_list as group_list
from kitadesk.handouts.papers.general_group_list import GroupChild, GroupListParams
from kitadesk.handouts.return_list import Return
from kitadesk.handouts.texts import SHIPPED
from tests.support.reading import Sheet, read_pdf


def sheets(document: Document) -> list[Sheet]:
    return read_pdf(render(document))


def children(*names: tuple[str, str]) -> group_list.GroupListContent:
    listed = tuple(
        GroupChild(first, last, date(2021, 5, 3), "Anna Muster", "0170 555 0101", "a@example.org")
        for last, first in names
    )
    return group_list.GroupListContent(groups=(group_list.GroupListGroup("Igel", listed),))


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_the_name_of_the_group_is_the_largest_thing_on_its_separator() -> None:
    (sheet,) = sheets(separator.document(*separator.sample()))
    heights = {item.text.strip(): item.bottom - item.top for item in sheet.stretches}
    assert max(heights, key=heights.__getitem__) == "Frösche"


def test_families_stand_by_name_with_number_and_what_is_known() -> None:
    rows = table_of(separator.document(*separator.sample())).rows
    assert [row[0] for row in rows] == ["4823-3", "4821-7", "4824-1", "4822-5"]
    assert rows[1] == ("4821-7", "Muster, Mia und Jonas", "x", "x", "2", "")


def test_a_group_of_twenty_stays_on_one_sheet_with_its_sums() -> None:
    returns = tuple(Return(f"10{n}-1", f"Familie {n}") for n in range(10, 30))
    content = separator.SeparatorContent(
        separator.sample()[0].event, (separator.GroupReturns("Igel", returns),)
    )
    (sheet,) = sheets(separator.document(content, separator.SeparatorParams()))
    assert "zurück von 20" in sheet.text


def test_every_group_has_its_own_sheet() -> None:
    groups = tuple(separator.GroupReturns(name) for name in ("Igel", "Bären"))
    content = separator.SeparatorContent(EventFacts(title="Fest"), groups)
    assert page_count(separator.document(content, separator.SeparatorParams())) == 2


def test_people_stand_by_name_on_the_attendance_list_and_can_sign() -> None:
    table = table_of(attendance.document(*attendance.sample()))
    assert [row[0] for row in table.rows] == [
        "Muster, Anna und Paul",
        "Nguyễn, Thị Lan",
        "Şahin, Derya",
    ]
    assert (table.numbered, table.blank_rows) == (True, 8)
    assert table.columns[-1].header == "Unterschrift"


def test_children_can_be_left_out_of_the_attendance_list() -> None:
    content, params = attendance.sample()
    table = table_of(attendance.document(content, replace(params, children=False)))
    assert [column.header for column in table.columns] == ["Name", "Unterschrift"]


def test_the_attendance_list_says_what_becomes_of_it() -> None:
    (sheet,) = sheets(attendance.document(*attendance.sample()))
    assert SHIPPED.say("attendance_list.purpose") in sheet.text.replace("\r\n", " ")


def test_the_blank_attendance_list_is_one_full_page() -> None:
    params = attendance.AttendanceParams()
    assert page_count(attendance.document(attendance.blank(params), params)) == 1


@pytest.mark.parametrize(
    ("family", "members", "expected"),
    [
        ("Muster", ("Anna Muster", "Paul Muster"), "Muster, Anna und Paul"),
        ("Muster", ("Dr. Anna Muster",), "Muster, Dr. Anna"),
        ("Muster", ("Anna Klein", "Paul Muster"), "Muster (Anna Klein und Paul Muster)"),
        ("Muster", (), "Muster"),
    ],
)
def test_households_are_listed_by_family_name(
    family: str, members: tuple[str, ...], expected: str
) -> None:
    assert attendance.household_name(family, members) == expected


def test_children_stand_by_last_name_or_by_the_first_chosen_name() -> None:
    content = children(("Zander", "Ada"), ("Özil", "Ole"), ("Albers", "Mia"))
    by_last = table_of(group_list.document(content, GroupListParams()))
    first = GroupListParams(columns=("first_name", "last_name"))
    by_first = table_of(group_list.document(content, first))
    assert [row[0] for row in by_last.rows] == ["Albers", "Özil", "Zander"]
    assert [row[0] for row in by_first.rows] == ["Ada", "Mia", "Ole"]


def test_only_the_chosen_columns_are_printed() -> None:
    content = children(("Albers", "Mia"))
    (plain,) = sheets(group_list.document(content, GroupListParams()))
    assert "0170" not in plain.text
    assert "03.05.2021" not in plain.text
    params = GroupListParams(columns=("last_name", "birth_date", "phone", "email", "parents"))
    (full,) = sheets(group_list.document(content, params))
    for text in ("03.05.2021", "0170 555 0101", "a@example.org", "Anna Muster"):
        assert text in full.text
    assert "Mia" not in full.text


def test_the_sheet_turns_when_the_columns_ask_for_it() -> None:
    content = children(("Albers", "Mia"))
    ten = tuple(f"Spalte {number}" for number in range(10))
    narrow = group_list.document(content, GroupListParams(free_columns=ten))
    many = ("last_name", "first_name", "birth_date", "parents", "phone", "email")
    wide = group_list.document(content, GroupListParams(columns=many))
    assert (narrow.page.landscape, wide.page.landscape) == (False, True)


def test_free_columns_share_what_is_left_equally() -> None:
    params = GroupListParams(free_columns=("Ja", "Nein", "Vielleicht"))
    table = table_of(group_list.document(children(("Albers", "Mia")), params))
    widths = [column.width for column in table.columns[-3:]]
    assert len(set(widths)) == 1
    assert table.rows[0] == ("Albers", "Mia", "", "", "")


def test_25_children_and_two_blank_rows_fit_one_sheet() -> None:
    names = tuple((f"Name{number}", "Mia") for number in range(25))
    assert page_count(group_list.document(children(*names), GroupListParams())) == 1


def test_a_title_of_its_own_takes_the_place_of_the_group() -> None:
    params = GroupListParams(title="Ausflug in den Tierpark")
    (sheet,) = sheets(group_list.document(children(("Albers", "Mia")), params))
    assert "Igel · 1 Kind" in sheet.text
    title, group = sheet.find("Tierpark"), sheet.find("Igel")
    assert title.bottom - title.top > group.bottom - group.top


def test_a_list_without_any_column_still_prints() -> None:
    params = GroupListParams(columns=())
    assert page_count(group_list.document(children(("Albers", "Mia")), params)) == 1

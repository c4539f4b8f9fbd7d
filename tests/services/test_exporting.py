"""The children go back as csv and xlsx, with their school duty, and never as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kitadesk.base.errors import UserError
from kitadesk.queries.people import children
from kitadesk.services.desk import Desk
from kitadesk.services.exporting import CHILD_COLUMNS, csv_bytes, export_children
from kitadesk.services.importing import plan_import
from kitadesk.services.parsing import parse
from kitadesk.services.people import ChildInput, add_child, change_child
from kitadesk.services.transition import add_cohort
from tests.support.factories import TODAY, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def _csv(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_csv_is_what_a_german_excel_opens(desk: Desk, tmp_path: Path) -> None:
    make_family(desk, "Öztürk")
    path = tmp_path / "kinder.csv"
    export_children(desk, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert '"Öztürk";"Mia";"01.03.2021"'.encode() in data


def test_all_columns_of_a_child(desk: Desk, tmp_path: Path) -> None:
    made = make_family(desk, "Müller", parents=("Anna",), group=make_group(desk))
    path = tmp_path / "kinder.csv"
    assert export_children(desk, path).rows == 1
    header, row = _csv(path)
    assert tuple(header) == CHILD_COLUMNS
    assert len(header) == len(row)
    assert row == [
        str(made.child_ids[0]), "Müller", "Mia", "01.03.2021", "Frösche", "Müller", "", "2027",
        "schulpflichtig", "nein", "Anna Müller",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("born", "entry_year", "duty"),
    [
        (date(2021, 3, 1), None, ["2027", "schulpflichtig", "nein"]),
        (date(2021, 8, 1), None, ["2028", "kann durch Anmeldung", "nein"]),
        (date(2023, 8, 1), None, ["2030", "noch nicht", "nein"]),
        (date(2020, 3, 1), None, ["2026", "schulpflichtig seit Vorjahr", "nein"]),
        (date(2021, 3, 1), 2028, ["2028", "schulpflichtig seit Vorjahr", "nein"]),
        (date(2021, 8, 1), 2027, ["2027", "kann durch Anmeldung", "nein"]),
        (None, None, ["", "", ""]),
        (None, 2027, ["2027", "", ""]),
    ],
)
def test_school_duty_counts_for_the_year_of_the_child(
    desk: Desk, tmp_path: Path, born: date | None, entry_year: int | None, duty: list[str]
) -> None:
    cohort = add_cohort(desk, entry_year) if entry_year else None
    add_child(desk, ChildInput("Vogel", "Ben", born, cohort_id=cohort))
    path = tmp_path / "kinder.csv"
    export_children(desk, path)
    assert _csv(path)[1][7:10] == duty


def test_the_workbook_has_texts_and_real_dates(desk: Desk, tmp_path: Path) -> None:
    add_child(desk, ChildInput("=HYPERLINK(1)", "+49", date(2021, 3, 1)))
    path = tmp_path / "kinder.xlsx"
    export_children(desk, path)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Kinder").to_python()
    assert rows[1][1:4] == ["=HYPERLINK(1)", "+49", date(2021, 3, 1)]
    with zipfile.ZipFile(path) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_children_who_left_are_not_exported(desk: Desk, tmp_path: Path) -> None:
    make_family(desk, left_on=TODAY)
    assert export_children(desk, tmp_path / "kinder.csv").rows == 0


def test_another_ending_is_refused_and_nothing_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        export_children(desk, tmp_path / "kinder.pdf")
    assert raised.value.code == "export_type"
    assert list(tmp_path.glob("*.pdf")) == []


def test_quotes_and_semicolons_survive() -> None:
    data = csv_bytes("", ["Name", "Ort"], [['Vogel; "Ben"\nII', "Hof"]])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [["Name", "Ort"], ['Vogel; "Ben"\nII', "Hof"]]


def test_an_exported_list_can_be_read_again(desk: Desk, tmp_path: Path) -> None:
    made = make_family(desk, "Müller", children=("Mia", "Ole"), parents=("Anna",))
    change_child(desk, made.child_ids[0], group_id=make_group(desk))
    path = tmp_path / "kinder.csv"
    export_children(desk, path)
    plan = plan_import(desk, parse(path.read_bytes(), path.name))
    assert [row.action for row in plan.rows] == ["unchanged", "unchanged"]
    assert len(desk.read(children, TODAY)) == 2

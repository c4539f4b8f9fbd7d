"""The address book goes out as it came in, and nobody gets more than was opened for them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import python_calamine

from kitadesk.base.errors import UserError
from kitadesk.domain.cards import read_cards
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.services.desk import Desk
from kitadesk.services.exporting_contacts import CONTACT_COLUMNS, export_contacts
from kitadesk.services.importing_contacts import plan_contacts
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_person,
)
from kitadesk.services.parsing import Contents, parse

ENDINGS = ("csv", "xlsx", "vcf")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_goes_out_comes_in_unchanged(town: Desk, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Kontakte.{ending}"
    assert export_contacts(town, path).rows == 61
    sheet = parse(path.read_bytes(), path.name, contents=Contents.CONTACTS)
    plan = plan_contacts(town, sheet)
    assert {row.action for row in plan.rows} == {"unchanged"}
    assert (plan.counts.people, plan.counts.institutions) == (40, 21)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("audience", [Visibility.MEMBERS, Visibility.PUBLIC])
def test_a_private_number_leaves_the_house_in_no_file(
    town: Desk, tmp_path: Path, ending: str, audience: Visibility
) -> None:
    person = add_person(town, PersonInput("Privat", "Paula", note="geheim"))
    add_contact_way(town, ContactWayInput(ContactKind.MOBILE, "0151 5557777", person))
    path = tmp_path / f"Kontakte.{ending}"
    export_contacts(town, path, audience)
    sheet = parse(path.read_bytes(), path.name, contents=Contents.CONTACTS)
    cells = {str(cell) for row in sheet.rows for cell in row}
    assert cells.isdisjoint({"Privat", "geheim", "0151 5557777"})
    assert "Damm" in cells


def test_the_csv_opens_in_a_german_spreadsheet_and_runs_no_formula(
    town: Desk, tmp_path: Path
) -> None:
    add_person(town, PersonInput("=1+1", "@SUM(A1)"))
    path = tmp_path / "Kontakte.csv"
    export_contacts(town, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert tuple(rows[0]) == CONTACT_COLUMNS
    assert rows[-1][10:12] == ["'=1+1", "'@SUM(A1)"] or any("'=1+1" in row for row in rows)


def test_the_workbook_holds_texts(town: Desk, tmp_path: Path) -> None:
    add_person(town, PersonInput("=1+1"))
    path = tmp_path / "Kontakte.xlsx"
    export_contacts(town, path)
    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert any("=1+1" in row for row in rows)


def test_a_card_has_name_function_and_the_address_of_the_institution(
    town: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "Kontakte.vcf"
    export_contacts(town, path)
    cards = {card.last_name: card for card in read_cards(path.read_text("utf-8"))}
    damm = cards["Damm"]
    assert (damm.organization, damm.function, damm.street) == (
        "Kita Storchennest",
        "Leitung",
        "Feldstraße 11",
    )


def test_another_ending_is_refused(town: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.xlsx, \.csv oder \.vcf"):
        export_contacts(town, tmp_path / "Kontakte.docx")
    assert list(tmp_path.glob("Kontakte.docx")) == []

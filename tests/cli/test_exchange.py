"""`import children` with its report, and `export children` as csv and xlsx."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import python_calamine

from kitadesk.base.clock import FixedClock
from kitadesk.domain.child_fields import FIELD_LABELS, Field
from kitadesk.services.desk import Desk
from kitadesk.services.house import HouseInput, begin_house
from tests.cli.conftest import Cli
from tests.support.town_fixtures import TOWN_DAY

LIST = """Kind;Gruppe;Geburtsdatum;Eltern
Albrecht, Mia;Frösche;14.03.2021;Jana und Robert Albrecht
Albrecht, Jonas;Frösche;02.07.2023;Jana und Robert Albrecht
Şahin, Elif;Igel;31.02.2021;Ayşe Şahin
"""


@pytest.fixture
def at_house(cli: Cli, data_folder: Path) -> Cli:
    """Call the program in a house without children."""
    desk = Desk.open(data_folder, FixedClock(TOWN_DAY))
    begin_house(desk, HouseInput("Kita Probe", "09661", "Hainichen", "SN"))
    desk.close()

    def call(*arguments: object) -> object:
        return cli("--data", data_folder, "--today", TOWN_DAY, *arguments)

    return call


@pytest.fixture
def children_list(tmp_path: Path) -> Path:
    """A list with siblings and a day that does not exist."""
    path = tmp_path / "Kinder.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def titles(at_house: Cli) -> list[str]:
    return [one["title"] for one in json.loads(at_house("list", "children", "--json").out)]


def test_a_list_is_taken_over(at_house: Cli, children_list: Path) -> None:
    answer = at_house("import", "children", children_list)
    assert answer.code == 0
    assert "Kinder" in answer.out
    assert {"Albrecht, Jonas", "Albrecht, Mia"} <= set(titles(at_house))


def test_a_dry_run_changes_nothing(at_house: Cli, children_list: Path) -> None:
    answer = at_house("import", "children", children_list, "--dry-run")
    assert "Nur geprüft, nichts übernommen." in answer.out
    assert titles(at_house) == []


def test_the_report_says_what_happened_with_each_row(
    at_house: Cli, children_list: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    assert at_house("import", "children", children_list, "--report", report).code == 0
    found = json.loads(report.read_text(encoding="utf-8"))
    assert [row["action"] for row in found["rows"][:2]] == ["added", "added"]
    assert {"line", "action", "reason", "name", "group", "birth_date"} == found["rows"][0].keys()
    assert found["columns"][0] == {"column": 1, "header": "Kind", "field": "full_name"}
    assert found["families"][0]["children"] == ["Albrecht, Mia", "Albrecht, Jonas"]
    assert any("31.02.2021" in row["reason"] for row in found["rows"])


def test_reading_the_same_list_again_changes_nothing(
    at_house: Cli, children_list: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    at_house("import", "children", children_list)
    at_house("import", "children", children_list, "--report", report)
    actions = {row["action"] for row in json.loads(report.read_text(encoding="utf-8"))["rows"]}
    assert "added" not in actions
    assert "unchanged" in actions


@pytest.mark.parametrize("field", ["note", FIELD_LABELS[Field.NOTE].upper()])
def test_a_column_is_given_a_meaning_by_hand(
    at_house: Cli, children_list: Path, tmp_path: Path, field: str
) -> None:
    report = tmp_path / "report.json"
    mapped = ("--map", f"Eltern={field}", "--report", report, "--dry-run")
    assert at_house("import", "children", children_list, *mapped).code == 0
    columns = json.loads(report.read_text(encoding="utf-8"))["columns"]
    assert {"column": 4, "header": "Eltern", "field": "note"} in columns


def test_a_column_that_does_not_exist_is_told(at_house: Cli, children_list: Path) -> None:
    answer = at_house("import", "children", children_list, "--map", "Farbe=note")
    assert answer.code == 1
    assert "Eine Spalte „Farbe“ gibt es in der Liste nicht." in answer.err


@pytest.mark.parametrize(("name", "content"), [("a.csv", b""), ("a.xlsx", b"%PDF-1.7 no list")])
def test_a_file_that_is_no_list_is_told(
    at_house: Cli, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    answer = at_house("import", "children", path)
    assert (answer.code, answer.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Name;Vorname;Gruppe\n", "stehen keine Daten"),
        (f"Name;Vorname\n{'x' * 10_000};Mia\n", "Zeile 2: Der Name hat 10.000 Zeichen"),
        ("Essen;Preis\nNudeln;2,50\nSuppe;3,10\n", "keine Spalte mit Namen von Kindern"),
        ("BEGIN:VCARD\nN:Ott;Mia;;;\nEND:VCARD\n", "stehen Visitenkarten"),
        ("<table><tr><td>Name</td></tr></table>", "innen eine Internetseite"),
    ],
)
def test_a_list_without_children_says_why(
    at_house: Cli, tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "a.xls"
    path.write_text(content, encoding="utf-8")
    answer = at_house("import", "children", path)
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert sentence in answer.err


def test_an_unclosed_quote_is_named_while_its_row_is_taken(at_house: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Name;Vorname\n"Ott;Mia\nOrt;Ole\n', encoding="utf-8")
    answer = at_house("import", "children", path)
    assert answer.code == 0
    assert "2 Kinder" in answer.out
    assert "Zeile 2: Ein Anführungszeichen ist nicht geschlossen." in answer.out


def test_what_a_row_lost_is_said_while_the_child_is_taken(at_house: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name;Vorname;geboren\nOtt;Mia;31.02.2021\n", encoding="utf-8")
    answer = at_house("import", "children", path)
    assert answer.code == 0
    assert "Zeile 2: 31.02.2021 ist kein Datum" in answer.out


def test_a_report_that_cannot_be_written_is_told_before_anything_is_taken(
    at_house: Cli, tmp_path: Path, children_list: Path
) -> None:
    missing = tmp_path / "missing" / "report.json"
    answer = at_house("import", "children", children_list, "--report", missing)
    assert answer.code == 1
    assert "Noch keine Einträge." in at_house("list", "children").out


def test_a_file_that_is_not_there_is_told(at_house: Cli, tmp_path: Path) -> None:
    answer = at_house("import", "children", tmp_path / "nothing.xlsx")
    assert answer.code == 1
    assert "„nothing.xlsx“ lässt sich nicht lesen" in answer.err


def test_children_as_csv(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Kinder.csv"
    assert at_town("export", "children", path).code == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 92
    wanted = "id Nachname Vorname Geburtsdatum Gruppe Familie Schule Einschulung Schulpflicht"
    assert {*wanted.split(), "Grenztag"} <= rows[0].keys()
    assert {row["Grenztag"] for row in rows} <= {"ja", "nein"}


def test_children_as_workbook(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Kinder.xlsx"
    assert at_town("export", "children", path).code == 0
    sheet = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()
    assert len(sheet) == 93


def test_an_ending_that_is_unknown_is_told(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Kinder.docx"
    assert at_town("export", "children", path).code == 1
    assert not path.exists()


def test_a_list_begins_a_house_where_its_families_live(cli: Cli, tmp_path: Path) -> None:
    book = Path(__file__).parents[1] / "data" / "samples" / "kinderliste.xlsx"
    base = ("--data", tmp_path / "neu", "--today", TOWN_DAY)
    answer = cli(*base, "import", "children", book)
    assert answer.code == 0
    assert "Neu angelegt: Meine Kita." in answer.out
    path = tmp_path / "kinder.csv"
    cli(*base, "export", "children", path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines, delimiter=";"))
    assert len(rows) == 92
    assert {"schulpflichtig", "noch nicht"} <= {row["Schulpflicht"] for row in rows}


def test_a_dry_run_or_a_failure_begins_nothing(
    cli: Cli, tmp_path: Path, children_list: Path
) -> None:
    folder = tmp_path / "neu"
    assert cli("--data", folder, "import", "children", children_list, "--dry-run").code == 0
    unreadable = tmp_path / "leer.csv"
    unreadable.write_text("Vorname;Gruppe\n;Igel\n", encoding="utf-8")
    assert cli("--data", folder, "import", "children", unreadable).code == 1
    assert not folder.exists() or list(folder.iterdir()) == []

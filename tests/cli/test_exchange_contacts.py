"""`import contacts`, `export contacts` and `list contacts`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
LIST = "Wo;Wer;Telefon\nAmt Nord;Jens Vogel;555-1\n;;555-2\n"


def titles(at_town: Cli, kind: str = "contacts") -> list[str]:
    return [one["title"] for one in json.loads(at_town("list", kind, "--json").out)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("adressen.csv", "16 Personen, 15 Einrichtungen"),
        ("elternbeirat.vcf", "5 Personen, 3 Einrichtungen, 1 Gremium"),
    ],
)
def test_a_list_is_taken_over_and_is_known_the_second_time(
    at_town: Cli, name: str, words: str
) -> None:
    answer = at_town("import", "contacts", SAMPLES / name)
    assert (answer.code, answer.out.splitlines()[0]) == (0, words)
    assert "könnten schon bekannt sein: Das entscheiden Sie im Fenster." in answer.out
    again = at_town("import", "contacts", SAMPLES / name)
    assert "neu 0, geändert 0," in again.out


def test_a_dry_run_changes_nothing(at_town: Cli) -> None:
    before = titles(at_town)
    answer = at_town("import", "contacts", SAMPLES / "adressen.csv", "--dry-run")
    assert "Nur geprüft, nichts übernommen." in answer.out
    assert titles(at_town) == before


def test_the_report_tells_rows_columns_and_doubtful_pairs(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Bericht.json"
    at_town("import", "contacts", SAMPLES / "elternbeirat.vcf", "--dry-run", "--report", path)
    report = json.loads(path.read_text("utf-8"))
    assert report["counts"]["people"] == 5
    assert {row["action"] for row in report["rows"]} == {"added", "updated", "missing"}
    assert report["columns"][0] == {"column": 1, "header": "Nachname", "field": "last_name"}
    assert report["doubtful"][0]["contacts"] == ["Albrecht, Jana", "Albrecht, Jana"]


def test_columns_can_be_named_and_unreadable_rows_are_told(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    path.write_text(LIST, encoding="utf-8")
    answer = at_town("import", "contacts", path, "--map", "Wo=institution", "--map", "Wer=Name")
    assert answer.code == 0
    assert "Zeile 3: Weder Name noch Einrichtung" in answer.out
    assert {"Vogel, Jens", "Amt Nord"} <= set(titles(at_town))


def test_an_unknown_field_is_wrong_usage(at_town: Cli) -> None:
    answer = at_town("import", "contacts", SAMPLES / "adressen.csv", "--map", "Art=group")
    assert answer.code == 2
    assert "institution_kind" in answer.err


def test_a_list_without_any_contact_ends_with_1(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    path.write_text("Name;Telefon\n;555-1\n", encoding="utf-8")
    answer = at_town("import", "contacts", path)
    assert answer.code == 1
    assert "Zeile 2: Weder Name noch Einrichtung." in answer.err


def test_cards_begin_a_house_where_there_is_none(cli: Cli, tmp_path: Path) -> None:
    answer = cli("--data", tmp_path / "neu", "import", "contacts", SAMPLES / "elternbeirat.vcf")
    assert answer.code == 0
    assert "Neu angelegt" in answer.out


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
def test_contacts_are_written_and_come_back(at_town: Cli, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Kontakte.{ending}"
    assert at_town("export", "contacts", path).code == 0
    answer = at_town("import", "contacts", path, "--dry-run")
    assert "neu 0, geändert 0, unverändert 61" in answer.out


def test_the_public_gets_less(at_town: Cli, tmp_path: Path) -> None:
    path = tmp_path / "Kontakte.csv"
    at_town("export", "contacts", path, "--visibility", "public")
    assert "0151" not in path.read_text("utf-8-sig")


def test_a_wrong_ending_names_the_possible_ones(at_town: Cli, tmp_path: Path) -> None:
    answer = at_town("export", "contacts", tmp_path / "Kontakte.txt")
    assert (answer.code, ".vcf" in answer.err) == (1, True)


@pytest.mark.parametrize("kind", ["contacts", "institutions", "bodies"])
def test_every_kind_of_the_address_book_is_listed(at_town: Cli, kind: str) -> None:
    assert at_town("list", kind).code == 0
    assert titles(at_town, kind)

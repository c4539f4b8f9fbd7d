"""`papers`, `list`, `check` and `demo`: lines for people, JSON with English keys for scripts."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3

from kitadesk.cli.options import LIST_KINDS
from kitadesk.handouts.registry import all_papers
from kitadesk.storage.keys import read_key_file
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from tests.cli.conftest import Cli


def test_every_paper_is_shown_with_what_it_is_printed_for(cli: Cli) -> None:
    answer = cli("papers")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines] == [paper.id for paper in all_papers()]
    assert any(line.startswith("invitation ") and "Veranstaltung" in line for line in lines)


def test_papers_as_json_have_stable_keys(cli: Cli) -> None:
    papers = {paper["id"]: paper for paper in json.loads(cli("papers", "--json").out)}
    invitation = papers["invitation"]
    assert {"id", "title", "area", "subject", "languages", "params"} <= invitation.keys()
    assert (invitation["area"], invitation["subject"]) == ("events", "event")
    assert {"name", "label", "kind", "default", "choices"} == invitation["params"][0].keys()


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_every_kind_is_listed_with_id_and_title(at_town: Cli, kind: str) -> None:
    records = json.loads(at_town("list", kind, "--json").out)
    assert records
    assert len({UUID(record["id"]) for record in records}) == len(records)
    assert all(record["title"] for record in records)
    lines = at_town("list", kind).out.splitlines()
    assert [line.split()[0] for line in lines] == [record["id"] for record in records]


@pytest.mark.parametrize(
    ("kind", "number"), [("children", 92), ("families", 78), ("groups", 4), ("bodies", 5)]
)
def test_a_list_is_complete(at_town: Cli, kind: str, number: int) -> None:
    assert len(json.loads(at_town("list", kind, "--json").out)) == number


def test_children_come_with_birth_date_group_and_entry_year(at_town: Cli) -> None:
    records = json.loads(at_town("list", "children", "--json").out)
    mia = next(record for record in records if record["title"] == "Albrecht, Mia")
    assert (mia["group"], mia["entry_year"]) == ("Frösche", 2027)
    assert mia["birth_date"][:4] in {"2020", "2021"}


def test_events_begin_with_the_next_one(at_town: Cli) -> None:
    dates = [record["date"] for record in json.loads(at_town("list", "events", "--json").out)]
    assert dates[0] == "2027-01-27"
    assert dates[-1] < "2027-01-25"


def test_an_empty_list_says_so(cli: Cli, data_folder: Path) -> None:
    assert cli("--data", data_folder, "list", "events").out == "Noch keine Einträge.\n"
    assert cli("--data", data_folder, "list", "events", "--json").out == "[]\n"


def test_a_sound_file_ends_with_0(at_town: Cli) -> None:
    answer = at_town("check", "--json")
    found = json.loads(answer.out)
    assert answer.code == 0
    assert found["ok"] is True
    assert found["foreign_keys"] == found["integrity"] == []
    assert found["counts"]["child"] == 92
    assert found["schema_version"]


def test_check_speaks_to_people(at_town: Cli) -> None:
    out = at_town("check").out
    assert "Verweise: in Ordnung" in out
    assert any(line.split() == ["child", "92"] for line in out.splitlines())


def test_a_damaged_file_ends_with_1(at_town: Cli, town_folder: Path) -> None:
    path = town_folder / DATA_FILE
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    path.write_bytes(content)
    assert at_town("check").code == 1


def test_a_reference_to_nothing_ends_with_1_and_is_named(at_town: Cli, town_folder: Path) -> None:
    key = read_key_file(town_folder / KEY_FILE).raw.hex()
    connection = sqlcipher3.connect(town_folder / DATA_FILE, isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    connection.execute("UPDATE child SET family_id = zeroblob(16) WHERE rowid = 1")
    connection.close()
    answer = at_town("check", "--json")
    assert answer.code == 1
    assert json.loads(answer.out)["foreign_keys"]


def test_demo_fills_an_empty_folder_and_says_what_came(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "Kita"
    answer = cli("demo", "--data", folder, "--scale", "2", "--seed", "7")
    assert answer.code == 0
    assert answer.out.startswith("Beispielstadt angelegt: 184 Kinder, 156 Familien, 8 Gruppen.")
    assert str(folder) in answer.out


def test_demo_leaves_a_folder_with_a_house_alone(at_town: Cli, town_folder: Path) -> None:
    before = (town_folder / DATA_FILE).read_bytes()
    answer = at_town("demo")
    assert answer.code == 1
    assert "leeren Ordner" in answer.err
    assert (town_folder / DATA_FILE).read_bytes() == before

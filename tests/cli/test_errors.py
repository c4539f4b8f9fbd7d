"""Exit codes: 1 with one German sentence where the person can act, 3 with a private report."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kitadesk.cli.main import run
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from tests.cli.conftest import Cli

NEEDING_DATA = (
    "list events",
    "print group_list -o out.pdf",
    "print --everything -o out",
    "export children out.csv",
    "check",
)


def fingerprint(folder: Path) -> str:
    return hashlib.sha256((folder / DATA_FILE).read_bytes()).hexdigest()


@pytest.mark.parametrize("command", NEEDING_DATA)
def test_a_folder_without_data_is_named_and_stays_empty(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text("Name;Gruppe\nAlbrecht, Mia;Frösche\n", encoding="utf-8")
    answer = cli("--data", tmp_path / "empty", *command.split())
    assert answer.code == 1
    assert answer.err.startswith("In diesem Ordner ist keine Datendatei von KitaDesk.")
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize("command", ["list events", "check", "import children"])
def test_a_folder_with_an_endless_name_is_told(cli: Cli, tmp_path: Path, command: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Gruppe\nAlbrecht, Mia;Frösche\n", encoding="utf-8")
    file = [path] if command.startswith("import") else []
    answer = cli("--data", tmp_path / ("a" * 300), *command.split(), *file)
    assert answer.code == 1
    assert "lässt sich nicht anlegen oder beschreiben" in answer.err


def test_what_the_person_can_change_is_one_line_on_stderr(at_town: Cli) -> None:
    answer = at_town("print", "nothing", "-o", "x.pdf")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert "„nothing“" in answer.err


def test_a_second_program_on_the_same_folder_is_refused(
    cli: Cli, town_folder: Path, town: object
) -> None:
    answer = cli("--data", town_folder, "list", "rooms")
    assert answer.code == 1
    assert "schon geöffnet" in answer.err


def test_a_failing_import_leaves_the_data_as_it_was(
    at_town: Cli, town_folder: Path, tmp_path: Path
) -> None:
    before = fingerprint(town_folder)
    bad = tmp_path / "list.csv"
    bad.write_text("Essen;Preis\nNudeln;3\n", encoding="utf-8")
    assert at_town("import", "children", bad).code == 1
    assert fingerprint(town_folder) == before


def test_a_failing_command_leaves_no_output_file(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    assert at_town("print", "group_list", "--set", "colour=red", "-o", target).code == 1
    assert not target.exists()


def test_an_output_that_cannot_be_written_is_told(at_town: Cli, tmp_path: Path) -> None:
    answer = at_town("print", "group_list", "-o", tmp_path / "missing" / "x.pdf")
    assert answer.code == 1
    assert "lässt sich hier nicht speichern" in answer.err


def test_a_paper_that_cannot_be_written_gives_out_no_slip_numbers(
    at_town: Cli, town_folder: Path, tmp_path: Path
) -> None:
    before = fingerprint(town_folder)
    event = json.loads(at_town("list", "events", "--json").out)[0]["id"]
    answer = at_town("print", "invitation", "--for", event, "-o", tmp_path / "missing" / "x.pdf")
    assert answer.code == 1
    assert fingerprint(town_folder) == before


def test_a_data_folder_that_cannot_be_made_is_named(cli: Cli, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="utf-8")
    answer = cli("--data", taken / "Kita", "demo")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "Der Ordner „Kita“ lässt sich nicht anlegen" in answer.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Die Datendatei ist leer"),
        (b"SQLite format 3\0" + bytes(4080), "nicht verschlüsselt"),
        (b"<html>" + bytes(9000), "oder ihr Anfang ist beschädigt"),
    ],
)
def test_a_data_file_that_is_something_else_is_told_and_kept(
    at_town: Cli, town_folder: Path, content: bytes, sentence: str
) -> None:
    (town_folder / DATA_FILE).write_bytes(content)
    for command in (["check"], ["demo"], ["list", "rooms"]):
        answer = at_town(*command)
        assert (answer.code, answer.err.count("\n")) == (1, 1)
        assert sentence in answer.err
    assert (town_folder / DATA_FILE).read_bytes() == content


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[" * 100_000, b'{"slots": ["a"]}', b"\xff\xfe"]
)
def test_a_damaged_key_file_is_told(at_town: Cli, town_folder: Path, content: bytes) -> None:
    (town_folder / KEY_FILE).write_bytes(content)
    answer = at_town("check")
    assert answer.code == 1
    assert answer.err.startswith("Die Schlüsseldatei „kita.keys“ ist beschädigt.")


def test_a_key_file_that_cannot_be_read_is_told(at_town: Cli, town_folder: Path) -> None:
    (town_folder / KEY_FILE).unlink()
    (town_folder / KEY_FILE).mkdir()
    answer = at_town("check")
    assert answer.code == 1
    assert answer.err.startswith("Die Datei „kita.keys“ lässt sich nicht lesen.")


def test_an_output_folder_that_is_a_file_is_told(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("a file", encoding="utf-8")
    answer = at_town("print", "--everything", "-o", target)
    assert answer.code == 1
    assert target.read_text(encoding="utf-8") == "a file"


def test_a_bug_ends_with_3_and_a_report_without_personal_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_given: Sequence[str]) -> int:
        raise RuntimeError("Mia Albrecht lives in the Gartenweg")

    assert run([], open_window=broken) == 3
    said = capsys.readouterr().err
    assert said.startswith("In KitaDesk ist ein Fehler passiert")
    assert "RuntimeError" in said
    assert "kitadesk/cli/main.py" in said
    assert "Albrecht" not in said


def test_an_interrupt_is_told_calmly(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_given: Sequence[str]) -> int:
        raise KeyboardInterrupt

    assert run([], open_window=interrupted) == 1
    assert capsys.readouterr().err == "Abgebrochen. Was schon fertig war, bleibt.\n"


def test_a_password_that_is_not_needed_is_read_and_named(
    at_town: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = io.StringIO("secret\nnext line\n")
    monkeypatch.setattr("sys.stdin", rest)
    answer = at_town("list", "rooms", "--password-stdin")
    assert answer.code == 0
    assert "kein Kennwort" in answer.err
    assert rest.read() == "next line\n"


def test_output_is_utf8_whatever_the_code_page(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    assert run(["papers"], open_window=lambda _given: 0) == 0
    sys.stdout.flush()
    assert "Rückmeldezettel" in raw.getvalue().decode("utf-8")

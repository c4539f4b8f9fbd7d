"""Help, wrong usage and common options: German in every word, and 2 for wrong usage."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kitadesk.__main__ import main
from kitadesk.cli.options import MOST_SCALE
from kitadesk.services import demo
from tests.cli.conftest import Cli

COMMANDS = ("demo", "papers", "list", "print", "import", "export", "screenshots", "check")
ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|error|show this|required|invalid|choose|expected|"
    r"default|exit|the|and|unrecognized)\b"
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_german_and_ends_with_0(cli: Cli, command: str) -> None:
    answer = cli(*command.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Aufruf: kitadesk")
    assert ENGLISH.findall(answer.out) == []


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_what_does_not_exist_yet_is_not_offered(cli: Cli, command: str) -> None:
    assert command not in cli("--help").out
    assert cli(command).code == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("nonsense", "BEFEHL: „nonsense“ gibt es nicht. Möglich: demo, papers, list"),
        ("list", "Es fehlt: ART."),
        ("list horses", "ART: „horses“ gibt es nicht. Möglich: children, families"),
        ("list events --data", "--data: Hier fehlt ein Wert."),
        ("list events --json=1", "--json: hier steht kein Wert: 1."),
        ("list events extra", "Unbekannte Angabe: extra."),
        ("--colour", "Unbekannte Angabe: --colour."),
        ("--today tomorrow", "--today: „tomorrow“ ist kein Tag der Form JJJJ-MM-TT."),
        ("--today 2027-02-29", "--today: „2027-02-29“ ist kein Tag der Form JJJJ-MM-TT."),
        ("--today 0001-01-01", "--today: „0001-01-01“ liegt nicht zwischen 1990 und 2199."),
        ("--today 9999-12-31", "--today: „9999-12-31“ liegt nicht zwischen 1990 und 2199."),
        ("demo --scale 0", "--scale: „0“ liegt nicht zwischen 1 und 1000."),
        ("demo --scale 1001", "--scale: „1001“ liegt nicht zwischen 1 und 1000."),
        ("demo --scale many", "--scale: „many“ ist keine ganze Zahl."),
        ("demo --seed 1.5", "--seed: „1.5“ ist keine ganze Zahl."),
        ("demo --sca 2", "Unbekannte Angabe: --sca 2."),
        ("print", "Es fehlt: -o."),
        ("print -o x.pdf", "Es fehlt: PAPIER (oder --everything)."),
        ("print invitation --everything -o x", "--everything druckt jedes Papier"),
        ("print invitation --set large -o x", "--set: „large“ hat nicht die Form NAME=WERT."),
        ("print invitation --set =1 -o x", "--set: „=1“ hat nicht die Form NAME=WERT."),
        ("import horses x.xlsx", "ART: „horses“ gibt es nicht. Möglich: children, contacts,"),
        ("import children x.xlsx --map Kind=horse", "--map: „horse“ ist kein Feld."),
        ("export children", "Es fehlt: DATEI."),
        ("screenshots -o x --size 99999x720", "„99999x720“ ist größer als 8000x8000."),
        ("screenshots -o x --size big", "--size: „big“ ist keine Größe wie 1280x720."),
        ("screenshots -o x --scheme pink", "--scheme: „pink“ gibt es nicht. Möglich: light, dark."),
        ("screenshots -o x --font-scale 9", "--font-scale: „9“ liegt nicht zwischen 0.5 und 3."),
    ],
)
def test_wrong_usage_is_told_in_german_and_ends_with_2(
    cli: Cli, arguments: str, sentence: str
) -> None:
    answer = cli(*arguments.split())
    assert answer.code == 2
    assert answer.out == ""
    assert sentence in answer.err
    assert answer.err.startswith("Aufruf: kitadesk")
    assert ENGLISH.findall(answer.err.replace(sentence, "")) == []


def test_without_a_command_the_window_opens(cli: Cli) -> None:
    assert cli().opened == [[]]


def test_the_window_gets_folder_and_day(cli: Cli, tmp_path: Path) -> None:
    answer = cli("--data", tmp_path, "--today", "2027-01-25")
    assert answer.opened == [["--data", str(tmp_path), "--today", "2027-01-25"]]


@pytest.mark.parametrize("place", ["before", "after"])
def test_common_options_stand_before_or_after_the_command(
    cli: Cli, town_folder: Path, place: str
) -> None:
    common = ("--data", town_folder, "--today", "2027-01-25")
    command = ("list", "rooms")
    answer = cli(*common, *command) if place == "before" else cli(*command, *common)
    assert (answer.code, answer.out.count("\n")) == (0, 4)


def test_one_limit_holds_for_the_option_and_for_the_town() -> None:
    assert demo.MOST_SCALE == MOST_SCALE


def test_the_installed_command_is_this_one() -> None:
    content = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(content)["project"]["scripts"]["kitadesk"] == "kitadesk.__main__:main"
    assert main(["--help"]) == 0

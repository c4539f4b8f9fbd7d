"""Runs the command line in this process and keeps what it said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kitadesk.cli.main import run
from tests.support.town_fixtures import TOWN_DAY


@dataclass(frozen=True)
class Answer:
    """Exit code and both outputs of one call; `opened` are the arguments given to the window."""

    code: int
    out: str
    err: str
    opened: list[Sequence[str]]


Cli = Callable[..., Answer]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Call the program with arguments; nothing opens a window."""

    def call(*arguments: object) -> Answer:
        opened: list[Sequence[str]] = []

        def window(given: Sequence[str]) -> int:
            opened.append(given)
            return 0

        code = run([str(argument) for argument in arguments], open_window=window)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err, opened)

    return call


@pytest.fixture
def at_town(cli: Cli, town_folder: Path) -> Cli:
    """Call the program in the invented town, on its day."""

    def call(*arguments: object) -> Answer:
        return cli("--data", town_folder, "--today", TOWN_DAY, *arguments)

    return call

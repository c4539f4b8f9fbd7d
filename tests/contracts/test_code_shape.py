"""The shape of the code: lengths, late imports, and words that belong to no project file."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FUNCTION = 60
LONGEST_FILE = 500
GENERATED = "alembic/versions"
FORBIDDEN_WORDS = [
    "/wo" + "rk/",
    "/ro" + "ot/",
    "before" + "-stop",
    "developers" + ".md",
    "compass" + ".md",
    "index" + "-url =",
    "pypi" + ".org",
    "registry.npmjs" + ".org",
]


def long_functions(source: str) -> list[str]:
    """Return the functions of a module that are longer than a room should be."""
    return [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]


def program_files() -> list[Path]:
    """Return the modules of the program, without the frozen migrations."""
    files = sorted((ROOT / "kitadesk").rglob("*.py"))
    return [file for file in files if GENERATED not in file.as_posix()]


def project_texts() -> Iterator[tuple[Path, str]]:
    """Return every text file that git knows of."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".sh", ".yml", ""}:
            yield path, path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("file", program_files(), ids=lambda file: file.stem)
def test_no_function_is_longer_than_sixty_lines(file: Path) -> None:
    assert long_functions(file.read_text(encoding="utf-8")) == []


def test_a_planted_long_function_is_found() -> None:
    source = "def room():\n" + "    x = 1\n" * LONGEST_FUNCTION
    assert long_functions(source) == ["room: 61 lines"]


@pytest.mark.parametrize("file", program_files(), ids=lambda file: file.stem)
def test_no_file_is_longer_than_five_hundred_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_project_file_speaks_of_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path, text in project_texts()
        for word in FORBIDDEN_WORDS
        if word in text.lower()
    ]
    assert found == []

"""The layers of docs/architecture.md hold, and the check that says so can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = [
    ("base/planted.py", "import kitadesk.domain.events\n", "Arrows only to the right"),
    ("services/planted.py", "from PySide6.QtCore import QObject\n", "Qt stands only"),
    ("ui/planted.py", "import sqlalchemy\n", "SQLAlchemy stands only"),
    ("ui/planted.py", "from kitadesk.storage.store import Store\n", "Screens never see"),
    (
        "handouts/papers/planted.py",
        "from reportlab.lib import colors\n",
        "ReportLab and python-docx stand only",
    ),
    ("newlayer/__init__.py", "\n", "Arrows only to the right"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts on the package in `folder`."""
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache", "--config", str(folder / "pyproject.toml")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copied_program(tmp_path: Path) -> Path:
    """Return a copy of the program that may be spoilt."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "kitadesk", tmp_path / "kitadesk", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("file", "line", "broken"), PLANTED)
def test_a_planted_wrong_import_breaks_its_contract(
    copied_program: Path, file: str, line: str, broken: str
) -> None:
    planted = copied_program / "kitadesk" / file
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f'"""Planted."""\n{line}', encoding="utf-8")
    result = lint(copied_program)
    assert result.returncode == 1
    broken_lines = [text for text in result.stdout.splitlines() if text.endswith("BROKEN")]
    summary = "\n".join(broken_lines) + result.stderr + result.stdout
    assert broken in summary

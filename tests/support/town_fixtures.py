"""Fixtures of the invented town: made once per run, copied for each test that needs it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.services.demo import fill_demo
from kitadesk.services.desk import Desk
from kitadesk.storage.opening import DATA_FILE, KEY_FILE

TOWN_DAY = date(2027, 1, 25)


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented town of TOWN_DAY; tests copy it and never open it."""
    folder = tmp_path_factory.mktemp("town_file")
    desk = Desk.open(folder, FixedClock(TOWN_DAY))
    fill_demo(desk)
    desk.close()
    return folder


@pytest.fixture
def town_folder(town_file: Path, tmp_path: Path) -> Path:
    """A folder of its own with the invented town."""
    folder = tmp_path / "Beispielstadt"
    folder.mkdir()
    for name in (DATA_FILE, KEY_FILE):
        shutil.copy(town_file / name, folder / name)
    return folder


@pytest.fixture
def town(town_folder: Path) -> Iterator[Desk]:
    """An open desk in the invented town."""
    desk = Desk.open(town_folder, FixedClock(TOWN_DAY))
    yield desk
    desk.close()

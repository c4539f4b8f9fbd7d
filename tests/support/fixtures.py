"""Fixtures of the data file: a fresh one per test, copied from one that is made once per run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kitadesk.services.desk import Desk
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from kitadesk.storage.store import Store
from tests.support.factories import HandClock, make_house


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty file of today's schema; tests copy it and never open it."""
    folder = tmp_path_factory.mktemp("new_file")
    Store.create(folder, HandClock()).close()
    return folder


@pytest.fixture
def hand_clock() -> HandClock:
    """A clock that stands at noon of TODAY until the test moves it."""
    return HandClock()


@pytest.fixture
def data_folder(new_file: Path, tmp_path: Path) -> Path:
    """A folder with an empty data file that nobody has opened yet."""
    folder = tmp_path / "Kita"
    folder.mkdir()
    for name in (DATA_FILE, KEY_FILE):
        shutil.copy(new_file / name, folder / name)
    return folder


@pytest.fixture
def store(data_folder: Path, hand_clock: HandClock) -> Iterator[Store]:
    """An open store with an empty file."""
    store = Store.open(data_folder, hand_clock)
    yield store
    store.close()


@pytest.fixture
def desk(store: Store, hand_clock: HandClock) -> Desk:
    """An open desk without a house."""
    return Desk(store.file, hand_clock, store)


@pytest.fixture
def house(desk: Desk) -> UUID:
    """The own house, begun in `desk`; returns its id."""
    return make_house(desk)

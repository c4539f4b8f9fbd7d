"""Fixtures of the data file: a fresh one per test, copied from one that is made once per run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from kitadesk.storage.store import Store
from tests.support.factories import HandClock, make_house
from tests.support.statements import share_compiled_statements

share_compiled_statements()


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty file of today's schema; tests copy it and never open it."""
    folder = tmp_path_factory.mktemp("new_file")
    Store.create(folder, HandClock()).close()
    return folder


@pytest.fixture(scope="session")
def house_file(new_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file in which the own house is begun; tests copy it and never open it."""
    folder = copy_file(new_file, tmp_path_factory.mktemp("house_file"))
    store = Store.open(folder, HandClock())
    make_house(Desk(store.file, HandClock(), store))
    store.close()
    return folder


@pytest.fixture
def hand_clock() -> HandClock:
    """A clock that stands at noon of TODAY until the test moves it."""
    return HandClock()


@pytest.fixture
def data_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a data file that nobody has opened yet: empty, or with the `house`."""
    template = "house_file" if "house" in request.fixturenames else "new_file"
    folder = tmp_path / "Kita"
    folder.mkdir()
    return copy_file(request.getfixturevalue(template), folder)


def copy_file(template: Path, folder: Path) -> Path:
    """Copy the data file and its key; returns the folder they went to."""
    for name in (DATA_FILE, KEY_FILE):
        shutil.copy(template / name, folder / name)
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
    """The own house, as if it was begun in `desk`; returns its id."""
    with desk.store.read() as session:
        return own_house_id(session)

"""Every released schema has a frozen file; today's program opens a copy and finds every row."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from kitadesk.base.clock import FixedClock
from kitadesk.storage.models.base import Record, metadata
from kitadesk.storage.models.events import MinutesItem
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.privacy import PrintLog
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from kitadesk.storage.search_index import SEARCHED
from kitadesk.storage.store import Store
from kitadesk.storage.versions import HEAD, KNOWN_VERSIONS

FROZEN = Path(__file__).parents[1] / "db"
MADE_ON = date(2026, 11, 22)
ROWS = 2
MODELS = {mapper.class_.__tablename__: mapper.class_ for mapper in Record.registry.mappers}
# Tables that the schema of the file knew; later ones come empty out of the migration.
TABLES = {
    "0001": frozenset(MODELS) - {"event_postponement", "consent_slip"},
    "0002": frozenset(MODELS) - {"consent_slip"},
    "0003": frozenset(MODELS),
    "0004": frozenset(MODELS),
}


@pytest.fixture(params=KNOWN_VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def frozen(version: str, tmp_path: Path) -> Iterator[Store]:
    for name in (DATA_FILE, KEY_FILE):
        shutil.copy(FROZEN / version / name, tmp_path / name)
    store = Store.open(tmp_path, FixedClock(MADE_ON))
    yield store
    store.close()


def test_a_frozen_file_opens_in_the_newest_schema(frozen: Store) -> None:
    assert frozen.schema_version() == HEAD
    assert frozen.check() == {"cipher": [], "integrity": [], "foreign_keys": []}


def test_no_row_of_a_frozen_file_is_lost(frozen: Store, version: str) -> None:
    with frozen.read() as session:
        counts = {
            name: session.execute(select(func.count()).select_from(metadata.tables[name])).scalar()
            for name in TABLES[version]
        }

    assert counts == dict.fromkeys(TABLES[version], ROWS)


@pytest.mark.parametrize("table", sorted(MODELS))
def test_every_value_of_a_frozen_file_can_be_read(frozen: Store, version: str, table: str) -> None:
    with frozen.read() as session:
        rows = session.scalars(select(MODELS[table])).all()

    assert len(rows) == (ROWS if table in TABLES[version] else 0)


def test_every_searched_row_of_a_frozen_file_is_found(frozen: Store) -> None:
    """Columns that are searched since then are in the index of an older file too."""
    with frozen.read() as session:
        entries = session.connection().exec_driver_sql(
            "SELECT table_name, count(*) FROM search_entry GROUP BY table_name"
        )
        found = dict(map(tuple, entries))

    assert found == dict.fromkeys(SEARCHED, ROWS)


def test_texts_of_a_frozen_file_are_whole(frozen: Store) -> None:
    with frozen.read() as session:
        names = set(session.scalars(select(Child.first_name)))

    assert names == {f"first_name {number}: Şahin & <Müller> „ß“" for number in range(ROWS)}


def test_the_last_step_of_a_frozen_file_can_be_undone_and_done_again(frozen: Store) -> None:
    frozen.undo()
    with frozen.read() as session:
        assert session.execute(select(func.count()).select_from(Child)).scalar() == 0

    frozen.redo()

    with frozen.read() as session:
        assert session.execute(select(func.count()).select_from(Child)).scalar() == ROWS


def test_the_print_log_of_a_frozen_file_names_the_kind_of_its_record(
    frozen: Store, version: str
) -> None:
    """Until 0002 only events could be named; the log of 0003 says the kind itself."""
    with frozen.read() as session:
        kinds = set(session.scalars(select(PrintLog.subject_kind)))

    own = {f"subject_kind {number}: Şahin & <Müller> „ß“" for number in range(ROWS)}
    assert kinds == ({"event"} if version < "0003" else own)


def schema_of(store: Store) -> set[str]:
    with store.read() as session:
        return set(session.execute(text("SELECT coalesce(sql, name) FROM sqlite_master")).scalars())


def test_a_released_schema_is_never_changed_afterwards(frozen: Store, store: Store) -> None:
    assert schema_of(frozen) == schema_of(store)


def test_votes_in_words_of_an_older_file_stand_in_the_decision(frozen: Store, version: str) -> None:
    with frozen.read() as session:
        decisions = set(session.scalars(select(MinutesItem.decision)))

    words = [f"{number}: Şahin & <Müller> „ß“" for number in range(ROWS)]
    older = {f"decision {one} (votes {one})" for one in words}
    assert decisions == (older if version < "0004" else {f"decision {one}" for one in words})

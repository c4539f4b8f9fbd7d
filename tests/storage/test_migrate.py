"""The schema: what migrations make is what the models say, and a failed one changes nothing."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

import kitadesk.storage
import kitadesk.storage.store
from kitadesk.base.errors import KnownStorageError
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.storage import migrate, versions
from kitadesk.storage.engine import writing_engine
from kitadesk.storage.keys import DataKey, read_key_file
from kitadesk.storage.models.base import metadata
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.opening import DATA_FILE, KEY_FILE
from kitadesk.storage.store import Store
from tests.support.factories import HandClock

SCRIPTS = Path(kitadesk.storage.__file__).parent / "alembic"
VERSIONS = SCRIPTS / "versions"
PLANTED = '''"""Planted."""
from alembic import op
revision = "9999"
down_revision = "0004"
def upgrade():
    op.execute("ALTER TABLE note ADD COLUMN colour VARCHAR")
    {step}
'''


@pytest.fixture
def by_migrations(store: Store) -> Iterator[Connection]:
    key = read_key_file(store.folder / KEY_FILE)
    engine = writing_engine(store.folder / DATA_FILE, key)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def by_models() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        yield connection
    engine.dispose()


def is_ours(name: str) -> bool:
    return not name.startswith(("sqlite_", "search_fts")) and name != "alembic_version"


def definitions(connection: Connection) -> dict[str, Counter[str]]:
    """Return every table and index with the parts of its definition, whatever their order."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return {name: parts(sql) for name, sql in rows if is_ours(name)}


def parts(sql: str) -> Counter[str]:
    line = " ".join(sql.replace('"', "").split())
    head, _, body = line.partition("(")
    return Counter([head.strip(), *(part.strip() for part in re.split(r",\s|\)$", body))])


def columns(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: sorted(
            tuple(row)[1:] for row in connection.execute(text(f"PRAGMA table_xinfo('{name}')"))
        )
        for name in definitions(connection)
    }


def test_migrations_make_the_tables_that_the_models_describe(
    by_migrations: Connection, by_models: Connection
) -> None:
    assert definitions(by_migrations) == definitions(by_models)


def test_migrations_make_the_columns_that_the_models_describe(
    by_migrations: Connection, by_models: Connection
) -> None:
    assert columns(by_migrations) == columns(by_models)


def all_sql(connection: Connection) -> str:
    return "\n".join(
        connection.execute(text("SELECT coalesce(sql, '') FROM sqlite_master")).scalars()
    )


def test_the_file_deletes_nothing_by_itself(by_migrations: Connection) -> None:
    assert not re.search(r"ON\s+(DELETE|UPDATE)|CREATE\s+TRIGGER", all_sql(by_migrations), re.I)


def test_every_constraint_has_a_name(by_migrations: Connection) -> None:
    rows = by_migrations.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")
    )
    for name, sql in rows:
        if is_ours(name):
            kinds = len(re.findall(r"\b(?:PRIMARY KEY|FOREIGN KEY|UNIQUE|CHECK)\b ?\(", sql))
            named = len(re.findall(r"\bCONSTRAINT \w+ ", sql))
            own_key = "AUTOINCREMENT" in sql  # such a key stands in the column and has no name
            assert named == kinds or (own_key and named == kinds - 1), name


def test_every_index_has_a_name(by_migrations: Connection) -> None:
    found = by_migrations.execute(text("SELECT name FROM sqlite_master WHERE type = 'index'"))
    ours = [name for name in found.scalars() if is_ours(name)]

    assert ours
    assert all(name.startswith(("ix_", "uq_")) for name in ours)


def test_the_known_versions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", SCRIPTS.as_posix())
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_current_head() == versions.HEAD
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(
        versions.KNOWN_VERSIONS
    )


def test_a_new_file_has_the_newest_version(store: Store) -> None:
    assert store.schema_version() == versions.HEAD


def set_version(folder: Path, version: str | None) -> None:
    engine = writing_engine(folder / DATA_FILE, read_key_file(folder / KEY_FILE))
    with engine.begin() as connection:
        if version is None:
            connection.execute(text("DROP TABLE alembic_version"))
        else:
            connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "code"), [("9999", "storage_newer"), (None, "storage_corrupt")]
)
def test_a_file_of_an_unknown_version_is_refused_untouched(
    data_folder: Path, hand_clock: HandClock, version: str | None, code: str
) -> None:
    set_version(data_folder, version)
    before = (data_folder / DATA_FILE).read_bytes()

    with pytest.raises(KnownStorageError) as refused:
        Store.open(data_folder, hand_clock)

    assert refused.value.code == code
    assert (data_folder / DATA_FILE).read_bytes() == before


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of migrations of its own, in which a test plants one."""
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "__file__", (tmp_path / "migrate.py").as_posix())
    scripts.rename(tmp_path / "alembic")
    return tmp_path / "alembic" / "versions"


def plant(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "HEAD", "9999")
    (folder / "v9999_planted.py").write_text(PLANTED.format(step=step), encoding="utf-8")


def dump(folder: Path) -> tuple[str, ...]:
    """Return schema and rows of a file."""
    engine = writing_engine(folder / DATA_FILE, read_key_file(folder / KEY_FILE))
    with engine.connect() as connection:
        schema = all_sql(connection)
        rows = connection.execute(text("SELECT name, town FROM institution")).all()
        version = migrate.version_of(connection)
    engine.dispose()
    return (schema, repr(rows), str(version))


def fill(folder: Path, clock: HandClock) -> None:
    """Put a house into the file, so that there is something to lose."""
    store = Store.open(folder, clock)
    with store.write("Kita") as writer:
        writer.add(Institution(kind=InstitutionKind.DAYCARE, name="Kita", sort_key="kita"))
    store.close()


def test_a_good_migration_goes_through_after_a_copy(
    data_folder: Path, hand_clock: HandClock, planted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(data_folder, hand_clock)
    plant(planted, "", monkeypatch)

    Store.open(data_folder, hand_clock).close()

    assert dump(data_folder)[2] == "9999"
    assert [path.name for path in data_folder.glob("vor-update-*")] == [
        "vor-update-20270125-110000.db"
    ]


@pytest.mark.parametrize(
    "step",
    [
        "raise KeyError('planted')",
        "op.execute('SELECT * FROM nowhere')",
        "op.execute('DELETE FROM institution')",
        "op.execute('DROP TABLE institution')",
        "op.execute(\"INSERT INTO room SELECT randomblob(16), 1, randomblob(16), 'x', '', NULL,"
        " '', '', 0, NULL\")",
    ],
    ids=["raises", "bad sql", "loses rows", "loses a table", "breaks a reference"],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    data_folder: Path,
    hand_clock: HandClock,
    planted: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    fill(data_folder, hand_clock)
    before = dump(data_folder)
    plant(planted, step, monkeypatch)

    with pytest.raises(Exception, match=r"planted|nowhere|umstellen"):
        Store.open(data_folder, hand_clock)

    assert dump(data_folder) == before


def test_the_copy_before_a_migration_can_be_opened(
    data_folder: Path,
    hand_clock: HandClock,
    planted: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    fill(data_folder, hand_clock)
    before = dump(data_folder)
    plant(planted, "", monkeypatch)
    Store.open(data_folder, hand_clock).close()
    older = tmp_path / "older"
    older.mkdir()
    shutil.copy(next(data_folder.glob("vor-update-*")), older / DATA_FILE)
    shutil.copy(data_folder / KEY_FILE, older / KEY_FILE)

    assert dump(older) == before


def test_the_data_key_hides_itself() -> None:
    assert "07" not in repr(DataKey(b"\x07" * 32))

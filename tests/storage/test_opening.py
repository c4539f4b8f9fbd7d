"""Opening a folder: one program at a time, no foreign parts, questions before the store is made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kitadesk.base.clock import Clock
from kitadesk.base.errors import KnownStorageError
from kitadesk.storage.connection import writing
from kitadesk.storage.keys import read_key_file
from kitadesk.storage.lock import HouseLock
from kitadesk.storage.opening import (
    DATA_FILE,
    KEY_FILE,
    LOCK_FILE,
    create_file,
    open_file,
    set_aside,
)
from kitadesk.storage.store import Store
from tests.support.factories import HandClock

HOLD = """
import sys
from pathlib import Path
from kitadesk.storage.lock import HouseLock
lock = HouseLock.take(Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.read()
"""
ASK = """
import sys
from pathlib import Path
from kitadesk.base.clock import SystemClock
from kitadesk.queries.today import house_name
from kitadesk.services.desk import Desk
print(Desk.open(Path(sys.argv[1]), SystemClock()).look(house_name), "sqlalchemy" in sys.modules)
"""


@pytest.fixture
def clock() -> Clock:
    return HandClock()


def change(folder: Path, statement: str) -> None:
    connection = writing(folder / DATA_FILE, read_key_file(folder / KEY_FILE))()
    connection.execute(statement)
    connection.close()


def test_another_process_keeps_us_out_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / LOCK_FILE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(KnownStorageError) as refused:
            HouseLock.take(path)
        other.kill()
        other.wait()

    assert refused.value.code == "second_instance"
    HouseLock.take(path).release()


def test_words_in_the_lock_file_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / LOCK_FILE
    path.write_bytes(b"nicht anfassen! " * 100)

    lock = HouseLock.take(path)

    with pytest.raises(KnownStorageError):
        HouseLock.take(path)
    lock.release()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM child; END",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_a_file_with_foreign_parts_is_refused(
    data_folder: Path, clock: Clock, statement: str
) -> None:
    change(data_folder, statement)

    with pytest.raises(KnownStorageError) as refused:
        open_file(data_folder, clock)

    assert refused.value.code == "storage_foreign_parts"
    HouseLock.take(data_folder / LOCK_FILE).release()


def test_the_first_questions_need_no_sqlalchemy(data_folder: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", ASK, str(data_folder)], capture_output=True, text=True, check=True
    )

    assert answer.stdout.split() == ["None", "False"]


def test_a_look_sees_one_state_and_changes_nothing(data_folder: Path, clock: Clock) -> None:
    file = open_file(data_folder, clock)

    with pytest.raises(KnownStorageError), file.look() as reader:
        reader.exec_driver_sql("DELETE FROM note")

    with file.look() as reader:
        assert list(reader.exec_driver_sql("SELECT count(*) FROM note")) == [(0,)]
    file.close()


def test_a_folder_with_a_file_gets_no_second_one(data_folder: Path) -> None:
    with pytest.raises(KnownStorageError) as refused:
        create_file(data_folder)

    assert refused.value.code == "storage_exists"


def test_a_path_that_sqlite_cannot_open_says_so(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["ä" * 90] * 3)

    with pytest.raises(KnownStorageError) as refused:
        create_file(folder)

    assert refused.value.code == "path_too_long"
    assert not folder.exists()


@pytest.fixture
def protected(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the system calls write-protected; rights do not stop an administrator."""
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    return data_folder


def test_a_protected_folder_is_read_by_several_and_left_as_it_is(
    protected: Path, clock: Clock
) -> None:
    before = {file.name: file.read_bytes() for file in protected.iterdir()}

    first, second = Store.open(protected, clock), open_file(protected, clock)

    assert first.check() == {"cipher": [], "integrity": [], "foreign_keys": []}
    with second.look() as reader:
        assert list(reader.exec_driver_sql("SELECT count(*) FROM note")) == [(0,)]
    first.close()
    second.close()
    assert {file.name: file.read_bytes() for file in protected.iterdir()} == before


def test_nobody_reads_a_protected_folder_while_somebody_writes(
    protected: Path, clock: Clock
) -> None:
    writer = HouseLock.take(protected / LOCK_FILE)

    with pytest.raises(KnownStorageError) as refused:
        open_file(protected, clock)

    assert refused.value.code == "second_instance"
    writer.release()


def test_a_protected_folder_needs_no_lock_file(protected: Path, clock: Clock) -> None:
    (protected / LOCK_FILE).unlink(missing_ok=True)

    open_file(protected, clock).close()

    assert not (protected / LOCK_FILE).exists()


def test_a_file_is_set_aside_beside_an_older_one(data_folder: Path, clock: Clock) -> None:
    (data_folder / "Beispielstadt").mkdir()

    aside = set_aside(data_folder, "Beispielstadt")

    assert aside.name == "Beispielstadt (2)"
    open_file(aside, clock).close()
    assert not (data_folder / DATA_FILE).exists()


def test_a_file_that_cannot_be_set_aside_stays_whole(
    data_folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fails_at_the_key(path: Path, target: Path) -> Path:
        if path.name == KEY_FILE:
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails_at_the_key)
    with pytest.raises(PermissionError):
        set_aside(data_folder, "Beispielstadt")

    open_file(data_folder, clock).close()
    assert not (data_folder / "Beispielstadt").exists()

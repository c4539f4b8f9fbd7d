"""A writer is killed in the middle, again and again: what it acknowledged is there."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from sqlalchemy import select

from kitadesk.storage.models.house import Setting
from kitadesk.storage.store import Store
from tests.support.endless_writer import write_without_end
from tests.support.factories import HandClock

KILLS = 20
LEAST_WRITES = 3
# A server that has imported everything forks each writer: a start in 0.01 s instead of 0.6.
PROCESSES = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
PROCESSES.set_forkserver_preload(["tests.support.endless_writer"])


def write_until_killed(folder: Path, first: int, writes: int) -> int:
    """Kill the writer after some writes; returns the last number that it acknowledged."""
    heard, said = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=write_without_end, args=(folder, first, said), daemon=True)
    process.start()
    said.close()
    last = first - 1
    for _ in range(writes):
        last = heard.recv()
    process.kill()
    process.join()
    try:
        while True:
            last = heard.recv()
    except EOFError:
        heard.close()
        return last


def test_no_acknowledged_write_is_lost_when_the_program_is_killed(
    data_folder: Path, hand_clock: HandClock
) -> None:
    first = 0
    for kill in range(KILLS):
        last = write_until_killed(data_folder, first, LEAST_WRITES + kill % 5)
        store = Store.open(data_folder, hand_clock)
        with store.read() as session:
            names = set(session.scalars(select(Setting.name)))
        assert {f"nummer {number}" for number in range(last + 1)} <= names
        assert store.undo_label() == f"Schritt {len(names) - 1}"
        assert store.check() == {"cipher": [], "integrity": [], "foreign_keys": []}
        store.close()
        first = len(names)

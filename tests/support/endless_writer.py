"""A program that writes without end, to be killed; it says each number once its write is done."""

from __future__ import annotations

from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from kitadesk.base.clock import FixedClock
from kitadesk.storage.models.house import Setting
from kitadesk.storage.store import Store


def write_without_end(folder: Path, number: int, said: Connection) -> None:
    """Write one setting after the other, each a step with history."""
    store = Store.open(folder, FixedClock(date(2027, 1, 25)))
    while True:
        with store.write(f"Schritt {number}") as writer:
            writer.add(Setting(name=f"nummer {number}", content="x" * (number % 7) * 1000))
        said.send(number)
        number += 1

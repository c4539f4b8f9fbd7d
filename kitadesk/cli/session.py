"""What commands share: the open desk of the options, the clock, output as lines or JSON."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kitadesk.base.clock import Clock, FixedClock, SystemClock
from kitadesk.base.errors import KnownStorageError, UserError
from kitadesk.base.paths import default_data_dir
from kitadesk.services.desk import Desk
from kitadesk.storage.store import DATA_FILE, KEY_FILE, LOCK_FILE, Store

NO_PASSWORD = "Hinweis: Diese Daten haben kein Kennwort, die Eingabe wurde nicht gebraucht.\n"  # noqa: S105


def folder_of(options: argparse.Namespace) -> Path:
    """Return the data folder: the one that was named, or this user's."""
    folder: Path = options.data or default_data_dir()
    return folder


def clock_of(options: argparse.Namespace) -> Clock:
    """Return the clock: the computer's, or one that stands on `--today`."""
    return SystemClock() if options.today is None else FixedClock(options.today)


@contextmanager
def open_desk(options: argparse.Namespace, *, create: bool = False) -> Iterator[Desk]:
    """Open the data file; only `create` makes one, so that a mistyped folder stays untouched."""
    folder = folder_of(options)
    if not create and not Store.exists(folder):
        raise KnownStorageError("storage_missing")
    if options.password_stdin:
        sys.stdin.readline()
        sys.stderr.write(NO_PASSWORD)
    try:
        desk = Desk.open(folder, clock_of(options))
    except OSError:
        raise UserError("folder_not_usable", name=folder.name or str(folder)) from None
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def open_or_begin(options: argparse.Namespace) -> Iterator[Desk]:
    """Open the data file, or make one that goes again when the command fails or is a dry run."""
    folder = folder_of(options)
    if Store.exists(folder):
        with open_desk(options) as desk:
            yield desk
        return
    if options.dry_run:
        with tempfile.TemporaryDirectory() as name:
            options.data = Path(name) / "Probe"
            with open_desk(options, create=True) as desk:
                yield desk
        return
    try:
        with open_desk(options, create=True) as desk:
            yield desk
    except BaseException:
        for name in (DATA_FILE, f"{DATA_FILE}-journal", KEY_FILE, LOCK_FILE):
            (folder / name).unlink(missing_ok=True)
        raise


def make_folder(folder: Path) -> None:
    """Make a folder for output; raises UserError when nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise UserError("folder_not_usable", name=folder.name or str(folder)) from None


def say(text: str) -> None:
    """Write one line for people."""
    sys.stdout.write(f"{text}\n")


def say_json(value: object) -> None:
    """Write JSON with English keys; its form stays."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say_table(rows: list[tuple[str, ...]]) -> None:
    """Write rows with aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())

"""What commands share: the data folder, the open desk of the options, the clock."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kitadesk.base.clock import Clock, FixedClock, SystemClock
from kitadesk.base.errors import KnownStorageError, UserError
from kitadesk.base.paths import default_data_dir
from kitadesk.base.text import shorten
from kitadesk.services.desk import Desk
from kitadesk.services.planned_moves import carry_out_changes
from kitadesk.storage.opening import DATA_FILE, KEY_FILE, LOCK_FILE, exists

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
    """Open the data file; only `create` makes one, so that a mistyped folder stays untouched.

    Changes of group whose day has come are done before, so that every paper shows the right one;
    with `--today` the day is only supposed, and nothing is done ahead of time.
    """
    folder = folder_of(options)
    if not create and not _has_data(folder):
        raise KnownStorageError("storage_missing")
    if options.password_stdin:
        sys.stdin.readline()
        sys.stderr.write(NO_PASSWORD)
    try:
        desk = Desk.open(folder, clock_of(options))
    except OSError:
        raise UserError("folder_not_usable", name=folder.name or str(folder)) from None
    try:
        if options.today is None:
            carry_out_changes(desk)
        yield desk
    finally:
        desk.close()


@contextmanager
def open_or_begin(options: argparse.Namespace) -> Iterator[Desk]:
    """Open the data file, or make one that goes again when the command fails or is a dry run."""
    folder = folder_of(options)
    if _has_data(folder):
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


def _has_data(folder: Path) -> bool:
    """Tell whether a data file is there; a name too long or a locked folder is no bug."""
    try:
        return exists(folder)
    except OSError:
        raise UserError("folder_not_usable", name=shorten(folder.name, 60)) from None


def make_folder(folder: Path) -> None:
    """Make a folder for output; raises UserError when nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise UserError("folder_not_usable", name=folder.name or str(folder)) from None

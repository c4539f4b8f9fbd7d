"""The same fonts, language, clock and rules for every test, with or without a window."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from kitadesk.base.clock import FixedClock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.support.qt_door import RecordingDoor

pytest_plugins = ("tests.support.fixtures", "tests.support.town_fixtures")  # file, desk, house

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Every save waits for the disk, and the tests save thousands of times: their folders stand in
# memory where the system has room for them (Linux). pytest reads this when it makes the first one.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 2 << 30
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# A slow minute of the machine is no failure; the check of the project draws the same cases always.
hypothesis.settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("project")

# Tests use the window toolkit only when they ask for it: the other layers run without Qt.
_QT_FIXTURES = {"qtbot", "qapp", "qtmodeltester", "door"}


def pytest_configure(config: pytest.Config) -> None:
    """Ignore the one warning that the offscreen platform gives for every window."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture
def clock() -> FixedClock:
    """Stand in the middle of the preparation year: Monday, 25 January 2027, noon."""
    return FixedClock(date(2027, 1, 25))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Give pytest-qt the class of application that the program has."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only for tests with a window

    return QApplication


@pytest.fixture(autouse=True)
def _window_rules(request: pytest.FixtureRequest) -> Iterator[None]:
    """Dress the application, record the dialog door, and leave no window behind."""
    if not _QT_FIXTURES & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    _keep_modules()
    door: RecordingDoor = request.getfixturevalue("door")
    yield
    _close_all()
    assert not door.unexpected(), f"A message nobody expected: {door.unexpected()}"


@pytest.fixture
def door(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordingDoor]:
    """Replace the dialog door; `exec` of any dialog fails the test."""
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415 - only for tests with a window

    from kitadesk.ui.kit import dialogs  # noqa: PLC0415
    from kitadesk.ui.kit.application import prepare  # noqa: PLC0415
    from kitadesk.ui.kit.tokens import Scheme  # noqa: PLC0415
    from tests.support.qt_door import RecordingDoor  # noqa: PLC0415

    prepare(Scheme.LIGHT)
    recorder = RecordingDoor()
    dialogs.set_door(recorder)
    monkeypatch.setattr(QDialog, "exec", _no_exec)
    yield recorder
    dialogs.set_door(None)
    dialogs.keep_folders_in(None)


def _no_exec(*_args: object) -> int:
    raise AssertionError("Use open(), not exec() (trap P10).")


_kept_modules = 0


def _keep_modules() -> None:
    """Take what imports made out of the collection after each test (0.2 s, with this 0.01 s)."""
    global _kept_modules  # noqa: PLW0603 - the collector is one for the whole process, too
    if len(sys.modules) > _kept_modules:
        _kept_modules = len(sys.modules)
        gc.freeze()


def _close_all() -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only for tests with a window

    from tests.support.qt_life import flush_deletes  # noqa: PLC0415

    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    flush_deletes()
    gc.collect()
    gc.enable()  # The window takes the collector over; tests of other layers need it back.

"""The crash window comes once, says the data is safe, and its report holds nothing private."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import KnownStorageError
from kitadesk.ui.kit.crash import CrashHook, CrashWindow, report_of
from kitadesk.ui.kit.labels import PlainLabel
from tests.support.qt_door import RecordingDoor


def bug() -> BaseException:
    name = "Şahin, Elif"
    try:
        raise ValueError(f"{name} passt nicht")
    except ValueError as error:
        return error


def windows() -> list[CrashWindow]:
    found = QApplication.topLevelWidgets()
    return [window for window in found if isinstance(window, CrashWindow) and window.isVisible()]


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[CrashHook]:
    before = sys.excepthook
    yield CrashHook()
    sys.excepthook = before


def test_the_report_has_types_places_and_versions_and_no_values() -> None:
    report = report_of(bug())

    assert "ValueError" in report
    assert "test_crash.py:" in report
    assert "Python 3" in report
    assert "Elif" not in report
    assert "passt nicht" not in report


def test_a_storm_of_errors_opens_one_window(qtbot: QtBot, hook: CrashHook) -> None:
    for _number in range(50):
        error = bug()
        hook.handle(type(error), error, error.__traceback__)

    qtbot.waitUntil(lambda: bool(windows()))
    assert len(windows()) == 1
    words = " ".join(label.text() for label in windows()[0].findChildren(PlainLabel))
    assert "Ihre Daten sind gespeichert" in words


def test_what_the_person_can_put_right_is_said_in_its_own_words(
    qtbot: QtBot, hook: CrashHook, door: RecordingDoor
) -> None:
    error = KnownStorageError("storage_read_only")
    hook.handle(type(error), error, None)

    qtbot.waitUntil(lambda: bool(door.asked))
    assert door.expect().error is error
    assert windows() == []  # "Ihre Daten sind gespeichert" would be untrue here


def test_after_a_closed_window_there_is_quiet(qtbot: QtBot, hook: CrashHook) -> None:
    error = bug()
    hook.handle(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(windows()))
    windows()[0].close()

    with qtbot.assertNotEmitted(hook.crashed):
        hook.handle(type(error), error, error.__traceback__)

    assert windows() == []


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    window = CrashWindow("KitaDesk 0.1 · ValueError")
    qtbot.addWidget(window)
    window.copy_button.click()

    assert QGuiApplication.clipboard().text() == "KitaDesk 0.1 · ValueError"


def test_the_hook_takes_what_nobody_catches(qtbot: QtBot, hook: CrashHook) -> None:
    hook.install()

    assert sys.excepthook == hook.handle

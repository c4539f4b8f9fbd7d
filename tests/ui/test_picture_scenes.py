"""Every scene of the pictures finds what it shows in the invented town, and leaves nothing open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialog_windows import WindowDoor
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.main_window import MainWindow
from kitadesk.ui.picture_scenes import all_scenes
from kitadesk.ui.picture_stage import Stage, windows_over
from tests.support.qt_life import flush_deletes

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
OVER = ("kind", "per-e-mail", "nachdrucken", "einstellungen-printers", "liste", "frage", "absturz")


@pytest.fixture
def stage(qapp: QApplication, town: Desk) -> Iterator[Stage]:
    """The window over the invented town, with real dialogs."""
    assert qapp is not None
    dialogs.set_door(WindowDoor())
    window = MainWindow()
    jobs = Jobs(window)
    assembly = Assembly(window, town, jobs)
    assembly.make_all_tabs()
    window.show()
    yield Stage(window, assembly, town)
    assembly.close()
    jobs.shutdown()
    window.close()
    window.deleteLater()
    flush_deletes()


def test_every_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in all_scenes()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", OVER)
def test_a_scene_opens_a_window_and_the_end_closes_it(
    qtbot: QtBot, stage: Stage, name: str
) -> None:
    next(scene for scene in all_scenes() if scene.name == name).play(stage)
    assert windows_over(stage.window)
    stage.end()
    qtbot.waitUntil(lambda: not windows_over(stage.window))


def test_every_scene_finds_its_record_in_the_invented_town(stage: Stage) -> None:
    missing = []
    for scene in all_scenes():
        if scene.play(stage) is False:
            missing.append(scene.name)
        stage.end()
    assert missing == []

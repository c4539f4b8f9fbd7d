"""With large letters in a small window no word of a button, a label or a tick is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.assembly import Assembly
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.dialog_windows import WindowDoor
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.kit.widgets import ElidedLabel
from kitadesk.ui.main_window import TITLES, MainWindow
from kitadesk.ui.picture_scenes import all_scenes
from kitadesk.ui.picture_stage import Stage
from tests.support.qt_life import flush_deletes

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
SCENES = (
    "uebergang-massnahme", "kind", "kind-neu", "kind-gruppe", "abend", "abend-rueckmeldungen",
    "elternbrief", "verschieben", "absagen", "reihe", "abendmappe", "per-e-mail", "nachdrucken",
    "liste", "einstellungen-house", "einstellungen-printers", "frage", "start-0", "start-1",
)  # fmt: skip


@pytest.fixture
def stage(qapp: QApplication, town: Desk) -> Iterator[Stage]:
    """A window of 1280 × 720 with letters of 150 %."""
    theme.apply(qapp, Scheme.LIGHT, 1.5)
    dialogs.set_door(WindowDoor())
    window = MainWindow()
    jobs = Jobs(window)
    window.resize(1280, 720)
    assembly = Assembly(window, town, jobs)
    assembly.make_all_tabs()
    window.show()
    yield Stage(window, assembly, town)
    assembly.close()
    jobs.shutdown()
    window.close()
    window.deleteLater()
    flush_deletes()
    theme.apply(qapp, Scheme.LIGHT, 1.0)


def clipped(root: QWidget) -> list[str]:
    """Return what is wider than its widget; what elides says so by itself and has a tooltip."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        if isinstance(widget, QPushButton):
            words, need = widget.text(), widget.fontMetrics().horizontalAdvance(widget.text())
        elif isinstance(widget, QCheckBox):
            words, need = widget.text(), widget.sizeHint().width() - 1
        elif isinstance(widget, PlainLabel) and not isinstance(widget, ElidedLabel):
            words = widget.text()
            need = 0 if widget.wordWrap() else widget.sizeHint().width() - 1
        else:
            continue
        if words and need > widget.width():
            found.append(f"{widget.objectName()}: {words}")
    return found


def test_no_page_of_a_tab_cuts_off_a_word(qtbot: QtBot, stage: Stage) -> None:
    for number in range(len(TITLES)):
        tab = stage.window.tab(number)
        assert tab is not None
        for page in tab.pages():
            stage.window.show_tab(number)
            page.show()
            qtbot.waitUntil(lambda: clipped(stage.window) == [])


def test_no_dialog_cuts_off_a_word(qtbot: QtBot, stage: Stage) -> None:
    for scene in all_scenes():
        if scene.name in SCENES:
            scene.play(stage)
            qtbot.waitUntil(lambda: clipped(stage.top()) == [])
            stage.end()

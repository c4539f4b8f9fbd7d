"""A large step goes back by a job, with a sheet that tells of it and lets it be given up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import step_mover
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.kit.progress_sheet import ProgressSheet
from kitadesk.ui.kit.step_mover import StepMover
from tests.support.qt_door import RecordingDoor
from tests.support.qt_input import press
from tests.support.qt_life import freed_on_close

Tell = Callable[[float], object]


class LargeDesk:
    """A desk whose newest step waits half way until `go_on` is set."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.moved: list[str] = []
        self.refusal: UserError | None = None
        self.thread = 0
        self.undo_label, self.redo_label = "Jahrgang 2027 angelegt", "Liste"
        self.undo_size = self.redo_size = 35_000

    def undo(self, tell: Tell = id) -> object:
        self.thread = threading.get_ident()
        if self.refusal is not None:
            raise self.refusal
        tell(0.5)
        self.go_on.wait(20)
        tell(1.0)
        self.moved.append(self.undo_label)
        return None

    def redo(self, tell: Tell = id) -> object:
        tell(1.0)
        self.moved.append(self.redo_label)
        return None


@pytest.fixture
def large() -> Iterator[LargeDesk]:
    made = LargeDesk()
    yield made
    made.go_on.set()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs(window: QWidget, large: LargeDesk) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    large.go_on.set()
    lanes.shutdown()


@pytest.fixture
def mover(large: LargeDesk, jobs: Jobs, window: QWidget) -> StepMover:
    return StepMover(large, jobs, window)


def sheet_of(window: QWidget) -> ProgressSheet:
    found = window.findChild(ProgressSheet)
    assert found is not None
    return found


def test_a_sheet_tells_of_a_large_step_until_it_is_over(
    qtbot: QtBot, mover: StepMover, large: LargeDesk, window: QWidget
) -> None:
    mover.undo()
    sheet = sheet_of(window)
    bar = sheet.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 50)
    assert (sheet.windowTitle(), sheet.isVisible()) == ("Rückgängig: Jahrgang 2027 angelegt", True)
    with qtbot.waitSignal(mover.moved):
        large.go_on.set()
    assert not sheet.isVisible()
    assert large.thread != threading.get_ident()


def test_while_a_step_moves_no_other_one_begins(
    qtbot: QtBot, mover: StepMover, large: LargeDesk
) -> None:
    mover.undo()
    mover.redo()
    with qtbot.waitSignal(mover.ended):
        large.go_on.set()
    assert large.moved == ["Jahrgang 2027 angelegt"]


def test_escape_gives_the_step_up(
    qtbot: QtBot, mover: StepMover, large: LargeDesk, jobs: Jobs, window: QWidget
) -> None:
    mover.undo()
    sheet = sheet_of(window)
    bar = sheet.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 50)
    press(sheet, Qt.Key.Key_Escape)
    large.go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert large.moved == []


def test_a_large_step_that_is_refused_says_why(
    qtbot: QtBot, mover: StepMover, large: LargeDesk, window: QWidget, door: RecordingDoor
) -> None:
    large.refusal = UserError("storage_changed_elsewhere")
    with qtbot.waitSignal(mover.ended):
        mover.undo()
    assert door.expect().error is large.refusal
    assert not any(sheet.isVisible() for sheet in window.findChildren(ProgressSheet))


def test_a_small_step_moves_at_once(mover: StepMover, large: LargeDesk, window: QWidget) -> None:
    large.redo_size = step_mover.MANY_ROWS - 1
    mover.redo()
    assert large.moved == ["Liste"]
    assert window.findChild(ProgressSheet) is None


def test_the_sheet_is_freed_when_it_closes(qtbot: QtBot) -> None:
    assert freed_on_close(lambda: ProgressSheet("Rückgängig", None))

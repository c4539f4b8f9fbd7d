"""Changes from any thread refresh the views that show those tables, once each."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.changes import Changes, ChangeSet
from kitadesk.ui.kit.undo import UndoActions
from tests.support.qt_door import RecordingDoor


@dataclass(frozen=True)
class Step:
    label: str
    tables: frozenset[str]


@dataclass
class SmallDesk:
    """The part of a desk that tells of steps and goes back."""

    steps: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    listeners: list[Callable[[ChangeSet], None]] = field(default_factory=list)
    refusal: UserError | None = None

    @property
    def undo_label(self) -> str | None:
        return self.steps[-1] if self.steps else None

    @property
    def redo_label(self) -> str | None:
        return self.undone[-1] if self.undone else None

    @property
    def undo_size(self) -> int:
        return len(self.steps)

    @property
    def redo_size(self) -> int:
        return len(self.undone)

    def undo(self, _tell: Callable[[float], object] = id) -> object:
        if self.refusal is not None:
            raise self.refusal
        self.undone.append(self.steps.pop())
        return self.tell(self.undone[-1])

    def redo(self, _tell: Callable[[float], object] = id) -> object:
        self.steps.append(self.undone.pop())
        return self.tell(self.steps[-1])

    def listen(self, listener: Callable[[ChangeSet], None], /) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def tell(self, label: str, *tables: str) -> None:
        for listener in self.listeners:
            listener(Step(label, frozenset(tables)))


class View(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.refreshed: list[int] = []

    def refresh(self) -> None:
        self.refreshed.append(threading.get_ident())


@pytest.fixture
def desk(qtbot: QtBot) -> SmallDesk:
    return SmallDesk()


def test_a_view_is_refreshed_on_the_main_thread_for_its_tables(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    changes, view = Changes(desk), View()
    changes.refresh_on({"event"}, view.refresh)
    thread = threading.Thread(target=desk.tell, args=("Termin", "event", "task"))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(view.refreshed))
    assert view.refreshed == [threading.get_ident()]


def test_many_steps_at_once_refresh_once_and_other_tables_not(
    qtbot: QtBot, desk: SmallDesk
) -> None:
    changes, view, other = Changes(desk), View(), View()
    changes.refresh_on({"child"}, other.refresh)
    changes.refresh_on({"event"}, view.refresh)
    for _number in range(3):
        desk.tell("Termin", "event")

    qtbot.waitUntil(lambda: bool(view.refreshed))
    assert len(view.refreshed) == 1
    assert other.refreshed == []


def test_a_view_that_is_gone_is_forgotten(qtbot: QtBot, desk: SmallDesk) -> None:
    changes, view, other = Changes(desk), View(), View()
    calls = view.refreshed
    changes.refresh_on({"event"}, view.refresh)
    changes.refresh_on({"event"}, other.refresh)
    del view
    gc.collect()

    desk.tell("Termin", "event")

    qtbot.waitUntil(lambda: bool(other.refreshed))
    assert calls == []


def test_the_actions_carry_the_names_of_the_steps(qtbot: QtBot, desk: SmallDesk) -> None:
    changes, parent = Changes(desk), QObject()
    actions = UndoActions(parent)
    assert not actions.undo.isEnabled()
    desk.steps.append("Rückmeldung Şahin")
    actions.bind(desk, changes)
    assert actions.undo.text() == "Rückgängig: Rückmeldung Şahin"

    actions.undo.trigger()

    assert not actions.undo.isEnabled()
    assert actions.redo.text() == "Wiederholen: Rückmeldung Şahin"
    actions.redo.trigger()
    assert desk.steps == ["Rückmeldung Şahin"]


def test_an_undo_that_is_refused_says_why(
    qtbot: QtBot, desk: SmallDesk, door: RecordingDoor
) -> None:
    changes, parent = Changes(desk), QObject()
    actions = UndoActions(parent)
    desk.steps.append("Adresse")
    desk.refusal = UserError("storage_changed_elsewhere")
    actions.bind(desk, changes)

    actions.undo.trigger()

    assert door.expect().error is desk.refusal

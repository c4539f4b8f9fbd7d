"""What the keys of the matrix mean: steps of the cursor, and things done with the cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kitadesk.domain.matrix_selection import Spot, moved

_FAR = 1_000_000_000


class Act(Enum):
    """What is done with the chosen cells."""

    TOGGLE = "toggle"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    TOGGLE_NOT_NEEDED = "toggle_not_needed"
    OPEN = "open"
    PLAN = "plan"
    COPY = "copy"
    COLLAPSE = "collapse"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the cursor; `pages` counts pages of rows."""

    down: int = 0
    right: int = 0
    pages: int = 0
    extend: bool = False
    is_all: bool = False

    def target(self, spot: Spot, rows: int, columns: int, page: int) -> Spot:
        """Return the cell the step leads to."""
        return moved(spot, self.down + self.pages * page, self.right, rows, columns)


_STEPS = {
    Qt.Key.Key_Up: Step(down=-1),
    Qt.Key.Key_Down: Step(down=1),
    Qt.Key.Key_Left: Step(right=-1),
    Qt.Key.Key_Right: Step(right=1),
    Qt.Key.Key_PageUp: Step(pages=-1),
    Qt.Key.Key_PageDown: Step(pages=1),
    Qt.Key.Key_Home: Step(right=-_FAR),
    Qt.Key.Key_End: Step(right=_FAR),
    Qt.Key.Key_Return: Step(down=1),
    Qt.Key.Key_Enter: Step(down=1),
}
_FAR_STEPS = {
    Qt.Key.Key_Home: Step(down=-_FAR, right=-_FAR),
    Qt.Key.Key_End: Step(down=_FAR, right=_FAR),
    Qt.Key.Key_Up: Step(down=-_FAR),
    Qt.Key.Key_Down: Step(down=_FAR),
    Qt.Key.Key_Left: Step(right=-_FAR),
    Qt.Key.Key_Right: Step(right=_FAR),
}
_ACTS = {
    Qt.Key.Key_Space: Act.TOGGLE,
    Qt.Key.Key_Minus: Act.TOGGLE_NOT_NEEDED,
    Qt.Key.Key_Delete: Act.OPEN,
    Qt.Key.Key_Backspace: Act.OPEN,
    Qt.Key.Key_F2: Act.PLAN,
    Qt.Key.Key_Escape: Act.COLLAPSE,
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def step_of(event: QKeyEvent) -> Step | None:
    """Return the step of a key: arrows, pages, Pos1 and Ende, Enter down, with Umschalt more."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return Step(is_all=True)
    key = Qt.Key(event.key())
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in _ENTERS:
        return Step(down=-1 if shift else 1)
    is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    step = (_FAR_STEPS if is_far else _STEPS).get(key)
    if step is None or not shift:
        return step
    return Step(step.down, step.right, step.pages, extend=True)


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter or a digit."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text()[:1].isalnum() and not event.modifiers() & held


def act_of(event: QKeyEvent) -> Act | None:
    """Return what a key does with the chosen cells."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return Act.COPY
    if event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    ):
        return None
    return _ACTS.get(Qt.Key(event.key()))

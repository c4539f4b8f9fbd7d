"""Random calls of the matrix: few children, sometimes many measures."""

from __future__ import annotations

from collections.abc import Callable

from kitadesk.domain.transition import MeasureState
from kitadesk.services import matrix
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.transition import Measure
from tests.support.dice import Dice


def _set_cells(desk: Desk, dice: Dice) -> object:
    cells = [(dice.id_of(Child), dice.id_of(Measure)) for _ in range(dice.rng.randint(1, 6))]
    state = dice.one(None, *MeasureState)
    return matrix.set_cells(desk, cells, state, on_date=dice.maybe_day())


MATRIX_CALLS: dict[str, Callable[[Desk, Dice], object]] = {"matrix.set_cells": _set_cells}

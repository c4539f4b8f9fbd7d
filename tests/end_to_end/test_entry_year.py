"""An entry year as a leader works on it: real window, real keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.matrix import cohort_ids, matrix_children, matrix_measures, matrix_states
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Child
from tests.support.factories import make_family, make_house
from tests.support.x_display import Program, XDisplay, running, x_display

TODAY = date(2027, 1, 25)
DONE, PLANNED, NOT_NEEDED = (
    MeasureState.DONE.value, MeasureState.PLANNED.value, MeasureState.NOT_NEEDED.value,
)  # fmt: skip
SAVED = "changed and shown"
FILTER = (1100, 128)
HEAD_OF_THE_VISIT = (810, 235)
Kept = dict[tuple[str, str], tuple[str, str | None]]


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XDisplay]:
    with x_display(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


def fill_house(folder: Path) -> None:
    """Three children who begin school in summer, and no plan yet."""
    desk = Desk.open(folder, FixedClock(TODAY))
    make_house(desk)
    for name in ("Albrecht", "Bauer", "Kowalenko"):
        (child_id,) = make_family(desk, name).child_ids
        with desk.write("Geburtsdatum") as writer:
            writer.get(Child, child_id).birth_date = date(2020, 12, 3)
    desk.close()


def kept_in(folder: Path) -> Kept:
    """Return the state and day of each cell that is not open, by child and short title."""
    desk = Desk.open(folder, FixedClock(TODAY))
    try:
        cohort_id = desk.look(cohort_ids)[2027]
        children = {row[0]: row[1] for row in desk.look(matrix_children, cohort_id, TODAY)}
        measures = {one.id: one.label for one in desk.look(matrix_measures, cohort_id)}
        states = desk.look(matrix_states, tuple(children))
        return {(children[row[0]], measures[row[1]]): (row[2], row[3]) for row in states}
    finally:
        desk.close()


def press(display: XDisplay, program: Program, *keys: str) -> None:
    """Press keys, the last of which saves something."""
    display.keys(*keys)
    program.wait_for(SAVED)


def work_on_the_year(display: XDisplay, program: Program) -> None:
    program.wait_for("done: ReadYear")
    display.keys("ctrl+2")
    program.wait_for("tab shown: TransitionTab")
    press(display, program, "Tab", "space")  # Schulanfänger 2027 planen
    press(display, program, "space")  # Albrecht: angemeldet
    press(display, program, "Down", "minus")  # Bauer: entfällt
    display.keys("Right", "Right", "Right")
    display.type("3.2.")
    press(display, program, "Return")  # Bauer: Schularzt am 3. Februar
    display.click(*HEAD_OF_THE_VISIT)
    press(display, program, "Down", "Return")  # Lehrkraftbesuch: für alle erledigt
    press(display, program, "ctrl+z")
    display.click(*FILTER)
    display.type("kowal")
    press(display, program, "Down", "space")  # Kowalenko, the only one shown: beim Schularzt
    display.keys("ctrl+q")


def test_a_year_is_planned_and_its_cells_are_set_by_keys_and_mouse(
    display: XDisplay, tmp_path: Path
) -> None:
    fill_house(tmp_path)
    with running(display, tmp_path) as program:
        program.wait_for("tab shown: TodayTab")
        display.focus("^Kita Sonnenschein")
        work_on_the_year(display, program)
        assert program.wait_for_end() == 0
    assert kept_in(tmp_path) == {
        ("Albrecht, Mia", "Anmeldung"): (DONE, "2027-01-25"),
        ("Bauer, Mia", "Anmeldung"): (NOT_NEEDED, None),
        ("Bauer, Mia", "Schularzt"): (PLANNED, "2027-02-03"),
        ("Kowalenko, Mia", "Schularzt"): (DONE, "2027-01-25"),
    }

"""A list of addresses as it is copied from Excel: real window, real keys, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.queries.address_book import address_book
from kitadesk.services.desk import Desk
from tests.support.factories import make_house
from tests.support.x_display import XDisplay, running, x_display

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "adressen.csv"
TODAY = date(2027, 1, 25)
SAVED = "changed and shown"
MAIN = "^Kita Sonnenschein"
DIALOG = "^Kontakte"


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XDisplay]:
    with x_display(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


def people_in(folder: Path) -> int:
    desk = Desk.open(folder, FixedClock(TODAY))
    try:
        return len(desk.read(address_book, TODAY).people)
    finally:
        desk.close()


def test_addresses_are_pasted_into_an_empty_tab_and_taken_back_by_one_key(
    display: XDisplay, tmp_path: Path
) -> None:
    desk = Desk.open(tmp_path, FixedClock(TODAY))
    make_house(desk)
    desk.close()
    rows = SAMPLE.read_bytes().decode("cp1252").replace(";", "\t")
    with running(display, tmp_path) as program, display.clipboard(rows):
        program.wait_for("tab shown: TodayTab")
        display.focus(MAIN)
        display.keys("ctrl+4")
        program.wait_for("tab shown: ContactsTab")
        display.keys("ctrl+v")
        program.wait_for("done: ReadText")
        display.focus(DIALOG)
        display.keys("Return")  # übernehmen
        program.wait_for("done: Apply")  # then its last page is shown; SAVED comes earlier
        display.keys("Return")  # Fertig
        program.wait_until(lambda: not display.has_window(DIALOG), "the list to close")
        display.focus(MAIN)
        display.keys("ctrl+z")
        program.wait_for(SAVED)
        display.keys("ctrl+shift+z")
        program.wait_for(SAVED)
        display.keys("ctrl+q")
        assert program.wait_for_end() == 0
    assert people_in(tmp_path) == 16

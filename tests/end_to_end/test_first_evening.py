"""The first evening as a leader has it: real window, real keys, and the printed PDF read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.domain.replies import Answer
from kitadesk.queries.events import EventRow, event, events
from kitadesk.queries.house import HouseRow, own_house
from kitadesk.queries.people import HouseCounts, house_counts
from kitadesk.queries.replies import ReplyRow, replies_of
from kitadesk.services.desk import Desk
from tests.support.factories import make_house
from tests.support.reading import Sheet, read_pdf
from tests.support.x_display import Program, XDisplay, running, x_display

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "gruppenliste-zum-einfuegen.txt"
TODAY = date(2027, 1, 25)
HOUSE = ("Kita Löwenzahn", "Hainichen", "SN")
TITLE = "Was Kinder stark macht"
MAIN = "KitaDesk$"
TILE_OWN_HOUSE = (788, 400)
SLIP_NUMBER = re.compile(r"Nr\. (\d{4}-\d)")
FAMILY = re.compile(r"^(.+) · (?:Bienen|Eulen|Frösche|Igel)\s*$", re.MULTILINE)


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XDisplay]:
    with x_display(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


@dataclass(frozen=True)
class Kept:
    """What the data file holds once the program is closed."""

    house: HouseRow | None
    counts: HouseCounts
    evening: EventRow
    replies: tuple[ReplyRow, ...]


def kept_in(folder: Path) -> Kept:
    desk = Desk.open(folder, FixedClock(TODAY))
    try:
        (listed,) = desk.read(events, TODAY)
        return Kept(
            house=desk.read(own_house),
            counts=desk.read(house_counts, TODAY),
            evening=desk.read(event, listed.id),
            replies=desk.read(replies_of, listed.id, TODAY),
        )
    finally:
        desk.close()


def begin_own_house(display: XDisplay, program: Program) -> None:
    program.wait_for("first start: WELCOME")
    display.focus(MAIN)
    display.click(*TILE_OWN_HOUSE)
    program.wait_for("first start: HOUSE")
    display.enter("Kita Löwenzahn", "09661", "", "")  # the postcode gives town and Land
    program.wait_for("first start: PAPER")


def plan_evening(display: XDisplay, program: Program) -> None:
    display.keys("Return")
    program.wait_for("first start: SHEET")
    display.enter(TITLE, "8.4.", "19", "Bewegungsraum", "24.3.")


def take_list(display: XDisplay, program: Program) -> None:
    """Paste what was copied elsewhere; the first doubtful pair is one family after all."""
    display.keys("Return")
    display.focus("^Liste")
    with display.clipboard(SAMPLE.read_text(encoding="utf-8")):
        display.keys("ctrl+v")
        program.wait_for("done: ReadText")
    display.keys(*["shift+Tab"] * 3, "Return", "j", *["Tab"] * 4, "Return")
    program.wait_for("done: Apply")
    display.keys("Return")
    program.wait_until(lambda: not display.has_window("^Liste"), "the list to close")


def save_invitations(display: XDisplay, program: Program, path: Path) -> list[Sheet]:
    display.focus(MAIN)
    display.keys("ctrl+p", "Return")
    program.wait_for("paper opened")
    display.keys("shift+Tab", "shift+Tab", "shift+Tab", "Return")
    display.focus("^Als PDF sichern$")
    display.enter(str(path))
    program.wait_until(path.exists, "the saved PDF")
    return read_pdf(path.read_bytes())


def type_slips(display: XDisplay, program: Program, number: str) -> None:
    """A wrong number, the right one with three persons, taken back and done again."""
    display.focus(MAIN)
    display.keys("ctrl+Next")
    display.enter("12345")
    program.wait_for("slip refused: [slip_check_digit]")
    display.keys("Escape")
    display.enter(number, "3")
    for key in ("ctrl+z", "ctrl+y"):
        program.wait_for("changed and shown")
        display.keys(key)
    program.wait_for("changed and shown")


def undo_next_morning(display: XDisplay, folder: Path) -> None:
    """Start again on the same data: Heute is there, and yesterday's last step can be undone."""
    with running(display, folder) as program:
        program.wait_for("tab shown: TodayTab")
        display.focus("^Kita Löwenzahn")
        for key in ("ctrl+z", "ctrl+y"):
            display.keys(key)
            program.wait_for("changed and shown")
        display.keys("ctrl+q")
        assert program.wait_for_end() == 0


def family_on(sheet: Sheet) -> str:
    (found,) = FAMILY.findall(sheet.text)
    return str(found)


def test_an_evening_is_planned_printed_and_answered_on_the_first_evening(
    display: XDisplay, tmp_path: Path
) -> None:
    with running(display, tmp_path) as program:
        begin_own_house(display, program)
        plan_evening(display, program)
        take_list(display, program)
        sheets = save_invitations(display, program, tmp_path / "einladung.pdf")
        numbers = [SLIP_NUMBER.findall(sheet.text) for sheet in sheets]
        type_slips(display, program, numbers[4][0])
        display.keys("ctrl+q")
        assert program.wait_for_end() == 0
    undo_next_morning(display, tmp_path)

    kept = kept_in(tmp_path)
    assert kept.house is not None
    assert (kept.house.name, kept.house.town, kept.house.land) == HOUSE
    assert (kept.counts.children, kept.counts.families) == (92, 79)
    assert (kept.evening.title, kept.evening.reply_until) == (TITLE, date(2027, 3, 24))
    printed = [(number, family_on(sheet)) for number, sheet in zip(numbers, sheets, strict=True)]
    assert sorted(printed) == sorted(([row.slip_text], row.label) for row in kept.replies)
    assert all(TITLE in sheet.text and "Mittwoch, 24. März" in sheet.text for sheet in sheets)
    answered = [(row.slip_text, row.persons) for row in kept.replies if row.answer is Answer.YES]
    assert answered == [(numbers[4][0], 3)]


def test_a_second_program_waits_for_the_first_and_carries_on_after_a_power_cut(
    display: XDisplay, tmp_path: Path
) -> None:
    desk = Desk.open(tmp_path, FixedClock(TODAY))
    make_house(desk)
    desk.close()
    with running(display, tmp_path) as first:
        first.wait_for("tab shown: TodayTab")
        with running(display, tmp_path) as second:
            second.wait_for("said: [second_instance]")
            display.focus("^KitaDesk ist mit diesen Daten schon geöffnet")
            first.kill()
            display.keys("Return")  # Erneut versuchen
            second.wait_for("tab shown: TodayTab")
            display.focus("^Kita Sonnenschein")
            display.keys("ctrl+q")
            assert second.wait_for_end() == 0

"""After a paper jam the sheets from a number on come once more."""

from __future__ import annotations

from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.print_log import print_runs
from kitadesk.services.desk import Desk
from kitadesk.services.print_requests import PrintRequest, sheets_of
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.papers.print_again import PrintAgain, SheetDialog
from tests.support.factories import MadeFamily, make_event, make_family, make_group, make_house
from tests.support.qt_door import RecordingDoor
from tests.support.qt_screen import Screen, child


@pytest.fixture
def families(desk: Desk) -> list[MadeFamily]:
    make_house(desk)
    group = make_group(desk)
    names = ("Ahrens", "Busch", "Müller", "Şahin")
    return [make_family(desk, name, children=("Mia",), group=group) for name in names]


@pytest.fixture
def evening(desk: Desk, families: list[MadeFamily]) -> UUID:
    return make_event(desk)


@pytest.fixture
def panel(qtbot: QtBot, screen: Screen, evening: UUID) -> PaperPanel:
    made = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show_subject(evening)
    made.show()
    qtbot.waitUntil(lambda: "Blatt" in made.ways.sheets.text())
    return made


def press(root: PaperPanel | SheetDialog, name: str) -> None:
    child(root, QPushButton, name).click()


def pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def ask_from(panel: PaperPanel, sheet: str) -> None:
    press(panel, "printAgain")
    dialog = child(panel, SheetDialog, "sheetDialog")
    child(dialog, QLineEdit, "againFirst").setText(sheet)
    press(dialog, "againPrint")


def test_after_printing_the_rest_can_come_again(
    panel: PaperPanel, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: len(screen.printed) == 1)

    ask_from(panel, "3")

    qtbot.waitUntil(lambda: len(screen.printed) == 2)
    assert [pages(pdf) for pdf, _title in screen.printed] == [4, 2]
    assert sheets_of(desk.read(print_runs)[0]) == "ab 3"


def test_what_changed_meanwhile_moves_no_sheet_of_a_run_that_jammed(
    panel: PaperPanel,
    screen: Screen,
    desk: Desk,
    evening: UUID,
    families: list[MadeFamily],
    qtbot: QtBot,
) -> None:
    panel.choose("invitation", {"reminder": "ja"})
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    record_reply(desk, ReplyInput(evening, families[0].household_id, 2))

    ask_from(panel, "2")

    qtbot.waitUntil(lambda: len(screen.printed) == 2)
    assert pages(screen.printed[1][0]) == 3


def test_a_sheet_that_is_not_there_is_said(
    panel: PaperPanel, screen: Screen, door: RecordingDoor, qtbot: QtBot
) -> None:
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: len(screen.printed) == 1)

    ask_from(panel, "9")

    qtbot.waitUntil(lambda: bool(door.asked))
    assert "Blatt 9" in door.expect().title


def test_another_paper_takes_the_offer_away(
    panel: PaperPanel, screen: Screen, qtbot: QtBot
) -> None:
    press(panel, "printPaper")
    qtbot.waitUntil(lambda: child(panel, QPushButton, "printAgain").isVisible())

    panel.choose("attendance_list")

    assert not child(panel, QPushButton, "printAgain").isVisible()


def test_some_sheets_can_be_chosen_before_printing(
    panel: PaperPanel, screen: Screen, qtbot: QtBot
) -> None:
    child(panel, QLineEdit, "sheetsFirst").setText("2")
    child(panel, QLineEdit, "sheetsLast").setText("3")

    press(panel, "printPaper")

    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert pages(screen.printed[0][0]) == 2


def test_a_run_of_the_log_is_made_again(
    panel: PaperPanel, screen: Screen, evening: UUID, qtbot: QtBot
) -> None:
    PrintAgain(screen.context(), PrintRequest("invitation", evening), panel).start()

    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert pages(screen.printed[0][0]) == 4

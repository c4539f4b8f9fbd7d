"""The print log is written when the paper is out, also when the screen has gone meanwhile."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.queries.printing import last_printed
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest
from kitadesk.ui.kit.slots import WeakCallback
from kitadesk.ui.papers.print_note import PrintNote

REQUEST = PrintRequest("group_list", blank=True)


class Told(QWidget):
    """A screen that wants to know."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[str] = []

    def tell(self, paper_id: str) -> None:
        self.papers.append(paper_id)


def test_the_screen_is_told_which_paper_went_out(qtbot: QtBot, desk: Desk, house: UUID) -> None:
    screen = Told()
    qtbot.addWidget(screen)
    note = PrintNote(desk, REQUEST, 1, WeakCallback(screen.tell))
    assert desk.read(last_printed) == {}

    note("printer")

    assert screen.papers == ["group_list"]
    assert set(desk.read(last_printed)) == {"group_list"}


def test_a_screen_that_is_gone_does_not_lose_the_log(qtbot: QtBot, desk: Desk, house: UUID) -> None:
    screen = Told()
    note = PrintNote(desk, REQUEST, 1, WeakCallback(screen.tell))
    del screen

    note("pdf")

    assert set(desk.read(last_printed)) == {"group_list"}

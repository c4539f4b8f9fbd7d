"""The way from a paper to its texts, and back to the paper drawn anew."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kitadesk.handouts.registry import find
from kitadesk.handouts.spec import SubjectKind
from kitadesk.services.desk import Desk
from kitadesk.ui.papers.panel import PaperPanel
from kitadesk.ui.papers.texts_entry import fits_texts
from kitadesk.ui.settings.paper_texts_dialog import PaperTextsDialog
from tests.support.factories import make_event, make_house
from tests.support.qt_screen import Screen, child


@pytest.fixture
def evening(desk: Desk) -> UUID:
    make_house(desk)
    return make_event(desk)


def test_a_paper_leads_to_its_own_texts(qtbot: QtBot, screen: Screen, evening: UUID) -> None:
    panel = PaperPanel(screen.context(), SubjectKind.EVENT)
    qtbot.addWidget(panel)
    panel.show_subject(evening)
    panel.choose("agenda")
    panel.show()
    menu = child(panel, QMenu, "paperMoreMenu")
    menu.aboutToShow.emit()

    next(one for one in menu.actions() if one.objectName() == "paperTexts").trigger()

    dialog = child(panel, PaperTextsDialog, "paperTextsDialog")
    assert {row.group.name for row in dialog.texts.model.entries()} == {"agenda", "common"}
    dialog.accept()


@pytest.mark.parametrize(("paper", "fits"), [("invitation", True), ("ruler", False)])
def test_the_way_is_offered_where_there_is_something_to_change(paper: str, *, fits: bool) -> None:
    assert fits_texts(find(paper)) is fits

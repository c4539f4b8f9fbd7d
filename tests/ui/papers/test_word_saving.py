"""The way out as a Word file: offered where it fits, written where the person says, and noted."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import docx
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.printing import last_printed
from kitadesk.services.desk import Desk
from kitadesk.ui.papers.panel import PaperPanel
from tests.support.factories import make_event, make_family, make_group, make_house
from tests.support.qt_door import RecordingDoor
from tests.support.qt_screen import Screen, child


@pytest.fixture
def evening(desk: Desk) -> UUID:
    make_house(desk)
    make_family(desk, "Şahin", children=("Elif",), group=make_group(desk))
    return make_event(desk)


def panel_for(qtbot: QtBot, screen: Screen, kind: SubjectKind, record: UUID | None) -> PaperPanel:
    panel = PaperPanel(screen.context(), kind)
    qtbot.addWidget(panel)
    panel.resize(360, 900)
    panel.show_subject(record)
    panel.show()
    return panel


def entries(panel: PaperPanel) -> dict[str, QAction]:
    menu = child(panel, QMenu, "paperMoreMenu")
    menu.aboutToShow.emit()
    return {action.objectName(): action for action in menu.actions()}


def test_a_letter_is_written_where_the_person_says(
    qtbot: QtBot, screen: Screen, door: RecordingDoor, evening: UUID, tmp_path: Path
) -> None:
    door.path = tmp_path / "Einladung.docx"
    panel = panel_for(qtbot, screen, SubjectKind.EVENT, evening)
    entries(panel)["saveWord"].trigger()
    qtbot.waitUntil(door.path.exists)
    words = "\n".join(line.text for line in docx.Document(str(door.path)).paragraphs)
    assert "Liebe Eltern von Elif," in words
    door.expect()


def test_a_file_counts_as_printed_once_it_is_there(
    qtbot: QtBot, screen: Screen, desk: Desk, door: RecordingDoor, evening: UUID, tmp_path: Path
) -> None:
    panel = panel_for(qtbot, screen, SubjectKind.EVENT, evening)
    entries(panel)["saveWord"].trigger()
    qtbot.waitUntil(lambda: len(door.asked) == 1)
    door.expect()
    assert desk.read(last_printed) == {}
    door.path = tmp_path / "Einladung.docx"
    entries(panel)["saveWord"].trigger()
    qtbot.waitUntil(lambda: "invitation" in desk.read(last_printed))
    door.expect()

"""From the foot of Kontakte: lists come in and go out, papers are printed, bodies are founded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kitadesk.domain.people import Visibility
from kitadesk.queries.listing import listed
from kitadesk.services.desk import Desk
from kitadesk.ui.papers.dialog import PaperDialog
from kitadesk.ui.tabs.contacts.body_tools import ContactTools
from kitadesk.ui.takeover_contacts.dialog import ContactTakeoverDialog
from tests.support.qt_door import RecordingDoor
from tests.support.qt_screen import child
from tests.support.screens import Screen, make_screen
from tests.support.town_fixtures import TOWN_DAY

PATIENCE = 10_000


@pytest.fixture
def shown(qtbot: QtBot, town: Desk) -> Iterator[Screen]:
    """A shown window over the invented town."""
    made = make_screen(town)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.context.jobs.shutdown()
    made.context.changes.close()


@pytest.fixture
def tools(shown: Screen) -> ContactTools:
    tools = ContactTools(shown.context, shown.window)
    tools.show()
    return tools


def test_the_list_opens_kontakte_uebernehmen(tools: ContactTools) -> None:
    child(tools, QAbstractButton, "takeContacts").click()
    assert tools.findChild(ContactTakeoverDialog) is not None


def test_without_a_body_the_papers_of_the_house_are_offered(tools: ContactTools) -> None:
    child(tools, QAbstractButton, "printContacts").click()
    papers = tools.findChild(PaperDialog)
    assert papers is not None
    offered = [paper for paper, _title in papers.panel.papers()]
    assert "telephone_list" in offered
    assert "invitation" not in offered


def test_a_body_is_edited_where_one_is_looked_at(
    qtbot: QtBot, tools: ContactTools, town: Desk
) -> None:
    assert child(tools, QAbstractButton, "editBody").isHidden()
    body = town.read(listed, "bodies", TOWN_DAY)[0]
    tools.show_body(body.id)
    with qtbot.waitSignal(tools.body_wanted) as wanted:
        child(tools, QAbstractButton, "editBody").click()
    assert wanted.args == [body.id]


def test_a_new_body_exists_once_it_has_a_name(
    qtbot: QtBot, tools: ContactTools, town: Desk, door: RecordingDoor
) -> None:
    door.answer_text = "Themengruppe Sprache"
    with qtbot.waitSignal(tools.body_wanted):
        tools.found_body()
    door.expect()
    assert "Themengruppe Sprache" in {row.title for row in town.read(listed, "bodies", TOWN_DAY)}


@pytest.mark.parametrize("audience", Visibility)
def test_contacts_are_handed_out_for_those_who_get_them(
    qtbot: QtBot,
    tools: ContactTools,
    shown: Screen,
    door: RecordingDoor,
    tmp_path: Path,
    audience: Visibility,
) -> None:
    path = tmp_path / "Kontakte.csv"
    door.path = path
    tools.export_for(audience)
    door.expect()
    qtbot.waitUntil(lambda: shown.said == ["Gesichert: Kontakte.csv"], timeout=PATIENCE)
    assert ("0151" in path.read_text("utf-8-sig")) == (audience is not Visibility.PUBLIC)

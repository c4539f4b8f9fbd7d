"""A quick note understands day and family while it is typed, and is kept with Enter."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kitadesk.queries.today import today
from kitadesk.queries.today_items import TodayItem
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, add_child
from kitadesk.ui.kit.widgets import TickBox
from kitadesk.ui.notes.note_sheet import NoteSheet
from tests.support.qt_input import type_text
from tests.support.screens import Screen, make_screen

MONDAY = "Mo 1. Februar 2027"
DARYNA = "Kowalenko, Daryna"


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, house: UUID) -> Iterator[Screen]:
    screen = make_screen(desk)
    qtbot.addWidget(screen.window)
    screen.window.show()
    yield screen
    screen.context.jobs.shutdown()


@pytest.fixture
def sheet(qtbot: QtBot, screen: Screen, desk: Desk) -> NoteSheet:
    for last, first in (("Kowalenko", "Daryna"), ("Müller", "Mia"), ("Müller", "Ole")):
        add_child(desk, ChildInput(last_name=last, first_name=first))
    sheet = NoteSheet(screen.context)
    with qtbot.waitExposed(sheet):
        sheet.open()
    return sheet


def understood(sheet: NoteSheet) -> dict[str, bool]:
    boxes = sheet.findChildren(TickBox)
    return {box.accessibleName(): box.isChecked() for box in boxes if box.isVisible()}


def kept(desk: Desk) -> TodayItem:
    page = desk.look(today, desk.clock.today())
    (item,) = (*page.this_week.items, *page.later.items)
    return item


def test_family_and_day_are_shown_while_typing(qtbot: QtBot, sheet: NoteSheet) -> None:
    type_text(sheet.note.field, "Kowalenko bringt Zettel Mo")

    qtbot.waitUntil(lambda: understood(sheet) == {MONDAY: True, DARYNA: True})


def test_enter_keeps_the_note_for_family_and_day(
    qtbot: QtBot, sheet: NoteSheet, screen: Screen, desk: Desk
) -> None:
    type_text(sheet.note.field, "Kowalenko bringt Zettel Mo")
    qtbot.keyClick(sheet.note.field, Qt.Key.Key_Return)

    assert kept(desk).opens is not None
    assert kept(desk).due_on is not None
    assert screen.said == [f"Notiert · {MONDAY} · {DARYNA}"]
    assert not sheet.isVisible()


def test_what_is_unticked_is_left_out(qtbot: QtBot, sheet: NoteSheet, desk: Desk) -> None:
    type_text(sheet.note.field, "Kowalenko bringt Zettel Mo")
    qtbot.waitUntil(lambda: len(understood(sheet)) == 2)
    for box in sheet.findChildren(TickBox):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(sheet.note.field, Qt.Key.Key_Return)

    assert (kept(desk).due_on, kept(desk).opens) == (None, None)


def test_of_two_families_one_is_chosen(qtbot: QtBot, sheet: NoteSheet) -> None:
    type_text(sheet.note.field, "Müller anrufen")
    qtbot.waitUntil(lambda: understood(sheet) == {"Müller, Mia": False, "Müller, Ole": False})
    first, second = (box for box in sheet.findChildren(TickBox) if box.isVisible())
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(second, Qt.Key.Key_Space)

    assert understood(sheet) == {"Müller, Mia": False, "Müller, Ole": True}


def test_escape_keeps_nothing(qtbot: QtBot, sheet: NoteSheet, desk: Desk) -> None:
    type_text(sheet.note.field, "doch nicht")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    page = desk.look(today, desk.clock.today())
    assert not page.later.items


def test_a_note_that_is_too_long_says_so(qtbot: QtBot, sheet: NoteSheet, screen: Screen) -> None:
    sheet.note.field.setText("x" * 3000)
    qtbot.keyClick(sheet.note.field, Qt.Key.Key_Return)

    assert sheet.note.error.isVisible()
    assert "2.000" in sheet.note.error.text() or "2000" in sheet.note.error.text()
    assert screen.said == []

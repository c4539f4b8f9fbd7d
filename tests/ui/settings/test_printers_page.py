"""Drucker: two measured numbers become the shift of one printer."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.services.printers import Offset, offset_of, set_offset
from kitadesk.ui.settings.printers_page import PrintersPage
from tests.support.qt_screen import Screen, child


@pytest.fixture
def page(qtbot: QtBot, screen: Screen, house: UUID) -> PrintersPage:
    made = PrintersPage(screen.context(), names=lambda: ["Büro", "Flur"])
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def measure(page: PrintersPage, left: str, top: str) -> None:
    child(page, QLineEdit, "printer0Left").setText(left)
    child(page, QLineEdit, "printer0Top").setText(top)
    child(page, QPushButton, "printer0Take").click()


def test_what_was_measured_becomes_the_shift(page: PrintersPage, desk: Desk) -> None:
    measure(page, "18,5", "21")
    assert offset_of(desk.folder, "Büro") == Offset(1.5, -1)
    assert offset_of(desk.folder, "Flur") == Offset()


def test_the_shift_is_said(page: PrintersPage) -> None:
    measure(page, "18,5", "")
    shown = [row.shift.text() for row in page.rows()]
    assert shown == ["Verschiebt alles 1,5 mm nach rechts.", "Verschiebt nichts."]


def test_measuring_again_corrects_what_is_left(page: PrintersPage, desk: Desk) -> None:
    set_offset(desk.folder, "Büro", Offset(1.5))
    measure(page, "20,5", "20")
    assert offset_of(desk.folder, "Büro") == Offset(1)


@pytest.mark.parametrize("text", ["abc", "2000", "-5", "2,"])
def test_nonsense_changes_nothing(page: PrintersPage, desk: Desk, text: str) -> None:
    measure(page, text, "20")
    assert offset_of(desk.folder, "Büro") == Offset()
    assert "Millimetern" in page.rows()[0].shift.text()


def test_a_shift_can_be_taken_back(page: PrintersPage, desk: Desk) -> None:
    measure(page, "18,5", "20")
    child(page, QPushButton, "printer0Reset").click()
    assert offset_of(desk.folder, "Büro") == Offset()


def test_a_printer_that_is_off_keeps_its_row(
    qtbot: QtBot, screen: Screen, desk: Desk, house: UUID
) -> None:
    set_offset(desk.folder, "Keller", Offset(2))
    made = PrintersPage(screen.context(), names=list)
    qtbot.addWidget(made)
    made.show()
    assert [row.printer for row in made.rows()] == ["Keller"]


def test_the_ruler_page_is_printed(page: PrintersPage, screen: Screen, qtbot: QtBot) -> None:
    child(page, QPushButton, "printRuler").click()
    qtbot.waitUntil(lambda: len(screen.printed) == 1)
    assert screen.printed[0][1] == "Messblatt für den Drucker"

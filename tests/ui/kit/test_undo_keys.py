"""Strg+Z in a field: what is being typed first, then the history."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.forms import TextField
from kitadesk.ui.kit.undo_keys import UndoKeys
from tests.support.qt_input import type_text


@dataclass
class Page:
    window: QWidget
    line: QLineEdit
    field: TextField
    undone: int = 0

    def undo(self) -> None:
        self.undone += 1


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    window = QWidget()
    qtbot.addWidget(window)
    made = Page(window, QLineEdit(window), TextField("Titel", window, name="title"))
    column = QVBoxLayout(window)
    column.addWidget(made.line)
    column.addWidget(made.field)
    action = QAction(window)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(made.undo)
    window.addAction(action)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    UndoKeys(window)
    return made


def press_undo(page: Page) -> None:
    handle = page.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_an_emptied_line_leaves_undo_to_the_history(page: Page) -> None:
    page.line.setFocus()
    type_text(page.line, "1000-8")
    page.line.clear()
    press_undo(page)
    assert page.undone == 1
    assert page.line.text() == ""


def test_a_line_in_hand_undoes_its_own_typing(page: Page) -> None:
    page.line.setFocus()
    type_text(page.line, "Mia")
    press_undo(page)
    assert page.undone == 0
    assert page.line.text() != "Mia"


def test_a_saved_field_leaves_undo_to_the_history(page: Page) -> None:
    page.field.edit.setFocus()
    type_text(page.field.edit, "Sommerfest")
    page.field.commit()
    press_undo(page)
    assert page.undone == 1


def test_an_unsaved_field_undoes_its_own_typing(page: Page) -> None:
    page.field.edit.setFocus()
    type_text(page.field.edit, "Sommerfest")
    press_undo(page)
    assert page.undone == 0

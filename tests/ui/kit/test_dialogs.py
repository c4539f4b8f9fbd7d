"""The window a sheet belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.dialogs import window_of


def test_a_widget_names_its_own_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    label = QLabel(window)
    assert window_of(label) is window


def test_the_main_window_holds_a_sheet_while_another_program_is_in_front(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    other = QLabel("another program")
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    other.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not other)
    assert window_of(None) is window

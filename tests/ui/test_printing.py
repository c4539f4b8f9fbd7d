"""The print door of the window: what it opens stands before the dialog that stays behind it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialog_windows import WindowDoor
from kitadesk.ui.kit.jobs import Jobs
from kitadesk.ui.printing import PrinterDoor


def test_what_the_printer_asks_belongs_to_the_dialog_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    window, jobs = QWidget(), Jobs()
    qtbot.addWidget(window)
    window.show()
    folder = QDialog(window)
    folder.setWindowModality(Qt.WindowModality.WindowModal)
    folder.open()
    dialogs.set_door(WindowDoor())

    # The system dialog, or the question that comes instead where no printer is set up.
    PrinterDoor(window, print, jobs, tmp_path).print(b"%PDF", "Abendmappe", None)

    assert folder.findChild(QDialog) is not None
    folder.close()
    jobs.shutdown()

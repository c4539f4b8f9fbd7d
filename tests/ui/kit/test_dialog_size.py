"""A dialog opens as large as it likes, but not larger than the window behind it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.dialog_size import fit_dialog


@pytest.mark.parametrize(
    ("window", "dialog"),
    [((1600, 1000), (900, 600)), ((800, 500), (768, 468)), ((400, 300), (640, 440))],
)
def test_a_dialog_fits_its_window(
    qtbot: QtBot, window: tuple[int, int], dialog: tuple[int, int]
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(*window)
    made = QDialog(behind)
    fit_dialog(made, 900, 600)
    assert made.size().toTuple() == dialog

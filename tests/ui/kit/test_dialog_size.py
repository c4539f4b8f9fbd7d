"""A dialog opens as large as it likes, but not larger than the window behind it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.dialog_size import fit_dialog, fit_height
from kitadesk.ui.kit.labels import PlainLabel


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


@pytest.mark.parametrize("height", [60, 900])
def test_a_dialog_of_words_is_as_high_as_they_are(qtbot: QtBot, height: int) -> None:
    made = QDialog()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(PlainLabel("Was noch zu tun war, entfällt. " * 6, made, wrap=True))
    column.addStretch(1)
    made.resize(300, height)
    fit_height(made)
    assert made.height() == column.totalHeightForWidth(300)

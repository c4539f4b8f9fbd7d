"""The overview of keys never gets higher than the window it belongs to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.actions import keys_overview
from kitadesk.ui.kit.keys_sheet import KeysSheet


@pytest.mark.parametrize(("height", "scrolls"), [(400, True), (1000, False)])
def test_the_keys_fit_into_the_window(qtbot: QtBot, height: int, scrolls: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, height)
    sheet = KeysSheet(keys_overview(), window)
    with qtbot.waitExposed(sheet):
        sheet.open()
    sheet.grab()
    page = sheet.findChild(QScrollArea)
    assert sheet.height() <= height
    assert (page.verticalScrollBar().maximum() > 0) == scrolls

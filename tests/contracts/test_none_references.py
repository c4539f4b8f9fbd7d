"""Qt calls keep the reference count of None steady: 6.12.0 on Python 3.11 loses one a call."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000
TOLERANCE = 200


def test_twenty_thousand_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    timer = QTimer(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS // 4):
        label.setText("Mia")
        label.update()
        timer.start(60_000)
        timer.stop()
    assert abs(sys.getrefcount(None) - before) < TOLERANCE

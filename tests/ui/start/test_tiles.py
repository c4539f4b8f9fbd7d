"""Tiles with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.start import drawings
from kitadesk.ui.start.tiles import Tile


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[list[Tile]]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    tiles = [
        Tile(name, "", drawings.town, window, name=name) for name in ("first", "second", "third")
    ]
    for widget in (*tiles, QPushButton("elsewhere", window)):
        layout.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    tiles[0].setFocus()
    qtbot.waitUntil(tiles[0].hasFocus)
    yield tiles
    window.close()


@pytest.mark.parametrize(
    ("keys", "focused"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_Right] * 4, 2),
        ([Qt.Key.Key_Up], 0),
    ],
)
def test_arrow_keys_stay_among_the_tiles(
    qtbot: QtBot, row: list[Tile], keys: list[Qt.Key], focused: int
) -> None:
    for key in keys:
        qtbot.keyClick(next(tile for tile in row if tile.hasFocus()), key)
    assert [tile.hasFocus() for tile in row].index(True) == focused

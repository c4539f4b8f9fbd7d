"""The overview of F1 names every key that the window and its tabs have."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.services.desk import Desk
from kitadesk.ui.actions import keys_overview
from tests.support.all_screens import main_window

GERMAN = (("Ctrl", "Strg"), ("Shift", "Umschalt"), ("PgUp", "Bild auf"), ("PgDown", "Bild ab"))


def _german(key: QKeySequence) -> str:
    text = key.toString(QKeySequence.SequenceFormat.PortableText)
    for english, german in GERMAN:
        text = text.replace(english, german)
    return text


def _keys_of(window: QWidget) -> set[str]:
    keys = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    keys += [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    return {_german(key) for key in keys}


def test_f1_shows_every_key_that_the_window_has(qtbot: QtBot, town: Desk) -> None:
    shown = {key for keys, _meaning in keys_overview() for key in keys.split(", ")}
    shown |= {f"Strg+{number}" for number in range(1, 5)}  # in one line: "Strg+1 … 4"
    with main_window(town) as screen:
        used = _keys_of(screen.root)
    assert {"Strg+K", "F2", "Strg+Bild ab"} <= used
    assert used - shown == set()

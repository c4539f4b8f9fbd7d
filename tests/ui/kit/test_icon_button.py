"""Small buttons with an icon answer to Enter, grow with the font and open their menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.status_line import TextButton
from kitadesk.ui.kit.tokens import Scheme
from kitadesk.ui.kit.widgets import LinkButton, PrimaryButton, QuietButton
from tests.support.qt_input import press

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def _buttons(parent: QWidget) -> list[QAbstractButton]:
    words = [kind("Weiter", parent) for kind in (QuietButton, PrimaryButton, LinkButton)]
    return [*words, IconButton("more", "Mehr", parent, name="more"), TextButton(parent, "text")]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("number", range(5))
def test_every_button_is_pressed_by_enter_and_space(qtbot: QtBot, key: Qt.Key, number: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = _buttons(window)[number]
    with qtbot.waitSignal(button.clicked, timeout=1000):
        press(button, key)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_enter_opens_the_menu(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, menu = IconButton("more", "Mehr", window, name="more"), QMenu(window)
    menu.addAction("Löschen")
    button.open_menu(menu)
    window.show()
    press(button, Qt.Key.Key_Return)
    assert menu.isVisible()
    menu.close()


def test_the_icon_follows_font_and_colours(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = IconButton("more", "Mehr", window, name="more")
    side, drawn = button.iconSize().width(), button.icon().pixmap(18).toImage()
    theme.apply(qapp, Scheme.DARK, 1.5)
    assert button.iconSize().width() == round(side * 1.5)
    assert button.icon().pixmap(18).toImage() != drawn

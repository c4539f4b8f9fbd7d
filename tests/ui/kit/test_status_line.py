"""The line below the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.status_line import StatusLine

LONG = "14 Einladungen gedruckt, davon 3 für zweite Haushalte, die als Stapel „Post“ liegen. " * 3


class Below:
    """A page with the line below it."""

    def __init__(self, width: int) -> None:
        self.window = QWidget()
        self.page = QWidget(self.window)
        self.line = StatusLine(QAction(self.window), self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.line)
        self.window.resize(width, 480)

    def toast(self) -> QRect:
        return QRect(self.line.toast.mapTo(self.window, QPoint(0, 0)), self.line.toast.size())


@pytest.fixture(params=[800, 1280])
def below(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Below]:
    made = Below(request.param)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.line.show_saved("Gespeichert 14:03")
    made.line.show_undo("Rückmeldung der Familie Łukasiewicz-Müller, Zofia und Jan")
    return made


@pytest.mark.parametrize("text", ["Kopiert.", LONG])
def test_an_answer_covers_nothing_and_is_whole(qtbot: QtBot, below: Below, text: str) -> None:
    below.line.say(text)

    label = below.line.toast.label
    qtbot.waitUntil(lambda: below.window.rect().contains(below.toast()))
    assert below.toast().top() > below.page.geometry().bottom()
    assert label.height() >= label.heightForWidth(label.width())


def test_the_line_is_as_low_as_before_when_an_answer_has_left(
    qtbot: QtBot, below: Below, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = below.line.height()
    monkeypatch.setattr(type(below.line.toast), "SHOWN_FOR_MS", 1)

    below.line.say(LONG)

    qtbot.waitUntil(below.line.toast.isHidden)
    qtbot.waitUntil(lambda: below.line.height() == before)

"""The line for a link: half an address is told only once nobody goes on typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import ParamField, ParamKind
from kitadesk.ui.papers.link_line import LinkLine
from kitadesk.ui.papers.param_form import ParamForm
from tests.support.qt_input import press, type_text

FIELD = ParamField("link", "Link oder E-Mail", ParamKind.LINK, "")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def line(parent: QWidget) -> LinkLine:
    made = LinkLine(FIELD, parent)
    layout = parent.layout()
    assert layout is not None
    layout.addWidget(made)
    made.edit.setFocus()
    return made


def test_a_link_has_a_line_of_its_own_in_the_form(parent: QWidget) -> None:
    form = ParamForm(parent)
    form.show_fields([FIELD], {})
    assert form.findChild(LinkLine) is not None


@pytest.mark.parametrize("text", ["www.example.org", "kita@example.org"])
def test_a_whole_address_is_told_at_once(qtbot: QtBot, line: LinkLine, text: str) -> None:
    line.set_value(text[:-1])
    line.edit.end(False)
    with qtbot.waitSignal(line.changed, timeout=500):
        type_text(line.edit, text[-1])
    assert line.value() == text


def test_half_an_address_is_not_told_while_it_is_typed(qtbot: QtBot, line: LinkLine) -> None:
    with qtbot.assertNotEmitted(line.changed):
        type_text(line.edit, "www")


def test_half_an_address_is_told_after_a_pause(qtbot: QtBot, line: LinkLine) -> None:
    with qtbot.waitSignal(line.changed, timeout=5_000):
        type_text(line.edit, "www")


def test_half_an_address_is_told_on_leaving(qtbot: QtBot, line: LinkLine) -> None:
    other = QLineEdit(line.parentWidget())
    other.show()
    type_text(line.edit, "www")
    with qtbot.waitSignal(line.changed, timeout=500):
        other.setFocus(Qt.FocusReason.TabFocusReason)


def test_enter_tells_it_once_and_no_pause_follows(qtbot: QtBot, line: LinkLine) -> None:
    heard: list[None] = []
    line.changed.connect(lambda: heard.append(None))
    type_text(line.edit, "www")
    press(line.edit, Qt.Key.Key_Return)
    press(line.edit, Qt.Key.Key_Return)
    assert heard == [None]


def test_taking_the_link_away_is_told_at_once(qtbot: QtBot, line: LinkLine) -> None:
    line.set_value("a")
    line.edit.end(False)
    with qtbot.waitSignal(line.changed, timeout=500):
        press(line.edit, Qt.Key.Key_Backspace)
    assert line.value() == ""

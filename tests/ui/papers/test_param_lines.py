"""The lines of a print form keep their values as text, also a text of several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kitadesk.handouts.spec import ParamField, ParamKind
from kitadesk.ui.papers.param_lines import LongLine


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[LongLine]:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = ParamField("text", "Eigener Text", ParamKind.TEXT, "", parted_by="//")
    yield LongLine(field, parent)
    parent.close()


def test_paragraphs_stand_on_lines_of_their_own(line: LongLine) -> None:
    line.set_value("Guten Tag. // Bis bald.")
    assert line.edit.toPlainText() == "Guten Tag.\nBis bald."


def test_empty_lines_are_no_paragraphs(line: LongLine) -> None:
    line.edit.setPlainText("Guten Tag.\n\n  \nBis bald. ")
    assert line.value() == "Guten Tag. // Bis bald."


def test_typing_is_told_and_filling_is_not(qtbot: QtBot, line: LongLine) -> None:
    with qtbot.assertNotEmitted(line.changed):
        line.set_value("Guten Tag.")
    with qtbot.waitSignal(line.changed):
        line.edit.insertPlainText("Noch etwas. ")

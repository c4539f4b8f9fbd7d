"""Lists are narrowed blind to umlauts and case, by parts of words and of numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.filtering import FilterField, Wanted
from tests.support.qt_input import press, type_text

MUELLER = ("Müller, Zoë", "Frösche", "037207 555-10")


@pytest.mark.parametrize(
    "query", ["muller", "MUELLER", "ller", "zoe frö", "frosche", "037207 55510", "555 10", "  ", ""]
)
def test_a_row_is_found(query: str) -> None:
    assert Wanted(query).is_in(MUELLER)


@pytest.mark.parametrize("query", ["mia", "müller igel", "55511", "0555-1037", "müllerx"])
def test_a_row_is_not_found(query: str) -> None:
    assert not Wanted(query).is_in(MUELLER)


def test_numbers_of_two_fields_are_not_read_as_one() -> None:
    assert not Wanted("1234").is_in(("12", "34"))


def test_nothing_typed_wants_nothing() -> None:
    assert not Wanted("  ")
    assert Wanted("x")


def test_escape_empties_the_field_and_arrow_down_leaves_it(qtbot: QtBot) -> None:
    field = FilterField("Filtern …", name="filter")
    qtbot.addWidget(field)
    type_text(field, "Şahin")
    assert field.wanted().is_in(("sahin",))
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left_down):
        press(field, Qt.Key.Key_Down)


def test_the_cross_that_empties_the_field_stands_in_its_middle(qtbot: QtBot) -> None:
    field = FilterField("Filtern …", name="filter")
    qtbot.addWidget(field)
    field.resize(300, field.sizeHint().height())
    with qtbot.waitExposed(field):
        field.show()
    field.setText("Mia")
    cross = field.findChild(QToolButton, "filterClear")
    assert isinstance(cross, QToolButton)
    assert abs(cross.geometry().center().y() - field.rect().center().y()) <= 1
    assert field.rect().contains(cross.geometry())

"""The first free label: clicked on a drawn sheet, chosen by keys, or typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kitadesk.handouts.registry import find
from kitadesk.handouts.sheets import SheetType, label_geometry
from kitadesk.ui.papers.label_sheet_picker import LabelSheetPicker
from kitadesk.ui.papers.param_form import ParamForm
from tests.support.qt_input import press
from tests.support.qt_screen import child


@pytest.fixture
def picker(qtbot: QtBot) -> LabelSheetPicker:
    made = LabelSheetPicker()
    qtbot.addWidget(made)
    made.show_sheet(label_geometry(SheetType.L7160), 4)
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.fixture
def form(qtbot: QtBot) -> ParamForm:
    made = ParamForm()
    qtbot.addWidget(made)
    made.start_of = {"l7160": 9, "l7651": 30}.__getitem__
    made.show_fields(find("address_labels").fields, {})
    made.show()
    return made


def test_a_click_chooses_the_label_under_it(qtbot: QtBot, picker: LabelSheetPicker) -> None:
    with qtbot.waitSignal(picker.chosen) as chosen:
        at = picker.place_of(8).center().toPoint()
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [8]
    assert not picker.grab().isNull()


@pytest.mark.parametrize(
    ("key", "number"),
    [
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_End, 21),
    ],
)
def test_keys_choose_a_label(picker: LabelSheetPicker, key: Qt.Key, number: int) -> None:
    press(picker, key)
    assert picker.number() == number


def test_keys_do_not_leave_the_sheet(picker: LabelSheetPicker) -> None:
    press(picker, Qt.Key.Key_Home)
    press(picker, Qt.Key.Key_Up)
    assert picker.number() == 1


def test_where_the_last_print_ended_is_proposed(form: ParamForm) -> None:
    assert form.values()["start"] == "9"


def test_another_sheet_proposes_its_own_start(form: ParamForm, qtbot: QtBot) -> None:
    box = child(form, QComboBox, "param_sheet")
    box.setCurrentIndex(box.findText("L7651", Qt.MatchFlag.MatchStartsWith))
    box.activated.emit(box.currentIndex())
    assert form.values()["start"] == "30"


def test_sheet_and_number_say_the_same(form: ParamForm, qtbot: QtBot) -> None:
    child(form, QPushButton, "showLabelSheet").click()
    picker = child(form, LabelSheetPicker, "labelSheet")
    edit = child(form, QLineEdit, "param_start")
    edit.setText("12")
    edit.textEdited.emit("12")
    assert picker.number() == 12

    with qtbot.waitSignal(form.changed):
        press(picker, Qt.Key.Key_Right)
    assert form.values()["start"] == "13"

"""A date is typed, stepped by keys or picked from a calendar; a wrong weekday is asked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from kitadesk.ui.kit.calendar_popup import CalendarPopup
from kitadesk.ui.kit.forms import DateField
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close
from tests.support.qt_screen import child

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
TODAY = date(2027, 1, 25)
EVENING = date(2027, 4, 8)
ALT = Qt.KeyboardModifier.AltModifier


def today() -> date:
    return TODAY


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("Datum", name="day", today=today)
    qtbot.addWidget(made)
    made.resize(400, 80)
    made.show()
    made.edit.setFocus()
    made.set_value(EVENING)
    made.edit.selectAll()
    return made


def popup(field: DateField) -> CalendarPopup:
    return child(field, CalendarPopup, "calendarPopup")


@pytest.mark.parametrize(
    ("key", "modifier", "wanted"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "Freitag, 9. April 2027"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "Mittwoch, 7. April 2027"),
        (Qt.Key.Key_Up, ALT, "Donnerstag, 15. April 2027"),
        (Qt.Key.Key_Down, ALT, "Donnerstag, 1. April 2027"),
    ],
)
def test_arrows_go_by_days_and_with_alt_by_weeks(
    field: DateField, key: Qt.Key, modifier: Qt.KeyboardModifier, wanted: str
) -> None:
    QTest.keyClick(field.edit, key, modifier)
    assert field.edit.text() == wanted


def test_a_step_is_saved_with_enter_and_taken_back_with_esc(field: DateField) -> None:
    press(field.edit, Qt.Key.Key_Up)
    press(field.edit, Qt.Key.Key_Escape)
    assert field.edit.text() == "Donnerstag, 8. April 2027"

    press(field.edit, Qt.Key.Key_Up)
    press(field.edit, Qt.Key.Key_Return)

    assert field.value() == date(2027, 4, 9)


def test_an_empty_field_begins_today(field: DateField) -> None:
    field.set_value(None)
    field.edit.clear()
    press(field.edit, Qt.Key.Key_Down)
    assert field.edit.text() == "Montag, 25. Januar 2027"


def test_what_is_typed_counts_for_the_next_step(field: DateField) -> None:
    type_text(field.edit, "31.12.")
    press(field.edit, Qt.Key.Key_Up)
    assert field.edit.text() == "Samstag, 1. Januar 2028"


def test_nonsense_is_left_alone_by_the_arrows(field: DateField) -> None:
    type_text(field.edit, "bald")
    press(field.edit, Qt.Key.Key_Up)
    assert field.edit.text() == "bald"


def test_f4_opens_the_calendar_and_enter_takes_the_day(field: DateField) -> None:
    press(field.edit, Qt.Key.Key_F4)
    calendar = popup(field)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        press(calendar, key)

    press(calendar, Qt.Key.Key_Return)

    assert field.value() == date(2027, 5, 16)
    assert field.edit.hasFocus()


def test_the_button_opens_the_calendar_and_a_click_takes_the_day(field: DateField) -> None:
    child(field, QToolButton, "dayCalendar").click()
    calendar = popup(field)
    calendar.grab()
    monday = calendar._cell(0).center()

    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=monday)

    assert field.value() == date(2027, 3, 29)


def test_esc_closes_the_calendar_and_keeps_the_date(field: DateField) -> None:
    press(field.edit, Qt.Key.Key_F4)
    press(popup(field), Qt.Key.Key_Right)
    press(popup(field), Qt.Key.Key_Escape)

    assert field.value() == EVENING
    assert field.edit.text() == "Donnerstag, 8. April 2027"


def test_a_month_is_turned_to_its_last_day(field: DateField) -> None:
    calendar = CalendarPopup(date(2027, 1, 31), TODAY, field)
    press(calendar, Qt.Key.Key_PageDown)
    assert calendar.day == date(2027, 2, 28)
    press(calendar, Qt.Key.Key_Home)
    assert calendar.day == TODAY


def test_the_calendar_says_its_day_to_screen_readers(field: DateField) -> None:
    press(field.edit, Qt.Key.Key_F4)
    press(popup(field), Qt.Key.Key_Left)
    assert popup(field).accessibleName() == "Kalender, Mittwoch, 7. April 2027"


def test_a_field_with_an_open_calendar_is_freed() -> None:
    def make() -> DateField:
        made = DateField("Datum", name="day", today=today)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.show()
        made.open_calendar()
        QApplication.processEvents()
        return made

    assert freed_on_close(make)

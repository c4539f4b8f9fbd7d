"""Fields save themselves, say what is wrong beside themselves, and never lose what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.forms import (
    AreaField,
    ChoiceField,
    DateField,
    NumberField,
    TextField,
    TickField,
    TimeField,
    editable_fields,
)
from tests.support.qt_door import RecordingDoor, press_choice
from tests.support.qt_input import press, type_text
from tests.support.qt_life import freed_on_close

TODAY = date(2027, 1, 25)


class Saver(QObject):
    """A service as fields see it: takes values, or refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.refusal: UserError | None = None

    def save(self, value: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.values.append(value)


Place = Callable[..., Saver]


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    """Put fields into a shown window, the first with the focus; windows live until the end."""
    windows: list[QWidget] = []

    def put(*fields: Field) -> Saver:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        saver = Saver()
        saver.setParent(window)
        for field in fields:
            column.addWidget(field)
            field.save_with(saver.save)
        column.addWidget(QLineEdit(window))
        with qtbot.waitExposed(window):
            window.show()
        fields[0].setFocus()
        qtbot.waitUntil(lambda: fields[0].editor().hasFocus())
        return saver

    yield put
    windows.clear()


def date_field(**more: object) -> DateField:
    return DateField("Datum", name="day", today=lambda: TODAY, **more)  # type: ignore[arg-type]


def test_text_is_saved_once_when_the_focus_leaves(place: Place) -> None:
    field = TextField("Titel", name="title")
    saver = place(field)
    type_text(field.edit, "Elterncafé")

    field.edit.clearFocus()
    field.edit.setFocus()
    field.edit.clearFocus()

    assert saver.values == ["Elterncafé"]
    assert field.value() == "Elterncafé"


def test_enter_saves_and_goes_on(place: Place) -> None:
    first, second = TextField("Vorname", name="first"), TextField("Name", name="last")
    saver = place(first, second)
    type_text(first.edit, "Şahin")

    press(first.edit, Qt.Key.Key_Return)

    assert saver.values == ["Şahin"]
    assert second.edit.hasFocus()


def test_a_short_pause_saves_and_leaves_the_cursor_alone(qtbot: QtBot, place: Place) -> None:
    field = TextField("Titel", name="title")
    saver = place(field)
    type_text(field.edit, "Martinsfest ")

    with qtbot.waitSignal(field.committed, timeout=3000):
        pass

    assert len(saver.values) == 1
    assert field.edit.text() == "Martinsfest "


def test_escape_brings_the_last_saved_text_back(place: Place) -> None:
    field = TextField("Titel", name="title")
    saver = place(field)
    field.set_value("Alt")
    type_text(field.edit, "Neu")

    press(field.edit, Qt.Key.Key_Escape)

    assert field.edit.text() == "Alt"
    assert saver.values == []


def test_a_refusal_stands_beside_the_field_and_the_text_stays(place: Place) -> None:
    field = TextField("Titel", name="title")
    saver = place(field)
    saver.refusal = UserError("storage_full")
    type_text(field.edit, "Wichtig")

    assert not field.commit()

    assert field.has_error()
    assert field.line_below.text() == str(saver.refusal)
    assert field.edit.text() == "Wichtig"

    saver.refusal = None
    assert field.commit()
    assert not field.has_error()


def test_a_refresh_does_not_overwrite_what_is_being_typed(place: Place) -> None:
    field = TextField("Titel", name="title")
    place(field)
    field.set_value("Alt")
    type_text(field.edit, "er Markt")

    field.set_value("Von anderswo")

    assert "er Markt" in field.edit.text()


def test_a_saved_text_that_is_undone_while_the_field_has_the_focus_gives_way(place: Place) -> None:
    field = TextField("Titel", name="title")
    saver = place(field)
    field.set_value("Alt")
    type_text(field.edit, "Neu")
    assert field.commit()
    typed = field.edit.text()
    field.set_value("Alt")
    field.commit()
    assert (field.edit.text(), saver.values) == ("Alt", [typed])


def test_an_area_keeps_its_lines(place: Place) -> None:
    field = AreaField("Text", name="body")
    saver = place(field)
    type_text(field.edit, "Liebe Eltern,")
    press(field.edit, Qt.Key.Key_Return)
    field.edit.insertPlainText("kommen Sie gut an.")
    field.edit.clearFocus()

    assert saver.values[-1] == "Liebe Eltern,\nkommen Sie gut an."


@pytest.mark.parametrize(("typed", "saved"), [("12", 12), ("", None), ("0", 0)])
def test_a_number_is_saved(place: Place, typed: str, saved: int | None) -> None:
    field = NumberField("Plätze", name="seats", most=500)
    field.set_value(7)
    place(field)
    field.edit.setText(typed)

    assert field.commit()
    assert field.value() == saved


@pytest.mark.parametrize("typed", ["501", "-1", "zwölf", "1.5", "²", "9" * 5000])
def test_a_wrong_number_says_what_is_possible(place: Place, typed: str) -> None:
    field = NumberField("Plätze", name="seats", most=500)
    saver = place(field)
    type_text(field.edit, typed)

    assert not field.commit()
    assert "von 0 bis 500" in field.line_below.text()
    assert saver.values == []


def test_a_time_is_understood(place: Place) -> None:
    field = TimeField("Beginn", name="start")
    saver = place(field)
    type_text(field.edit, "1930")
    press(field.edit, Qt.Key.Key_Return)

    assert saver.values == [time(19, 30)]
    assert field.edit.text() == "19:30"


def test_a_date_shows_what_is_understood_and_its_note(place: Place) -> None:
    field = date_field(note_for=lambda _day: "Osterferien in Sachsen")
    saver = place(field)
    type_text(field.edit, "8.4.")
    assert field.line_below.text() == "Donnerstag, 8. April 2027. Osterferien in Sachsen"

    press(field.edit, Qt.Key.Key_Return)

    assert saver.values == [date(2027, 4, 8)]
    assert field.edit.text() == "Donnerstag, 8. April 2027"
    assert field.line_below.text() == "Osterferien in Sachsen"


def test_a_weekday_that_does_not_fit_is_asked_and_can_be_taken(
    place: Place, door: RecordingDoor
) -> None:
    field = date_field()
    saver = place(field)
    type_text(field.edit, "Fr 8. April 2027")

    press(field.edit, Qt.Key.Key_Return)
    field.edit.clearFocus()
    assert saver.values == []
    asked = door.expect()
    assert asked.title == "Der 8. April 2027 ist ein Donnerstag."

    press_choice(asked, "Dieses Datum nehmen")
    assert saver.values == [date(2027, 4, 8)]


def test_a_weekday_that_does_not_fit_can_be_changed(place: Place, door: RecordingDoor) -> None:
    field = date_field()
    saver = place(field)
    type_text(field.edit, "Fr 8. April 2027")
    press(field.edit, Qt.Key.Key_Return)

    press_choice(door.expect(), "Ändern")

    assert saver.values == []
    assert field.edit.hasFocus()
    assert field.edit.selectedText() == "Fr 8. April 2027"
    press(field.edit, Qt.Key.Key_Escape)


def test_a_date_that_does_not_exist_says_so(place: Place) -> None:
    field = date_field()
    place(field)
    type_text(field.edit, "31.2.2027")

    assert not field.commit()
    assert "31.2.2027" in field.line_below.text()


def test_a_choice_gives_the_thing_and_not_its_number(place: Place) -> None:
    field = ChoiceField("Land", [(TODAY, "Heute"), (None, "Nie")], name="land")
    saver = place(field)

    field.box.setCurrentIndex(0)
    field.box.activated.emit(0)

    assert saver.values == [TODAY]


def test_a_tick_is_saved_at_once(place: Place) -> None:
    field = TickField("Kinderbetreuung", name="childcare")
    saver = place(field)

    field.box.click()

    assert saver.values == [True]


def test_every_editable_widget_is_known_by_its_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for field in (TextField("A", name="a"), AreaField("B", name="b"), date_field()):
        column.addWidget(field)
    column.addWidget(ChoiceField("C", [(1, "eins")], name="c"))
    column.addWidget(TickField("D", name="d"))

    assert [widget.objectName() for widget in editable_fields(window)] == [
        "a",
        "b",
        "day",
        "c",
        "d",
    ]


def test_a_field_is_freed_when_it_closes(qtbot: QtBot) -> None:
    def make() -> QWidget:
        field = date_field()
        field.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return field

    assert freed_on_close(make)

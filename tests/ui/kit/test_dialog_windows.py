"""The real windows behind the door: they open, answer once, and are gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialog_windows import FileSheet, Sheet, TextSheet, WindowDoor
from kitadesk.ui.kit.dialogs import Choice, FileKind
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.last_folders import FOLDERS_FILE, LastFolders
from tests.support.qt_input import press, type_text
from tests.support.qt_life import flush_deletes, freed_on_close

ANSWERS: list[str] = []


def sheet_of(window: QWidget) -> Sheet:
    found = window.findChild(Sheet)
    assert found is not None
    return found


def newest_sheet(window: QWidget) -> FileSheet:
    return window.findChildren(FileSheet)[-1]


def window_with(qtbot: QtBot) -> QWidget:
    ANSWERS.clear()
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_question_carries_out_the_pressed_answer_and_is_gone(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    choices = (Choice("Löschen", lambda: ANSWERS.append("weg"), is_main=True), Choice("Abbrechen"))
    WindowDoor().ask(window, "Termin löschen?", "Das geht nicht zurück.", choices)

    sheet_of(window).findChild(QPushButton, "choice0").click()
    flush_deletes()

    assert ANSWERS == ["weg"]
    assert window.findChild(Sheet) is None


def test_escape_gives_the_last_answer(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    choices = (Choice("Ja"), Choice("Nein", lambda: ANSWERS.append("nein")))
    WindowDoor().ask(window, "Wirklich?", "", choices)

    press(sheet_of(window), Qt.Key.Key_Escape)

    assert ANSWERS == ["nein"]


def test_an_error_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    WindowDoor().error(window, UserError("sheet_empty"), lambda: ANSWERS.append("again"))

    sheet = sheet_of(window)
    words = [label.text() for label in sheet.findChildren(PlainLabel)]
    assert words[0] == "In der Liste stehen keine Daten."
    assert words[1].startswith("Wählen Sie bitte")

    sheet.findChild(QPushButton, "choice0").click()
    assert ANSWERS == ["again"]


def test_a_text_is_cleaned_and_empty_text_is_no_answer(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    WindowDoor().ask_text(window, "Neue Gruppe", "Name", ANSWERS.append)
    sheet = window.findChild(TextSheet)
    assert sheet is not None

    sheet.choose(0)
    assert ANSWERS == []
    type_text(sheet.field, "Frösche")
    press(sheet.field, Qt.Key.Key_Return)

    assert ANSWERS == ["Frösche"]


def test_a_chosen_file_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_with(qtbot)
    target = tmp_path / "brief.pdf"
    paths: list[Path] = []
    WindowDoor().save_file(
        window, "Sichern", "brief.pdf", [FileKind("PDF", ("pdf",))], paths.append
    )
    sheet = window.findChild(FileSheet)
    assert sheet is not None
    assert sheet.nameFilters() == ["PDF (*.pdf)"]

    sheet.fileSelected.emit(str(target))

    assert paths == [target]
    assert sheet.acceptMode() == QFileDialog.AcceptMode.AcceptSave


def test_a_file_is_looked_for_where_the_last_one_of_its_kind_was(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_with(qtbot)
    letters = tmp_path / "Briefe"
    letters.mkdir()
    dialogs.keep_folders_in(tmp_path)
    WindowDoor().save_file(window, "Sichern", "a.pdf", [FileKind("PDF", ("pdf",))], ANSWERS.append)
    newest_sheet(window).fileSelected.emit(str(letters / "a.pdf"))

    WindowDoor().open_file(window, "Liste", [FileKind("Liste", ("csv",))], ANSWERS.append)
    elsewhere = newest_sheet(window).directory().absolutePath()
    WindowDoor().open_file(window, "Brief", [FileKind("PDF", ("pdf",))], ANSWERS.append)
    again = newest_sheet(window).directory().absolutePath()

    assert (again, elsewhere) == (str(letters), str(LastFolders(None).of("csv")))
    assert (tmp_path / FOLDERS_FILE).exists()


def test_buttons_of_qt_speak_german(qtbot: QtBot) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_sheet_is_freed_when_it_closes(qtbot: QtBot) -> None:
    choices = (Choice("Ja", is_main=True), Choice("Nein"))
    assert freed_on_close(lambda: Sheet(None, "Titel", "Text", choices))

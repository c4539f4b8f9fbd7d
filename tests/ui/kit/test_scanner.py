"""A scanner types into whatever has the keyboard; its digits do not stay there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kitadesk.ui.kit.scanner import GAP_MS, Burst, ScanCatcher
from tests.support.qt_input import press, scan, type_text

NUMBER = "48217"


class Page(QWidget):
    """A line, a box, and a catcher that wants one number; remembers what got as far as itself."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.box = QLineEdit(self), QComboBox(self)
        self.box.addItems(["eins", "4 Kinder"])
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.box)
        self.entered: list[str] = []
        self.edited: list[str] = []
        self.scans: list[str] = []
        self.line.returnPressed.connect(self._on_entered)
        self.line.textEdited.connect(self.edited.append)
        self.catcher = ScanCatcher(self, _is_number)
        self.catcher.watch_inside(self)
        self.catcher.scanned.connect(self.scans.append)

    def _on_entered(self) -> None:
        self.entered.append(self.line.text())


def _is_number(text: str) -> bool:
    return text.replace("-", "") == NUMBER


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.line.setFocus()
    yield page
    page.close()


@pytest.mark.parametrize("text", [NUMBER, "4821-7"])
def test_a_scan_into_a_line_is_taken_out_again(page: Page, text: str) -> None:
    page.line.setText("Ordner Übergang")
    scan(page, text)
    assert page.scans == [text]
    assert page.line.text() == "Ordner Übergang"
    assert page.entered == []
    assert page.edited[-1] == "Ordner Übergang"


def test_what_was_selected_is_selected_again(page: Page) -> None:
    page.line.setText("1. März")
    page.line.selectAll()
    scan(page, NUMBER)
    assert (page.line.text(), page.line.selectedText()) == ("1. März", "1. März")


def test_digits_typed_before_the_scan_stay(page: Page) -> None:
    type_text(page.line, "12")
    scan(page, NUMBER, at=5_000)
    assert page.scans == [NUMBER]
    assert page.line.text() == "12"


def test_a_hand_is_slower_than_a_scanner(page: Page) -> None:
    scan(page, NUMBER, gap=GAP_MS + 1)
    assert page.scans == []
    assert page.entered == [NUMBER]


def test_what_nobody_wants_is_typed(page: Page) -> None:
    scan(page, "48216")
    assert page.scans == []
    assert page.entered == ["48216"]


def test_a_key_that_is_held_down_is_no_scanner(page: Page) -> None:
    press_down, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    keys = [QKeyEvent(press_down, 0, plain, digit, autorep=True) for digit in NUMBER]
    for number, event in enumerate([*keys, QKeyEvent(press_down, Qt.Key.Key_Return, plain)]):
        event.setTimestamp(number)
        QApplication.sendEvent(page.line, event)
    assert page.scans == []
    assert page.entered == [NUMBER]


def test_a_letter_between_the_digits_is_typing(page: Page) -> None:
    scan(page, "a48217")
    assert page.scans == [NUMBER]
    page.line.clear()
    scan(page, "482a17", at=9_000)
    assert page.scans == [NUMBER]


def test_a_box_keeps_what_was_chosen(page: Page) -> None:
    page.box.setFocus()
    scan(page, NUMBER)
    assert page.scans == [NUMBER]
    assert page.box.currentText() == "eins"


def test_a_digit_for_a_box_arrives_when_it_is_no_scan(page: Page, qtbot: QtBot) -> None:
    page.box.setFocus()
    type_text(page.box, "4")
    qtbot.waitUntil(lambda: page.box.currentText() == "4 Kinder")


def test_a_digit_that_waits_goes_before_the_next_key(page: Page) -> None:
    class Heard(QObject):
        keys: list[str] = []  # noqa: RUF012 - of this test only

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.keys.append(event.text() or "Enter")
            return False

    heard = Heard(page)
    page.box.removeEventFilter(page.catcher)
    page.box.installEventFilter(heard)
    page.catcher.hold(page.box)
    type_text(page.box, "4")
    press(page.box, Qt.Key.Key_Return)
    assert heard.keys == ["4", "Enter"]


def test_keys_belong_together_that_are_no_further_apart_than_the_gap() -> None:
    burst = Burst()
    assert [burst.hear("4", 100), burst.hear("8", 100 + GAP_MS)] == [True, False]
    assert burst.end(100 + 2 * GAP_MS) == "48"
    assert burst.end(100 + 2 * GAP_MS) == ""
    burst.hear("4", 500)
    assert burst.end(501 + GAP_MS) == ""
    burst.hear("4", 500)
    assert burst.hear("8", 499)

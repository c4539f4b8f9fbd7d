"""Event filters of widgets that only the cycle collector frees."""

from __future__ import annotations

import ast
import gc
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import kitadesk
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.forms import DateField, TextField
from kitadesk.ui.kit.suggest import SuggestField

FILES = [
    file
    for file in sorted((Path(kitadesk.__file__).parent / "ui").rglob("*.py"))
    if "def eventFilter" in file.read_text(encoding="utf-8")
]


class Circle(QWidget):
    """A page that its own fields keep, so that nothing but the collector frees it."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.fields = [
            SuggestField("Ort", ["Aula"], self, name="place"),
            TextField("Titel", self, name="title"),
            DateField("Tag", self, name="day", today=lambda: date(2027, 1, 25)),
        ]
        for field in self.fields:
            vars(field)["page"] = self
            layout.addWidget(field)
        self.me = self


class Watcher(QObject):
    """Watches with an attribute of its own, and one that was never there."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen += 1
        return bool(self.missing)  # type: ignore[attr-defined] # this is the mistake


def test_a_shown_page_that_the_collector_frees_raises_nothing(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as errors:
        for _ in range(5):
            page = Circle()
            page.show()
            page.fields[0].edit.setFocus()
            QApplication.processEvents()
            del page
            gc.collect()
    assert errors == []


def test_a_missing_attribute_of_a_whole_object_is_an_error(qapp: QApplication) -> None:
    watcher = Watcher()
    with pytest.raises(AttributeError):
        watcher.eventFilter(watcher, QEvent(QEvent.Type.Show))


def test_an_emptied_object_lets_every_event_pass(qapp: QApplication) -> None:
    watcher = Watcher()
    vars(watcher).clear()
    assert watcher.eventFilter(watcher, QEvent(QEvent.Type.Show)) is False


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_every_event_filter_outlives_its_attributes(file: Path) -> None:
    bare = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "eventFilter"
        if "outlives_attributes" not in [ast.unparse(one) for one in node.decorator_list]
    ]
    assert bare == []

"""Types odd texts into a field, and looks what came of it: on the screen and in the file."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtGui import Qt as RichQt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import String, select, union
from sqlalchemy.dialects import sqlite

from kitadesk.base.text import clean
from kitadesk.services.desk import Desk
from kitadesk.storage.models.base import metadata
from tests.support.screens import HOSTILE_TEXTS

TEXTS = (
    *HOSTILE_TEXTS,
    "Zeile\nund\r\nnoch\u2028eine",
    "Нгуен & سارة <img src=http://x> {x}",
    "<a href='file:///etc/passwd'>Meier</a>",
)
"""What is pasted into every field."""

_FAR = 5
Edit = QLineEdit | QPlainTextEdit


def paste(edit: Edit, text: str) -> None:
    """Put a text in the place of what stands there, as Strg+A and Strg+V do."""
    QGuiApplication.clipboard().setText(text)
    edit.selectAll()
    edit.paste()


def enter(edit: Edit) -> None:
    """Press Enter, with Strg where Enter alone makes a new line."""
    control = Qt.KeyboardModifier.ControlModifier
    plain = Qt.KeyboardModifier.NoModifier
    modifier = control if isinstance(edit, QPlainTextEdit) else plain
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier))


def shown(edit: Edit) -> str:
    """Return what stands in a field, on one line."""
    return squashed(edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text())


def squashed(text: str) -> str:
    """Return a text as every field and every paper may show it: cleaned, on one line."""
    return " ".join(clean(text).split())


def sentence_beside(edit: QWidget) -> str:
    """Return the error that stands beside a field, or an empty text."""
    place: QWidget | None = edit
    for _ in range(_FAR):
        place = place.parentWidget() if place is not None else None
        if place is None:
            return ""
        for label in place.findChildren(QLabel, "fieldError"):
            if label.text() and not label.isHidden():
                return label.text()
    return ""


def stored_texts(desk: Desk) -> set[str]:
    """Return every text of the file, on one line."""
    with desk.store.read() as session:
        found = session.connection().exec_driver_sql(_every_text()).scalars().all()
    return {_squashed_once(text) for text in found if isinstance(text, str)}


@cache
def _every_text() -> str:
    """One statement over all columns of text: a statement for each took half of such a test."""
    columns = [
        select(column)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String)
    ]
    return str(union(*columns).compile(dialect=sqlite.dialect()))


@cache
def _squashed_once(text: str) -> str:
    return squashed(text)


def rendered_as_html(root: QWidget) -> list[str]:
    """Return the texts and tooltips that would be read as HTML below a widget."""
    rich = [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
        and RichQt.mightBeRichText(label.text())
    ]
    tips = [widget.toolTip() for widget in root.findChildren(QWidget) if widget.toolTip()]
    loose = [tip for tip in tips if RichQt.mightBeRichText(tip) and not tip.startswith("<qt>")]
    hostile = ("<b>", "<img", "<a href")
    return rich + loose + [tip for tip in tips if any(mark in tip for mark in hostile)]

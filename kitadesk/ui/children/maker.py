"""Makers of the fields that a line of a card becomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from kitadesk.services.desk import Desk
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.forms import AreaField, ChoiceField, DateField, TextField, TickField
from kitadesk.ui.kit.line_text import FieldMaker

Save = Callable[[Any], object]


def text_field(name: str, caption: str, value: str, save: Save | None = None) -> FieldMaker:
    """Return one line of text."""

    def make(parent: QWidget) -> Field:
        return TextField(caption, parent, name=name)

    return FieldMaker(make, value, save)


def area_field(name: str, caption: str, value: str, save: Save) -> FieldMaker:
    """Return some lines of text."""

    def make(parent: QWidget) -> Field:
        return AreaField(caption, parent, name=name, lines=3)

    return FieldMaker(make, value, save)


def choice_field(
    name: str, caption: str, options: Sequence[tuple[Any, str]], value: Any, save: Save
) -> FieldMaker:
    """Return one of a few things."""

    def make(parent: QWidget) -> Field:
        return ChoiceField(caption, options, parent, name=name)

    return FieldMaker(make, value, save)


def tick_field(name: str, caption: str, value: bool, save: Save) -> FieldMaker:
    """Return yes or no."""

    def make(parent: QWidget) -> Field:
        return TickField(caption, parent, name=name)

    return FieldMaker(make, value, save)


def date_field(name: str, caption: str, desk: Desk, value: date | None, save: Save) -> FieldMaker:
    """Return a free date."""

    def make(parent: QWidget) -> Field:
        return DateField(caption, parent, name=name, today=desk.clock.today)

    return FieldMaker(make, value, save)

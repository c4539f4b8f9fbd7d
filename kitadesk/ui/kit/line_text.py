"""What a line says and which fields it becomes: values, made without a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """How a field of a line is made (`make(parent)`), what it shows and how it is saved."""

    make: Callable[[QWidget], Field]
    value: Any
    save: Callable[[Any], object] | None = None


@dataclass(frozen=True, slots=True)
class LineDeed:
    """Something else to do with a line while it is edited: "Löschen"."""

    title: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class LineText:
    """A line as it reads and as it is edited; `key` stays the same when the text changes.

    `act` is what a click on the text itself does (call it a link), `act_hint` says so; `past`
    stands below in small letters: what was there before.
    """

    key: str
    caption: str
    text: str
    fields: tuple[FieldMaker, ...] = ()
    pill: tuple[str, Tone] | None = None
    remark: str = ""
    past: str = ""
    kind: str = ""
    deeds: tuple[LineDeed, ...] = ()
    act: Callable[[], object] | None = None
    act_hint: str = ""
    add: Callable[[tuple[Any, ...]], object] | None = None
    """Makes a new record of all values at once; then nothing is saved before the last field."""


def keys_of(lines: Sequence[LineText]) -> tuple[str, ...]:
    """Return the keys; as long as they are the same, lines can be shown in place."""
    return tuple(line.key for line in lines)

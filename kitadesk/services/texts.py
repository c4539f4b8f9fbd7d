"""What a screen needs to change texts: the placeholders, explained and with today's values."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kitadesk.domain.event_texts import PLACEHOLDERS
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader
from kitadesk.queries.texts import text_facts
from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class PlaceholderRow:
    """A placeholder as it is typed, what it means, and what it stands for right now."""

    typed: str
    meaning: str
    value: str


def placeholders_of(desk: Desk, event_id: UUID) -> tuple[PlaceholderRow, ...]:
    """Return the placeholders that a text of this event may hold."""
    return desk.read(_placeholders, event_id)


def _placeholders(reader: Reader, event_id: UUID) -> tuple[PlaceholderRow, ...]:
    values = text_facts(reader, event(reader, event_id)).values()
    return tuple(
        PlaceholderRow(f"{{{name}}}", meaning, values[name])
        for name, meaning in PLACEHOLDERS.items()
    )

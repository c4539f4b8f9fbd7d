"""An event as plain text to paste somewhere else: town paper, app, e-mail."""

from __future__ import annotations

from uuid import UUID

from kitadesk.domain.event_text import TextLength
from kitadesk.handouts.event_text import text_of
from kitadesk.handouts.gathering import house_texts
from kitadesk.queries.event_text import announced
from kitadesk.services.desk import Desk


def event_as_text(desk: Desk, event_id: UUID, length: TextLength) -> str:
    """Return what is pasted; raises UserError ``record_gone`` when the event is not there."""
    return text_of(desk.read(announced, event_id), length, desk.read(house_texts))

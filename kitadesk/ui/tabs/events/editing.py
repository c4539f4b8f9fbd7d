"""The event that is being shown, and how its fields save: the first one makes the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import EventRow, event
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, change_event
from kitadesk.ui.kit.forms import Field
from kitadesk.ui.kit.jobs import Jobs

ANY_WIDTH = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide does not name."""
REPLY_DAYS_BEFORE = 14
"""Slips come back two weeks before: time to count chairs, order drinks and remind once."""


def suggested_reply_day(on_date: date | None, today: date) -> date | None:
    """Return two weeks before the event; None if that is past already."""
    if on_date is None:
        return None
    day = on_date - timedelta(days=REPLY_DAYS_BEFORE)
    return day if day > today else None


class EventEditing(QObject):
    """Knows which event is on the screen; a new one becomes a record with its first content."""

    created = Signal(object)
    """The id of an event that has just become a record."""

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.jobs = jobs
        self.event_id: UUID | None = None
        self.row: EventRow | None = None
        self.draft_kind = EventKind.TOPIC_EVENING

    def show(self, event_id: UUID | None) -> EventRow | None:
        """Turn to an event, or to a new one (None)."""
        self.event_id = event_id
        return self.reload()

    def reload(self) -> EventRow | None:
        """Read the event again; None if it is new or gone."""
        self.row = None
        if self.event_id is not None:
            try:
                self.row = self.desk.read(event, self.event_id)
            except UserError:
                self.event_id = None
        return self.row

    def save(self, **fields: Any) -> None:
        """Store fields in one step; the first content of a new event makes the record."""
        if self.event_id is not None:
            change_event(self.desk, self.event_id, **self._with_reply_day(fields))
            self.reload()
            return
        if "kind" in fields:
            self.draft_kind = fields.pop("kind")
        if not any(fields.values()):
            return
        kind = self.draft_kind
        # A date may come before the title; until then the event is called by its kind.
        values = {"title": kind.label, **self._with_reply_day(fields)}
        self.event_id = add_event(self.desk, EventInput(kind=kind, **values))
        self.reload()
        self.created.emit(self.event_id)

    def _with_reply_day(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Suggest the return day along with the very first date, in the same step."""
        is_first_date = self.row is None or (
            self.row.on_date is None and self.row.reply_until is None
        )
        kind = self.row.kind if self.row is not None else self.draft_kind
        if kind is EventKind.CLOSING_DAY:
            return fields
        day = suggested_reply_day(fields.get("on_date"), self.desk.clock.today())
        if not is_first_date or day is None or "reply_until" in fields:
            return fields
        return {**fields, "reply_until": day}


class FieldBinding(QObject):
    """Ties a form field to one field of the event."""

    def __init__(
        self,
        editing: EventEditing,
        field: Field,
        name: str,
        convert: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__(field)
        self._editing = editing
        self._field = field
        self.name = name
        self._convert = convert
        field.save_with(self.save)

    def save(self, value: Any) -> None:
        """Store what the field says."""
        self._editing.save(**{self.name: self._convert(value) if self._convert else value})

    def fill(self, row: EventRow | None) -> None:
        """Show what is stored."""
        self._field.set_value(getattr(row, self.name) if row is not None else None)

"""The minutes of the invented town: those of one evening released, those of another begun."""

from __future__ import annotations

from datetime import timedelta

from kitadesk.domain.events import TaskArea
from kitadesk.services.demo_events import Events, working_day
from kitadesk.services.demo_sources import Entry, TownRows, source
from kitadesk.storage.models.events import AgendaItem, Minutes, MinutesItem, Registration, Task

_FIRST_POSITION = 100
"""Tasks that came of the evening stand behind those of its plan."""


def add_minutes(rows: TownRows, events: Events) -> None:
    """Add all minutes with their points and the tasks that came of them."""
    for entry in source("minutes").entries("minutes"):
        key = entry.text("event")
        event_id = events.ids[key]
        next_days = entry.number("next_days")
        registered = rows.values_of(Registration, "persons", event_id=event_id)
        minutes_id = rows.add(
            Minutes,
            event_id=event_id,
            is_released=entry.flag("released"),
            begins_at=entry.moment("begins"),
            ends_at=entry.moment("ends"),
            chair=entry.text("chair"),
            writer=entry.text("writer"),
            present_count=entry.number("present") or sum(int(str(one)) for one in registered),
            excused=entry.text("excused"),
            guests=entry.text("guests"),
            next_on=events.days[key] + timedelta(days=next_days) if next_days else None,
            next_at=entry.moment("next_at"),
            next_note=entry.text("next_note"),
        )
        agenda = rows.values_of(AgendaItem, "id", event_id=event_id)
        _add_points(rows, events, entry, minutes_id, agenda)


def _add_points(
    rows: TownRows, events: Events, entry: Entry, minutes_id: object, agenda: list[object]
) -> None:
    ids = {}
    for position, (title, *words) in enumerate(entry.rows("points")):
        content, decision, *votes, public_text = words
        yes, no, abstained = (int(vote) if vote else None for vote in votes)
        ids[title] = rows.add(
            MinutesItem,
            minutes_id=minutes_id,
            agenda_item_id=agenda[position] if position < len(agenda) else None,
            position=position,
            title=title,
            content=content,
            decision=decision,
            votes_yes=yes,
            votes_no=no,
            votes_abstained=abstained,
            public_text=public_text,
        )
    for place, (point, title, who, days) in enumerate(entry.rows("tasks")):
        due_on = working_day(rows.today, int(days))
        rows.add(
            Task,
            institution_id=events.house_id,
            area=TaskArea.EVENTS,
            event_id=events.ids[entry.text("event")],
            minutes_item_id=ids[point],
            title=title,
            responsible=who,
            due_on=due_on,
            done_on=due_on if due_on < rows.today else None,
            position=_FIRST_POSITION + place,
        )

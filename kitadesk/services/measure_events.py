"""Tying a step of the year plan to an event; from then on the day of the event leads."""

from __future__ import annotations

import uuid

from kitadesk.base.text import shorten
from kitadesk.domain.measure_events import event_kind_of
from kitadesk.queries.house import own_house_id
from kitadesk.queries.year_plan import measure_title
from kitadesk.services.desk import Desk
from kitadesk.services.event_plan import plan_tasks
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.transition import Measure

_MOST_LABEL = 40


def tie_event(desk: Desk, measure_id: uuid.UUID, event_id: uuid.UUID | None) -> None:
    """Let a measure happen on the day of an event; None lets its own day hold again."""
    title = shorten(desk.read(measure_title, measure_id), _MOST_LABEL)
    words = "ohne Veranstaltung" if event_id is None else "mit Veranstaltung"
    with desk.write(f"„{title}“ {words}") as w:
        measure = w.get(Measure, measure_id)
        measure.event_id = None if event_id is None else w.get(Event, event_id).id


def add_event_for(desk: Desk, measure_id: uuid.UUID) -> uuid.UUID:
    """Add an event for a measure, with its tasks, and tie both; returns the one that is tied.

    It takes the name, the place and the day; of a measure that takes weeks, or is a deadline, the
    day is left open. It is meant for the families of the entry year.
    """
    title = shorten(desk.read(measure_title, measure_id), _MOST_LABEL)
    with desk.write(f"Veranstaltung zu „{title}“ angelegt") as w:
        measure = w.get(Measure, measure_id)
        if measure.event_id is not None:
            return measure.event_id
        event = w.add(
            Event(
                institution_id=own_house_id(w.session),
                kind=event_kind_of(measure.step),
                title=measure.title,
                on_date=None if measure.planned_until is not None else measure.planned_on,
                place=measure.place,
                cohort_id=measure.cohort_id,
            )
        )
        plan_tasks(w, event, desk.clock.today(), known=frozenset())
        w.session.flush()
        measure.event_id = event.id
        return event.id

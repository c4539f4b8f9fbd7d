"""The days of a measure in plain SQL: its own, or those of the event that it is tied to.

The event leads while it has a day and is not called off; moving the evening moves the measure.
"""

from __future__ import annotations

from kitadesk.domain.events import EventStatus

JOIN_EVENT = f"""LEFT JOIN event ON event.id = measure.event_id
       AND event.status <> '{EventStatus.CANCELLED.value}' AND event.on_date IS NOT NULL"""
"""What the days below need; an event that does not lead is not joined."""
FIRST_DAY = "coalesce(event.on_date, measure.planned_on)"
LAST_DAY = "coalesce(event.until_date, event.on_date, measure.planned_until, measure.planned_on)"
END_DAY = "CASE WHEN event.id IS NULL THEN measure.planned_until ELSE event.until_date END"
"""The last day where there is more than one, or only a last one."""

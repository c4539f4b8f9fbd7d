"""How a step of the year plan stands on a day: what the office noted, and what is overdue."""

from __future__ import annotations

import enum
from datetime import date

from kitadesk.domain.transition import MeasureState


class MeasureMark(enum.Enum):
    """What a list shows; OVERDUE is computed from the day and can never be set."""

    DONE = "done"
    PLANNED = "planned"
    OVERDUE = "overdue"
    OPEN = "open"
    NOT_NEEDED = "not_needed"

    @property
    def is_pending(self) -> bool:
        """Whether there is still something to do."""
        return self not in (MeasureMark.DONE, MeasureMark.NOT_NEEDED)


def mark_of(
    state: MeasureState | None, on: date | None, last_day: date | None, today: date
) -> MeasureMark:
    """Return the mark of a child in a measure; `last_day` is the last day of the whole measure.

    A day planned for the child counts before the last day of the measure. On the last day itself
    nothing is overdue yet.
    """
    if state is MeasureState.DONE:
        return MeasureMark.DONE
    if state is MeasureState.NOT_NEEDED:
        return MeasureMark.NOT_NEEDED
    planned = on if state is MeasureState.PLANNED else None
    due = planned or last_day
    if due is not None and due < today:
        return MeasureMark.OVERDUE
    return MeasureMark.OPEN if planned is None else MeasureMark.PLANNED

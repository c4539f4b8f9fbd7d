"""How a step of the year plan stands on a day: what the office noted, and what is overdue."""

from __future__ import annotations

import enum
from datetime import date

from kitadesk.domain.consent import ConsentKind
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


def due_day(last_day: date | None, consent: ConsentKind | None) -> date | None:
    """Return the day after which a measure is overdue: its last day, and for a consent none.

    Custodians are free to answer (field 5.2): an open consent is asked for, a "nein" is final and
    settles it. The matrix, the year plan and *Heute* all follow this.
    """
    return last_day if consent is None else None


def mark_of(
    state: MeasureState | None, on: date | None, due: date | None, today: date
) -> MeasureMark:
    """Return the mark of a child in a measure; `due` is the `due_day` of the whole measure.

    A day planned for the child counts before that of the measure. On the day itself nothing is
    overdue yet.
    """
    if state is MeasureState.DONE:
        return MeasureMark.DONE
    if state is MeasureState.NOT_NEEDED:
        return MeasureMark.NOT_NEEDED
    planned = on if state is MeasureState.PLANNED else None
    last = planned or due
    if last is not None and last < today:
        return MeasureMark.OVERDUE
    return MeasureMark.OPEN if planned is None else MeasureMark.PLANNED

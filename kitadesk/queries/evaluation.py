"""What came back of a run: the slips of an event as results without names, and its series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.domain.evaluation import Evaluation, SlipResult, evaluate
from kitadesk.domain.letters import has_slip
from kitadesk.domain.replies import question_of
from kitadesk.queries.events import event
from kitadesk.queries.minutes import minutes_of
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import guests_of, replies_of
from kitadesk.queries.series import SeriesRow, series_of


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """The counts of an event; `is_counted` where slips with a number were made for it.

    `guests` are persons without a family, (words, persons); `present` is the number that the
    minutes tell; `series` is there where the event is one of several.
    """

    result: Evaluation
    is_counted: bool
    guests: tuple[tuple[str, int], ...] = ()
    present: int | None = None
    series: SeriesRow | None = None


def evaluation_of(reader: Reader, event_id: UUID, on: date) -> EvaluationRow:
    """Return the counts of an event as they are on a day.

    Handed out is what has a number; who answered without one counts as well, for a slip came back.
    Before any number was made it is everybody who is invited.
    """
    row, replies = event(reader, event_id), replies_of(reader, event_id, on)
    is_counted = any(one.slip_number is not None for one in replies)
    results = [
        SlipResult(
            group=one.group_name,
            reply=one.reply,
            care=one.childcare_children,
            language=one.interpreter_language,
            question=one.question,
        )
        for one in replies
        if not is_counted or one.slip_number is not None or one.answer is not None
    ]
    minutes = minutes_of(reader, event_id)
    return EvaluationRow(
        result=evaluate(question_of(row), results),
        is_counted=is_counted,
        guests=tuple((one.label, one.persons) for one in guests_of(reader, event_id)),
        present=minutes.present_count if minutes else None,
        series=series_of(reader, row.series_id, on) if row.series_id else None,
    )


def can_be_evaluated(reader: Reader, event_id: UUID) -> bool:
    """Return whether anything comes back: an invitation or a letter that asks something."""
    row = event(reader, event_id)
    return has_slip(row.kind, row.reply_kind)

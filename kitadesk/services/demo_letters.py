"""The letters and closing days of the invented town."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from kitadesk.domain.events import EventKind, EventStatus, TaskArea, TextBlock
from kitadesk.domain.replies import Answer
from kitadesk.domain.tasks import plan
from kitadesk.services.demo_sources import Entry, TownRows, in_term, source
from kitadesk.services.letter_templates import template_of
from kitadesk.services.plans import event_steps
from kitadesk.storage.models.events import Event, EventText, Registration, ReplySlip, Task

_NO_SHARE = 0.18
"""How many of those who answered said no."""


def add_letters(
    rows: TownRows, house_id: uuid.UUID, households: Iterable[uuid.UUID], first_number: int
) -> int:
    """Add the letters with their answers so far; returns the next slip number."""
    number = first_number
    addressed = tuple(dict.fromkeys(households))
    for entry in source("events").entries("letters"):
        event_id = _add_letter(rows, house_id, entry)
        for household_id in addressed:
            rows.add(ReplySlip, event_id=event_id, household_id=household_id, number=number)
            number += 1
            if rows.chance(entry.share("replies") or 0.0):
                _add_answer(rows, house_id, event_id, household_id)
    return number


def add_closings(rows: TownRows, house_id: uuid.UUID) -> None:
    """Add the days on which the house is closed."""
    for entry in source("events").entries("closings"):
        first = _day_of(entry, rows.today)
        days = entry.number("days") or 1
        rows.add(
            Event,
            institution_id=house_id,
            kind=EventKind.CLOSING_DAY,
            status=EventStatus.PLANNED,
            title=entry.text("title"),
            on_date=first,
            until_date=first + timedelta(days=days - 1) if days > 1 else None,
        )


def _add_letter(rows: TownRows, house_id: uuid.UUID, entry: Entry) -> uuid.UUID:
    template = template_of(entry.text("template"))
    day = _day_of(entry, rows.today)
    reply_until = day - timedelta(weeks=entry.number("reply_weeks") or 1)
    event_id = rows.add(
        Event,
        institution_id=house_id,
        kind=EventKind.LETTER,
        status=EventStatus.PLANNED,
        title=template.title,
        on_date=day,
        starts_at=entry.moment("starts"),
        reply_until=reply_until,
        reply_kind=template.kind,
        reply_question=template.question,
        reply_choices="\n".join(template.choices),
    )
    rows.add(EventText, event_id=event_id, block=TextBlock.BODY, text=template.body)
    steps = plan(
        event_steps(), EventKind.LETTER, on_date=day, reply_until=reply_until, today=date.min
    )
    for position, planned in enumerate(steps):
        due_on = planned.due_on
        rows.add(
            Task,
            institution_id=house_id,
            area=TaskArea.EVENTS,
            event_id=event_id,
            title=planned.step.title,
            step=planned.step.step,
            rule=planned.step.rule,
            due_on=due_on,
            done_on=due_on if due_on and due_on <= rows.today else None,
            responsible=planned.step.responsible,
            paper_id=planned.step.paper_id,
            position=position,
        )
    return event_id


def _add_answer(
    rows: TownRows, house_id: uuid.UUID, event_id: uuid.UUID, household_id: uuid.UUID
) -> None:
    rows.add(
        Registration,
        institution_id=house_id,
        event_id=event_id,
        household_id=household_id,
        answer=Answer.NO if rows.chance(_NO_SHARE) else Answer.YES,
        returned_on=rows.today - timedelta(days=rows.rng.randint(0, 4)),
    )


def _day_of(entry: Entry, today: date) -> date:
    if entry.text("day"):
        day, month = (int(part) for part in entry.text("day").strip(".").split("."))
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    monday = today + timedelta(weeks=entry.number("weeks") or 0, days=-today.weekday())
    return in_term(monday + timedelta(days=entry.number("weekday") or 0), back=False)

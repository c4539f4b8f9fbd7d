"""What each group hands out this week and whose slips it still waits for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.dates import working_week
from kitadesk.domain.events import EventStatus
from kitadesk.queries.invited import invited
from kitadesk.queries.letters import LetterRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households
from kitadesk.storage.models.events import Event, ReplySlip, Task

HAND_OUT_STEPS = ("hand_out", "print_cafe_invitation", "print_letter")
AHEAD = timedelta(weeks=4)
"""Slips whose return day is further away are not asked for yet."""


@dataclass(frozen=True, slots=True)
class HandOut:
    """Letters of an event for one group; `labels` are those of the stack in its order."""

    event_id: UUID
    title: str
    until: date | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupWork:
    """One group's sheet: what to hand out, and who has not given a slip back."""

    group_id: UUID | None
    name: str
    to_hand_out: tuple[HandOut, ...] = ()
    missing: tuple[HandOut, ...] = ()


def group_work(reader: Reader, on: date) -> tuple[GroupWork, ...]:
    """Return the groups that have something to do in the working week, in house order.

    Second households are the office's work: they get theirs by post or in person.
    """
    out = [(event, invited(reader, event.id, on)) for event in _due(reader, on)]
    back = [(event, missing_households(reader, event.id, on)) for event in _awaited(reader, on)]
    groups: dict[UUID | None, str] = {}
    for _event, letters in (*out, *back):
        groups.update({one.group_id: one.group_name for one in letters if not one.is_second})
    to_hand_out, missing = _by_group(out), _by_group(back)
    return tuple(
        GroupWork(group_id, name, tuple(to_hand_out[group_id]), tuple(missing[group_id]))
        for group_id, name in groups.items()
    )


@dataclass(frozen=True, slots=True)
class _Event:
    id: UUID
    title: str
    until: date | None


def _by_group(
    found: list[tuple[_Event, tuple[LetterRow, ...]]],
) -> defaultdict[UUID | None, list[HandOut]]:
    """Return the stacks of each group; every letter is looked at once."""
    stacks: defaultdict[UUID | None, list[HandOut]] = defaultdict(list)
    for event, letters in found:
        labels: defaultdict[UUID | None, list[str]] = defaultdict(list)
        for one in letters:
            if not one.is_second:
                labels[one.group_id].append(one.label)
        for group_id, names in labels.items():
            stacks[group_id].append(HandOut(event.id, event.title, event.until, tuple(names)))
    return stacks


def _due(reader: Reader, on: date) -> list[_Event]:
    """Return the events whose letters are to be handed out until the end of this week."""
    query = (
        select(Event.id, Event.title, Task.due_on)
        .join(Task, Task.event_id == Event.id)
        .where(Task.step.in_(HAND_OUT_STEPS), Task.done_on.is_(None), ~Task.is_not_needed)
        .where(Task.due_on <= working_week(on).last, Event.status == EventStatus.PLANNED)
        .where(Event.on_date.is_(None) | (Event.on_date >= on))
        .order_by(Task.due_on, Event.id)
    )
    return [_Event(*row) for row in reader.execute(query)]


def _awaited(reader: Reader, on: date) -> list[_Event]:
    """Return the events to come whose slips are out and wanted back within four weeks."""
    is_out = select(ReplySlip.id).where(ReplySlip.event_id == Event.id).exists()
    query = (
        select(Event.id, Event.title, Event.reply_until)
        .where(is_out, Event.status == EventStatus.PLANNED, Event.on_date >= on)
        .where(Event.reply_until <= on + AHEAD)
        .order_by(Event.reply_until, Event.id)
    )
    return [_Event(*row) for row in reader.execute(query)]

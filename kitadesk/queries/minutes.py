"""The minutes of an event with their points and tasks, and what the evening itself proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.minutes import Votes, possible_names
from kitadesk.queries.events import AgendaRow, agenda_of, event
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import reply_counts
from kitadesk.storage.models.events import Minutes, MinutesItem, Task
from kitadesk.storage.models.people import Child, Person


@dataclass(frozen=True, slots=True)
class MinutesTaskRow:
    """Who does what until when, as the task list holds it."""

    id: UUID
    title: str
    responsible: str
    due_on: date | None
    done_on: date | None
    is_not_needed: bool


@dataclass(frozen=True, slots=True)
class MinutesItemRow:
    """A point: what was said, what was decided, who does what, what the notice says of it."""

    id: UUID
    position: int
    title: str
    content: str
    decision: str
    votes: Votes
    public_text: str
    agenda_item_id: UUID | None = None
    tasks: tuple[MinutesTaskRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """The minutes of an event; names are as typed, `present_count` is how many were there."""

    id: UUID
    event_id: UUID
    is_released: bool
    begins_at: time | None
    ends_at: time | None
    chair: str
    writer: str
    present_count: int | None
    present: str
    excused: str
    guests: str
    next_on: date | None
    next_at: time | None
    next_note: str
    items: tuple[MinutesItemRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesProposal:
    """What is known of an evening already: its times, who was expected, points not taken yet.

    Times and number are None once the minutes say something themselves.
    """

    begins_at: time | None = None
    ends_at: time | None = None
    present_count: int | None = None
    points: tuple[AgendaRow, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to take."""
        known = (self.begins_at, self.ends_at, self.present_count)
        return bool(self.points) or any(one is not None for one in known)


_HEAD = (
    Minutes.id,
    Minutes.event_id,
    Minutes.is_released,
    Minutes.begins_at,
    Minutes.ends_at,
    Minutes.chair,
    Minutes.writer,
    Minutes.present_count,
    Minutes.present,
    Minutes.excused,
    Minutes.guests,
    Minutes.next_on,
    Minutes.next_at,
    Minutes.next_note,
)


def minutes_of(reader: Reader, event_id: UUID) -> MinutesRow | None:
    """Return the minutes of an event; None while nobody has written any."""
    query = select(*_HEAD).where(Minutes.event_id == event_id)
    found = reader.execute(query).mappings().first()
    return None if found is None else MinutesRow(**found, items=_items_of(reader, found["id"]))


def minutes_proposal(reader: Reader, event_id: UUID, on: date) -> MinutesProposal:
    """Return what the minutes could begin with; empty once they are released.

    Who was there is proposed from the replies and the visitors that were counted.
    """
    minutes, row = minutes_of(reader, event_id), event(reader, event_id)
    points = agenda_of(reader, event_id)
    expected = reply_counts(reader, event_id, on).expected or None
    if minutes is None:
        return MinutesProposal(row.starts_at, row.ends_at, expected, points)
    if minutes.is_released:
        return MinutesProposal()
    taken = {item.agenda_item_id for item in minutes.items}
    is_timed = minutes.begins_at is not None or minutes.ends_at is not None
    return MinutesProposal(
        begins_at=None if is_timed else row.starts_at,
        ends_at=None if is_timed else row.ends_at,
        present_count=expected if minutes.present_count is None else None,
        points=tuple(point for point in points if point.id not in taken),
    )


def minutes_people(reader: Reader, event_id: UUID) -> tuple[str, ...]:
    """Return who may have led or written: the agenda's names first, then those of other minutes."""
    agenda = [row.who for row in agenda_of(reader, event_id)]
    earlier = reader.execute(select(Minutes.chair, Minutes.writer).order_by(Minutes.id.desc()))
    names = [*agenda, *(name for row in earlier for name in row)]
    return tuple(dict.fromkeys(name for name in names if name))


def known_names(reader: Reader, texts: Sequence[str]) -> tuple[str, ...]:
    """Return which words of the texts are a name of a child or person of the file, sorted."""
    words = sorted(possible_names(texts))
    found: set[str] = set()
    columns = (Child.first_name, Child.last_name, Person.first_name, Person.last_name)
    for column in columns:
        found.update(reader.execute(select(column).where(column.in_(words))).scalars())
    return tuple(sorted(found))


def _items_of(reader: Reader, minutes_id: UUID) -> tuple[MinutesItemRow, ...]:
    query = (
        select(
            MinutesItem.id,
            MinutesItem.position,
            MinutesItem.title,
            MinutesItem.content,
            MinutesItem.decision,
            MinutesItem.votes_yes,
            MinutesItem.votes_no,
            MinutesItem.votes_abstained,
            MinutesItem.public_text,
            MinutesItem.agenda_item_id,
        )
        .where(MinutesItem.minutes_id == minutes_id)
        .order_by(MinutesItem.position, MinutesItem.id)
    )
    tasks = _tasks_of(reader, minutes_id)
    return tuple(
        MinutesItemRow(
            id=row.id,
            position=row.position,
            title=row.title,
            content=row.content,
            decision=row.decision,
            votes=Votes(row.votes_yes, row.votes_no, row.votes_abstained),
            public_text=row.public_text,
            agenda_item_id=row.agenda_item_id,
            tasks=tuple(tasks[row.id]),
        )
        for row in reader.execute(query)
    )


def _tasks_of(reader: Reader, minutes_id: UUID) -> dict[UUID | None, list[MinutesTaskRow]]:
    query = (
        select(
            Task.minutes_item_id,
            Task.id,
            Task.title,
            Task.responsible,
            Task.due_on,
            Task.done_on,
            Task.is_not_needed,
        )
        .join(MinutesItem, MinutesItem.id == Task.minutes_item_id)
        .where(MinutesItem.minutes_id == minutes_id)
        .order_by(Task.position, Task.id)
    )
    tasks: dict[UUID | None, list[MinutesTaskRow]] = defaultdict(list)
    for row in reader.execute(query):
        tasks[row.minutes_item_id].append(
            MinutesTaskRow(
                row.id, row.title, row.responsible, row.due_on, row.done_on, row.is_not_needed
            )
        )
    return tasks

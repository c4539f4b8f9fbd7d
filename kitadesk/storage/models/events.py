"""Events: series, texts, agenda, tasks, slips, registrations and minutes."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.events import EventKind, EventStatus, TaskArea, TextBlock
from kitadesk.domain.replies import Answer, ReplyKind
from kitadesk.storage.models.base import Record, of_the_house, owned_by, refers_to
from kitadesk.storage.types import UtcStamp, value_enum


class EventSeries(Record):
    """Events that come again, such as the monthly Elterncafé."""

    __tablename__ = "event_series"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    title: Mapped[str]
    rule: Mapped[str] = mapped_column(default="")
    host: Mapped[str] = mapped_column(default="")
    review: Mapped[str] = mapped_column(default="")


class Event(Record):
    """An evening, café, feast or letter: local date and wall time in Europe/Berlin."""

    __tablename__ = "event"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    series_id: Mapped[uuid.UUID | None] = refers_to("event_series.id")
    cohort_id: Mapped[uuid.UUID | None] = refers_to("cohort.id")
    kind: Mapped[EventKind] = mapped_column(value_enum(EventKind))
    status: Mapped[EventStatus] = mapped_column(
        value_enum(EventStatus), default=EventStatus.PLANNED
    )
    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    on_date: Mapped[date | None] = mapped_column(index=True)
    until_date: Mapped[date | None]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    doors_at: Mapped[time | None]
    room_id: Mapped[uuid.UUID | None] = refers_to("room.id")
    place: Mapped[str] = mapped_column(default="")
    reply_until: Mapped[date | None]
    reply_kind: Mapped[ReplyKind] = mapped_column(
        value_enum(ReplyKind), default=ReplyKind.ATTENDANCE
    )
    reply_question: Mapped[str] = mapped_column(default="")
    reply_choices: Mapped[str] = mapped_column(default="")
    has_childcare: Mapped[bool] = mapped_column(default=False)
    interpreter_languages: Mapped[str] = mapped_column(default="")
    fee: Mapped[str] = mapped_column(default="")
    audience: Mapped[str] = mapped_column(default="")
    host: Mapped[str] = mapped_column(default="")
    is_joint: Mapped[bool] = mapped_column(default=False)
    postponed_from: Mapped[date | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class EventPostponement(Record):
    """One move of an event to another day; the registrations stay."""

    __tablename__ = "event_postponement"

    event_id: Mapped[uuid.UUID] = owned_by("event.id")
    made_at: Mapped[datetime] = mapped_column(UtcStamp)
    from_date: Mapped[date | None]
    from_starts_at: Mapped[time | None]
    to_date: Mapped[date | None]
    to_starts_at: Mapped[time | None]
    reason: Mapped[str] = mapped_column(default="")


class EventText(Record):
    """A text block of an event as the office changed it; without a row the shipped text holds."""

    __tablename__ = "event_text"
    __table_args__ = (UniqueConstraint("event_id", "block"),)

    event_id: Mapped[uuid.UUID] = owned_by("event.id", index=False)
    block: Mapped[TextBlock] = mapped_column(value_enum(TextBlock))
    text: Mapped[str]


class AgendaItem(Record):
    """A point of the agenda; its time follows from the minutes before it."""

    __tablename__ = "agenda_item"

    event_id: Mapped[uuid.UUID] = owned_by("event.id")
    position: Mapped[int]
    minutes: Mapped[int]
    title: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    material: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(default="")
    internal_note: Mapped[str] = mapped_column(default="")


class Task(Record):
    """Something to do until a day; "entfällt" is calm, not overdue."""

    __tablename__ = "task"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    area: Mapped[TaskArea] = mapped_column(value_enum(TaskArea))
    event_id: Mapped[uuid.UUID | None] = owned_by("event.id", nullable=True)
    cohort_id: Mapped[uuid.UUID | None] = owned_by("cohort.id", nullable=True)
    minutes_item_id: Mapped[uuid.UUID | None] = refers_to("minutes_item.id")
    title: Mapped[str]
    step: Mapped[str] = mapped_column(default="")
    rule: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    is_not_needed: Mapped[bool] = mapped_column(default=False)
    is_moved_by_hand: Mapped[bool] = mapped_column(default=False)
    responsible: Mapped[str] = mapped_column(default="")
    paper_id: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class ReplySlip(Record):
    """The number on the slip of one household for one event, made before printing."""

    __tablename__ = "reply_slip"
    __table_args__ = (UniqueConstraint("event_id", "household_id"), UniqueConstraint("number"))

    event_id: Mapped[uuid.UUID] = owned_by("event.id", index=False)
    household_id: Mapped[uuid.UUID] = owned_by("household.id")
    number: Mapped[int]


class Registration(Record):
    """A reply: of one household, or as a number without a family (guests, staff, other houses)."""

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("event_id", "household_id"),
        CheckConstraint("persons >= 0", name="persons"),
    )

    institution_id: Mapped[uuid.UUID] = of_the_house()
    event_id: Mapped[uuid.UUID] = owned_by("event.id", index=False)
    household_id: Mapped[uuid.UUID | None] = owned_by("household.id", nullable=True)
    guest_label: Mapped[str] = mapped_column(default="")
    answer: Mapped[Answer] = mapped_column(value_enum(Answer))
    persons: Mapped[int] = mapped_column(default=0)
    choice: Mapped[str] = mapped_column(default="")
    childcare_children: Mapped[int] = mapped_column(default=0)
    interpreter_language: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    returned_on: Mapped[date | None]


class Minutes(Record):
    """The minutes of an event or of a meeting of a body; an event has one at most.

    `present`, `excused` and `guests` are names as typed; `present_count` is how many were there.
    """

    __tablename__ = "minutes"
    __table_args__ = (
        UniqueConstraint("event_id"),
        CheckConstraint("present_count >= 0", name="present_count"),
    )

    event_id: Mapped[uuid.UUID | None] = owned_by("event.id", nullable=True, index=False)
    body_id: Mapped[uuid.UUID | None] = owned_by("body.id", nullable=True)
    on_date: Mapped[date | None]
    begins_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    is_released: Mapped[bool] = mapped_column(default=False)
    chair: Mapped[str] = mapped_column(default="")
    writer: Mapped[str] = mapped_column(default="")
    present_count: Mapped[int | None]
    present: Mapped[str] = mapped_column(default="")
    excused: Mapped[str] = mapped_column(default="")
    guests: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None]
    next_at: Mapped[time | None]
    next_note: Mapped[str] = mapped_column(default="")


class MinutesItem(Record):
    """One point of the minutes: what was said, what was decided, what the notice says of it.

    Who does what until when are tasks that name the point.
    """

    __tablename__ = "minutes_item"
    __table_args__ = tuple(
        CheckConstraint(f"{name} >= 0", name=name)
        for name in ("votes_yes", "votes_no", "votes_abstained")
    )

    minutes_id: Mapped[uuid.UUID] = owned_by("minutes.id")
    agenda_item_id: Mapped[uuid.UUID | None] = refers_to("agenda_item.id")
    position: Mapped[int]
    title: Mapped[str]
    content: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    votes_yes: Mapped[int | None]
    votes_no: Mapped[int | None]
    votes_abstained: Mapped[int | None]
    public_text: Mapped[str] = mapped_column(default="")


class TopicWish(Record):
    """A wish for a topic, with its origin and what became of it."""

    __tablename__ = "topic_wish"

    institution_id: Mapped[uuid.UUID] = of_the_house()
    title: Mapped[str]
    origin: Mapped[str] = mapped_column(default="")
    votes: Mapped[int] = mapped_column(default=0)
    status: Mapped[str] = mapped_column(default="")
    event_id: Mapped[uuid.UUID | None] = refers_to("event.id")

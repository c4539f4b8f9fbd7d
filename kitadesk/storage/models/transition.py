"""The Übergang: entry years, measures with their rules, sparse states of child × measure."""

from __future__ import annotations

import uuid
from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.storage.models.base import Record, of_the_house, owned_by, refers_to
from kitadesk.storage.types import value_enum


class Cohort(Record):
    """An entry year (Einschulungsjahrgang) of the house."""

    __tablename__ = "cohort"
    __table_args__ = (UniqueConstraint("institution_id", "entry_year"),)

    institution_id: Mapped[uuid.UUID] = of_the_house()
    entry_year: Mapped[int]
    break_ends_on: Mapped[date | None]
    ceremony_on: Mapped[date | None]
    first_school_day: Mapped[date | None]


class Measure(Record):
    """A step of the year plan: its rule, the date that follows, and whether a hand moved it."""

    __tablename__ = "measure"

    cohort_id: Mapped[uuid.UUID] = owned_by("cohort.id")
    title: Mapped[str]
    short_title: Mapped[str] = mapped_column(default="")
    step: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    is_per_child: Mapped[bool] = mapped_column(default=False)
    is_binding: Mapped[bool] = mapped_column(default=False)
    rule: Mapped[str] = mapped_column(default="")
    planned_on: Mapped[date | None]
    planned_until: Mapped[date | None]
    is_moved_by_hand: Mapped[bool] = mapped_column(default=False)
    done_on: Mapped[date | None]
    is_not_needed: Mapped[bool] = mapped_column(default=False)
    responsible_institution_id: Mapped[uuid.UUID | None] = refers_to("institution.id")
    responsible_person_id: Mapped[uuid.UUID | None] = refers_to("person.id")
    event_id: Mapped[uuid.UUID | None] = refers_to("event.id")
    place: Mapped[str] = mapped_column(default="")
    participants: Mapped[str] = mapped_column(default="")
    paper_id: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    evaluation: Mapped[str] = mapped_column(default="")


class ChildMeasure(Record):
    """The state of one child in one measure; no row means open."""

    __tablename__ = "child_measure"
    __table_args__ = (UniqueConstraint("child_id", "measure_id"),)

    child_id: Mapped[uuid.UUID] = owned_by("child.id", index=False)
    measure_id: Mapped[uuid.UUID] = owned_by("measure.id")
    state: Mapped[MeasureState] = mapped_column(value_enum(MeasureState))
    on_date: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class ChildStatus(Record):
    """What the office noted on a child's way to school: registered, deferred, moving …"""

    __tablename__ = "child_status"

    child_id: Mapped[uuid.UUID] = owned_by("child.id")
    kind: Mapped[ChildStatusKind] = mapped_column(value_enum(ChildStatusKind))
    on_date: Mapped[date | None]
    paper_place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

"""The year plan of an entry year: every measure with its rule, days, people and paper."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.domain.names import spoken_name
from kitadesk.domain.plan_conflicts import TakenDays
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Person, PersonFunction
from kitadesk.storage.models.transition import ChildMeasure, Cohort, Measure

_STORED = (
    "id", "title", "short_title", "step", "position", "is_per_child", "is_binding", "rule",
    "planned_on", "planned_until", "is_moved_by_hand", "done_on", "is_not_needed",
    "responsible_institution_id", "responsible_person_id", "event_id", "place", "participants",
    "paper_id", "note", "evaluation",
)  # fmt: skip
"""Fields of a plan row that stand in the measure itself."""
_LEADS: ColumnElement[bool] = (
    (Event.id == Measure.event_id)
    & Event.on_date.is_not(None)
    & (Event.status != EventStatus.CANCELLED)
)
"""When the day of the event is that of the measure (`queries.measure_days` in plain SQL)."""


@dataclass(frozen=True, slots=True)
class CohortCard:
    """An entry year with the days that the school names; None means not known yet."""

    id: uuid.UUID
    entry_year: int
    break_ends_on: date | None
    ceremony_on: date | None
    first_school_day: date | None


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """An institution or a person to choose."""

    id: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A measure with everything that can be changed about it.

    `done` of `total` children have it; without `first` the measure has no day, or is "bis `last`".
    `planned_on` and `planned_until` are the days that hold: those of its event, where that leads
    (`event_on`), else its own.
    """

    id: uuid.UUID
    title: str
    short_title: str
    step: str
    position: int
    is_per_child: bool
    is_binding: bool
    rule: str
    planned_on: date | None
    planned_until: date | None
    is_moved_by_hand: bool
    done_on: date | None
    is_not_needed: bool
    responsible_institution_id: uuid.UUID | None
    responsible_person_id: uuid.UUID | None
    event_id: uuid.UUID | None
    place: str
    participants: str
    paper_id: str
    note: str
    evaluation: str
    responsible: str
    event_on: date | None
    done: int
    total: int
    event_at: time | None = None

    @property
    def first(self) -> date | None:
        """Return the first day; None for a deadline, and where no day is known."""
        return self.planned_on

    @property
    def last(self) -> date | None:
        """Return the last day; after it the measure is overdue."""
        return self.planned_until or self.planned_on

    @property
    def is_one_day(self) -> bool:
        """Return whether it happens on one day."""
        return self.planned_on is not None and self.planned_on == self.last

    @property
    def head(self) -> str:
        """Return the name for narrow places."""
        return self.short_title or self.title

    @property
    def is_finished(self) -> bool:
        """Return whether there is nothing to do: done, not needed, or done for every child."""
        is_done_for_all = self.is_per_child and 0 < self.total <= self.done
        return self.done_on is not None or self.is_not_needed or is_done_for_all


def cohort_card(reader: Reader, cohort_id: uuid.UUID) -> CohortCard:
    """Return one entry year; raises UserError ``record_gone``."""
    statement = select(
        Cohort.id,
        Cohort.entry_year,
        Cohort.break_ends_on,
        Cohort.ceremony_on,
        Cohort.first_school_day,
    ).where(Cohort.id == cohort_id)
    found = reader.execute(statement).one_or_none()
    if found is None:
        raise UserError("record_gone")
    return CohortCard(*found)


def plan_rows(reader: Reader, cohort_id: uuid.UUID, on: date) -> tuple[PlanRow, ...]:
    """Return the measures of an entry year in the order of the plan; who left does not count."""
    return _rows(reader, Measure.cohort_id == cohort_id, on)


def plan_row(reader: Reader, measure_id: uuid.UUID, on: date) -> PlanRow:
    """Return one measure; raises UserError ``record_gone``."""
    found = _rows(reader, Measure.id == measure_id, on)
    if not found:
        raise UserError("record_gone")
    return found[0]


def measure_title(reader: Reader, measure_id: uuid.UUID) -> str:
    """Return the title of a measure; raises UserError ``record_gone``."""
    title = reader.scalar(select(Measure.title).where(Measure.id == measure_id))
    if title is None:
        raise UserError("record_gone")
    return title


def partners(reader: Reader) -> tuple[ChoiceRow, ...]:
    """Return who may be responsible for a measure: the own house first, then the others by name."""
    statement = select(Institution.id, Institution.name).order_by(
        Institution.is_own.desc(), Institution.sort_key, Institution.id
    )
    return tuple(ChoiceRow(*row) for row in reader.execute(statement))


def people_at(reader: Reader, institution_id: uuid.UUID | None, on: date) -> tuple[ChoiceRow, ...]:
    """Return who works at an institution on that day, by name; nobody without an institution."""
    if institution_id is None:
        return ()
    until = PersonFunction.to_date
    statement = (
        select(Person.id, Person.first_name, Person.last_name)
        .join(PersonFunction, PersonFunction.person_id == Person.id)
        .where(PersonFunction.institution_id == institution_id, until.is_(None) | (until >= on))
        .distinct()
        .order_by(Person.sort_key, Person.id)
    )
    return tuple(
        ChoiceRow(person_id, spoken_name(first_name, last_name))
        for person_id, first_name, last_name in reader.execute(statement)
    )


def cohort_of_measure(reader: Reader, measure_id: uuid.UUID) -> uuid.UUID | None:
    """Return the entry year that a measure belongs to; None when it is gone."""
    return reader.scalar(select(Measure.cohort_id).where(Measure.id == measure_id))


def taken_days(reader: Reader, first: date, last: date) -> tuple[TakenDays, ...]:
    """Return closings and events of the house in these days, but not letters and what is off."""
    end = func.coalesce(Event.until_date, Event.on_date)
    condition: ColumnElement[bool] = (
        (Event.on_date <= last)
        & (end >= first)
        & (Event.kind != EventKind.LETTER)
        & (Event.status != EventStatus.CANCELLED)
    )
    statement = (
        select(Event.on_date, end, Event.title, Event.kind, Event.id)
        .where(condition)
        .order_by(Event.on_date, Event.id)
    )
    return tuple(
        TakenDays(start, until, title, kind is EventKind.CLOSING_DAY, event_id)
        for start, until, title, kind, event_id in reader.execute(statement)
        if start is not None
    )


def earlier_plan(reader: Reader, entry_year: int) -> CohortCard | None:
    """Return the newest earlier entry year that has measures, to carry its plan over."""
    statement = (
        select(Cohort.id)
        .where(Cohort.entry_year < entry_year, Cohort.id.in_(select(Measure.cohort_id)))
        .order_by(Cohort.entry_year.desc())
        .limit(1)
    )
    found = reader.scalar(statement)
    return None if found is None else cohort_card(reader, found)


def _rows(reader: Reader, condition: ColumnElement[bool], on: date) -> tuple[PlanRow, ...]:
    counts = _counts(reader, condition, on)
    columns = [getattr(Measure, name) for name in _STORED]
    statement = (
        select(
            *columns,
            Person.first_name.label("person_first"),
            Person.last_name.label("person_last"),
            Institution.short_name.label("institution_short"),
            Institution.name.label("institution"),
            Event.on_date.label("event_on"),
            Event.until_date.label("event_until"),
            Event.starts_at.label("event_at"),
        )
        .outerjoin(Institution, Institution.id == Measure.responsible_institution_id)
        .outerjoin(Person, Person.id == Measure.responsible_person_id)
        .outerjoin(Event, _LEADS)
        .where(condition)
        .order_by(Measure.position, Measure.id)
    )
    rows = (row._asdict() for row in reader.execute(statement))
    return tuple(
        PlanRow(
            **{name: row[name] for name in _STORED} | _event_days(row),
            responsible=spoken_name(row["person_first"] or "", row["person_last"] or "")
            or row["institution_short"]
            or row["institution"]
            or "",
            event_on=row["event_on"],
            event_at=row["event_at"],
            done=counts[row["id"]][0],
            total=counts[row["id"]][1],
        )
        for row in rows
    )


def _event_days(row: dict[str, Any]) -> dict[str, Any]:
    """Return the days of the event that a measure is tied to, where it leads."""
    if row["event_on"] is None:
        return {}
    return {"planned_on": row["event_on"], "planned_until": row["event_until"]}


def _counts(
    reader: Reader, condition: ColumnElement[bool], on: date
) -> dict[uuid.UUID, tuple[int, int]]:
    """Return how many children have a measure done, and how many need it."""
    members = (
        select(Child.cohort_id, func.count(Child.id).label("children"))
        .where(is_here(on))
        .group_by(Child.cohort_id)
        .subquery()
    )
    done = func.count().filter(ChildMeasure.state == MeasureState.DONE)
    spared = func.count().filter(ChildMeasure.state == MeasureState.NOT_NEEDED)
    states = (
        select(ChildMeasure.measure_id, done.label("done"), spared.label("spared"))
        .join(Child, Child.id == ChildMeasure.child_id)
        .join(Measure, Measure.id == ChildMeasure.measure_id)
        .where(Child.cohort_id == Measure.cohort_id, is_here(on))
        .group_by(ChildMeasure.measure_id)
        .subquery()
    )
    statement = (
        select(Measure.id, states.c.done, members.c.children, states.c.spared)
        .outerjoin(states, states.c.measure_id == Measure.id)
        .outerjoin(members, members.c.cohort_id == Measure.cohort_id)
        .where(condition)
    )
    return {
        measure_id: (done_for or 0, (children or 0) - (spared_for or 0))
        for measure_id, done_for, children, spared_for in reader.execute(statement)
    }

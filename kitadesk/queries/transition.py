"""The Übergang: entry years, their children with school duty, measures and sparse states."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kitadesk.domain.names import listed_name
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Group
from kitadesk.storage.models.transition import ChildMeasure, ChildStatus, Cohort, Measure

_STATUS_WORDS = {
    ChildStatusKind.REGISTERED: "angemeldet",
    ChildStatusKind.EARLY_APPLIED: "vorzeitig beantragt",
    ChildStatusKind.POSTPONED: "Aufschub erklärt",
    ChildStatusKind.DEFERRAL_APPLIED: "Rückstellung beantragt",
    ChildStatusKind.DEFERRAL_GRANTED: "zurückgestellt",
    ChildStatusKind.SPECIAL_SCHOOL_CHECKED: "Förderort wird geklärt",
    ChildStatusKind.MOVING: "zieht um",
    ChildStatusKind.PRIVATE_SCHOOL: "freie Schule",
}


@dataclass(frozen=True, slots=True)
class CohortRow:
    """An entry year; `children` counts those who are in it, whether they are still here or not."""

    id: uuid.UUID
    entry_year: int
    children: int


@dataclass(frozen=True, slots=True)
class StarterRow:
    """A child of an entry year; `status` is what the office noted last, in words.

    `school_name` is the short name where the school has one.
    """

    child_id: uuid.UUID
    name: str
    birth_date: date | None
    group_name: str
    school_name: str
    status: str
    status_kind: ChildStatusKind | None = None


Cells = dict[tuple[uuid.UUID, uuid.UUID], tuple[MeasureState, date | None]]
"""State and day by child and measure; what is not in it is open."""


def cohorts(reader: Reader) -> tuple[CohortRow, ...]:
    """Return the entry years, the next one first."""
    statement = (
        select(Cohort.id, Cohort.entry_year, func.count(Child.id))
        .outerjoin(Child, Child.cohort_id == Cohort.id)
        .group_by(Cohort.id)
        .order_by(Cohort.entry_year)
    )
    return tuple(CohortRow(*row) for row in reader.execute(statement))


def starters(reader: Reader, cohort_id: uuid.UUID, on: date) -> tuple[StarterRow, ...]:
    """Return the children of an entry year who are here on that day, by name."""
    statuses = _statuses(reader, cohort_id)
    statement = (
        select(
            Child.id,
            Child.last_name,
            Child.first_name,
            Child.birth_date,
            Group.name.label("group_name"),
            Institution.name.label("school_name"),
            Institution.short_name.label("school_short_name"),
        )
        .outerjoin(Group, Group.id == Child.group_id)
        .outerjoin(Institution, Institution.id == Child.school_id)
        .where(Child.cohort_id == cohort_id, is_here(on))
        .order_by(Child.sort_key, Child.id)
    )
    return tuple(
        StarterRow(
            child_id=row.id,
            name=listed_name(row.last_name, row.first_name),
            birth_date=row.birth_date,
            group_name=row.group_name or "",
            school_name=row.school_short_name or row.school_name or "",
            status=_STATUS_WORDS[statuses[row.id]] if row.id in statuses else "",
            status_kind=statuses.get(row.id),
        )
        for row in reader.execute(statement)
    )


def cells(reader: Reader, cohort_id: uuid.UUID) -> Cells:
    """Return the states of all children of an entry year; an open one has no entry."""
    statement = (
        select(
            ChildMeasure.child_id, ChildMeasure.measure_id, ChildMeasure.state, ChildMeasure.on_date
        )
        .join(Measure, Measure.id == ChildMeasure.measure_id)
        .where(Measure.cohort_id == cohort_id)
    )
    return {
        (child_id, measure_id): (state, on_date)
        for child_id, measure_id, state, on_date in reader.execute(statement)
    }


def _statuses(reader: Reader, cohort_id: uuid.UUID) -> dict[uuid.UUID, ChildStatusKind]:
    """Return the newest note on each child's way to school."""
    statement = (
        select(ChildStatus.child_id, ChildStatus.kind)
        .join(Child, Child.id == ChildStatus.child_id)
        .where(Child.cohort_id == cohort_id)
        .order_by(ChildStatus.on_date, ChildStatus.id)
    )
    return {row.child_id: row.kind for row in reader.execute(statement)}

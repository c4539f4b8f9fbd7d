"""The matrix of an entry year in plain SQL: names once as tuples, states for the rows asked for.

Plain SQL, because a year may hold 35,000 children and 280,000 states; `queries.plain` says what
comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from kitadesk.domain.consent import CONSENT_STEPS, ConsentKind
from kitadesk.queries.plain import PlainSql, day_of

_AT_ONCE = 900
"""Parameters of one statement; old SQLite allows 999."""

_CHILDREN = """
    SELECT child.id, child.last_name, child.first_name, child.birth_date,
           coalesce(child_group.name, ''),
           coalesce(nullif(institution.short_name, ''), institution.name, '')
      FROM child
      LEFT JOIN child_group ON child_group.id = child.group_id
      LEFT JOIN institution ON institution.id = child.school_id
     WHERE child.cohort_id = ? AND (child.left_on IS NULL OR child.left_on > ?)
     ORDER BY child.sort_key, child.id
"""
_MEASURES = """
    SELECT measure.id, measure.title, measure.short_title, measure.step, measure.planned_on,
           measure.planned_until, coalesce(institution.name, '')
      FROM measure
      LEFT JOIN institution ON institution.id = measure.responsible_institution_id
     WHERE measure.cohort_id = ? AND measure.is_per_child AND NOT measure.is_not_needed
     ORDER BY measure.position, measure.planned_on, measure.id
"""
_STATES = "SELECT child_id, measure_id, state, on_date FROM child_measure WHERE child_id "


class MatrixChild(NamedTuple):
    """A child of an entry year; `id` is 16 bytes and `born` ISO text, as the file holds them."""

    id: bytes
    name: str
    born: str | None
    group_name: str
    school_name: str


class MatrixMeasure(NamedTuple):
    """A measure that is meant for each child: one column."""

    id: bytes
    title: str
    short_title: str
    step: str
    planned_on: date | None
    planned_until: date | None
    responsible: str

    @property
    def label(self) -> str:
        """Return the short title, or the title where there is none."""
        return self.short_title or self.title

    @property
    def last_day(self) -> date | None:
        """Return the last planned day; after it the measure is overdue."""
        return self.planned_until or self.planned_on

    @property
    def consent_kind(self) -> ConsentKind | None:
        """Return the consent that this measure is about; such states follow from the ledger."""
        return CONSENT_STEPS.get(self.step)


State = tuple[bytes, bytes, str, str | None]
"""Child, measure, value of `MeasureState`, ISO day."""


def matrix_children(reader: PlainSql, cohort_id: UUID, on: date) -> list[MatrixChild]:
    """Return the children of an entry year who are here on that day, by name."""
    return [
        MatrixChild(key, f"{last}, {first}" if last and first else last or first, *rest)
        for key, last, first, *rest in reader.exec_driver_sql(
            _CHILDREN, (cohort_id.bytes, on.isoformat())
        )
    ]


def matrix_measures(reader: PlainSql, cohort_id: UUID) -> tuple[MatrixMeasure, ...]:
    """Return the columns in the order of the plan."""
    return tuple(
        MatrixMeasure(*row[:4], day_of(row[4]), day_of(row[5]), row[6])
        for row in reader.exec_driver_sql(_MEASURES, (cohort_id.bytes,))
    )


def matrix_states(reader: PlainSql, child_ids: Sequence[bytes]) -> Iterable[State]:
    """Return the states of these children in all measures of any year; open ones have no row."""
    found: list[State] = []
    for start in range(0, len(child_ids), _AT_ONCE):
        part = tuple(child_ids[start : start + _AT_ONCE])
        places = ", ".join("?" * len(part))
        found.extend(reader.exec_driver_sql(f"{_STATES} IN ({places})", part))
    return found


def matrix_states_between(reader: PlainSql, first: bytes, last: bytes) -> Iterable[State]:
    """Return the states of all children whose keys lie in this range."""
    return reader.exec_driver_sql(f"{_STATES} BETWEEN ? AND ?", (first, last))

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
from kitadesk.domain.transition import ChildStatusKind
from kitadesk.queries.measure_days import END_DAY, FIRST_DAY, JOIN_EVENT
from kitadesk.queries.plain import IS_HERE, PlainSql, day_of, first, on_day

_AT_ONCE = 900
"""Parameters of one statement; old SQLite allows 999."""

_CHILDREN = f"""
    SELECT id,
           last_name || CASE WHEN last_name = '' OR first_name = '' THEN '' ELSE ', ' END
           || first_name,
           birth_date, group_id, school_id
      FROM child
     WHERE cohort_id = ? AND {IS_HERE}
     ORDER BY sort_key, id
"""  # noqa: S608 - a constant of ours
_GROUPS = "SELECT id, name FROM child_group"
_SCHOOLS = "SELECT id, coalesce(nullif(short_name, ''), name) FROM institution"
_COHORTS = "SELECT entry_year, id FROM cohort"
_ANYBODY = f"SELECT 1 FROM child WHERE {IS_HERE} LIMIT 1"  # noqa: S608 - a constant of ours
_SIZE = "SELECT count(*) FROM child WHERE cohort_id = ?"
_FREE = "SELECT count(*) FROM child WHERE cohort_id IS NULL"
_MEASURES = f"""
    SELECT measure.id, measure.title, measure.short_title, measure.step, {FIRST_DAY}, {END_DAY},
           coalesce(institution.name, '')
      FROM measure
      LEFT JOIN institution ON institution.id = measure.responsible_institution_id
      {JOIN_EVENT}
     WHERE measure.cohort_id = ? AND measure.is_per_child AND NOT measure.is_not_needed
     ORDER BY measure.position, measure.planned_on, measure.id
"""  # noqa: S608 - constants of ours
_STATUSES = """
    SELECT child_status.child_id, child_status.kind
      FROM child_status JOIN child ON child.id = child_status.child_id
     WHERE child.cohort_id = ?
     ORDER BY child_status.on_date, child_status.id
"""
_STATES = "SELECT child_id, measure_id, state, on_date FROM child_measure WHERE child_id "


MatrixChild = tuple[bytes, str, str | None, bytes | None, bytes | None]
"""A child: key, name as lists show it, birth date as ISO text, keys of group and school.

Plain tuples, as the driver makes them: one value of our own for each child costs 0.1 s more.
"""


class MatrixNames(NamedTuple):
    """Names by key; thousands of children share a few groups and schools."""

    groups: dict[bytes | None, str]
    schools: dict[bytes | None, str]


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


def has_children(reader: PlainSql, on: date) -> bool:
    """Return whether any child is here on that day."""
    return first(reader, _ANYBODY, on_day(on)) is not None


def year_size(reader: PlainSql, cohort_id: UUID) -> int:
    """Return how many children are in an entry year, whether they are here or not."""
    return int(first(reader, _SIZE, (cohort_id.bytes,))[0])


def free_children(reader: PlainSql) -> int:
    """Return how many children are in no entry year."""
    return int(first(reader, _FREE)[0])


def matrix_children(reader: PlainSql, cohort_id: UUID, on: date) -> Iterable[MatrixChild]:
    """Return the children of an entry year who are here on that day, by name."""
    return reader.exec_driver_sql(_CHILDREN, (cohort_id.bytes, *on_day(on)))


def matrix_names(reader: PlainSql) -> MatrixNames:
    """Return the names of all groups, and of all institutions (short where they have one)."""
    return MatrixNames(
        dict(reader.exec_driver_sql(_GROUPS)), dict(reader.exec_driver_sql(_SCHOOLS))
    )


def cohort_ids(reader: PlainSql) -> dict[int, UUID]:
    """Return the entry years that were opened."""
    return {year: UUID(bytes=key) for year, key in reader.exec_driver_sql(_COHORTS)}


def matrix_measures(reader: PlainSql, cohort_id: UUID) -> tuple[MatrixMeasure, ...]:
    """Return the columns in the order of the plan."""
    return tuple(
        MatrixMeasure(key, title, short_title, step, day_of(start), day_of(end), responsible)
        for key, title, short_title, step, start, end, responsible in reader.exec_driver_sql(
            _MEASURES, (cohort_id.bytes,)
        )
    )


def matrix_states(reader: PlainSql, child_ids: Sequence[bytes]) -> Iterable[State]:
    """Return the states of these children in all measures of any year; open ones have no row."""
    found: list[State] = []
    for start in range(0, len(child_ids), _AT_ONCE):
        part = tuple(child_ids[start : start + _AT_ONCE])
        places = ", ".join("?" * len(part))
        found.extend(reader.exec_driver_sql(f"{_STATES} IN ({places})", part))
    return found


def matrix_states_between(reader: PlainSql, lowest: bytes, highest: bytes) -> Iterable[State]:
    """Return the states of all children whose keys lie in this range."""
    return reader.exec_driver_sql(f"{_STATES} BETWEEN ? AND ?", (lowest, highest))


def matrix_statuses(reader: PlainSql, cohort_id: UUID) -> dict[bytes, ChildStatusKind]:
    """Return the newest note on the way to school of each child who has one."""
    return {
        key: ChildStatusKind(kind)
        for key, kind in reader.exec_driver_sql(_STATUSES, (cohort_id.bytes,))
    }

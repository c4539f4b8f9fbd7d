"""What was printed, for whom, when, by which version, how many sheets, and on which way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from kitadesk.base.dates import short_date
from kitadesk.domain.names import listed_name
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Family, Group, Person
from kitadesk.storage.models.privacy import PrintLog
from kitadesk.storage.models.transition import Cohort

MOST_RUNS = 500


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One run: `subject` names its record, and is empty without one or when it is gone.

    A blank form has no `subject_kind`; a run for all records of a kind has no `subject_id`.
    """

    id: UUID
    printed_at: datetime
    paper_id: str
    subject_kind: str
    subject_id: UUID | None
    subject: str
    settings: tuple[tuple[str, str], ...]
    sheets: int
    way: str
    program_version: str

    @property
    def is_gone(self) -> bool:
        """Return whether the record of the run has been deleted since."""
        return self.subject_id is not None and not self.subject


def print_runs(
    reader: Reader, record_id: UUID | None = None, *, most: int = MOST_RUNS
) -> tuple[PrintRun, ...]:
    """Return the last runs, newest first: those of one record, or of all."""
    query = select(PrintLog).order_by(PrintLog.printed_at.desc(), PrintLog.id.desc()).limit(most)
    if record_id is not None:
        query = query.where(PrintLog.subject_id == record_id)
    rows = reader.scalars(query).all()
    names = _names(reader, rows)
    return tuple(
        PrintRun(
            id=row.id,
            printed_at=row.printed_at,
            paper_id=row.paper_id,
            subject_kind=row.subject_kind,
            subject_id=row.subject_id,
            subject=names.get(row.subject_id, "") if row.subject_id else "",
            settings=_settings(row.settings),
            sheets=row.sheets,
            way=row.way,
            program_version=row.program_version,
        )
        for row in rows
    )


def _settings(text: str) -> tuple[tuple[str, str], ...]:
    """Read the values of the print form; rows of older versions have none."""
    found = json.loads(text) if text else {}
    return tuple((str(name), str(value)) for name, value in found.items())


def _names(reader: Reader, rows: Iterable[PrintLog]) -> Mapping[UUID, str]:
    """Name the records that are still there, by one question for each kind."""
    wanted: dict[str, set[UUID]] = {}
    for row in rows:
        if row.subject_id is not None:
            wanted.setdefault(row.subject_kind, set()).add(row.subject_id)
    names: dict[UUID, str] = {}
    for kind, ids in wanted.items():
        if kind in _KINDS:
            names |= _KINDS[kind](reader, ids)
    return names


def _by_name(
    key: InstrumentedAttribute[UUID], name: InstrumentedAttribute[str]
) -> Callable[[Reader, set[UUID]], dict[UUID, str]]:
    """Return the question for records that have one name."""

    def names(reader: Reader, ids: set[UUID]) -> dict[UUID, str]:
        return {row[0]: row[1] for row in reader.execute(select(key, name).where(key.in_(ids)))}

    return names


def _people(kind: type[Child] | type[Person]) -> Callable[[Reader, set[UUID]], dict[UUID, str]]:
    """Return the question for people, who are listed by last name."""

    def names(reader: Reader, ids: set[UUID]) -> dict[UUID, str]:
        query = select(kind.id, kind.last_name, kind.first_name).where(kind.id.in_(ids))
        return {key: listed_name(last, first) for key, last, first in reader.execute(query)}

    return names


def _events(reader: Reader, ids: set[UUID]) -> dict[UUID, str]:
    query = select(Event.id, Event.title, Event.on_date).where(Event.id.in_(ids))
    found = reader.execute(query)
    return {key: f"{title} · {short_date(day)}" if day else title for key, title, day in found}


def _cohorts(reader: Reader, ids: set[UUID]) -> dict[UUID, str]:
    query = select(Cohort.id, Cohort.entry_year).where(Cohort.id.in_(ids))
    return {key: f"Schulanfang {year}" for key, year in reader.execute(query)}


_KINDS: Mapping[str, Callable[[Reader, set[UUID]], dict[UUID, str]]] = {
    "house": _by_name(Institution.id, Institution.name),
    "event": _events,
    "group": _by_name(Group.id, Group.name),
    "cohort": _cohorts,
    "child": _people(Child),
    "family": _by_name(Family.id, Family.name),
    "institution": _by_name(Institution.id, Institution.name),
    "person": _people(Person),
    "body": _by_name(Body.id, Body.name),
}
"""By the value of `SubjectKind`, which is a word of the papers."""

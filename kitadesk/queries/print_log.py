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
RECORDS, FIRST = "@records", "@first"
"""Names in the settings: the records of a run for several, kept at its first, and its first."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One run: `subject` names its record, and is empty without one or when it is gone.

    A blank form has no `subject_kind`; a run for all records of a kind has no `subject_id`. A run
    for several records stands there once for each: `records` are those that are still there, in the
    order of their sheets, `lost` is how many are gone.
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
    records: tuple[UUID, ...] = ()
    lost: int = 0

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
    settings = {row.id: _settings(row.settings) for row in rows}
    together = _records(reader, settings)
    names = _names(reader, rows, together)
    return tuple(
        PrintRun(
            id=row.id,
            printed_at=row.printed_at,
            paper_id=row.paper_id,
            subject_kind=row.subject_kind,
            subject_id=row.subject_id,
            subject=names.get(row.subject_id, "") if row.subject_id else "",
            settings=settings[row.id],
            sheets=row.sheets,
            way=row.way,
            program_version=row.program_version,
            records=tuple(one for one in together.get(row.id, ()) if one in names),
            lost=sum(one not in names for one in together.get(row.id, ())),
        )
        for row in rows
    )


def _records(
    reader: Reader, settings: Mapping[UUID, tuple[tuple[str, str], ...]]
) -> Mapping[UUID, tuple[UUID, ...]]:
    """Return by row of the log all records of its run, where it was for several."""
    firsts = {key: UUID(dict(kept).get(FIRST, str(key))) for key, kept in settings.items()}
    kept = {key: dict(one) for key, one in settings.items()}
    query = select(PrintLog.id, PrintLog.settings).where(
        PrintLog.id.in_(set(firsts.values()) - set(kept))
    )
    kept |= {key: dict(_settings(text)) for key, text in reader.execute(query)}
    return {
        key: tuple(map(UUID, kept[first][RECORDS].split()))
        for key, first in firsts.items()
        if RECORDS in kept.get(first, {})
    }


def _settings(text: str) -> tuple[tuple[str, str], ...]:
    """Read the values of the print form; rows of older versions have none."""
    found = json.loads(text) if text else {}
    return tuple((str(name), str(value)) for name, value in found.items())


def _names(
    reader: Reader, rows: Iterable[PrintLog], together: Mapping[UUID, tuple[UUID, ...]]
) -> Mapping[UUID, str]:
    """Name the records that are still there, by one question for each kind."""
    wanted: dict[str, set[UUID]] = {}
    for row in rows:
        records = wanted.setdefault(row.subject_kind, set())
        records.update(together.get(row.id, ()))
        if row.subject_id is not None:
            records.add(row.subject_id)
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

"""Ids and titles of what papers are printed for, nearest to today first; for the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.dates import short_date
from kitadesk.base.text import sort_key
from kitadesk.domain.names import listed_name
from kitadesk.queries.events import events, rooms
from kitadesk.queries.people import children, families, groups
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.bodies import Body
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Person
from kitadesk.storage.models.transition import Cohort

_SUMMER = 8


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One record; `details` has English keys and plain values, dates as YYYY-MM-DD."""

    id: UUID
    title: str
    details: Mapping[str, str | int | None]


def listed(reader: Reader, kind: str, on: date) -> tuple[ListedRow, ...]:
    """Return all records of a kind; events and cohorts nearest to the day first, others by name."""
    return _KINDS[kind](reader, on)


def _children(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(
            row.id,
            listed_name(row.last_name, row.first_name),
            {
                "birth_date": _day(row.birth_date),
                "group": row.group_name,
                "family_id": str(row.family_id),
                "entry_year": row.entry_year,
            },
        )
        for row in children(reader, on)
    )


def _families(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(
            row.id,
            row.name,
            {"children": len(row.children), "households": len(row.households)},
        )
        for row in families(reader, on)
    )


def _groups(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(row.id, row.name, {"children": row.children, "families": row.families})
        for row in groups(reader, on)
    )


def _events(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(
            row.id,
            row.title,
            {
                "date": _day(row.on_date),
                "kind": row.kind.value,
                "status": row.status.value,
                "entry_year": row.entry_year,
                "shown": short_date(row.on_date) if row.on_date else "",
            },
        )
        for row in events(reader, on)
    )


def _rooms(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(row.id, row.name, {"address": row.address, "capacity": row.capacity})
        for row in rooms(reader)
    )


def _cohorts(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    """Return the entry years; the one whose preparation year runs on that day comes first."""
    running = on.year + (on.month >= _SUMMER)
    found = reader.execute(select(Cohort.id, Cohort.entry_year)).all()
    found = sorted(found, key=lambda row: (abs(row.entry_year - running), row.entry_year))
    return tuple(
        ListedRow(row.id, f"Schulanfang {row.entry_year}", {"entry_year": row.entry_year})
        for row in found
    )


def _institutions(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    query = select(Institution.id, Institution.name, Institution.kind, Institution.town).order_by(
        Institution.sort_key, Institution.id
    )
    return tuple(
        ListedRow(row.id, row.name, {"kind": row.kind.value, "town": row.town})
        for row in reader.execute(query)
    )


def _persons(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    """Return the contacts; who is only a custodian stands with the family."""
    query = (
        select(Person.id, Person.last_name, Person.first_name)
        .where(Person.is_contact)
        .order_by(Person.sort_key, Person.id)
    )
    return tuple(
        ListedRow(row.id, listed_name(row.last_name, row.first_name), {})
        for row in reader.execute(query)
    )


def _contacts(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    """Return the whole address book in one order of names."""
    found = [
        *(replace(row, details={"kind": "person"}) for row in _persons(reader, on)),
        *(
            replace(row, details={**row.details, "kind": "institution"})
            for row in _institutions(reader, on)
        ),
    ]
    return tuple(sorted(found, key=lambda row: sort_key(row.title)))


def _bodies(reader: Reader, on: date) -> tuple[ListedRow, ...]:
    found = reader.execute(select(Body.id, Body.name, Body.kind)).all()
    return tuple(
        ListedRow(row.id, row.name, {"kind": row.kind.value})
        for row in sorted(found, key=lambda row: sort_key(row.name))
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_KINDS: dict[str, Callable[[Reader, date], tuple[ListedRow, ...]]] = {
    "children": _children,
    "families": _families,
    "groups": _groups,
    "events": _events,
    "rooms": _rooms,
    "cohorts": _cohorts,
    "institutions": _institutions,
    "persons": _persons,
    "contacts": _contacts,
    "bodies": _bodies,
}

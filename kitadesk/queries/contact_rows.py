"""One line of the list of contacts, for the institutions and people that a search has found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.names import listed_name
from kitadesk.queries.plain import PlainSql, day_of

Key = tuple[bool, UUID]
"""Whether it is a person, and which."""
PlainKey = tuple[bool, bytes]
HELD = "(job.from_date IS NULL OR job.from_date <= ?) AND (job.to_date IS NULL OR job.to_date >= ?)"
"""Whether a function is held on a day, which is given twice."""

_PEOPLE = "SELECT id, last_name, first_name, checked_on FROM person WHERE id IN ({})"
_HOUSES = (
    "SELECT id, name, kind, street, town, district, checked_on FROM institution WHERE id IN ({})"
)
_WAYS = "SELECT {0}, kind, value FROM contact_way WHERE {0} IN ({1}) ORDER BY position, id"
_JOBS = f"""
    SELECT job.person_id, job.name, institution.name, institution.town, institution.district
    FROM person_function AS job JOIN institution ON institution.id = job.institution_id
    WHERE job.person_id IN ({{}}) AND {HELD} ORDER BY institution.sort_key, job.id
"""  # noqa: S608 - constants only
_Ways = dict[bytes, dict[str, str]]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact as lists show it; `place` is where a person works, or an institution's address."""

    is_person: bool
    id: UUID
    name: str
    function: str
    place: str
    phone: str
    mobile: str
    email: str
    town: str
    district: str
    checked_on: date | None

    @property
    def key(self) -> Key:
        """Return what tells this contact from all others."""
        return self.is_person, self.id


def lines_of(reader: PlainSql, keys: Sequence[PlainKey], on: date) -> tuple[ContactLine, ...]:
    """Return the lines of these contacts in the same order; functions are those of that day."""
    people = [key for is_person, key in keys if is_person]
    houses = [key for is_person, key in keys if not is_person]
    found: dict[bytes, ContactLine] = {}
    if people:
        found.update(_people(reader, people, on))
    if houses:
        found.update(_houses(reader, houses))
    return tuple(found[key] for _is_person, key in keys if key in found)


def _people(
    reader: PlainSql, ids: Sequence[bytes], on: date
) -> Iterable[tuple[bytes, ContactLine]]:
    ways, jobs = _ways(reader, "person_id", ids), _jobs(reader, ids, on)
    for key, last, first, checked_on in reader.exec_driver_sql(_sql(_PEOPLE, ids), tuple(ids)):
        mine, roles = ways.get(key, {}), jobs.get(key, [])
        functions, places, towns, districts = (
            _joined(role[number] for role in roles) for number in range(4)
        )
        yield key, ContactLine(
            True, UUID(bytes=key), listed_name(last, first), functions, places, _first(mine),
            mine.get("mobile", ""), mine.get("email", ""), towns, districts, day_of(checked_on),
        )  # fmt: skip


def _houses(reader: PlainSql, ids: Sequence[bytes]) -> Iterable[tuple[bytes, ContactLine]]:
    ways = _ways(reader, "institution_id", ids)
    rows = reader.exec_driver_sql(_sql(_HOUSES, ids), tuple(ids))
    for key, name, kind, street, town, district, checked_on in rows:
        mine = ways.get(key, {})
        yield key, ContactLine(
            False, UUID(bytes=key), name, InstitutionKind(kind).label, _joined((street, town)),
            _first(mine), mine.get("mobile", ""), mine.get("email", ""), town, district,
            day_of(checked_on),
        )  # fmt: skip


def _jobs(
    reader: PlainSql, ids: Sequence[bytes], on: date
) -> dict[bytes, list[tuple[str, str, str, str]]]:
    found: dict[bytes, list[tuple[str, str, str, str]]] = defaultdict(list)
    given = (*ids, on.isoformat(), on.isoformat())
    for key, name, place, town, district in reader.exec_driver_sql(_sql(_JOBS, ids), given):
        found[key].append((name, place, town, district))
    return found


def _ways(reader: PlainSql, owner: str, ids: Sequence[bytes]) -> _Ways:
    found: _Ways = defaultdict(dict)
    sql = _WAYS.format(owner, ", ".join("?" * len(ids)))
    for key, kind, value in reader.exec_driver_sql(sql, tuple(ids)):
        found[key].setdefault(kind, value)
    return found


def _sql(form: str, ids: Sequence[bytes]) -> str:
    return form.format(", ".join("?" * len(ids)))


def _first(ways: dict[str, str]) -> str:
    return ways.get("phone") or ways.get("mobile", "")


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, words)))

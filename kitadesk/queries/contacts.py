"""The list of contacts: institutions and people in one order, searched and read page by page.

Names, numbers and functions are found through the trigram index; the list is never read as a whole.
"mueller" finds "Müller", and "55512" finds "0371 555-12". Asked with `desk.look`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import Any

from kitadesk.base.text import fold
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.queries.contact_rows import HELD, ContactLine, Key, PlainKey, lines_of
from kitadesk.queries.contact_search import Clause, search_contacts
from kitadesk.queries.plain import PlainSql, first

PAGE = 60
"""Lines that are read at once: two screens full."""


Place = tuple[str, bytes]
"""Sort key and key of a contact: what comes behind it needs no counting from the top."""


class Which(enum.Enum):
    """Which contacts a list shows."""

    ALL = "all"
    INSTITUTIONS = "institutions"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """What a list shows: typed words, kind and place of the institution, not checked since."""

    on: date
    text: str = ""
    which: Which = Which.ALL
    kind: InstitutionKind | None = None
    place: str = ""
    unchecked_since: date | None = None

    @property
    def is_narrowed(self) -> bool:
        """Return whether anything but the text keeps contacts out."""
        return self != ContactQuery(self.on, self.text)


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Some lines of a list; `has_more` if there are others behind them.

    `is_cut` tells that a search found more than a list shows; `end` is where the next page of a
    list without a search begins.
    """

    lines: tuple[ContactLine, ...]
    has_more: bool
    is_cut: bool = False
    end: Place | None = None


@dataclass(frozen=True, slots=True)
class ContactCounts:
    """How many there are, and how many of both were not checked since a day."""

    people: int = 0
    institutions: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class MailAddresses:
    """Addresses, each once; how many contacts have none, and how many addresses are internal."""

    addresses: tuple[str, ...]
    without: int
    internal: int


_LISTS = {
    True: "SELECT sort_key, 1, id FROM person WHERE person.is_contact{}",
    False: "SELECT sort_key, 0, id FROM institution WHERE 1{}",
}
_BEHIND = " AND sort_key >= ? AND (sort_key, id) > (?, ?)"
_UNCHECKED = " AND ({0}.checked_on IS NULL OR {0}.checked_on < ?)"
_WORKS_AT = f"""
    AND person.id IN (
        SELECT job.person_id FROM person_function AS job
        JOIN institution ON institution.id = job.institution_id WHERE {HELD}{{}}
    )
"""  # noqa: S608 - constants only
_COUNTS = """
    SELECT sum(is_person), sum(1 - is_person), sum(checked_on IS NULL OR checked_on < ?) FROM (
        SELECT 1 AS is_person, checked_on FROM person WHERE is_contact
        UNION ALL SELECT 0, checked_on FROM institution
    )
"""
_MAILS = """
    SELECT coalesce(person_id, institution_id), value, visibility FROM contact_way
    WHERE kind = 'email' ORDER BY position, id
"""
_RANK = ("internal", "members", "public")


def find_contacts(
    reader: PlainSql,
    wanted: ContactQuery,
    offset: int = 0,
    limit: int = PAGE,
    *,
    after: Place | None = None,
) -> ContactPage:
    """Return one page of a list in German order of names.

    `after` is the `end` of the page before, and takes the place of the offset; a search is short
    and goes by the offset.
    """
    if wanted.text.strip():
        found, is_cut = _searched(reader, wanted)
        keys = found[offset : offset + limit + 1]
        lines = lines_of(reader, keys[:limit], wanted.on)
        return ContactPage(lines, len(keys) > limit, is_cut)
    rows = _listed(reader, wanted, 0 if after is not None else offset, limit + 1, after)
    end = (rows[:limit][-1][0], rows[:limit][-1][2]) if rows else None
    keys = [(bool(row[1]), row[2]) for row in rows[:limit]]
    return ContactPage(lines_of(reader, keys, wanted.on), len(rows) > limit, end=end)


def contact_counts(reader: PlainSql, unchecked_since: date) -> ContactCounts:
    """Return how long the lists are."""
    row = first(reader, _COUNTS, (unchecked_since.isoformat(),))
    return ContactCounts(row[0] or 0, row[1] or 0, row[2] or 0)


def institution_kinds(reader: PlainSql) -> tuple[InstitutionKind, ...]:
    """Return the kinds that occur, by their German names."""
    rows = reader.exec_driver_sql("SELECT DISTINCT kind FROM institution")
    return tuple(sorted((InstitutionKind(row[0]) for row in rows), key=lambda one: fold(one.label)))


def contact_places(reader: PlainSql) -> tuple[str, ...]:
    """Return towns and districts (Ortsteile) of institutions by name."""
    rows = reader.exec_driver_sql(
        "SELECT town FROM institution UNION SELECT district FROM institution"
    )
    return tuple(sorted((row[0] for row in rows if row[0]), key=fold))


def mail_addresses(
    reader: PlainSql, wanted: ContactQuery, keys: tuple[Key, ...] = ()
) -> MailAddresses:
    """Return one address of each contact of a list, or of these; the one most people may see.

    An internal address is taken only where there is no other: in BCC nobody sees it, but the
    number of them is told.
    """
    chosen = [key.bytes for _is_person, key in keys] or [
        key for _is_person, key in _keys(reader, wanted)
    ]
    best: dict[bytes, tuple[int, str]] = {}
    for owner, value, seen_by in reader.exec_driver_sql(_MAILS):
        rank = _RANK.index(seen_by)
        if owner not in best or rank > best[owner][0]:
            best[owner] = (rank, value)
    found = [best[key] for key in chosen if key in best]
    internal = {value for rank, value in found if rank == 0}
    addresses = tuple(dict.fromkeys(value for _rank, value in found))
    return MailAddresses(addresses, len(chosen) - len(found), len(internal))


def _keys(reader: PlainSql, wanted: ContactQuery) -> list[PlainKey]:
    """Return the keys of a whole list."""
    if wanted.text.strip():
        return _searched(reader, wanted)[0]
    return [(bool(row[1]), row[2]) for row in _listed(reader, wanted, 0, -1, None)]


def _searched(reader: PlainSql, wanted: ContactQuery) -> tuple[list[PlainKey], bool]:
    """Return the keys that a search finds, and whether it had to stop early."""
    people, houses = _clauses(wanted)
    found, is_cut = search_contacts(
        reader, wanted.text, people, houses, narrowed=wanted.is_narrowed
    )
    return [(is_person, key) for _order, is_person, key in found], is_cut


def _listed(
    reader: PlainSql, wanted: ContactQuery, offset: int, limit: int, after: Place | None
) -> list[Any]:
    """Return order, kind and key of some contacts (limit −1: all) in the order of names."""
    behind = () if after is None else (after[0], *after)
    parts, given = list[str](), list[object]()
    for is_person, clause in zip((True, False), _clauses(wanted), strict=True):
        if clause is not None:
            parts.append(_LISTS[is_person].format(clause[0] + (_BEHIND if after else "")))
            given += [*clause[1], *behind]
    sql = f"{' UNION ALL '.join(parts)} ORDER BY 1, 3 LIMIT ? OFFSET ?"
    return list(reader.exec_driver_sql(sql, (*given, limit, offset)))


def _clauses(wanted: ContactQuery) -> tuple[Clause | None, Clause | None]:
    """Return what people and institutions must fulfil, None where the list shows none."""
    people = None if wanted.which is Which.INSTITUTIONS else _people(wanted)
    houses = None if wanted.which is Which.PEOPLE else _houses(wanted)
    return people, houses


def _people(wanted: ContactQuery) -> Clause:
    sql, given = "", list[object]()
    if wanted.kind is not None or wanted.place:
        where, what = _of_kind_and_place(wanted)
        sql += _WORKS_AT.format(where)
        given += [wanted.on.isoformat(), wanted.on.isoformat(), *what]
    if wanted.unchecked_since is not None:
        sql += _UNCHECKED.format("person")
        given.append(wanted.unchecked_since.isoformat())
    return sql, tuple(given)


def _houses(wanted: ContactQuery) -> Clause:
    sql, given = _of_kind_and_place(wanted)
    if wanted.unchecked_since is not None:
        sql += _UNCHECKED.format("institution")
        given.append(wanted.unchecked_since.isoformat())
    return sql, tuple(given)


def _of_kind_and_place(wanted: ContactQuery) -> tuple[str, list[object]]:
    sql, given = "", list[object]()
    if wanted.kind is not None:
        sql += " AND institution.kind = ?"
        given.append(wanted.kind.value)
    if wanted.place:
        sql += " AND (institution.town = ? OR institution.district = ?)"
        given += [wanted.place, wanted.place]
    return sql, given

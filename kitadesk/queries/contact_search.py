"""Which contacts a typed text means: through names, numbers, functions and institutions.

Plain SQL with the trigram index of SQLite: a letter typed must be answered within one frame. So
this file, like `search`, uses SQL that only SQLite knows; another database needs its own.
"""

from __future__ import annotations

from kitadesk.base.text import sort_key
from kitadesk.domain.search_words import quoted, words_of
from kitadesk.queries.plain import PlainSql, first

Found = tuple[str, bool, bytes]
"""Order, whether it is a person, and the key."""
Clause = tuple[str, tuple[object, ...]]
"""A condition of SQL with its parameters."""

MOST_FOUND = 300
"""Contacts that a search shows; whoever finds more types another letter."""
HITS = 600
"""Entries of the index that a search looks at, so that it answers within one frame."""
HITS_OF_SEVERAL = 300
"""The same where a second word has to be looked for with each of them."""
HITS_OF_NARROWED = 20_000
"""The same where kind, place or list throw away most of them."""

_COUNT = """
    SELECT count(*) FROM (SELECT rowid FROM search_fts WHERE search_fts MATCH ? LIMIT ?)
"""
_CONTACTS = """
    WITH hit(kind, row_id) AS MATERIALIZED (
        SELECT entry.table_name, entry.row_id
        FROM search_fts JOIN search_entry AS entry ON entry.id = search_fts.rowid
        WHERE search_fts MATCH ? LIMIT ?
    ), contact(id) AS MATERIALIZED (
        SELECT row_id FROM hit WHERE hit.kind IN ('person', 'institution')
        UNION SELECT coalesce(way.person_id, way.institution_id)
        FROM hit JOIN contact_way AS way ON way.id = hit.row_id WHERE hit.kind = 'contact_way'
        UNION SELECT job.person_id
        FROM hit JOIN person_function AS job ON job.id = hit.row_id
        WHERE hit.kind = 'person_function'
        UNION SELECT person_id FROM (
            SELECT job.person_id FROM hit
            JOIN person_function AS job ON job.institution_id = hit.row_id
            WHERE hit.kind = 'institution' LIMIT ?
        )
    )
"""
_PEOPLE = "SELECT person.sort_key, 1, person.id FROM {} WHERE person.is_contact{}"
_HOUSES = "SELECT institution.sort_key, 0, institution.id FROM {} WHERE 1{}"
_FOUND_PEOPLE = "contact JOIN person ON person.id = contact.id"
_FOUND_HOUSES = "contact JOIN institution ON institution.id = contact.id"
_HAS = """
    AND (EXISTS (
        SELECT 1 FROM search_entry AS entry
        WHERE entry.table_name IN ('person', 'institution') AND entry.row_id = contact.id AND {0}
    ) OR EXISTS (
        SELECT 1 FROM contact_way AS way CROSS JOIN search_entry AS entry
        ON entry.table_name = 'contact_way' AND entry.row_id = way.id
        WHERE (way.person_id = contact.id OR way.institution_id = contact.id) AND {0}
    ) OR EXISTS (
        SELECT 1 FROM person_function AS job CROSS JOIN search_entry AS entry
        ON entry.table_name = 'person_function' AND entry.row_id = job.id
        WHERE job.person_id = contact.id AND {0}
    ) OR EXISTS (
        SELECT 1 FROM person_function AS job CROSS JOIN search_entry AS entry
        ON entry.table_name = 'institution' AND entry.row_id = job.institution_id
        WHERE job.person_id = contact.id AND {0}
    ))
"""
# CROSS JOIN is SQLite's word for: in this order. Left to itself it goes through the whole index.
_PLACES_OF_A_WORD = 4
_AFTER_ALL = "\U0010ffff"


def search_contacts(
    reader: PlainSql, typed: str, people: Clause | None, houses: Clause | None, *, narrowed: bool
) -> tuple[list[Found], bool]:
    """Return the contacts that a search finds in German order, and whether it stopped early.

    `people` and `houses` say which of them the list shows, None none at all. Where there are more
    than fit, those come in whose names begin with the text.
    """
    found = _beginning(reader, typed, people, houses)
    is_cut = len(found) > MOST_FOUND
    if not is_cut:
        more, is_cut = _with_all_words(reader, typed, people, houses, narrowed=narrowed)
        known = set(found)
        found += [row for row in more if row not in known]
        is_cut = is_cut or len(found) > MOST_FOUND
    return sorted(found[:MOST_FOUND]), is_cut


def _beginning(
    reader: PlainSql, typed: str, people: Clause | None, houses: Clause | None
) -> list[Found]:
    """Return whose names begin so, straight from the order of names: "albrecht, j"."""
    found: dict[Found, None] = {}
    for begin in _begins(typed):
        for form, table, clause in ((_HOUSES, "institution", houses), (_PEOPLE, "person", people)):
            if clause is not None:
                between = f" AND {table}.sort_key >= ? AND {table}.sort_key < ?"
                sql = form.format(table, between + clause[0])
                ordered = f"{sql} ORDER BY {table}.sort_key LIMIT ?"
                given = (begin, begin + _AFTER_ALL, *clause[1], MOST_FOUND + 1)
                found |= dict.fromkeys(_rows(reader, ordered, given))
    return sorted(found)


def _begins(typed: str) -> tuple[str, ...]:
    """Return how sort keys begin that a text may mean.

    "Albrecht, J" is a last and a first name; "jana albrecht" may be that, or the other way round.
    """
    last, comma, first_name = typed.partition(",")
    if comma:
        return ("\t".join((_begin(last), _begin(first_name))),)
    one, space, other = typed.strip().partition(" ")
    names = ((one, other), (other, one)) if space else ()
    pairs = ["\t".join(map(_begin, pair)) for pair in names]
    return tuple(begin for begin in (_begin(typed), *pairs) if begin.strip())


def _begin(text: str) -> str:
    return sort_key(text).partition("\t")[0]


def _with_all_words(
    reader: PlainSql, typed: str, people: Clause | None, houses: Clause | None, *, narrowed: bool
) -> tuple[list[Found], bool]:
    """Return who has all words; the rarest leads, the others are looked for with its contacts.

    One letter alone is looked for only where names begin.
    """
    words = [word for word in words_of(typed) if len(word[0]) > 1]
    if not words:
        return [], False
    most = HITS_OF_NARROWED if narrowed else HITS if len(words) == 1 else HITS_OF_SEVERAL
    counted = [(first(reader, _COUNT, (quoted(word), most + 1))[0], word) for word in words]
    size, rarest = min(counted)
    others, given = _has([word for word in words if word is not rarest])
    parts, parameters = list[str](), list[object]([quoted(rarest), most, most])
    for form, joined, clause in (
        (_PEOPLE, _FOUND_PEOPLE, people),
        (_HOUSES, _FOUND_HOUSES, houses),
    ):
        if clause is not None:
            parts.append(form.format(joined, clause[0] + others))
            parameters += [*clause[1], *given]
    sql = f"{_CONTACTS} {' UNION ALL '.join(parts)} LIMIT ?"
    return _rows(reader, sql, (*parameters, MOST_FOUND + 1)), size > most


def _has(words: list[tuple[str, ...]]) -> tuple[str, list[object]]:
    sql, given = "", list[object]()
    for word in words:
        any_form = " OR ".join("instr(entry.text, ?)" for _form in word)
        sql += _HAS.format(f"({any_form})")
        given += [*word] * _PLACES_OF_A_WORD
    return sql, given


def _rows(reader: PlainSql, sql: str, given: tuple[object, ...]) -> list[Found]:
    return [(row[0], bool(row[1]), row[2]) for row in reader.exec_driver_sql(sql, given)]

"""Strg+K: who or what is called so, or has this number; folded, all words, parts of words.

"muller" and "mueller" find "Müller". Words of three letters and more go through the trigram index,
shorter ones look through the same texts. This file alone may use SQL that only SQLite knows.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import column, func, or_, select, table, text

from kitadesk.base.dates import numeric_date, short_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import and_list
from kitadesk.domain.names import siblings_label, spoken_name
from kitadesk.domain.replies import slip_text
from kitadesk.domain.search_words import words_of
from kitadesk.domain.stay import Stay, stay
from kitadesk.queries.reader import Reader
from kitadesk.queries.slips import slip_place
from kitadesk.storage.models.bodies import Body
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import (
    Child,
    ContactWay,
    Custody,
    Family,
    Group,
    Person,
    PersonFunction,
)
from kitadesk.storage.search_index import entry_table

_SHORTEST_TRIGRAM = 3
_MOST_ENTRIES = 200
_TABLES = (
    "child", "family", "person", "contact_way", "person_function", "event", "institution", "body",
)  # fmt: skip
_INDEX = table("search_fts", column("rowid"))
_Key = tuple[str, uuid.UUID]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something found; `kind` is child, family, person, event, institution, body or slip."""

    kind: str
    id: uuid.UUID
    title: str
    subtitle: str


def search(reader: Reader, text: str, today: date, limit: int = 20) -> tuple[SearchHit, ...]:
    """Return the best hits: whole words first, then beginnings of words, then parts of words.

    Events stand by their day: the next one to come first, those that are over last.
    """
    words = words_of(text)
    found: dict[SearchHit, None] = dict.fromkeys(_slips(reader, text))
    # Each stage asks only when the one before found too little; the index knows the ends of words.
    for shape in (" {} ", " {}", "{}") if words else ():
        keys = _entries(reader, [tuple(map(shape.format, word)) for word in words])
        keys = _events_by_day(reader, keys, today)
        hits = _hits(reader, keys[: limit * 2], today)
        found.update(dict.fromkeys(hits[key] for key in keys if key in hits))
        is_short = any(len(form) < _SHORTEST_TRIGRAM for word in words for form in word)
        if len(found) >= limit or (is_short and found and shape == " {}"):
            break
    return tuple(found)[:limit]


def _slips(reader: Reader, text: str) -> Iterator[SearchHit]:
    """Give the slip whose whole number was typed or scanned."""
    try:
        place = slip_place(reader, text)
    except UserError:
        return
    yield SearchHit("slip", place.id, f"Nr. {slip_text(place.number)} · {place.whose}", place.run)


def _entries(reader: Reader, words: Sequence[tuple[str, ...]]) -> list[_Key]:
    """Return tables and keys of entries with one form of every word, children before others."""
    indexed = [word for word in words if all(len(form) >= _SHORTEST_TRIGRAM for form in word)]
    statement = select(entry_table.c.table_name, entry_table.c.row_id, entry_table.c.text)
    if indexed:
        # From the index to the entries, so that the limit ends the search and not only the list.
        statement = (
            statement.select_from(_INDEX)
            .join(entry_table, entry_table.c.id == _INDEX.c.rowid)
            .where(text("search_fts MATCH :match"))
            .params(match=" AND ".join(map(_phrase, indexed)))
        )
    for word in words:
        if word not in indexed:
            statement = statement.where(
                or_(*(func.instr(entry_table.c.text, form) > 0 for form in word))
            )
    rows = reader.execute(statement.limit(_MOST_ENTRIES)).all()
    ordered = sorted(rows, key=lambda row: (_TABLES.index(row.table_name), row.text))
    return [(row.table_name, row.row_id) for row in ordered]


def _events_by_day(reader: Reader, keys: list[_Key], today: date) -> list[_Key]:
    """Return the keys with the events among them ordered; everything else keeps its place."""
    ids = [row_id for name, row_id in keys if name == "event"]
    if not ids:
        return keys
    statement = select(Event.id, Event.on_date).where(Event.id.in_(ids))
    days = dict(reader.execute(statement).all())
    return sorted(keys, key=lambda key: (_TABLES.index(key[0]), _nearness(days.get(key[1]), today)))


def _nearness(on_date: date | None, today: date) -> tuple[int, int]:
    """Return what sorts coming days first, then no day, then days that are over."""
    if on_date is None:
        return 1, 0
    return (0 if on_date >= today else 2), abs((on_date - today).days)


def _phrase(forms: Iterable[str]) -> str:
    quoted = ('"' + form.replace('"', '""') + '"' for form in forms)
    return f"({' OR '.join(quoted)})"


def _hits(reader: Reader, found: Iterable[_Key], today: date) -> dict[_Key, SearchHit]:
    readers: dict[str, Callable[[Reader, list[uuid.UUID]], dict[uuid.UUID, SearchHit]]] = {
        "child": partial(_children, on=today),
        "family": _families,
        "person": _people,
        "contact_way": _ways,
        "person_function": _functions,
        "event": _events,
        "institution": _institutions,
        "body": _bodies,
    }
    keys = list(found)
    hits: dict[_Key, SearchHit] = {}
    for name, read in readers.items():
        ids = [row_id for found_in, row_id in keys if found_in == name]
        if ids:
            hits.update({(name, row_id): hit for row_id, hit in read(reader, ids).items()})
    return hits


def _children(reader: Reader, ids: list[uuid.UUID], on: date) -> dict[uuid.UUID, SearchHit]:
    statement = (
        select(
            Child.id, Child.first_name, Child.last_name, Group.name, Child.entered_on, Child.left_on
        )
        .outerjoin(Group, Group.id == Child.group_id)
        .where(Child.id.in_(ids))
    )
    hits = {}
    for child_id, first_name, last_name, group, entered_on, left_on in reader.execute(statement):
        subtitle = ", ".join(filter(None, (group, _stay_words(entered_on, left_on, on))))
        hits[child_id] = SearchHit("child", child_id, spoken_name(first_name, last_name), subtitle)
    return hits


def _stay_words(entered_on: date | None, left_on: date | None, on: date) -> str:
    """Return what a list does not show: when a child comes, or until when it is here."""
    if entered_on is not None and stay(entered_on, left_on, on) is Stay.COMING:
        return f"kommt am {numeric_date(entered_on)}"
    return "" if left_on is None else f"bis {numeric_date(left_on)}"


def _families(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    statement = (
        select(Family.id, Family.name, Child.last_name, Child.first_name)
        .outerjoin(Child, Child.family_id == Family.id)
        .where(Family.id.in_(ids))
        .order_by(Child.birth_date, Child.sort_key)
    )
    names: dict[uuid.UUID, str] = {}
    children: dict[uuid.UUID, list[tuple[str, str]]] = {}
    for family_id, name, last_name, first_name in reader.execute(statement):
        names[family_id] = name
        if last_name is not None:
            children.setdefault(family_id, []).append((last_name, first_name))
    return {
        family_id: SearchHit(
            "family", family_id, f"Familie {name}", siblings_label(children.get(family_id, []))
        )
        for family_id, name in names.items()
    }


def _people(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    statement = select(Person.id, Person.first_name, Person.last_name, Person.title)
    names = {
        person_id: spoken_name(*name)
        for person_id, *name in reader.execute(statement.where(Person.id.in_(ids)))
    }
    roles: dict[uuid.UUID, list[str]] = {person_id: [] for person_id in names}
    functions = (
        select(PersonFunction.person_id, PersonFunction.name, Institution.name)
        .join(Institution, Institution.id == PersonFunction.institution_id)
        .where(PersonFunction.person_id.in_(ids))
    )
    for person_id, name, institution in reader.execute(functions):
        roles[person_id].append(", ".join(filter(None, (name, institution))))
    children = (
        select(Custody.person_id, Child.first_name)
        .join(Child, Child.id == Custody.child_id)
        .where(Custody.person_id.in_(ids))
        .order_by(Child.birth_date, Child.sort_key)
    )
    parents: dict[uuid.UUID, list[str]] = {}
    for person_id, first_name in reader.execute(children):
        parents.setdefault(person_id, []).append(first_name)
    for person_id, first_names in parents.items():
        roles[person_id].append(f"zu {and_list(first_names)}")
    return {
        person_id: SearchHit("person", person_id, name, "; ".join(roles[person_id]))
        for person_id, name in names.items()
    }


def _ways(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    """Return for a number or address whoever has it."""
    statement = select(ContactWay.id, ContactWay.person_id, ContactWay.institution_id)
    ways = reader.execute(statement.where(ContactWay.id.in_(ids))).all()
    people = _people(reader, [person_id for _, person_id, _ in ways if person_id])
    houses = _institutions(reader, [house_id for *_, house_id in ways if house_id])
    owners = {**people, **houses}
    found = (
        (way_id, owners.get(person_id or house_id or way_id))
        for way_id, person_id, house_id in ways
    )
    return {way_id: hit for way_id, hit in found if hit}


def _functions(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    """Return for a function whoever has it: "Schulleitung" finds the head."""
    statement = select(PersonFunction.id, PersonFunction.person_id)
    rows = reader.execute(statement.where(PersonFunction.id.in_(ids))).all()
    people = _people(reader, [person_id for _, person_id in rows])
    return {row_id: people[person_id] for row_id, person_id in rows if person_id in people}


def _events(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    statement = select(Event.id, Event.title, Event.on_date).where(Event.id.in_(ids))
    return {
        event_id: SearchHit(
            "event", event_id, title, short_date(on_date) if on_date else "noch ohne Datum"
        )
        for event_id, title, on_date in reader.execute(statement)
    }


def _institutions(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    statement = select(Institution.id, Institution.name, Institution.kind, Institution.town).where(
        Institution.id.in_(ids)
    )
    return {
        house_id: SearchHit(
            "institution", house_id, name, ", ".join(filter(None, (kind.label, town)))
        )
        for house_id, name, kind, town in reader.execute(statement)
    }


def _bodies(reader: Reader, ids: list[uuid.UUID]) -> dict[uuid.UUID, SearchHit]:
    statement = select(Body.id, Body.name, Body.rhythm).where(Body.id.in_(ids))
    return {
        body_id: SearchHit("body", body_id, name, rhythm or "")
        for body_id, name, rhythm in reader.execute(statement)
    }

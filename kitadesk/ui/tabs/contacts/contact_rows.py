"""The lists of the tab as frozen rows, read without Qt."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.base.text import plural, sort_key
from kitadesk.queries.bodies import BodyRow, MemberRow, bodies, members_of
from kitadesk.queries.institutions import (
    InstitutionRow,
    PersonRow,
    contact_people,
    institutions,
)
from kitadesk.services.desk import Desk

ENDS_SOON = timedelta(days=183)
"""A term that ends within half a year is told in the list."""
VACANT = "1 Platz unbesetzt"


class Kind(enum.Enum):
    """What a row or a section is about."""

    ALL = "all"
    INSTITUTION = "institution"
    PERSON = "person"
    BODY = "body"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class Section:
    """A line at the left: its name, how many there are, and of which body."""

    kind: Kind
    title: str
    count: int
    body_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A line of the middle list; `record_id` is what the card shows, None for a vacant seat."""

    key: tuple[Kind, UUID]
    record_id: UUID | None
    name: str
    function: str
    place: str
    phone: str
    mobile: str = ""
    email: str = ""

    @property
    def kind(self) -> Kind:
        """Return what this is."""
        return self.key[0]

    def texts(self) -> tuple[str, ...]:
        """Return what the search field looks through."""
        return (self.name, self.function, self.place, self.phone, self.mobile, self.email)


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Sections and lists as they are now."""

    sections: tuple[Section, ...]
    institutions: tuple[ContactRow, ...] = ()
    people: tuple[ContactRow, ...] = ()
    members: dict[UUID, tuple[ContactRow, ...]] = field(default_factory=dict)

    def rows_of(self, section: Section) -> tuple[ContactRow, ...]:
        """Return the list of a section; all of them are in one order of names."""
        if section.body_id is not None:
            return self.members.get(section.body_id, ())
        if section.kind is Kind.INSTITUTION:
            return self.institutions
        if section.kind is Kind.PERSON:
            return self.people
        both = (*self.people, *self.institutions)
        return tuple(sorted(both, key=lambda row: sort_key(row.name)))

    def section_of(self, kind: Kind, record_id: UUID) -> Section | None:
        """Return the first section that lists this record, a body by its own id."""
        for section in self.sections[1:]:
            if kind is Kind.BODY and section.body_id == record_id:
                return section
            if any((kind, record_id) == (row.kind, row.record_id) for row in self.rows_of(section)):
                return section
        return None


def read_book(desk: Desk) -> AddressBook:
    """Read the whole address book with its bodies."""
    today = desk.clock.today()
    houses = tuple(_institution(row) for row in desk.read(institutions))
    people = tuple(_person(row) for row in desk.read(contact_people))
    found = desk.read(bodies, today)
    members = {
        body.id: tuple(_member(row, today) for row in desk.read(members_of, body.id, today))
        for body in found
    }
    sections = (
        Section(Kind.ALL, "Alle", len(houses) + len(people)),
        Section(Kind.INSTITUTION, "Einrichtungen", len(houses)),
        Section(Kind.PERSON, "Personen", len(people)),
        *(_body(row) for row in found),
    )
    return AddressBook(sections, houses, people, members)


def foot_words(section: Section, rows: tuple[ContactRow, ...]) -> str:
    """Return the sums of a list: "9 Mitglieder aus 5 Einrichtungen · 1 Platz frei"."""
    if section.kind is Kind.BODY:
        seated = [row for row in rows if row.kind is Kind.PERSON]
        houses = {row.place for row in seated if row.place}
        free = len(rows) - len(seated)
        words = plural(len(seated), "Mitglied", "Mitglieder")
        if houses:
            words += f" aus {plural(len(houses), 'Einrichtung', 'Einrichtungen')}"
        return f"{words} · {plural(free, 'Platz', 'Plätze')} frei" if free else words
    people = sum(row.kind is Kind.PERSON for row in rows)
    houses_here = len(rows) - people
    parts = [plural(people, "Person", "Personen")] if people else []
    if houses_here:
        parts.append(plural(houses_here, "Einrichtung", "Einrichtungen"))
    return " · ".join(parts)


def addresses(rows: list[ContactRow]) -> tuple[tuple[str, ...], int]:
    """Return the mail addresses, each once, and how many records have none."""
    found = dict.fromkeys(row.email for row in rows if row.email)
    without = sum(not row.email for row in rows if row.kind is not Kind.VACANT)
    return tuple(found), without


def _institution(row: InstitutionRow) -> ContactRow:
    place = ", ".join(part for part in (row.street, row.town) if part)
    return ContactRow(
        key=(Kind.INSTITUTION, row.id),
        record_id=row.id,
        name=row.name,
        function="eigenes Haus" if row.is_own else row.kind.label,
        place=place,
        phone=row.phone,
        email=row.email,
    )


def _person(row: PersonRow) -> ContactRow:
    return ContactRow(
        key=(Kind.PERSON, row.id),
        record_id=row.id,
        name=row.name,
        function=row.functions,
        place=row.institution,
        phone=row.phone or row.mobile,
        mobile=row.mobile,
        email=row.email,
    )


def _member(row: MemberRow, today: date) -> ContactRow:
    if row.person_id is None:
        return ContactRow(
            (Kind.VACANT, row.seat_id), None, VACANT, row.role_label, row.institution, ""
        )
    role = row.role_label
    if row.until is not None and row.until <= today + ENDS_SOON:
        role += f" (bis {numeric_date(row.until)})"
    return ContactRow(
        key=(Kind.PERSON, row.seat_id),
        record_id=row.person_id,
        name=row.person_name,
        function=role,
        place=row.institution,
        phone=row.phone,
        email=row.email,
    )


def _body(row: BodyRow) -> Section:
    return Section(Kind.BODY, row.name, row.members, row.id)

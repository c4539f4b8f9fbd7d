"""The lists of the tab as frozen rows, read without Qt."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.base.text import plural
from kitadesk.queries.bodies import BodyRow, MemberRow, bodies, members_of
from kitadesk.queries.contact_rows import ContactLine
from kitadesk.queries.contacts import ContactCounts, contact_counts
from kitadesk.services.desk import Desk

ENDS_SOON = timedelta(days=183)
"""A term that ends within half a year is told in the list."""
VACANT = "1 Platz unbesetzt"
UNCHECKED = "Lange nicht geprüft"


class Kind(enum.Enum):
    """What a row or a section is about."""

    ALL = "all"
    INSTITUTION = "institution"
    PERSON = "person"
    BODY = "body"
    VACANT = "vacant"
    UNCHECKED = "unchecked"


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
    town: str = ""
    district: str = ""
    checked_on: date | None = None

    @property
    def kind(self) -> Kind:
        """Return what this is."""
        return self.key[0]

    def texts(self) -> tuple[str, ...]:
        """Return what the search field looks through."""
        return (self.name, self.function, self.place, self.phone, self.mobile, self.email)


_NOTHING = ContactCounts()


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The sections at the left, and the seats of each body; the long lists are read by pages."""

    sections: tuple[Section, ...]
    counts: ContactCounts = _NOTHING
    members: dict[UUID, tuple[ContactRow, ...]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Return whether nobody but the own house is known."""
        return self.counts.people == 0 and self.counts.institutions <= 1 and not self.members

    def section_of(self, kind: Kind, record_id: UUID) -> Section | None:
        """Return the section that lists this record: a body by its own id."""
        wanted = (kind, record_id if kind is Kind.BODY else None)
        return next((one for one in self.sections if (one.kind, one.body_id) == wanted), None)


def read_book(desk: Desk) -> AddressBook:
    """Read how long the lists are, and the bodies with their seats."""
    today = desk.clock.today()
    counts = desk.look(contact_counts, unchecked_since(today))
    found = desk.read(bodies, today)
    members = {
        body.id: tuple(_member(row, today) for row in desk.read(members_of, body.id, today))
        for body in found
    }
    sections = (
        Section(Kind.ALL, "Alle", counts.people + counts.institutions),
        Section(Kind.INSTITUTION, "Einrichtungen", counts.institutions),
        Section(Kind.PERSON, "Personen", counts.people),
        *([Section(Kind.UNCHECKED, UNCHECKED, counts.unchecked)] if counts.unchecked else []),
        *(_body(row) for row in found),
    )
    return AddressBook(sections, counts, members)


def unchecked_since(today: date) -> date:
    """Return the day since which a contact should have been checked: once a year (field 5.3)."""
    return today - timedelta(days=365)


def row_of(line: ContactLine) -> ContactRow:
    """Return a line of a list as the table shows it."""
    kind = Kind.PERSON if line.is_person else Kind.INSTITUTION
    return ContactRow(
        key=(kind, line.id), record_id=line.id, name=line.name, function=line.function,
        place=line.place, phone=line.phone, mobile=line.mobile, email=line.email, town=line.town,
        district=line.district, checked_on=line.checked_on,
    )  # fmt: skip


def foot_words(rows: tuple[ContactRow, ...], *, is_body: bool) -> str:
    """Return the sums of a list: "9 Mitglieder aus 5 Einrichtungen · 1 Platz frei"."""
    if is_body:
        seated = [row for row in rows if row.kind is Kind.PERSON]
        houses = {row.place for row in seated if row.place}
        free = len(rows) - len(seated)
        words = plural(len(seated), "Mitglied", "Mitglieder")
        if houses:
            words += f" aus {plural(len(houses), 'Einrichtung', 'Einrichtungen')}"
        return f"{words} · {plural(free, 'Platz', 'Plätze')} frei" if free else words
    people = sum(row.kind is Kind.PERSON for row in rows)
    return sums(people, len(rows) - people)


def sums(people: int, houses: int) -> str:
    """Return "2 Personen · 1 Einrichtung"."""
    parts = [plural(people, "Person", "Personen")] if people else []
    if houses:
        parts.append(plural(houses, "Einrichtung", "Einrichtungen"))
    return " · ".join(parts)


def addresses(rows: list[ContactRow]) -> tuple[tuple[str, ...], int]:
    """Return the mail addresses of seats, each once, and how many of them have none."""
    found = dict.fromkeys(row.email for row in rows if row.email)
    without = sum(not row.email for row in rows if row.kind is not Kind.VACANT)
    return tuple(found), without


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

"""Telefonliste: whom the house calls, by institution; three circles of readers, three lists.

Each way to reach somebody says who may see it (field 5.5, 3). A list for members or for the public
names only people with a way that was opened for its readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.domain.names import listed_name
from kitadesk.domain.people import Visibility
from kitadesk.domain.visibility import AUDIENCE_WORDS, VISIBILITY_LABELS
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    GroupBreak,
    Heading,
    Margins,
    PageSetup,
    Row,
    Table,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import SHIPPED
from kitadesk.queries.address_book import (
    BookInstitution,
    BookPerson,
    address_book,
    emails,
    phones,
)
from kitadesk.queries.house import own_house_id
from kitadesk.queries.reader import Reader

TITLE = "Telefonliste"
_EDGES = Margins(top=14, right=14, bottom=12, left=18)
_BLANK_ROWS = 28
_CHOICES = {one.value: VISIBILITY_LABELS[one] for one in Visibility}


@dataclass(frozen=True, slots=True)
class TelephoneListParams:
    """What can be chosen before printing."""

    audience: Visibility = param("Für wen", Visibility.INTERNAL, choices=_CHOICES)  # noqa: RUF009
    emails: bool = param("Mit E-Mail", default=True)
    best_time: bool = param("Mit Erreichbarkeit", default=False)
    blank_rows: int = param("Leere Zeilen", 0, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class TelephoneEntry:
    """A line of the list; several numbers stand on lines of their own."""

    name: str
    function: str = ""
    phone: str = ""
    email: str = ""
    best_time: str = ""


@dataclass(frozen=True, slots=True)
class TelephoneGroup:
    """An institution with its address, and whom one reaches there."""

    name: str
    entries: tuple[TelephoneEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class TelephoneListContent:
    """The house and the institutions in their order, the own house first."""

    house: House = field(default_factory=House)
    institutions: tuple[TelephoneGroup, ...] = ()


def document(content: TelephoneListContent, params: TelephoneListParams) -> Document:
    """One list under one head; each institution begins a group of lines."""
    words, texts = AUDIENCE_WORDS[params.audience], content.house.texts
    title = texts.say("telephone_list.heading")
    over = " · ".join(part for part in (content.house.name, words) if part)
    columns = tuple(column for column, _ in _columns(content, params))
    blank_rows = params.blank_rows if content.institutions else max(params.blank_rows, _BLANK_ROWS)
    blocks: list[Block] = [
        Heading(title, over=over),
        Table(columns, tuple(_rows(content, params)), row_height=7.0, blank_rows=blank_rows),
    ]
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    foot = f"{title}, {words}"
    return Document(title, tuple(blocks), setup, author=content.house.name, foot=foot)


def _columns(
    content: TelephoneListContent, params: TelephoneListParams
) -> Iterator[tuple[Column, str]]:
    """Each column with the field of an entry that it shows; none that would stay empty."""
    name, function, phone, email, best_time = content.house.texts.parts("telephone_list.heads")
    yield Column(name, width=42, bold=True), "name"
    yield Column(function), "function"
    yield Column(phone, width=35), "phone"
    for name, title, is_wanted in (
        ("email", email, params.emails),
        ("best_time", best_time, params.best_time),
    ):
        if is_wanted and _is_used(content, name):
            yield Column(title), name


def _is_used(content: TelephoneListContent, name: str) -> bool:
    """Whether any entry has a value; on the blank form every column is for writing in."""
    entries = [entry for group in content.institutions for entry in group.entries]
    return not entries or any(getattr(entry, name) for entry in entries)


def _rows(content: TelephoneListContent, params: TelephoneListParams) -> Iterator[Row]:
    names = [name for _, name in _columns(content, params)]
    for group in content.institutions:
        yield GroupBreak(group.name)
        for entry in group.entries:
            yield tuple(str(getattr(entry, name)) for name in names)


def gather(
    reader: Reader, subject_id: UUID | None, params: TelephoneListParams, on: date
) -> TelephoneListContent:
    """Read what these readers may see; institutions without any number or name are left out."""
    if subject_id is not None and subject_id != own_house_id(reader):
        raise UserError("record_gone")
    book = address_book(reader, on, params.audience)
    people_at = book.people_by_place()
    house = house_of(reader)
    general = house.texts.say("telephone_list.general")
    groups = [_group(one, people_at.get(one.id, ()), general) for one in book.institutions]
    rest = tuple(_person(one, None) for one in people_at.get(None, ()))
    groups.append(TelephoneGroup(house.texts.say("telephone_list.nowhere"), rest))
    return TelephoneListContent(house, tuple(one for one in groups if one.entries))


def _group(
    institution: BookInstitution, people: Sequence[BookPerson], general: str
) -> TelephoneGroup:
    place = ", ".join(part for part in (institution.street, institution.town) if part)
    title = " · ".join(part for part in (institution.name, place) if part)
    numbers, mails = phones(institution.ways), emails(institution.ways)
    all_ways = [TelephoneEntry(general, "", "\n".join(numbers), "\n".join(mails))]
    listed = [_person(one, institution.id) for one in people]
    return TelephoneGroup(title, tuple((all_ways if numbers or mails else []) + listed))


def _person(person: BookPerson, institution_id: UUID | None) -> TelephoneEntry:
    """A line of somebody in this institution; a second function there stands beside the first."""
    jobs = [job.name for job in person.functions if job.institution_id == institution_id]
    name = listed_name(person.last_name, person.first_name)
    return TelephoneEntry(
        name=f"{name} ({person.title})" if person.title else name,
        function=", ".join(dict.fromkeys(jobs)),
        phone="\n".join(phones(person.ways)),
        email="\n".join(emails(person.ways)),
        best_time=person.best_time,
    )


def blank(params: TelephoneListParams) -> TelephoneListContent:
    """A list to be filled in by hand."""
    return TelephoneListContent()


def sample() -> tuple[TelephoneListContent, TelephoneListParams]:
    """Two invented institutions with three people."""
    general = SHIPPED.say("telephone_list.general")
    school = (
        TelephoneEntry(general, "", "037207 555-15", "schule@example.org"),
        TelephoneEntry(
            "Muster, Petra", "Schulleitung", "037207 555-60\n0151 555 0102", "petra@example.org",
            "dienstags ab 13 Uhr",
        ),
        TelephoneEntry("Şahin, Emre", "Kooperationslehrer", "037207 555-61", "emre@example.org"),
    )  # fmt: skip
    library = (TelephoneEntry("Łukasz, Ewa", "Leitung", "037207 555-17", "ewa@example.org"),)
    content = TelephoneListContent(
        sample_house(),
        (
            TelephoneGroup("Grundschule Hainichen · Friedrichstraße 22", school),
            TelephoneGroup("Stadtbibliothek · Markt 1", library),
        ),
    )
    return content, TelephoneListParams(best_time=True)


SPEC = HandoutSpec(
    id="telephone_list",
    title=TITLE,
    area=Area.CONTACTS,
    subject=SubjectKind.HOUSE,
    privacy=Privacy.HOUSE,
    params=TelephoneListParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)

"""Etiketten: addresses on label sheets, beginning at the first label that is still free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.domain.addressees import addressed_name
from kitadesk.domain.names import spoken_name
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import Block, Document, LabelSheet, NewSheet, PageSetup
from kitadesk.handouts.sheets import SHEET_LABELS, SheetType, label_geometry
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.address_book import (
    AddressBook,
    BookInstitution,
    BookPerson,
    address_book,
)
from kitadesk.queries.bodies import body_card, members_of
from kitadesk.queries.letters import LetterRow, letters
from kitadesk.queries.reader import Reader

TITLE = "Etiketten"
MOST_PER_SHEET = 65
"""The smallest labels in use stand 65 to a sheet (L7651); no start is behind that."""


class Addressees(Enum):
    """Whose addresses are printed; MEMBERS without a body means institutions."""

    MEMBERS = "members"
    INSTITUTIONS = "institutions"
    PEOPLE = "people"
    FAMILIES = "families"


_ADDRESSEES = {
    Addressees.MEMBERS.value: "Mitglieder des Gremiums, sonst Einrichtungen",
    Addressees.INSTITUTIONS.value: "Einrichtungen",
    Addressees.PEOPLE.value: "Personen in ihrer Einrichtung",
    Addressees.FAMILIES.value: "Familien, die Post bekommen",
}


@dataclass(frozen=True, slots=True)
class LabelParams:
    """What can be chosen before printing."""

    addressees: Addressees = param("An wen", Addressees.MEMBERS, choices=_ADDRESSEES)  # noqa: RUF009
    start: int = param(
        "Erstes freies Etikett", 1, hint="von links nach rechts gezählt", maximum=MOST_PER_SHEET
    )
    sheet: SheetType = param("Bogen", SheetType.L7160, choices=SHEET_LABELS)  # noqa: RUF009
    sender: bool = param("Absender klein darüber", default=False)
    probe: bool = param("Probeblatt mit Rahmen", default=False)


@dataclass(frozen=True, slots=True)
class AddressLabel:
    """The lines of one address; town with postcode is the last."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The house as sender, and the addresses in their order."""

    house: House = field(default_factory=House)
    labels: tuple[AddressLabel, ...] = ()


def document(content: LabelContent, params: LabelParams) -> Document:
    """Sheet after sheet; the first begins at the chosen label. No address gives the frames."""
    geometry = label_geometry(params.sheet)
    start = min(max(params.start, 1), geometry.per_sheet)
    sender = (content.house.sender or content.house.name) if params.sender else ""
    is_probe = params.probe or not content.labels
    shown = [tuple(line for line in one.lines if line.strip()) for one in content.labels]
    texts = content.house.texts
    blocks: list[Block] = []
    for number, (first, labels) in enumerate(_sheets(shown, start, geometry.per_sheet), 1):
        blocks += [
            NewSheet(texts.say("sheets.sheet", nummer=str(number)), footer=False),
            LabelSheet(geometry, labels, first, sender, frames=is_probe),
        ]
        if params.probe:
            break
    setup = PageSetup(footer=False)
    return Document(texts.say("sheets.labels"), tuple(blocks), setup, author=content.house.name)


def _sheets(
    labels: list[tuple[str, ...]], start: int, per_sheet: int
) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
    """Cut the labels into sheets: only the first one begins in the middle."""
    room = per_sheet - start + 1
    yield start, tuple(labels[:room])
    for begin in range(room, len(labels), per_sheet):
        yield 1, tuple(labels[begin : begin + per_sheet])


def gather(reader: Reader, subject_id: UUID | None, params: LabelParams, on: date) -> LabelContent:
    """Read the members of a body, or the chosen addressees; who has no address gets no label."""
    book = address_book(reader, on)
    members = () if subject_id is None else _of_body(reader, book, subject_id, on)
    if subject_id is not None and params.addressees is Addressees.MEMBERS:
        labels = list(members)
    elif params.addressees is Addressees.FAMILIES:
        rows = (row for row in letters(reader, on) if row.goes_by_post)
        labels = [_of_family(row) for row in rows if row.street]
    elif params.addressees is Addressees.PEOPLE:
        labels = list(_of_people(book))
    else:
        labels = [_of_institution(one) for one in book.institutions if not one.is_own and one.town]
    return LabelContent(house_of(reader), tuple(labels))


def _of_body(reader: Reader, book: AddressBook, body_id: UUID, on: date) -> list[AddressLabel]:
    """Each member at the institution that sends it; parents get theirs by their Kita."""
    places = {one.id: one for one in book.institutions}
    labels = []
    for row in members_of(reader, body_card(reader, body_id).id, on):
        place = places.get(row.institution_id) if row.institution_id else None
        if row.person_id is None or place is None:
            continue
        last, _, first = row.person_name.partition(", ")
        person = next((one for one in book.people if one.id == row.person_id), None)
        name = _name(person) if person else spoken_name(first, last)
        labels.append(_at(place, name))
    return labels


def _of_people(book: AddressBook) -> Iterator[AddressLabel]:
    """Each at the first institution of theirs; colleagues of the house need no envelope."""
    places = {one.id: one for one in book.institutions}
    for person in book.people:
        for job in person.functions[:1]:
            if not places[job.institution_id].is_own:
                yield _at(places[job.institution_id], _name(person))


def _of_institution(place: BookInstitution) -> AddressLabel:
    return AddressLabel((place.name, place.street, f"{place.postcode} {place.town}".strip()))


def _at(place: BookInstitution, name: str) -> AddressLabel:
    town = f"{place.postcode} {place.town}".strip()
    return AddressLabel((place.name, name, place.street, town))


def _of_family(row: LetterRow) -> AddressLabel:
    return AddressLabel((*row.addressed_to, row.street, f"{row.postcode} {row.town}".strip()))


def _name(person: BookPerson) -> str:
    """With Frau or Herr only where the office was told so."""
    return addressed_name(person.first_name, person.last_name, person.title, person.salutation)


def blank(params: LabelParams) -> LabelContent:
    """The frames and numbers of all labels, on plain paper to be held against the sheet."""
    return LabelContent()


def sample() -> tuple[LabelContent, LabelParams]:
    """Three invented addresses from the third label on."""
    labels = (
        AddressLabel(
            ("Grundschule Muster", "Frau Petra Muster", "Friedrichstraße 22", "09661 Hainichen")
        ),
        AddressLabel(("Stadtbibliothek", "Markt 1", "09661 Hainichen")),
        AddressLabel(("Ewa Łukasiewicz und Emre Şahin", "Gellertstraße 14", "09648 Mittweida")),
    )
    return LabelContent(sample_house(), labels), LabelParams(start=3, sender=True)


SPEC = HandoutSpec(
    id="address_labels",
    title=TITLE,
    area=Area.CONTACTS,
    subject=SubjectKind.BODY,
    privacy=Privacy.HOUSE,
    params=LabelParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
    one_size="Die Schrift richtet sich nach dem Etikett.",
)

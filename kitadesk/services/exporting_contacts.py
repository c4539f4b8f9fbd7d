"""Hands the address book back as csv, xlsx or visiting cards, for one circle of readers.

The headers are those that reading a list understands, so that a list comes back as it went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kitadesk.base.errors import UserError
from kitadesk.base.files import write_for_others
from kitadesk.domain.cards import Card, CardWay, write_cards
from kitadesk.domain.people import ContactKind, Salutation, Visibility
from kitadesk.queries.address_book import (
    AddressBook,
    BookFunction,
    BookInstitution,
    BookPerson,
    BookWay,
    address_book,
)
from kitadesk.services.desk import Desk
from kitadesk.services.exporting import Exported, write_table

CONTACT_COLUMNS = (
    "id", "Art", "Einrichtung", "Straße", "PLZ", "Ort", "Ortsteil", "Träger", "Anrede", "Titel",
    "Nachname", "Vorname", "Funktion", "Telefon", "Mobil", "Fax", "E-Mail", "Internet",
    "Erreichbar", "Notiz",
)  # fmt: skip
CARDS_SUFFIX = ".vcf"
_KINDS = (
    ContactKind.PHONE, ContactKind.MOBILE, ContactKind.FAX, ContactKind.EMAIL, ContactKind.WEB,
)  # fmt: skip
_SALUTATIONS = {Salutation.FRAU: "Frau", Salutation.HERR: "Herr"}


def export_contacts(desk: Desk, path: Path, audience: Visibility = Visibility.INTERNAL) -> Exported:
    """Write what these readers may see; the ending decides: .csv, .xlsx or .vcf (vCard 3.0)."""
    book = desk.read(address_book, desk.clock.today(), audience)
    suffix = path.suffix.lower()
    if suffix == CARDS_SUFFIX:
        cards = contact_cards(book)
        write_for_others(path, write_cards(cards).encode())
        return Exported(path, len(cards))
    if suffix not in {".csv", ".xlsx"}:
        raise UserError("export_type", name=path.name, endings=".xlsx, .csv oder .vcf")
    rows = list(_rows(book))
    write_table(path, "Kontakte", CONTACT_COLUMNS, rows)
    return Exported(path, len(rows))


def contact_cards(book: AddressBook) -> list[Card]:
    """Return a card per institution and per person; the first function gives the organisation."""
    places = {one.id: one for one in book.institutions}
    cards = [
        Card(
            full_name=one.name,
            organization=one.name,
            street=one.street,
            postcode=one.postcode,
            town=one.town,
            note=one.note,
            ways=_card_ways(one.ways),
        )
        for one in book.institutions
    ]
    for person in book.people:
        job = person.functions[0] if person.functions else None
        place = places[job.institution_id] if job else None
        cards.append(
            Card(
                last_name=person.last_name,
                first_name=person.first_name,
                title=person.title,
                organization=place.name if place else "",
                function=job.name if job else "",
                street=place.street if place else "",
                postcode=place.postcode if place else "",
                town=place.town if place else "",
                note=person.note,
                ways=_card_ways(person.ways),
            )
        )
    return cards


def _rows(book: AddressBook) -> Iterator[tuple[str, ...]]:
    """Return each institution followed by its people, one line per function; the rest at the end.

    The own house stands there too: who reads the list elsewhere does not have it.
    """
    people_at = book.people_by_place()
    for place in book.institutions:
        yield (str(place.id), *_place_cells(place), *[""] * 5, *_ways(place.ways), "", place.note)
        for person in people_at.get(place.id, ()):
            for job in person.functions:
                if job.institution_id == place.id:
                    yield _person_row(person, place, job)
    for person in people_at.get(None, ()):
        yield _person_row(person, None, None)


def _person_row(
    person: BookPerson, place: BookInstitution | None, job: BookFunction | None
) -> tuple[str, ...]:
    return (
        str(person.id),
        *(_place_cells(place) if place else [""] * 7),
        _SALUTATIONS.get(person.salutation, ""),
        person.title,
        person.last_name,
        person.first_name,
        job.name if job else "",
        *_ways(person.ways),
        person.best_time,
        person.note,
    )


def _place_cells(place: BookInstitution) -> tuple[str, ...]:
    return (
        place.kind.label,
        place.name,
        place.street,
        place.postcode,
        place.town,
        place.district,
        place.provider,
    )


def _ways(ways: Sequence[BookWay]) -> tuple[str, ...]:
    return tuple("; ".join(way.value for way in ways if way.kind is kind) for kind in _KINDS)


def _card_ways(ways: Sequence[BookWay]) -> tuple[CardWay, ...]:
    return tuple(CardWay(way.kind, way.value) for way in ways)

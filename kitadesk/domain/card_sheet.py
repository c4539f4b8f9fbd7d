"""Visiting cards as a table, so that they take the same way in as every other list."""

from __future__ import annotations

from collections.abc import Sequence

from kitadesk.domain.cards import Card
from kitadesk.domain.people import ContactKind
from kitadesk.domain.sheet import Sheet, clean_cell, rectangle

CARD_HEADERS = (
    "Titel", "Nachname", "Vorname", "Name", "Einrichtung", "Abteilung", "Funktion", "Straße",
    "PLZ", "Ort", "Telefon", "Mobil", "Fax", "E-Mail", "Internet", "Notiz",
)  # fmt: skip
_KINDS = (
    ContactKind.PHONE, ContactKind.MOBILE, ContactKind.FAX, ContactKind.EMAIL, ContactKind.WEB,
)  # fmt: skip


def sheet_of_cards(cards: Sequence[Card], name: str, encoding: str = "") -> Sheet:
    """Return a row per card under German headers; a card without a name keeps its spoken one.

    Columns that no card fills are left out, so that the preview shows what there is.
    """
    rows = [CARD_HEADERS, *(_row(card) for card in cards)]
    filled = [column for column in range(len(CARD_HEADERS)) if any(row[column] for row in rows[1:])]
    return Sheet(name, rectangle([row[column] for column in filled] for row in rows), encoding)


def _row(card: Card) -> tuple[str, ...]:
    has_name = bool(card.last_name or card.first_name)
    spoken = "" if has_name or card.full_name == card.organization else card.full_name
    ways = ["; ".join(card.values(kind)) for kind in _KINDS]
    cells = (
        card.title, card.last_name, card.first_name, spoken, card.organization, card.unit,
        card.function, card.street, card.postcode, card.town, *ways, card.note,
    )  # fmt: skip
    return tuple(clean_cell(cell) for cell in cells)

"""What the card says about a person or an institution, as words, read without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries.bodies import TermRow, terms_of
from kitadesk.queries.institutions import (
    ContactCard,
    InstitutionRow,
    WayRow,
    contact_card,
    institutions,
    people_of,
)
from kitadesk.services.desk import Desk

_WAY_LABELS = {
    ContactKind.PHONE: "Telefon",
    ContactKind.MOBILE: "Mobil",
    ContactKind.EMAIL: "E-Mail",
    ContactKind.FAX: "Fax",
    ContactKind.WEB: "Internet",
}


@dataclass(frozen=True, slots=True)
class CardLine:
    """A label and what stands beside it; who may see it, where that was said."""

    label: str
    value: str
    visibility: Visibility | None = None


@dataclass(frozen=True, slots=True)
class CardPerson:
    """Somebody who works in the institution of the card."""

    id: UUID
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class CardText:
    """A card from top to bottom."""

    title: str
    subtitle: str = ""
    lines: tuple[CardLine, ...] = ()
    people: tuple[CardPerson, ...] = ()
    note: str = ""


def person_text(desk: Desk, person_id: UUID) -> CardText:
    """Return the card of a person; raises UserError ``record_gone``."""
    card = desk.read(contact_card, person_id)
    terms = desk.read(terms_of, person_id, desk.clock.today())
    lines = [_way(way) for way in card.ways]
    for label, value in (("Erreichbar", card.best_time), ("Sprache", card.language)):
        if value:
            lines.append(CardLine(label, value))
    lines += [CardLine("Amtszeit", _term(term, len(terms) > 1)) for term in terms if _dated(term)]
    if card.checked_on is not None:
        lines.append(CardLine("Geprüft", f"am {numeric_date(card.checked_on)}"))
    return CardText(card.name, _roles(card, terms), tuple(lines), note=card.note)


def institution_text(desk: Desk, institution_id: UUID) -> CardText:
    """Return the card of an institution with its people; raises UserError ``record_gone``."""
    found = [row for row in desk.read(institutions) if row.id == institution_id]
    if not found:
        raise UserError("record_gone")
    row = found[0]
    people = tuple(
        CardPerson(person.id, person.name, person.functions)
        for person in desk.read(people_of, institution_id)
    )
    return CardText(row.name, row.kind.label, _institution_lines(row), people)


def _institution_lines(row: InstitutionRow) -> tuple[CardLine, ...]:
    town = " ".join(part for part in (row.postcode, row.town) if part)
    pairs = (
        ("Anschrift", ", ".join(part for part in (row.street, town) if part)),
        ("Telefon", row.phone),
        ("E-Mail", row.email),
        ("Träger", row.provider),
    )
    return tuple(CardLine(label, value) for label, value in pairs if value)


def _way(way: WayRow) -> CardLine:
    value = f"{way.value} ({way.label})" if way.label else way.value
    return CardLine(_WAY_LABELS[way.kind], value, way.visibility)


def _roles(card: ContactCard, terms: tuple[TermRow, ...]) -> str:
    """Return what somebody is: first in bodies, then in institutions."""
    seats = [f"{term.role_label} {term.body}" for term in terms]
    jobs = [f"{job.name}, {job.institution}" for job in card.functions]
    sent = [term.institution for term in terms if term.institution and not jobs]
    return " · ".join(dict.fromkeys((*seats, *jobs, *sent)))


def _dated(term: TermRow) -> bool:
    return term.from_date is not None or term.until is not None


def _term(term: TermRow, is_one_of_many: bool) -> str:
    span = " – ".join(filter(None, (_month(term.from_date), _month(term.until) or "heute")))
    return f"{span} ({term.body})" if is_one_of_many else span


def _month(day: date | None) -> str:
    return f"{day:%m/%Y}" if day is not None else ""

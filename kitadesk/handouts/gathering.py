"""Reads the house and an event into the shape that papers share."""

from __future__ import annotations

import re
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.handouts.facts import EventFacts, House
from kitadesk.handouts.texts import SHIPPED, Texts
from kitadesk.queries.events import event
from kitadesk.queries.house import HouseRow, own_house, own_house_id
from kitadesk.queries.paper_texts import own_texts
from kitadesk.queries.reader import Reader
from kitadesk.queries.texts import event_texts

_LANGUAGES = re.compile(r"\s*(?:[,;/\n]|\bund\b)\s*")


def house_of(reader: Reader) -> House:
    """The own house; empty before the first start is done."""
    row = own_house(reader)
    if row is None:
        return House()
    town = " ".join(part for part in (row.postcode, row.town) if part)
    texts = house_texts(reader)
    sender = " · ".join(part for part in (row.name, row.street, town) if part)
    return House(
        name=row.name,
        lines=letterhead_lines(row, texts),
        logo=row.logo,
        sender=sender,
        town=row.town,
        partner_name=row.partner_name,
        partner_logo=row.partner_logo,
        texts=texts,
    )


def house_texts(reader: Reader) -> Texts:
    """The sentences of the papers as this house says them."""
    return Texts(tuple((one.key, one.text) for one in own_texts(reader)))


def this_house(reader: Reader, subject_id: UUID | None) -> House:
    """The own house as the subject of a paper; raises UserError ``record_gone`` for another."""
    if subject_id is not None and subject_id != own_house_id(reader):
        raise UserError("record_gone")
    return house_of(reader)


def event_facts_of(reader: Reader, event_id: UUID) -> EventFacts:
    """The facts of one event; raises UserError ``record_gone`` when it is not there."""
    row = event(reader, event_id)
    return EventFacts(
        title=row.title,
        pretitle=event_texts(reader, event_id)[TextBlock.PRETITLE],
        on=row.on_date,
        starts=row.starts_at,
        ends=row.ends_at,
        doors=row.doors_at,
        place=row.place_label,
        fee=row.fee,
        childcare=house_texts(reader).say("event_box.childcare") if row.has_childcare else "",
        interpreters=languages(row.interpreter_languages),
        reply_by=row.reply_until,
        until=row.until_date,
    )


def is_evening(reader: Reader, event_id: UUID) -> bool:
    """Return whether people come together: a letter and a closing day invite nobody."""
    return event(reader, event_id).kind not in {EventKind.LETTER, EventKind.CLOSING_DAY}


def languages(text: str) -> tuple[str, ...]:
    """The languages in a typed list: "Ukrainisch, Arabisch und Türkisch" are three."""
    return tuple(part for part in _LANGUAGES.split(text) if part.strip())


def subject_of(paper: str, subject_id: UUID | None) -> UUID:
    """The subject that a paper cannot do without."""
    if subject_id is None:
        raise UserError("paper_needs_subject", paper=paper)
    return subject_id


def letterhead_lines(row: HouseRow, texts: Texts = SHIPPED) -> tuple[str, ...]:
    """The lines the office typed, or else address, phone and mail."""
    if row.letterhead_lines:
        return row.letterhead_lines
    town = " ".join(part for part in (row.postcode, row.town) if part)
    phone = texts.say("common.phone", telefon=row.phone) if row.phone else ""
    return tuple(line for line in (row.street, town, phone, row.email) if line)

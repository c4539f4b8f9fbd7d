"""What an event says of itself in public: on a poster, in the town paper, in an app."""

from __future__ import annotations

import re
from uuid import UUID

from kitadesk.domain.event_text import Announced, invited_by
from kitadesk.domain.events import TextBlock
from kitadesk.queries.events import event
from kitadesk.queries.house import own_house
from kitadesk.queries.reader import Reader
from kitadesk.queries.texts import event_texts

_LANGUAGES = re.compile(r"\s*(?:[,;/\n]|\bund\b)\s*")


def announced(reader: Reader, event_id: UUID) -> Announced:
    """Return the public side of an event; raises UserError ``record_gone``."""
    row = event(reader, event_id)
    house = own_house(reader)
    texts = event_texts(reader, event_id)
    return Announced(
        title=row.title,
        pretitle=texts[TextBlock.PRETITLE],
        subtitle=row.subtitle,
        on_date=row.on_date,
        until_date=row.until_date,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        doors_at=row.doors_at,
        place=row.place_label,
        fee=row.fee,
        has_childcare=row.has_childcare,
        languages=languages(row.interpreter_languages),
        reply_until=row.reply_until,
        invited_by=invited_by(house.name if house else "", row.host, row.kind),
        phone=house.phone if house else "",
        email=house.email if house else "",
        body=texts[TextBlock.BODY],
        closing=texts[TextBlock.CLOSING],
        contact=texts[TextBlock.CONTACT],
    )


def languages(text: str) -> tuple[str, ...]:
    """Return the languages in a typed list: "Ukrainisch, Arabisch und Türkisch" are three."""
    return tuple(part for part in _LANGUAGES.split(text) if part.strip())

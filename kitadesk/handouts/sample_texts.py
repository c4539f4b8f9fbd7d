"""What invented letters say: the shipped blocks of their kind, filled."""

from __future__ import annotations

from kitadesk.domain.event_texts import TextFacts, fill_shipped
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.handouts.facts import EventFacts, House
from kitadesk.queries.texts import shipped_texts

_PHONE = "037207 555-0"


def sample_texts(kind: EventKind, event: EventFacts, house: House) -> dict[TextBlock, str]:
    """Return the blocks of a kind of event, filled with what the invented event knows."""
    facts = TextFacts(
        kind=kind,
        title=event.title,
        on_date=event.on,
        starts_at=event.starts,
        ends_at=event.ends,
        place=event.place,
        reply_until=event.reply_by,
        house=house.name,
        phone=_PHONE,
        fee=event.fee,
    )
    values = facts.values()
    return {block: fill_shipped(text, values) for block, text in shipped_texts(kind).items()}

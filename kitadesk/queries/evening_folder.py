"""What decides about the Abendmappe of one event: day, agenda, replies, and what was printed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from kitadesk.base.clock import BERLIN
from kitadesk.domain.evening_folder import EveningFacts
from kitadesk.queries.events import agenda_of, event
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import count_replies, guests_of, replies_of
from kitadesk.storage.models.privacy import PrintLog


def evening_facts(reader: Reader, event_id: UUID, today: date) -> EveningFacts:
    """Return the facts of an event; raises UserError ``record_gone`` when it is not there."""
    row = event(reader, event_id)
    guests = guests_of(reader, event_id)
    counts = count_replies(replies_of(reader, event_id, today), guests)
    return EveningFacts(
        kind=row.kind,
        today=today,
        on_date=row.on_date,
        reply_until=row.reply_until,
        status=row.status,
        is_joint=row.is_joint,
        points=len(agenda_of(reader, event_id)),
        yes=counts.yes,
        no=counts.no,
        missing=counts.missing,
        care=counts.childcare_children,
        guests=tuple((guest.label, guest.persons) for guest in guests),
        printed=_printed(reader, event_id),
    )


def _printed(reader: Reader, event_id: UUID) -> dict[str, date]:
    """Return the day on which each paper of this event was printed last, here and not in UTC."""
    query = (
        select(PrintLog.paper_id, func.max(PrintLog.printed_at))
        .where(PrintLog.subject_id == event_id)
        .group_by(PrintLog.paper_id)
    )
    return {
        paper_id: printed_at.astimezone(BERLIN).date()
        for paper_id, printed_at in reader.execute(query)
    }

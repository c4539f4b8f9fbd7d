"""What the number on any slip belongs to: a reply to an event, or the consent form of a child."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, select

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.names import spoken_name
from kitadesk.domain.replies import parse_slip, slip_text
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, ReplySlip
from kitadesk.storage.models.people import Child, Family, Household
from kitadesk.storage.models.privacy import ConsentSlip
from kitadesk.storage.models.transition import Cohort


class SlipKind(enum.Enum):
    """Which paper bears the number."""

    REPLY = "reply"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class SlipPlace:
    """Where the slip of a number is booked; `record_id` is the event, or the child.

    `run` names what it belongs to ("Der Fotograf kommt"), `whose` the family or the child,
    `recipient_id` the school that a consent form names.
    """

    id: UUID
    kind: SlipKind
    number: int
    record_id: UUID
    run: str
    whose: str
    consent: ConsentKind | None = None
    entry_year: int | None = None
    recipient_id: UUID | None = None

    @property
    def words(self) -> str:
        """Say it beside a field: "4821-7 gehört zu „Der Fotograf kommt“ (Müller)."."""
        return f"{slip_text(self.number)} gehört zu „{self.run}“ ({self.whose})."


def slip_place(reader: Reader, text: str) -> SlipPlace:
    """Return where a typed or scanned number belongs.

    Raises UserError ``slip_check_digit`` or ``slip_unknown``.
    """
    number = parse_slip(text)
    found = _place(reader, ReplySlip.number == number, ConsentSlip.number == number)
    if found is None:
        raise UserError("slip_unknown", number=slip_text(number))
    return found


def slip_place_of(reader: Reader, slip_id: UUID) -> SlipPlace | None:
    """Return where a slip belongs that was found before; None if it is gone."""
    return _place(reader, ReplySlip.id == slip_id, ConsentSlip.id == slip_id)


def _place(
    reader: Reader, of_reply: ColumnElement[bool], of_consent: ColumnElement[bool]
) -> SlipPlace | None:
    reply = reader.execute(
        select(ReplySlip.id, ReplySlip.number, Event.id, Event.title, Family.name)
        .join(Event, Event.id == ReplySlip.event_id)
        .join(Household, Household.id == ReplySlip.household_id)
        .join(Family, Family.id == Household.family_id)
        .where(of_reply)
    ).one_or_none()
    if reply is not None:
        slip_id, number, event_id, title, family = reply
        return SlipPlace(slip_id, SlipKind.REPLY, number, event_id, title, family)
    consent = reader.execute(
        select(
            ConsentSlip.id,
            ConsentSlip.number,
            ConsentSlip.kind,
            Child.id,
            Child.first_name,
            Child.last_name,
            Cohort.entry_year,
            ConsentSlip.recipient_id,
        )
        .join(Child, Child.id == ConsentSlip.child_id)
        .outerjoin(Cohort, Cohort.id == Child.cohort_id)
        .where(of_consent)
    ).one_or_none()
    if consent is None:
        return None
    slip_id, number, kind, child_id, first_name, last_name, year, recipient_id = consent
    return SlipPlace(
        id=slip_id,
        kind=SlipKind.CONSENT,
        number=number,
        record_id=child_id,
        run=f"Einwilligung: {kind.label}",
        whose=spoken_name(first_name, last_name),
        consent=kind,
        entry_year=year,
        recipient_id=recipient_id,
    )

"""Bodies: founding them, giving them seats, and who takes a seat from when to when."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kitadesk.base.text import sort_key
from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.services.desk import Desk
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.people import Person


@dataclass(frozen=True, slots=True)
class BodyInput:
    """A body; without an institution it belongs to the alliance."""

    kind: BodyKind
    name: str
    institution_id: uuid.UUID | None = None
    purpose: str = ""
    rhythm: str = ""
    founded_on: date | None = None


def add_body(desk: Desk, entered: BodyInput) -> uuid.UUID:
    """Add a body without seats and return its key."""
    name = checked_name(entered.name, "Gremium")
    with desk.write(f"Neues Gremium {name}") as w:
        return w.add(
            Body(
                kind=entered.kind,
                name=name,
                sort_key=sort_key(name),
                institution_id=entered.institution_id,
                purpose=checked_text(entered.purpose, "Aufgabe"),
                rhythm=checked_line(entered.rhythm, "Rhythmus"),
                founded_on=entered.founded_on,
            )
        ).id


def add_seat(
    desk: Desk,
    body_id: uuid.UUID,
    role: SeatRole = SeatRole.MEMBER,
    *,
    institution_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Add a seat behind the others; it is vacant until somebody's term begins."""
    with desk.write(f"Neuer Platz {role.label}") as w:
        w.get(Body, body_id)
        count = select(func.count(Seat.id)).where(Seat.body_id == body_id)
        return w.add(
            Seat(
                body_id=body_id,
                role=role,
                institution_id=institution_id,
                position=w.session.scalar(count) or 0,
            )
        ).id


def start_term(
    desk: Desk,
    seat_id: uuid.UUID,
    person_id: uuid.UUID,
    *,
    from_date: date | None = None,
    to_date: date | None = None,
) -> uuid.UUID:
    """Let a person take a seat."""
    with desk.write("Amtszeit begonnen") as w:
        w.get(Seat, seat_id)
        w.get(Person, person_id)
        return w.add(
            SeatTerm(seat_id=seat_id, person_id=person_id, from_date=from_date, to_date=to_date)
        ).id


def end_term(desk: Desk, term_id: uuid.UUID, to_date: date) -> None:
    """End a term; the seat is vacant from the next day on."""
    with desk.write("Amtszeit beendet") as w:
        w.get(SeatTerm, term_id).to_date = to_date


def delete_body(desk: Desk, body_id: uuid.UUID) -> None:
    """Delete a body with seats, terms and minutes; the people stay."""
    with desk.write("Gremium gelöscht") as w:
        w.delete(w.get(Body, body_id))

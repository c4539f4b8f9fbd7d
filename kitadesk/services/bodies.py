"""Bodies: founding them, giving them seats, and who takes a seat from when to when."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.base.text import sort_key
from kitadesk.domain.bodies import BodyKind, SeatRole, Term, check_term, last_day_before
from kitadesk.domain.dates import check_day, check_fields, check_order
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.names import name_sort_key, spoken_name
from kitadesk.services.desk import Desk
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.people import Person
from kitadesk.storage.writer import Writer

_DAYS = {"founded_on": "Gegründet am", "ended_on": "Aufgelöst am"}
_TERM_DAYS = {"from_date": "Amtszeit von", "to_date": "Amtszeit bis"}


@dataclass(frozen=True, slots=True)
class BodyInput:
    """A body; without an institution it belongs to the alliance."""

    kind: BodyKind
    name: str
    institution_id: uuid.UUID | None = None
    purpose: str = ""
    rhythm: str = ""
    founded_on: date | None = None


class BodyFields(TypedDict, total=False):
    """What can be changed about a body; fields that are not named stay as they are."""

    kind: BodyKind
    name: str
    institution_id: uuid.UUID | None
    purpose: str
    rhythm: str
    founded_on: date | None
    ended_on: date | None


class SeatFields(TypedDict, total=False):
    """What can be changed about a seat."""

    role: SeatRole
    institution_id: uuid.UUID | None


class TermFields(TypedDict, total=False):
    """What can be changed about a term."""

    from_date: date | None
    to_date: date | None


@dataclass(frozen=True, slots=True)
class SeatingInput:
    """Who takes a seat: somebody known, or by name somebody new, who becomes a contact."""

    seat_id: uuid.UUID
    person_id: uuid.UUID | None = None
    last_name: str = ""
    first_name: str = ""
    from_date: date | None = None
    to_date: date | None = None


def add_body(desk: Desk, entered: BodyInput) -> uuid.UUID:
    """Add a body without seats and return its key."""
    name = checked_name(entered.name, "Gremium")
    check_day(entered.founded_on, _DAYS["founded_on"])
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


def change_body(desk: Desk, body_id: uuid.UUID, **fields: Unpack[BodyFields]) -> None:
    """Change what is named; typing in one field becomes one step."""
    checked = _checked(fields)
    merge_key = f"body:{body_id}:{','.join(sorted(checked))}"
    with desk.write("Gremium", merge_key=merge_key) as w:
        body = w.get(Body, body_id)
        for name, value in checked.items():
            setattr(body, name, value)
        check_order(body.founded_on, body.ended_on)
        body.sort_key = sort_key(body.name)
        w.label = f"Angaben {body.name}"


def end_body(desk: Desk, body_id: uuid.UUID, on: date) -> None:
    """Dissolve a body: its last day is `on`, all its terms end then, what happened stays known.

    A term that would only begin later goes.
    """
    check_day(on, _DAYS["ended_on"])
    with desk.write("Gremium aufgelöst") as w:
        body = w.get(Body, body_id)
        check_order(body.founded_on, on)
        body.ended_on = on
        w.label = f"{body.name} aufgelöst"
        seats = select(Seat.id).where(Seat.body_id == body_id)
        for term in w.session.scalars(select(SeatTerm).where(SeatTerm.seat_id.in_(seats))).all():
            if term.from_date is not None and term.from_date > on:
                w.delete(term)
            elif term.to_date is None or term.to_date > on:
                term.to_date = on


def delete_body(desk: Desk, body_id: uuid.UUID) -> None:
    """Delete a body with seats, terms and minutes; the people stay."""
    with desk.write("Gremium gelöscht") as w:
        w.delete(w.get(Body, body_id))


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
        last = w.session.scalar(select(func.max(Seat.position)).where(Seat.body_id == body_id))
        return w.add(
            Seat(
                body_id=body_id,
                role=role,
                institution_id=institution_id,
                position=0 if last is None else last + 1,
            )
        ).id


def change_seat(desk: Desk, seat_id: uuid.UUID, **fields: Unpack[SeatFields]) -> None:
    """Change the role of a seat, or who sends somebody."""
    with desk.write("Platz", merge_key=f"seat:{seat_id}:{','.join(sorted(fields))}") as w:
        seat = w.get(Seat, seat_id)
        for name, value in fields.items():
            setattr(seat, name, value)
        w.label = f"Platz {seat.role.label}"


def move_seat(desk: Desk, seat_id: uuid.UUID, step: int) -> None:
    """Move a seat up (-1) or down (1) in its body; at the ends it stays."""
    with desk.write("Reihenfolge der Plätze", merge_key=f"seats:{seat_id}") as w:
        seat = w.get(Seat, seat_id)
        order = select(Seat).where(Seat.body_id == seat.body_id).order_by(Seat.position, Seat.id)
        seats = list(w.session.scalars(order))
        place = min(max(seats.index(seat) + step, 0), len(seats) - 1)
        seats.remove(seat)
        seats.insert(place, seat)
        for position, one in enumerate(seats):
            one.position = position


def remove_seat(desk: Desk, seat_id: uuid.UUID) -> None:
    """Take a seat out of its body, with the terms of all who ever sat on it."""
    with desk.write("Platz entfernt") as w:
        seat = w.get(Seat, seat_id)
        w.label = f"Platz {seat.role.label} entfernt"
        w.delete(seat)


def start_term(
    desk: Desk,
    seat_id: uuid.UUID,
    person_id: uuid.UUID,
    *,
    from_date: date | None = None,
    to_date: date | None = None,
) -> uuid.UUID:
    """Let a person take a free seat; raises ``seat_taken`` when somebody holds it then."""
    check_fields({"from_date": from_date, "to_date": to_date}, _TERM_DAYS)
    with desk.write("Amtszeit begonnen") as w:
        w.get(Seat, seat_id)
        person = w.get(Person, person_id)
        check_term(Term(from_date, to_date), [_term(w, one) for one in _terms(w, seat_id)])
        w.label = f"Platz für {spoken_name(person.first_name, person.last_name)}"
        return w.add(
            SeatTerm(seat_id=seat_id, person_id=person_id, from_date=from_date, to_date=to_date)
        ).id


def hand_over_seat(desk: Desk, entered: SeatingInput) -> uuid.UUID:
    """Give a seat to somebody in one step: the old term ends the day before, the history stays.

    Without a first day a taken seat is handed over today, a free one is held "since ever". A term
    that began on the very day never took place and goes; one that only comes later is in the way.
    """
    check_fields({"from_date": entered.from_date, "to_date": entered.to_date}, _TERM_DAYS)
    with desk.write("Platz besetzt") as w:
        w.get(Seat, entered.seat_id)
        begin = entered.from_date or _hand_over_day(w, entered.seat_id, desk.clock.today())
        new = Term(begin, entered.to_date)
        others = _terms(w, entered.seat_id)
        for old in others:
            if begin is not None and _is_held(old, begin):
                _end_before(w, old, begin)
        w.session.flush()
        check_term(new, [_term(w, one) for one in _terms(w, entered.seat_id)])
        person = _person(w, entered)
        name = spoken_name(person.first_name, person.last_name)
        w.label = f"Platz übergeben an {name}" if others else f"Platz für {name}"
        return w.add(
            SeatTerm(
                seat_id=entered.seat_id,
                person_id=person.id,
                from_date=begin,
                to_date=entered.to_date,
            )
        ).id


def change_term(desk: Desk, term_id: uuid.UUID, **fields: Unpack[TermFields]) -> None:
    """Change first or last day of a term; raises ``term_backwards`` or ``seat_taken``."""
    check_fields(fields, _TERM_DAYS)
    with desk.write("Amtszeit", merge_key=f"term:{term_id}:{','.join(sorted(fields))}") as w:
        term = w.get(SeatTerm, term_id)
        for name, value in fields.items():
            setattr(term, name, value)
        others = [one for one in _terms(w, term.seat_id) if one is not term]
        check_term(Term(term.from_date, term.to_date), [_term(w, one) for one in others])
        person = w.get(Person, term.person_id)
        w.label = f"Amtszeit {spoken_name(person.first_name, person.last_name)}"


def end_term(desk: Desk, term_id: uuid.UUID, to_date: date) -> None:
    """End a term; the seat is vacant from the next day on."""
    check_day(to_date, _TERM_DAYS["to_date"])
    with desk.write("Amtszeit beendet") as w:
        term = w.get(SeatTerm, term_id)
        check_term(Term(term.from_date, to_date), ())
        term.to_date = to_date


def delete_term(desk: Desk, term_id: uuid.UUID) -> None:
    """Delete a term that was entered by mistake; one that is over gets a last day instead."""
    with desk.write("Amtszeit gelöscht") as w:
        w.delete(w.get(SeatTerm, term_id))


def _checked(fields: BodyFields) -> BodyFields:
    checked = fields.copy()
    check_fields(checked, _DAYS)
    if "name" in checked:
        checked["name"] = checked_name(checked["name"], "Gremium")
    if "purpose" in checked:
        checked["purpose"] = checked_text(checked["purpose"], "Aufgabe")
    if "rhythm" in checked:
        checked["rhythm"] = checked_line(checked["rhythm"], "Rhythmus")
    return checked


def _terms(w: Writer, seat_id: uuid.UUID) -> Sequence[SeatTerm]:
    return w.session.scalars(select(SeatTerm).where(SeatTerm.seat_id == seat_id)).all()


def _term(w: Writer, row: SeatTerm) -> Term:
    person = w.get(Person, row.person_id)
    return Term(row.from_date, row.to_date, spoken_name(person.first_name, person.last_name))


def _is_held(term: SeatTerm, on: date) -> bool:
    has_begun = term.from_date is None or term.from_date <= on
    return has_begun and (term.to_date is None or term.to_date >= on)


def _hand_over_day(w: Writer, seat_id: uuid.UUID, today: date) -> date | None:
    """Return today when somebody was there before; the first one on a seat needs no first day."""
    return today if _terms(w, seat_id) else None


def _end_before(w: Writer, term: SeatTerm, begin: date) -> None:
    last = last_day_before(begin, Term(term.from_date, term.to_date))
    if last is None:
        w.delete(term)
    else:
        term.to_date = last


def _person(w: Writer, entered: SeatingInput) -> Person:
    if entered.person_id is not None:
        return w.get(Person, entered.person_id)
    last_name = checked_name(entered.last_name, "Nachname")
    first_name = checked_line(entered.first_name, "Vorname")
    return w.add(
        Person(
            last_name=last_name,
            first_name=first_name,
            sort_key=name_sort_key(last_name, first_name),
            is_contact=True,
        )
    )

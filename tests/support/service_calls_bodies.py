"""Random calls of the services around bodies: seats, terms, handing over, dissolving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.sheet import Sheet
from kitadesk.services import bodies, importing_contacts
from kitadesk.services.desk import Desk
from kitadesk.storage.models.bodies import Body, Seat, SeatTerm
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Person
from tests.support.dice import Dice, NothingThereError
from tests.support.factories import TODAY


def _body_fields(dice: Dice) -> bodies.BodyFields:
    choices: tuple[bodies.BodyFields, ...] = (
        {"name": dice.one("Elternbeirat", "Themengruppe Sprache")},
        {"kind": dice.one(*BodyKind), "institution_id": dice.maybe(Institution)},
        {"purpose": dice.word(), "rhythm": dice.one("monatlich", "im Herbst")},
        {"founded_on": dice.maybe_past_day(), "ended_on": dice.one(None, TODAY)},
    )
    return dice.rng.choice(choices)


def _seat_fields(dice: Dice) -> bodies.SeatFields:
    choices: tuple[bodies.SeatFields, ...] = (
        {"role": dice.one(*SeatRole)},
        {"institution_id": dice.maybe(Institution)},
    )
    return dice.rng.choice(choices)


def _days_of(dice: Dice, seat_id: UUID) -> list[tuple[date | None, date | None]]:
    statement = select(SeatTerm.from_date, SeatTerm.to_date).where(SeatTerm.seat_id == seat_id)
    with dice.desk.store.read() as session:
        return [(row.from_date, row.to_date) for row in session.execute(statement)]


def _after_all(dice: Dice, seat_id: UUID) -> date:
    """Return a day when nobody is on the seat any more."""
    ends = [end for _begin, end in _days_of(dice, seat_id)]
    if None in ends:
        raise NothingThereError
    return max((end for end in ends if end), default=dice.day()) + timedelta(days=1)


def _start(desk: Desk, dice: Dice) -> object:
    seat_id = dice.id_of(Seat)
    begin = _after_all(dice, seat_id)
    end = begin + timedelta(days=300)
    return bodies.start_term(desk, seat_id, dice.id_of(Person), from_date=begin, to_date=end)


def _hand_over(desk: Desk, dice: Dice) -> object:
    seat_id, is_new = dice.id_of(Seat), dice.flag()
    begin = max([begin for begin, _end in _days_of(dice, seat_id) if begin] or [dice.day()])
    return bodies.hand_over_seat(
        desk,
        bodies.SeatingInput(
            seat_id,
            None if is_new else dice.id_of(Person),
            last_name="Roth" if is_new else "",
            from_date=begin + timedelta(days=40),
        ),
    )


def _last_day(dice: Dice) -> tuple[UUID, date]:
    """Return a term and its first day or some day after it, before the next one begins."""
    term_id = dice.id_of(SeatTerm)
    with dice.desk.store.read() as session:
        term = session.get_one(SeatTerm, term_id)
        begin, end = term.from_date or dice.day(), term.to_date
    return term_id, begin if end is None else max(begin, end - timedelta(days=1))


def _change_term(desk: Desk, dice: Dice) -> None:
    term_id, day = _last_day(dice)
    bodies.change_term(desk, term_id, to_date=day)


def _contact_list(dice: Dice) -> Sheet:
    rows = [
        (last, dice.one("Jana", "Ole"), dice.one("Kita Regenbogen", "Hort", "Elternbeirat"),
         dice.one("Leitung", "Vorsitz", ""), f"037207 555-{dice.rng.randint(10, 99)}")
        for last in ("Albrecht", "Vogel", "Şahin")
    ]  # fmt: skip
    return Sheet("Liste", (("Nachname", "Vorname", "Einrichtung", "Funktion", "Telefon"), *rows))


def _import_contacts(desk: Desk, dice: Dice) -> object:
    plan = importing_contacts.plan_contacts(desk, _contact_list(dice))
    same = frozenset(place for place in range(len(plan.doubtful)) if dice.flag())
    return importing_contacts.apply_contacts(desk, plan, same=same, drop_missing=dice.flag())


BODY_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "bodies.add_body": lambda desk, dice: bodies.add_body(
        desk, bodies.BodyInput(dice.one(*BodyKind), dice.one("Elternbeirat", "Leitungsrunde"))
    ),
    "bodies.change_body": lambda desk, dice: bodies.change_body(
        desk, dice.id_of(Body), **_body_fields(dice)
    ),
    "bodies.end_body": lambda desk, dice: bodies.end_body(desk, dice.id_of(Body), dice.day()),
    "bodies.delete_body": lambda desk, dice: bodies.delete_body(desk, dice.id_of(Body)),
    "bodies.add_seat": lambda desk, dice: bodies.add_seat(
        desk, dice.id_of(Body), dice.one(*SeatRole), institution_id=dice.maybe(Institution)
    ),
    "bodies.change_seat": lambda desk, dice: bodies.change_seat(
        desk, dice.id_of(Seat), **_seat_fields(dice)
    ),
    "bodies.move_seat": lambda desk, dice: bodies.move_seat(
        desk, dice.id_of(Seat), dice.one(-1, 1)
    ),
    "bodies.remove_seat": lambda desk, dice: bodies.remove_seat(desk, dice.id_of(Seat)),
    "bodies.start_term": _start,
    "bodies.hand_over_seat": _hand_over,
    "bodies.change_term": _change_term,
    "bodies.end_term": lambda desk, dice: bodies.end_term(desk, *_last_day(dice)),
    "bodies.delete_term": lambda desk, dice: bodies.delete_term(desk, dice.id_of(SeatTerm)),
    "importing_contacts.apply_contacts": _import_contacts,
}
"""Services of bodies whose step is undone and done again, by name."""

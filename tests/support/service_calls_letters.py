"""Random calls of the services around letters, postponing and series."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select

from kitadesk.domain.events import EventStatus
from kitadesk.domain.replies import ReplyKind
from kitadesk.services import letters, postponing, series
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event, EventSeries, Registration
from tests.support.dice import Dice, NothingThereError


def _question(dice: Dice) -> letters.QuestionFields:
    choices: tuple[letters.QuestionFields, ...] = (
        {"text": dice.one("Unser Kind fährt mit.", "Wir brauchen Betreuung.")},
        {"choices": dice.one("Kuchen\nSalat", "Aufbau\nAbbau\nStand")},
        {"kind": dice.one(*ReplyKind), "text": dice.word()},
    )
    return dice.rng.choice(choices)


def _unanswered(dice: Dice) -> UUID:
    """Return an event that no family has answered, so that its question may still change."""
    answered = select(Registration.event_id).where(Registration.household_id.is_not(None))
    return _one_of(dice, Event.id.not_in(answered))


def _one_of(dice: Dice, condition: ColumnElement[bool]) -> UUID:
    with dice.desk.store.read() as session:
        found = session.scalars(select(Event.id).where(condition)).all()
    if not found:
        raise NothingThereError
    return dice.rng.choice(sorted(found))


def _called_off(dice: Dice) -> UUID:
    """Return an event that was called off; while there is none, any event will do."""
    try:
        return _one_of(dice, Event.status == EventStatus.CANCELLED)
    except NothingThereError:
        return dice.id_of(Event)


def _move(dice: Dice) -> postponing.PostponementInput:
    return postponing.PostponementInput(
        dice.id_of(Event),
        on_date=dice.maybe_day(),
        starts_at=dice.one(None, time(18), time(19, 30)),
        reason=dice.one("", "Die Referentin ist krank."),
    )


def _new_series(dice: Dice) -> series.SeriesInput:
    first = dice.day()
    dates = tuple(
        series.SeriesDate(first + timedelta(weeks=4 * number), dice.word(), dice.one("", "Team"))
        for number in range(dice.rng.randint(1, 3))
    )
    return series.SeriesInput(dice.id_of(Event), dice.one("alle 4 Wochen", "jede Woche"), dates)


def _series_fields(dice: Dice) -> series.SeriesFields:
    choices: tuple[series.SeriesFields, ...] = (
        {"title": dice.one("Elterncafé", "Spielkreis")},
        {"rule": dice.one("jeden ersten Mittwoch", "alle 4 Wochen")},
        {"host": dice.word(), "review": dice.word()},
    )
    return dice.rng.choice(choices)


LETTER_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "letters.add_letter": lambda desk, dice: letters.add_letter(
        desk,
        letters.LetterInput(
            dice.one("Der Fotograf kommt", "Ausflug"), dice.one("", "trip"), on_date=dice.day()
        ),
    ),
    "letters.change_question": lambda desk, dice: letters.change_question(
        desk, _unanswered(dice), **_question(dice)
    ),
    "postponing.postpone_event": lambda desk, dice: postponing.postpone_event(desk, _move(dice)),
    "postponing.cancel_event": lambda desk, dice: postponing.cancel_event(desk, dice.id_of(Event)),
    "postponing.hold_event_after_all": lambda desk, dice: postponing.hold_event_after_all(
        desk, _called_off(dice)
    ),
    "series.make_series": lambda desk, dice: series.make_series(desk, _new_series(dice)),
    "series.add_next_date": lambda desk, dice: series.add_next_date(desk, dice.id_of(EventSeries)),
    "series.change_series": lambda desk, dice: series.change_series(
        desk, dice.id_of(EventSeries), **_series_fields(dice)
    ),
    "series.leave_series": lambda desk, dice: series.leave_series(
        desk, _one_of(dice, Event.series_id.is_not(None))
    ),
    "series.set_visitors": lambda desk, dice: series.set_visitors(
        desk, dice.id_of(Event), dice.rng.randint(0, 20)
    ),
}
"""Services of letters, postponing and series whose step is undone and done again, by name."""

LETTER_READERS = frozenset(
    {
        "mail_drafts.common_draft",
        "mail_drafts.household_drafts",
        "mailing.mail_plan",
        "mailing.mail_run",
        "printing.number_slips",
        "series.propose_dates",
    }
)
"""What reads, what prints, and what only takes numbers for paper."""

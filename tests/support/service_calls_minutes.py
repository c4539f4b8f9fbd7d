"""Random calls of the services around the minutes of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from uuid import UUID

from sqlalchemy import select

from kitadesk.services import minutes
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event, Minutes, MinutesItem
from tests.support.dice import Dice, NothingThereError


def _head(dice: Dice) -> minutes.MinutesFields:
    choices: tuple[minutes.MinutesFields, ...] = (
        {"begins_at": time(19), "ends_at": dice.one(None, time(21, 10))},
        {"chair": dice.one("Anne Peters", "Ole"), "writer": dice.word()},
        {"present_count": dice.rng.randint(0, 120)},
        {"present": dice.one("Team", "alle"), "excused": dice.word(), "guests": dice.word()},
        {"next_on": dice.day(), "next_at": dice.one(None, time(19)), "next_note": dice.word()},
    )
    return dice.rng.choice(choices)


def _point(dice: Dice) -> minutes.MinutesItemFields:
    choices: tuple[minutes.MinutesItemFields, ...] = (
        {"title": dice.one("Begrüßung", "Fragen")},
        {"content": dice.word(), "decision": dice.one("Wir feiern.", "Vertagt.")},
        {"votes_yes": dice.rng.randint(1, 30), "votes_no": 0, "votes_abstained": None},
        {"public_text": dice.one("Es gibt ein Fest.", "<b>")},
    )
    return dice.rng.choice(choices)


def _unwritten(dice: Dice) -> UUID:
    """Return an event whose minutes may be written: none yet, or a draft."""
    released = select(Minutes.event_id).where(Minutes.is_released)
    query = select(Event.id).where(Event.id.not_in(released)).order_by(Event.id)
    return _one(dice, list(_read(dice, query)))


def _draft_item(dice: Dice) -> UUID:
    query = select(MinutesItem.id).join(Minutes, Minutes.id == MinutesItem.minutes_id)
    draft = query.where(~Minutes.is_released, Minutes.event_id.is_not(None))
    return _one(dice, list(_read(dice, draft.order_by(MinutesItem.id))))


def _written(dice: Dice) -> UUID:
    query = select(Minutes.event_id).where(Minutes.event_id.is_not(None))
    return _one(dice, list(_read(dice, query.order_by(Minutes.id))))


def _draft(dice: Dice) -> UUID:
    query = select(Minutes.event_id).where(Minutes.event_id.is_not(None), ~Minutes.is_released)
    return _one(dice, list(_read(dice, query.order_by(Minutes.id))))


def _read(dice: Dice, query: object) -> list[UUID]:
    with dice.desk.store.read() as session:
        return list(session.scalars(query))  # type: ignore[call-overload]  # any select of keys


def _one(dice: Dice, found: list[UUID]) -> UUID:
    if not found:
        raise NothingThereError
    return dice.rng.choice(found)


MINUTES_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "minutes.change_minutes": lambda desk, dice: minutes.change_minutes(
        desk, _unwritten(dice), **_head(dice)
    ),
    "minutes.take_minutes_proposal": lambda desk, dice: minutes.take_minutes_proposal(
        desk, _unwritten(dice)
    ),
    "minutes.set_minutes_released": lambda desk, dice: minutes.set_minutes_released(
        desk, _written(dice), dice.flag()
    ),
    "minutes.delete_minutes": lambda desk, dice: minutes.delete_minutes(desk, _draft(dice)),
    "minutes.add_minutes_item": lambda desk, dice: minutes.add_minutes_item(
        desk,
        _unwritten(dice),
        minutes.MinutesItemInput(dice.one("", "Kasse"), dice.word()),
        before=dice.maybe(MinutesItem),
    ),
    "minutes.change_minutes_item": lambda desk, dice: minutes.change_minutes_item(
        desk, _draft_item(dice), **_point(dice)
    ),
    "minutes.move_minutes_item": lambda desk, dice: minutes.move_minutes_item(
        desk, _draft_item(dice), dice.one(-1, 1)
    ),
    "minutes.delete_minutes_item": lambda desk, dice: minutes.delete_minutes_item(
        desk, _draft_item(dice)
    ),
    "minutes.add_minutes_task": lambda desk, dice: minutes.add_minutes_task(
        desk, _draft_item(dice), "Beamer zurückbringen", dice.maybe_day(), responsible=dice.word()
    ),
}
"""Services of minutes whose step is undone and done again, by name."""

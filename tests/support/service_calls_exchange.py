"""Random calls of the services that take events over from calendars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from kitadesk.domain.calendar_entries import CalendarEntry, uid_of
from kitadesk.services import importing_events
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event
from tests.support.dice import Dice


def _take(desk: Desk, dice: Dice) -> object:
    known = dice.maybe(Event)
    entries = (
        CalendarEntry(
            uid_of(known) if known else dice.one("a@example.org", "b@example.org"),
            dice.one("Sommerfest", "Elternsprechtag"),
            date(2027, 6, dice.rng.randint(1, 28)),
            starts_at=dice.one(None, time(16)),
            place=dice.word(),
        ),
    )
    return importing_events.apply_events(desk, importing_events.plan_events(desk, entries))


EXCHANGE_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "importing_events.apply_events": _take,
}
EXCHANGE_READERS = {
    "exporting_events.export_events",
    "importing_events.plan_events",
}

"""Random valid arguments for services, out of what an open desk holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from kitadesk.domain.events import EventStatus
from kitadesk.services.desk import Desk
from kitadesk.storage.models.base import Record
from kitadesk.storage.models.events import Event, Registration, Task
from kitadesk.storage.models.people import Child
from tests.support.factories import TODAY

T = TypeVar("T")


class NothingThereError(Exception):
    """There is no row yet that the service could be called with."""


@dataclass(frozen=True)
class Dice:
    """Random valid arguments for an open desk."""

    desk: Desk
    rng: Random

    def id_of(self, model: type[Record]) -> UUID:
        """Return a random row of the table; raises NothingThereError when it is empty."""
        with self.desk.store.read() as session:
            found = list(session.scalars(select(model.id).order_by(model.id)))
        if not found:
            raise NothingThereError
        return self.rng.choice(found)

    def maybe(self, model: type[Record]) -> UUID | None:
        try:
            return self.id_of(model) if self.rng.random() < 0.7 else None
        except NothingThereError:
            return None

    def one(self, *choices: T) -> T:
        return self.rng.choice(choices)

    def day(self) -> date:
        return TODAY + timedelta(days=self.rng.randint(-60, 200))

    def maybe_day(self) -> date | None:
        return self.one(None, self.day(), self.day())

    def maybe_past_day(self) -> date | None:
        return self.one(None, TODAY - timedelta(days=self.rng.randint(0, 60)))

    def birth_date(self) -> date | None:
        return self.one(None, TODAY - timedelta(days=self.rng.randint(400, 2500)))

    def word(self) -> str:
        return self.one("", "Saal", "für alle", "“Ja”, sagt er & geht", "Größe <b>", "🎈", "ß")

    def flag(self) -> bool:
        return self.one(True, False)

    def wanted_event(self) -> UUID:
        """Return a random event that is not called off."""
        return self._one_in(select(Event.id).where(Event.status != EventStatus.CANCELLED))

    def wanted_task(self) -> UUID:
        """Return a random task whose event is not called off."""
        off = select(Event.id).where(Event.status == EventStatus.CANCELLED)
        is_wanted = Task.event_id.is_(None) | Task.event_id.not_in(off)
        return self._one_in(select(Task.id).where(is_wanted))

    def _one_in(self, query: Select[UUID]) -> UUID:
        with self.desk.store.read() as session:
            found = sorted(session.scalars(query))
        if not found:
            raise NothingThereError
        return self.rng.choice(found)

    def registered(self) -> tuple[UUID, UUID]:
        """Return event and household of a random reply."""
        query = select(Registration.event_id, Registration.household_id).where(
            Registration.household_id.is_not(None)
        )
        with self.desk.store.read() as session:
            found = [(row.event_id, row.household_id) for row in session.execute(query)]
        if not found:
            raise NothingThereError
        return self.rng.choice(sorted(found))

    def siblings(self) -> list[UUID]:
        """Return some, never all, children of a family that has at least two."""
        family_of = {}
        with self.desk.store.read() as session:
            for row in session.execute(select(Child.id, Child.family_id)):
                family_of.setdefault(row.family_id, []).append(row.id)
        several = sorted(sorted(ids) for ids in family_of.values() if len(ids) > 1)
        if not several:
            raise NothingThereError
        return self.rng.choice(several)[1:]

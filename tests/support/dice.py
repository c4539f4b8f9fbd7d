"""Random valid arguments for services, out of what an open desk holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from kitadesk.services.desk import Desk
from kitadesk.storage.models.base import Record
from kitadesk.storage.models.events import Registration
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

    def birth_date(self) -> date | None:
        return self.one(None, TODAY - timedelta(days=self.rng.randint(400, 2500)))

    def word(self) -> str:
        return self.one("", "Saal", "für alle", "“Ja”, sagt er & geht", "Größe <b>", "🎈", "ß")

    def flag(self) -> bool:
        return self.one(True, False)

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

"""Small factories: each makes one thing in an open desk and returns the ids that tests need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kitadesk.base.clock import FixedClock
from kitadesk.base.text import sort_key
from kitadesk.domain.events import EventKind
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event
from kitadesk.services.house import HouseInput, begin_house
from kitadesk.storage.models.people import (
    Child,
    Custody,
    Family,
    Group,
    Household,
    HouseholdMember,
    Person,
)
from kitadesk.storage.models.transition import Cohort, Measure
from kitadesk.storage.writer import Writer

TODAY = date(2027, 1, 25)
EVENING = date(2027, 4, 8)
RETURN_DAY = date(2027, 3, 24)


class HandClock:
    """A clock that stands still until the test moves it."""

    def __init__(self, day: date = TODAY, wall_time: time = time(12)) -> None:
        self._now = FixedClock(day, wall_time).now()

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.date()

    def move(self, **distance: float) -> None:
        """Go on by the distance, in the words of timedelta: `clock.move(days=3)`."""
        self._now += timedelta(**distance)


@dataclass(frozen=True)
class MadeFamily:
    """The ids of a family: children oldest first, the first household, the second if it has one."""

    id: UUID
    household_id: UUID
    child_ids: tuple[UUID, ...]
    second_household_id: UUID | None = None


def make_house(desk: Desk, name: str = "Kita Sonnenschein", **fields: str) -> UUID:
    """Begin the invented house, or the one that is described."""
    values = {"postcode": "09661", "town": "Hainichen", "land": "SN", "phone": "037207 555-0"}
    return begin_house(desk, HouseInput(name=name, **{**values, **fields}))  # type: ignore[arg-type]


def make_group(desk: Desk, name: str = "Frösche", *, position: int = 0) -> UUID:
    """Make a group of the own house."""
    with desk.write(f"Gruppe {name}") as writer:
        house_id = own_house_id(writer.session)
        group = Group(
            institution_id=house_id, name=name, sort_key=sort_key(name), position=position
        )
        return writer.add(group).id


def make_family(
    desk: Desk,
    name: str = "Müller",
    *,
    children: Sequence[str] = ("Mia",),
    group: UUID | None = None,
    parents: Sequence[str] = (),
    second_household: bool = False,
    no_reminder: bool = False,
    entered_on: date | None = None,
    left_on: date | None = None,
) -> MadeFamily:
    """Make a family with its children, oldest first, and one household (or two)."""
    with desk.write(f"Familie {name}") as writer:
        house_id = own_house_id(writer.session)
        family = writer.add(Family(institution_id=house_id, name=name, sort_key=sort_key(name)))
        first = writer.add(Household(family_id=family.id, no_reminder=no_reminder))
        second = None
        if second_household:
            second = writer.add(
                Household(family_id=family.id, position=1, delivery=DeliveryWay.POST)
            ).id
        child_ids = tuple(
            writer.add(
                Child(
                    institution_id=house_id,
                    family_id=family.id,
                    group_id=group,
                    last_name=name,
                    first_name=first_name,
                    sort_key=sort_key(f"{name}, {first_name}"),
                    birth_date=date(2021 + age, 3, 1),
                    entered_on=entered_on,
                    left_on=left_on,
                )
            ).id
            for age, first_name in enumerate(children)
        )
        for first_name in parents:
            _add_parent(writer, f"{first_name}", name, first.id, child_ids)
    return MadeFamily(family.id, first.id, child_ids, second)


def make_event(
    desk: Desk,
    title: str = "Elternabend der Frösche",
    *,
    kind: EventKind = EventKind.PARENT_EVENING,
    on_date: date | None = EVENING,
    reply_until: date | None = RETURN_DAY,
    place: str = "Gruppenraum",
) -> UUID:
    """Make an evening from 19 to 21 with return date and the tasks of its plan."""
    return add_event(
        desk,
        EventInput(
            kind=kind,
            title=title,
            on_date=on_date,
            starts_at=time(19),
            ends_at=time(21),
            reply_until=reply_until,
            place=place,
        ),
    )


def make_child_measure(desk: Desk, title: str, due_on: date) -> UUID:
    """Make an entry year with one child and a step for each child that is due on a day."""
    with desk.write(title) as writer:
        house_id = own_house_id(writer.session)
        cohort = writer.add(Cohort(institution_id=house_id, entry_year=due_on.year))
        measure = Measure(cohort_id=cohort.id, title=title, is_per_child=True, planned_until=due_on)
        writer.add(measure)
        family = writer.add(Family(institution_id=house_id, name="Vogel", sort_key="vogel"))
        child = Child(
            institution_id=house_id,
            family_id=family.id,
            cohort_id=cohort.id,
            last_name="Vogel",
            first_name="Ida",
            sort_key="vogel ida",
        )
        writer.add(child)
    return measure.id


def _add_parent(
    writer: Writer,
    first_name: str,
    last_name: str,
    household_id: UUID,
    child_ids: Sequence[UUID],
) -> None:
    person = writer.add(
        Person(
            last_name=last_name,
            first_name=first_name,
            sort_key=sort_key(f"{last_name}, {first_name}"),
        )
    )
    writer.add(HouseholdMember(household_id=household_id, person_id=person.id))
    for child_id in child_ids:
        writer.add(Custody(child_id=child_id, person_id=person.id))

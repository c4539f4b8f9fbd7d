"""Who is invited to an event: the one rule for letters, lists, counters, reminders and checks.

An event for an entry year (`Event.cohort_id`) invites the households of those families that have a
child of that year here; any other event invites the households of all families with a child here.
The children of an entry year are those whom the office put into it, as in the Übergang. Who is here
on the day of the event counts: who leaves before gets no letter, who comes before gets one. Without
a day it is today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from kitadesk.queries.letters import LetterRow, in_stack_order, letters, letters_to
from kitadesk.queries.people import ChildRow, children, is_here
from kitadesk.queries.reader import Reader, once
from kitadesk.storage.models.events import Event, Registration
from kitadesk.storage.models.people import Child, Household


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom the lists of an event show: the invited, and who answered without being invited.

    That happens when a child leaves, or when the event is narrowed to an entry year later.
    """

    letters: tuple[LetterRow, ...]
    uninvited: frozenset[UUID] = frozenset()


def invited(reader: Reader, event_id: UUID, on: date) -> tuple[LetterRow, ...]:
    """Return the letters of an event; for an entry year they name only its children."""
    cohort_id, day = _meant(reader, event_id, on)
    return letters(reader, day, cohort_id=cohort_id)


@once
def addressees(reader: Reader, event_id: UUID, on: date) -> Addressees:
    """Return the invited households and those that answered besides, in the order of the stacks."""
    cohort_id, day = _meant(reader, event_id, on)
    found = letters(reader, day, cohort_id=cohort_id)
    answered = reader.scalars(_answered(Registration.event_id == event_id))
    besides = {one for one in answered if one} - {letter.household_id for letter in found}
    if not besides:
        return Addressees(found)
    others = letters_to(reader, besides, day)
    return Addressees(in_stack_order(reader, (*found, *others)), frozenset(besides))


def letter_of(reader: Reader, event_id: UUID, household_id: UUID, on: date) -> LetterRow | None:
    """Return the letter of one household, invited or not, without reading those of all others."""
    cohort_id, day = _meant(reader, event_id, on)
    found = letters(reader, day, cohort_id=cohort_id, household_id=household_id)
    found = found or letters_to(reader, {household_id}, day)
    return found[0] if found else None


def meant_children(reader: Reader, event_id: UUID, on: date) -> tuple[ChildRow, ...]:
    """Return the children whose families are invited: of the entry year, or all who are here."""
    cohort_id, day = _meant(reader, event_id, on)
    return children(reader, day, cohort_id=cohort_id)


def households_of_event(on: date) -> Select[int]:
    """Return the query that counts the addressees of the enclosing query's event."""
    day = func.coalesce(Event.on_date, on)
    is_meant: ColumnElement[bool] = or_(
        Event.cohort_id.is_(None), Child.cohort_id == Event.cohort_id
    )
    families = select(Child.family_id).where(is_here(day), is_meant).correlate(Event)
    answered = _answered(Registration.event_id == Event.id).correlate(Event)
    is_addressed = or_(Household.family_id.in_(families), Household.id.in_(answered))
    return select(func.count(Household.id)).where(is_addressed)


def _answered(of_event: ColumnElement[bool]) -> Select[UUID | None]:
    is_household = Registration.household_id.is_not(None)
    return select(Registration.household_id).where(of_event, is_household)


def _meant(reader: Reader, event_id: UUID, on: date) -> tuple[UUID | None, date]:
    """Return for which entry year an event is, and the day whose families count."""
    query = select(Event.cohort_id, Event.on_date).where(Event.id == event_id)
    found = reader.execute(query).one_or_none()
    if found is None:
        return None, on
    return found.cohort_id, found.on_date or on

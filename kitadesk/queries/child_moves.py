"""What hangs on a child when it goes, comes or changes its group: replies, steps, seats, papers."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Select, func, or_, select

from kitadesk.base.text import fold
from kitadesk.domain.child_moves import AskedEvent
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.domain.names import spoken_name
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.bodies import terms_of
from kitadesk.queries.people import ChildRow, is_ours, oldest_first
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, Registration, ReplySlip
from kitadesk.storage.models.people import Child, Custody, Household, Person
from kitadesk.storage.models.privacy import Consent
from kitadesk.storage.models.transition import ChildMeasure, Measure

_SETTLED = (MeasureState.DONE, MeasureState.NOT_NEEDED)


def letter_group(siblings: Iterable[ChildRow]) -> str:
    """Return the group in whose stack the family's paper lies: that of the youngest child."""
    youngest_first = reversed(oldest_first(siblings))
    return next((row.group_name for row in youngest_first if row.group_name), "")


def lost_events(reader: Reader, child_id: uuid.UUID, on: date) -> tuple[AskedEvent, ...]:
    """Return the events from that day on to which the family is invited only by this child."""
    child = reader.execute(
        select(Child.family_id, Child.cohort_id).where(Child.id == child_id)
    ).one()
    others = reader.execute(
        select(Child.cohort_id, Child.entered_on, Child.left_on).where(
            Child.family_id == child.family_id, Child.id != child_id
        )
    ).all()
    lost = []
    for event_id, _title, day, cohort_id in _coming(reader, on):
        here = [row.cohort_id for row in others if stay_of(row, day or on) is Stay.HERE]
        is_meant = cohort_id is None or cohort_id == child.cohort_id
        if is_meant and not (here if cohort_id is None else cohort_id in here):
            lost.append(event_id)
    return _asked(reader, lost, [child.family_id])


def printed_events(
    reader: Reader, family_id: uuid.UUID | None, cohort_id: uuid.UUID | None, on: date
) -> tuple[AskedEvent, ...]:
    """Return the coming events whose slips are printed, but not for this family."""
    printed = select(ReplySlip.event_id).distinct()
    ours = select(ReplySlip.event_id).join(Household, Household.id == ReplySlip.household_id)
    is_meant = or_(Event.cohort_id.is_(None), Event.cohort_id == cohort_id)
    query = _coming_query(on).where(Event.id.in_(printed), is_meant)
    if family_id is not None:
        query = query.where(Event.id.not_in(ours.where(Household.family_id == family_id)))
    return tuple(AskedEvent(title, day) for _id, title, day, _cohort in reader.execute(query))


def open_slips(
    reader: Reader, family_ids: Collection[uuid.UUID], on: date
) -> tuple[AskedEvent, ...]:
    """Return the coming events for which slips of these families are printed and not back."""
    coming = [event_id for event_id, *_rest in _coming(reader, on)]
    return tuple(event for event in _asked(reader, coming, family_ids) if event.slips)


def open_steps(reader: Reader, child_id: uuid.UUID) -> int:
    """Return how many steps for each child are still open for this one, consents apart."""
    settled = select(ChildMeasure.measure_id).where(
        ChildMeasure.child_id == child_id, ChildMeasure.state.in_(_SETTLED)
    )
    query = (
        select(func.count(Measure.id))
        .join(Child, Child.cohort_id == Measure.cohort_id)
        .where(
            Child.id == child_id,
            Measure.is_per_child,
            ~Measure.is_not_needed,
            Measure.done_on.is_(None),
            Measure.step.not_in(tuple(CONSENT_STEPS)),
            Measure.id.not_in(settled),
        )
    )
    return reader.scalar(query) or 0


def consent_count(reader: Reader, child_id: uuid.UUID) -> int:
    """Return how many entries about consents there are for this child."""
    query = select(func.count(Consent.id)).where(Consent.child_id == child_id)
    return reader.scalar(query) or 0


def seats_of_parents(reader: Reader, child_id: uuid.UUID, on: date) -> tuple[tuple[str, str], ...]:
    """Return who of the adults of a child sits in which body on that day."""
    query = (
        select(Person.id, Person.first_name, Person.last_name)
        .join(Custody, Custody.person_id == Person.id)
        .where(Custody.child_id == child_id)
        .order_by(Custody.position, Person.sort_key)
    )
    return tuple(
        (spoken_name(first_name, last_name), term.body)
        for person_id, first_name, last_name in reader.execute(query).all()
        for term in terms_of(reader, person_id, on)
    )


def namesakes(
    reader: Reader, first_name: str, last_name: str, on: date
) -> tuple[tuple[str, date | None], ...]:
    """Return who is here or coming with the same name, however it is written, and when born."""
    query = select(Child.first_name, Child.last_name, Child.birth_date).where(is_ours(on))
    wanted = (fold(first_name.strip()), fold(last_name.strip()))
    return tuple(
        (spoken_name(first, last), born)
        for first, last, born in reader.execute(query)
        if (fold(first), fold(last)) == wanted
    )


def _coming(reader: Reader, on: date) -> list[tuple[uuid.UUID, str, date | None, uuid.UUID | None]]:
    rows = reader.execute(_coming_query(on))
    return [(event_id, title, day, cohort_id) for event_id, title, day, cohort_id in rows]


def _coming_query(
    on: date,
) -> Select[uuid.UUID, str, date | None, uuid.UUID | None]:
    """Ask for what families are invited to: nobody comes on a day when the house is closed."""
    return (
        select(Event.id, Event.title, Event.on_date, Event.cohort_id)
        .where(
            Event.on_date >= on,
            Event.status.in_((EventStatus.PLANNED, EventStatus.POSTPONED)),
            Event.kind != EventKind.CLOSING_DAY,
        )
        .order_by(Event.on_date, Event.id)
    )


def _asked(
    reader: Reader, event_ids: Collection[uuid.UUID], family_ids: Collection[uuid.UUID]
) -> tuple[AskedEvent, ...]:
    """Return these events with the slips and answers of the households of these families."""
    homes = select(Household.id).where(Household.family_id.in_(family_ids))
    persons: dict[uuid.UUID, int] = {}
    answered: set[tuple[uuid.UUID, uuid.UUID | None]] = set()
    replies = select(Registration.event_id, Registration.household_id, Registration.persons)
    for event_id, home, count in reader.execute(
        replies.where(Registration.event_id.in_(event_ids), Registration.household_id.in_(homes))
    ):
        persons[event_id] = persons.get(event_id, 0) + count
        answered.add((event_id, home))
    slips: dict[uuid.UUID, int] = {}
    printed = select(ReplySlip.event_id, ReplySlip.household_id).where(
        ReplySlip.event_id.in_(event_ids), ReplySlip.household_id.in_(homes)
    )
    for event_id, home in reader.execute(printed):
        if (event_id, home) not in answered:
            slips[event_id] = slips.get(event_id, 0) + 1
    events = select(Event.id, Event.title, Event.on_date).where(Event.id.in_(event_ids))
    return tuple(
        AskedEvent(title, day, slips.get(event_id, 0), persons.get(event_id))
        for event_id, title, day in reader.execute(events.order_by(Event.on_date, Event.id))
    )

"""Replies to an event: one row per household, counters, guests, and the slip behind a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.replies import (
    Answer,
    Reply,
    ReplyKind,
    ReplyQuestion,
    choices_of,
    parse_slip,
    slip_text,
)
from kitadesk.queries.invited import addressees, households_of_event, invited, letter_of
from kitadesk.queries.letters import LetterRow
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.events import Event, Registration, ReplySlip
from kitadesk.storage.models.people import Family, Household

# Built once: every slip that is typed goes through it.
_ADDRESSEE = (
    select(Family.name, Event.institution_id, Event.reply_kind, Event.reply_choices)
    .join(Household, Household.family_id == Family.id)
    .join(Event, Event.id == bindparam("event_id"))
    .where(Household.id == bindparam("household_id"))
)


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One household in the list; `answer` None means that the slip is still missing.

    Who answered and is not invited (any more) stays in the list, and is never missing.
    """

    household_id: UUID
    family_id: UUID
    label: str
    group_id: UUID | None
    group_name: str
    slip_number: int | None
    slip_text: str
    answer: Answer | None
    persons: int
    childcare_children: int
    interpreter_language: str
    question: str
    returned_on: date | None
    no_reminder: bool
    is_second: bool
    goes_by_post: bool
    is_invited: bool = True
    choice: str = ""

    @property
    def reply(self) -> Reply | None:
        """Return what was answered; None while the slip is missing."""
        return None if self.answer is None else Reply(self.answer, self.persons, self.choice)


@dataclass(frozen=True, slots=True)
class ReplyCounts:
    """The counters over the list; `persons` counts families, `guests` those without a family.

    `households` are those that are invited, and those that answered without.
    `expected` is both together: the chairs that are needed.
    """

    households: int
    replied: int
    yes: int
    no: int
    missing: int
    persons: int
    guests: int
    childcare_children: int

    @property
    def expected(self) -> int:
        """Return how many persons are expected altogether."""
        return self.persons + self.guests


@dataclass(frozen=True, slots=True)
class GuestRow:
    """Persons who come without a family of the house, as a number: team, grandparents, others."""

    id: UUID
    label: str
    persons: int


@dataclass(frozen=True, slots=True)
class SlipRow:
    """What a typed slip number means, with the answer that is known already."""

    event_id: UUID
    household_id: UUID
    number: int
    label: str
    group_name: str
    known_answer: Answer | None
    known_persons: int
    known_choice: str = ""

    @property
    def known(self) -> Reply | None:
        """Return what was answered before; None while nothing was."""
        if self.known_answer is None:
            return None
        return Reply(self.known_answer, self.known_persons, self.known_choice)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whose reply a slip is: the family's name, the house that asked, and what it asked."""

    family_name: str
    institution_id: UUID
    reply_kind: ReplyKind = ReplyKind.ATTENDANCE
    reply_choices: str = ""

    @property
    def question(self) -> ReplyQuestion:
        """Return what the slip asks; its words do not matter for an answer."""
        if self.reply_kind is not ReplyKind.CHOICE:
            return ReplyQuestion(self.reply_kind)
        return ReplyQuestion(self.reply_kind, choices=choices_of(self.reply_choices))


@dataclass(frozen=True, slots=True)
class _Known:
    answer: Answer
    persons: int
    childcare_children: int
    interpreter_language: str
    question: str
    returned_on: date | None
    choice: str


def replies_of(reader: Reader, event_id: UUID, on: date) -> tuple[ReplyRow, ...]:
    """Return one row per household, sorted like the letters.

    A past event shows the families who were in the house on its day.
    """
    numbers = slip_numbers(reader, event_id)
    known = _registrations(reader, event_id)
    found = addressees(reader, event_id, on)
    return tuple(
        _reply(
            letter,
            numbers.get(letter.household_id),
            known.get(letter.household_id),
            is_invited=letter.household_id not in found.uninvited,
        )
        for letter in found.letters
    )


def reply_counts(reader: Reader, event_id: UUID, on: date) -> ReplyCounts:
    """Return the counters over the list and the guests of an event, counted in the file."""
    is_family = Registration.household_id.is_not(None)
    sums = select(
        func.count().filter(is_family & (Registration.answer == Answer.YES)),
        func.count().filter(is_family & (Registration.answer == Answer.NO)),
        func.coalesce(func.sum(Registration.persons).filter(is_family), 0),
        func.coalesce(func.sum(Registration.persons).filter(~is_family), 0),
        func.coalesce(func.sum(Registration.childcare_children).filter(is_family), 0),
    ).where(Registration.event_id == event_id)
    accepted, refused, persons, guests, in_care = reader.execute(sums).one()
    addressed = households_of_event(on).correlate(Event).scalar_subquery()
    households = reader.scalar(select(addressed).where(Event.id == event_id)) or 0
    replied = accepted + refused
    return ReplyCounts(
        households=households,
        replied=replied,
        yes=accepted,
        no=refused,
        missing=households - replied,
        persons=persons,
        guests=guests,
        childcare_children=in_care,
    )


def count_replies(rows: Iterable[ReplyRow], guests: Iterable[GuestRow]) -> ReplyCounts:
    """Return the counters for rows that were read before."""
    rows = tuple(rows)
    yes = sum(row.answer is Answer.YES for row in rows)
    no = sum(row.answer is Answer.NO for row in rows)
    return ReplyCounts(
        households=len(rows),
        replied=yes + no,
        yes=yes,
        no=no,
        missing=len(rows) - yes - no,
        persons=sum(row.persons for row in rows),
        guests=sum(guest.persons for guest in guests),
        childcare_children=sum(row.childcare_children for row in rows),
    )


def guests_of(reader: Reader, event_id: UUID) -> tuple[GuestRow, ...]:
    """Return the guests of an event that came in as numbers."""
    query = (
        select(Registration.id, Registration.guest_label, Registration.persons)
        .where(Registration.event_id == event_id, Registration.household_id.is_(None))
        .order_by(Registration.guest_label, Registration.id)
    )
    return tuple(GuestRow(*row) for row in reader.execute(query))


def persons_without(reader: Reader, event_id: UUID, guest_label: str) -> int:
    """Return how many persons were told for an event beside those of one line of guests."""
    query = select(func.coalesce(func.sum(Registration.persons), 0)).where(
        Registration.event_id == event_id,
        Registration.household_id.is_not(None) | (Registration.guest_label != guest_label),
    )
    return reader.execute(query).scalar_one()


def missing_households(reader: Reader, event_id: UUID, on: date) -> tuple[LetterRow, ...]:
    """Return the letters to remind of: no reply yet, and nobody said "nicht erinnern"."""
    known = _registrations(reader, event_id)
    return tuple(
        letter
        for letter in invited(reader, event_id, on)
        if letter.household_id not in known and not letter.no_reminder
    )


def slip_numbers(reader: Reader, event_id: UUID) -> dict[UUID, int]:
    """Return the slip numbers of an event by household."""
    query = select(ReplySlip.household_id, ReplySlip.number).where(ReplySlip.event_id == event_id)
    return {row.household_id: row.number for row in reader.execute(query)}


def find_slip(reader: Reader, event_id: UUID, text: str) -> SlipRow:
    """Return the slip of a typed or scanned number.

    Raises UserError ``slip_check_digit``, ``slip_unknown`` or ``slip_other_event``.
    """
    number = parse_slip(text)
    query = (
        select(ReplySlip.event_id, ReplySlip.household_id, Event.title, Family.name)
        .join(Event, Event.id == ReplySlip.event_id)
        .join(Household, Household.id == ReplySlip.household_id)
        .join(Family, Family.id == Household.family_id)
        .where(ReplySlip.number == number)
    )
    found = reader.execute(query).one_or_none()
    if found is None:
        raise UserError("slip_unknown", number=slip_text(number))
    if found.event_id != event_id:
        raise UserError("slip_other_event", number=slip_text(number), event=found.title)
    known = _registrations(reader, event_id).get(found.household_id)
    letter = letter_of(reader, event_id, found.household_id, date.max)
    return SlipRow(
        event_id=event_id,
        household_id=found.household_id,
        number=number,
        label=letter.label if letter else found.name,
        group_name=letter.group_name if letter else "",
        known_answer=known.answer if known else None,
        known_persons=known.persons if known else 0,
        known_choice=known.choice if known else "",
    )


def addressee_of(reader: Reader, event_id: UUID, household_id: UUID) -> Addressee:
    """Return whose reply it is; raises UserError ``record_gone`` when event or family are gone."""
    keys = {"event_id": event_id, "household_id": household_id}
    found = reader.execute(_ADDRESSEE, keys).one_or_none()
    if found is None:
        raise UserError("record_gone")
    return Addressee(*found)


def _reply(
    letter: LetterRow, number: int | None, known: _Known | None, *, is_invited: bool
) -> ReplyRow:
    return ReplyRow(
        household_id=letter.household_id,
        family_id=letter.family_id,
        label=letter.label,
        group_id=letter.group_id,
        group_name=letter.group_name,
        slip_number=number,
        slip_text="" if number is None else slip_text(number),
        answer=known.answer if known else None,
        persons=known.persons if known else 0,
        childcare_children=known.childcare_children if known else 0,
        interpreter_language=known.interpreter_language if known else "",
        question=known.question if known else "",
        returned_on=known.returned_on if known else None,
        no_reminder=letter.no_reminder,
        is_second=letter.is_second,
        goes_by_post=letter.goes_by_post,
        is_invited=is_invited,
        choice=known.choice if known else "",
    )


def _registrations(reader: Reader, event_id: UUID) -> dict[UUID, _Known]:
    query = select(
        Registration.household_id,
        Registration.answer,
        Registration.persons,
        Registration.childcare_children,
        Registration.interpreter_language,
        Registration.question,
        Registration.returned_on,
        Registration.choice,
    ).where(Registration.event_id == event_id, Registration.household_id.is_not(None))
    return {row.household_id: _Known(*row[1:]) for row in reader.execute(query)}

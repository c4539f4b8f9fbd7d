"""What a leader does with replies: enter a slip, take it back, count guests, number the slips."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean, shorten
from kitadesk.domain.entries import checked_line
from kitadesk.domain.replies import Reply, check_answer, check_reply
from kitadesk.queries.house import own_house_id
from kitadesk.queries.invited import invited
from kitadesk.queries.replies import Addressee, addressee_of, slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.slip_numbers import take_numbers
from kitadesk.storage.models.events import Event, Registration, ReplySlip
from kitadesk.storage.writer import Writer

MOST_LINE = 300
MOST_QUESTION = 2000
_MOST_LABEL = 40
# Built once: every slip that is typed goes through it.
_REGISTRATION = select(Registration).where(
    Registration.event_id == bindparam("event_id"),
    Registration.household_id == bindparam("household_id"),
)


@dataclass(frozen=True, slots=True)
class ReplyInput:
    """What stands on a returned slip; persons 0 means "kommt nicht".

    Where a letter asked something else, `persons` is the number typed from its slip: 1 or 0 for yes
    or no, the number asked for, or the place of the choice.
    """

    event_id: UUID
    household_id: UUID
    persons: int
    childcare_children: int = 0
    interpreter_language: str = ""
    question: str = ""


def record_reply(desk: Desk, reply: ReplyInput) -> Reply:
    """Enter a slip; a household that answered before gets the new answer."""
    check_reply(reply.persons)
    check_reply(reply.childcare_children)
    language = _text(reply.interpreter_language, "Dolmetschen", MOST_LINE)
    question = _text(reply.question, "Frage", MOST_QUESTION)
    with desk.write("Rückmeldung") as writer:
        # Asked inside: a session of its own would take a fifth of the whole.
        addressee = addressee_of(writer.session, reply.event_id, reply.household_id)
        checked = check_answer(addressee.question, reply.persons)
        writer.label = _label(addressee)
        row = _registration(writer, reply.event_id, reply.household_id) or writer.add(
            Registration(
                institution_id=addressee.institution_id,
                event_id=reply.event_id,
                household_id=reply.household_id,
                answer=checked.answer,
            )
        )
        row.answer = checked.answer
        row.persons = checked.persons
        row.choice = checked.choice
        row.childcare_children = reply.childcare_children if checked.persons else 0
        row.interpreter_language = language
        row.question = question
        row.returned_on = desk.clock.today()
    return checked


def clear_reply(desk: Desk, event_id: UUID, household_id: UUID) -> None:
    """Take a reply back, as if the slip had never come."""
    addressee = desk.read(addressee_of, event_id, household_id)
    with desk.write(f"{_label(addressee)} entfernt") as writer:
        found = _registration(writer, event_id, household_id)
        if found is not None:
            writer.delete(found)


def set_guests(desk: Desk, event_id: UUID, label: str, persons: int) -> None:
    """Count persons without a family, such as "Team"; 0 takes the line away."""
    name = checked_line(label, "Gäste", most=MOST_LINE)
    if not name:
        raise UserError("guest_label_missing")
    checked = check_reply(persons)
    query = select(Registration).where(
        Registration.event_id == event_id,
        Registration.household_id.is_(None),
        Registration.guest_label == name,
    )
    merge_key = f"guests:{event_id}:{name}"
    with desk.write(f"Gäste {shorten(name, _MOST_LABEL)}", merge_key=merge_key) as writer:
        found = writer.session.scalars(query).first()
        if found is not None and not persons:
            writer.delete(found)
        elif found is not None:
            found.persons = persons
        elif persons:
            writer.add(
                Registration(
                    institution_id=own_house_id(writer.session),
                    event_id=_event_id(writer, event_id),
                    guest_label=name,
                    answer=checked.answer,
                    persons=persons,
                    returned_on=desk.clock.today(),
                )
            )


def make_slips(desk: Desk, event_id: UUID) -> int:
    """Give every invited household without one a slip number; returns how many were made.

    Called before printing and not undoable: a number that stands on paper stays.
    """
    with desk.write("Zettelnummern", undoable=False) as writer:
        _event_id(writer, event_id)
        numbered = slip_numbers(writer.session, event_id)
        waiting = [
            letter.household_id
            for letter in invited(writer.session, event_id, desk.clock.today())
            if letter.household_id not in numbered
        ]
        numbers = take_numbers(writer, len(waiting))
        writer.insert_many(
            ReplySlip,
            [
                {"event_id": event_id, "household_id": household_id, "number": number}
                for number, household_id in zip(numbers, waiting, strict=True)
            ],
        )
    return len(waiting)


def _registration(writer: Writer, event_id: UUID, household_id: UUID) -> Registration | None:
    keys = {"event_id": event_id, "household_id": household_id}
    return writer.session.scalars(_REGISTRATION, keys).first()


def _event_id(writer: Writer, event_id: UUID) -> UUID:
    """Return the id of an event that is there; raises UserError ``record_gone``."""
    return writer.get(Event, event_id).id


def _label(addressee: Addressee) -> str:
    return f"Rückmeldung {shorten(addressee.family_name, _MOST_LABEL)}"


def _text(typed: str, field: str, most: int) -> str:
    text = clean(typed).strip()
    if len(text) > most:
        raise UserError("value_too_long", field=field, most=most)
    return text

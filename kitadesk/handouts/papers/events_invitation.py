"""Invitation with reply slip: one sheet per household, or a master copy with slips to cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.handouts.blank_forms import fill_in
from kitadesk.handouts.event_letters import (
    EventLetter,
    LetterForm,
    letter_document,
    read_letter,
)
from kitadesk.handouts.facts import (
    EventFacts,
    by_deadline,
    facts_box,
    reply_by,
    sample_event,
    sample_house,
)
from kitadesk.handouts.family_letters import CUTTING_HINT, EDITIONS, Edition, sample_households
from kitadesk.handouts.gathering import is_evening, subject_of
from kitadesk.handouts.kit.blocks import Document, SlipField
from kitadesk.handouts.qr_links import HINT, LABEL
from kitadesk.handouts.reply_slips import SlipLine, attendance_line, signature_line
from kitadesk.handouts.sample_texts import sample_texts
from kitadesk.handouts.spec import Area, HandoutSpec, Link, Privacy, SubjectKind, param
from kitadesk.queries.reader import Reader

TITLE = "Einladung mit Rückmeldezettel"
_FREE_LINES = (1, 0, 0, 2, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class InvitationParams:
    """What can be chosen before printing."""

    edition: Edition = param(  # noqa: RUF009  # param is a dataclass field
        "Ausgabe",
        Edition.FAMILIES,
        choices=EDITIONS,
        hint=CUTTING_HINT,
    )
    separators: bool = param("Trennblatt je Gruppe", default=False)
    question: bool = param("Zeile für eine Frage", default=True)
    reminder: bool = param("Erinnerung, nur wo die Rückmeldung fehlt", default=False)
    link: Link = param(LABEL, Link(""), hint=HINT)  # noqa: RUF009  # a dataclass field
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


def document(letter: EventLetter, params: InvitationParams) -> Document:
    """The whole run, or the form to fill in where the event has neither day nor place."""
    texts = letter.house.texts
    to, until = texts.parts("invitation_form.slip_lines")
    form = LetterForm(
        title=texts.say("invitation_form.heading"),
        reply=_reply,
        please=_please,
        lines=fill_in(texts.parts("invitation_form.lines"), _FREE_LINES),
        blank_if=lambda one: facts_box(one.event) is None,
        slip_lines=partial(_slip_lines, has_question=params.question),
        slip_head=(SlipField(to, 85), SlipField(until, 0)),
        link=params.link,
    )
    return letter_document(letter, params, form)


def gather(
    reader: Reader, subject_id: UUID | None, params: InvitationParams, on: date
) -> EventLetter:
    """Read the event, its texts and every household that gets paper; numbers as far as made."""
    return read_letter(reader, subject_of(TITLE, subject_id), on, reminder=params.reminder)


def blank(params: InvitationParams) -> EventLetter:
    """The invitation to be filled in by hand."""
    return EventLetter()


def sample() -> tuple[EventLetter, InvitationParams]:
    """The invented joint evening for two invented families."""
    house, event = sample_house(), sample_event()
    said = sample_texts(EventKind.TOPIC_EVENING, event, house)
    content = EventLetter(
        house=house,
        event=event,
        body=tuple(said[TextBlock.BODY].split("\n\n")),
        closing=said[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=said[TextBlock.CONTACT],
        households=sample_households(),
        written_on=date(2027, 3, 1),
    )
    return content, InvitationParams()


def _reply(letter: EventLetter) -> str:
    return letter.house.texts.say("slip.head_reply", bis_frist=by_deadline(letter.event))


def _please(letter: EventLetter) -> str:
    deadline = reply_by(letter.event)
    return letter.house.texts.say("family_letter.please_invitation", frist=deadline)


def _slip_lines(letter: EventLetter, *, has_question: bool) -> Iterator[SlipLine]:
    """The lines parents fill in; child care and interpreter only where they are offered."""
    event, is_blank = letter.event, letter.event == EventFacts()
    texts = letter.house.texts
    yield attendance_line(texts)
    offers: list[SlipField] = []
    if event.childcare or is_blank:
        care, children = texts.say("slip.childcare"), texts.say("slip.childcare_children")
        offers.append(SlipField(care, 16, children, tick=True))
    if event.interpreters or is_blank:
        offers.append(SlipField(texts.say("slip.interpreter"), 0, tick=True))
    if offers:
        yield tuple(offers)
    if has_question:
        yield (SlipField(texts.say("slip.question"), 0),)
    yield signature_line(texts)


SPEC = HandoutSpec(
    id="invitation",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=InvitationParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)

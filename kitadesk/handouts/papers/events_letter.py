"""Elternbrief: one sheet per household with what the house asks, or a master copy with slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.replies import ReplyKind, question_of
from kitadesk.handouts.blank_forms import fill_in
from kitadesk.handouts.event_letters import (
    EventLetter,
    LetterForm,
    letter_document,
    read_letter,
)
from kitadesk.handouts.facts import EventFacts, by_deadline, reply_by, sample_house
from kitadesk.handouts.family_letters import CUTTING_HINT, EDITIONS, Edition, sample_households
from kitadesk.handouts.gathering import subject_of
from kitadesk.handouts.kit.blocks import Document, SlipField
from kitadesk.handouts.reply_slips import Question, SlipLine, answer_lines, signature_line
from kitadesk.handouts.sample_texts import sample_texts
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader

TITLE = "Elternbrief"
_FREE_LINES = (8, 0, 0)


@dataclass(frozen=True, slots=True)
class LetterParams:
    """What can be chosen before printing."""

    edition: Edition = param(  # noqa: RUF009  # param is a dataclass field
        "Ausgabe", Edition.FAMILIES, choices=EDITIONS, hint=CUTTING_HINT
    )
    separators: bool = param("Trennblatt je Gruppe", default=False)
    reminder: bool = param("Erinnerung, nur wo die Antwort fehlt", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


def document(letter: EventLetter, params: LetterParams) -> Document:
    """The whole run; a letter without an answer has no slip, one without a question is the form."""
    return letter_document(letter, params, _form(letter.house.texts))


def gather(reader: Reader, subject_id: UUID | None, params: LetterParams, on: date) -> EventLetter:
    """Read the letter, its question and every household that gets paper."""
    event_id = subject_of(TITLE, subject_id)
    asked = question_of(event(reader, event_id))
    letter = read_letter(reader, event_id, on, reminder=params.reminder)
    return replace(letter, question=Question(asked.kind, asked.text, asked.choices))


def fits(reader: Reader, event_id: UUID) -> bool:
    """Return whether this is a letter."""
    return event(reader, event_id).kind is EventKind.LETTER


def blank(params: LetterParams) -> EventLetter:
    """The letter to be filled in by hand."""
    return EventLetter()


def sample() -> tuple[EventLetter, LetterParams]:
    """The invented photographer for two invented families."""
    house = sample_house()
    event = EventFacts(
        title="Der Fotograf kommt", on=date(2027, 3, 9), starts=time(9), reply_by=date(2027, 2, 26)
    )
    said = sample_texts(EventKind.LETTER, event, house)
    content = EventLetter(
        house=house,
        event=replace(event, pretitle=said[TextBlock.PRETITLE]),
        body=(
            "bei uns macht ein Fotograf Bilder von den Kindern und von den Gruppen. Sie bekommen "
            "die Bilder zur Ansicht und entscheiden dann in Ruhe. Die Teilnahme ist freiwillig.",
            "Bitte sagen Sie uns, ob Ihr Kind fotografiert werden darf. Wenn nicht, betreuen wir "
            "es in dieser Zeit wie immer.",
        ),
        closing=said[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=said[TextBlock.CONTACT],
        question=Question(ReplyKind.YES_NO, "Unser Kind darf fotografiert werden."),
        households=sample_households(),
        written_on=date(2027, 2, 8),
    )
    return content, LetterParams()


def _slip_lines(letter: EventLetter) -> Iterator[SlipLine]:
    """The question, its answers to tick or to fill in, and the signature."""
    texts = letter.house.texts
    yield from answer_lines(letter.question or Question(ReplyKind.YES_NO), texts)
    yield signature_line(texts)


def _reply(letter: EventLetter) -> str:
    return letter.house.texts.say("slip.head_answer", bis_frist=by_deadline(letter.event))


def _please(letter: EventLetter) -> str:
    return letter.house.texts.say("family_letter.please_letter", frist=reply_by(letter.event))


def _form(texts: Texts) -> LetterForm:
    about, until = texts.parts("letter_form.slip_lines")
    return LetterForm(
        title=texts.say("letter_form.heading"),
        reply=_reply,
        please=_please,
        lines=fill_in(texts.parts("letter_form.lines"), _FREE_LINES),
        blank_if=lambda letter: letter.question is None,
        slip_lines=_slip_lines,
        slip_head=(SlipField(about, 85), SlipField(until, 0)),
        answers=True,
    )


SPEC = HandoutSpec(
    id="letter",
    title="Elternbrief mit Abschnitt",
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=LetterParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=fits,
)

"""Elternbrief: one sheet per household with what the house asks, or a master copy with slips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import partial
from uuid import UUID

from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.domain.letters import WITHOUT_SLIP
from kitadesk.domain.replies import ReplyKind, question_of
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    event_line,
    facts_box,
    reply_by,
    sample_house,
    short_when,
)
from kitadesk.handouts.family_letters import (
    CUTTING_HINT,
    EDITIONS,
    GREETING,
    Edition,
    Household,
    family_line,
    households_of,
    in_order,
    opening,
    salutation,
    sample_households,
    stacks,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    FillIn,
    Heading,
    NewSheet,
    PageSetup,
    Paragraph,
    Slip,
    SlipField,
    SlipSheet,
    TextStyle,
)
from kitadesk.handouts.reply_slips import (
    Question,
    answer_lines,
    in_full,
    signature_line,
    whose_line,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.events import event
from kitadesk.queries.invited import invited
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households, slip_numbers
from kitadesk.queries.texts import event_texts

TITLE = "Elternbrief"
_BLANK_LETTER = ("Betreff", "", "", "", "", "", "", "Rückgabe bis", "Ihre")


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


@dataclass(frozen=True, slots=True)
class LetterContent:
    """House, letter, question and addressees; no household at all makes the blank form.

    A question of the kind WITHOUT_SLIP is a letter that wants no answer; None is the blank form.
    """

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    greeting: str = GREETING
    body: tuple[str, ...] = ()
    closing: str = ""
    contact: str = ""
    question: Question | None = None
    households: tuple[Household, ...] = ()
    written_on: date | None = None


def document(content: LetterContent, params: LetterParams) -> Document:
    """The whole run, sorted by group and family; second households in their own stack behind."""
    households = in_order(content.households)
    if params.probe:
        households = households[:1]
    if params.edition is Edition.MASTER or not households:
        blocks = tuple(_master(content, households))
    else:
        letter = partial(_letter_with_slip, content)
        with_separators = params.separators and not params.probe
        blocks = tuple(
            stacks(households, content.event, letter, separators=with_separators, answers=True)
        )
    title = f"{TITLE} {event_line(content.event)}".strip()
    setup = PageSetup(footer=False, large_print=params.large_print)
    return Document(title, blocks, setup, author=content.house.name, foot=TITLE)


def gather(
    reader: Reader, subject_id: UUID | None, params: LetterParams, on: date
) -> LetterContent:
    """Read the letter, its question and every household that gets paper."""
    event_id = subject_of(TITLE, subject_id)
    row = event(reader, event_id)
    texts = event_texts(reader, event_id)
    facts = event_facts_of(reader, event_id)
    if params.reminder:
        rows = missing_households(reader, event_id, on)
        pretitle = " · ".join(part for part in ("Erinnerung", facts.pretitle) if part)
        facts = replace(facts, pretitle=pretitle)
    else:
        rows = invited(reader, event_id, on)
    asked = question_of(row)
    return LetterContent(
        house=house_of(reader),
        event=facts,
        body=tuple(texts[TextBlock.BODY].split("\n\n")),
        closing=texts[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=texts[TextBlock.CONTACT],
        question=Question(asked.kind, asked.text, asked.choices),
        households=households_of(rows, slip_numbers(reader, event_id)),
        written_on=on,
    )


def fits(reader: Reader, event_id: UUID) -> bool:
    """Return whether this is a letter."""
    return event(reader, event_id).kind is EventKind.LETTER


def blank(params: LetterParams) -> LetterContent:
    """The letter to be filled in by hand."""
    return LetterContent()


def sample() -> tuple[LetterContent, LetterParams]:
    """The invented photographer for two invented families."""
    content = LetterContent(
        house=sample_house(),
        event=EventFacts(
            title="Der Fotograf kommt",
            pretitle="Elternbrief",
            on=date(2027, 3, 9),
            starts=time(9),
            reply_by=date(2027, 2, 26),
        ),
        body=(
            "bei uns macht ein Fotograf Bilder von den Kindern und von den Gruppen. Sie bekommen "
            "die Bilder zur Ansicht und entscheiden dann in Ruhe. Die Teilnahme ist freiwillig.",
            "Bitte sagen Sie uns, ob Ihr Kind fotografiert werden darf. Wenn nicht, betreuen wir "
            "es in dieser Zeit wie immer.",
        ),
        closing="Vielen Dank!\nIhr Team der Kita Sonnenschein",
        contact="Fragen? Telefon 037207 555-0 oder an der Tür.",
        question=Question(ReplyKind.YES_NO, "Unser Kind darf fotografiert werden."),
        households=sample_households(),
        written_on=date(2027, 2, 8),
    )
    return content, LetterParams()


def _letter_with_slip(content: LetterContent, household: Household) -> Iterator[Block]:
    yield from _letter(content, household)
    if _has_slip(content):
        yield _slip(content, household)


def _has_slip(content: LetterContent) -> bool:
    return content.question is None or content.question.kind is not WITHOUT_SLIP


def _master(content: LetterContent, households: list[Household]) -> Iterator[Block]:
    """The letter without names, then the named slips; with no family the blank slip below it."""
    yield NewSheet("Kopiervorlage", fit=True)
    yield from _letter(content, None)
    if not _has_slip(content):
        return
    if households:
        yield NewSheet("Abschnitte", footer=False)
        yield SlipSheet(tuple(_slip(content, household) for household in households))
    else:
        yield _slip(content, None)


def _letter(content: LetterContent, household: Household | None) -> Iterator[Block]:
    """Everything above the slip; equal for all households but the salutation and the address."""
    facts = content.event
    yield from opening(content.house, household, content.written_on)
    yield Heading(facts.title or TITLE, over=facts.pretitle)
    yield Paragraph(f"{salutation(content.greeting, household)},")
    for text in content.body:
        yield Paragraph(text)
    if content.question is None:
        yield FillIn(_BLANK_LETTER)
    box = facts_box(facts)
    if box is not None:
        yield box
    yield from in_full(content.question or Question())
    deadline = reply_by(facts)
    if deadline and _has_slip(content):
        yield Paragraph(f"Bitte antworten Sie uns bis {deadline}.", TextStyle.STRONG)
    if content.closing:
        yield Paragraph(content.closing)
    if content.contact:
        yield Paragraph(content.contact)


def _slip(content: LetterContent, household: Household | None) -> Slip:
    deadline = reply_by(content.event)
    return Slip(
        deadline=f"Antwort bis {deadline}" if deadline else "Antwort",
        event=content.event.title,
        when=short_when(content.event),
        family=family_line(household) if household else "",
        number=household.number if household else "",
        lines=tuple(_slip_lines(content, household)),
    )


def _slip_lines(
    content: LetterContent, household: Household | None
) -> Iterator[tuple[SlipField, ...]]:
    """The question, its answers to tick or to fill in, and the signature."""
    if content.question is None:
        yield (SlipField("Betreff", 85), SlipField("zurück bis", 0))
    if household is None:
        yield whose_line()
    yield from answer_lines(content.question or Question(ReplyKind.YES_NO))
    yield signature_line()


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

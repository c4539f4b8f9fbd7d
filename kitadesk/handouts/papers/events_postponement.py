"""Notice to the families that an event is on another day, waits for its day, or is called off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import partial
from uuid import UUID

from kitadesk.base.text import plural
from kitadesk.domain.events import EventStatus, TextBlock
from kitadesk.domain.letters import has_slip
from kitadesk.domain.replies import Answer, ReplyKind, ReplyQuestion, answer_words, question_of
from kitadesk.handouts.event_letters import EventLetter, beginning, ending, letter_slip
from kitadesk.handouts.facts import (
    EventFacts,
    event_line,
    facts_box,
    reply_by,
    sample_event,
    sample_house,
    when,
)
from kitadesk.handouts.family_letters import (
    Household,
    households_of,
    in_order,
    sample_households,
    stacks,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    FillIn,
    NewSheet,
    PageSetup,
    Paragraph,
    SlipField,
    TextStyle,
)
from kitadesk.handouts.reply_slips import (
    Question,
    answer_lines,
    in_full,
    signature_line,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.events import event
from kitadesk.queries.invited import addressees
from kitadesk.queries.postponements import postponements_of
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import ReplyRow, replies_of, slip_numbers
from kitadesk.queries.texts import event_texts

TITLE = "Verschiebung oder Absage"
MOVED = "Terminverschiebung"
_BLANK_LETTER = (
    *("Veranstaltung", "", "Bisheriger Termin", "Neuer Termin", "", "Grund", "", ""),
    *("Bescheid geben bis", "Ihre"),
)
_SLIP_HEAD = (SlipField("Veranstaltung", 85), SlipField("zurück bis", 0))


class Change(Enum):
    """What has become of the event; BLANK is filled in by hand."""

    BLANK = "blank"
    MOVED = "moved"
    OPEN = "open"
    CANCELLED = "cancelled"


_OVER = {Change.CANCELLED: "Absage", Change.BLANK: "Verschiebung oder Absage"}
_OPENING = {
    Change.MOVED: "wir müssen einen Termin verschieben.",
    Change.OPEN: "wir müssen einen Termin verschieben. Der neue Tag steht noch nicht fest. Wir "
    "geben Ihnen Bescheid, sobald wir ihn wissen.",
    Change.CANCELLED: "diese Veranstaltung fällt leider aus.",
}


@dataclass(frozen=True, slots=True)
class PostponementParams:
    """What can be chosen before printing."""

    answered_first: bool = param("Zuerst, wer schon geantwortet hat", default=True)
    only_answered: bool = param("Nur, wer schon geantwortet hat", default=False)
    probe: bool = param("Nur ein Probeblatt", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Told:
    """A household to tell, with its answer so far in words: "2 Personen angemeldet"."""

    household: Household
    answer: str = ""
    has_declined: bool = False


@dataclass(frozen=True, slots=True)
class PostponementContent(EventLetter):
    """The letter about the event as it is now; the day before, the reason, and whom to tell."""

    change: Change = Change.BLANK
    before_on: date | None = None
    before_starts: time | None = None
    reason: str = ""
    wants_answer: bool = True
    told: tuple[Told, ...] = ()


def document(content: PostponementContent, params: PostponementParams) -> Document:
    """One sheet per household: first those who had answered, in each part by group and family."""
    blocks = tuple(_sheets(content, params))
    title = f"{_OVER.get(content.change, MOVED)} {event_line(content.event)}".strip()
    setup = PageSetup(footer=False, large_print=params.large_print)
    return Document(title, blocks, setup, author=content.house.name, foot=TITLE)


def gather(
    reader: Reader, subject_id: UUID | None, params: PostponementParams, on: date
) -> PostponementContent:
    """Read the event, its last move and every household of its list that is to be told."""
    event_id = subject_of(TITLE, subject_id)
    row = event(reader, event_id)
    moves = postponements_of(reader, event_id)
    last = moves[0] if moves else None
    question = question_of(row)
    before_on = last.from_date if last else row.postponed_from
    house = house_of(reader)
    change = _change_of(row.status, row.on_date)
    told = _told(reader, event_id, on, question)
    return PostponementContent(
        house=house,
        event=event_facts_of(reader, event_id),
        change=change,
        before_on=before_on,
        before_starts=last.from_starts_at if last else None,
        reason=row.cancel_reason if change is Change.CANCELLED else (last.reason if last else ""),
        question=Question(question.kind, question.text, question.choices),
        wants_answer=has_slip(row.kind, row.reply_kind),
        closing=f"Vielen Dank für Ihr Verständnis.\nIhr Team der {house.name}".strip(),
        contact=event_texts(reader, event_id)[TextBlock.CONTACT],
        told=tuple(one for one in told if one.answer or not params.only_answered),
        written_on=on,
    )


def fits(reader: Reader, event_id: UUID) -> bool:
    """Return whether there is something to tell: the event was moved, waits, or is called off."""
    is_off = event(reader, event_id).status in {EventStatus.CANCELLED, EventStatus.POSTPONED}
    return is_off or bool(postponements_of(reader, event_id))


def blank(params: PostponementParams) -> PostponementContent:
    """The notice to be filled in by hand."""
    return PostponementContent()


def sample() -> tuple[PostponementContent, PostponementParams]:
    """The invented joint evening, a week later than planned."""
    content = PostponementContent(
        house=sample_house(),
        event=sample_event(),
        change=Change.MOVED,
        before_on=date(2027, 4, 1),
        before_starts=time(19),
        reason="Die Referentin ist erkrankt.",
        closing="Vielen Dank für Ihr Verständnis.\nIhr Team der Kita Sonnenschein",
        contact="Fragen? Telefon 037207 555-0 oder an der Tür.",
        told=tuple(
            Told(household, answer)
            for household, answer in zip(
                sample_households(), ("2 Personen angemeldet", ""), strict=True
            )
        ),
        written_on=date(2027, 3, 22),
    )
    return content, PostponementParams()


def _change_of(status: EventStatus, on_date: date | None) -> Change:
    if status is EventStatus.CANCELLED:
        return Change.CANCELLED
    return Change.OPEN if on_date is None else Change.MOVED


def _told(reader: Reader, event_id: UUID, on: date, question: ReplyQuestion) -> tuple[Told, ...]:
    """Everybody on the list of replies, also who answered and is not invited any more."""
    replies = {row.household_id: row for row in replies_of(reader, event_id, on)}
    letters = addressees(reader, event_id, on).letters
    households = households_of(letters, slip_numbers(reader, event_id))
    return tuple(
        _told_one(household, replies[letter.household_id], question)
        for letter, household in zip(letters, households, strict=True)
    )


def _told_one(household: Household, row: ReplyRow, question: ReplyQuestion) -> Told:
    if row.reply is None:
        return Told(household)
    if question.kind is not ReplyKind.ATTENDANCE:
        return Told(household, f"„{answer_words(question, row.reply)}“ geantwortet")
    if row.answer is Answer.NO:
        return Told(household, "abgesagt", has_declined=True)
    return Told(household, f"{plural(row.persons, 'Person', 'Personen')} angemeldet")


def _sheets(content: PostponementContent, params: PostponementParams) -> Iterator[Block]:
    told = {one.household: one for one in content.told}
    if not told:
        yield NewSheet("Vorlage", fit=True)
        yield from _notice(content, None)
        return
    answered = [one.household for one in content.told if one.answer]
    others = [one.household for one in content.told if not one.answer]
    if params.only_answered:
        parts = [in_order(answered)]
    elif params.answered_first:
        parts = [in_order(answered), in_order(others)]
    else:
        parts = [in_order([*answered, *others])]
    wanted = [household for part in parts for household in part]
    letter = partial(_notice_to, content, told)
    yield from stacks(
        wanted[:1] if params.probe else wanted, content.event, letter, separators=False
    )


def _notice_to(
    content: PostponementContent, told: dict[Household, Told], household: Household
) -> Iterator[Block]:
    yield from _notice(content, told[household])


def _notice(content: PostponementContent, told: Told | None) -> Iterator[Block]:
    household = told.household if told else None
    over = _OVER.get(content.change, MOVED)
    is_blank = content.change is Change.BLANK
    yield from beginning(content, household, content.event.title or TITLE, "" if is_blank else over)
    if is_blank:
        yield FillIn(_BLANK_LETTER)
    else:
        yield from _what_changed(content)
        yield from _what_holds(content, told)
    yield from ending(content)
    if content.wants_answer and content.change in {Change.MOVED, Change.BLANK}:
        lines = (*answer_lines(content.question or Question()), signature_line())
        yield letter_slip(content, household, "Rückmeldung", lines, _SLIP_HEAD)


def _what_changed(content: PostponementContent) -> Iterator[Block]:
    """What was, why it is not, and what comes instead."""
    yield Paragraph(_OPENING[content.change])
    if content.reason:
        yield Paragraph(f"Der Grund: {content.reason}")
    before = EventFacts(on=content.before_on, starts=content.before_starts)
    if content.change is Change.CANCELLED:
        if when(content.event):
            yield Paragraph(f"Sie war geplant für {when(content.event)}.")
        return
    if content.before_on is not None:
        yield Paragraph(f"Bisher geplant: {when(before)}.")
    box = facts_box(content.event)
    if content.change is Change.MOVED and box is not None:
        yield Paragraph("Der neue Termin:", TextStyle.STRONG, keep=True)
        yield box


def _what_holds(content: PostponementContent, told: Told | None) -> Iterator[Block]:
    """What becomes of the answer that a family has given, and until when to say anything else."""
    deadline = reply_by(content.event)
    until = f" bis {deadline}" if deadline else ""
    answer = told.answer if told else ""
    if content.change is Change.CANCELLED:
        if answer and told and not told.has_declined:
            yield Paragraph(f"Sie hatten {answer}. Sie müssen nichts weiter tun.")
        return
    if content.change is Change.OPEN:
        if answer:
            yield Paragraph(f"Sie hatten {answer}. Wir heben Ihre Rückmeldung auf.")
        return
    if not content.wants_answer:
        return
    yield from in_full(content.question or Question())
    if told and told.has_declined:
        text = (
            "Sie hatten für den ersten Termin abgesagt. Passt Ihnen der neue, geben Sie uns bitte"
        )
        yield Paragraph(f"{text}{until} den Abschnitt zurück.")
    elif answer:
        yield Paragraph(f"Sie hatten {answer}. Das gilt weiter, Sie müssen nichts tun.")
        yield Paragraph(f"Ändert sich etwas, geben Sie uns bitte{until} den Abschnitt zurück.")
    else:
        yield Paragraph(f"Bitte geben Sie uns{until} Bescheid.", TextStyle.STRONG)


SPEC = HandoutSpec(
    id="postponement",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=PostponementParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=fits,
)

"""Notice to the families that an event is on another day, waits for its day, or is called off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import partial
from uuid import UUID

from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.domain.letters import has_slip
from kitadesk.domain.replies import Answer, ReplyKind, ReplyQuestion, answer_words, question_of
from kitadesk.handouts.blank_forms import fill_in
from kitadesk.handouts.event_letters import EventLetter, beginning, ending, letter_slip
from kitadesk.handouts.facts import (
    EventFacts,
    by_deadline,
    event_line,
    facts_box,
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
    NewSheet,
    Paragraph,
    SlipField,
    TextStyle,
)
from kitadesk.handouts.letter_pages import page_of_letters
from kitadesk.handouts.reply_slips import (
    Question,
    answer_lines,
    in_full,
    signature_line,
)
from kitadesk.handouts.sample_texts import sample_texts
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.events import event
from kitadesk.queries.invited import addressees
from kitadesk.queries.postponements import postponements_of
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import ReplyRow, replies_of, slip_numbers
from kitadesk.queries.texts import event_texts

TITLE = "Verschiebung oder Absage"
_FREE_LINES = (1, 0, 1, 2, 0, 0)


class Change(Enum):
    """What has become of the event; BLANK is filled in by hand."""

    BLANK = "blank"
    MOVED = "moved"
    OPEN = "open"
    CANCELLED = "cancelled"


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
    blocks, texts = tuple(_sheets(content, params)), content.house.texts
    title = f"{_over(content.change, texts)} {event_line(content.event)}".strip()
    households = tuple(one.household for one in content.told)
    setup = page_of_letters(households, large_print=params.large_print)
    return Document(
        title, blocks, setup, author=content.house.name, foot=texts.say("postponement.heading")
    )


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
    told = _told(reader, event_id, on, question, house.texts)
    return PostponementContent(
        house=house,
        event=event_facts_of(reader, event_id),
        change=change,
        before_on=before_on,
        before_starts=last.from_starts_at if last else None,
        reason=row.cancel_reason if change is Change.CANCELLED else (last.reason if last else ""),
        question=Question(question.kind, question.text, question.choices),
        wants_answer=has_slip(row.kind, row.reply_kind),
        closing=house.texts.say("postponement.closing", kita=house.name),
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
    house, event = sample_house(), sample_event()
    persons = house.texts.counted("postponement.persons", 2)
    answer = house.texts.say("postponement.answer_persons", personen=persons)
    content = PostponementContent(
        house=house,
        event=event,
        change=Change.MOVED,
        before_on=date(2027, 4, 1),
        before_starts=time(19),
        reason="Die Referentin ist erkrankt.",
        closing=house.texts.say("postponement.closing", kita=house.name),
        contact=sample_texts(EventKind.TOPIC_EVENING, event, house)[TextBlock.CONTACT],
        told=tuple(
            Told(household, said)
            for household, said in zip(sample_households(), (answer, ""), strict=True)
        ),
        written_on=date(2027, 3, 22),
    )
    return content, PostponementParams()


def _change_of(status: EventStatus, on_date: date | None) -> Change:
    if status is EventStatus.CANCELLED:
        return Change.CANCELLED
    return Change.OPEN if on_date is None else Change.MOVED


def _told(
    reader: Reader, event_id: UUID, on: date, question: ReplyQuestion, texts: Texts
) -> tuple[Told, ...]:
    """Everybody on the list of replies, also who answered and is not invited any more."""
    replies = {row.household_id: row for row in replies_of(reader, event_id, on)}
    letters = addressees(reader, event_id, on).letters
    households = households_of(letters, slip_numbers(reader, event_id))
    return tuple(
        _told_one(household, replies[letter.household_id], question, texts)
        for letter, household in zip(letters, households, strict=True)
    )


def _told_one(household: Household, row: ReplyRow, question: ReplyQuestion, texts: Texts) -> Told:
    if row.reply is None:
        return Told(household)
    if question.kind is not ReplyKind.ATTENDANCE:
        answer = answer_words(question, row.reply)
        return Told(household, texts.say("postponement.answer_words", antwort=answer))
    if row.answer is Answer.NO:
        return Told(household, texts.say("postponement.answer_no"), has_declined=True)
    persons = texts.counted("postponement.persons", row.persons)
    return Told(household, texts.say("postponement.answer_persons", personen=persons))


def _sheets(content: PostponementContent, params: PostponementParams) -> Iterator[Block]:
    told = {one.household: one for one in content.told}
    if not told:
        yield NewSheet(content.house.texts.say("postponement.master"), fit=True)
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
    chosen, texts = wanted[:1] if params.probe else wanted, content.house.texts
    yield from stacks(chosen, content.event, letter, texts=texts, separators=False)


def _notice_to(
    content: PostponementContent, told: dict[Household, Told], household: Household
) -> Iterator[Block]:
    yield from _notice(content, told[household])


def _notice(content: PostponementContent, told: Told | None) -> Iterator[Block]:
    household, texts = told.household if told else None, content.house.texts
    is_blank = content.change is Change.BLANK
    over = "" if is_blank else _over(content.change, texts)
    title = content.event.title or texts.say("postponement.heading")
    yield from beginning(content, household, title, over)
    if is_blank:
        yield fill_in(texts.parts("postponement.lines"), _FREE_LINES)
    else:
        yield from _what_changed(content)
        yield from _what_holds(content, told)
    yield from ending(content)
    if content.wants_answer and content.change in {Change.MOVED, Change.BLANK}:
        lines = (*answer_lines(content.question or Question(), texts), signature_line(texts))
        reply = texts.say("slip.head_reply", bis_frist=by_deadline(content.event))
        about, until = texts.parts("postponement.slip_lines")
        head = (SlipField(about, 85), SlipField(until, 0))
        yield letter_slip(content, household, reply, lines, head)


def _over(change: Change, texts: Texts) -> str:
    """Say in a word what has become of the event."""
    if change is Change.BLANK:
        return texts.say("postponement.heading")
    if change is Change.CANCELLED:
        return texts.say("postponement.over_cancelled")
    return texts.say("postponement.over_moved")


def _what_changed(content: PostponementContent) -> Iterator[Block]:
    """What was, why it is not, and what comes instead."""
    texts = content.house.texts
    yield Paragraph(_opening(content.change, texts))
    if content.reason:
        yield Paragraph(texts.say("postponement.reason", grund=content.reason))
    before = EventFacts(on=content.before_on, starts=content.before_starts)
    if content.change is Change.CANCELLED:
        if when(content.event):
            yield Paragraph(texts.say("postponement.was_planned", termin=when(content.event)))
        return
    if content.before_on is not None:
        yield Paragraph(texts.say("postponement.before", termin=when(before)))
    box = facts_box(content.event, texts)
    if content.change is Change.MOVED and box is not None:
        yield Paragraph(texts.say("postponement.new_day"), TextStyle.STRONG, keep=True)
        yield box


def _opening(change: Change, texts: Texts) -> str:
    if change is Change.CANCELLED:
        return texts.say("postponement.cancelled")
    if change is Change.OPEN:
        return texts.say("postponement.open")
    return texts.say("postponement.moved")


def _what_holds(content: PostponementContent, told: Told | None) -> Iterator[Block]:
    """What becomes of the answer that a family has given, and until when to say anything else."""
    texts, answer = content.house.texts, told.answer if told else ""
    if content.change is Change.CANCELLED:
        if answer and told and not told.has_declined:
            yield Paragraph(texts.say("postponement.off_answered", antwort=answer))
        return
    if content.change is Change.OPEN:
        if answer:
            yield Paragraph(texts.say("postponement.open_answered", antwort=answer))
        return
    if content.wants_answer:
        yield from in_full(content.question or Question())
        yield from _what_holds_on_the_new_day(content, told)


def _what_holds_on_the_new_day(content: PostponementContent, told: Told | None) -> Iterator[Block]:
    texts, until = content.house.texts, by_deadline(content.event)
    if told and told.has_declined:
        yield Paragraph(texts.say("postponement.moved_declined", bis_frist=until))
    elif told and told.answer:
        yield Paragraph(texts.say("postponement.moved_answered", antwort=told.answer))
        yield Paragraph(texts.say("postponement.moved_changes", bis_frist=until))
    else:
        words = texts.say("postponement.moved_please", bis_frist=until)
        yield Paragraph(words, TextStyle.STRONG)


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

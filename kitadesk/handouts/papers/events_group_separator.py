"""Separator before each group's stack of letters, which is also the list for ticking returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.text import sort_key
from kitadesk.domain.letters import has_slip
from kitadesk.domain.replies import (
    Answer,
    ReplyKind,
    ReplyQuestion,
    answer_words,
    question_of,
    tally,
)
from kitadesk.handouts.facts import EventFacts, House, event_line, sample_event, sample_house
from kitadesk.handouts.gathering import event_facts_of, house_of, subject_of
from kitadesk.handouts.kit.blocks import Document, PageSetup
from kitadesk.handouts.return_list import Return, Way, return_list, way_of
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import ReplyRow, replies_of

TITLE = "Trennblatt und Rückgabeliste je Gruppe"
BLANK_FORM_ROWS = 23


@dataclass(frozen=True, slots=True)
class SeparatorParams:
    """What can be chosen before printing."""

    blank_rows: int = param("Leere Zeilen", 3, maximum=100)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class GroupReturns:
    """The slips handed out in one group; `sums` counts the answers to a letter so far."""

    group: str
    returns: tuple[Return, ...] = ()
    sums: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SeparatorContent:
    """The event and its groups in the order of the stacks; a letter has answers, not visitors."""

    event: EventFacts = field(default_factory=EventFacts)
    groups: tuple[GroupReturns, ...] = ()
    house: House = field(default_factory=House)
    has_answers: bool = False


def document(content: SeparatorContent, params: SeparatorParams) -> Document:
    """One list per group, families by name; without groups one empty list."""
    blank_rows = params.blank_rows if content.groups else max(params.blank_rows, BLANK_FORM_ROWS)
    texts = content.house.texts
    blocks = tuple(
        block
        for item in content.groups or (GroupReturns(""),)
        for block in return_list(
            item.group,
            content.event,
            tuple(sorted(item.returns, key=_order)),
            texts=texts,
            blank_rows=blank_rows,
            answers=content.has_answers,
            sums=item.sums,
        )
    )
    name = texts.say("return_list.heading")
    title = f"{name} {event_line(content.event)}".strip()
    setup = PageSetup(large_print=params.large_print)
    return Document(title, blocks, setup, author=content.house.name, foot=name)


def _order(item: Return) -> tuple[int, str]:
    """By family; a parted stack by way ("Per Post" before "Persönlich"), else as letters lie."""
    return item.way.value, "" if item.way is not Way.IN_GROUP else sort_key(item.family)


def gather(
    reader: Reader, subject_id: UUID | None, params: SeparatorParams, on: date
) -> SeparatorContent:
    """Read the slips of an event by group; second households are a stack of their own."""
    event_id = subject_of(TITLE, subject_id)
    question = question_of(event(reader, event_id))
    house = house_of(reader)
    second = house.texts.say("family_letter.second_stack")
    without = house.texts.say("common.no_group")
    stacks: dict[str, list[ReplyRow]] = {}
    rows = replies_of(reader, event_id, on)
    for row in sorted(rows, key=lambda item: item.is_second):
        stack = second if row.is_second else row.group_name or without
        stacks.setdefault(stack, []).append(row)
    return SeparatorContent(
        event=event_facts_of(reader, event_id),
        groups=tuple(_group(name, rows, question) for name, rows in stacks.items()),
        house=house,
        has_answers=question.kind is not ReplyKind.ATTENDANCE,
    )


def _group(name: str, rows: list[ReplyRow], question: ReplyQuestion) -> GroupReturns:
    """One stack; the sums stay blanks until the first slip is back."""
    known = [row.reply for row in rows if row.reply is not None]
    sums = tally(question, known) if question.kind is not ReplyKind.ATTENDANCE else ()
    return GroupReturns(
        name,
        tuple(_return(row, question) for row in rows),
        tuple((word, str(count) if known else "") for word, count in sums),
    )


def _return(row: ReplyRow, question: ReplyQuestion) -> Return:
    group = f" · {row.group_name}" if row.is_second and row.group_name else ""
    return Return(
        number=row.slip_text,
        family=f"{row.label}{group}",
        is_back=row.answer is not None,
        comes=row.answer is Answer.YES,
        persons=str(row.persons) if row.persons else "",
        way=way_of(is_second=row.is_second, by_post=row.goes_by_post),
        answer=answer_words(question, row.reply) if row.reply is not None else "",
    )


def fits(reader: Reader, event_id: UUID) -> bool:
    """Return whether slips come back at all."""
    row = event(reader, event_id)
    return has_slip(row.kind, row.reply_kind)


def blank(params: SeparatorParams) -> SeparatorContent:
    """A list to be filled in by hand."""
    return SeparatorContent()


def sample() -> tuple[SeparatorContent, SeparatorParams]:
    """An invented group after the first slips came back."""
    returns = (
        Return("4821-7", "Muster, Mia und Jonas", is_back=True, comes=True, persons="2"),
        Return("4822-5", "Şahin, Elif"),
        Return("4823-3", "Łukasiewicz-Müller, Zofia", is_back=True),
        Return("4824-1", "Nguyễn, An"),
    )
    content = SeparatorContent(
        sample_event(), (GroupReturns("Frösche", returns),), house=sample_house()
    )
    return content, SeparatorParams()


SPEC = HandoutSpec(
    id="group_separator",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.HOUSE,
    params=SeparatorParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=fits,
)

"""A letter about an event to all families: read, sorted into stacks, with its slip or as a master.

Invitation and Elternbrief are two papers of this one idea; what they ask and how they say it is
their own. The notice of a new day uses its slip and its beginning and end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Protocol
from uuid import UUID

from kitadesk.domain.events import TextBlock
from kitadesk.domain.letters import WITHOUT_SLIP
from kitadesk.handouts.facts import (
    EventFacts,
    House,
    event_line,
    facts_box,
    reply_by,
    short_when,
)
from kitadesk.handouts.family_letters import (
    Edition,
    Household,
    family_line,
    households_of,
    in_order,
    opening,
    salutation,
    stacks,
)
from kitadesk.handouts.gathering import event_facts_of, house_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    FillIn,
    Heading,
    NewSheet,
    Paragraph,
    Slip,
    SlipSheet,
    TextStyle,
)
from kitadesk.handouts.letter_pages import page_of_letters
from kitadesk.handouts.qr_links import qr_of
from kitadesk.handouts.reply_slips import Question, SlipLine, in_full, whose_line
from kitadesk.queries.invited import invited
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households, slip_numbers
from kitadesk.queries.texts import event_texts

_CODE_MM = 20.0


@dataclass(frozen=True, slots=True)
class EventLetter:
    """House, event, texts, question and addressees; no household at all makes the blank form.

    A question of the kind WITHOUT_SLIP is a letter that wants no answer.
    """

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    body: tuple[str, ...] = ()
    closing: str = ""
    contact: str = ""
    question: Question | None = None
    households: tuple[Household, ...] = ()
    written_on: date | None = None

    @property
    def has_slip(self) -> bool:
        """Return whether an answer is wanted."""
        return self.question is None or self.question.kind is not WITHOUT_SLIP


class RunChoices(Protocol):
    """What can be chosen for every run of letters; each paper has its own params with these."""

    @property
    def edition(self) -> Edition:
        """A sheet for each family, or a master copy."""

    @property
    def separators(self) -> bool:
        """A sheet before each group."""

    @property
    def probe(self) -> bool:
        """One sheet only."""

    @property
    def large_print(self) -> bool:
        """The 14-pt edition."""


@dataclass(frozen=True, slots=True)
class LetterForm:
    """How one paper says it: title without an event, head of the slip, request, form to fill in.

    `reply` and `please` say it with the deadline of the letter; `blank_if` tells of which letter
    the form is printed; `slip_lines` are what the slip asks below whose it is. `answers` gives
    separators a column for answers; `link` is what a QR code above the closing words leads to.
    """

    title: str
    reply: Callable[[EventLetter], str]
    please: Callable[[EventLetter], str]
    lines: FillIn
    blank_if: Callable[[EventLetter], bool]
    slip_lines: Callable[[EventLetter], Iterator[SlipLine]]
    slip_head: SlipLine
    answers: bool = False
    link: str = ""


def read_letter(reader: Reader, event_id: UUID, on: date, *, reminder: bool) -> EventLetter:
    """Read the event, its texts and every household that gets paper; numbers as far as made."""
    texts, house = event_texts(reader, event_id), house_of(reader)
    facts = event_facts_of(reader, event_id)
    if reminder:
        rows = missing_households(reader, event_id, on)
        reminder_word = house.texts.say("family_letter.reminder")
        pretitle = " · ".join(part for part in (reminder_word, facts.pretitle) if part)
        facts = replace(facts, pretitle=pretitle)
    else:
        rows = invited(reader, event_id, on)
    return EventLetter(
        house=house,
        event=facts,
        body=tuple(texts[TextBlock.BODY].split("\n\n")),
        closing=texts[TextBlock.CLOSING].replace("\n\n", "\n"),
        contact=texts[TextBlock.CONTACT],
        households=households_of(rows, slip_numbers(reader, event_id)),
        written_on=on,
    )


def letter_document(letter: EventLetter, choices: RunChoices, form: LetterForm) -> Document:
    """The whole run, sorted by group and family; second households in their own stack behind."""
    households, texts = in_order(letter.households), letter.house.texts
    if choices.probe:
        households = households[:1]
    if choices.edition is Edition.MASTER or not households:
        blocks = tuple(_master(letter, form, households))
    else:
        one = partial(_one_letter, letter, form, _in_common(letter, form))
        separators = choices.separators and not choices.probe
        run = stacks(
            households, letter.event, one,
            texts=texts, separators=separators, answers=form.answers,
        )  # fmt: skip
        blocks = tuple(run)
    title = f"{form.title} {event_line(letter.event)}".strip()
    setup = page_of_letters(letter.households, large_print=choices.large_print)
    foot = texts.say("return_list.heading")  # of separators; letters have none
    return Document(title, blocks, setup, author=letter.house.name, foot=foot)


def beginning(
    letter: EventLetter, household: Household | None, title: str, over: str
) -> Iterator[Block]:
    """Letterhead, window address, title and salutation."""
    yield from opening(letter.house, household, letter.written_on)
    yield Heading(title, over=over)
    yield Paragraph(salutation(letter.house.texts, household))


def ending(letter: EventLetter) -> Iterator[Block]:
    """Who writes, and whom to ask."""
    for text in (letter.closing, letter.contact):
        if text:
            yield Paragraph(text)


def letter_slip(
    letter: EventLetter,
    household: Household | None,
    reply: str,
    lines: Iterable[SlipLine],
    blank_head: SlipLine,
) -> Slip:
    """The slip of a household with its number, or one without a name; the form has its own head.

    `reply` says at its top what is wanted, with the deadline.
    """
    head = (blank_head,) if letter.event == EventFacts() else ()
    whose = () if household else (whose_line(letter.house.texts),)
    return Slip(
        deadline=reply,
        event=letter.event.title,
        when=short_when(letter.event),
        family=family_line(household) if household else "",
        number=household.number if household else "",
        lines=(*head, *whose, *lines),
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """What all letters of a run have in common, made once: all below the salutation, the slip."""

    below: tuple[Block, ...]
    slip: Slip | None


def _in_common(letter: EventLetter, form: LetterForm) -> _Common:
    slip = _slip(letter, form, letter.households[0]) if letter.has_slip else None
    return _Common(tuple(_below_salutation(letter, form)), slip)


def _one_letter(
    letter: EventLetter, form: LetterForm, common: _Common, household: Household
) -> Iterator[Block]:
    """The letter of a household: its own are the address, the salutation and its line on the slip.

    It differs from the others in nothing else, so what was made for the first is taken as it is.
    """
    yield from _above(letter, form, household)
    yield from common.below
    if common.slip is not None:
        yield replace(common.slip, family=family_line(household), number=household.number)


def _master(letter: EventLetter, form: LetterForm, households: list[Household]) -> Iterator[Block]:
    """The letter without names, then the named slips; with no family the blank slip below it."""
    texts = letter.house.texts
    yield NewSheet(texts.say("family_letter.master"), fit=True)
    yield from _above(letter, form, None)
    yield from _below_salutation(letter, form)
    if not letter.has_slip:
        return
    if households:
        yield NewSheet(texts.say("family_letter.slips"), footer=False)
        yield SlipSheet(tuple(_slip(letter, form, household) for household in households))
    else:
        yield _slip(letter, form, None)


def _above(letter: EventLetter, form: LetterForm, household: Household | None) -> Iterator[Block]:
    """Everything down to the salutation."""
    return beginning(letter, household, letter.event.title or form.title, letter.event.pretitle)


def _below_salutation(letter: EventLetter, form: LetterForm) -> Iterator[Block]:
    """Everything between salutation and slip; it names nobody."""
    event = letter.event
    for text in letter.body:
        yield Paragraph(text)
    if form.blank_if(letter):
        yield form.lines
    box = facts_box(event, letter.house.texts)
    if box is not None:
        yield box
    yield from in_full(letter.question or Question())
    if reply_by(event) and letter.has_slip:
        yield Paragraph(form.please(letter), TextStyle.STRONG)
    yield from qr_of(form.link, letter.house.texts, _CODE_MM)
    yield from ending(letter)


def _slip(letter: EventLetter, form: LetterForm, household: Household | None) -> Slip:
    lines = form.slip_lines(letter)
    return letter_slip(letter, household, form.reply(letter), lines, form.slip_head)

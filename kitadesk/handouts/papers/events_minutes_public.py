"""The short minutes for the notice board: what was decided, with numbers and without names.

It reads neither who was there nor who does what, so that it cannot show it (field.md 5.5, 10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import long_date
from kitadesk.base.text import and_list
from kitadesk.domain.minutes import Votes, next_words
from kitadesk.handouts.facts import EventFacts, House, letterhead_of, sample_event, sample_house
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Column,
    Document,
    FillIn,
    Heading,
    PageSetup,
    Paragraph,
    Rule,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import SHIPPED, Texts
from kitadesk.queries.events import agenda_of
from kitadesk.queries.minutes import MinutesItemRow, minutes_of
from kitadesk.queries.reader import Reader

TITLE = "Kurzprotokoll zum Aushängen"
FORM_ROWS = 7
FORM_ROW_MM = 22.0
_POINT_WIDTH = 52.0


@dataclass(frozen=True, slots=True)
class PublicMinutesParams:
    """What can be chosen before printing."""

    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class PublicPoint:
    """One point as everybody may read it."""

    title: str
    text: str = ""
    decision: str = ""
    votes: str = ""

    @property
    def says_more(self) -> bool:
        """Whether there is more to read than the title."""
        return bool(self.text or self.decision or self.votes)


@dataclass(frozen=True, slots=True)
class PublicMinutes:
    """House, event, a number and the points; nobody is named in it."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    is_written: bool = False
    is_draft: bool = False
    present: str = ""
    points: tuple[PublicPoint, ...] = ()
    next_date: str = ""


def document(content: PublicMinutes, params: PublicMinutesParams) -> Document:
    """One sheet for the wall; without minutes the form to fill in."""
    texts, event = content.house.texts, content.event
    heading = texts.say("minutes_public.heading")
    draft = texts.say("minutes_public.draft") if content.is_draft else ""
    over = " · ".join(part for part in (heading, draft) if part)
    blocks: list[Block] = [*letterhead_of(content.house)]
    blocks.append(Heading(event.title or heading, over=over if event.title else ""))
    if event.title:
        blocks += _facts(content)
    else:
        blocks.append(FillIn(texts.parts("minutes_public.lines")))
    blocks += _points(content, texts) if content.is_written else _form(content, params)
    if content.next_date:
        blocks += [Spacer(2), Heading(texts.say("minutes_public.next"), level=2)]
        blocks.append(Paragraph(content.next_date, TextStyle.LEAD))
    if content.is_written:
        blocks += [Spacer(3), Rule(), Spacer(3), Paragraph(texts.say("minutes_public.more"))]
    setup = PageSetup(large_print=params.large_print)
    name = f"{texts.say('minutes_public.name')} {event.title}".strip()
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=heading)


def _facts(content: PublicMinutes) -> Iterator[Block]:
    event = content.event
    place = ", ".join(part for part in (event.place, event.address) if part)
    day = long_date(event.on) if event.on else ""
    for words in (" · ".join(part for part in (day, place) if part), content.present):
        if words:
            yield Paragraph(words, TextStyle.LEAD, keep=True)


def _points(content: PublicMinutes, texts: Texts) -> Iterator[Block]:
    for point in content.points:
        if point.says_more:
            yield Spacer(2)
            yield Heading(point.title, level=2)
            yield from _words(point, texts)
    rest = [point.title for point in content.points if not point.says_more]
    if rest:
        yield Spacer(3)
        yield Paragraph(texts.say("minutes_public.also", themen=and_list(rest)))


def _words(point: PublicPoint, texts: Texts) -> Iterator[Block]:
    if point.text:
        yield Paragraph(point.text, TextStyle.LEAD)
    if point.decision:
        said = f"{texts.say('minutes_public.decision')} {point.decision}"
        yield Paragraph(said, TextStyle.STRONG, keep=bool(point.votes))
    if point.votes:
        yield Paragraph(point.votes)


def _form(content: PublicMinutes, params: PublicMinutesParams) -> Iterator[Block]:
    """Room for a few words at each point of the agenda."""
    point, words = content.house.texts.parts("minutes_public.columns")
    width = _POINT_WIDTH * (1.2 if params.large_print else 1.0)
    yield Spacer(3)
    yield Table(
        columns=(Column(point, width=width, bold=True), Column(words)),
        rows=tuple((one.title, "") for one in content.points),
        row_height=FORM_ROW_MM,
        blank_rows=0 if content.points else FORM_ROWS,
        grid=True,
    )


def gather(
    reader: Reader, subject_id: UUID | None, params: PublicMinutesParams, on: date
) -> PublicMinutes:
    """Read what may hang on the wall; without minutes the points of the agenda."""
    event_id = subject_of(TITLE, subject_id)
    house, facts = house_of(reader), event_facts_of(reader, event_id)
    row = minutes_of(reader, event_id)
    if row is None:
        agenda = agenda_of(reader, event_id)
        return PublicMinutes(house, facts, points=tuple(PublicPoint(one.title) for one in agenda))
    count = row.present_count
    return PublicMinutes(
        house=house,
        event=facts,
        is_written=True,
        is_draft=not row.is_released,
        present=house.texts.counted("minutes_public.persons", count) if count is not None else "",
        points=tuple(_public(item) for item in row.items),
        next_date=next_words(row.next_on, row.next_at, row.next_note),
    )


def _public(item: MinutesItemRow) -> PublicPoint:
    """The result as it was written stays inside; the notice has words of its own."""
    return PublicPoint(item.title, item.public_text, item.decision, item.votes.words)


def blank(params: PublicMinutesParams) -> PublicMinutes:
    """A notice to be filled in by hand."""
    return PublicMinutes()


def sample() -> tuple[PublicMinutes, PublicMinutesParams]:
    """The short minutes of the invented joint evening."""
    points = (
        PublicPoint("Begrüßung"),
        PublicPoint(
            "Mit Kindern über Verlust sprechen",
            "Kinder brauchen kurze, wahre Sätze und verlässliche Zeiten.",
        ),
        PublicPoint(
            "Was nehmen wir mit in die Kitas?",
            "Gewünscht werden Bücher zum Ausleihen.",
            "Jede Kita richtet ein Regal mit Büchern zum Thema ein.",
            Votes(38, 0, 3).words,
        ),
        PublicPoint("Feedbackbogen und Abschluss"),
    )
    content = PublicMinutes(
        house=sample_house(),
        event=sample_event(),
        is_written=True,
        present=SHIPPED.counted("minutes_public.persons", 41),
        points=points,
        next_date="Donnerstag, 6. Mai 2027, ab 19:00 Uhr, Kita Sonnenschein",
    )
    return content, PublicMinutesParams()


SPEC = HandoutSpec(
    id="minutes_public",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.PUBLIC,
    params=PublicMinutesParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)

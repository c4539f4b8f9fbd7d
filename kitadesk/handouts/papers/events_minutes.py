"""The minutes of an evening to sign: who was there, what was said, decided and taken on.

Without minutes it is the form to write along on, with the points of the agenda (field.md 4, 9).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from kitadesk.base.dates import long_date, short_date
from kitadesk.domain.minutes import Votes, next_words, span_words
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
    SignatureLines,
    Spacer,
    Table,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import SHIPPED, Texts
from kitadesk.queries.events import agenda_of
from kitadesk.queries.minutes import MinutesItemRow, MinutesRow, MinutesTaskRow, minutes_of
from kitadesk.queries.reader import Reader

TITLE = "Protokoll"
FORM_ROWS = 8
FORM_ROW_MM = 20.0
"""A point takes some lines of handwriting."""
_LABEL_WIDTH = 36.0
_VOTE_WIDTH = 13.0
_WHO_WIDTH = 42.0


@dataclass(frozen=True, slots=True)
class MinutesParams:
    """What can be chosen before printing."""

    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Duty:
    """Who does what until when."""

    what: str
    who: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class MinutesPoint:
    """One point as it is printed."""

    title: str
    content: str = ""
    decision: str = ""
    votes: str = ""
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """House, event and what was written; `is_written` parts minutes from the form for them."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)
    is_written: bool = False
    is_draft: bool = False
    span: str = ""
    chair: str = ""
    writer: str = ""
    present: str = ""
    excused: str = ""
    guests: str = ""
    points: tuple[MinutesPoint, ...] = ()
    next_date: str = ""


def document(content: MinutesContent, params: MinutesParams) -> Document:
    """The minutes with their signatures, or the form to write along on."""
    texts, event = content.house.texts, content.event
    heading = texts.say("minutes.heading")
    over = f"{heading} · {texts.say('minutes.draft')}" if content.is_draft else heading
    blocks: list[Block] = [*letterhead_of(content.house)]
    blocks.append(Heading(event.title or heading, over=over if event.title else ""))
    wide = 1.3 if params.large_print else 1.0
    if content.is_written:
        blocks.append(_facts(content, wide))
        for number, point in enumerate(content.points, start=1):
            blocks += _point(point, number, texts)
        if content.next_date:
            blocks += [Spacer(1.5), Heading(texts.say("minutes.next"), level=2)]
            blocks.append(Paragraph(content.next_date))
    else:
        blocks += _form(content, wide)
    if isinstance(blocks[-1], Paragraph):  # signatures never stand alone on a page
        blocks[-1] = replace(blocks[-1], keep=True)
    blocks += [Spacer(10), SignatureLines(_signatures(content))]
    setup = PageSetup(large_print=params.large_print)
    name = f"{heading} {event.title}".strip()
    return Document(name, tuple(blocks), setup, author=content.house.name, foot=heading)


def _facts(content: MinutesContent, wide: float) -> Table:
    """What is known of the evening, a line each; what nobody wrote is left out."""
    rows = zip(content.house.texts.parts("minutes.head"), _head_values(content), strict=True)
    columns = (Column("", width=_LABEL_WIDTH * wide, bold=True), Column(""))
    return Table(columns, tuple(row for row in rows if row[1]), row_height=6.0)


def _head_values(content: MinutesContent) -> tuple[str, ...]:
    event = content.event
    day = long_date(event.on) if event.on else ""
    return (
        ", ".join(part for part in (day, content.span) if part),
        ", ".join(part for part in (event.place, event.address) if part),
        content.chair,
        content.writer,
        content.present,
        content.excused,
        content.guests,
    )


def _point(point: MinutesPoint, number: int, texts: Texts) -> Iterator[Block]:
    decision, votes, duty = texts.parts("minutes.point")
    yield Spacer(1.5)
    yield Heading(f"{number}. {point.title}", level=2)
    if point.content:
        yield Paragraph(point.content)
    if point.decision:
        yield Paragraph(f"{decision}: {point.decision}", TextStyle.STRONG, keep=bool(point.votes))
    if point.votes:
        yield Paragraph(f"{votes}: {point.votes}")
    for one in point.duties:
        until = texts.say("minutes.until", tag=one.until) if one.until else ""
        rest = ", ".join(part for part in (one.who, until) if part)
        yield Paragraph(" – ".join(part for part in (f"{duty}: {one.what}", rest) if part))


def _form(content: MinutesContent, wide: float) -> Iterator[Block]:
    """Lines for what is not known yet, and room for each point of the agenda."""
    texts = content.house.texts
    labels = texts.parts("minutes.head")
    known = _head_values(content)
    if content.event.title:
        yield _facts(content, wide)
        asked = tuple(label for label, value in zip(labels, known, strict=True) if not value)
        yield FillIn(asked)
    else:
        yield FillIn((texts.say("minutes.event_line"), *labels))
    yield Spacer(4)
    point, *votes, who = texts.parts("minutes.heads")
    columns = (
        Column(point, share=2.0),
        *(Column(vote, width=_VOTE_WIDTH * wide) for vote in votes),
        Column(who, width=_WHO_WIDTH * wide),
    )
    empty = ("",) * (len(columns) - 1)
    yield Table(
        columns=columns,
        rows=tuple((one.title, *empty) for one in content.points),
        row_height=FORM_ROW_MM,
        blank_rows=0 if content.points else FORM_ROWS,
        grid=True,
        numbered=True,
    )


def _signatures(content: MinutesContent) -> tuple[str, ...]:
    """Who signs: the label, and the name where somebody is known."""
    labels = content.house.texts.parts("minutes.signatures")
    names = (content.chair, content.writer)
    return tuple(
        ", ".join(part for part in pair if part) for pair in zip(labels, names, strict=True)
    )


def gather(
    reader: Reader, subject_id: UUID | None, params: MinutesParams, on: date
) -> MinutesContent:
    """Read the minutes of an event; without any, what its agenda gives to write along on."""
    event_id = subject_of(TITLE, subject_id)
    house, facts = house_of(reader), event_facts_of(reader, event_id)
    row = minutes_of(reader, event_id)
    if row is None:
        points = tuple(MinutesPoint(item.title) for item in agenda_of(reader, event_id))
        span = span_words(facts.starts, facts.ends)
        return MinutesContent(house, facts, span=span, points=points)
    return MinutesContent(
        house=house,
        event=facts,
        is_written=True,
        is_draft=not row.is_released,
        span=span_words(row.begins_at, row.ends_at),
        chair=row.chair,
        writer=row.writer,
        present=_present(row, house.texts),
        excused=row.excused,
        guests=row.guests,
        points=tuple(_point_of(item) for item in row.items),
        next_date=next_words(row.next_on, row.next_at, row.next_note),
    )


def _present(row: MinutesRow, texts: Texts) -> str:
    count = row.present_count
    number = texts.counted("minutes.persons", count) if count is not None else ""
    return ": ".join(part for part in (number, row.present) if part)


def _point_of(item: MinutesItemRow) -> MinutesPoint:
    votes = (item.votes.words, item.votes.outcome)
    return MinutesPoint(
        title=item.title,
        content=item.content,
        decision=item.decision,
        votes=" · ".join(part for part in votes if part),
        duties=tuple(_duty(task) for task in item.tasks if not task.is_not_needed),
    )


def _duty(task: MinutesTaskRow) -> Duty:
    until = short_date(task.due_on) if task.due_on else ""
    return Duty(task.title, task.responsible, until)


def blank(params: MinutesParams) -> MinutesContent:
    """A form to be filled in by hand."""
    return MinutesContent()


def sample() -> tuple[MinutesContent, MinutesParams]:
    """The minutes of the invented joint evening."""
    points = (
        MinutesPoint("Begrüßung", "Die Koordinatorin begrüßt die Eltern aller Häuser."),
        MinutesPoint(
            "Mit Kindern über Verlust sprechen",
            "Kinder trauern in Pfützen: Sie springen hinein und wieder heraus.\n"
            "Hilfreich sind kurze, wahre Sätze und verlässliche Zeiten.",
        ),
        MinutesPoint(
            "Was nehmen wir mit in die Kitas?",
            "Gewünscht werden Bücher zum Ausleihen und ein Gespräch in kleiner Runde.",
            decision="Jede Kita richtet ein Regal mit Büchern zum Thema ein.",
            votes=" · ".join((Votes(38, 0, 3).words, Votes(38, 0, 3).outcome)),
            duties=(
                Duty("Bücherliste an alle Häuser schicken", "Mia Muster", "Fr 16. April 2027"),
                Duty("Regal aufstellen", "Kita-Leitungen", "Mo 31. Mai 2027"),
            ),
        ),
    )
    content = MinutesContent(
        house=sample_house(),
        event=sample_event(),
        is_written=True,
        span="19:00 bis 21:10 Uhr",
        chair="Anna Beispiel",
        writer="Mia Muster",
        present=SHIPPED.counted("minutes.persons", 41),
        excused="Kita Storchennest",
        guests="Frau Vogel, Beratungsstelle",
        points=points,
        next_date="Donnerstag, 6. Mai 2027, ab 19:00 Uhr, Kita Sonnenschein",
    )
    return content, MinutesParams()


SPEC = HandoutSpec(
    id="minutes",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.FAMILY,
    params=MinutesParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)

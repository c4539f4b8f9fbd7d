"""The notice at the door: one sheet that is read from two metres, without any personal data.

On A3 it is the same seen larger, on A5 a leaflet, printed twice on a sheet that is cut once.
What is not known is not printed; a long title and many facts are set smaller, not cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import Enum
from uuid import UUID

from kitadesk.base.dates import long_date, spoken_time
from kitadesk.base.text import and_list
from kitadesk.domain.event_text import (
    Announced,
    heading_of,
    reply_day,
)
from kitadesk.domain.event_texts import time_span
from kitadesk.handouts.blank_forms import fill_in
from kitadesk.handouts.event_text import ways_to_ask
from kitadesk.handouts.facts import House, letterhead_of, sample_event, sample_house
from kitadesk.handouts.gathering import house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Block,
    Document,
    Heading,
    NewSheet,
    PageSetup,
    PaperSize,
    Paragraph,
    Rule,
    Spacer,
    TextStyle,
    TwoUp,
)
from kitadesk.handouts.qr_links import HINT, LABEL, qr_of
from kitadesk.handouts.spec import Area, HandoutSpec, Link, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.event_text import announced
from kitadesk.queries.reader import Reader

TITLE = "Aushang"
_CODE_MM = 36.0
_FREE_LINES = {True: (2, 1, 1, 1, 2, 1), False: (3, 2, 2, 2, 3, 1)}
"""Lines below each label of the form, on a leaflet or a larger sheet."""


class Reply(Enum):
    """What stands at the foot about answering."""

    ASK = "ask"
    NONE = "none"


class Format(Enum):
    """How large the sheet is; letters and edges grow and shrink with it."""

    A4 = "a4"
    A3 = "a3"
    LEAFLET = "a5"


_FORMATS = {"a4": "A4", "a3": "A3", "a5": "Handzettel A5, zwei auf einem Blatt"}
_SHEETS = {
    Format.A4: PageSetup(footer=False, scaled=True),
    Format.A3: PageSetup(PaperSize.A3, footer=False, scaled=True),
    Format.LEAFLET: PageSetup(PaperSize.A5, footer=False, scaled=True, two_up=TwoUp.TWICE),
}


@dataclass(frozen=True, slots=True)
class PosterParams:
    """What can be chosen before printing."""

    size: Format = param("Format", Format.A4, choices=_FORMATS)  # noqa: RUF009  # a dataclass field
    reply: Reply = param(  # noqa: RUF009  # param is a dataclass field
        "Um Rückmeldung bitten",
        Reply.ASK,
        choices={"ask": "Ja, mit Tag und Telefon", "none": "Nein, nur die Einladung"},
    )
    link: Link = param(LABEL, Link(""), hint=HINT)  # noqa: RUF009  # a dataclass field


@dataclass(frozen=True, slots=True)
class PosterContent:
    """The house and what the event says of itself in public."""

    house: House = field(default_factory=House)
    event: Announced = field(default_factory=lambda: Announced(""))


def document(content: PosterContent, params: PosterParams) -> Document:
    """One sheet, its air spread so that it is filled; without an event the form to fill in."""
    event, texts = content.event, content.house.texts
    name = texts.say("poster.heading")
    blocks: list[Block] = [NewSheet(name, fit=True)]
    blocks += letterhead_of(replace(content.house, lines=()))
    if event == Announced(""):
        lines = fill_in(texts.parts("poster.lines"), _free_lines(params))
        blocks += [Heading(texts.say("poster.blank_title"), level=-1), lines]
    else:
        blocks += _what(event, texts)
        blocks += _when_and_where(event, texts)
        blocks += _at_the_foot(event, params, texts)
    blocks += _code(params, texts)
    title = f"{name} {event.title}".strip()
    sheet = _SHEETS[params.size]
    return Document(title, tuple(blocks), sheet, author=content.house.name, foot=name)


def _free_lines(params: PosterParams) -> tuple[int, ...]:
    """How many lines follow each label; on a leaflet a code takes the room of some."""
    is_leaflet = params.size is Format.LEAFLET
    return (1, 1) if is_leaflet and params.link else _FREE_LINES[is_leaflet]


def _what(event: Announced, texts: Texts) -> Iterator[Block]:
    over, title = heading_of(event)
    yield Spacer(6)
    if over:
        yield Paragraph(over, TextStyle.POSTER, keep=True)
    yield Heading(title or texts.say("poster.blank_title"), level=-1)
    if event.subtitle:
        yield Paragraph(event.subtitle, TextStyle.POSTER)
    yield Spacer(6)
    yield Rule()
    yield Spacer(8)


def _when_and_where(event: Announced, texts: Texts) -> Iterator[Block]:
    """Day, time and place stand big and each on lines of its own."""
    for words in (_day(event), time_span(event.starts_at, event.ends_at)):
        if words:
            yield Paragraph(words, TextStyle.POSTER_STRONG, keep=True)
    if event.doors_at:
        doors = texts.say("poster.doors", uhrzeit=spoken_time(event.doors_at))
        yield Paragraph(doors, TextStyle.POSTER)
    yield Spacer(4)
    if event.place:
        yield Paragraph(event.place, TextStyle.POSTER_STRONG)
    yield Spacer(4)
    for words in _offers(event, texts):
        yield Paragraph(words, TextStyle.POSTER)


def _offers(event: Announced, texts: Texts) -> Iterator[str]:
    """What is offered: fee, child care, interpreters, each a few words."""
    if event.fee:
        yield event.fee
    if event.has_childcare:
        yield texts.say("event_box.childcare")
    if event.languages:
        yield texts.say("event_box.interpreters", sprachen=and_list(event.languages))


def _day(event: Announced) -> str:
    days = (event.on_date, event.until_date)
    words = [long_date(day) for day in days if day is not None]
    is_longer = len(words) == 2 and words[0] != words[1]
    return " bis ".join(words) if is_longer else "".join(words[:1])


def _at_the_foot(event: Announced, params: PosterParams, texts: Texts) -> Iterator[Block]:
    """Who invites, and how to answer; the way only where the house has given one."""
    day = reply_day(event) if params.reply is Reply.ASK else ""
    ask = texts.say("poster.please", frist=day) if day else ""
    ways = ways_to_ask(event, texts) if params.reply is Reply.ASK else ""
    host = texts.say("poster.host", name=event.invited_by) if event.invited_by else ""
    lines = [line for line in (ask, ways, host) if line]
    if lines:
        yield Spacer(6)
        yield Rule()
        yield Spacer(4)
    for line in lines:
        yield Paragraph(line, TextStyle.POSTER)


def _code(params: PosterParams, texts: Texts) -> Iterator[Block]:
    """The code grows with the sheet, for it is scanned from as far as the title is read."""
    if params.link:
        yield Spacer(4)
    size = _CODE_MM * _SHEETS[params.size].scale
    yield from qr_of(params.link, texts, size, TextStyle.POSTER)


def gather(
    reader: Reader, subject_id: UUID | None, params: PosterParams, on: date
) -> PosterContent:
    """Read the public side of an event."""
    return PosterContent(house_of(reader), announced(reader, subject_of(TITLE, subject_id)))


def blank(params: PosterParams) -> PosterContent:
    """A notice to be filled in by hand."""
    return PosterContent()


def sample() -> tuple[PosterContent, PosterParams]:
    """The invented joint evening."""
    facts = sample_event()
    event = Announced(
        title=facts.title,
        pretitle=facts.pretitle,
        subtitle="Kinder in Trennung, Trauer und Verlust begleiten",
        on_date=facts.on,
        starts_at=time(19),
        ends_at=time(21),
        doors_at=facts.doors,
        place=f"{facts.place}, {facts.address}",
        fee=facts.fee,
        has_childcare=True,
        languages=facts.interpreters,
        reply_until=facts.reply_by,
        invited_by="alle Kitas",
        phone="037207 555-0",
        email="kita@example.org",
    )
    return PosterContent(sample_house(), event), PosterParams()


SPEC = HandoutSpec(
    id="poster",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.PUBLIC,
    params=PosterParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
    one_size="Ein Aushang ist größer als 14 Punkt.",
)

"""Who brings what: a list that hangs for all to write on, or strips to tear off and take along.

Everybody reads it, so nothing about a family is printed: first name and group are written by hand,
and on strips nobody is named at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from kitadesk.handouts.facts import (
    EventFacts,
    House,
    sample_event,
    sample_house,
    short_when,
    when,
)
from kitadesk.handouts.gathering import event_facts_of, house_of, is_evening, subject_of
from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    CellKind,
    Column,
    Document,
    FillIn,
    Heading,
    Margins,
    NewSheet,
    PageSetup,
    Paragraph,
    Spacer,
    Table,
    TearStrip,
    TearStrips,
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.queries.reader import Reader

TITLE = "Mitbringliste, Abreißzettel"
ROW_HEIGHT = 11.0
STRIPS, LARGE_STRIPS = 9, 7
"""Strips side by side on a sheet, and in the 14-pt edition."""
MOST_WANTED = 100
_EDGES = Margins(top=13, right=14, bottom=12, left=16)


class Form(Enum):
    """How people say what they bring."""

    LIST = "list"
    STRIPS = "strips"


@dataclass(frozen=True, slots=True)
class SignUpParams:
    """What can be chosen before printing."""

    form: Form = param(  # noqa: RUF009  # param is a dataclass field
        "Form",
        Form.LIST,
        choices={"list": "Liste zum Eintragen", "strips": "Zettel zum Abreißen"},
    )
    title: str = param("Überschrift", "", hint="wenn leer: Wer bringt was mit?")
    wanted: tuple[str, ...] = param(
        "Was gebraucht wird",
        (),
        hint="mit Semikolon getrennt: 2 Kuchen; Saft; Besteck",
        maximum=MOST_WANTED,
    )
    blank_rows: int = param("Leere Zeilen der Liste", 11, maximum=100)
    allergens: bool = param("Nach Allergenen fragen", default=True)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class SignUpContent:
    """The house and the event; no family, whatever was replied."""

    house: House = field(default_factory=House)
    event: EventFacts = field(default_factory=EventFacts)


def document(content: SignUpContent, params: SignUpParams) -> Document:
    """The list with what is wanted and blank rows, or strips for the same."""
    event = content.event
    heading = params.title or content.house.texts.say("sign_up.heading")
    draw = _strips if params.form is Form.STRIPS else _list
    setup = PageSetup(landscape=True, margins=_EDGES, large_print=params.large_print)
    title = f"{heading} {event.title}".strip()
    blocks = tuple(draw(content, params, heading))
    return Document(title, blocks, setup, author=content.house.name, foot=heading)


def _head(content: SignUpContent, heading: str, level: int, style: TextStyle) -> Iterator[Block]:
    event = content.event
    over = " · ".join(part for part in (content.house.name, event.title) if part)
    yield Heading(heading, level=level, over=over)
    where = ", ".join(part for part in (event.place, event.address) if part)
    facts = " · ".join(part for part in (when(event), where) if part)
    if facts:
        yield Paragraph(facts, style)
    elif not event.title:
        yield FillIn((content.house.texts.say("sign_up.event"),))


def _list(content: SignUpContent, params: SignUpParams, heading: str) -> Iterator[Block]:
    texts = content.house.texts
    yield from _head(content, heading, 1, TextStyle.STRONG)
    child, group, count, what, allergens = texts.parts("sign_up.heads")
    columns = [
        Column(child, width=56, kind=CellKind.LINE),
        Column(group, width=34, kind=CellKind.LINE),
        Column(count, width=22, align=Align.CENTER, kind=CellKind.LINE),
        Column(what, bold=True),
    ]
    if params.allergens:
        columns.append(Column(allergens, width=62, kind=CellKind.LINE))
    yield Table(
        columns=tuple(columns),
        rows=tuple(
            tuple(item if column.bold else "" for column in columns) for item in params.wanted
        ),
        row_height=ROW_HEIGHT,
        blank_rows=params.blank_rows,
        grid=True,
    )
    yield Spacer(2)
    notes = [texts.say("sign_up.public")]
    if params.allergens:
        notes.append(texts.say("sign_up.allergens"))
    yield Paragraph("\n".join(notes), TextStyle.NOTE)


def _strips(content: SignUpContent, params: SignUpParams, heading: str) -> Iterator[Block]:
    """A notice for each sheet of strips; the last one is filled up with strips to write on."""
    texts = content.house.texts
    per_sheet = LARGE_STRIPS if params.large_print else STRIPS
    wanted = params.wanted or ("",)
    items = (*wanted, *("",) * (-len(wanted) % per_sheet))
    for start in range(0, len(items), per_sheet):
        yield NewSheet(heading, footer=False)
        yield from _head(content, heading, -1, TextStyle.LEAD)
        yield Spacer(6)
        yield Paragraph(texts.say("sign_up.tear_off"), TextStyle.POSTER)
        if params.allergens:
            yield Paragraph(texts.say("sign_up.ingredients"), TextStyle.POSTER)
        chosen = items[start : start + per_sheet]
        yield TearStrips(tuple(_strip(item, content) for item in chosen), per_sheet)


def _strip(item: str, content: SignUpContent) -> TearStrip:
    event = content.event
    lines = tuple(line for line in (short_when(event), event.title) if line)
    return TearStrip(content.house.texts.say("sign_up.strip"), item, lines)


def gather(
    reader: Reader, subject_id: UUID | None, params: SignUpParams, on: date
) -> SignUpContent:
    """Read what is public about the event."""
    event_id = subject_of(TITLE, subject_id)
    return SignUpContent(house_of(reader), event_facts_of(reader, event_id))


def blank(params: SignUpParams) -> SignUpContent:
    """A list for any occasion."""
    return SignUpContent()


def sample() -> tuple[SignUpContent, SignUpParams]:
    """The invented joint evening and what is wanted for it."""
    wanted = ("2 Kuchen", "Saft und Wasser", "Obst, klein geschnitten")
    return SignUpContent(sample_house(), sample_event()), SignUpParams(wanted=wanted, blank_rows=7)


SPEC = HandoutSpec(
    id="sign_up",
    title=TITLE,
    area=Area.EVENTS,
    subject=SubjectKind.EVENT,
    privacy=Privacy.PUBLIC,
    params=SignUpParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    fits=is_evening,
)

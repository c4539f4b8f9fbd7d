"""Monday's sheet for each group: what to hand out, and whose slips are still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kitadesk.base.dates import day_month, long_date, working_week
from kitadesk.base.errors import UserError
from kitadesk.handouts.facts import House, sample_house
from kitadesk.handouts.gathering import house_of
from kitadesk.handouts.kit.blocks import (
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
    TextStyle,
)
from kitadesk.handouts.spec import Area, HandoutSpec, Privacy, SubjectKind, param
from kitadesk.handouts.texts import Texts
from kitadesk.queries.group_work import GroupWork, HandOut, group_work
from kitadesk.queries.people import groups
from kitadesk.queries.reader import Reader

TITLE = "Wochenzettel der Gruppen"
_EDGES = Margins(top=14, right=16, bottom=12, left=18)
_BLANK_ROWS = 22


@dataclass(frozen=True, slots=True)
class GroupWorkParams:
    """What can be chosen before printing."""

    names: bool = param("Namen beim Austeilen nennen", default=False)
    large_print: bool = param("Große Schrift (14 Punkt)", default=False)


@dataclass(frozen=True, slots=True)
class Stack:
    """Letters of one event: the day by which, and the families."""

    title: str
    until: date | None
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """One group's sheet."""

    name: str
    to_hand_out: tuple[Stack, ...] = ()
    missing: tuple[Stack, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupWorkContent:
    """The house, the day and the groups that have something to do."""

    house: House = field(default_factory=House)
    on: date | None = None
    groups: tuple[GroupSheet, ...] = ()


def document(content: GroupWorkContent, params: GroupWorkParams) -> Document:
    """One sheet per group; where there is nothing to do, one sheet that says so."""
    setup = PageSetup(margins=_EDGES, large_print=params.large_print)
    texts = content.house.texts
    name = texts.say("group_work.heading")
    blocks: list[Block] = []
    if content.on is not None and not content.groups:
        nothing = texts.say("group_work.nothing")
        blocks = [Heading(name, over=_over(content)), Paragraph(nothing)]
    else:
        for group in content.groups or (GroupSheet(""),):
            blocks += _sheet(group, content, params)
    return Document(name, tuple(blocks), setup, author=content.house.name)


def _over(content: GroupWorkContent) -> str:
    texts, week = content.house.texts, ""
    if content.on:
        week = texts.say("group_work.week", tag=long_date(working_week(content.on).first))
    name = texts.say("group_work.heading")
    return " · ".join(part for part in (content.house.name, name, week) if part)


def _sheet(
    group: GroupSheet, content: GroupWorkContent, params: GroupWorkParams
) -> Iterator[Block]:
    texts = content.house.texts
    yield NewSheet(group.name)
    yield Heading(group.name or texts.say("common.group_line"), over=_over(content))
    is_blank = content.on is None
    if group.to_hand_out or is_blank:
        yield Heading(texts.say("group_work.hand_out"), level=2)
        yield from (FillIn(texts.parts("group_work.lines")),) if is_blank else ()
        for stack in group.to_hand_out:
            yield from _to_hand_out(stack, params, texts)
        yield Spacer(4)
    if group.missing or is_blank:
        yield Heading(texts.say("group_work.not_back"), level=2)
        yield Paragraph(texts.say("group_work.ask"), TextStyle.SMALL, keep=True)
        for stack in group.missing or (Stack("", None, ()),):
            yield from _missing(stack, texts)


def _to_hand_out(stack: Stack, params: GroupWorkParams, texts: Texts) -> Iterator[Block]:
    count = texts.counted("group_work.letters", len(stack.families))
    until = texts.say("group_work.until", tag=day_month(stack.until)) if stack.until else ""
    words = " · ".join(part for part in (stack.title, count, until) if part)
    yield Paragraph(words, TextStyle.STRONG, keep=params.names)
    if params.names:
        yield Paragraph("; ".join(stack.families), TextStyle.SMALL)


def _missing(stack: Stack, texts: Texts) -> Iterator[Block]:
    day, number = day_month(stack.until) if stack.until else "", len(stack.families)
    until = texts.say("group_work.return_by", tag=day) if day else ""
    count = texts.counted("group_work.missing", number) if number else ""
    words = " · ".join(part for part in (stack.title, until, count) if part)
    if words:
        yield Paragraph(words, TextStyle.STRONG, keep=True)
    family, asked, answer = texts.parts("group_work.heads")
    columns = (
        Column(family, share=2),
        Column(asked, width=28, kind=CellKind.TICK),
        Column(answer, kind=CellKind.LINE),
    )
    rows = tuple((family, "", "") for family in stack.families)
    yield Table(columns, rows, row_height=8.0, blank_rows=0 if rows else _BLANK_ROWS)
    yield Spacer(4)


def gather(
    reader: Reader, subject_id: UUID | None, params: GroupWorkParams, on: date
) -> GroupWorkContent:
    """Read all groups, or the one that is asked for."""
    if subject_id is not None and subject_id not in {one.id for one in groups(reader, on)}:
        raise UserError("record_gone")
    found = group_work(reader, on)
    wanted = [one for one in found if subject_id in (None, one.group_id)]
    house = house_of(reader)
    without = house.texts.say("common.no_group")
    return GroupWorkContent(house, on, tuple(_group(one, without) for one in wanted))


def _group(work: GroupWork, without: str) -> GroupSheet:
    return GroupSheet(
        work.name or without,
        tuple(map(_stack, work.to_hand_out)),
        tuple(map(_stack, work.missing)),
    )


def _stack(part: HandOut) -> Stack:
    return Stack(part.title, part.until, part.labels)


def blank(params: GroupWorkParams) -> GroupWorkContent:
    """A sheet to be filled in by hand."""
    return GroupWorkContent()


def sample() -> tuple[GroupWorkContent, GroupWorkParams]:
    """An invented Monday of one group."""
    families = ("Muster, Mia und Jonas", "Şahin, Elif", "Łukasiewicz-Müller, Zofia")
    group = GroupSheet(
        "Frösche",
        (Stack("Martinsfest", date(2027, 3, 5), (*families, "Nguyễn, An")),),
        (Stack("Themenabend", date(2027, 3, 24), families),),
    )
    return GroupWorkContent(sample_house(), date(2027, 3, 1), (group,)), GroupWorkParams()


SPEC = HandoutSpec(
    id="group_work",
    title=TITLE,
    area=Area.GENERAL,
    subject=SubjectKind.GROUP,
    privacy=Privacy.HOUSE,
    params=GroupWorkParams,
    gather=gather,
    blank=blank,
    sample=sample,
    document=document,
    needs_subject=False,
)

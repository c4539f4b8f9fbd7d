"""The list of one group's slips: separator before its stack, and list for the returns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kitadesk.handouts.facts import EventFacts, event_line, reply_by
from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    CellKind,
    Column,
    Counts,
    FillIn,
    GroupBreak,
    Heading,
    NewSheet,
    Paragraph,
    Row,
    Table,
    TextStyle,
)
from kitadesk.handouts.texts import Texts

_MOST_COUNTS = 4
"""More sums do not stand side by side; they follow each other in one line."""
Sums = tuple[tuple[str, str], ...]


class Way(Enum):
    """How a slip goes out; those of second households are parted, post first."""

    IN_GROUP = 0
    BY_POST = 1
    BY_HAND = 2


@dataclass(frozen=True, slots=True)
class Return:
    """One slip that is expected back: its number, family and children, what is known already.

    `answer` is what a letter's slip said, in words. `way` parts a stack: by post, by
    hand; a stack that lies in its group is not parted.
    """

    number: str
    family: str
    is_back: bool = False
    comes: bool = False
    persons: str = ""
    way: Way = Way.IN_GROUP
    answer: str = ""


def return_list(
    group: str,
    event: EventFacts,
    returns: tuple[Return, ...],
    *,
    texts: Texts,
    blank_rows: int,
    answers: bool = False,
    sums: Sums = (),
) -> tuple[Block, ...]:
    """The sheet of one group; the counts at its foot are filled in by hand, or known already.

    With `answers` it is the list of a letter: what was answered instead of who comes.
    """
    deadline = reply_by(event)
    back = texts.say("return_list.return_by", frist=deadline) if deadline else ""
    slips = texts.counted("return_list.slips", len(returns)) if returns else ""
    facts = " · ".join(part for part in (back, slips) if part)
    is_blank = event == EventFacts() and not returns
    rows = _rows(returns, texts, answers=answers)
    back_of = texts.say("return_list.back")
    if returns:
        back_of = texts.say("return_list.back_of", anzahl=str(len(returns)))
    person_sums = tuple((word, "") for word in texts.parts("return_list.sums"))
    return (
        NewSheet(texts.say("return_list.group", gruppe=group), footer=True),
        Heading(group or f"{texts.say('common.group_line')} ", level=0, over=event_line(event)),
        FillIn(texts.parts("return_list.lines")) if is_blank else _strong(facts),
        Table(
            tuple(_answer_columns(texts) if answers else _columns(texts)),
            rows,
            row_height=_row_height(len(rows) + blank_rows),
            blank_rows=blank_rows,
        ),
        *_foot(back_of, sums if answers else person_sums),
    )


def _foot(back_of: str, sums: Sums) -> tuple[Block, ...]:
    """The counts side by side, or where a letter has many choices one after the other."""
    if len(sums) <= _MOST_COUNTS:
        return (Counts(((back_of, ""), *sums)),)
    line = " · ".join(f"{word}: {value or '____'}" for word, value in sums)
    return (Counts(((back_of, ""),)), _strong(line))


def _strong(text: str) -> Paragraph:
    return Paragraph(text, TextStyle.STRONG)


def _columns(texts: Texts) -> Iterator[Column]:
    number, family, back, comes, persons, remark = texts.parts("return_list.heads")
    yield Column(number, width=18, bold=True)
    yield Column(family, share=2)
    yield Column(back, width=17, align=Align.CENTER, kind=CellKind.TICK)
    yield Column(comes, width=17, align=Align.CENTER, kind=CellKind.TICK)
    yield Column(persons, width=20, align=Align.CENTER, kind=CellKind.LINE)
    yield Column(remark, width=30, kind=CellKind.LINE)


def _answer_columns(texts: Texts) -> Iterator[Column]:
    number, family, back, answer, remark = texts.parts("return_list.answer_heads")
    yield Column(number, width=18, bold=True)
    yield Column(family, share=2)
    yield Column(back, width=17, align=Align.CENTER, kind=CellKind.TICK)
    yield Column(answer, share=1.2, kind=CellKind.LINE)
    yield Column(remark, width=30, kind=CellKind.LINE)


def _rows(returns: tuple[Return, ...], texts: Texts, *, answers: bool) -> tuple[Row, ...]:
    """One row per slip; a line above each part of a parted stack says how it is handed out."""
    rows: list[Row] = []
    for way, slips in groupby(returns, lambda item: item.way):
        found = [_row(item, answers=answers) for item in slips]
        if way is not Way.IN_GROUP:
            by_post, by_hand = texts.parts("return_list.ways")
            words = by_post if way is Way.BY_POST else by_hand
            rows.append(GroupBreak(f"{words} ({len(found)})"))
        rows += found
    return tuple(rows)


def _row(item: Return, *, answers: bool) -> tuple[str, ...]:
    is_back, comes = "x" if item.is_back else "", "x" if item.comes else ""
    if answers:
        return (item.number, item.family, is_back, item.answer, "")
    return (item.number, item.family, is_back, comes, item.persons, "")


def way_of(*, is_second: bool, by_post: bool) -> Way:
    """How a second household gets its letter; the first ones simply lie in their group."""
    if not is_second:
        return Way.IN_GROUP
    return Way.BY_POST if by_post else Way.BY_HAND


def _row_height(rows: int) -> float:
    """Up to 24 rows and the sums stay on one sheet; a hand needs at least 8 mm."""
    return 9.0 if rows <= 18 else 8.0

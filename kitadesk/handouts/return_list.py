"""The list of one group's slips: separator before its stack, and list for the returns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kitadesk.base.text import plural
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

_COLUMNS = (
    Column("Nr.", width=18, bold=True),
    Column("Familie", share=2),
    Column("zurück", width=17, align=Align.CENTER, kind=CellKind.TICK),
    Column("kommt", width=17, align=Align.CENTER, kind=CellKind.TICK),
    Column("Personen", width=20, align=Align.CENTER, kind=CellKind.LINE),
    Column("Bemerkung", width=30, kind=CellKind.LINE),
)


_ANSWER_COLUMNS = (
    Column("Nr.", width=18, bold=True),
    Column("Familie", share=2),
    Column("zurück", width=17, align=Align.CENTER, kind=CellKind.TICK),
    Column("Antwort", share=1.2, kind=CellKind.LINE),
    Column("Bemerkung", width=30, kind=CellKind.LINE),
)
_MOST_COUNTS = 4
"""More sums do not stand side by side; they follow each other in one line."""
Sums = tuple[tuple[str, str], ...]
PERSON_SUMS: Sums = (("kommen", ""), ("Personen", ""))


@dataclass(frozen=True, slots=True)
class Return:
    """One slip that is expected back: its number, family and children, what is known already.

    `answer` is what a letter's slip said, in words. `way` parts a stack: "Per Post", "Persönlich";
    without one the list is a single stack.
    """

    number: str
    family: str
    is_back: bool = False
    comes: bool = False
    persons: str = ""
    way: str = ""
    answer: str = ""


def return_list(
    group: str,
    event: EventFacts,
    returns: tuple[Return, ...],
    *,
    blank_rows: int,
    answers: bool = False,
    sums: Sums = (),
) -> tuple[Block, ...]:
    """The sheet of one group; the counts at its foot are filled in by hand, or known already.

    With `answers` it is the list of a letter: what was answered instead of who comes.
    """
    deadline = reply_by(event)
    back = f"Rückgabe bis {deadline}" if deadline else ""
    slips = plural(len(returns), "Zettel", "Zettel") if returns else ""
    facts = " · ".join(part for part in (back, slips) if part)
    is_blank = event == EventFacts() and not returns
    rows = _rows(returns, answers=answers)
    back_of = f"zurück von {len(returns)}:" if returns else "zurück"
    return (
        NewSheet(f"Gruppe {group}" if group else "Gruppe", footer=True),
        Heading(group or "Gruppe: ", level=0, over=event_line(event)),
        FillIn(("Veranstaltung", "Rückgabe bis")) if is_blank else _strong(facts),
        Table(
            _ANSWER_COLUMNS if answers else _COLUMNS,
            rows,
            row_height=_row_height(len(rows) + blank_rows),
            blank_rows=blank_rows,
        ),
        *_foot(back_of, sums if answers else PERSON_SUMS),
    )


def _foot(back_of: str, sums: Sums) -> tuple[Block, ...]:
    """The counts side by side, or where a letter has many choices one after the other."""
    if len(sums) <= _MOST_COUNTS:
        return (Counts(((back_of, ""), *sums)),)
    line = " · ".join(f"{word}: {value or '____'}" for word, value in sums)
    return (Counts(((back_of, ""),)), _strong(line))


def _strong(text: str) -> Paragraph:
    return Paragraph(text, TextStyle.STRONG)


def _rows(returns: tuple[Return, ...], *, answers: bool) -> tuple[Row, ...]:
    """One row per slip; a line above each part of a parted stack says how it is handed out."""
    rows: list[Row] = []
    for way, slips in groupby(returns, lambda item: item.way):
        found = [_row(item, answers=answers) for item in slips]
        if way:
            rows.append(GroupBreak(f"{way} ({len(found)})"))
        rows += found
    return tuple(rows)


def _row(item: Return, *, answers: bool) -> tuple[str, ...]:
    is_back, comes = "x" if item.is_back else "", "x" if item.comes else ""
    if answers:
        return (item.number, item.family, is_back, item.answer, "")
    return (item.number, item.family, is_back, comes, item.persons, "")


def way_of(*, is_second: bool, by_post: bool) -> str:
    """How a second household gets its letter; the first ones simply lie in their group."""
    return ("Per Post" if by_post else "Persönlich") if is_second else ""


def _row_height(rows: int) -> float:
    """Up to 24 rows and the sums stay on one sheet; a hand needs at least 8 mm."""
    return 9.0 if rows <= 18 else 8.0

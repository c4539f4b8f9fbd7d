"""The list of one group's slips: separator before its stack, and list for the returns."""

from __future__ import annotations

from dataclasses import dataclass

from kitadesk.base.text import plural
from kitadesk.handouts.facts import EventFacts, event_line, reply_by
from kitadesk.handouts.kit.blocks import (
    Align,
    Block,
    CellKind,
    Column,
    Counts,
    Heading,
    NewSheet,
    Paragraph,
    Table,
    TextStyle,
)

_COLUMNS = (
    Column("Nr.", width=20, bold=True),
    Column("Familie", share=2),
    Column("zurück", width=17, align=Align.CENTER, kind=CellKind.TICK),
    Column("kommt", width=17, align=Align.CENTER, kind=CellKind.TICK),
    Column("Personen", width=20, align=Align.CENTER, kind=CellKind.LINE),
    Column("Bemerkung", width=38, kind=CellKind.LINE),
)


@dataclass(frozen=True, slots=True)
class Return:
    """One slip that is expected back: its number, family and children, what is known already."""

    number: str
    family: str
    is_back: bool = False
    comes: bool = False
    persons: str = ""


def return_list(
    group: str, event: EventFacts, returns: tuple[Return, ...], *, blank_rows: int
) -> tuple[Block, ...]:
    """The sheet of one group; the counts at its foot are filled in by hand."""
    deadline = reply_by(event)
    back = f"Rückgabe bis {deadline}" if deadline else "Rückgabe bis ______________"
    slips = f" · {plural(len(returns), 'Zettel', 'Zettel')}" if returns else ""
    rows = tuple(
        (
            item.number,
            item.family,
            "x" if item.is_back else "",
            "x" if item.comes else "",
            item.persons,
            "",
        )
        for item in returns
    )
    back_of = f"zurück von {len(returns)}:" if returns else "zurück"
    return (
        NewSheet(f"Gruppe {group}" if group else "Gruppe", footer=True),
        Heading(group or "Gruppe: ", level=0, over=event_line(event)),
        Paragraph(f"{back}{slips}", TextStyle.STRONG),
        Table(
            _COLUMNS, rows, row_height=_row_height(len(rows) + blank_rows), blank_rows=blank_rows
        ),
        Counts(((back_of, ""), ("kommen", ""), ("Personen", ""))),
    )


def _row_height(rows: int) -> float:
    """Up to 24 rows and the sums stay on one sheet; a hand needs at least 8 mm."""
    return 9.0 if rows <= 18 else 8.0

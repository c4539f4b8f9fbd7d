"""Tells a list of children from an address book, before children become contacts that go out."""

from __future__ import annotations

from datetime import date

from kitadesk.domain.birth_dates import read_birth_date
from kitadesk.domain.child_fields import NAME_FIELDS, Field, header_meaning
from kitadesk.domain.sheet import Cell, Rows, cell_text

_HEAD_ROWS = 10
_SHARE = 0.5


def are_children(rows: Rows, today: date) -> bool:
    """Return whether the list names parents beside names, or birth dates mostly of children.

    A list of staff may have birth dates, too; so their age counts, not the heading alone.
    """
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        fields = [_field(cell) for cell in row]
        if Field.PARENTS in fields and NAME_FIELDS & set(fields):
            return True
        if Field.BIRTH_DATE in fields:
            return _mostly_young(rows[number + 1 :], fields.index(Field.BIRTH_DATE), today)
    return False


def _field(cell: Cell) -> Field | None:
    meaning = header_meaning(cell_text(cell))
    return meaning.field if meaning is not None else None


def _mostly_young(rows: Rows, column: int, today: date) -> bool:
    found = [read_birth_date(row[column], today) for row in rows]
    dated = [one for one in found if one.day is not None]
    young = [one for one in dated if not one.problem]
    return bool(dated) and len(young) > len(dated) * _SHARE

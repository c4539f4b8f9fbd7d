"""Tells a list of children from an address book, before children become contacts that go out."""

from __future__ import annotations

from datetime import date

from kitadesk.domain.birth_dates import read_birth_date
from kitadesk.domain.child_fields import Field, header_meaning
from kitadesk.domain.sheet import Rows, cell_text

_HEAD_ROWS = 10
_SHARE = 0.5


def are_children(rows: Rows, today: date) -> bool:
    """Return whether a column of birth dates says that most of those in the list are children.

    A list of staff may have birth dates, too; so their age counts, not the heading alone.
    """
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and _is_birth_date(cell):
                return _mostly_young(rows[number + 1 :], column, today)
    return False


def _is_birth_date(heading: str) -> bool:
    meaning = header_meaning(cell_text(heading))
    return meaning is not None and meaning.field is Field.BIRTH_DATE


def _mostly_young(rows: Rows, column: int, today: date) -> bool:
    found = [read_birth_date(row[column], today) for row in rows]
    dated = [one for one in found if one.day is not None]
    young = [one for one in dated if not one.problem]
    return bool(dated) and len(young) > len(dated) * _SHARE

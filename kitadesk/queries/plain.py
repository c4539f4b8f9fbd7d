"""Questions in plain standard SQL, for the first page: they need no SQLAlchemy.

What comes back is what the file holds: keys as 16 bytes, days and times as ISO text, enums by
value, yes and no as 1 and 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol


class PlainSql(Protocol):
    """What answers plain SQL: `desk.look` at any time, or the connection of a read session."""

    def exec_driver_sql(
        self, statement: str, parameters: tuple[Any, ...] = ..., /
    ) -> Iterable[Any]:
        """Return the rows of a question; parameters stand where the statement has "?"."""


IS_HERE = """(child.left_on IS NULL OR child.left_on > ?)
           AND (child.entered_on IS NULL OR child.entered_on <= ?)"""
"""The rule of `domain.stay` for a row of `child`; its day stands for both marks (`on_day`)."""


def on_day(day: date) -> tuple[str, str]:
    """Return what the marks of `IS_HERE` stand for."""
    return (day.isoformat(), day.isoformat())


def first(reader: PlainSql, statement: str, parameters: tuple[Any, ...] = ()) -> Any:
    """Return the first row, or None when there is none."""
    return next(iter(reader.exec_driver_sql(statement, parameters)), None)


def day_of(text: str | None) -> date | None:
    """Return the day that the file holds as ISO text."""
    return None if text is None else date.fromisoformat(text)

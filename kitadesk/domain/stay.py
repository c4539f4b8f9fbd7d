"""Who is here on a day: the one rule, which lists, letters, counts and *Heute* share.

A child belongs to the house from its first day (`entered_on`; without one, since ever) until the
day before it leaves: on `left_on` it is not here any more. Questions in SQL say the same as
`queries.people.is_here` and `queries.plain.IS_HERE`; a test compares the three.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Protocol

from kitadesk.base.dates import numeric_date
from kitadesk.base.errors import UserError
from kitadesk.domain.dates import check_day, check_past


class Stay(enum.Enum):
    """What a child is for the house on a day."""

    COMING = "coming"
    HERE = "here"
    GONE = "gone"


class HasStay(Protocol):
    """A child as far as its stay goes."""

    @property
    def entered_on(self) -> date | None:
        """Return the first day, where it is known."""

    @property
    def left_on(self) -> date | None:
        """Return the first day without the child, where it leaves."""


def stay(entered_on: date | None, left_on: date | None, on: date) -> Stay:
    """Return what a child with these days is on that day."""
    if left_on is not None and left_on <= on:
        return Stay.GONE
    return Stay.COMING if entered_on is not None and entered_on > on else Stay.HERE


def stay_of(child: HasStay, on: date) -> Stay:
    """Return what a child is on that day."""
    return stay(child.entered_on, child.left_on, on)


def check_stay(
    birth_date: date | None, entered_on: date | None, left_on: date | None, today: date
) -> None:
    """Refuse days of a child that cannot be: birth to come, here unborn, gone before it came.

    A child may leave on its first day: then it was never here.

    Raises UserError ``day_out_of_range``, ``day_in_future``, ``entered_before_birth``,
    ``left_before_entry``.
    """
    check_past(birth_date, today, "Geburtsdatum")
    check_day(entered_on, "In der Kita ab")
    check_day(left_on, "Weggang am")
    if birth_date is not None and entered_on is not None and entered_on < birth_date:
        raise UserError("entered_before_birth", birth_date=numeric_date(birth_date))
    first = entered_on or birth_date
    if first is not None and left_on is not None and left_on < first:
        raise UserError("left_before_entry", first=numeric_date(first))

"""The backward plan of an event: rules such as "T-5w" become days, past steps fall away calmly.

A rule counts from the evening (T) or from the return date of the slips (R): `T-5w`, `T-1d`, `T`,
`R-3d`, `T+1w`. Source of the steps: field 1.2, written in `resources/templates/events.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kitadesk.domain.events import EventKind

_RULE = re.compile(r"([TR])(?:([+-])(\d{1,3})([dw]))?")
_DAYS = {"d": 1, "w": 7}
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class PlanRule:
    """A distance in days from the evening, or from the return date of the slips."""

    is_from_reply: bool
    days: int


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of the plan: what is printed at it, and the kinds of events that have it."""

    step: str
    title: str
    rule: str
    kinds: frozenset[EventKind]
    paper_id: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its day; a step without a day, or with a past one, is not needed ("entfällt")."""

    step: PlanStep
    due_on: date | None
    is_not_needed: bool


def parse_rule(text: str) -> PlanRule:
    """Read a rule such as "T-5w" or "R-3d"; raises ValueError for anything else."""
    found = _RULE.fullmatch(text)
    if found is None:
        raise ValueError(f"no plan rule: {text!r}")
    anchor, sign, amount, unit = found.groups()
    days = int(amount) * _DAYS[unit] if amount else 0
    return PlanRule(anchor == "R", -days if sign == "-" else days)


def day_of(rule: str, on_date: date | None, reply_until: date | None) -> date | None:
    """Return the day of a rule; None while the date it counts from is open, or where none can be.

    A computed day on a weekend moves to the Friday before, for the house is closed then; the
    evening and the return date themselves stay where they are.
    """
    parsed = parse_rule(rule)
    start = reply_until if parsed.is_from_reply else on_date
    if start is None or parsed.days == 0:
        return start
    try:
        day = start + timedelta(days=parsed.days)
        return day - timedelta(days=max(day.weekday() - _SATURDAY + 1, 0))
    except OverflowError:  # before the year 1: from a file of an earlier version
        return None


def plan(
    steps: Iterable[PlanStep],
    kind: EventKind,
    *,
    on_date: date | None,
    reply_until: date | None,
    today: date,
) -> tuple[PlannedStep, ...]:
    """Return the steps of an event of this kind in the order of their days, undated ones last."""
    planned = []
    for step in steps:
        if kind in step.kinds:
            due_on = day_of(step.rule, on_date, reply_until)
            planned.append(PlannedStep(step, due_on, is_past(due_on, today)))
    return tuple(sorted(planned, key=lambda item: item.due_on or date.max))


def is_past(due_on: date | None, today: date) -> bool:
    """Return whether a step can no longer be planned: its day is over."""
    return due_on is not None and due_on < today


def is_still_not_needed(
    *, was_not_needed: bool, old_due: date | None, new_due: date | None, today: date
) -> bool:
    """Decide "entfällt" for a step whose event moves.

    A step that is overdue stays so, for it was wanted; everything else follows its new day.
    """
    was_overdue = not was_not_needed and is_past(old_due, today)
    return is_past(new_due, today) and not was_overdue

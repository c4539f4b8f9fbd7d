"""Where everything of the painted year plan stands: pure numbers, no Qt.

Names stand at the left, months are columns, each measure has a row. All lengths are screen pixels.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kitadesk.base.calendar_names import MONTHS_SHORT
from kitadesk.services.plan_reading import PlanLine, YearPlan

LEAST_BAR = 6
"""A bar is never narrower, so that one day of a long year is still seen."""


class Shape(enum.Enum):
    """How a measure is drawn: days as a bar, one day as a diamond, "bis" as an open diamond."""

    BAR = "bar"
    DAY = "day"
    DEADLINE = "deadline"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the painter gives: the room, and the heights that follow from its font."""

    width: int
    names: int
    row: int
    head: int


@dataclass(frozen=True, slots=True)
class Month:
    """A column of the picture; `label` is "Aug 2026" at the begin of a year, else "Sep"."""

    left: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Shade:
    """School breaks and closings behind the bars; a public holiday is a shade of one day."""

    left: float
    width: float
    name: str
    is_holiday: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A measure in the picture; `left` and `right` are cut to the picture."""

    line: PlanLine
    row: int
    shape: Shape
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Return where a diamond stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """The whole picture; `today` is None where it lies outside."""

    sizes: Sizes
    months: tuple[Month, ...]
    shades: tuple[Shade, ...]
    marks: tuple[Mark, ...]
    today: float | None

    @property
    def height(self) -> int:
        """Return how high the rows are together, without the head."""
        return self.sizes.row * len(self.marks)

    def row_at(self, y: float) -> int | None:
        """Return the row at a height below the head; None below the last one."""
        number = int(y // self.sizes.row)
        return number if 0 <= number < len(self.marks) else None


class _Scale:
    """Turns days into pixels."""

    def __init__(self, plan: YearPlan, sizes: Sizes) -> None:
        self._begin, self._end = plan.begin, plan.end
        self._left, self._right = float(sizes.names), float(sizes.width)
        self._day = (self._right - self._left) / ((self._end - self._begin).days + 1)

    def at(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or ends; days outside stand at the edge."""
        x = self._left + ((day - self._begin).days + after) * self._day
        return min(max(x, self._left), self._right)

    def holds(self, first: date, last: date) -> bool:
        """Return whether any of these days is in the picture."""
        return first <= self._end and last >= self._begin


def lay_out(plan: YearPlan, lines: tuple[PlanLine, ...], today: date, sizes: Sizes) -> PlanLayout:
    """Return where the lines of a plan stand in a picture of this size."""
    scale = _Scale(plan, sizes)
    is_shown = scale.holds(today, today)
    return PlanLayout(
        sizes=sizes,
        months=tuple(_months(plan, scale)),
        shades=tuple(_shades(plan, scale)),
        marks=tuple(_mark(line, row, scale) for row, line in enumerate(lines)),
        today=(scale.at(today) + scale.at(today, after=True)) / 2 if is_shown else None,
    )


def month_names(
    months: Sequence[Month], side: float, width_of: Callable[[str], float]
) -> tuple[str, ...]:
    """Return the names as there is room: with the year where it fits, else all alike.

    If a single month has no room for three letters, every month is its first letter.
    """
    rooms = [month.width - side for month in months]
    short = [month.label.split()[0] for month in months]
    if any(width_of(name) > room for name, room in zip(short, rooms, strict=True)):
        short = [name[:1] for name in short]
    return tuple(
        month.label if width_of(month.label) <= room and len(name) > 1 else name
        for month, name, room in zip(months, short, rooms, strict=True)
    )


def _months(plan: YearPlan, scale: _Scale) -> Iterator[Month]:
    first = plan.begin
    while first <= plan.end:
        number = first.year * 12 + first.month
        following = date(number // 12, number % 12 + 1, 1)
        left = scale.at(first)
        name = MONTHS_SHORT[first.month - 1]
        has_year = first == plan.begin or first.month == 1
        label = f"{name} {first.year % 100:02d}" if has_year else name
        yield Month(left, scale.at(following) - left, label)
        first = following


def _shades(plan: YearPlan, scale: _Scale) -> Iterator[Shade]:
    for one in plan.breaks:
        left = scale.at(one.start)
        yield Shade(left, scale.at(one.end, after=True) - left, one.name)
    for taken in plan.taken:
        if taken.is_closing:
            left = scale.at(taken.first)
            yield Shade(left, scale.at(taken.last, after=True) - left, taken.title)
    for holiday in plan.holidays:
        left = scale.at(holiday.day)
        width = scale.at(holiday.day, after=True) - left
        yield Shade(left, width, holiday.name, is_holiday=True)


def _mark(line: PlanLine, row: int, scale: _Scale) -> Mark:
    last = line.row.last
    if last is None or not scale.holds(line.row.first or last, last):
        edge = scale.at(last) if last is not None else scale.at(date.min)
        return Mark(line, row, Shape.OUTSIDE, edge, edge)
    first = line.row.first or last
    left, right = scale.at(first), scale.at(last, after=True)
    if line.row.first is None:
        return Mark(line, row, Shape.DEADLINE, left, right)
    if first == last:
        return Mark(line, row, Shape.DAY, left, right)
    return Mark(line, row, Shape.BAR, left, max(right, left + LEAST_BAR))

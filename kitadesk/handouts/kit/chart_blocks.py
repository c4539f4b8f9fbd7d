"""Blocks of charts for evaluations: black on white, so that every copier keeps them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One answer and how often it was given."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Answers below one another as bars, each with count and share.

    Shares are of `total` (sheets that came back) where several answers were allowed, else of the
    sum of all counts.
    """

    bars: tuple[ChartBar, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One question on a scale: how often each step was ticked, from the lowest on."""

    label: str
    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        """How many ticked a step."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean step, counted from 1; None without answers."""
        if not self.answers:
            return None
        weighted = sum(step * count for step, count in enumerate(self.counts, start=1))
        return weighted / self.answers


@dataclass(frozen=True, slots=True)
class ScaleChart:
    """Questions with a scale of at most five steps as stacked bars, with mean and answers.

    `ends` are the words at the lowest and the highest step.
    """

    rows: tuple[ScaleRow, ...]
    ends: tuple[str, str] = ("trifft nicht zu", "trifft voll zu")


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A value of one evening or year."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class TrendLine:
    """Values over time as a line from zero on, each with its figure; `unit` stands behind it."""

    points: tuple[TrendPoint, ...]
    unit: str = ""

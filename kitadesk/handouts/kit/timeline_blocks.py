"""Blocks of a year as a picture: months as columns, bars and marks as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of a timeline: a bar for days, a diamond for one day, an open arrow for "bis".

    Without `first` it is a deadline, without both days only the label stands there. `words` stand
    beside the mark, `sign` before the label, `cells` in the columns between label and picture.
    `is_strong` fills the mark, else it is an outline.
    """

    label: str
    first: date | None = None
    last: date | None = None
    words: str = ""
    sign: str = ""
    is_strong: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineShade:
    """Hatched days behind all lines; `is_day` is a dotted line: a single public holiday."""

    first: date
    last: date
    name: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """A year as a picture: months as columns, a line for each row, names at the left.

    `names` is the width of the labels in mm, `columns` are those of the cells beside them; `heads`
    stand above both. Texts have `largest` pt; one that is too wide shrinks to `least` and is broken
    then; the large edition enlarges both. `today` draws a line; `has_years` names the years.
    """

    first: date
    last: date
    rows: tuple[TimelineRow, ...] = ()
    shades: tuple[TimelineShade, ...] = ()
    today: date | None = None
    names: float = 72.0
    row_height: float = 6.0
    blank_rows: int = 0
    has_years: bool = True
    heads: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    largest: float = 11.0
    least: float = 9.0

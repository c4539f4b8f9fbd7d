"""All that the tab shows of one entry year, read at once and without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kitadesk.base.text import plural
from kitadesk.domain.entry_class import (
    EntryClass,
    EntryClassification,
    classify,
    entry_year_in_preparation,
    entry_year_of,
)
from kitadesk.domain.land import Land, LandRules
from kitadesk.domain.measure_marks import MeasureMark, mark_of
from kitadesk.domain.names import listed_name
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.queries.house import own_house
from kitadesk.queries.people import ChildRow, children
from kitadesk.queries.transition import MeasureRow, StarterRow, cells, cohorts, measures, starters
from kitadesk.services.desk import Desk
from kitadesk.services.rules import land_rules

SUGGESTED = (EntryClass.DUE, EntryClass.OVERDUE, EntryClass.CORRIDOR, EntryClass.OPT_IN)
"""Who is shown for a year that the office has not put together yet."""
_MAY = (EntryClass.OPT_IN, EntryClass.APPLICATION, EntryClass.EXCEPTION)
_STATUS_SUMS = {
    ChildStatusKind.EARLY_APPLIED: ("vorzeitig beantragt", "vorzeitig beantragt"),
    ChildStatusKind.POSTPONED: ("Aufschub erklärt", "Aufschübe erklärt"),
    ChildStatusKind.DEFERRAL_APPLIED: ("Rückstellung beantragt", "Rückstellungen beantragt"),
    ChildStatusKind.DEFERRAL_GRANTED: ("zurückgestellt", "zurückgestellt"),
    ChildStatusKind.SPECIAL_SCHOOL_CHECKED: ("Förderort in Klärung", "Förderorte in Klärung"),
    ChildStatusKind.MOVING: ("zieht um", "ziehen um"),
    ChildStatusKind.PRIVATE_SCHOOL: ("freie Schule", "freie Schule"),
}


@dataclass(frozen=True, slots=True)
class EntryYear:
    """An entry year to choose; without `cohort_id` its children follow from their birth dates."""

    year: int
    cohort_id: UUID | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A child in a measure: the mark, and the day that belongs to it."""

    mark: MeasureMark
    on: date | None = None


@dataclass(frozen=True, slots=True)
class StarterLine:
    """A child with its school duty and one cell for each measure of the year."""

    child_id: UUID
    name: str
    birth_date: date | None
    group_name: str
    school_name: str
    duty: EntryClassification | None
    status: str
    status_kind: ChildStatusKind | None
    cells: tuple[Cell, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether anything is still to do for this child; without measures always."""
        return not self.cells or any(cell.mark.is_pending for cell in self.cells)


@dataclass(frozen=True, slots=True)
class HouseChild:
    """A child of the house with the year in which it goes to school, noted or computed."""

    row: ChildRow
    entry_year: int | None
    is_computed: bool

    @property
    def name(self) -> str:
        """Return the name as lists show it."""
        return listed_name(self.row.last_name, self.row.first_name)


@dataclass(frozen=True, slots=True)
class YearView:
    """One entry year: its children, its measures for each child, and the whole plan."""

    year: EntryYear
    today: date
    starters: tuple[StarterLine, ...] = ()
    columns: tuple[MeasureRow, ...] = ()
    plan: tuple[MeasureRow, ...] = ()


def entry_years(desk: Desk) -> tuple[EntryYear, ...]:
    """Return the years to choose, the running one among them even before it was put together."""
    known = {row.entry_year: row.id for row in desk.read(cohorts)}
    running = entry_year_in_preparation(desk.clock.today())
    return tuple(EntryYear(year, known.get(year)) for year in sorted({*known, running}))


def running_year(years: Sequence[EntryYear], today: date) -> EntryYear:
    """Return the year whose preparation runs on that day."""
    running = entry_year_in_preparation(today)
    return next(one for one in years if one.year == running)


def house_rules(desk: Desk) -> LandRules | None:
    """Return the rules of the Land of the house; None while it has none."""
    house = desk.read(own_house)
    codes = {land.value for land in Land}
    return land_rules(Land(house.land)) if house is not None and house.land in codes else None


def house_children(desk: Desk) -> tuple[HouseChild, ...]:
    """Return all children who are here, with the year of their school entry."""
    rules = house_rules(desk)
    return tuple(_house_child(row, rules) for row in desk.read(children, desk.clock.today()))


def read_year(desk: Desk, year: EntryYear) -> YearView:
    """Read an entry year; one without a cohort suggests its children by their birth dates."""
    today = desk.clock.today()
    rules = house_rules(desk)
    if year.cohort_id is None:
        rows = [_suggested(row, year.year, rules) for row in desk.read(children, today)]
        return YearView(year, today, tuple(line for line in rows if line is not None))
    plan = desk.read(measures, year.cohort_id, today)
    columns = tuple(row for row in plan if row.is_per_child and not row.is_not_needed)
    states = desk.read(cells, year.cohort_id)
    lines = tuple(
        _line(row, year.year, rules, tuple(_cell(row, one, states, today) for one in columns))
        for row in desk.read(starters, year.cohort_id, today)
    )
    return YearView(year, today, lines, columns, plan)


def sums(view: YearView) -> tuple[str, ...]:
    """Return what the head says: children, then what is special, then what is overdue."""
    plain = [line for line in view.starters if not _is_told_by_status(line)]
    duties = Counter(line.duty.entry_class for line in plain if line.duty is not None)
    told = [line for line in view.starters if not _is_told_by_duty(line)]
    statuses = Counter(line.status_kind for line in told if line.status_kind)
    words = [plural(len(view.starters), "Kind", "Kinder")]
    may = sum(duties[one] for one in _MAY)
    special = [
        (may, "Kann-Kind", "Kann-Kinder"),
        (duties[EntryClass.CORRIDOR], "Kind im Korridor", "Kinder im Korridor"),
        (duties[EntryClass.OVERDUE], "seit Vorjahr pflichtig", "seit Vorjahr pflichtig"),
        *((statuses[kind], one, many) for kind, (one, many) in _STATUS_SUMS.items()),
    ]
    return (*words, *(plural(count, one, many) for count, one, many in special if count))


def overdue_count(view: YearView) -> int:
    """Return how many steps of how many children are overdue."""
    return sum(cell.mark is MeasureMark.OVERDUE for line in view.starters for cell in line.cells)


def _is_told_by_status(line: StarterLine) -> bool:
    """Whether what the office noted says already that the child is older than the others."""
    kinds = (ChildStatusKind.POSTPONED, ChildStatusKind.DEFERRAL_GRANTED)
    return line.status_kind in kinds


def _is_told_by_duty(line: StarterLine) -> bool:
    """Whether the child counts as Kann-Kind already: an application says the same."""
    may = line.duty is not None and line.duty.entry_class in _MAY
    return may and line.status_kind is ChildStatusKind.EARLY_APPLIED


def _line(
    row: StarterRow, year: int, rules: LandRules | None, marks: tuple[Cell, ...]
) -> StarterLine:
    return StarterLine(
        child_id=row.child_id,
        name=row.name,
        birth_date=row.birth_date,
        group_name=row.group_name,
        school_name=row.school_name,
        duty=_duty(row.birth_date, year, rules),
        status=row.status,
        status_kind=row.status_kind,
        cells=marks,
    )


def _cell(
    row: StarterRow,
    measure: MeasureRow,
    states: dict[tuple[UUID, UUID], tuple[MeasureState, date | None]],
    today: date,
) -> Cell:
    state, on = states.get((row.child_id, measure.id), (None, None))
    return Cell(mark_of(state, on, measure.last_day, today), on or measure.last_day)


def _duty(
    birth_date: date | None, year: int, rules: LandRules | None
) -> EntryClassification | None:
    if birth_date is None or rules is None:
        return None
    return classify(birth_date, year, rules)


def _suggested(row: ChildRow, year: int, rules: LandRules | None) -> StarterLine | None:
    duty = _duty(row.birth_date, year, rules)
    if row.entry_year is not None or duty is None or duty.entry_class not in SUGGESTED:
        return None
    return StarterLine(
        child_id=row.id,
        name=listed_name(row.last_name, row.first_name),
        birth_date=row.birth_date,
        group_name=row.group_name,
        school_name=row.school_name,
        duty=duty,
        status="",
        status_kind=None,
    )


def _house_child(row: ChildRow, rules: LandRules | None) -> HouseChild:
    if row.entry_year is not None or row.birth_date is None or rules is None:
        return HouseChild(row, row.entry_year, is_computed=False)
    return HouseChild(row, entry_year_of(row.birth_date, rules), is_computed=True)

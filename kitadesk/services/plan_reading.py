"""The year plan as a screen shows it: each measure with what its rule says and what is against it.

Reads only; the rules of the Land and the Ferien come from resources, so a query cannot do it alone.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kitadesk.base.text import fold
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.holidays_calendar import Break, PublicHoliday, public_holidays, school_breaks
from kitadesk.domain.plan_conflicts import Conflict, ConflictKind, TakenDays, conflicts_on
from kitadesk.domain.plan_dates import Days, PlanYear, preparation_year, why_undated
from kitadesk.domain.plan_rule_reading import readable_rule
from kitadesk.domain.plan_template import computed_days
from kitadesk.queries.consent_answers import answer_numbers
from kitadesk.queries.reader import Reader
from kitadesk.queries.year_plan import CohortCard, PlanRow, cohort_card, plan_rows, taken_days
from kitadesk.services.desk import Desk
from kitadesk.services.plan_templates import hint_of
from kitadesk.services.year_plan import year_of

_MONTHS_AFTER = 3
"""The picture goes on for the look back: school gives its feedback until then (field 1.1)."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A measure with its conflicts, the days of its rule, and what the template says about it.

    `why_undated` says why the rule has no day; empty where it has one, and without a rule.
    """

    row: PlanRow
    conflicts: tuple[Conflict, ...] = ()
    by_rule: Days | None = None
    why_undated: str = ""
    hint: str = ""

    @property
    def differs_from_rule(self) -> bool:
        """Return whether the measure stands on other days than its rule says."""
        if self.by_rule is None or self.row.last is None:
            return False
        return (self.row.first, self.row.last) != (self.by_rule.first, self.by_rule.last)


@dataclass(frozen=True, slots=True)
class YearPlan:
    """One entry year: its measures, and the calendar behind the picture from `begin` to `end`."""

    card: CohortCard
    year: PlanYear
    lines: tuple[PlanLine, ...]
    begin: date
    end: date
    breaks: tuple[Break, ...] = ()
    holidays: tuple[PublicHoliday, ...] = ()
    taken: tuple[TakenDays, ...] = ()


def read_plan(desk: Desk, cohort_id: uuid.UUID) -> YearPlan:
    """Return the plan of an entry year for today; raises UserError ``record_gone``."""
    return desk.read(plan_of, cohort_id, desk.clock.today())


def plan_of(reader: Reader, cohort_id: uuid.UUID, on: date) -> YearPlan:
    """Return the plan of an entry year as it stands on a day."""
    card = cohort_card(reader, cohort_id)
    year = year_of(reader, card)
    rows = _with_consents(reader, cohort_id, plan_rows(reader, cohort_id, on), on)
    begin, end = _stretch(year)
    taken = taken_days(reader, *_all_days(rows, begin, end))
    return YearPlan(
        card=card,
        year=year,
        lines=tuple(_line(row, year, taken) for row in rows),
        begin=begin,
        end=end,
        breaks=() if year.land is None else school_breaks(year.land, begin, end),
        holidays=_holidays(year, begin, end),
        taken=tuple(one for one in taken if one.first <= end and one.last >= begin),
    )


def _with_consents(
    reader: Reader, cohort_id: uuid.UUID, rows: Sequence[PlanRow], on: date
) -> tuple[PlanRow, ...]:
    """Count the answers of the ledger where a measure follows it; a "nein" is an answer too."""
    if not any(row.step in CONSENT_STEPS for row in rows):
        return tuple(rows)
    answered = answer_numbers(reader.connection(), cohort_id, on)
    return tuple(
        replace(row, done=answered[CONSENT_STEPS[row.step]]) if row.step in CONSENT_STEPS else row
        for row in rows
    )


def _line(row: PlanRow, year: PlanYear, taken: Sequence[TakenDays]) -> PlanLine:
    rule = readable_rule(row.rule)
    return PlanLine(
        row=row,
        conflicts=_conflicts(row, year, taken),
        by_rule=computed_days(row.rule, year),
        why_undated="" if rule is None else why_undated(rule, year),
        hint=hint_of(year.land, row.step) if row.step else "",
    )


def _conflicts(row: PlanRow, year: PlanYear, taken: Sequence[TakenDays]) -> tuple[Conflict, ...]:
    """Return what is against the day of a measure that happens on one day and is still to come.

    Its own event is none, and a weekend that the rule itself names is wanted.
    """
    if row.planned_on is None or not row.is_one_day or row.is_finished:
        return ()
    others = [
        one for one in taken if one.event_id != row.event_id and fold(one.title) != fold(row.title)
    ]
    follows_rule = computed_days(row.rule, year) == Days(row.planned_on, row.planned_on)
    return tuple(
        one
        for one in conflicts_on(row.planned_on, year.land, others)
        if not (follows_rule and one.kind is ConflictKind.WEEKEND)
    )


def _stretch(year: PlanYear) -> tuple[date, date]:
    """Return the months of the picture, from August to three months after school starts."""
    begin, start = preparation_year(year)
    months = start.year * 12 + start.month + _MONTHS_AFTER
    return begin, date(months // 12, months % 12 + 1, 1) - date.resolution


def _all_days(rows: Sequence[PlanRow], begin: date, end: date) -> tuple[date, date]:
    days = [day for row in rows for day in (row.first, row.last) if day is not None]
    return min([begin, *days]), max([end, *days])


def _holidays(year: PlanYear, begin: date, end: date) -> tuple[PublicHoliday, ...]:
    if year.land is None:
        return ()
    years = range(begin.year, end.year + 1)
    found = (one for number in years for one in public_holidays(year.land, number))
    return tuple(one for one in found if begin <= one.day <= end)

"""Measures of a shipped year plan, and what becomes of them in one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.measure_marks import due_day
from kitadesk.domain.plan_dates import Days, PlanYear, days_of
from kitadesk.domain.plan_rule_reading import readable_rule
from kitadesk.domain.plan_rules import Statutory


@dataclass(frozen=True, slots=True)
class TemplateMeasure:
    """A measure as the template has it; `text` says what is to do, `rule` when."""

    step: str
    title: str
    short_title: str = ""
    rule: str = ""
    is_per_child: bool = False
    is_binding: bool = False
    responsible: InstitutionKind | None = None
    participants: str = ""
    paper_id: str = ""
    text: str = ""


def computed_days(rule: str, year: PlanYear) -> Days | None:
    """Return the days of a measure's rule; None for the office's own words and for open dates."""
    read = readable_rule(rule)
    return None if read is None else days_of(read, year)


def is_known_in(measure: TemplateMeasure, year: PlanYear) -> bool:
    """Return whether the measure exists in a Land: one that hangs on a deadline it has not, no."""
    rule = readable_rule(measure.rule)
    return not isinstance(rule, Statutory) or days_of(rule, year) is not None


def falls_away(
    days: Days | None, today: date, *, is_per_child: bool, is_binding: bool, step: str = ""
) -> bool:
    """Decide "entfällt" for a measure whose days are over when the plan begins.

    What each child needs in any case stays, for somebody has to look who has it; so do consents,
    which can be given until the day they are used.
    """
    due = None if days is None else due_day(days.last, CONSENT_STEPS.get(step))
    return due is not None and due < today and not (is_per_child and is_binding)


def stored_days(days: Days | None) -> tuple[date | None, date | None]:
    """Return the days as a measure keeps them: planned on, planned until."""
    if days is None:
        return None, None
    return days.first, None if days.is_one_day else days.last

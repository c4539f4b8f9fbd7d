"""Words of the year plan: when a measure is, how it stands, and the whole of it in one sentence."""

from __future__ import annotations

from datetime import date

from kitadesk.base.calendar_names import MONTHS_SHORT
from kitadesk.base.dates import date_time, day_month, month_year, relative, short_date
from kitadesk.base.text import and_list
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.domain.measure_marks import MeasureMark, due_day, mark_of
from kitadesk.domain.plan_dates import Days
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.year_plan import PlanRow
from kitadesk.services.plan_reading import PlanLine
from kitadesk.services.year_plan import PlanChange

SIGNS = {
    MeasureMark.DONE: "✓",
    MeasureMark.PLANNED: "○",
    MeasureMark.OVERDUE: "!",
    MeasureMark.OPEN: "○",
    MeasureMark.NOT_NEEDED: "–",
}


def mark(row: PlanRow, today: date) -> MeasureMark:
    """Return how a measure stands: planned while its day is still to come."""
    if row.is_not_needed:
        return MeasureMark.NOT_NEEDED
    state = MeasureState.DONE if row.is_finished else None
    found = mark_of(state, None, due_day(row.last, CONSENT_STEPS.get(row.step)), today)
    is_dated = found is MeasureMark.OPEN and row.last is not None and row.last >= today
    return MeasureMark.PLANNED if is_dated else found


def when(row: PlanRow) -> str:
    """Return the day or the days of a measure: "Mi 12. Mai 2027", "bis So 31. Januar 2027".

    The day of an event comes with its hour.
    """
    if row.event_on is not None and row.event_at is not None and row.is_one_day:
        return date_time(row.event_on, row.event_at)
    return "ohne Tag" if row.last is None else days(Days(row.first, row.last))


def days(found: Days) -> str:
    """Return days as a plan says them; whole months without their days."""
    if found.first is None:
        return f"bis {short_date(found.last)}"
    if found.is_one_day:
        return short_date(found.last)
    return _span(found.first, found.last)


def count(row: PlanRow) -> str:
    """Return "11/12" for a measure that each child has; empty for any other."""
    is_counted = row.is_per_child and row.total and not row.is_not_needed
    return f"{row.done}/{row.total}" if is_counted else ""


def state(row: PlanRow, today: date) -> str:
    """Return how a measure stands in a few words: "erledigt 8.10.", "läuft", "in 3 Wochen"."""
    found = mark(row, today)
    if found is MeasureMark.DONE:
        return f"erledigt {day_month(row.done_on)}" if row.done_on is not None else "erledigt"
    if found is MeasureMark.NOT_NEEDED:
        return "entfällt"
    if row.last is None:
        return "offen"
    if found is MeasureMark.OVERDUE:
        return f"überfällig {relative(row.last, today)}"
    if row.last < today:
        return "offen"
    first = row.first or row.last
    return "läuft" if first <= today and first != row.last else relative(first, today)


def conflict_words(line: PlanLine) -> str:
    """Return what is against the day: "Herbstferien und am selben Tag: Elterncafé"."""
    return and_list([one.text for one in line.conflicts])


def spoken(line: PlanLine, today: date) -> str:
    """Return a measure as one sentence, for tooltips and screen readers."""
    row = line.row
    parts = [row.title, when(row), state(row, today)]
    if count(row):
        parts.append(f"{row.done} von {row.total} Kindern")
    if line.conflicts:
        parts.append(f"Bitte prüfen: {conflict_words(line)}")
    parts += [part for part in (row.responsible, row.place) if part]
    return ". ".join(parts)


def rule_words(line: PlanLine) -> str:
    """Return what the rule means this year, or why it means no day."""
    if line.row.event_on is not None:
        return "Es gilt der Tag der Veranstaltung."
    if not line.row.rule:
        return "Ohne Regel: Der Tag gilt nur für dieses Jahr."
    if line.by_rule is None:
        return line.why_undated or "Diese Regel ergibt keinen Tag."
    return f"Ergibt {days(line.by_rule)}"


def change_words(change: PlanChange) -> str:
    """Return one line of the difference: what stands now, and what the rule says."""
    old = "ohne Tag" if change.old is None else days(change.old)
    new = "ohne Tag" if change.new is None else days(change.new)
    if change.stays_because:
        return f"{change.title}: bleibt {old} ({change.stays_because}), nach der Regel {new}"
    return f"{change.title}: {old} → {new}"


def _span(first: date, last: date) -> str:
    """Return "1.–15. September 2026", "1. Feb – 15. Mär 2027", whole months without days."""
    is_whole = first.day == 1 and (last + date.resolution).day == 1
    if (first.year, first.month) == (last.year, last.month):
        return month_year(last) if is_whole else f"{first.day}.–{last.day}. {month_year(last)}"
    begin, end = (
        MONTHS_SHORT[day.month - 1] if is_whole else f"{day.day}. {MONTHS_SHORT[day.month - 1]}"
        for day in (first, last)
    )
    year = "" if first.year == last.year else f" {first.year}"
    return f"{begin}{year} – {end} {last.year}"

"""*Vor dem Drucken*, lists: who stands on no list, and which fields a list needs are empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from kitadesk.base.text import plural
from kitadesk.domain.event_texts import families_of
from kitadesk.handouts.entry_year import EntryYear, Starter, entry_year_of, starters_of
from kitadesk.queries.events import event
from kitadesk.queries.handover import children_named_to_school
from kitadesk.queries.invited import meant_children
from kitadesk.queries.people import ChildRow
from kitadesk.queries.reader import Reader
from kitadesk.queries.year_plan import plan_rows
from kitadesk.services.print_findings import Finding, some_of

FOR_SCHOOL = "starters_for_school"
_STARTER_LISTS = frozenset({"school_starters", FOR_SCHOOL})
_CALENDARS = frozenset({"year_calendar", "year_calendar_parents"})
"""Papers that show the days of the plan."""


def of_children(rows: Sequence[ChildRow], columns: Iterable[str] = ()) -> Iterator[Finding]:
    """Name children without a group, and those whose chosen columns stay empty."""
    without = [row for row in rows if row.group_id is None]
    if without:
        text = f"{plural(len(without), 'Kind', 'Kinder')} ohne Gruppe: {_names(without)}"
        yield Finding(text, "child", without[0].id, "group_id")
    if "birth_date" in columns:
        yield from _without_birth_date(rows)
    if not rows:
        text = "Es sind noch keine Kinder da: Gedruckt wird die Vorlage ohne Namen."
        yield Finding(text, "paper", is_information=True)


def of_meant_children(reader: Reader, event_id: UUID, today: date) -> list[Finding]:
    """Look at the children of the event; an entry year that nobody was put into invites nobody."""
    rows = meant_children(reader, event_id, today)
    entry_year = event(reader, event_id).entry_year
    if not rows and entry_year is not None:
        text = (
            f"Zu „{families_of(entry_year)}“ gehört noch kein Kind: Gedruckt wird die Vorlage "
            "ohne Namen."
        )
        return [Finding(text, "event", event_id, "cohort_id")]
    return list(of_children(rows))


def of_entry_year(
    reader: Reader, paper_id: str, subject_id: UUID | None, today: date
) -> Iterator[Finding]:
    """Look at the children and at the plan of an entry year, as far as the paper shows them."""
    year = entry_year_of(reader, subject_id, today)
    if paper_id in _STARTER_LISTS:
        found = starters_of(reader, year, today)
        yield from _without_birth_date([one.row for one in found])
        yield from _without_school(found, paper_id)
        if paper_id == FOR_SCHOOL:
            yield from _without_consent(reader, year, found)
    if paper_id in _CALENDARS and year.cohort_id is not None:
        yield from _without_day(reader, year.cohort_id, today)


def _without_birth_date(rows: Iterable[ChildRow]) -> Iterator[Finding]:
    without = [row for row in rows if row.birth_date is None]
    if without:
        text = f"Ohne Geburtsdatum: {_names(without)}."
        yield Finding(text, "child", without[0].id, "birth_date")


def _without_school(found: Iterable[Starter], paper_id: str) -> Iterator[Finding]:
    """A child without a school has no reader, so it stands on no sheet at all."""
    rows = [one.row for one in found if not one.row.school_name]
    if rows:
        what = "Ohne Schule und darum auf keinem Blatt" if paper_id == FOR_SCHOOL else "Ohne Schule"
        yield Finding(f"{what}: {_names(rows)}.", "child", rows[0].id, "school_id")


def _without_consent(
    reader: Reader, year: EntryYear, found: Iterable[Starter]
) -> Iterator[Finding]:
    """Without the consent of all custodians, in writing, a child is a number (field 5.2)."""
    named = children_named_to_school(reader, year.cohort_id) if year.cohort_id else frozenset()
    rows = [one.row for one in found if one.row.school_name and one.row.id not in named]
    if rows:
        count = plural(len(rows), "Kind", "Kinder")
        why = "ohne Einwilligung zur schriftlichen Weitergabe und darum ohne Namen"
        text = f"{count} {why}: {_names(rows)}."
        yield Finding(text, "child", rows[0].id, "consents")


def _without_day(reader: Reader, cohort_id: UUID, today: date) -> Iterator[Finding]:
    rows = [
        row
        for row in plan_rows(reader, cohort_id, today)
        if row.last is None and not row.is_not_needed
    ]
    if rows:
        count = plural(len(rows), "Maßnahme", "Maßnahmen")
        text = f"{count} ohne Tag: {some_of(row.title for row in rows)}."
        yield Finding(text, "measure", rows[0].id, "planned_on")


def _names(rows: Iterable[ChildRow]) -> str:
    return some_of(f"{row.first_name} {row.last_name}".strip() for row in rows)

"""The Übergang: entry years, their measures, the state of each child."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kitadesk.domain.dates import check_day, check_fields, check_order, check_past
from kitadesk.domain.entries import checked_line, checked_name, checked_text
from kitadesk.domain.numbers import check_entry_year
from kitadesk.domain.plan_template import computed_days, stored_days
from kitadesk.domain.transition import COHORT_DAYS, ChildStatusKind
from kitadesk.queries.house import own_house_id
from kitadesk.queries.year_plan import cohort_card
from kitadesk.services.desk import Desk
from kitadesk.services.measures import DONE_ON, PLANNED_ON, PLANNED_UNTIL, checked_rule
from kitadesk.services.year_plan import year_of
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.transition import ChildStatus, Cohort, Measure


@dataclass(frozen=True, slots=True)
class MeasureInput:
    """A step of the year plan; only what is meant for each child is a column of the matrix."""

    cohort_id: uuid.UUID
    title: str
    short_title: str = ""
    is_per_child: bool = False
    is_binding: bool = False
    rule: str = ""
    planned_on: date | None = None
    planned_until: date | None = None
    done_on: date | None = None
    place: str = ""
    participants: str = ""
    note: str = ""


def add_cohort(
    desk: Desk,
    entry_year: int,
    *,
    break_ends_on: date | None = None,
    ceremony_on: date | None = None,
    first_school_day: date | None = None,
) -> uuid.UUID:
    """Begin an entry year; one that is there already is taken as it is."""
    check_entry_year(entry_year)
    days = {
        "break_ends_on": break_ends_on,
        "ceremony_on": ceremony_on,
        "first_school_day": first_school_day,
    }
    check_fields(days, COHORT_DAYS)
    with desk.write(f"Jahrgang {entry_year}") as w:
        known = w.session.scalar(select(Cohort.id).where(Cohort.entry_year == entry_year))
        if known is not None:
            return known
        return w.add(
            Cohort(
                institution_id=own_house_id(w.session),
                entry_year=entry_year,
                **days,
            )
        ).id


def assign_cohort(desk: Desk, child_ids: Iterable[uuid.UUID], cohort_id: uuid.UUID | None) -> None:
    """Put children into an entry year, or out of any."""
    with desk.write("Jahrgang zugeordnet") as w:
        if cohort_id is not None:
            w.get(Cohort, cohort_id)
        for child_id in child_ids:
            w.get(Child, child_id).cohort_id = cohort_id


def add_measure(desk: Desk, entered: MeasureInput) -> uuid.UUID:
    """Add a measure behind the others of its year; without days it gets those of its rule."""
    title = checked_name(entered.title, "Maßnahme")
    rule = checked_rule(entered.rule)
    check_day(entered.planned_on, PLANNED_ON)
    check_day(entered.planned_until, PLANNED_UNTIL)
    check_order(entered.planned_on, entered.planned_until)
    check_past(entered.done_on, desk.clock.today(), DONE_ON)
    has_days = entered.planned_on is not None or entered.planned_until is not None
    with desk.write(f"Neue Maßnahme {title}") as w:
        w.get(Cohort, entered.cohort_id)
        year = year_of(w.session, cohort_card(w.session, entered.cohort_id))
        planned_on, planned_until = stored_days(computed_days(rule, year))
        count = select(func.count(Measure.id)).where(Measure.cohort_id == entered.cohort_id)
        return w.add(
            Measure(
                cohort_id=entered.cohort_id,
                title=title,
                short_title=checked_line(entered.short_title, "Kurzname"),
                position=w.session.scalar(count) or 0,
                is_per_child=entered.is_per_child,
                is_binding=entered.is_binding,
                rule=rule,
                planned_on=entered.planned_on if has_days else planned_on,
                planned_until=entered.planned_until if has_days else planned_until,
                is_moved_by_hand=has_days and bool(rule),
                done_on=entered.done_on,
                place=checked_line(entered.place, "Ort"),
                participants=checked_line(entered.participants, "Beteiligte"),
                note=checked_text(entered.note, "Notiz"),
            )
        ).id


def add_child_status(
    desk: Desk,
    child_id: uuid.UUID,
    kind: ChildStatusKind,
    *,
    on_date: date | None = None,
    paper_place: str = "",
    note: str = "",
) -> uuid.UUID:
    """Note something on a child's way to school: registered, deferred, moving."""
    check_day(on_date, "Tag")
    with desk.write("Stand zur Einschulung") as w:
        w.get(Child, child_id)
        return w.add(
            ChildStatus(
                child_id=child_id,
                kind=kind,
                on_date=on_date,
                paper_place=checked_line(paper_place, "Ablage"),
                note=checked_text(note, "Notiz"),
            )
        ).id

"""The plan of an entry year: opened from the template or last year's plan, computed, replanned."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sqlalchemy import func, select
from typing_extensions import Unpack

from kitadesk.domain.dates import check_fields
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.numbers import check_entry_year
from kitadesk.domain.plan_dates import Days, PlanYear, plan_year
from kitadesk.domain.plan_template import (
    TemplateMeasure,
    computed_days,
    falls_away,
    is_known_in,
    stored_days,
)
from kitadesk.domain.transition import COHORT_DAYS
from kitadesk.queries.house import own_house_id
from kitadesk.queries.reader import Reader
from kitadesk.queries.rules import house_rules
from kitadesk.queries.year_plan import CohortCard, PlanRow, cohort_card, earlier_plan, plan_rows
from kitadesk.services.desk import Desk
from kitadesk.services.plan_templates import plan_template
from kitadesk.services.year_starters import Tell, free_starters, silent, take_in
from kitadesk.storage.models.institutions import Institution, PartnerSchool
from kitadesk.storage.models.transition import Cohort, Measure
from kitadesk.storage.writer import Writer

_WEEKS_OF_A_YEAR = 52


class CohortFields(TypedDict, total=False):
    """The days of a year that the school names; None lets the Ferien suggest them again."""

    break_ends_on: date | None
    ceremony_on: date | None
    first_school_day: date | None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What replanning does to a measure; `stays_because` says why it keeps its day."""

    measure_id: uuid.UUID
    title: str
    old: Days | None
    new: Days | None
    stays_because: str = ""


def open_cohort(
    desk: Desk, entry_year: int, *, carry_over: bool = True, tell: Tell = silent
) -> uuid.UUID:
    """Open an entry year with its plan and its children; a year that has a plan stays as it is.

    The plan comes from the newest earlier year if there is one, else from the template of the Land.
    `tell(share)` hears how far it is; what it raises leaves nothing behind.
    """
    check_entry_year(entry_year)
    today = desk.clock.today()
    with desk.write(f"Jahrgang {entry_year} angelegt") as w:
        cohort = _cohort(w, entry_year)
        cohort_id = cohort.id
        if w.session.scalar(select(func.count(Measure.id)).where(Measure.cohort_id == cohort_id)):
            return cohort_id
        year = year_of(w.session, cohort_card(w.session, cohort_id))
        earlier = earlier_plan(w.session, entry_year) if carry_over else None
        if earlier is None:
            _add_template(w, cohort, year, today)
        else:
            _carry_over(w, cohort, year, earlier, today)
        if year.rules is not None:
            found = free_starters(w.session, entry_year, year.rules, today)
            take_in(w, cohort_id, [child_id for child_id, _entry_class in found], tell)
        tell(1.0)
        return cohort_id


def change_cohort(desk: Desk, cohort_id: uuid.UUID, **fields: Unpack[CohortFields]) -> None:
    """Note a day that the school named; measures follow when the plan is computed anew."""
    check_fields(fields, COHORT_DAYS)
    year = desk.read(cohort_card, cohort_id).entry_year
    merge_key = f"cohort:{cohort_id}:{','.join(sorted(fields))}"
    with desk.write(f"Tage zum Schulanfang {year}", merge_key=merge_key) as w:
        cohort = w.get(Cohort, cohort_id)
        for name in CohortFields.__annotations__:
            if name in fields:
                setattr(cohort, name, fields[name])  # type: ignore[literal-required]


def plan_difference(desk: Desk, cohort_id: uuid.UUID) -> tuple[PlanChange, ...]:
    """Return what replanning would do, and which measures would stay although their rule moved."""
    return desk.read(_difference, cohort_id, desk.clock.today())


def replan(desk: Desk, cohort_id: uuid.UUID) -> int:
    """Move every measure to the days of its rule, in one step; returns how many moved.

    What a hand moved, what is done and what is not needed stays.
    """
    year = desk.read(cohort_card, cohort_id).entry_year
    with desk.write(f"Jahresplan {year} neu berechnet") as w:
        changes = _difference(w.session, cohort_id, desk.clock.today())
        moved = [change for change in changes if not change.stays_because]
        for change in moved:
            measure = w.get(Measure, change.measure_id)
            measure.planned_on, measure.planned_until = stored_days(change.new)
        return len(moved)


def year_of(reader: Reader, card: CohortCard) -> PlanYear:
    """Return what the rules of a year are computed from."""
    return plan_year(card.entry_year, house_rules(reader), card.first_school_day)


def row_days(row: PlanRow) -> Days | None:
    """Return the days on which a measure stands in the plan."""
    return None if row.last is None else Days(row.first, row.last)


def wanted_days(row: PlanRow, year: PlanYear) -> Days | None:
    """Return the days that a measure follows: those of its event, else those of its rule."""
    if row.event_on is not None:
        return row_days(row)
    return computed_days(row.rule, year)


def _difference(reader: Reader, cohort_id: uuid.UUID, today: date) -> tuple[PlanChange, ...]:
    year = year_of(reader, cohort_card(reader, cohort_id))
    changes = []
    for row in plan_rows(reader, cohort_id, today):
        old, new = row_days(row), wanted_days(row, year)
        if new is None or new == old or row.is_not_needed:
            continue
        why = "von Hand gelegt" if row.is_moved_by_hand else ""
        why = "erledigt" if row.done_on is not None else why
        changes.append(PlanChange(row.id, row.title, old, new, why))
    return tuple(changes)


def _cohort(w: Writer, entry_year: int) -> Cohort:
    found = w.session.scalars(select(Cohort).where(Cohort.entry_year == entry_year)).first()
    if found is None:
        found = w.add(Cohort(institution_id=own_house_id(w.session), entry_year=entry_year))
        w.session.flush()
    return found


def _add_template(w: Writer, cohort: Cohort, year: PlanYear, today: date) -> None:
    responsible = _Responsible(w.session)
    wanted = (one for one in plan_template(year.land) if is_known_in(one, year))
    for position, one in enumerate(wanted):
        days = computed_days(one.rule, year)
        w.add(
            _from_template(one, cohort.id, position, days, today, responsible.of(one.responsible))
        )


def _from_template(
    one: TemplateMeasure,
    cohort_id: uuid.UUID,
    position: int,
    days: Days | None,
    today: date,
    responsible_id: uuid.UUID | None,
) -> Measure:
    planned_on, planned_until = stored_days(days)
    return Measure(
        cohort_id=cohort_id,
        title=one.title,
        short_title=one.short_title,
        step=one.step,
        position=position,
        is_per_child=one.is_per_child,
        is_binding=one.is_binding,
        rule=one.rule,
        planned_on=planned_on,
        planned_until=planned_until,
        is_not_needed=falls_away(
            days,
            today,
            is_per_child=one.is_per_child,
            is_binding=one.is_binding,
            step=one.step,
        ),
        responsible_institution_id=responsible_id,
        participants=one.participants,
        paper_id=one.paper_id,
    )


def _carry_over(
    w: Writer, cohort: Cohort, year: PlanYear, earlier: CohortCard, today: date
) -> None:
    """Copy the plan of an earlier year: rules give new days, own dates move by whole weeks."""
    weeks = date.resolution * 7 * _WEEKS_OF_A_YEAR * (year.entry_year - earlier.entry_year)
    for position, row in enumerate(plan_rows(w.session, earlier.id, today)):
        days = computed_days(row.rule, year)
        is_own_date = days is None and not row.rule and row.last is not None
        if is_own_date and row.last is not None:
            days = Days(None if row.first is None else row.first + weeks, row.last + weeks)
        planned_on, planned_until = stored_days(days)
        review = f"{earlier.entry_year}: {row.evaluation}" if row.evaluation else ""
        w.add(
            Measure(
                cohort_id=cohort.id,
                title=row.title,
                short_title=row.short_title,
                step=row.step,
                position=position,
                is_per_child=row.is_per_child,
                is_binding=row.is_binding,
                rule=row.rule,
                planned_on=planned_on,
                planned_until=planned_until,
                is_moved_by_hand=is_own_date,
                is_not_needed=falls_away(
                    days,
                    today,
                    is_per_child=row.is_per_child,
                    is_binding=row.is_binding,
                    step=row.step,
                ),
                responsible_institution_id=row.responsible_institution_id,
                responsible_person_id=row.responsible_person_id,
                place=row.place,
                participants=row.participants,
                paper_id=row.paper_id,
                note=review,
            )
        )


class _Responsible:
    """Finds who does a measure: the own house, the partner school, the only office of its kind."""

    def __init__(self, reader: Reader) -> None:
        self._own = own_house_id(reader)
        statement = select(Institution.kind, Institution.id).order_by(
            Institution.sort_key, Institution.id
        )
        self._by_kind = _grouped((kind, one) for kind, one in reader.execute(statement))
        self._school = reader.scalar(
            select(PartnerSchool.school_id).order_by(PartnerSchool.position, PartnerSchool.id)
        )

    def of(self, kind: InstitutionKind | None) -> uuid.UUID | None:
        if kind is InstitutionKind.DAYCARE:
            return self._own
        if kind is InstitutionKind.PRIMARY_SCHOOL and self._school is not None:
            return self._school
        found = self._by_kind.get(kind, []) if kind is not None else []
        return found[0] if len(found) == 1 else None


def _grouped(
    pairs: Iterable[tuple[InstitutionKind, uuid.UUID]],
) -> dict[InstitutionKind, list[uuid.UUID]]:
    grouped: dict[InstitutionKind, list[uuid.UUID]] = {}
    for kind, one in pairs:
        grouped.setdefault(kind, []).append(one)
    return grouped

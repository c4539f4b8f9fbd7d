"""The entry year of the invented town: measures with days, sparse states, consents, statuses."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kitadesk.domain.consent import CONSENT_STEPS, ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, lines_of, stored_scope, whole_scope
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.plan_dates import Days, PlanYear, plan_year
from kitadesk.domain.plan_template import (
    TemplateMeasure,
    computed_days,
    falls_away,
    is_known_in,
    stored_days,
)
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.services.demo_alliance import OWN, Alliance
from kitadesk.services.demo_families import Families, Starter
from kitadesk.services.demo_sources import LAND, Entry, TownRows, source
from kitadesk.services.plan_templates import plan_template
from kitadesk.services.rules import land_rules
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from kitadesk.storage.models.transition import ChildMeasure, ChildStatus, Measure

_REGISTRATION = "registration"
_EVENING = "preschool_evening"
_VISIT = "teacher_visit"
_NOT_REGISTERED = ("Voigt", "Karl")
_PARTNERS = {
    InstitutionKind.DAYCARE: OWN,
    InstitutionKind.PRIMARY_SCHOOL: "primary",
    InstitutionKind.AFTER_SCHOOL_CARE: "hort",
    InstitutionKind.HEALTH_OFFICE: "health",
}
_NO_MORE_KNOWN = Entry({})


class _Phase(Enum):
    """Where a measure stands today."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"


_BEFORE_TODAY = timedelta(days=1)
"""What is entered today is newer than all that the town brings with it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A measure with its days in the preparation year of the cohort."""

    measure_id: uuid.UUID
    name: str
    first: date
    last: date
    progress: float

    def phase(self, today: date) -> _Phase:
        if today < self.first:
            return _Phase.AHEAD
        return _Phase.OVER if today > self.last else _Phase.RUNNING


@dataclass(frozen=True, slots=True)
class YearKeys:
    """What measures refer to: the cohort, its year, and the evening that stands in the plan."""

    cohort_id: uuid.UUID
    entry_year: int
    evening_id: uuid.UUID
    evening_on: date


def preparation_year(entry_year: int) -> tuple[date, date]:
    """Return first and last day of the Schulvorbereitungsjahr: 1 August to 31 July (field 1.0)."""
    return date(entry_year - 1, 8, 1), date(entry_year, 7, 31)


def add_year(rows: TownRows, keys: YearKeys, alliance: Alliance, families: Families) -> None:
    """Add the measures, what is done for whom, and the consents of the custodians."""
    refused = _add_consents(rows, keys, alliance, families)
    year = plan_year(keys.entry_year, land_rules(LAND))
    more = {entry.text("step"): entry for entry in source("year").entries("measures")}
    wanted = (one for one in plan_template(LAND) if is_known_in(one, year))
    for position, one in enumerate(wanted):
        known = more.get(one.step, _NO_MORE_KNOWN)
        step = _add_measure(rows, keys, alliance, one, known, year, position)
        if one.is_per_child and step is not None and one.step not in CONSENT_STEPS:
            _add_states(rows, step, families.starters, refused)
    _add_statuses(rows, keys, families.starters)


def _add_measure(
    rows: TownRows,
    keys: YearKeys,
    alliance: Alliance,
    one: TemplateMeasure,
    known: Entry,
    year: PlanYear,
    position: int,
) -> _Step | None:
    """Add a measure as if the plan had been opened on the first day; None if that was too late."""
    begin = preparation_year(keys.entry_year)[0]
    is_evening = one.step == _EVENING
    days = computed_days(one.rule, year)
    if is_evening:
        days = Days(keys.evening_on, keys.evening_on)
    was_late = falls_away(days, begin, is_per_child=one.is_per_child, is_binding=one.is_binding)
    planned_on, planned_until = stored_days(days)
    is_over = days is not None and days.last < rows.today and not one.is_per_child
    measure_id = rows.add(
        Measure,
        cohort_id=keys.cohort_id,
        title=one.title,
        short_title=one.short_title,
        step=one.step,
        position=position,
        is_per_child=one.is_per_child,
        is_binding=one.is_binding,
        rule=one.rule,
        planned_on=planned_on,
        planned_until=planned_until,
        is_moved_by_hand=is_evening and days != computed_days(one.rule, year),
        done_on=days.last if is_over and days is not None and not was_late else None,
        is_not_needed=was_late,
        responsible_institution_id=_responsible(alliance, one),
        event_id=keys.evening_id if is_evening else None,
        place=known.text("place"),
        participants=one.participants,
        paper_id=one.paper_id,
        evaluation=known.text("evaluation") if is_over else "",
    )
    if days is None or was_late:
        return None
    return _Step(measure_id, one.step, days.first or begin, days.last, known.share("progress"))


def _responsible(alliance: Alliance, one: TemplateMeasure) -> uuid.UUID | None:
    return None if one.responsible is None else alliance.institutions[_PARTNERS[one.responsible]]


def _add_states(
    rows: TownRows, step: _Step, starters: Sequence[Starter], refused: frozenset[uuid.UUID]
) -> None:
    """Add what is done, planned or not needed; nothing is stored for what is open."""
    phase = step.phase(rows.today)
    if phase is _Phase.AHEAD:
        return
    for place, starter in enumerate(starters):
        if step.name == _VISIT and starter.child_id in refused:
            state, on = MeasureState.NOT_NEEDED, None
        elif _is_done(rows, step, starter, phase):
            state = MeasureState.DONE
            on = rows.day_between(step.first, min(step.last, rows.today))
        elif phase is _Phase.RUNNING and place % 2:
            state = MeasureState.PLANNED
            on = rows.day_between(rows.today + timedelta(days=3), step.last)
        else:
            continue
        rows.add(
            ChildMeasure,
            child_id=starter.child_id,
            measure_id=step.measure_id,
            state=state,
            on_date=on,
        )


def _is_done(rows: TownRows, step: _Step, starter: Starter, phase: _Phase) -> bool:
    if step.name == _REGISTRATION and (starter.last_name, starter.first_name) == _NOT_REGISTERED:
        return False
    return phase is _Phase.OVER or rows.chance(step.progress)


def _add_consents(
    rows: TownRows, keys: YearKeys, alliance: Alliance, families: Families
) -> frozenset[uuid.UUID]:
    """Add the ledger: most gave their consent, two said no, two have not answered, one revoked.

    Returns the children whose custodians do not want the teacher's visit.
    """
    begin = min(preparation_year(keys.entry_year)[0] + timedelta(days=20), rows.today)
    school = alliance.institutions["primary"]
    refused = set()
    for place, starter in enumerate(families.starters):
        number = place % 18
        state = _consent_state(number)
        if state is ConsentState.NO:
            refused.add(starter.child_id)
        for kind in (ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT):
            if state is not ConsentState.OPEN:
                lines = _ticked(number, kind) if state is ConsentState.GIVEN else ""
                _add_consent(rows, alliance, starter, kind, state, begin, school, lines)
    custodians = {starter.child_id: starter.custodians for starter in families.starters}
    for child_id, parent in families.children[:92:2]:
        _add_photo_consent(rows, alliance, child_id, custodians.get(child_id, (parent,)))
    return frozenset(refused)


def _consent_state(number: int) -> ConsentState:
    """Spread the answers over the children of an entry year."""
    by_number = {
        3: ConsentState.OPEN,
        7: ConsentState.NO,
        11: ConsentState.OPEN,
        14: ConsentState.NO,
        16: ConsentState.REVOKED,
    }
    return by_number.get(number, ConsentState.GIVEN)


def _ticked(number: int, kind: ConsentKind) -> str:
    """Return what was ticked: two families allow the school talks or two lines only."""
    whole = whole_scope(kind)
    chosen = {
        5: Scope(frozenset(tick for tick in whole.ticks if tick[1] is Way.ORAL)),
        9: Scope(frozenset(tick for tick in whole.ticks if tick[0] in lines_of(kind)[2:4])),
    }
    is_handover = kind is ConsentKind.SCHOOL_HANDOVER
    return stored_scope(chosen.get(number, whole) if is_handover else whole, kind)


def _add_consent(
    rows: TownRows,
    alliance: Alliance,
    starter: Starter,
    kind: ConsentKind,
    state: ConsentState,
    begin: date,
    school: uuid.UUID,
    lines: str,
) -> None:
    """Add an entry with the signatures of all custodians."""
    recorded_on = rows.day_between(begin, rows.today - _BEFORE_TODAY)
    consent = rows.add(
        Consent,
        institution_id=alliance.institutions[OWN],
        child_id=starter.child_id,
        kind=kind,
        state=state,
        recipient_id=school,
        categories=lines,
        is_oral_allowed=state is ConsentState.GIVEN,
        paper_place="Ordner Übergang",
        recorded_on=recorded_on,
        revoked_on=rows.today if state is ConsentState.REVOKED else None,
    )
    for person_id in starter.custodians:
        rows.add(ConsentSignature, consent_id=consent, person_id=person_id, signed_on=recorded_on)


def _add_photo_consent(
    rows: TownRows, alliance: Alliance, child_id: uuid.UUID, signers: Sequence[uuid.UUID]
) -> None:
    recorded_on = rows.day_between(rows.today - timedelta(days=300), rows.today - _BEFORE_TODAY)
    consent = rows.add(
        Consent,
        institution_id=alliance.institutions[OWN],
        child_id=child_id,
        kind=ConsentKind.PHOTO,
        state=ConsentState.GIVEN if rows.chance(0.8) else ConsentState.NO,
        paper_place="Kinderakte",
        recorded_on=recorded_on,
    )
    for person_id in signers:
        rows.add(ConsentSignature, consent_id=consent, person_id=person_id, signed_on=recorded_on)


def _add_statuses(rows: TownRows, keys: YearKeys, starters: Sequence[Starter]) -> None:
    """Note who is registered, who may start early, who was deferred and who asks for it."""
    begin = preparation_year(keys.entry_year)[0]
    for place, starter in enumerate(starters):
        kinds = {
            "opt_in": ChildStatusKind.EARLY_APPLIED,
            "overdue": ChildStatusKind.DEFERRAL_GRANTED,
        }
        kind = kinds.get(starter.kind, ChildStatusKind.REGISTERED)
        if (starter.last_name, starter.first_name) == _NOT_REGISTERED:
            continue
        if kind is ChildStatusKind.REGISTERED and place % 18 == 9:
            kind = ChildStatusKind.DEFERRAL_APPLIED
        rows.add(
            ChildStatus,
            child_id=starter.child_id,
            kind=kind,
            on_date=rows.day_between(begin, min(begin + timedelta(days=45), rows.today)),
            paper_place="Ordner Übergang",
        )

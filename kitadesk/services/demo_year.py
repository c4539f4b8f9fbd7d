"""The entry year of the invented town: measures with days, sparse states, consents, statuses."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.services.demo_alliance import OWN, Alliance
from kitadesk.services.demo_families import Families, Starter
from kitadesk.services.demo_sources import Entry, TownRows, in_term, source
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from kitadesk.storage.models.transition import ChildMeasure, ChildStatus, Measure

_REGISTRATION = "Schulanmeldung"
_EVENING = "Vorschulelternabend"
_VISIT = "Besuch der Lehrkraft in der Kita"
_NOT_REGISTERED = ("Voigt", "Karl")


class _Phase(Enum):
    """Where a measure stands today."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class _Step:
    """A measure with its days in the preparation year of the cohort."""

    measure_id: uuid.UUID
    title: str
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
    for position, entry in enumerate(source("year").entries("measures")):
        step = _add_measure(rows, keys, alliance, entry, position)
        if entry.flag("per_child"):
            _add_states(rows, step, families.starters, refused)
    _add_statuses(rows, keys, families.starters)


def _add_measure(
    rows: TownRows, keys: YearKeys, alliance: Alliance, entry: Entry, position: int
) -> _Step:
    title, per_child = entry.text("title"), entry.flag("per_child")
    first, last = _days(entry, keys)
    is_evening = title == _EVENING
    measure_id = rows.add(
        Measure,
        cohort_id=keys.cohort_id,
        title=title,
        short_title=entry.text("short_title"),
        position=position,
        is_per_child=per_child,
        is_binding=entry.flag("binding"),
        rule=entry.text("rule"),
        planned_on=first,
        planned_until=last if last > first else None,
        done_on=last if last < rows.today and not per_child else None,
        responsible_institution_id=alliance.institutions[entry.text("responsible") or OWN],
        event_id=keys.evening_id if is_evening else None,
        place=entry.text("place"),
        participants=entry.text("participants"),
    )
    return _Step(measure_id, title, first, last, entry.share("progress"))


def _days(entry: Entry, keys: YearKeys) -> tuple[date, date]:
    """Return first and last day; what is one day moves out of breaks and off the weekend."""
    if entry.text("title") == _EVENING:
        return keys.evening_on, keys.evening_on
    first, last = (_day(entry.text(name), keys.entry_year) for name in ("from", "to"))
    if first == last and not entry.text("rule").startswith("Frist"):
        friday = first - timedelta(days=max(first.weekday() - 4, 0))
        first = last = in_term(friday, back=True)
    return first, last


def _day(text: str, entry_year: int) -> date:
    """Return "08.10." as a day of the preparation year, which begins in August."""
    day, month = (int(part) for part in text.strip(".").split("."))
    return date(entry_year - (month >= 8), month, day)


def _add_states(
    rows: TownRows, step: _Step, starters: Sequence[Starter], refused: frozenset[uuid.UUID]
) -> None:
    """Add what is done, planned or not needed; nothing is stored for what is open."""
    phase = step.phase(rows.today)
    if phase is _Phase.AHEAD:
        return
    for place, starter in enumerate(starters):
        if step.title == _VISIT and starter.child_id in refused:
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
    if step.title == _REGISTRATION and (starter.last_name, starter.first_name) == _NOT_REGISTERED:
        return False
    return rows.chance(step.progress if phase is _Phase.RUNNING else 0.96)


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
                _add_consent(rows, alliance, starter, kind, state, begin, school)
    for child_id, parent in families.children[:92:2]:
        _add_photo_consent(rows, alliance, child_id, parent)
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


def _add_consent(
    rows: TownRows,
    alliance: Alliance,
    starter: Starter,
    kind: ConsentKind,
    state: ConsentState,
    begin: date,
    school: uuid.UUID,
) -> None:
    """Add an entry with the signatures of all custodians."""
    recorded_on = rows.day_between(begin, rows.today)
    consent = rows.add(
        Consent,
        institution_id=alliance.institutions[OWN],
        child_id=starter.child_id,
        kind=kind,
        state=state,
        recipient_id=school,
        categories="Stärken, Wünsche, Förderung",
        is_oral_allowed=state is ConsentState.GIVEN,
        paper_place="Ordner Übergang",
        recorded_on=recorded_on,
        revoked_on=rows.today if state is ConsentState.REVOKED else None,
    )
    for person_id in starter.custodians:
        rows.add(ConsentSignature, consent_id=consent, person_id=person_id, signed_on=recorded_on)


def _add_photo_consent(
    rows: TownRows, alliance: Alliance, child_id: uuid.UUID, parent: uuid.UUID
) -> None:
    recorded_on = rows.day_between(rows.today - timedelta(days=300), rows.today)
    consent = rows.add(
        Consent,
        institution_id=alliance.institutions[OWN],
        child_id=child_id,
        kind=ConsentKind.PHOTO,
        state=ConsentState.GIVEN if rows.chance(0.8) else ConsentState.NO,
        categories="Aushang in der Kita",
        paper_place="Kinderakte",
        recorded_on=recorded_on,
    )
    rows.add(ConsentSignature, consent_id=consent, person_id=parent, signed_on=recorded_on)


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

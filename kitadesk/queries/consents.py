"""The consent ledger: what holds for each child of an entry year, and the entries behind it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import TAKEN_BACK, read_scope, scope_words, ways_of
from kitadesk.domain.consent_standing import ConsentStanding
from kitadesk.domain.names import listed_name, spoken_name
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.consent_answers import standings_here, standings_of_year, unsigned_here
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Custody, Group, Person
from kitadesk.storage.models.privacy import Consent, ConsentSignature

_NOTHING_SAID: Mapping[ConsentKind, ConsentStanding] = {}
_NOBODY_MISSING: Mapping[ConsentKind, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class CustodianRow:
    """A person whose signature counts; `has_custody` is YES or UNKNOWN, never NO."""

    person_id: uuid.UUID
    name: str
    has_custody: CustodyAnswer


@dataclass(frozen=True, slots=True)
class ConsentChildRow:
    """A child with what holds; of what nobody said anything yet, there is nothing in it.

    `missing` names who has not signed a consent yet.
    """

    child_id: uuid.UUID
    name: str
    group_name: str
    standings: Mapping[ConsentKind, ConsentStanding]
    missing: Mapping[ConsentKind, tuple[str, ...]]
    school_id: uuid.UUID | None = None

    def state(self, kind: ConsentKind) -> ConsentState:
        """Return the state of a kind; without an entry it is open."""
        found = self.standings.get(kind)
        return ConsentState.OPEN if found is None else found.state

    def limits(self, kind: ConsentKind) -> str:
        """Return "nur mündlich" for a consent that holds for a part of its form."""
        found = self.standings.get(kind)
        return "" if found is None else found.limits(kind)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry as the ledger shows it; `signatures` are names with days in the order they came.

    `scope` says what was ticked: "alles", "nur mündlich"; empty where the entry allows nothing.
    """

    id: uuid.UUID
    kind: ConsentKind
    state: ConsentState
    recorded_on: date
    revoked_on: date | None
    recipient: str
    scope: str
    paper_place: str
    signatures: tuple[tuple[str, date], ...]


def consent_standings(
    reader: Reader, cohort_id: uuid.UUID
) -> Mapping[tuple[uuid.UUID, ConsentKind], ConsentStanding]:
    """Return what holds by child and kind for an entry year; what is not in it is open."""
    found = standings_of_year(reader.connection(), cohort_id)
    return {(uuid.UUID(bytes=key), kind): one for (key, kind), one in found.items()}


def consent_states(
    reader: Reader, cohort_id: uuid.UUID
) -> Mapping[tuple[uuid.UUID, ConsentKind], ConsentState]:
    """Return the state by child and kind for an entry year; what is not in it is open."""
    return {key: one.state for key, one in consent_standings(reader, cohort_id).items()}


def consent_rows(
    reader: Reader, on: date, *, cohort_id: uuid.UUID | None = None
) -> tuple[ConsentChildRow, ...]:
    """Return the children who are here on that day, of one entry year or all, by name."""
    connection = reader.connection()
    condition = is_here(on)
    if cohort_id is not None:
        condition &= Child.cohort_id == cohort_id
    standings: dict[bytes, dict[ConsentKind, ConsentStanding]] = defaultdict(dict)
    for (key, kind), found in standings_here(connection, on, cohort_id).items():
        standings[key][kind] = found
    missing: dict[bytes, dict[ConsentKind, tuple[str, ...]]] = defaultdict(dict)
    for (key, kind), names in unsigned_here(connection, on, cohort_id).items():
        missing[key][kind] = names
    statement = (
        select(Child.id, Child.last_name, Child.first_name, Group.name, Child.school_id)
        .outerjoin(Group, Group.id == Child.group_id)
        .where(condition)
        .order_by(Child.sort_key, Child.id)
    )
    return tuple(
        ConsentChildRow(
            child_id=child_id,
            name=listed_name(last_name, first_name),
            group_name=group_name or "",
            standings=standings.get(child_id.bytes, _NOTHING_SAID),
            missing=missing.get(child_id.bytes, _NOBODY_MISSING),
            school_id=school_id,
        )
        for child_id, last_name, first_name, group_name, school_id in reader.execute(statement)
    )


def custodians(reader: Reader, child_id: uuid.UUID) -> tuple[CustodianRow, ...]:
    """Return whose signatures a consent for this child needs, in the order of the family."""
    statement = (
        select(Custody.person_id, Person.first_name, Person.last_name, Custody.has_custody)
        .join(Person, Person.id == Custody.person_id)
        .where(Custody.child_id == child_id, Custody.has_custody != CustodyAnswer.NO)
        .order_by(Custody.position, Person.sort_key)
    )
    return tuple(
        CustodianRow(person_id, spoken_name(first_name, last_name), has_custody)
        for person_id, first_name, last_name, has_custody in reader.execute(statement)
    )


def consent_ledger(
    reader: Reader, child_id: uuid.UUID, kind: ConsentKind | None = None
) -> tuple[LedgerRow, ...]:
    """Return the entries for a child, newest first; entries are evidence and never change."""
    condition = Consent.child_id == child_id
    if kind is not None:
        condition &= Consent.kind == kind
    signatures: dict[uuid.UUID, list[tuple[str, date]]] = defaultdict(list)
    signed = (
        select(
            ConsentSignature.consent_id,
            Person.first_name,
            Person.last_name,
            ConsentSignature.signed_on,
        )
        .join(Person, Person.id == ConsentSignature.person_id)
        .join(Consent, Consent.id == ConsentSignature.consent_id)
        .where(condition)
        .order_by(ConsentSignature.signed_on, ConsentSignature.id)
    )
    for consent_id, first_name, last_name, signed_on in reader.execute(signed):
        signatures[consent_id].append((spoken_name(first_name, last_name), signed_on))
    statement = (
        select(
            Consent.id,
            Consent.kind,
            Consent.state,
            Consent.recorded_on,
            Consent.revoked_on,
            Institution.name,
            Consent.paper_place,
            Consent.categories,
        )
        .outerjoin(Institution, Institution.id == Consent.recipient_id)
        .where(condition)
        .order_by(Consent.recorded_on.desc(), Consent.id.desc())
    )
    return tuple(
        LedgerRow(
            *row[:5],
            row.name or "",
            _scope_words(row.kind, row.state, row.categories),
            row.paper_place,
            signatures=tuple(signatures[row.id]),
        )
        for row in reader.execute(statement)
    )


def _scope_words(kind: ConsentKind, state: ConsentState, text: str) -> str:
    """Return what an entry says about the lines of its form."""
    is_about_lines = state is ConsentState.GIVEN or text.startswith(TAKEN_BACK)
    if not is_about_lines or not ways_of(kind):
        return ""
    return scope_words(read_scope(text, kind), kind)

"""The consent ledger: what holds for each child of an entry year, and the entries behind it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from kitadesk.domain.consent import (
    CHILD_KINDS,
    ConsentKind,
    ConsentStanding,
    ConsentState,
    LedgerEntry,
    standing,
)
from kitadesk.domain.names import listed_name, spoken_name
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.consent_answers import answers_of_year
from kitadesk.queries.people import is_here
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Custody, Group, Person
from kitadesk.storage.models.privacy import Consent, ConsentSignature

Standings = dict[tuple[uuid.UUID, ConsentKind], ConsentStanding]


@dataclass(frozen=True, slots=True)
class CustodianRow:
    """A person whose signature counts; `has_custody` is YES or UNKNOWN, never NO."""

    person_id: uuid.UUID
    name: str
    has_custody: CustodyAnswer


@dataclass(frozen=True, slots=True)
class ConsentChildRow:
    """A child with what holds for each kind; `missing` names who has not signed yet."""

    child_id: uuid.UUID
    name: str
    group_name: str
    standings: Mapping[ConsentKind, ConsentStanding]
    missing: Mapping[ConsentKind, tuple[str, ...]]

    def state(self, kind: ConsentKind) -> ConsentState:
        """Return the state of a kind; without an entry it is open."""
        found = self.standings.get(kind)
        return ConsentState.OPEN if found is None else found.state


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry as the ledger shows it; `signatures` are names with days in the order they came."""

    id: uuid.UUID
    kind: ConsentKind
    state: ConsentState
    recorded_on: date
    revoked_on: date | None
    recipient: str
    categories: str
    is_oral_allowed: bool
    paper_place: str
    signatures: tuple[tuple[str, date], ...]


def consent_states(
    reader: Reader, cohort_id: uuid.UUID
) -> Mapping[tuple[uuid.UUID, ConsentKind], ConsentState]:
    """Return the state by child and kind for an entry year; what is not in it is open."""
    found = answers_of_year(reader.connection(), cohort_id)
    return {(uuid.UUID(bytes=key), kind): state for (key, kind), state in found.items()}


def children_with_consent(
    reader: Reader, cohort_id: uuid.UUID, kind: ConsentKind
) -> frozenset[uuid.UUID]:
    """Return the children who may stand on a paper that needs this consent (field 5.5, 1)."""
    states = consent_states(reader, cohort_id)
    return frozenset(
        child for (child, of), state in states.items() if of is kind and state is ConsentState.GIVEN
    )


def consent_rows(
    reader: Reader, on: date, *, cohort_id: uuid.UUID | None = None
) -> tuple[ConsentChildRow, ...]:
    """Return the children who are here on that day, of one entry year or all, by name."""
    condition = is_here(on)
    if cohort_id is not None:
        condition &= Child.cohort_id == cohort_id
    standings = _standings(reader, condition)
    names = _names(reader, {person for one in standings.values() for person in one.missing})
    statement = (
        select(Child.id, Child.last_name, Child.first_name, Group.name)
        .outerjoin(Group, Group.id == Child.group_id)
        .where(condition)
        .order_by(Child.sort_key, Child.id)
    )
    rows = []
    for child_id, last_name, first_name, group_name in reader.execute(statement):
        mine = {kind: standings.get((child_id, kind), ConsentStanding()) for kind in CHILD_KINDS}
        rows.append(
            ConsentChildRow(
                child_id=child_id,
                name=listed_name(last_name, first_name),
                group_name=group_name or "",
                standings=mine,
                missing={
                    kind: tuple(names[one] for one in found.missing) for kind, found in mine.items()
                },
            )
        )
    return tuple(rows)


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
            Consent.categories,
            Consent.is_oral_allowed,
            Consent.paper_place,
        )
        .outerjoin(Institution, Institution.id == Consent.recipient_id)
        .where(condition)
        .order_by(Consent.recorded_on.desc(), Consent.id.desc())
    )
    return tuple(
        LedgerRow(*row[:5], row.name or "", *row[6:], signatures=tuple(signatures[row.id]))
        for row in reader.execute(statement)
    )


def _standings(reader: Reader, condition: ColumnElement[bool]) -> Standings:
    """Derive what holds for each child and kind that has an entry."""
    entries = _entries(reader, condition)
    needed: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    statement = (
        select(Custody.child_id, Custody.person_id)
        .join(Child, Child.id == Custody.child_id)
        .where(condition, Custody.has_custody != CustodyAnswer.NO)
        .order_by(Custody.position, Custody.id)
    )
    for child_id, person_id in reader.execute(statement):
        needed[child_id].append(person_id)
    return {key: standing(found, needed[key[0]]) for key, found in entries.items()}


def _entries(
    reader: Reader, condition: ColumnElement[bool]
) -> dict[tuple[uuid.UUID, ConsentKind], list[LedgerEntry]]:
    """Return the entries by child and kind, oldest first."""
    signers: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    signed = (
        select(ConsentSignature.consent_id, ConsentSignature.person_id)
        .join(Consent, Consent.id == ConsentSignature.consent_id)
        .join(Child, Child.id == Consent.child_id)
        .where(condition)
    )
    for consent_id, person_id in reader.execute(signed):
        signers[consent_id].add(person_id)
    statement = (
        select(Consent.id, Consent.child_id, Consent.kind, Consent.state, Consent.recorded_on)
        .join(Child, Child.id == Consent.child_id)
        .where(condition)
        .order_by(Consent.recorded_on, Consent.id)
    )
    found: dict[tuple[uuid.UUID, ConsentKind], list[LedgerEntry]] = defaultdict(list)
    for consent_id, child_id, kind, state, recorded_on in reader.execute(statement):
        if child_id is not None:
            entry = LedgerEntry(state, recorded_on, frozenset(signers.get(consent_id, ())))
            found[child_id, kind].append(entry)
    return found


def _names(reader: Reader, person_ids: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    if not person_ids:
        return {}
    statement = select(Person.id, Person.first_name, Person.last_name).where(
        Person.id.in_(person_ids)
    )
    return {
        person_id: spoken_name(first_name, last_name)
        for person_id, first_name, last_name in reader.execute(statement)
    }

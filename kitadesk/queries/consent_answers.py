"""What the consent ledger says of many children, in plain SQL: an entry year or a part of it.

A year may hold 35,000 children with two consents each, and the matrix asks for what is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from kitadesk.domain.consent import (
    ConsentKind,
    ConsentState,
    LedgerEntry,
    is_signed_by_all,
    standing,
)
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.plain import PlainSql

Answers = dict[tuple[bytes, ConsentKind], ConsentState]
"""State by the key of a child and kind; what is not in it is open."""

_Entry = tuple[str, str, list[bytes]]
"""Value of the state, ISO day, who signed."""
_KINDS = {kind.value: kind for kind in ConsentKind}
_STATES = {state.value: state for state in ConsentState}
_AT_ONCE = 900
"""Parameters of one statement; old SQLite allows 999."""
_ENTRIES = """
    SELECT id, child_id, kind, state, recorded_on FROM consent
     WHERE child_id {these} ORDER BY recorded_on, id
"""
_SIGNED = """
    SELECT consent_signature.consent_id, consent_signature.person_id
      FROM consent JOIN consent_signature ON consent_signature.consent_id = consent.id
     WHERE consent.child_id {these}
"""
_NEEDED = f"""
    SELECT child_id, person_id FROM custody
     WHERE has_custody <> '{CustodyAnswer.NO.value}' AND child_id {{these}}
"""  # noqa: S608 - a constant of ours


def answers_of_year(reader: PlainSql, cohort_id: UUID) -> Answers:
    """Return the answers for all children of an entry year."""
    return _answers(reader, "IN (SELECT id FROM child WHERE cohort_id = ?)", (cohort_id.bytes,))


def answers_between(reader: PlainSql, lowest: bytes, highest: bytes) -> Answers:
    """Return the answers for all children whose keys lie in this range."""
    return _answers(reader, "BETWEEN ? AND ?", (lowest, highest))


def answers_for(reader: PlainSql, child_ids: Sequence[bytes]) -> Answers:
    """Return the answers for these children."""
    found: Answers = {}
    for start in range(0, len(child_ids), _AT_ONCE):
        part = tuple(child_ids[start : start + _AT_ONCE])
        found |= _answers(reader, f"IN ({', '.join('?' * len(part))})", part)
    return found


def _answers(reader: PlainSql, these: str, values: tuple[bytes, ...]) -> Answers:
    def rows(statement: str) -> Iterable[Any]:
        return reader.exec_driver_sql(statement.format(these=these), values)

    signers: dict[bytes, list[bytes]] = defaultdict(list)
    for consent_id, person_id in rows(_SIGNED):
        signers[consent_id].append(person_id)
    entries: dict[tuple[bytes, str], list[_Entry]] = defaultdict(list)
    for consent_id, child_id, kind, state, recorded_on in rows(_ENTRIES):
        entries[child_id, kind].append((state, recorded_on, signers.get(consent_id, [])))
    needed: dict[bytes, list[bytes]] = defaultdict(list)
    for child_id, person_id in rows(_NEEDED) if entries else ():
        needed[child_id].append(person_id)
    return {
        (child_id, _KINDS[kind]): _state(found, needed[child_id])
        for (child_id, kind), found in entries.items()
    }


def _state(entries: Sequence[_Entry], needed: Sequence[bytes]) -> ConsentState:
    """Return what holds; nearly always there is one entry, and the ledger need not be walked."""
    if len(entries) == 1:
        ((state, _day, signed),) = entries
        is_given = state != ConsentState.GIVEN.value or is_signed_by_all(signed, needed)
        return _STATES[state] if is_given else ConsentState.OPEN
    ledger = [
        LedgerEntry(
            _STATES[state],
            date.fromisoformat(day),
            frozenset(UUID(bytes=person) for person in signed),
        )
        for state, day, signed in entries
    ]
    return standing(ledger, [UUID(bytes=person) for person in needed]).state

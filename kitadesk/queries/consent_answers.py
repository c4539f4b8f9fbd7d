"""What the consent ledger says of many children: the one question behind every screen and paper.

Plain SQL that counts in the file, because a year may hold 35,000 children with three consents each;
`domain.consent.standing` says what the numbers mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_forms import FORM_KINDS
from kitadesk.domain.consent_scope import (
    TAKEN_BACK,
    Scope,
    ScopeEntry,
    common_scope,
    read_scope,
    stored_scope,
    whole_scope,
)
from kitadesk.domain.consent_standing import ConsentStanding, limited, standing
from kitadesk.domain.names import spoken_name
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.plain import IS_HERE, PlainSql, day_of, on_day

Answers = dict[tuple[bytes, ConsentKind], ConsentState]
"""State by the key of a child and kind; what is not in it is open."""
Standings = dict[tuple[bytes, ConsentKind], ConsentStanding]
"""The same with the day and what is missing."""

_KINDS = {kind.value: kind for kind in ConsentKind}
_AT_ONCE = 400
"""Children of one statement: it names them twice, and old SQLite allows 999 parameters."""
_GIVEN, _REVOKED = ConsentState.GIVEN.value, ConsentState.REVOKED.value
_NO_CUSTODY = CustodyAnswer.NO.value
_FITS = """(consent.recipient_id IS NULL OR whose.school_id IS NULL
                OR consent.recipient_id = whose.school_id)"""
"""A signature counts for the school that the paper named, and for that school only (field 5.2)."""
_TAKES_BACK = f"consent.state = '{_REVOKED}' AND consent.categories LIKE '{TAKEN_BACK}%'"
"""Who takes back some lines leaves the others standing."""
_ENTRY = f"""
    WITH told AS (
        SELECT consent.id, consent.child_id, consent.kind, consent.recorded_on,
               CASE WHEN {_TAKES_BACK} THEN '{_GIVEN}' ELSE consent.state END AS state,
               CASE WHEN {_FITS} THEN 1 ELSE 0 END AS fits
          FROM consent JOIN child AS whose ON whose.id = consent.child_id
         WHERE consent.child_id {{these}}
    ), entry AS (
        SELECT id, child_id, kind, state, recorded_on, fits,
               row_number() OVER newest_first AS place,
               sum(CASE WHEN state = '{_GIVEN}' THEN 0 ELSE 1 END) OVER newest_first AS others
          FROM told
        WINDOW newest_first AS (PARTITION BY child_id, kind ORDER BY recorded_on DESC, id DESC)
    ),
"""  # noqa: S608 - constants of ours
"""Place 1 is the newest entry; `others` is 0 for consents that no other answer came after."""
_STANDING = f"""{_ENTRY}
    signed AS (
        SELECT entry.child_id, entry.kind,
               count(DISTINCT consent_signature.person_id) AS people,
               count(DISTINCT custody.person_id) AS custodians
          FROM entry JOIN consent_signature ON consent_signature.consent_id = entry.id
          LEFT JOIN custody ON custody.child_id = entry.child_id
               AND custody.person_id = consent_signature.person_id
               AND custody.has_custody <> '{_NO_CUSTODY}'
         WHERE entry.others = 0 AND entry.fits = 1 GROUP BY entry.child_id, entry.kind
    ),
    needed AS (
        SELECT child_id, count(*) AS custodians FROM custody
         WHERE has_custody <> '{_NO_CUSTODY}' AND child_id {{these}} GROUP BY child_id
    )
    SELECT entry.child_id, entry.kind, entry.state, entry.recorded_on,
           coalesce(signed.people, 0) AS people,
           coalesce(needed.custodians, 0) - coalesce(signed.custodians, 0) AS lacking
      FROM entry
      LEFT JOIN signed ON signed.child_id = entry.child_id AND signed.kind = entry.kind
      LEFT JOIN needed ON needed.child_id = entry.child_id
     WHERE entry.place = 1
"""  # noqa: S608 - constants of ours
_NUMBERS = f"""
    SELECT kind, state, people, lacking, count(*)
      FROM ({_STANDING}) AS standing GROUP BY kind, state, people, lacking
"""  # noqa: S608 - constants of ours
_UNSIGNED = f"""{_ENTRY}
    signed AS (
        SELECT DISTINCT entry.child_id, entry.kind, consent_signature.person_id
          FROM entry JOIN consent_signature ON consent_signature.consent_id = entry.id
         WHERE entry.others = 0 AND entry.fits = 1
    )
    SELECT entry.child_id, entry.kind, person.first_name, person.last_name
      FROM entry JOIN custody ON custody.child_id = entry.child_id
       AND custody.has_custody <> '{_NO_CUSTODY}'
      JOIN person ON person.id = custody.person_id
      LEFT JOIN signed ON signed.child_id = entry.child_id AND signed.kind = entry.kind
       AND signed.person_id = custody.person_id
     WHERE entry.place = 1 AND entry.state = '{_GIVEN}' AND signed.person_id IS NULL
     ORDER BY custody.position, custody.id
"""  # noqa: S608 - constants of ours
_FORMS = ", ".join(f"'{kind.value}'" for kind in FORM_KINDS)
_WHOLE_FORMS = ("", *(stored_scope(whole_scope(kind), kind) for kind in FORM_KINDS))
_LINES = f"""
    SELECT consent.child_id, consent.kind, consent.id, consent.state, consent.categories,
           consent_signature.person_id, custody.person_id
      FROM (SELECT DISTINCT child_id, kind FROM consent
             WHERE child_id {{these}} AND kind IN ({_FORMS})
               AND categories NOT IN ({", ".join("?" * len(_WHOLE_FORMS))})) AS some
      JOIN consent ON consent.child_id = some.child_id AND consent.kind = some.kind
      JOIN child AS whose ON whose.id = consent.child_id
      LEFT JOIN consent_signature ON consent_signature.consent_id = consent.id AND {_FITS}
      LEFT JOIN custody ON custody.child_id = consent.child_id
           AND custody.person_id = consent_signature.person_id
           AND custody.has_custody <> '{_NO_CUSTODY}'
     ORDER BY consent.child_id, consent.kind, consent.recorded_on, consent.id
"""  # noqa: S608 - constants of ours
"""Every entry of those whose custodians left out lines of the form: few, and read one by one."""
_OF_YEAR = "IN (SELECT id FROM child WHERE cohort_id = ?)"
_HERE = f"IN (SELECT id FROM child WHERE {IS_HERE}"  # noqa: S608 - a constant of ours


def answers_of_year(reader: PlainSql, cohort_id: UUID) -> Answers:
    """Return the answers for all children of an entry year."""
    return _answers(reader, _OF_YEAR, (cohort_id.bytes,))


def standings_of_year(reader: PlainSql, cohort_id: UUID) -> Standings:
    """Return what holds for all children of an entry year."""
    return _standings(reader, _OF_YEAR, (cohort_id.bytes,))


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


def answer_numbers(reader: PlainSql, cohort_id: UUID, on: date) -> Counter[ConsentKind]:
    """Return for how many children of a year, who are here on that day, there is an answer."""
    these, values = _here(on, cohort_id)
    numbers: Counter[ConsentKind] = Counter()
    for kind, state, people, lacking, count in _rows(reader, _NUMBERS, these, values):
        if _meaning(state, None, people, lacking).state.is_answer:
            numbers[_KINDS[kind]] += count
    return numbers


def standing_of(reader: PlainSql, child_id: UUID, kind: ConsentKind) -> ConsentStanding:
    """Return what holds for one child."""
    found = _standings(reader, "= ?", (child_id.bytes,))
    return found.get((child_id.bytes, kind), ConsentStanding())


def standings_here(reader: PlainSql, on: date, cohort_id: UUID | None = None) -> Standings:
    """Return what holds for the children who are here on that day, of one entry year or all."""
    return _standings(reader, *_here(on, cohort_id))


def unsigned_here(
    reader: PlainSql, on: date, cohort_id: UUID | None = None
) -> Mapping[tuple[bytes, ConsentKind], tuple[str, ...]]:
    """Return by child and kind who has custody and has not signed a consent, in their order."""
    return _unsigned(reader, *_here(on, cohort_id))


def unsigned_of(reader: PlainSql, child_id: UUID) -> Mapping[ConsentKind, tuple[str, ...]]:
    """Return by kind who has custody of one child and has not signed a consent."""
    found = _unsigned(reader, "= ?", (child_id.bytes,))
    return {kind: names for (_child, kind), names in found.items()}


def _unsigned(
    reader: PlainSql, these: str, values: tuple[object, ...]
) -> dict[tuple[bytes, ConsentKind], tuple[str, ...]]:
    found: dict[tuple[bytes, ConsentKind], tuple[str, ...]] = {}
    for child_id, kind, first, last in _rows(reader, _UNSIGNED, these, values, times=1):
        key = (child_id, _KINDS[kind])
        found[key] = (*found.get(key, ()), spoken_name(first, last))
    return found


def _here(on: date, cohort_id: UUID | None) -> tuple[str, tuple[object, ...]]:
    if cohort_id is None:
        return f"{_HERE})", on_day(on)
    return f"{_HERE} AND cohort_id = ?)", (*on_day(on), cohort_id.bytes)


def _answers(reader: PlainSql, these: str, values: tuple[object, ...]) -> Answers:
    return {key: found.state for key, found in _standings(reader, these, values).items()}


def _standings(reader: PlainSql, these: str, values: tuple[object, ...]) -> Standings:
    found = {
        (child_id, _KINDS[kind]): _meaning(state, since, people, lacking)
        for child_id, kind, state, since, people, lacking in _rows(reader, _STANDING, these, values)
    }
    for key, scope in _scopes(reader, these, values).items():
        found[key] = limited(found[key], scope)
    return found


def _scopes(
    reader: PlainSql, these: str, values: tuple[object, ...]
) -> dict[tuple[bytes, ConsentKind], Scope]:
    """Return what is allowed in common, of those who do not allow the whole form."""
    entries: dict[tuple[bytes, ConsentKind], dict[bytes, ScopeEntry]] = {}
    custodians: dict[tuple[bytes, ConsentKind], set[bytes]] = {}
    rows = _rows(reader, _LINES, these, (*values, *_WHOLE_FORMS), times=1)
    for child_id, kind_value, entry_id, state, text, signer, custodian in rows:
        kind = _KINDS[kind_value]
        of_child = entries.setdefault((child_id, kind), {})
        known = of_child.get(entry_id)
        signers = (*known.signers, signer) if known is not None else (signer,) if signer else ()
        of_child[entry_id] = ScopeEntry(
            state=ConsentState(state),
            scope=read_scope(text, kind),
            signers=signers,
            takes_back=text.startswith(TAKEN_BACK),
        )
        if custodian is not None:
            custodians.setdefault((child_id, kind), set()).add(custodian)
    return {
        key: common_scope(of_child.values(), custodians.get(key, ()))
        for key, of_child in entries.items()
    }


def _rows(
    reader: PlainSql, statement: str, these: str, values: tuple[object, ...], *, times: int = 2
) -> Iterable[Any]:
    return reader.exec_driver_sql(statement.format(these=these), values * times)


@cache
def _meaning(state: str, since: str | None, people: int, lacking: int) -> ConsentStanding:
    """Return the standing; thousands of children share a few."""
    return standing(ConsentState(state), day_of(since), signed=people, lacking=lacking)

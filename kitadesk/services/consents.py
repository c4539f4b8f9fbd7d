"""The consent ledger: entries are evidence, so each one stays and only a newer one changes it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import (
    OWN_MOST,
    TAKEN_BACK,
    Scope,
    Way,
    read_scope,
    stored_scope,
    ways_of,
    whole_scope,
)
from kitadesk.domain.dates import check_past
from kitadesk.domain.entries import checked_line, checked_name
from kitadesk.domain.names import name_sort_key, spoken_name
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.consent_answers import standing_of
from kitadesk.queries.consents import custodians
from kitadesk.queries.house import own_house_id
from kitadesk.services.desk import Desk
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import Child, Custody, Person
from kitadesk.storage.models.privacy import Consent, ConsentSignature
from kitadesk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class ConsentInput:
    """An entry of the consent ledger; `signed` says who signed and when.

    `scope` is what was ticked on the form, or what a revocation takes back; None is everything.
    `recipient_id` is the school that the paper names. `given_on` is the day of a revocation;
    without it the day of the entry counts.
    """

    kind: ConsentKind
    state: ConsentState
    child_id: uuid.UUID | None = None
    person_id: uuid.UUID | None = None
    recipient_id: uuid.UUID | None = None
    scope: Scope | None = None
    paper_place: str = ""
    signed: tuple[tuple[uuid.UUID, date], ...] = ()
    given_on: date | None = None


def add_consent(desk: Desk, entered: ConsentInput) -> uuid.UUID:
    """Add an entry to the ledger; entries are evidence, so there is no undo, only a newer entry.

    A consent that is there bears a signature: ``signature_missing``. Only who has a say signs, once
    and not in the future: ``signer_not_entitled``, ``signature_twice``, ``day_in_future``.
    """
    with desk.write("Einwilligung", undoable=False) as w:
        return _add_entry(w, entered, desk.clock.today())


def add_signed_consent(
    desk: Desk, entered: ConsentInput, last_name: str, first_name: str, signed_on: date
) -> uuid.UUID:
    """Add the consent of a child without custodians, with the one who signed: both or neither."""
    last = checked_name(last_name, "Nachname")
    first = checked_line(first_name, "Vorname")
    with desk.write("Einwilligung", undoable=False) as w:
        if entered.child_id is None:
            raise UserError("consent_without_subject")
        person_id = _add_custodian(w, entered.child_id, last, first)
        w.session.flush()
        signed = (*entered.signed, (person_id, signed_on))
        return _add_entry(w, replace(entered, signed=signed), desk.clock.today())


def _add_entry(w: Writer, entered: ConsentInput, today: date) -> uuid.UUID:
    paper_place = checked_line(entered.paper_place, "Ablage")
    _check_entry(entered, today)
    revoked_on = (entered.given_on or today) if entered.state is ConsentState.REVOKED else None
    _check_signers(w, entered)
    lines = _declared(w, entered)
    is_given = entered.state is ConsentState.GIVEN
    if entered.recipient_id is not None:
        w.get(Institution, entered.recipient_id)
    consent = w.add(
        Consent(
            institution_id=own_house_id(w.session),
            child_id=entered.child_id,
            person_id=entered.person_id,
            kind=entered.kind,
            state=entered.state,
            recipient_id=entered.recipient_id,
            categories=lines,
            is_oral_allowed=is_given and read_scope(lines, entered.kind).allows(Way.ORAL),
            paper_place=paper_place,
            recorded_on=today,
            revoked_on=revoked_on,
        )
    )
    for person_id, signed_on in entered.signed:
        w.add(ConsentSignature(consent_id=consent.id, person_id=person_id, signed_on=signed_on))
    return consent.id


def _check_entry(entered: ConsentInput, today: date) -> None:
    check_past(entered.given_on, today, "Erklärt am")
    for _person_id, signed_on in entered.signed:
        check_past(signed_on, today, "Unterschrieben am")
    if entered.child_id is None and entered.person_id is None:
        raise UserError("consent_without_subject")
    if entered.state is ConsentState.GIVEN and not entered.signed:
        raise UserError("signature_missing")


def _declared(w: Writer, entered: ConsentInput) -> str:
    """Return the lines that an entry keeps: those of a consent, or those that are taken back.

    Who takes back all that was left revokes the consent; nothing ticked is no consent:
    ``consent_nothing_ticked``.
    """
    kind, scope = entered.kind, entered.scope
    says_lines = entered.state in (ConsentState.GIVEN, ConsentState.REVOKED)
    if not ways_of(kind) or not says_lines:
        return ""
    if scope is not None and not scope:
        raise UserError("consent_nothing_ticked")
    declared = whole_scope(kind) if scope is None else scope
    text = stored_scope(declared, kind)
    for words in {words for words, _way in declared.ticks}:
        checked_line(words, "Anderes", most=OWN_MOST)
    if entered.state is ConsentState.GIVEN:
        return text
    return f"{TAKEN_BACK}{text}" if scope is not None and _leaves_some(w, entered, scope) else ""


def _leaves_some(w: Writer, entered: ConsentInput, taken_back: Scope) -> bool:
    """Return whether something is still allowed after a revocation of these lines."""
    if entered.child_id is None:
        return False
    found = standing_of(w.session.connection(), entered.child_id, entered.kind)
    is_there = found.state is ConsentState.GIVEN or found.is_partly_signed
    standing = found.scope if found.scope is not None else whole_scope(entered.kind)
    return is_there and bool(standing - taken_back)


def _check_signers(w: Writer, entered: ConsentInput) -> None:
    """Refuse who signs twice, and who has no say: for a child only its custodians have one."""
    entitled = {entered.person_id} - {None}
    if entered.person_id is not None:
        w.get(Person, entered.person_id)
    if entered.child_id is not None:
        child = w.get(Child, entered.child_id)
        entitled = {row.person_id for row in custodians(w.session, child.id)}
    signed: set[uuid.UUID] = set()
    for person_id, _signed_on in entered.signed:
        person = w.get(Person, person_id)
        name = spoken_name(person.first_name, person.last_name)
        if person_id in signed:
            raise UserError("signature_twice", name=name)
        if person_id not in entitled:
            raise UserError("signer_not_entitled", name=name)
        signed.add(person_id)


def _add_custodian(w: Writer, child_id: uuid.UUID, last_name: str, first_name: str) -> uuid.UUID:
    """Note a custodian of a child who has none yet, so that somebody can sign for it."""
    child = w.get(Child, child_id)
    count = select(func.count(Custody.id)).where(Custody.child_id == child.id)
    position = w.session.scalar(count) or 0
    key = name_sort_key(last_name, first_name)
    person = w.add(Person(last_name=last_name, first_name=first_name, sort_key=key))
    w.add(
        Custody(
            child_id=child.id,
            person_id=person.id,
            has_custody=CustodyAnswer.YES,
            position=position,
        )
    )
    return person.id

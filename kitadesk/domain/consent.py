"""Consents of custodians: what they are for, which states they have, and what the ledger says."""

from __future__ import annotations

import enum
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


class ConsentKind(enum.Enum):
    """The purpose that a consent is given for (field 5.2)."""

    SCHOOL_HANDOVER = "school_handover"
    TEACHER_VISIT = "teacher_visit"
    PHOTO = "photo"
    CONTACT_LIST = "contact_list"
    PUBLISH_CONTACT = "publish_contact"

    @property
    def label(self) -> str:
        """Return the German words of screens and papers."""
        return _KIND_LABELS[self]


class ConsentState(enum.Enum):
    """State of a consent; NO is final and calm, it is never reminded."""

    OPEN = "open"
    GIVEN = "given"
    NO = "no"
    REVOKED = "revoked"

    @property
    def label(self) -> str:
        """Return the German word of screens and papers."""
        return _STATE_LABELS[self]

    @property
    def is_answer(self) -> bool:
        """Return whether the custodians have said something; only then nobody waits for them."""
        return self is not ConsentState.OPEN


CHILD_KINDS = (ConsentKind.SCHOOL_HANDOVER, ConsentKind.TEACHER_VISIT, ConsentKind.PHOTO)
"""What custodians decide for a child; the other kinds are about a person's own contact ways."""

CONSENT_STEPS = {
    "consent_handover": ConsentKind.SCHOOL_HANDOVER,
    "consent_visit": ConsentKind.TEACHER_VISIT,
}
"""Steps of the year plan whose state follows from the ledger and is never set by hand."""

_KIND_LABELS = {
    ConsentKind.SCHOOL_HANDOVER: "Übergabe an die Schule",
    ConsentKind.TEACHER_VISIT: "Besuch der Lehrkraft",
    ConsentKind.PHOTO: "Fotos",
    ConsentKind.CONTACT_LIST: "Kontaktliste",
    ConsentKind.PUBLISH_CONTACT: "Kontakt veröffentlichen",
}
_STATE_LABELS = {
    ConsentState.OPEN: "offen",
    ConsentState.GIVEN: "liegt vor",
    ConsentState.NO: "nein",
    ConsentState.REVOKED: "widerrufen",
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An entry of the ledger: what was declared, when it was noted, and who signed the paper."""

    state: ConsentState
    recorded_on: date
    signers: frozenset[uuid.UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """What holds today: the state, since when, and whose signature a consent still lacks."""

    state: ConsentState = ConsentState.OPEN
    since: date | None = None
    missing: tuple[uuid.UUID, ...] = ()

    @property
    def is_partly_signed(self) -> bool:
        """Return whether a paper is there that does not yet bear all signatures."""
        return self.state is ConsentState.OPEN and self.since is not None and bool(self.missing)


def is_signed_by_all(signed: Collection[object], custodians: Iterable[object]) -> bool:
    """Return whether a consent holds: without a known custodian one signature is enough."""
    return bool(signed) and all(person in signed for person in custodians)


def standing(entries: Sequence[LedgerEntry], custodians: Collection[uuid.UUID]) -> ConsentStanding:
    """Say what the entries of one kind, oldest first, mean for a child with these custodians.

    The newest entry holds. A consent holds when every custodian has signed (field 5.2); parents may
    sign one after the other, so all consents since the last other answer count together. One who
    has custody, or of whom that is unknown, has to sign; without a known custodian one signature
    is enough.
    """
    if not entries:
        return ConsentStanding()
    newest = entries[-1]
    if newest.state is not ConsentState.GIVEN:
        return ConsentStanding(newest.state, newest.recorded_on)
    signed: set[uuid.UUID] = set()
    for entry in reversed(entries):
        if entry.state is not ConsentState.GIVEN:
            break
        signed |= entry.signers
    missing = tuple(person for person in custodians if person not in signed)
    is_given = is_signed_by_all(signed, custodians)
    state = ConsentState.GIVEN if is_given else ConsentState.OPEN
    return ConsentStanding(state, newest.recorded_on, missing)

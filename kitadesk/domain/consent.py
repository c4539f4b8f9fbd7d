"""Consents of custodians: what they are for, which states they have, and what the ledger says."""

from __future__ import annotations

import enum
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
class ConsentStanding:
    """What holds today: the state, since when, and how many signatures a consent still lacks."""

    state: ConsentState = ConsentState.OPEN
    since: date | None = None
    lacking: int = 0

    @property
    def is_partly_signed(self) -> bool:
        """Return whether a paper is there that does not yet bear all signatures."""
        return self.state is ConsentState.OPEN and self.since is not None and self.lacking > 0


def standing(
    newest: ConsentState, since: date | None, *, signed: int, lacking: int
) -> ConsentStanding:
    """Say what the ledger means for a child and a kind: the newest entry holds.

    A consent holds when every custodian has signed (field 5.2): `signed` counts who has, `lacking`
    who has not and has custody, or of whom that is unknown. Without a known custodian one signature
    is enough. Parents may sign one after the other, so all consents since the last other answer
    count together (`queries.consent_answers` counts them).
    """
    if newest is not ConsentState.GIVEN:
        return ConsentStanding(newest, since)
    is_given = signed > 0 and lacking == 0
    return ConsentStanding(ConsentState.GIVEN if is_given else ConsentState.OPEN, since, lacking)

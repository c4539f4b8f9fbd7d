"""Consents of custodians: what they are for, and which states they have."""

from __future__ import annotations

import enum


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

"""Consents of custodians: what they are for and which states they have."""

from __future__ import annotations

import enum


class ConsentKind(enum.Enum):
    """The purpose that a consent is given for (field 5.2)."""

    SCHOOL_HANDOVER = "school_handover"
    TEACHER_VISIT = "teacher_visit"
    PHOTO = "photo"
    CONTACT_LIST = "contact_list"
    PUBLISH_CONTACT = "publish_contact"


class ConsentState(enum.Enum):
    """State of a consent; NO is final and calm, it is never reminded."""

    OPEN = "open"
    GIVEN = "given"
    NO = "no"
    REVOKED = "revoked"

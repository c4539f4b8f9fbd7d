"""Which children may be named to their school (field 5.2): all consent, and to this school."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.queries.consents import children_with_consent
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import Child
from kitadesk.storage.models.privacy import Consent


def children_named_to_school(reader: Reader, cohort_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """Return the children of an entry year whose names may leave the house for their school.

    The consent must hold today, and its newest paper must not name another school than the child's.
    """
    with_consent = children_with_consent(reader, cohort_id, ConsentKind.SCHOOL_HANDOVER)
    statement = (
        select(Consent.child_id, Consent.recipient_id, Child.school_id)
        .join(Child, Child.id == Consent.child_id)
        .where(
            Child.cohort_id == cohort_id,
            Consent.kind == ConsentKind.SCHOOL_HANDOVER,
            Consent.state == ConsentState.GIVEN,
        )
        .order_by(Consent.recorded_on, Consent.id)
    )
    fits = {
        child_id: recipient_id in (None, school_id)
        for child_id, recipient_id, school_id in reader.execute(statement)
    }
    return frozenset(child_id for child_id in with_consent if fits.get(child_id, False))

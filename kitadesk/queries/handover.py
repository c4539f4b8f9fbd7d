"""Which children may be named to their school (field 5.2): all consent, in writing, to this one."""

from __future__ import annotations

import uuid

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.consent_scope import Way
from kitadesk.queries.consents import consent_standings
from kitadesk.queries.reader import Reader


def children_named_to_school(reader: Reader, cohort_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """Return the children of an entry year whose names may leave the house for their school.

    The consent must hold today for the school of the child, and allow at least one line in writing:
    a consent to a talk is none to a list.
    """
    return frozenset(
        child_id
        for (child_id, kind), found in consent_standings(reader, cohort_id).items()
        if kind is ConsentKind.SCHOOL_HANDOVER and found.allows(Way.WRITTEN)
    )

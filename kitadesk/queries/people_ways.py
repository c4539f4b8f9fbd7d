"""How people are reached, for lists of a body: only what the readers of the list may see."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.domain.visibility import seen_by
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import ContactWay

_LISTED = (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.EMAIL)


def ways_of_people(
    reader: Reader, person_ids: Sequence[uuid.UUID], audience: Visibility
) -> dict[uuid.UUID, tuple[str, ...]]:
    """Return phone numbers and mail addresses by person, in the order of their cards."""
    statement = (
        select(ContactWay.person_id, ContactWay.value)
        .where(
            ContactWay.person_id.in_(person_ids),
            ContactWay.kind.in_(_LISTED),
            ContactWay.visibility.in_(seen_by(audience)),
        )
        .order_by(ContactWay.position, ContactWay.id)
    )
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for person_id, value in reader.execute(statement):
        if person_id is not None:
            found[person_id].append(value)
    return {person_id: tuple(dict.fromkeys(values)) for person_id, values in found.items()}

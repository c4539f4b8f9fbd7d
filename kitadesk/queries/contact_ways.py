"""Phone numbers and mail addresses of children's adults, for lists that stay in the house."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kitadesk.domain.people import ContactKind
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import ContactWay, Custody

_PHONES = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class ChildContacts:
    """How the adults of a child are reached, the first adult first."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


def contacts_of_children(
    reader: Reader, child_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, ChildContacts]:
    """Return the contact ways of the children's adults; children without any are left out."""
    statement = (
        select(Custody.child_id, ContactWay.kind, ContactWay.value)
        .join(ContactWay, ContactWay.person_id == Custody.person_id)
        .where(Custody.child_id.in_(child_ids))
        .order_by(Custody.position, Custody.id, ContactWay.position, ContactWay.id)
    )
    phones: dict[uuid.UUID, list[str]] = defaultdict(list)
    emails: dict[uuid.UUID, list[str]] = defaultdict(list)
    for child_id, kind, value in reader.execute(statement):
        if kind in _PHONES:
            phones[child_id].append(value)
        elif kind is ContactKind.EMAIL:
            emails[child_id].append(value)
    return {
        child_id: ChildContacts(_once(phones[child_id]), _once(emails[child_id]))
        for child_id in phones.keys() | emails.keys()
    }


def phones_of_people(
    reader: Reader, person_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, tuple[str, ...]]:
    """Return the phone numbers by person, in the order of their cards."""
    statement = (
        select(ContactWay.person_id, ContactWay.value)
        .where(ContactWay.person_id.in_(person_ids), ContactWay.kind.in_(_PHONES))
        .order_by(ContactWay.position, ContactWay.id)
    )
    found: dict[uuid.UUID, list[str]] = defaultdict(list)
    for person_id, value in reader.execute(statement):
        if person_id is not None:
            found[person_id].append(value)
    return {person_id: _once(values) for person_id, values in found.items()}


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))

"""The households of a run as addressees: how they want their paper, and their own addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.mailing import Addressee, usable_addresses
from kitadesk.domain.people import ContactKind
from kitadesk.queries.reader import Reader
from kitadesk.storage.models.people import ContactWay, Household, HouseholdMember


def addressees_of(reader: Reader, labels: Mapping[UUID, str]) -> tuple[Addressee, ...]:
    """Return the households of a run in its order, each by the label that the run gives it.

    An address belongs to a household through a person who lives there, never through the family:
    custodians who live apart do not learn each other's. Read at once and not by a list of keys,
    because a run of a whole town has more keys than a statement takes.
    """
    emails = _emails(reader)
    query = select(
        Household.id,
        Household.delivery,
        Household.no_post,
        Household.street,
        Household.town,
    )
    found = {row.id: row for row in reader.execute(query)}
    return tuple(
        Addressee(
            household_id=household_id,
            label=label,
            emails=tuple(dict.fromkeys(emails.get(household_id, ()))),
            delivery=found[household_id].delivery,
            no_post=found[household_id].no_post,
            has_address=bool(found[household_id].street and found[household_id].town),
        )
        for household_id, label in labels.items()
        if household_id in found
    )


def _emails(reader: Reader) -> dict[UUID, list[str]]:
    """Return the usable mail addresses by household, in the order of members and of their cards."""
    query = (
        select(HouseholdMember.household_id, ContactWay.value)
        .join(ContactWay, ContactWay.person_id == HouseholdMember.person_id)
        .where(ContactWay.kind == ContactKind.EMAIL)
        .order_by(HouseholdMember.position, HouseholdMember.id, ContactWay.position, ContactWay.id)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for household_id, value in reader.execute(query):
        found[household_id] += usable_addresses(value)
    return found

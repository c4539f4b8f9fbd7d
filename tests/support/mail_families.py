"""Families with mail addresses, and how they want their paper."""

from __future__ import annotations

from uuid import UUID

from kitadesk.domain.people import ContactKind, DeliveryWay
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import ContactWay, Household, HouseholdMember, Person


def add_address(desk: Desk, household_id: UUID, *values: str) -> None:
    """Let a person with these addresses live in a household."""
    with desk.write("Adresse") as writer:
        person = writer.add(Person(last_name="Ott", sort_key="ott"))
        writer.add(HouseholdMember(household_id=household_id, person_id=person.id))
        for value in values:
            writer.add(ContactWay(person_id=person.id, kind=ContactKind.EMAIL, value=value))


def set_delivery(desk: Desk, household_id: UUID, way: DeliveryWay) -> None:
    """Say how a household wants its paper."""
    with desk.write("Zettel kommen") as writer:
        writer.session.get_one(Household, household_id).delivery = way

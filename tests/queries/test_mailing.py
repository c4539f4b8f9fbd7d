"""Whose addresses a run uses: those of the people of a household, and of nobody else."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from kitadesk.domain.mailing import Addressee
from kitadesk.domain.people import ContactKind, DeliveryWay
from kitadesk.queries.mailing import addressees_of
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import ContactWay, Household, HouseholdMember, Person
from tests.support.factories import MadeFamily, make_family, make_house


def add_way(
    desk: Desk, household_id: UUID, name: str, value: str, kind: ContactKind = ContactKind.EMAIL
) -> None:
    """Let a new person live in a household, with one way to be reached."""
    with desk.write(f"Kontakt {name}") as writer:
        person = writer.add(Person(last_name=name, sort_key=name))
        writer.add(HouseholdMember(household_id=household_id, person_id=person.id))
        writer.add(ContactWay(person_id=person.id, kind=kind, value=value))


def apart(desk: Desk) -> MadeFamily:
    """Make a family whose custodians live apart."""
    make_house(desk)
    return make_family(desk, "Ott", parents=("Jana",), second_household=True)


def asked(desk: Desk, *household_ids: UUID | None) -> tuple[Addressee, ...]:
    return desk.read(addressees_of, {one: "Ott, Mia" for one in household_ids if one})


def test_custodians_who_live_apart_have_only_their_own_addresses(desk: Desk) -> None:
    family = apart(desk)
    second = family.second_household_id
    assert second is not None
    add_way(desk, family.household_id, "Ott", "jana@example.org")
    add_way(desk, second, "Berg", "tom@example.org")
    first, other = asked(desk, family.household_id, second)
    assert first.emails == ("jana@example.org",)
    assert other.emails == ("tom@example.org",)


def test_other_ways_and_unusable_addresses_are_none(desk: Desk) -> None:
    family = apart(desk)
    add_way(desk, family.household_id, "A", "037207 555-1", ContactKind.PHONE)
    add_way(desk, family.household_id, "A", "seite@example.org", ContactKind.WEB)
    add_way(desk, family.household_id, "B", "jana(at)example.org")
    (found,) = asked(desk, family.household_id)
    assert found.emails == ()


def test_an_address_that_both_parents_gave_stands_once(desk: Desk) -> None:
    family = apart(desk)
    add_way(desk, family.household_id, "A", "ott@example.org")
    add_way(desk, family.household_id, "B", "Ott <ott@example.org>, b@example.org")
    (found,) = asked(desk, family.household_id)
    assert found.emails == ("ott@example.org", "b@example.org")


def test_how_a_household_wants_its_paper_comes_with_it(desk: Desk) -> None:
    family = apart(desk)
    with desk.write("Zettel per E-Mail") as writer:
        row = writer.session.scalars(select(Household).where(Household.position == 0)).one()
        row.delivery, row.no_post = DeliveryWay.MAIL, True
        row.street, row.town = "Gartenweg 4", "Hainichen"
    first, second = asked(desk, family.household_id, family.second_household_id)
    assert (first.delivery, first.no_post, first.has_address) == (DeliveryWay.MAIL, True, True)
    assert (second.delivery, second.has_address) == (DeliveryWay.POST, False)
    assert first.label == "Ott, Mia"


def test_the_order_of_the_run_is_kept_and_who_is_gone_is_left_out(desk: Desk) -> None:
    family = apart(desk)
    wanted = (family.second_household_id, UUID(int=1), family.household_id)
    found = [one.household_id for one in asked(desk, *wanted)]
    assert found == [family.second_household_id, family.household_id]

"""Who asked for child care: the slips that say so, the children here, the phones of that home."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.child_care import CareRequest
from kitadesk.domain.people import ContactKind
from kitadesk.queries.child_care import care_requests, is_care_wanted
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.people import Child, ContactWay, Custody, HouseholdMember, Person
from kitadesk.storage.models.transition import Cohort
from tests.support.factories import EVENING, TODAY, MadeFamily, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")


def requests(desk: Desk, event: UUID) -> tuple[CareRequest, ...]:
    return desk.read(care_requests, event, TODAY)


def ask(desk: Desk, event: UUID, household: UUID, children: int = 1, persons: int = 1) -> None:
    record_reply(desk, ReplyInput(event, household, persons, childcare_children=children))


def first_names(request: CareRequest) -> list[str]:
    return [child.first_name for child in request.children]


def give_phone(desk: Desk, number: str, *, household: UUID | None, child: UUID) -> None:
    """Make an adult of the child with a number, in this household or in none."""
    with desk.write("Telefon") as writer:
        person = writer.add(Person(last_name="Müller", first_name="Jo", sort_key="muller"))
        writer.add(ContactWay(person_id=person.id, kind=ContactKind.MOBILE, value=number))
        writer.add(ContactWay(person_id=person.id, kind=ContactKind.EMAIL, value="a@example.org"))
        writer.add(Custody(child_id=child, person_id=person.id))
        if household is not None:
            writer.add(HouseholdMember(household_id=household, person_id=person.id))


def test_only_slips_with_child_care_are_listed(desk: Desk) -> None:
    event, coming, asking = make_event(desk), make_family(desk, "Ott"), make_family(desk, "Kunz")
    ask(desk, event, coming.household_id, 0)
    ask(desk, event, asking.household_id, 2)

    (found,) = requests(desk, event)

    assert (found.family_name, found.asked, first_names(found)) == ("Kunz", 2, ["Mia"])


def test_siblings_stand_oldest_first_with_group_and_birth_date(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, children=("Mia", "Jonas"))
    ask(desk, event, family.household_id)

    (found,) = requests(desk, event)

    assert first_names(found) == ["Mia", "Jonas"]
    assert found.children[0].birth_date == date(2021, 3, 1)


def test_a_sibling_outside_the_invited_entry_year_is_meant_as_well(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, children=("Mia", "Jonas"))
    with desk.write("Jahrgang") as writer:
        row = writer.get(Event, event)
        cohort = writer.add(Cohort(institution_id=row.institution_id, entry_year=2027))
        row.cohort_id = cohort.id
    ask(desk, event, family.household_id)

    assert first_names(requests(desk, event)[0]) == ["Mia", "Jonas"]


@pytest.mark.parametrize(("left_on", "names"), [(EVENING, ["Ole"]), (None, ["Mia", "Ole"])])
def test_who_has_left_by_the_evening_needs_no_care(
    desk: Desk, left_on: date | None, names: list[str]
) -> None:
    event, family = make_event(desk), make_family(desk, left_on=left_on)
    other = make_family(desk, "Müller", children=("Ole",))
    _bring_together(desk, family, other)
    ask(desk, event, family.household_id)

    assert sorted(first_names(requests(desk, event)[0])) == names


def test_a_family_whose_children_all_left_is_named_by_them(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, left_on=date(2027, 2, 1))
    ask(desk, event, family.household_id)

    assert first_names(requests(desk, event)[0]) == ["Mia"]


def test_the_phone_is_that_of_the_home_that_gave_the_slip_back(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, second_household=True)
    (child,) = family.child_ids
    give_phone(desk, "0170 555 01", household=family.household_id, child=child)
    give_phone(desk, "0171 555 02", household=family.second_household_id, child=child)
    assert family.second_household_id is not None
    ask(desk, event, family.second_household_id)

    assert [one.phones for one in requests(desk, event)] == [("0171 555 02",)]


def test_where_no_adult_is_kept_in_the_home_those_of_the_child_are_called(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk)
    give_phone(desk, "0170 555 01", household=None, child=family.child_ids[0])
    ask(desk, event, family.household_id)

    assert requests(desk, event)[0].phones == ("0170 555 01",)


def test_a_parent_without_a_number_is_not_replaced_by_the_one_who_lives_apart(desk: Desk) -> None:
    event, family = make_event(desk), make_family(desk, parents=("Anna",))
    give_phone(desk, "0171 555 02", household=None, child=family.child_ids[0])
    ask(desk, event, family.household_id)

    assert requests(desk, event)[0].phones == ()


def test_child_care_is_wanted_where_it_is_offered_or_asked_for(desk: Desk) -> None:
    silent, offering, asked = (make_event(desk, title) for title in ("A", "B", "C"))
    change_event(desk, offering, has_childcare=True)
    ask(desk, asked, make_family(desk).household_id)

    wanted = [desk.read(is_care_wanted, event) for event in (silent, offering, asked)]

    assert wanted == [False, True, True]


def test_without_any_slip_nobody_is_listed(desk: Desk) -> None:
    assert requests(desk, make_event(desk)) == ()


def _bring_together(desk: Desk, family: MadeFamily, other: MadeFamily) -> None:
    with desk.write("Geschwister") as writer:
        writer.get(Child, other.child_ids[0]).family_id = family.id

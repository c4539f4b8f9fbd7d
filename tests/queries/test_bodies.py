"""Bodies know their seats, who holds them on a day, and which are vacant."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.domain.people import ContactKind
from kitadesk.queries.bodies import bodies, members_of, terms_of
from kitadesk.services.bodies import (
    BodyInput,
    add_body,
    add_seat,
    delete_body,
    end_term,
    start_term,
)
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_person,
)
from tests.support.factories import TODAY

pytestmark = pytest.mark.usefixtures("house")


def _council(desk: Desk) -> UUID:
    return add_body(desk, BodyInput(BodyKind.PARENTS_COUNCIL, "Elternbeirat"))


def test_members_and_vacant_seats_are_counted(desk: Desk) -> None:
    council = _council(desk)
    chair, _ = add_seat(desk, council, SeatRole.CHAIR), add_seat(desk, council)
    start_term(desk, chair, add_person(desk, PersonInput("Albrecht", "Jana")))
    (row,) = desk.read(bodies, TODAY)
    assert (row.name, row.members, row.vacant) == ("Elternbeirat", 1, 1)


def test_seats_stand_in_their_order_with_holder_institution_and_phone(
    desk: Desk, house: UUID
) -> None:
    council = _council(desk)
    chair = add_seat(desk, council, SeatRole.CHAIR, institution_id=house)
    add_seat(desk, council, SeatRole.DEPUTY)
    person = add_person(desk, PersonInput("Albrecht", "Jana"))
    add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "037207 55501", person))
    add_contact_way(desk, ContactWayInput(ContactKind.MOBILE, "0151 55502", person))
    start_term(desk, chair, person, to_date=date(2027, 10, 31))
    first, second = desk.read(members_of, council, TODAY)
    assert (first.role_label, first.person_name, first.institution, first.phone, first.until) == (
        "Vorsitz",
        "Albrecht, Jana",
        "Kita Sonnenschein",
        "037207 55501",
        date(2027, 10, 31),
    )
    assert (second.role_label, second.person_id, second.person_name) == ("Ersatzmitglied", None, "")


@pytest.mark.parametrize(
    ("begins", "ends", "held"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (date(2027, 1, 26), None, False),
        (None, date(2027, 1, 24), False),
    ],
)
def test_a_term_counts_from_its_first_to_its_last_day(
    desk: Desk, begins: date | None, ends: date | None, *, held: bool
) -> None:
    council = _council(desk)
    seat = add_seat(desk, council)
    person = add_person(desk, PersonInput("Albrecht"))
    start_term(desk, seat, person, from_date=begins, to_date=ends)
    assert (desk.read(members_of, council, TODAY)[0].person_id == person) is held
    assert desk.read(bodies, TODAY)[0].members == held


def test_an_ended_term_leaves_the_seat_vacant(desk: Desk) -> None:
    council = _council(desk)
    seat = add_seat(desk, council)
    term = start_term(desk, seat, add_person(desk, PersonInput("Albrecht")))
    assert desk.read(bodies)[0].vacant == 0
    end_term(desk, term, date(2026, 12, 31))
    assert desk.read(bodies)[0].vacant == 1


def test_a_deleted_body_comes_back_whole(desk: Desk) -> None:
    council = _council(desk)
    start_term(desk, add_seat(desk, council), add_person(desk, PersonInput("Albrecht")))
    delete_body(desk, council)
    assert desk.read(bodies) == ()
    desk.undo()
    assert desk.read(bodies)[0].members == 1


def test_a_person_knows_the_seats_held_on_a_day(desk: Desk, house: UUID) -> None:
    council = _council(desk)
    seat = add_seat(desk, council, SeatRole.CHAIR, institution_id=house)
    person = add_person(desk, PersonInput("Albrecht", "Jana"))
    start_term(desk, seat, person, from_date=date(2026, 9, 1), to_date=TODAY)
    (row,) = desk.read(terms_of, person, TODAY)
    assert (row.body, row.role_label, row.institution) == (
        "Elternbeirat",
        "Vorsitz",
        "Kita Sonnenschein",
    )
    assert (row.from_date, row.until) == (date(2026, 9, 1), TODAY)
    assert desk.read(terms_of, person, date(2027, 1, 26)) == ()


def test_a_member_comes_with_the_first_mail_address(desk: Desk) -> None:
    council = _council(desk)
    person = add_person(desk, PersonInput("Albrecht", "Jana"))
    for mail in ("jana@example.org", "privat@example.org"):
        add_contact_way(desk, ContactWayInput(ContactKind.EMAIL, mail, person))
    start_term(desk, add_seat(desk, council), person)
    assert [row.email for row in desk.read(members_of, council, TODAY)] == ["jana@example.org"]

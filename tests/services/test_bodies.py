"""Seats are taken, handed over and given up in single steps; what was stays known."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import BodyKind, SeatRole
from kitadesk.queries.bodies import (
    bodies,
    body_card,
    ending_terms,
    holders_of,
    members_of,
    people_for_seats,
)
from kitadesk.queries.institutions import contact_people
from kitadesk.services.bodies import (
    BodyInput,
    SeatingInput,
    add_body,
    add_seat,
    change_body,
    change_seat,
    change_term,
    delete_term,
    end_body,
    end_term,
    hand_over_seat,
    move_seat,
    remove_seat,
    start_term,
)
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from tests.support.factories import TODAY

pytestmark = pytest.mark.usefixtures("house")
BEGIN = date(2026, 9, 1)


@pytest.fixture
def council(desk: Desk) -> UUID:
    return add_body(desk, BodyInput(BodyKind.PARENTS_COUNCIL, "Elternbeirat"))


@pytest.fixture
def seat(desk: Desk, council: UUID) -> UUID:
    return add_seat(desk, council, SeatRole.CHAIR)


@pytest.fixture
def jana(desk: Desk) -> UUID:
    return add_person(desk, PersonInput("Albrecht", "Jana"))


def _spans(desk: Desk, body_id: UUID) -> list[tuple[str, date | None, date | None]]:
    return [(row.person_name, row.from_date, row.to_date) for row in desk.read(holders_of, body_id)]


def test_handing_over_ends_the_old_term_the_day_before_and_keeps_it(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana, from_date=BEGIN)
    ben = add_person(desk, PersonInput("Zeiler", "Ben"))
    hand_over_seat(desk, SeatingInput(seat, ben, from_date=TODAY))
    assert _spans(desk, council) == [
        ("Zeiler, Ben", TODAY, None),
        ("Albrecht, Jana", BEGIN, TODAY - timedelta(days=1)),
    ]
    assert desk.undo_label == "Platz übergeben an Ben Zeiler"


def test_handing_over_is_one_step_that_can_be_taken_back(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana, from_date=BEGIN)
    hand_over_seat(desk, SeatingInput(seat, last_name="Zeiler", first_name="Ben"))
    desk.undo()
    assert _spans(desk, council) == [("Albrecht, Jana", BEGIN, None)]
    assert len(desk.read(contact_people)) == 1


def test_somebody_new_becomes_a_contact_by_taking_a_seat(desk: Desk, seat: UUID) -> None:
    hand_over_seat(desk, SeatingInput(seat, last_name="Zeiler", first_name="Ben"))
    assert [row.name for row in desk.read(contact_people)] == ["Zeiler, Ben"]


def test_the_first_one_on_a_seat_needs_no_first_day(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    hand_over_seat(desk, SeatingInput(seat, jana))
    assert _spans(desk, council) == [("Albrecht, Jana", None, None)]


def test_a_term_of_the_same_day_gives_way_when_the_seat_is_handed_over(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana, from_date=TODAY)
    hand_over_seat(desk, SeatingInput(seat, last_name="Zeiler", from_date=TODAY))
    assert _spans(desk, council) == [("Zeiler", TODAY, None)]


def test_a_taken_seat_is_not_taken_twice(desk: Desk, seat: UUID, jana: UUID) -> None:
    start_term(desk, seat, jana)
    with pytest.raises(UserError) as refused:
        start_term(desk, seat, jana, from_date=TODAY)
    assert "Jana Albrecht" in str(refused.value)


def test_a_term_that_only_comes_later_is_in_the_way(desk: Desk, seat: UUID, jana: UUID) -> None:
    start_term(desk, seat, jana, from_date=TODAY + timedelta(days=30))
    with pytest.raises(UserError, match="Jana Albrecht"):
        hand_over_seat(desk, SeatingInput(seat, last_name="Zeiler", from_date=TODAY))


@pytest.mark.parametrize("change", [end_term, lambda d, t, day: change_term(d, t, to_date=day)])
def test_a_term_cannot_end_before_its_first_day(
    desk: Desk, seat: UUID, jana: UUID, change: object
) -> None:
    term = start_term(desk, seat, jana, from_date=TODAY)
    with pytest.raises(UserError) as refused:
        change(desk, term, BEGIN)  # type: ignore[operator]
    assert refused.value.code == "term_backwards"


def test_a_term_entered_by_mistake_can_be_deleted(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    delete_term(desk, start_term(desk, seat, jana))
    assert _spans(desk, council) == []


def test_ending_a_body_ends_its_terms_and_leaves_no_vacancy(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana, from_date=BEGIN)
    later = add_seat(desk, council)
    start_term(desk, later, jana, from_date=TODAY + timedelta(days=9))
    end_body(desk, council, TODAY)
    assert _spans(desk, council) == [("Albrecht, Jana", BEGIN, TODAY)]
    (row,) = desk.read(bodies, TODAY + timedelta(days=1))
    assert (row.members, row.vacant, row.ended_on) == (0, 0, TODAY)


def test_terms_that_end_within_six_weeks_are_told(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana, to_date=TODAY + timedelta(weeks=6))
    start_term(desk, add_seat(desk, council), jana, to_date=TODAY + timedelta(days=43))
    (row,) = desk.read(ending_terms, TODAY)
    assert (row.body, row.role_label, row.person_name) == (
        "Elternbeirat",
        "Vorsitz",
        "Albrecht, Jana",
    )
    assert desk.read(bodies, TODAY)[0].ending == 1


def test_seats_move_up_and_down_and_stop_at_the_ends(desk: Desk, council: UUID, seat: UUID) -> None:
    second = add_seat(desk, council, SeatRole.SECRETARY)
    move_seat(desk, second, -1)
    move_seat(desk, second, -1)
    assert [row.seat_id for row in desk.read(members_of, council, TODAY)] == [second, seat]


def test_a_seat_gets_another_role_and_another_sender(
    desk: Desk, council: UUID, seat: UUID, house: UUID
) -> None:
    change_seat(desk, seat, role=SeatRole.DEPUTY, institution_id=house)
    (row,) = desk.read(members_of, council, TODAY)
    assert (row.role, row.institution) == (SeatRole.DEPUTY, "Kita Sonnenschein")


def test_a_removed_seat_takes_its_terms_along(
    desk: Desk, council: UUID, seat: UUID, jana: UUID
) -> None:
    start_term(desk, seat, jana)
    remove_seat(desk, seat)
    assert desk.read(members_of, council, TODAY) == ()
    desk.undo()
    assert _spans(desk, council) == [("Albrecht, Jana", None, None)]


def test_typing_the_name_of_a_body_is_one_step(desk: Desk, council: UUID) -> None:
    change_body(desk, council, name="Elternr")
    change_body(desk, council, name="Elternrat")
    assert desk.undo_label == "Angaben Elternrat"
    desk.undo()
    assert desk.read(body_card, council).name == "Elternbeirat"


def test_people_who_could_take_a_seat_are_told_with_their_place(town: Desk) -> None:
    choices = {row.name: row.where for row in town.read(people_for_seats)}
    assert choices["Damm, Stefan"] == "Kita Storchennest"
    assert any(where.startswith("von ") for where in choices.values())


def test_a_body_does_not_end_before_it_was_founded(desk: Desk) -> None:
    body = add_body(desk, BodyInput(BodyKind.OTHER, "Runde", founded_on=date(2027, 1, 10)))
    with pytest.raises(UserError) as refused:
        end_body(desk, body, date(2027, 1, 9))
    assert refused.value.code == "days_in_wrong_order"
    end_body(desk, body, date(2027, 1, 10))
    with pytest.raises(UserError):
        change_body(desk, body, founded_on=date(2027, 1, 11))

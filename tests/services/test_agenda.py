"""The agenda of an evening: proposal, points, order."""

from __future__ import annotations

from datetime import time
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import AgendaRow, agenda_of
from kitadesk.services.agenda import (
    AgendaItemInput,
    add_agenda_item,
    agenda_proposal,
    change_agenda_item,
    delete_agenda_item,
    move_agenda_item,
    take_agenda_proposal,
)
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from tests.support.factories import HandClock, make_event

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


@pytest.fixture
def three(desk: Desk, evening: UUID) -> list[UUID]:
    return [add_agenda_item(desk, evening, AgendaItemInput(title)) for title in "ABC"]


def titles(desk: Desk, event_id: UUID) -> str:
    return " ".join(item.title for item in desk.read(agenda_of, event_id))


def only(desk: Desk, event_id: UUID) -> AgendaRow:
    (item,) = desk.read(agenda_of, event_id)
    return item


def test_points_stand_in_the_order_they_were_typed(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    assert [item.position for item in desk.read(agenda_of, evening)] == [0, 1, 2]
    assert titles(desk, evening) == "A B C"


def test_a_point_can_come_before_another(desk: Desk, evening: UUID, three: list[UUID]) -> None:
    add_agenda_item(desk, evening, AgendaItemInput("Neu"), before=three[1])
    assert titles(desk, evening) == "A Neu B C"


def test_a_point_that_begins_with_minutes_has_a_name(desk: Desk, evening: UUID) -> None:
    add_agenda_item(desk, evening, AgendaItemInput(minutes=15))
    assert (only(desk, evening).title, only(desk, evening).minutes) == ("Punkt", 15)


def test_texts_are_cleaned_and_stand_on_one_line(desk: Desk, evening: UUID) -> None:
    add_agenda_item(desk, evening, AgendaItemInput("  Impuls\n\u202eund Pause ", who=" Leitung "))
    assert (only(desk, evening).title, only(desk, evening).who) == ("Impuls und Pause", "Leitung")


def test_changes_of_one_field_in_a_row_are_one_step(
    desk: Desk, evening: UUID, three: list[UUID], hand_clock: HandClock
) -> None:
    change_agenda_item(desk, three[0], minutes=15)
    hand_clock.move(seconds=20)
    change_agenda_item(desk, three[0], minutes=20)
    assert desk.undo_label == "Dauer „A“"
    desk.undo()
    assert desk.read(agenda_of, evening)[0].minutes == 10


@pytest.mark.parametrize("minutes", [0, -5, 721])
def test_impossible_minutes_are_refused(desk: Desk, three: list[UUID], minutes: int) -> None:
    with pytest.raises(UserError) as refused:
        change_agenda_item(desk, three[0], minutes=minutes)
    assert refused.value.code == "minutes_wrong"


def test_a_title_cannot_be_emptied(desk: Desk, three: list[UUID]) -> None:
    with pytest.raises(UserError) as refused:
        change_agenda_item(desk, three[0], title=" ")
    assert refused.value.code == "name_missing"


@pytest.mark.parametrize(
    ("place", "steps", "order"),
    [(0, 1, "B A C"), (2, -1, "A C B"), (0, -1, "A B C"), (2, 1, "A B C"), (0, 2, "B C A")],
)
def test_a_point_moves_and_stops_at_the_ends(
    desk: Desk, evening: UUID, three: list[UUID], place: int, steps: int, order: str
) -> None:
    move_agenda_item(desk, three[place], steps)
    assert titles(desk, evening) == order


def test_a_deleted_point_comes_back_in_its_place(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    delete_agenda_item(desk, three[1])
    assert titles(desk, evening) == "A C"
    assert desk.undo_label == "Punkt „B“ gelöscht"
    desk.undo()
    assert titles(desk, evening) == "A B C"


def test_the_proposal_comes_in_one_step(desk: Desk, evening: UUID) -> None:
    assert take_agenda_proposal(desk, evening) == 7
    assert sum(item.minutes for item in desk.read(agenda_of, evening)) == 90
    desk.undo()
    assert desk.read(agenda_of, evening) == ()


def test_the_proposal_stands_behind_what_is_there(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    take_agenda_proposal(desk, evening)
    assert titles(desk, evening).startswith("A B C Ankommen")


def test_the_arrival_of_a_proposal_takes_the_time_of_the_doors(desk: Desk, evening: UUID) -> None:
    change_event(desk, evening, doors_at=time(18, 30))
    assert agenda_proposal(desk, evening)[0].minutes == 30


def test_a_letter_has_no_agenda(desk: Desk) -> None:
    assert agenda_proposal(desk, make_event(desk, kind=EventKind.LETTER)) == ()

"""Minutes: taken over from the evening, written field by field, released."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.minutes import Votes
from kitadesk.queries.events import tasks_of
from kitadesk.queries.minutes import MinutesRow, minutes_of
from kitadesk.services.agenda import AgendaItemInput, add_agenda_item, delete_agenda_item
from kitadesk.services.desk import Desk
from kitadesk.services.events import delete_event
from kitadesk.services.minutes import (
    MinutesItemInput,
    add_minutes_item,
    add_minutes_task,
    change_minutes,
    change_minutes_item,
    delete_minutes,
    delete_minutes_item,
    move_minutes_item,
    set_minutes_released,
    take_minutes_proposal,
)
from kitadesk.services.replies import ReplyInput, record_reply, set_guests
from tests.support.factories import make_event, make_family

pytestmark = pytest.mark.usefixtures("house")
DAY = date(2027, 4, 23)


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


@pytest.fixture
def three(desk: Desk, evening: UUID) -> list[UUID]:
    return [add_minutes_item(desk, evening, MinutesItemInput(title)) for title in "ABC"]


def written(desk: Desk, event_id: UUID) -> MinutesRow:
    found = desk.read(minutes_of, event_id)
    assert found is not None
    return found


def titles(desk: Desk, event_id: UUID) -> str:
    return " ".join(item.title for item in written(desk, event_id).items)


def test_the_first_content_makes_the_minutes(desk: Desk, evening: UUID) -> None:
    assert desk.read(minutes_of, evening) is None
    change_minutes(desk, evening, chair="Anne Peters")

    assert written(desk, evening).chair == "Anne Peters"
    assert desk.undo_label == "Leitung im Protokoll Elternabend der Frösche"


def test_an_empty_field_makes_no_minutes(desk: Desk, evening: UUID) -> None:
    change_minutes(desk, evening, chair=" ", present_count=None)
    assert desk.read(minutes_of, evening) is None


def test_nobody_present_is_a_content(desk: Desk, evening: UUID) -> None:
    change_minutes(desk, evening, present_count=0)
    assert written(desk, evening).present_count == 0


def test_the_proposal_takes_times_number_and_points_in_one_step(desk: Desk, evening: UUID) -> None:
    family = make_family(desk)
    record_reply(desk, ReplyInput(evening, family.household_id, 2))
    set_guests(desk, evening, "Team", 5)
    for title in ("Begrüßung", "Kasse"):
        add_agenda_item(desk, evening, AgendaItemInput(title))

    assert take_minutes_proposal(desk, evening) == 2

    row = written(desk, evening)
    assert (row.begins_at, row.ends_at, row.present_count) == (time(19), time(21), 7)
    assert titles(desk, evening) == "Begrüßung Kasse"
    desk.undo()
    assert desk.read(minutes_of, evening) is None


def test_what_was_written_is_never_overwritten_by_the_proposal(desk: Desk, evening: UUID) -> None:
    change_minutes(desk, evening, begins_at=time(19, 15), present_count=12)
    take_minutes_proposal(desk, evening)

    row = written(desk, evening)
    assert (row.begins_at, row.ends_at, row.present_count) == (time(19, 15), None, 12)


def test_only_points_that_were_not_taken_come_again(desk: Desk, evening: UUID) -> None:
    add_agenda_item(desk, evening, AgendaItemInput("A"))
    take_minutes_proposal(desk, evening)
    add_agenda_item(desk, evening, AgendaItemInput("B"))

    assert take_minutes_proposal(desk, evening) == 1
    assert titles(desk, evening) == "A B"


def test_a_point_of_the_agenda_may_go_without_its_minutes(desk: Desk, evening: UUID) -> None:
    point = add_agenda_item(desk, evening, AgendaItemInput("A"))
    take_minutes_proposal(desk, evening)
    delete_agenda_item(desk, point)

    (item,) = written(desk, evening).items
    assert (item.title, item.agenda_item_id) == ("A", None)


def test_a_point_keeps_result_decision_votes_and_text_for_the_notice(
    desk: Desk, evening: UUID
) -> None:
    item_id = add_minutes_item(desk, evening, MinutesItemInput(content="Es gab Fragen."))
    change_minutes_item(desk, item_id, decision="Wir feiern.", public_text="Es gibt ein Fest.")
    change_minutes_item(desk, item_id, votes_yes=12, votes_no=0, votes_abstained=1)

    (item,) = written(desk, evening).items
    assert (item.title, item.content) == ("Punkt", "Es gab Fragen.")
    assert (item.decision, item.votes) == ("Wir feiern.", Votes(12, 0, 1))
    assert item.public_text == "Es gibt ein Fest."


def test_points_move_and_stay_at_the_ends(desk: Desk, evening: UUID, three: list[UUID]) -> None:
    move_minutes_item(desk, three[0], 1)
    move_minutes_item(desk, three[2], 1)
    assert titles(desk, evening) == "B A C"


def test_a_point_can_come_before_another(desk: Desk, evening: UUID, three: list[UUID]) -> None:
    add_minutes_item(desk, evening, MinutesItemInput("Neu"), before=three[1])
    assert titles(desk, evening) == "A Neu B C"


def test_a_deleted_point_leaves_its_task_and_comes_back_with_it(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    task_id = add_minutes_task(desk, three[1], "Beamer zurückbringen", DAY)
    delete_minutes_item(desk, three[1])

    assert [item.position for item in written(desk, evening).items] == [0, 1]
    assert task_id in {task.id for task in desk.read(tasks_of, evening)}
    desk.undo()
    assert written(desk, evening).items[1].tasks[0].id == task_id


def test_who_does_what_until_when_is_a_task_of_the_event_in_one_step(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    task_id = add_minutes_task(desk, three[0], "Beamer zurückbringen", DAY, responsible="Ole")

    task = next(one for one in desk.read(tasks_of, evening) if one.id == task_id)
    assert (task.title, task.due_on, task.responsible) == ("Beamer zurückbringen", DAY, "Ole")
    assert written(desk, evening).items[0].tasks[0].title == "Beamer zurückbringen"
    assert desk.undo_label == "Aufgabe „Beamer zurückbringen“"
    desk.undo()
    assert written(desk, evening).items[0].tasks == ()


def test_a_task_without_words_is_refused(desk: Desk, three: list[UUID]) -> None:
    with pytest.raises(UserError) as refused:
        add_minutes_task(desk, three[0], "  ", DAY)
    assert refused.value.code == "task_title_missing"


def test_released_minutes_are_changed_only_after_they_are_taken_back(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    set_minutes_released(desk, evening, released=True)
    for change in (
        lambda: change_minutes(desk, evening, chair="Ole"),
        lambda: change_minutes_item(desk, three[0], content="Neu"),
        lambda: add_minutes_item(desk, evening, MinutesItemInput("D")),
        lambda: add_minutes_task(desk, three[0], "Aufgabe"),
        lambda: take_minutes_proposal(desk, evening),
        lambda: delete_minutes(desk, evening),
    ):
        with pytest.raises(UserError) as refused:
            change()
        assert refused.value.code == "minutes_released"

    set_minutes_released(desk, evening, released=False)
    change_minutes_item(desk, three[0], content="Neu")
    assert written(desk, evening).items[0].content == "Neu"


def test_there_is_nothing_to_release_or_delete_before_the_first_word(
    desk: Desk, evening: UUID
) -> None:
    for deed in (
        lambda: set_minutes_released(desk, evening, released=True),
        lambda: delete_minutes(desk, evening),
    ):
        with pytest.raises(UserError) as refused:
            deed()
        assert refused.value.code == "minutes_missing"


def test_deleted_minutes_leave_the_event_and_come_back_whole(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    delete_minutes(desk, evening)
    assert desk.read(minutes_of, evening) is None
    desk.undo()
    assert titles(desk, evening) == "A B C"


def test_an_event_takes_its_minutes_along_and_brings_them_back(
    desk: Desk, evening: UUID, three: list[UUID]
) -> None:
    add_minutes_task(desk, three[0], "Beamer zurückbringen")
    delete_event(desk, evening)
    desk.undo()
    assert written(desk, evening).items[0].tasks[0].title == "Beamer zurückbringen"

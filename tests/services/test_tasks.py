"""Tasks and quick notes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.events import TaskRow, tasks_of
from kitadesk.queries.today import today
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.tasks import (
    add_event_task,
    add_note,
    change_task,
    delete_task,
    move_task,
    set_note_done,
    set_task_done,
    set_task_not_needed,
)
from kitadesk.storage.types import new_id
from tests.support.factories import TODAY, make_event

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


def first(desk: Desk, event_id: UUID) -> TaskRow:
    return next(row for row in desk.read(tasks_of, event_id) if row.step == "room")


def test_a_tick_can_be_taken_away(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id

    set_task_done(desk, task_id, done=True)
    assert first(desk, evening).done_on == TODAY
    assert desk.undo_label == "„Raum und Technik klären“ erledigt"
    set_task_done(desk, task_id, done=False)
    assert first(desk, evening).done_on is None


def test_a_task_that_is_ticked_was_needed_after_all(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id
    set_task_not_needed(desk, task_id, not_needed=True)

    set_task_done(desk, task_id, done=True)

    assert not first(desk, evening).is_not_needed


def test_a_task_that_falls_away_is_not_done(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id
    set_task_done(desk, task_id, done=True)

    set_task_not_needed(desk, task_id, not_needed=True)

    row = first(desk, evening)
    assert (row.is_not_needed, row.done_on) == (True, None)


def test_a_moved_task_is_wanted_again(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id
    set_task_not_needed(desk, task_id, not_needed=True)

    move_task(desk, task_id, date(2027, 2, 1))

    row = first(desk, evening)
    assert (row.due_on, row.is_not_needed) == (date(2027, 2, 1), False)


def test_a_note_is_kept_as_typed_and_ticked(desk: Desk) -> None:
    note_id = add_note(desk, " Kowalenko bringt <Zettel>\u202e Mo ", TODAY)

    (item,) = desk.look(today, TODAY).this_week.items
    assert (item.title, item.kind) == ("Kowalenko bringt <Zettel> Mo", "note")
    set_note_done(desk, note_id, done=True)
    assert desk.look(today, TODAY).this_week.items[0].is_done


@pytest.mark.parametrize(("text", "code"), [(" \n", "note_empty"), ("x" * 2001, "value_too_long")])
def test_a_note_without_or_with_too_many_words_is_refused(desk: Desk, text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        add_note(desk, text)

    assert refused.value.code == code


def test_what_is_gone_cannot_be_ticked(desk: Desk) -> None:
    for tick in (set_task_done, set_note_done):
        with pytest.raises(UserError) as refused:
            tick(desk, new_id(), done=True)
        assert refused.value.code == "record_gone"


def own_task(desk: Desk, event_id: UUID) -> TaskRow:
    return next(row for row in desk.read(tasks_of, event_id) if row.title == "Beamer ausleihen")


def test_an_event_takes_a_task_of_its_own(desk: Desk, evening: UUID) -> None:
    add_event_task(
        desk, evening, " Beamer\nausleihen ", date(2027, 3, 30), responsible="Herr Vogel"
    )
    task = own_task(desk, evening)
    assert (task.due_on, task.responsible, task.step) == (date(2027, 3, 30), "Herr Vogel", "")


def test_a_task_of_its_own_stays_where_it_is_when_the_event_moves(
    desk: Desk, evening: UUID
) -> None:
    add_event_task(desk, evening, "Beamer ausleihen", date(2027, 3, 30))
    change_event(desk, evening, on_date=date(2027, 5, 6))
    task = own_task(desk, evening)
    assert (task.due_on, task.is_not_needed) == (date(2027, 3, 30), False)


def test_a_task_needs_words(desk: Desk, evening: UUID) -> None:
    with pytest.raises(UserError) as refused:
        add_event_task(desk, evening, "  ")
    assert refused.value.code == "task_title_missing"


def test_who_does_a_task_can_be_changed(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id
    change_task(desk, task_id, responsible="Frau Kowalenko")
    assert first(desk, evening).responsible == "Frau Kowalenko"
    assert desk.undo_label == "Wer „Raum und Technik klären“"


def test_a_task_keeps_a_note_that_helps_doing_it(desk: Desk, evening: UUID) -> None:
    task_id = first(desk, evening).id
    change_task(desk, task_id, note=" Schlüssel liegt bei\tFrau Vogel ")
    assert first(desk, evening).note == "Schlüssel liegt bei Frau Vogel"
    assert desk.undo_label == "Notiz „Raum und Technik klären“"
    desk.undo()
    assert first(desk, evening).note == ""


def test_a_task_of_its_own_can_be_deleted(desk: Desk, evening: UUID) -> None:
    task_id = add_event_task(desk, evening, "Beamer ausleihen")
    delete_task(desk, task_id)
    assert all(row.id != task_id for row in desk.read(tasks_of, evening))
    desk.undo()
    assert own_task(desk, evening).id == task_id


def test_a_planned_step_is_not_deleted_for_it_would_come_back(desk: Desk, evening: UUID) -> None:
    with pytest.raises(UserError) as refused:
        delete_task(desk, first(desk, evening).id)
    assert refused.value.code == "task_is_planned"

"""Events through their services: adding with a plan, changing field by field, texts, deleting."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.queries.events import TaskRow, event, events, rooms, tasks_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import (
    EventInput,
    add_event,
    add_room,
    change_event,
    delete_event,
    event_texts,
    restore_event_text,
    set_event_text,
)
from kitadesk.services.tasks import move_task, set_task_done, set_task_not_needed
from kitadesk.storage.types import new_id
from tests.support.factories import EVENING, RETURN_DAY, TODAY, HandClock, make_event, make_house

pytestmark = pytest.mark.usefixtures("house")


def task(desk: Desk, event_id: UUID, step: str) -> TaskRow:
    return next(row for row in desk.read(tasks_of, event_id) if row.step == step)


def test_an_event_comes_with_its_tasks(desk: Desk) -> None:
    event_id = make_event(desk)

    assert task(desk, event_id, "print_invitation").due_on == date(2027, 3, 4)
    assert task(desk, event_id, "print_invitation").paper_id == "invitation"
    assert task(desk, event_id, "return_slips").due_on == RETURN_DAY
    assert task(desk, event_id, "print_attendance_list").due_on == date(2027, 4, 7)


def test_an_event_without_a_return_date_has_no_steps_for_slips(desk: Desk) -> None:
    event_id = make_event(desk, reply_until=None)

    steps = {row.step for row in desk.read(tasks_of, event_id)}
    assert "hand_out" in steps
    assert not {"remind", "return_slips"} & steps


def test_an_event_without_a_date_waits_with_its_tasks(desk: Desk) -> None:
    event_id = make_event(desk, on_date=None, reply_until=None)
    assert desk.read(tasks_of, event_id) == ()

    change_event(desk, event_id, on_date=EVENING)

    assert task(desk, event_id, "hand_out").due_on == date(2027, 3, 11)


def test_steps_that_are_over_at_planning_fall_away(desk: Desk, hand_clock: HandClock) -> None:
    hand_clock.move(days=50)

    event_id = make_event(desk)

    assert task(desk, event_id, "print_invitation").is_not_needed
    assert not task(desk, event_id, "return_slips").is_not_needed


def test_an_event_needs_a_title(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        add_event(desk, EventInput(EventKind.OTHER, " \u202e\n "))

    assert refused.value.code == "event_title_missing"
    assert desk.read(events, TODAY) == ()


def test_a_title_is_kept_as_typed_on_one_line(desk: Desk) -> None:
    typed = "<b>„Łukasz & Şirin“</b>\n 🎈  "

    event_id = make_event(desk, typed)

    assert desk.read(event, event_id).title == "<b>„Łukasz & Şirin“</b> 🎈"


def test_a_title_without_end_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        make_event(desk, "x" * 10_000)

    assert refused.value.code == "value_too_long"
    assert "Titel" in str(refused.value)


def test_an_event_without_a_house_is_refused(store_desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        make_event(store_desk)

    assert refused.value.code == "house_missing"


@pytest.fixture
def store_desk(desk: Desk) -> Desk:
    """The desk before there was a house."""
    desk.undo()
    return desk


def test_fields_change_one_by_one_and_undo_names_them(desk: Desk) -> None:
    event_id = make_event(desk, "Martinsfest")

    change_event(desk, event_id, starts_at=time(17))
    change_event(desk, event_id, status=EventStatus.HELD, note=" gut\nbesucht ")

    row = desk.read(event, event_id)
    assert (row.starts_at, row.status, row.note) == (time(17), EventStatus.HELD, "gut\nbesucht")
    assert desk.undo_label == "Notiz und Stand Martinsfest"
    desk.undo()
    assert desk.undo_label == "Beginn Martinsfest"


def test_typing_a_title_is_one_step(desk: Desk) -> None:
    event_id = make_event(desk, "Alt")
    for title in ("N", "Ne", "Neu"):
        change_event(desk, event_id, title=title)

    desk.undo()

    assert desk.read(event, event_id).title == "Alt"


def test_an_unknown_field_is_our_bug(desk: Desk) -> None:
    event_id = make_event(desk)

    with pytest.raises(TypeError, match="colour"):
        change_event(desk, event_id, colour="red")  # type: ignore[call-arg]


def test_a_new_date_takes_the_tasks_along_and_undo_brings_them_back(desk: Desk) -> None:
    event_id = make_event(desk)

    change_event(desk, event_id, on_date=date(2027, 4, 15))
    assert task(desk, event_id, "hand_out").due_on == date(2027, 3, 18)
    assert task(desk, event_id, "return_slips").due_on == RETURN_DAY
    desk.undo()
    assert task(desk, event_id, "hand_out").due_on == date(2027, 3, 11)


def test_a_new_date_leaves_alone_what_a_hand_moved_or_ticked(desk: Desk) -> None:
    event_id = make_event(desk)
    moved, done = task(desk, event_id, "room").id, task(desk, event_id, "roles").id
    left_out = task(desk, event_id, "hand_out").id
    move_task(desk, moved, date(2027, 2, 1))
    set_task_done(desk, done, done=True)
    set_task_not_needed(desk, left_out, not_needed=True)

    change_event(desk, event_id, on_date=date(2027, 5, 6))

    assert task(desk, event_id, "room").due_on == date(2027, 2, 1)
    assert task(desk, event_id, "roles").due_on == date(2027, 2, 25)
    assert task(desk, event_id, "hand_out").is_not_needed


def test_an_overdue_task_stays_overdue_when_its_event_moves_a_little(
    desk: Desk, hand_clock: HandClock
) -> None:
    event_id = make_event(desk)
    hand_clock.move(days=45)

    change_event(desk, event_id, on_date=date(2027, 4, 9))

    assert not task(desk, event_id, "print_invitation").is_not_needed


def test_slips_that_are_not_wanted_any_more_fall_away_and_come_back(desk: Desk) -> None:
    event_id = make_event(desk)

    change_event(desk, event_id, reply_until=None)
    assert task(desk, event_id, "return_slips").is_not_needed
    change_event(desk, event_id, reply_until=date(2027, 3, 17))
    assert task(desk, event_id, "return_slips").due_on == date(2027, 3, 17)
    assert not task(desk, event_id, "return_slips").is_not_needed


def test_another_kind_of_event_has_other_steps(desk: Desk) -> None:
    event_id = make_event(desk)

    change_event(desk, event_id, kind=EventKind.PARENT_CAFE)

    assert task(desk, event_id, "hand_out").is_not_needed
    assert task(desk, event_id, "host").due_on == date(2027, 3, 18)


def test_the_shipped_text_speaks_of_the_house(desk: Desk) -> None:
    texts = event_texts(desk, make_event(desk, kind=EventKind.TOPIC_EVENING))

    assert texts[TextBlock.PRETITLE] == "Themenabend für alle Eltern"
    assert "Sie müssen nichts vorbereiten." in texts[TextBlock.BODY]
    assert texts[TextBlock.CLOSING].endswith("Ihr Team der Kita Sonnenschein")
    assert "037207 555-0" in texts[TextBlock.CONTACT]
    assert "E-Mail" not in texts[TextBlock.CONTACT]


def test_an_own_text_wins_until_the_shipped_one_is_restored(desk: Desk) -> None:
    event_id = make_event(desk)
    shipped = event_texts(desk, event_id)[TextBlock.BODY]

    set_event_text(desk, event_id, TextBlock.BODY, "am {date} ist es so weit.")
    assert event_texts(desk, event_id)[TextBlock.BODY] == (
        "am Donnerstag, 8. April 2027 ist es so weit."
    )
    assert set(desk.read(event, event_id).texts) == {TextBlock.BODY}
    restore_event_text(desk, event_id, TextBlock.BODY)
    assert event_texts(desk, event_id)[TextBlock.BODY] == shipped


def test_a_text_may_be_emptied(desk: Desk) -> None:
    event_id = make_event(desk)

    set_event_text(desk, event_id, TextBlock.CONTACT, "")

    assert event_texts(desk, event_id)[TextBlock.CONTACT] == ""


def test_a_text_with_an_unknown_placeholder_is_refused(desk: Desk) -> None:
    event_id = make_event(desk)

    with pytest.raises(UserError) as refused:
        set_event_text(desk, event_id, TextBlock.BODY, "Am {datum}")

    assert refused.value.code == "placeholder_unknown"


def test_deleting_an_event_can_be_undone_with_all_its_tasks(desk: Desk) -> None:
    event_id = make_event(desk, "Martinsfest")
    before = desk.read(tasks_of, event_id)

    delete_event(desk, event_id)
    assert desk.read(events, TODAY) == ()
    assert desk.undo_label == "Martinsfest gelöscht"
    desk.undo()
    assert desk.read(tasks_of, event_id) == before


def test_a_deleted_event_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        change_event(desk, new_id(), title="x")

    assert refused.value.code == "record_gone"


def test_a_room_is_shown_where_the_event_takes_place(desk: Desk) -> None:
    room_id = add_room(desk, "Großer Saal im Rathaus", "Markt 1", 120)
    event_id = make_event(desk, place="")

    change_event(desk, event_id, room_id=room_id)

    row = desk.read(event, event_id)
    assert (row.place_label, row.room_capacity) == ("Großer Saal im Rathaus, Markt 1", 120)
    assert [room.name for room in desk.read(rooms)] == ["Großer Saal im Rathaus"]


def test_a_room_needs_a_name(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        add_room(desk, "  ")

    assert refused.value.code == "room_name_missing"


def test_there_is_only_one_own_house(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        make_house(desk, "Kita Zwei")

    assert refused.value.code == "house_exists"

"""An event on another day: history, replies, slips and tasks; calling it off and back."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.handouts.kit.blocks import Paragraph, Slip
from kitadesk.handouts.papers import events_postponement as notice
from kitadesk.queries.events import event, events, tasks_of
from kitadesk.queries.postponements import postponements_of
from kitadesk.queries.replies import find_slip, replies_of, slip_numbers
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, change_event
from kitadesk.services.postponing import (
    PostponementInput,
    cancel_event,
    hold_event_after_all,
    postpone_event,
)
from kitadesk.services.replies import ReplyInput, make_slips, record_reply
from kitadesk.services.tasks import (
    add_event_task,
    move_task,
    set_task_done,
    set_task_not_needed,
)
from tests.support.factories import EVENING, TODAY, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")
LATER = EVENING + timedelta(days=14)


@pytest.fixture
def evening(desk: Desk) -> UUID:
    return make_event(desk)


def postpone(desk: Desk, event_id: UUID, day: date | None = LATER, reason: str = "") -> None:
    reply = day - timedelta(days=14) if day else None
    move = PostponementInput(event_id, day, time(19), time(21), reply, reason)
    postpone_event(desk, move)


def due(desk: Desk, event_id: UUID, step: str) -> date | None:
    return next(task.due_on for task in desk.read(tasks_of, event_id) if task.step == step)


def test_the_event_has_its_new_day_and_its_history(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening, reason="Die Referentin ist krank.")
    row, (move,) = desk.read(event, evening), desk.read(postponements_of, evening)

    assert (row.on_date, row.status, row.postponed_from) == (LATER, EventStatus.PLANNED, EVENING)
    assert (move.from_date, move.to_date, move.reason) == (
        EVENING, LATER, "Die Referentin ist krank.",
    )  # fmt: skip


def test_replies_and_slip_numbers_stay(desk: Desk, evening: UUID) -> None:
    family = make_family(desk)
    make_slips(desk, evening)
    record_reply(desk, ReplyInput(evening, family.household_id, 2))
    numbers = desk.read(slip_numbers, evening)
    postpone(desk, evening)

    (row,) = desk.read(replies_of, evening, TODAY)
    assert (row.persons, desk.read(slip_numbers, evening)) == (2, numbers)
    assert desk.read(find_slip, evening, row.slip_text).known_persons == 2


def test_tasks_move_along_but_not_those_that_a_hand_moved(desk: Desk, evening: UUID) -> None:
    tasks = {task.step: task.id for task in desk.read(tasks_of, evening)}
    move_task(desk, tasks["roles"], date(2027, 2, 26))
    before = due(desk, evening, "print_invitation")
    postpone(desk, evening)

    assert before is not None
    assert due(desk, evening, "print_invitation") == before + timedelta(days=14)
    assert due(desk, evening, "roles") == date(2027, 2, 26)


def test_all_of_it_is_one_step(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening)
    desk.undo()
    assert desk.read(event, evening).on_date == EVENING
    assert desk.read(postponements_of, evening) == ()


def test_without_a_new_day_the_event_waits(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening, None)
    row = desk.read(event, evening)
    assert (row.on_date, row.status) == (None, EventStatus.POSTPONED)


def test_a_day_typed_later_ends_the_waiting(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening, None)
    change_event(desk, evening, on_date=LATER)
    assert desk.read(event, evening).status is EventStatus.PLANNED


def test_the_day_that_is_fixed_already_is_no_new_one(desk: Desk, evening: UUID) -> None:
    with pytest.raises(UserError) as refused:
        postpone(desk, evening, EVENING)
    assert refused.value.code == "postponed_to_same_day"


def test_a_closing_of_several_days_stays_as_long(desk: Desk) -> None:
    last = EVENING + timedelta(days=3)
    closing = EventInput(EventKind.CLOSING_DAY, "Umbau", on_date=EVENING, until_date=last)
    event_id = add_event(desk, closing)
    postpone_event(desk, PostponementInput(event_id, LATER))
    assert desk.read(event, event_id).until_date == LATER + timedelta(days=3)


def test_the_last_day_may_not_lie_before_the_first(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        add_event(
            desk, EventInput(EventKind.CLOSING_DAY, "Umbau", on_date=LATER, until_date=EVENING)
        )
    assert refused.value.code == "days_in_wrong_order"


@pytest.mark.parametrize(
    ("day", "reply", "code"),
    [
        (TODAY - timedelta(days=1), None, "postponed_to_past"),
        (date(1, 1, 1), None, "day_out_of_range"),
        (date(9999, 12, 31), None, "day_out_of_range"),
        (LATER, date(1, 1, 1), "day_out_of_range"),
        (LATER, LATER + timedelta(days=1), "reply_after_event"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused(
    desk: Desk, evening: UUID, day: date, reply: date | None, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        postpone_event(desk, PostponementInput(evening, day, time(19), reply_until=reply))
    assert refused.value.code == code
    assert desk.read(event, evening).on_date == EVENING


@pytest.mark.parametrize(("day", "reply"), [(TODAY, None), (LATER, LATER)])
def test_today_and_slips_back_on_the_day_itself_are_possible(
    desk: Desk, evening: UUID, day: date, reply: date | None
) -> None:
    postpone_event(desk, PostponementInput(evening, day, time(19), reply_until=reply))
    assert desk.read(event, evening).on_date == day


def test_the_last_day_that_moves_along_stays_possible(desk: Desk) -> None:
    last = date(2199, 12, 31)
    closing = EventInput(EventKind.CLOSING_DAY, "Umbau", on_date=EVENING, until_date=last)
    event_id = add_event(desk, closing)
    with pytest.raises(UserError) as refused:
        postpone_event(desk, PostponementInput(event_id, LATER))
    assert refused.value.code == "day_out_of_range"


def test_an_event_that_waits_already_is_not_put_off_again(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening, None)
    with pytest.raises(UserError) as refused:
        postpone_event(desk, PostponementInput(evening, None, time(18)))
    assert refused.value.code == "postponed_to_same_day"


def test_another_time_on_the_same_day_is_a_move(desk: Desk, evening: UUID) -> None:
    postpone_event(desk, PostponementInput(evening, EVENING, time(20)))
    assert desk.read(event, evening).starts_at == time(20)


def states(desk: Desk, event_id: UUID) -> dict[str, bool]:
    return {task.title: task.is_not_needed for task in desk.read(tasks_of, event_id)}


def test_an_event_called_off_leaves_nothing_to_do_and_comes_back_as_it_was(
    desk: Desk, evening: UUID
) -> None:
    tasks = {task.step: task.id for task in desk.read(tasks_of, evening)}
    move_task(desk, tasks["roles"], date(2027, 2, 26))
    set_task_not_needed(desk, tasks["print_invitation"], not_needed=True)
    add_event_task(desk, evening, "Kuchen bestellen")
    before = states(desk, evening)
    cancel_event(desk, evening)
    assert all(states(desk, evening).values())
    hold_event_after_all(desk, evening)
    assert desk.read(event, evening).status is EventStatus.PLANNED
    assert states(desk, evening) == before
    assert set(before.values()) == {True, False}


def test_what_was_done_before_stays_done(desk: Desk, evening: UUID) -> None:
    (first, *_) = desk.read(tasks_of, evening)
    set_task_done(desk, first.id, done=True)
    cancel_event(desk, evening)
    (summary,) = desk.read(events, TODAY)
    assert (summary.tasks_done, summary.tasks_total) == (1, 1)


@pytest.mark.parametrize("deed", ["add", "want"])
def test_an_event_called_off_gets_nothing_to_do(desk: Desk, evening: UUID, deed: str) -> None:
    (first, *_) = desk.read(tasks_of, evening)
    cancel_event(desk, evening)
    deeds = {
        "add": partial(add_event_task, desk, evening, "Saal abbestellen"),
        "want": partial(set_task_not_needed, desk, first.id, not_needed=False),
    }
    with pytest.raises(UserError) as refused:
        deeds[deed]()
    assert refused.value.code == "event_is_off"


def test_the_reason_of_a_cancellation_is_kept_until_the_event_is_held(
    desk: Desk, evening: UUID
) -> None:
    cancel_event(desk, evening, "  Die Referentin\nist krank. ")
    assert desk.read(event, evening).cancel_reason == "Die Referentin ist krank."
    change_event(desk, evening, cancel_reason="Zu wenige Anmeldungen.")
    assert desk.read(event, evening).cancel_reason == "Zu wenige Anmeldungen."
    hold_event_after_all(desk, evening)
    assert desk.read(event, evening).cancel_reason == ""


def test_an_event_called_off_may_be_put_on_another_day_or_the_same(
    desk: Desk, evening: UUID
) -> None:
    cancel_event(desk, evening, "Sturm")
    postpone(desk, evening, EVENING)
    row = desk.read(event, evening)
    assert (row.status, row.cancel_reason) == (EventStatus.PLANNED, "")


def test_the_notice_of_a_cancellation_gives_its_reason(desk: Desk, evening: UUID) -> None:
    postpone(desk, evening, reason="Sturm")
    cancel_event(desk, evening, "Die Referentin ist krank.")
    content = desk.read(notice.gather, evening, notice.PostponementParams(), TODAY)
    assert content.reason == "Die Referentin ist krank."
    made = notice.document(content, notice.PostponementParams())
    texts = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    assert "Der Grund: Die Referentin ist krank." in texts
    assert not any("Sturm" in text for text in texts)


def test_the_notice_goes_first_to_those_who_answered(desk: Desk, evening: UUID) -> None:
    make_family(desk, "Albrecht")
    zander = make_family(desk, "Zander")
    make_slips(desk, evening)
    record_reply(desk, ReplyInput(evening, zander.household_id, 2))
    postpone(desk, evening, reason="Die Referentin ist krank.")

    params = notice.PostponementParams()
    content = desk.read(notice.gather, evening, params, TODAY)
    made = notice.document(content, params)
    sheets = [block.bookmark for block in made.blocks if hasattr(block, "bookmark")]
    assert [sheet.split(",")[0] for sheet in sheets] == ["Zander", "Albrecht"]
    assert [one.answer for one in content.told] == ["", "2 Personen angemeldet"]
    assert (content.before_on, content.reason) == (EVENING, "Die Referentin ist krank.")


@pytest.mark.parametrize("off", [True, False])
def test_the_notice_has_a_slip_only_with_a_new_day(desk: Desk, evening: UUID, off: bool) -> None:
    make_family(desk)
    if off:
        cancel_event(desk, evening)
    else:
        postpone(desk, evening)
    params = notice.PostponementParams()
    made = notice.document(desk.read(notice.gather, evening, params, TODAY), params)
    slips = [block for block in made.blocks if isinstance(block, Slip)]
    assert len(slips) == (0 if off else 1)

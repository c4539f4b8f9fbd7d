"""A planned change of group: listed on Heute, done on its day as one step, called off before."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.children import child_card
from kitadesk.queries.people import child, children
from kitadesk.queries.today import today
from kitadesk.services.child_moves import changes_group, leaves
from kitadesk.services.desk import Desk
from kitadesk.services.people import delete_group
from kitadesk.services.planned_moves import cancel_change, carry_out_changes, move_change
from tests.support.factories import TODAY, HandClock, MadeFamily, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")
DAY = TODAY + timedelta(days=3)


@pytest.fixture
def bears(desk: Desk) -> UUID:
    return make_group(desk, "Bären", position=1)


@pytest.fixture
def mia(desk: Desk, bears: UUID) -> MadeFamily:
    """Mia is a frog and becomes a bear in three days."""
    made = make_family(desk, "Ott", group=make_group(desk))
    changes_group(desk, made.child_ids, bears, DAY)
    return made


def lines(desk: Desk) -> list[str]:
    page = desk.look(today, desk.clock.today())
    groups = (page.overdue, page.this_week, page.later)
    return [item.title for group in groups for item in group.items]


def group_of(desk: Desk, mia: MadeFamily) -> str:
    return desk.read(child, mia.child_ids[0]).group_name


def plan_of(desk: Desk, mia: MadeFamily) -> tuple[str, date | None]:
    card = desk.read(child_card, mia.child_ids[0])
    return card.next_group, card.next_group_on


def test_until_the_day_nothing_changes_but_heute_names_it(desk: Desk, mia: MadeFamily) -> None:
    assert carry_out_changes(desk) == 0
    assert (group_of(desk, mia), plan_of(desk, mia)) == ("Frösche", ("Bären", DAY))
    assert lines(desk) == ["Mia Ott wechselt in die Gruppe Bären"]


def test_on_the_day_the_list_of_the_new_group_has_the_child(
    desk: Desk, mia: MadeFamily, bears: UUID, hand_clock: HandClock
) -> None:
    hand_clock.move(days=3)
    assert lines(desk) == ["Mia Ott wechselt heute in die Gruppe Bären"]

    assert carry_out_changes(desk) == 1

    rows = desk.read(children, hand_clock.today(), group_id=bears)
    assert [row.id for row in rows] == list(mia.child_ids)
    assert plan_of(desk, mia) == ("", None)
    assert lines(desk) == [
        "Mia Ott ist jetzt in der Gruppe Bären: Gruppenlisten Frösche und Bären neu drucken"
    ]


def test_the_change_is_one_step_that_says_whose_it_is(
    desk: Desk, mia: MadeFamily, hand_clock: HandClock
) -> None:
    hand_clock.move(days=4)
    carry_out_changes(desk)
    assert desk.undo_label == "Mia Ott wechselt in die Gruppe Bären"

    desk.undo()

    assert (group_of(desk, mia), plan_of(desk, mia)) == ("Frösche", ("Bären", DAY))
    assert lines(desk) == ["Mia Ott sollte in die Gruppe Bären wechseln"]


def test_children_who_move_together_are_one_line_and_one_step(
    desk: Desk, mia: MadeFamily, bears: UUID, hand_clock: HandClock
) -> None:
    others = make_family(desk, "Vogel", children=("Ida", "Karl"))
    changes_group(desk, others.child_ids, bears, DAY)
    assert lines(desk) == ["3 Kinder wechseln in die Gruppe Bären"]

    hand_clock.move(days=3)
    carry_out_changes(desk)

    assert desk.undo_label == "3 Kinder: Gruppenwechsel in die Gruppe Bären am 28.01.2027"


def test_what_has_been_done_is_not_done_again(
    desk: Desk, mia: MadeFamily, hand_clock: HandClock
) -> None:
    hand_clock.move(days=3)
    carry_out_changes(desk)

    assert carry_out_changes(desk) == 0


def test_a_planned_change_can_be_called_off(
    desk: Desk, mia: MadeFamily, hand_clock: HandClock
) -> None:
    cancel_change(desk, mia.child_ids[0])
    hand_clock.move(days=3)

    assert carry_out_changes(desk) == 0
    assert lines(desk) == []
    with pytest.raises(UserError) as refused:
        cancel_change(desk, mia.child_ids[0])
    assert refused.value.code == "no_change_planned"


def test_a_planned_change_can_be_put_off(
    desk: Desk, mia: MadeFamily, hand_clock: HandClock
) -> None:
    move_change(desk, mia.child_ids[0], DAY + timedelta(days=1))
    hand_clock.move(days=3)

    assert carry_out_changes(desk) == 0
    assert plan_of(desk, mia) == ("Bären", DAY + timedelta(days=1))


def test_a_planned_change_can_be_done_at_once(desk: Desk, mia: MadeFamily) -> None:
    move_change(desk, mia.child_ids[0], TODAY)

    assert (group_of(desk, mia), plan_of(desk, mia)) == ("Bären", ("", None))


def test_a_change_without_a_day_is_called_off(desk: Desk, mia: MadeFamily) -> None:
    move_change(desk, mia.child_ids[0], None)

    assert plan_of(desk, mia) == ("", None)


def test_what_is_not_planned_cannot_be_put_off(desk: Desk, mia: MadeFamily) -> None:
    cancel_change(desk, mia.child_ids[0])

    with pytest.raises(UserError) as refused:
        move_change(desk, mia.child_ids[0], DAY)

    assert refused.value.code == "no_change_planned"


def test_a_later_plan_takes_the_place_of_the_first(desk: Desk, mia: MadeFamily) -> None:
    changes_group(desk, mia.child_ids, None, DAY)

    assert plan_of(desk, mia) == ("", DAY)
    assert lines(desk) == ["Mia Ott wechselt aus der Gruppe"]


def test_a_change_today_ends_what_was_planned(desk: Desk, mia: MadeFamily, bears: UUID) -> None:
    changes_group(desk, mia.child_ids, bears, TODAY)

    assert plan_of(desk, mia) == ("", None)


def test_nobody_moves_into_a_group_that_was_deleted(
    desk: Desk, mia: MadeFamily, bears: UUID, hand_clock: HandClock
) -> None:
    delete_group(desk, bears)
    hand_clock.move(days=3)

    assert carry_out_changes(desk) == 0
    assert group_of(desk, mia) == "Frösche"


def test_who_leaves_before_the_day_does_not_change(
    desk: Desk, mia: MadeFamily, hand_clock: HandClock
) -> None:
    leaves(desk, mia.child_ids[0], TODAY + timedelta(days=2))
    assert not any("Gruppe Bären" in line for line in lines(desk))
    hand_clock.move(days=3)

    assert carry_out_changes(desk) == 0


def test_a_day_nobody_means_is_refused(desk: Desk, mia: MadeFamily, bears: UUID) -> None:
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        with pytest.raises(UserError) as refused:
            changes_group(desk, mia.child_ids, bears, day)
        assert refused.value.code == "day_out_of_range"

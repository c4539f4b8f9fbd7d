"""Changing measures: rules give days, a hand may move them, and the rule can hold again."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.year_plan import PlanRow, measure_title, plan_row, plan_rows
from kitadesk.services import measures, transition, year_plan
from kitadesk.services.desk import Desk
from tests.support.factories import TODAY

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def cohort(desk: Desk) -> UUID:
    return year_plan.open_cohort(desk, 2027)


@pytest.fixture
def taster(desk: Desk, cohort: UUID) -> UUID:
    rows = desk.read(plan_rows, cohort, TODAY)
    return next(row.id for row in rows if row.step == "taster_day")


def row(desk: Desk, measure: UUID) -> PlanRow:
    return desk.read(plan_row, measure, TODAY)


def test_a_new_rule_gives_new_days_in_the_words_of_the_program(desk: Desk, taster: UUID) -> None:
    measures.change_measure(desk, taster, rule="di vor faschingsferien")
    found = row(desk, taster)
    assert (found.rule, found.planned_on) == ("Dienstag vor den Winterferien", date(2027, 2, 2))
    measures.change_measure(desk, taster, rule="bis 31.1.")
    found = row(desk, taster)
    assert (found.first, found.last) == (None, date(2027, 1, 31))


def test_a_rule_that_nobody_understands_changes_nothing(desk: Desk, taster: UUID) -> None:
    with pytest.raises(UserError) as refused:
        measures.change_measure(desk, taster, rule="demnächst")
    assert refused.value.code == "rule_not_understood"
    assert row(desk, taster).planned_on == date(2027, 5, 12)


def test_a_day_by_hand_holds_until_the_rule_is_wanted_again(desk: Desk, taster: UUID) -> None:
    measures.move_measure(desk, taster, date(2027, 5, 19), date(2027, 5, 20))
    moved = row(desk, taster)
    assert (moved.is_moved_by_hand, moved.first, moved.last, moved.is_one_day) == (
        True, date(2027, 5, 19), date(2027, 5, 20), False)  # fmt: skip
    measures.follow_rule(desk, taster)
    assert (row(desk, taster).is_moved_by_hand, row(desk, taster).last) == (
        False, date(2027, 5, 12))  # fmt: skip
    desk.undo()
    assert row(desk, taster).last == date(2027, 5, 20)


def test_one_day_twice_is_one_day_and_the_end_comes_after_the_begin(
    desk: Desk, taster: UUID
) -> None:
    measures.move_measure(desk, taster, date(2027, 5, 19), date(2027, 5, 19))
    assert row(desk, taster).is_one_day
    with pytest.raises(UserError) as refused:
        measures.move_measure(desk, taster, date(2027, 5, 19), date(2027, 5, 18))
    assert refused.value.code == "days_in_wrong_order"


def test_a_rule_without_a_day_leaves_the_day_of_the_hand(desk: Desk, taster: UUID) -> None:
    measures.move_measure(desk, taster, date(2027, 5, 19))
    measures.change_measure(desk, taster, rule="")
    measures.follow_rule(desk, taster)
    assert (row(desk, taster).planned_on, row(desk, taster).is_moved_by_hand) == (
        date(2027, 5, 19), True)  # fmt: skip


def test_done_and_not_needed_exclude_each_other(desk: Desk, taster: UUID) -> None:
    measures.set_measure_not_needed(desk, taster, True)
    assert row(desk, taster).is_finished
    measures.set_measure_done(desk, taster, TODAY)
    assert (row(desk, taster).is_not_needed, row(desk, taster).done_on) == (False, TODAY)
    measures.set_measure_not_needed(desk, taster, True)
    assert (row(desk, taster).is_not_needed, row(desk, taster).done_on) == (True, None)
    measures.move_measure(desk, taster, date(2027, 5, 19))
    assert not row(desk, taster).is_finished


def test_fields_are_cleaned_and_the_step_has_a_name(desk: Desk, taster: UUID) -> None:
    measures.change_measure(desk, taster, title="  Schnupper\ntag ", place="Aula", note=" Tee ")
    found = row(desk, taster)
    assert (found.title, found.place, found.note) == ("Schnupper tag", "Aula", "Tee")
    measures.change_measure(desk, taster, place="Turnhalle")
    assert desk.undo_label == "Ort „Schnupper tag“"
    with pytest.raises(UserError):
        measures.change_measure(desk, taster, title=" ")
    with pytest.raises(TypeError):
        measures.change_measure(desk, taster, colour="red")  # type: ignore[call-arg]


def test_a_measure_moves_up_and_down_in_its_plan(desk: Desk, cohort: UUID, taster: UUID) -> None:
    def place() -> int:
        return [one.id for one in desk.read(plan_rows, cohort, TODAY)].index(taster)

    start = place()
    measures.reorder_measure(desk, taster, -2)
    assert place() == start - 2
    measures.reorder_measure(desk, taster, 100)
    assert place() == 26
    measures.reorder_measure(desk, taster, -100)
    assert place() == 0


def test_a_deleted_measure_comes_back_with_undo(desk: Desk, taster: UUID) -> None:
    measures.delete_measure(desk, taster)
    with pytest.raises(UserError):
        desk.read(measure_title, taster)
    with pytest.raises(UserError):
        desk.read(plan_row, taster, TODAY)
    desk.undo()
    assert desk.read(measure_title, taster) == "Schnuppertag in der Schule"


def test_a_new_measure_gets_the_days_of_its_rule(desk: Desk, cohort: UUID) -> None:
    entered = transition.MeasureInput(cohort, "Waldtag", rule="letzter freitag im april")
    found = row(desk, transition.add_measure(desk, entered))
    assert (found.rule, found.planned_on, found.position) == (
        "letzter Freitag im April", date(2027, 4, 30), 27)  # fmt: skip
    assert not found.is_moved_by_hand


def test_nothing_is_done_on_a_day_to_come(desk: Desk, taster: UUID) -> None:
    with pytest.raises(UserError) as refused:
        measures.set_measure_done(desk, taster, TODAY + timedelta(days=1))
    assert refused.value.code == "day_in_future"
    measures.set_measure_done(desk, taster, TODAY)
    assert row(desk, taster).done_on == TODAY


def test_a_new_measure_has_possible_days(desk: Desk, cohort: UUID) -> None:
    later = TODAY + timedelta(days=1)
    cases = (
        (transition.MeasureInput(cohort, "Logopädie", done_on=later), "day_in_future"),
        (
            transition.MeasureInput(cohort, "Logopädie", planned_on=later, planned_until=TODAY),
            "days_in_wrong_order",
        ),
    )
    for entered, code in cases:
        with pytest.raises(UserError) as refused:
            transition.add_measure(desk, entered)
        assert refused.value.code == code


def test_an_entry_year_is_of_our_time(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        transition.add_cohort(desk, 99_999)
    assert refused.value.code == "number_out_of_range"

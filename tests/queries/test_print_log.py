"""The print log says what was printed, for whom, when, and with which settings."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.handouts.spec import SubjectKind
from kitadesk.queries.listing import listed
from kitadesk.queries.print_log import print_runs
from kitadesk.services.desk import Desk
from kitadesk.services.events import delete_event
from kitadesk.services.printing import PrintRequest, log_print
from tests.support.factories import make_event, make_group
from tests.support.town_fixtures import TOWN_DAY

_LISTED = {
    "group_list": "groups",
    "agenda": "events",
    "transition_matrix": "cohorts",
    "body_list": "bodies",
}


def _log(desk: Desk, paper: str, record: UUID | None, day: int = 25, **params: str) -> None:
    later = Desk(desk.store.file, FixedClock(date(2027, 1, day)), desk.store)
    log_print(later, PrintRequest(paper, record, params), 3, "printer")


def test_runs_are_told_with_everything_that_was_chosen_the_last_one_first(
    desk: Desk, house: UUID
) -> None:
    group = make_group(desk, "Frösche")
    _log(desk, "group_list", group, 25, free_columns="Schuhgröße")
    _log(desk, "today_page", house, 26)
    newest, oldest = desk.read(print_runs)
    assert (newest.paper_id, newest.subject) == ("today_page", "Kita Sonnenschein")
    assert (oldest.subject_kind, oldest.subject_id, oldest.subject) == ("group", group, "Frösche")
    assert oldest.settings == (("free_columns", "Schuhgröße"),)
    assert (oldest.sheets, oldest.way) == (3, "printer")
    assert oldest.printed_at.date() == date(2027, 1, 25)
    assert oldest.program_version


@pytest.mark.parametrize(("paper", "kind"), _LISTED.items())
def test_every_kind_of_record_is_named(town: Desk, paper: str, kind: str) -> None:
    record = town.read(listed, kind, TOWN_DAY)[0]
    _log(town, paper, record.id)
    (run,) = town.read(print_runs)
    assert run.subject.startswith(record.title)


def test_the_runs_of_one_record_leave_out_the_others(desk: Desk, house: UUID) -> None:
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären")
    for group in (frogs, bears, frogs):
        _log(desk, "group_list", group)
    assert {run.subject for run in desk.read(print_runs, frogs)} == {"Frösche"}
    assert len(desk.read(print_runs, frogs)) == 2


def test_a_run_outlives_its_record(desk: Desk, house: UUID) -> None:
    event = make_event(desk)
    _log(desk, "agenda", event)
    delete_event(desk, event)
    (run,) = desk.read(print_runs)
    assert run.is_gone
    assert run.subject == ""


def test_a_run_for_several_records_is_found_at_each_and_its_sheets_count_once(
    desk: Desk, house: UUID
) -> None:
    events = (make_event(desk), make_event(desk))
    log_print(desk, PrintRequest("invitation", for_ids=events), 8, "pdf")
    assert all(desk.read(print_runs, event) for event in events)
    assert sum(run.sheets for run in desk.read(print_runs)) == 8


def test_a_blank_form_and_a_run_for_all_have_no_record(desk: Desk, house: UUID) -> None:
    log_print(desk, PrintRequest("group_list", blank=True), 1, "pdf")
    (blank,) = desk.read(print_runs)
    assert (blank.subject_kind, blank.subject_id, blank.is_gone) == ("", None, False)
    _log(desk, "group_list", None, 26)
    assert desk.read(print_runs)[0].subject_kind == SubjectKind.GROUP.value


def test_only_so_many_runs_are_told_as_asked(desk: Desk, house: UUID) -> None:
    for day in (25, 26, 27):
        _log(desk, "group_list", None, day)
    assert [run.printed_at.day for run in desk.read(print_runs, most=2)] == [27, 26]
